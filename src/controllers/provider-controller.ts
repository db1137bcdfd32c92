import { ContextProvider } from '@lit/context';
import type { Messages } from '../i18n/messages.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';
import { brouillonsContext, clientContext, messagesContext, type Caller, type OptionsBrouillons } from './contexts.ts';

/**
 * Gives a client and words to what lies in an element. What the element was not given itself comes from
 * the provider around it, so that an inner provider may change one thing only.
 */
export class ProviderController {
  #client: Caller | undefined;
  #messages: Messages | undefined;
  #brouillons: OptionsBrouillons | undefined;
  readonly #outerClient: ContextReader<Caller | undefined>;
  readonly #outerMessages: ContextReader<Messages | undefined>;
  readonly #outerBrouillons: ContextReader<OptionsBrouillons | undefined>;
  readonly #innerBrouillons: ContextProvider<typeof brouillonsContext, ElementHost & HTMLElement>;
  readonly #innerClient: ContextProvider<typeof clientContext, ElementHost & HTMLElement>;
  readonly #innerMessages: ContextProvider<typeof messagesContext, ElementHost & HTMLElement>;

  constructor(host: ElementHost) {
    this.#innerClient = new ContextProvider(host, { context: clientContext });
    this.#innerMessages = new ContextProvider(host, { context: messagesContext });
    this.#innerBrouillons = new ContextProvider(host, { context: brouillonsContext });
    this.#outerBrouillons = new ContextReader<OptionsBrouillons | undefined>(host, brouillonsContext, () => this.#give());
    this.#outerClient = new ContextReader<Caller | undefined>(host, clientContext, () => this.#give());
    this.#outerMessages = new ContextReader<Messages | undefined>(host, messagesContext, () => this.#give());
  }

  provide(client: Caller | undefined, messages: Messages | undefined, brouillons: OptionsBrouillons): void {
    this.#client = client;
    this.#messages = messages;
    this.#brouillons = brouillons;
    this.#give();
  }

  #give(): void {
    this.#innerClient.setValue(this.#client ?? this.#outerClient.value);
    this.#innerMessages.setValue(this.#messages ?? this.#outerMessages.value);
    this.#innerBrouillons.setValue(within(this.#brouillons, this.#outerBrouillons.value));
  }
}

/** What an inner provider says of drafts, over what the outer one does: `off` stays off. */
function within(inner: OptionsBrouillons | undefined, outer: OptionsBrouillons | undefined): OptionsBrouillons | undefined {
  if (!inner || !outer) return inner ?? outer;
  return { drafts: outer.drafts === 'off' ? 'off' : inner.drafts, compte: inner.compte ?? outer.compte, portee: inner.portee || outer.portee };
}
