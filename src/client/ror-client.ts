import type { InputOf, OutputOf } from '../contract/operation.ts';
import { operations, type OperationName, type Operations } from '../contract/operations.ts';
import { RorClientError } from './errors.ts';
import type { SendOptions, Transport } from './transport.ts';

/**
 * The typed way to a ROR server. Thin on purpose: one generic call, validated once at this border, so
 * that above it the types are true.
 */
export class RorClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Calls one operation of the contract.
   * @throws RorClientError (see its `kind`), or the platform's `AbortError` when `signal` aborts.
   */
  async call<N extends OperationName>(name: N, input: InputOf<Operations[N]>, options: SendOptions = {}): Promise<OutputOf<Operations[N]>> {
    const operation = operations[name];
    options.signal?.throwIfAborted();
    const answer = await this.#transport.send(operation, input, options);
    options.signal?.throwIfAborted();
    const parsed = operation.output.safeParse(answer);
    if (!parsed.success) {
      const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(answer)').join(', ');
      throw new RorClientError('invalid-answer', `${name}: the answer does not match the contract at ${where}`, undefined, { cause: parsed.error });
    }
    return parsed.data as OutputOf<Operations[N]>;
  }
}
