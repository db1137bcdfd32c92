import { ProblemError } from '../../contract/problem.ts';
import { RorClientError } from '../errors.ts';
import { abortable } from '../abortable.ts';
import type { Transport } from '../transport.ts';

/** What answers in place of a server: a function of the page, a worker, a reference backend in memory. */
export type Dispatch = (operationName: string, input: unknown) => Promise<unknown>;

/** Carries operations to a function of the same page. The answer is copied, as a network would do. */
export function embedded(dispatch: Dispatch): Transport {
  return {
    async send(operation, input, { signal }) {
      const answer = dispatch(operation.name, structuredClone(input)).then(structuredClone, (error: unknown) => {
        if (error instanceof ProblemError) throw RorClientError.fromProblem(error.problem);
        if (error instanceof RorClientError) throw error;
        throw new RorClientError('server', `${operation.name}: the embedded backend failed`, undefined, { cause: error });
      });
      return signal ? abortable(answer, signal) : answer;
    },
  };
}
