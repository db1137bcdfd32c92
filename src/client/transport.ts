import type { Operation } from '../contract/operation.ts';

/** How one operation travels. Everything above this line is the same for all of them. */
export interface Transport {
  /**
   * Carries `input` and answers what came back, not yet validated.
   * @throws RorClientError when there is no usable answer; the platform's `AbortError` when aborted.
   */
  send(operation: Operation, input: unknown, options: SendOptions): Promise<unknown>;
}

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
}
