import type { Contenu } from '../../../domain/fiche.ts';
import type { ValueSetId } from '../../../nomenclature/value-set-ids.ts';
import type { Issue } from '../issue.ts';
import type { Constraints, ElementOfList, Field, FicheContext } from '../types.ts';

/** What was typed, as a value; an empty value is `undefined`. */
export type Parsed = { readonly value: unknown } | { readonly unreadable: true };

/** An issue before it is told where it is and what it blocks. */
export type Finding = Pick<Issue, 'code' | 'severity' | 'params'>;

/** What a check may look at besides the value. */
export interface CheckContext {
  readonly context: FicheContext;
  /** Usual codes of the field for the answers given; empty = not known, nothing is flagged. */
  readonly usual: readonly string[];
  /** The whole fiche, for the kinds that look around. */
  readonly contenu: Contenu;
}

/** Codes of one value set that a value holds. */
export type HeldCodes = readonly [valueSet: ValueSetId, codes: readonly string[]];

/** What every kind of field answers. Adding a kind is adding a file. */
export interface Kind {
  /** Reads a typed text. Unreadable text is kept aside by the session, never lost. */
  parse(text: string, constraints: Constraints): Parsed;
  /** The text to show for a stored value. A value of a wrong type is shown as it is stored. */
  format(value: unknown): string;
  isEmpty(value: unknown): boolean;
  /** What is wrong with a value that is not empty. */
  check(value: unknown, field: Field, around: CheckContext): readonly Finding[];
  /** The codes that its value holds, when they are not those of its options, nor of fields inside. */
  readonly codes?: (value: unknown) => readonly HeldCodes[];
  /** The fields inside its value, relative to it, when they are the same in every schema. */
  readonly fields?: readonly Field[];
  /** How its elements are named and begun, when the schema does not say it. */
  readonly element?: ElementOfList;
  /** Paths outside the field that its findings are made from. */
  readonly inputs?: readonly string[];
}

/** FIC-97: more characters in one text than any attribute holds; nobody types them. */
export const LONGEST_TEXT = 100_000;

export const UNREADABLE: Parsed = { unreadable: true };

/** A stored value that this kind can't hold (another program wrote it). */
export const illisible: readonly Finding[] = [{ code: 'illisible', severity: 'erreur' }];

/** How a value of a wrong type is shown, so that the person sees what is there. */
export const asStored = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
