import { ContextEvent, type Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element with controllers; `requestUpdate` as Lit has it. */
export type ElementHost = HTMLElement & Omit<ReactiveControllerHost, 'requestUpdate'> & {
  requestUpdate(name?: PropertyKey, oldValue?: unknown): void;
};

/**
 * Reads the nearest value of a context and follows its changes. A provider that is defined after its
 * content is found too: the request is sent again when the tag that contains the host is upgraded.
 */
export class ContextReader<T> implements ReactiveController {
  /** Last value given by the provider. */
  value: T | undefined;
  /** A provider answered, even with no value yet. */
  provided = false;

  readonly #host: ElementHost;
  readonly #context: Context<unknown, T>;
  readonly #onChange: (value: T | undefined) => void;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ElementHost, context: Context<unknown, T>, onChange: (value: T | undefined) => void) {
    this.#host = host;
    this.#context = context;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#request();
    if (this.provided) return;
    if (this.value !== undefined) {
      this.value = undefined;
      this.#onChange(undefined);
    }
    for (const tag of undefinedAround(this.#host)) {
      void customElements.whenDefined(tag).then(() => { if (!this.provided && this.#host.isConnected) this.#request(); });
    }
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.provided = false;
  }

  #request(): void {
    this.#host.dispatchEvent(new ContextEvent(this.#context, this.#host, this.#receive, true));
  }

  readonly #receive = (value: T, unsubscribe?: () => void): void => {
    // A nearer provider may have come in between: the former one is left.
    if (this.#unsubscribe && unsubscribe !== this.#unsubscribe) this.#unsubscribe();
    this.#unsubscribe = unsubscribe;
    const first = !this.provided;
    this.provided = true;
    if (!first && value === this.value) return;
    const changed = value !== this.value;
    this.value = value;
    if (changed) this.#onChange(value);
  };
}

/** Tags not defined yet among what contains the element, through shadow roots: one of them may provide. */
function undefinedAround(start: HTMLElement): ReadonlySet<string> {
  const tags = new Set<string>();
  for (let node: Node | null = start; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element && node.localName.includes('-') && !customElements.get(node.localName)) tags.add(node.localName);
  }
  return tags;
}
