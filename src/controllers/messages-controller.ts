import { fr } from '../i18n/fr.ts';
import type { Messages } from '../i18n/messages.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';
import { messagesContext } from './contexts.ts';

/** The words of an element: those of the nearest `ror-provider`, else French. */
export class MessagesController {
  readonly #context: ContextReader<Messages | undefined>;

  constructor(host: ElementHost) {
    this.#context = new ContextReader<Messages | undefined>(host, messagesContext, () => host.requestUpdate());
  }

  get current(): Messages {
    return this.#context.value ?? fr;
  }
}
