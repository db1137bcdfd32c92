import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RorClientError } from '../client/errors.ts';
import { asFailure } from './failure.ts';

interface Outcomes<K, T> {
  /** An answer came. */
  readonly onAnswer: (key: K, answer: T) => void;
  readonly onFailure: (key: K, failure: RorClientError) => void;
  /** The element left the page, or the request was aborted: nobody waits any more. */
  readonly onAbandoned: (key: K) => void;
}

/**
 * Requests of one kind under way at the same time, one per key: asking again for a key that is under way
 * joins it. All are aborted when the element leaves the page.
 */
export class RequestsController<K, T> implements ReactiveController {
  readonly #outcomes: Outcomes<K, T>;
  readonly #host: ReactiveControllerHost;
  readonly #pending = new Map<K, { readonly abort: AbortController; readonly done: Promise<void> }>();

  constructor(host: ReactiveControllerHost, outcomes: Outcomes<K, T>) {
    this.#host = host;
    this.#outcomes = outcomes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abortAll();
  }

  /** Resolves when the answer, or the failure, has been handed over; never rejects. */
  ask(key: K, send: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const under = this.#pending.get(key);
    if (under) return under.done;
    const abort = new AbortController();
    const done = this.#run(key, abort, send);
    this.#pending.set(key, { abort, done });
    return done;
  }

  /** Aborts what is under way for a key, so that asking again sends a new request. */
  abort(key: K): void {
    const under = this.#pending.get(key);
    if (!under) return;
    this.#pending.delete(key);
    under.abort.abort();
    this.#outcomes.onAbandoned(key);
  }

  abortAll(): void {
    for (const key of [...this.#pending.keys()]) this.abort(key);
  }

  async #run(key: K, abort: AbortController, send: (signal: AbortSignal) => Promise<T>): Promise<void> {
    // One turn later, so that the key is known as pending whatever `send` does.
    await Promise.resolve();
    const outcome = await send(abort.signal).then((answer) => ({ answer }), (error: unknown) => ({ error }));
    if (abort.signal.aborted) return;
    this.#pending.delete(key);
    if ('answer' in outcome) this.#outcomes.onAnswer(key, outcome.answer);
    else this.#outcomes.onFailure(key, asFailure(outcome.error));
    this.#host.requestUpdate();
  }
}
