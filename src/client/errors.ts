import type { Problem } from '../contract/problem.ts';
import type { ProblemCode } from '../contract/operation.ts';

/** What went wrong between the page and the server; i18n words each kind. */
export type FailureKind =
  | 'offline' | 'unauthenticated' | 'denied' | 'missing' | 'stale' | 'invalid-input' | 'too-large' | 'invalid-answer' | 'server' | 'no-client';

const KIND_OF_PROBLEM: Readonly<Record<ProblemCode, FailureKind>> = {
  'requete-invalide': 'invalid-input',
  'non-authentifie': 'unauthenticated',
  interdit: 'denied',
  introuvable: 'missing',
  perime: 'stale',
  'trop-grand': 'too-large',
  // The same call succeeds a little later.
  'trop-de-requetes': 'server',
  'erreur-serveur': 'server',
};

/**
 * The only error that the client throws (an aborted call rejects with the `AbortError` of the platform).
 * Rules that refuse a command are not failures: they come back as `{ refus }`.
 */
export class RorClientError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** The problem document of the server, when there was one. For `stale`, its `actuel` is the server's version. */
    readonly problem?: Problem,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RorClientError';
  }

  /** True when the same call may succeed later without any change. */
  get transient(): boolean {
    return this.kind === 'offline' || this.kind === 'server' || this.kind === 'invalid-answer' || this.kind === 'unauthenticated';
  }

  static fromProblem(problem: Problem): RorClientError {
    return new RorClientError(KIND_OF_PROBLEM[problem.code], `${problem.code}: ${problem.title}`, problem);
  }
}
