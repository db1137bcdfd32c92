import { html, type TemplateResult } from 'lit';
import type { Fiche } from '../../domain/fiche.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';

/** Name and state of the fiche, and what its marks mean. */
export function renderHeader({ nom, type, etat }: Fiche, words: FormMessages['formulaire'], headingLevel: number, frozen: boolean): TemplateResult {
  return html`<div class="header" part="header">
    ${heading(headingLevel, nom || words.sansNom(type), { id: 'titre', focusable: true })}
    <p class="state" data-etat=${etat}>${words.etat(type, etat)}</p>
    ${frozen ? html`<p class="legend">${words.lectureSeule}</p>` : html`<p class="legend"><span class="star">*</span> ${words.legende}</p>`}
  </div>`;
}
