import type { Messages } from '../i18n/messages.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';
import { messagesContext } from './contexts.ts';

/**
 * Some of the words, for an element that pages embed alone: those of the nearest `ror-provider`, else the ones it
 * brings itself. Unlike `MessagesController`, it does not bring the whole French catalogue.
 */
export class WordsController<Own> {
  readonly #context: ContextReader<Messages | undefined>;
  readonly #own: Own & (Messages extends Own ? unknown : never);

  constructor(host: ElementHost, own: Own & (Messages extends Own ? unknown : never)) {
    this.#own = own;
    this.#context = new ContextReader<Messages | undefined>(host, messagesContext, () => host.requestUpdate());
  }

  get current(): Own {
    return (this.#context.value as Own | undefined) ?? this.#own;
  }
}
