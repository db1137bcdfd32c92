import { z } from '../domain/zod.ts';
import type { ProblemCode } from './operation.ts';

/** HTTP status of each problem. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'requete-invalide': 400,
  'non-authentifie': 401,
  interdit: 403,
  introuvable: 404,
  perime: 409,
  'trop-grand': 413,
  'trop-de-requetes': 429,
  'erreur-serveur': 500,
};

/** Status of a command that a rule refuses: the body is the operation's own output, `{ refus }`. */
export const REFUS_STATUS = 422;

/** A problem document (RFC 9457) with our code and, for bad input, the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
  /** Fields of the input that are wrong: path in the input, and what was expected. */
  champs: z.optional(z.array(z.object({ chemin: z.string(), attendu: z.string() }))),
  /** For `perime`: the object as the server now has it. */
  actuel: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof Problem>;

/** Builds a problem document; `title` is for developers and logs, never shown to a user. */
export function problem(code: ProblemCode, title: string, more: Pick<Problem, 'champs' | 'actuel'> = {}): Problem {
  return { type: `urn:ror-elements:probleme:${code}`, title, status: PROBLEM_STATUS[code], code, ...more };
}

/** What a dispatcher throws instead of answering. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'ProblemError';
  }
}
