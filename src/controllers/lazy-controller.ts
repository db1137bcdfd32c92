import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Parts of an element that most people never meet: their code comes when they are first wanted, and the host is drawn again then. */
export class LazyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #there = new Map<string, unknown>();
  readonly #coming = new Map<string, Promise<void>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * What `load` gives, once it is there; asks for it the first time, and again after a failure.
   * @param draw draws what it is for; false when the whole host is to be drawn, as without it.
   */
  get<T>(name: string, load: () => Promise<T>, draw?: () => boolean): T | undefined {
    if (this.#there.has(name)) return this.#there.get(name) as T;
    if (!this.#coming.has(name)) {
      const done = (): void => { this.#coming.delete(name); };
      this.#coming.set(name, load().then((loaded) => {
        this.#there.set(name, loaded);
        done();
        if (!draw?.()) this.#host.requestUpdate();
      }, done));
    }
    return undefined;
  }

  /** Resolves once what was wanted so far is there, or is not to come. */
  get settled(): Promise<unknown> | undefined {
    return this.#coming.size > 0 ? Promise.all(this.#coming.values()) : undefined;
  }
}
