import { Problem } from '../../contract/problem.ts';
import { abortable } from '../abortable.ts';
import { RorClientError } from '../errors.ts';
import type { Transport } from '../transport.ts';

/**
 * What answers in place of a server: a function of the page, a worker, a reference backend in memory.
 * It throws a `ProblemError`, or any error that carries a problem document as `problem`.
 */
export type Dispatch = (operationName: string, input: unknown) => unknown;

/** Carries operations to a function of the same page. The answer is copied, as a network would do. */
export function embedded(dispatch: Dispatch): Transport {
  return {
    async send(operation, input, { signal }) {
      const sent = structuredClone(input);
      const answer = Promise.resolve().then(() => dispatch(operation.name, sent)).then(structuredClone, (error: unknown) => { throw failureOf(error, operation.name); });
      return signal ? abortable(answer, signal) : answer;
    },
  };
}

/** Told by its shape: the backend may come with another copy of the library. */
function failureOf(error: unknown, name: string): RorClientError {
  if (error instanceof RorClientError) return error;
  const parsed = Problem.safeParse((error as { problem?: unknown } | undefined)?.problem);
  return parsed.success ? RorClientError.fromProblem(parsed.data) : new RorClientError('server', `${name}: the embedded backend failed`, undefined, { cause: error });
}
