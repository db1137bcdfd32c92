import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import { asFailure } from './failure.ts';

/**
 * One thing that an element loads: idle → loading → ready | failed. The last call wins and aborts the one
 * before; the last good value is kept while loading again and after a failure.
 */
export class ResourceController<T> implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** The last value that came, whatever the status. */
  value: T | undefined;
  /** Why the last call failed; undefined in any other status. */
  failure: RorClientError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<T>;
  #calling: AbortController | undefined;
  #interrupted = false;

  /** @param load reads what the host wants now. */
  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** A call cut by leaving the page starts again when the element comes back. */
  hostConnected(): void {
    if (this.#interrupted) void this.run();
  }

  hostDisconnected(): void {
    this.#interrupted = this.status === 'loading';
    this.#calling?.abort();
  }

  /** Loads, or loads again. Resolves when this call has ended, in whatever way; never rejects. */
  async run(): Promise<void> {
    const calling = this.#begin();
    this.#set('loading');
    try {
      const value = await this.#load(calling.signal);
      if (this.#calling !== calling || calling.signal.aborted) return;
      this.value = value;
      this.#set('ready');
    } catch (error) {
      if (this.#calling === calling && !calling.signal.aborted) this.#set('failed', asFailure(error));
    }
  }

  /** Forgets everything, value included. */
  reset(): void {
    this.#begin();
    this.#calling = undefined;
    this.value = undefined;
    this.#set('idle');
  }

  #begin(): AbortController {
    this.#calling?.abort();
    this.#interrupted = false;
    return (this.#calling = new AbortController());
  }

  #set(status: ResourceController<T>['status'], failure?: RorClientError): void {
    this.status = status;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
