import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../i18n/messages.ts';

export type ExportState = 'repos' | 'en-cours' | 'echec';

/** The button of *Export PDF*, and what became of it: the same before and after what makes the file is there, so that the focus stays on it. */
export function exportButton({ exportPdf: words }: FormMessages, state: ExportState, run: () => void): TemplateResult {
  const busy = state === 'en-cours';
  return html`<button type="button" class="button quiet export" aria-disabled=${busy} @click=${run}>${busy ? words.enCours : words.bouton}</button>
    ${state === 'echec' ? html`<p class="export-echec" role="alert">${words.echec}</p>` : nothing}`;
}
