import { RorClient } from '../../src/client/ror-client.ts';
import type { Transport } from '../../src/client/transport.ts';

export interface Sent {
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
}

/** A real client whose server is a function of the test; `sent` is what was asked, in order. */
export function fakeClient(answer: (name: string, input: never, signal: AbortSignal | undefined) => unknown): { client: RorClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const transport: Transport = {
    async send(operation, input, { signal }) {
      sent.push({ name: operation.name, input, signal });
      const aborted = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => { reject(signal.reason as Error); }, { once: true }));
      return Promise.race([Promise.resolve().then(() => answer(operation.name, input as never, signal)), aborted]);
    },
  };
  return { client: new RorClient(transport), sent };
}
