import { ContextReader, type ElementHost } from '../../controllers/context-reader.ts';
import { messagesContext } from '../../controllers/contexts.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { constats } from '../../i18n/fr/constats.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import { exportPdf } from '../../i18n/fr/export-pdf.ts';
import { formulaireDebut as formulaire } from '../../i18n/fr/formulaire-debut.ts';
import type { FormMessages, Messages } from '../../i18n/messages.ts';

const own: FormMessages = { commun, formulaire, exportPdf, constats, echecs };

/** The words of a form: those of the nearest `ror-provider`, else its own French, without those of the other elements. */
export class FormWords {
  #own = own;
  readonly #context: ContextReader<Messages | undefined>;

  constructor(host: ElementHost) {
    this.#context = new ContextReader<Messages | undefined>(host, messagesContext, () => host.requestUpdate());
  }

  /** Sentences that came with what says them. */
  learn(constats: FormMessages['constats']): void {
    if (this.#own.constats === own.constats) this.#own = { ...own, constats: { ...own.constats, ...constats } };
  }

  get current(): FormMessages {
    return this.#context.value ?? this.#own;
  }
}
