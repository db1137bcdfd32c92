import { RorClientError } from '../client/errors.ts';
import { clientContext, type Caller } from './contexts.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';

type ClientHost = ElementHost & { client: Caller | undefined };

/**
 * Finds the client of an element: its own `client` property, else the nearest `ror-provider`. When the
 * provider's client comes or changes, the host sees a change of its property `client`, and so needs to
 * watch that one name only.
 */
export class ClientController {
  readonly #host: ClientHost;
  readonly #context: ContextReader<Caller | undefined>;

  constructor(host: ClientHost) {
    this.#host = host;
    // The old value differs from any value of the property, so that Lit counts it as changed.
    this.#context = new ContextReader<Caller | undefined>(host, clientContext, () => { if (!host.client) host.requestUpdate('client', null); });
  }

  /** The client, or undefined when there is none now. */
  get current(): Caller | undefined {
    return this.#host.client ?? this.#context.value;
  }

  /** A provider is there and its client is on its way: wait rather than fail. */
  get awaited(): boolean {
    return !this.current && this.#context.provided;
  }

  /**
   * The client.
   * @throws RorClientError of kind `no-client`, which says how to give one.
   */
  require(): Caller {
    if (this.current) return this.current;
    throw new RorClientError('no-client', 'No client: set the `client` property of this element, or place it inside <ror-provider base-url="…">.');
  }
}
