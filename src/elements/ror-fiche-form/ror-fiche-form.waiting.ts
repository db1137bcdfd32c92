import { html, type TemplateResult } from 'lit';
import type { FormMessages } from '../../i18n/messages.ts';

/** The form before its lists are there, or without them. */
export function renderWaiting({ formulaire: { chargement }, commun }: FormMessages, failed: boolean, retry: () => void): TemplateResult {
  if (!failed) {
    return html`<div class="skeleton" aria-busy="true"><p class="visually-hidden">${chargement.titre}</p>${[1, 2, 3].map(() => html`<div class="card"></div>`)}</div>`;
  }
  return html`<div class="banner danger" role="alert"><p>${chargement.echec}</p>
    <button type="button" class="button small" @click=${retry}>${commun.reessayer}</button></div>`;
}
