import type { ReactiveController } from 'lit';
import type { RorClient } from '../../src/client/ror-client.ts';

/**
 * A host of controllers without Lit or paint: it counts the updates that were asked for and passes its
 * life-cycle on. An element, so that context requests travel as in a page.
 */
export class FakeHost extends HTMLElement {
  client: RorClient | undefined;
  updates = 0;
  /** Names of the properties that were declared changed. */
  readonly changed: PropertyKey[] = [];
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(name?: PropertyKey): void {
    this.updates += 1;
    if (name !== undefined) this.changed.push(name);
  }

  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
customElements.define('fake-host', FakeHost);

/** A promise to be settled by the test. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
}
