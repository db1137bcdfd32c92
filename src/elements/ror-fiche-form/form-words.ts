import { ContextReader, type ElementHost } from '../../controllers/context-reader.ts';
import { messagesContext } from '../../controllers/contexts.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { constats } from '../../i18n/fr/constats.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import { exportPdf } from '../../i18n/fr/export-pdf.ts';
import { formulaire } from '../../i18n/fr/formulaire.ts';
import { refus } from '../../i18n/fr/refus.ts';
import type { FormMessages, Messages } from '../../i18n/messages.ts';

const own: FormMessages = { commun, formulaire, exportPdf, constats, refus, echecs };

/** The words of a form: those of the nearest `ror-provider`, else its own French, without those of the other elements. */
export class FormWords {
  readonly #context: ContextReader<Messages | undefined>;

  constructor(host: ElementHost) {
    this.#context = new ContextReader<Messages | undefined>(host, messagesContext, () => host.requestUpdate());
  }

  get current(): FormMessages {
    return this.#context.value ?? own;
  }
}
