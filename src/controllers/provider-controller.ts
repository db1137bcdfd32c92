import { ContextProvider } from '@lit/context';
import type { Messages } from '../i18n/messages.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';
import { clientContext, messagesContext, type Caller } from './contexts.ts';

/**
 * Gives a client and words to what lies in an element. What the element was not given itself comes from
 * the provider around it, so that an inner provider may change one thing only.
 */
export class ProviderController {
  #client: Caller | undefined;
  #messages: Messages | undefined;
  readonly #outerClient: ContextReader<Caller | undefined>;
  readonly #outerMessages: ContextReader<Messages | undefined>;
  readonly #innerClient: ContextProvider<typeof clientContext, ElementHost & HTMLElement>;
  readonly #innerMessages: ContextProvider<typeof messagesContext, ElementHost & HTMLElement>;

  constructor(host: ElementHost) {
    this.#innerClient = new ContextProvider(host, { context: clientContext });
    this.#innerMessages = new ContextProvider(host, { context: messagesContext });
    this.#outerClient = new ContextReader<Caller | undefined>(host, clientContext, () => this.#give());
    this.#outerMessages = new ContextReader<Messages | undefined>(host, messagesContext, () => this.#give());
  }

  provide(client: Caller | undefined, messages: Messages | undefined): void {
    this.#client = client;
    this.#messages = messages;
    this.#give();
  }

  #give(): void {
    this.#innerClient.setValue(this.#client ?? this.#outerClient.value);
    this.#innerMessages.setValue(this.#messages ?? this.#outerMessages.value);
  }
}
