import { badRequest } from '../bad-input.ts';

/** Where a page of a list begins, latest change first: after this row. */
export interface Depuis {
  /** ISO. */
  readonly instant: string;
  readonly id: string;
}

/** What the answer says, and the next question repeats. */
export const suiteDe = ({ dateMiseJour, id }: { readonly dateMiseJour: string; readonly id: string }): string => `${dateMiseJour} ${id}`;

/** @throws ProblemError of what no answer has said. */
export function depuis(suite: string | undefined): Depuis | null {
  if (suite === undefined) return null;
  const [, instant, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+)$/.exec(suite) ?? [];
  if (instant === undefined || id === undefined || Number.isNaN(Date.parse(instant))) throw badRequest('the input does not match the contract', [{ chemin: 'suite', attendu: 'the `suite` of the previous page' }]);
  return { instant, id };
}
