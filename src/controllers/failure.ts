import { RorClientError } from '../client/errors.ts';

/** What the client throws is a RorClientError; anything else is a fault of this page, shown like one of the server. */
export function asFailure(error: unknown): RorClientError {
  return error instanceof RorClientError ? error : new RorClientError('server', String(error), undefined, { cause: error });
}
