import { html, svg, type TemplateResult } from 'lit';
import { TYPES_OUVERTS } from '../../../engine/planning/journees.ts';
import { byJour } from '../../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Semaine } from '../../../engine/planning/types.ts';

const [LETTRE, LARGEUR, HAUTEUR] = [20, 280, 12] as const;

/** The week as seven bars of 24 hours, for the eye; the sentence above says the same. Drawn by attributes alone: no style, at home in print. */
export function apercuSemaine(semaine: Semaine, lettres: readonly string[]): TemplateResult {
  const x = (minute: number): number => LETTRE + (minute / MINUTES_JOUR) * LARGEUR;
  return html`<svg class="apercu-semaine" aria-hidden="true" viewBox="0 0 ${LETTRE + LARGEUR + 2} ${HAUTEUR * 7}" width="100%" height=${HAUTEUR * 7} preserveAspectRatio="xMinYMid meet" fill="currentColor">${
    byJour(semaine).map((morceaux, rang) => svg`
      <text x="0" y=${rang * HAUTEUR + 9} font-size="9">${lettres[rang]}</text>
      <rect x=${LETTRE} y=${rang * HAUTEUR + 1.5} width=${LARGEUR} height=${HAUTEUR - 3} fill="none" stroke="currentColor" stroke-opacity="0.5"/>
      ${morceaux.map(({ debut, fin, plage }) => svg`<rect x=${x(debut)} y=${rang * HAUTEUR + 1.5} width=${x(fin) - x(debut)} height=${HAUTEUR - 3} fill-opacity=${TYPES_OUVERTS.includes(plage.type) ? 0.85 : 0.4}/>`)}`)}</svg>`;
}
