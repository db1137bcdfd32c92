import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LazyController } from '../../controllers/lazy-controller.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What the publication of a dossier found: values that it replaced, fiches that stayed. Most dossiers have none. */
export class Conflits {
  readonly #lazy: LazyController;

  constructor(host: ReactiveControllerHost) {
    this.#lazy = new LazyController(host);
  }

  render(dossier: Dossier, messages: Messages): TemplateResult | typeof nothing {
    if (!dossier.conflits?.length) return nothing;
    const { conflits: words } = messages.dossier;
    const list = this.#lazy.get(dossier.id, async () => (await import('./conflits-in-words.ts')).listInWords(dossier));
    return html`<details class="banner warning conflicts" part="conflicts">
      <summary><strong>${words.titre(dossier.conflits.length)}</strong></summary>
      <p>${words.aide}</p>
      ${list ? list(messages) : html`<p role="status">${messages.commun.chargement}</p>`}
    </details>`;
  }
}
