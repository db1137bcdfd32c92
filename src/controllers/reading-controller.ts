import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

/** One reading at a time for an element: the next one aborts it, and so does leaving the page. What was read stays meanwhile. */
export abstract class ReadingController implements ReactiveController {
  /** Why the last reading failed. */
  readFailure: RorClientError | undefined;

  protected readonly host: ReactiveControllerHost;
  protected readonly client: () => Caller;
  #reading: AbortController | undefined;

  /** @param client gives the client to use now, or throws the `no-client` failure. */
  constructor(host: ReactiveControllerHost, client: () => Caller) {
    this.host = host;
    this.client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abandon();
  }

  /** Nobody waits for what is being read any more. */
  protected abandon(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  /**
   * Never rejects.
   * @param mark is told when the reading begins and, unless it was abandoned, when it ends.
   * @param read may be told too late that it was aborted: what it keeps after waiting is its own to check.
   */
  protected async read(mark: (reading: boolean) => void, read: (client: Caller, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abandon();
    const reading = (this.#reading = new AbortController());
    mark(true);
    this.readFailure = undefined;
    this.host.requestUpdate();
    try {
      await read(this.client(), reading.signal);
    } catch (error) {
      if (!reading.signal.aborted) this.readFailure = asFailure(error);
    }
    if (this.#reading !== reading) return;
    this.#reading = undefined;
    mark(false);
    this.host.requestUpdate();
  }
}
