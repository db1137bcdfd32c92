/** What a suite that runs in Node and in browsers alike may assert with. */
import { RorClientError } from '../../src/client/index.ts';
import { equal } from '../../src/engine/fiche/equal.ts';

/** The same JSON, whatever the order of the keys. */
export function same(actual: unknown, expected: unknown): void {
  if (!equal(actual, expected)) throw new Error(`expected ${shown(expected)}, got ${shown(actual)}`);
}

export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** The failure that a call ends with, of this kind. */
export async function failure(call: Promise<unknown>, kind: RorClientError['kind']): Promise<RorClientError> {
  const error = await rejection(call);
  ok(error instanceof RorClientError, `expected a failure of the client, got ${String(error)}`);
  same(error.kind, kind);
  return error;
}

/** Fails unless the call ends as the platform's own aborted calls do. */
export async function abortion(call: Promise<unknown>): Promise<void> {
  const error = await rejection(call);
  ok(error instanceof DOMException && error.name === 'AbortError', `expected an AbortError, got ${String(error)}`);
}

const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then((answer) => { throw new Error(`expected a failure, got ${shown(answer)}`); }, (error: unknown) => error);

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 600);
