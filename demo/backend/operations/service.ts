import type { InputOf, OutputOf } from '../../../src/contract/operation.ts';
import type { OperationName, Operations } from '../../../src/contract/operations.ts';
import { ProblemError, problem } from '../../../src/contract/problem.ts';
import type { Acteur } from '../../../src/domain/acteur.ts';
import { fullAcces } from '../../../src/engine/acces/comptes.ts';
import type { Requeteur } from '../database/database.ts';
import type { Regard } from '../repositories/noeuds.ts';
import type { Rules } from '../rules.ts';

/** What an operation works with: one transaction, one person, one instant. */
export interface Service {
  readonly tx: Requeteur;
  readonly acteur: Acteur;
  /** Nobody in particular: a partner portal, that reads what the public reads (profile 0). */
  readonly publique?: boolean;
  /** ISO. */
  readonly instant: string;
  /** `YYYY-MM-DD`, where the region is. */
  readonly aujourdhui: string;
  readonly nouvelId: () => string;
  readonly rules: Rules;
  /** INSEE code of the region. */
  readonly codeRegion: string;
}

export type Handler<Name extends OperationName> = (input: InputOf<Operations[Name]>, service: Service) => Promise<OutputOf<Operations[Name]>>;

/** Something that is not there, or that this person may not know of: the answer is the same. */
export const introuvable = (what: string): ProblemError => new ProblemError(problem('introuvable', `no such ${what}, or not open to this person`));

/** A write that started from a version that is no longer the present one. */
export const perime = (title: string, actuel: unknown): ProblemError => new ProblemError(problem('perime', title, { actuel }));

/** For whom the tree is read. */
export const regardDe = (acteur: Acteur, domaines?: readonly string[]): Regard => ({ plein: fullAcces(acteur), domaines, compteId: acteur.id });
