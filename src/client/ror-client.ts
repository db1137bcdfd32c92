import type { InputOf, OutputOf } from '../contract/operation.ts';
import { operations, type OperationName, type Operations } from '../contract/operations.ts';
import { problem } from '../contract/problem.ts';
import type { z } from '../domain/zod.ts';
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
   * Calls one operation of the contract. The input is checked before anything is sent, the answer before it is given.
   * @throws RorClientError (see its `kind`), or the platform's `AbortError` when `signal` aborts.
   */
  async call<N extends OperationName>(name: N, input: InputOf<Operations[N]>, options: SendOptions = {}): Promise<OutputOf<Operations[N]>> {
    const operation = operations[name];
    options.signal?.throwIfAborted();
    const asked = operation.input.safeParse(input);
    if (!asked.success) throw RorClientError.fromProblem(problem('requete-invalide', `${name}: the input does not match the contract`, { champs: fields(asked.error) }));
    const answer = await this.#transport.send(operation, asked.data, options);
    options.signal?.throwIfAborted();
    const parsed = operation.output.safeParse(answer);
    if (!parsed.success) {
      const where = fields(parsed.error).map(({ chemin }) => chemin || '(answer)').join(', ');
      throw new RorClientError('invalid-answer', `${name}: the answer does not match the contract at ${where}`, undefined, { cause: parsed.error });
    }
    return parsed.data as OutputOf<Operations[N]>;
  }
}

const fields = ({ issues }: z.core.$ZodError): { chemin: string; attendu: string }[] =>
  issues.map(({ path, code }) => ({ chemin: path.join('.'), attendu: code }));
