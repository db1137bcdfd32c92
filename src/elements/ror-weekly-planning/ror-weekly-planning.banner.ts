import { html, svg, type TemplateResult } from 'lit';
import type { Piece } from '../../engine/planning/semaine.ts';
import { JOURS, MINUTES_JOUR } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

/** The week as seven small bars of 24 hours; the sentence beside it says the same in words. */
export function renderBanner(grille: Catalogue['planningGrille'], jours: readonly (readonly Piece[])[]): TemplateResult {
  return html`<div class="bandeau" part="bandeau" aria-hidden="true">${JOURS.map((jour, rang) => html`<span>${grille.jourCourt(jour)}<svg viewBox="0 0 ${MINUTES_JOUR} 100" preserveAspectRatio="none">${
    jours[rang]?.map(({ debut, fin, plage }) => svg`<rect class="trait" data-type=${plage.type} x=${debut} y="0" width=${fin - debut} height="100"/>`)}</svg></span>`)}</div>`;
}
