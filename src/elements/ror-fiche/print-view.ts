import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import type { FicheShown } from '../../documents/fiche-document.ts';
import type { DocumentRow, FicheDocument } from '../../engine/fiche/document.ts';
import type { Catalogue, FormMessages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';

interface Tools {
  readonly make: typeof import('../../documents/fiche-document.ts').ficheDocument;
  readonly words: Catalogue['document'];
  readonly semaine: typeof import('./semaine-in-words.ts').semaineInWords;
}

/**
 * What is printed in the place of the screen: the fiche as a document. It is drawn when the page turns to print, which
 * cannot wait, so that what it needs comes once the page is at rest; without it the screen itself is printed, bare.
 */
export class PrintView implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #messages: () => FormMessages;
  readonly #fiche: () => FicheShown | undefined;
  readonly #media = matchMedia('print');
  #tools: Tools | undefined;
  #asked = false;

  constructor(host: ReactiveControllerHost & HTMLElement, messages: () => FormMessages, fiche: () => FicheShown | undefined) {
    this.#host = host;
    this.#messages = messages;
    this.#fiche = fiche;
    host.addController(this);
  }

  hostConnected(): void {
    this.#media.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#media.removeEventListener('change', this.#onChange);
  }

  hostUpdated(): void {
    if (this.#asked || !this.#fiche()) return;
    this.#asked = true;
    // Safari has no idle callback: a second is rest enough.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => { void this.#load(); });
    else setTimeout(() => { void this.#load(); }, 1000);
  }

  /** The document, while the page is printed. */
  render(headingLevel: number): TemplateResult | typeof nothing {
    const fiche = this.#media.matches && this.#tools ? this.#fiche() : undefined;
    if (!fiche || !this.#tools) return nothing;
    const messages = this.#messages();
    const { document: words } = wordsOf(messages, { document: this.#tools.words });
    const { oui, non } = messages.formulaire;
    return printed(this.#tools.make(fiche, words, { oui, non, semaine: this.#tools.semaine(messages) }), words.nonRenseigne, headingLevel);
  }

  readonly #onChange = (): void => {
    this.#host.requestUpdate();
  };

  async #load(): Promise<void> {
    try {
      const [{ ficheDocument }, { document }, { semaineInWords }] = await Promise.all([import('../../documents/fiche-document.ts'), import('../../i18n/fr/document.ts'), import('./semaine-in-words.ts')]);
      this.#tools = { make: ficheDocument, words: document, semaine: semaineInWords };
      if (this.#media.matches) this.#host.requestUpdate();
    } catch {
      // Offline: the next update tries again.
      this.#asked = false;
    }
  }
}

function printed({ title, facts, sections, notes }: FicheDocument, missing: string, level: number): TemplateResult {
  const value = ({ values }: DocumentRow): unknown => (values.length > 1 ? html`<ul>${values.map((line) => html`<li>${line}</li>`)}</ul>` : values[0] ?? missing);
  return html`<div class="printed" part="printed">
    ${heading(level, title)}
    ${facts.map((fact) => html`<p>${fact}</p>`)}
    ${sections.map((section) => html`<section>${heading(level + 1, section.title)}
      <dl>${section.rows.map((row) => html`<div class="row"><dt>${row.label}</dt><dd>${value(row)}</dd></div>`)}</dl></section>`)}
    <footer>${notes.map((note) => html`<p>${note}</p>`)}</footer>
  </div>`;
}
