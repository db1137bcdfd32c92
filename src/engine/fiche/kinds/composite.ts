import { isEmptyValue, isObject } from '../equal.ts';
import { asStored, illisible, UNREADABLE, type Finding, type Kind } from './kind.ts';

/** A value as text, when no plainer writing holds all of it: JSON. */
export const LONGEST_JSON = 100_000;

/** The text of a composite value is its JSON; a text that is not JSON of the right shape is unreadable, and kept. */
export function parseJson(text: string, fits: (value: unknown) => boolean): ReturnType<Kind['parse']> {
  if (text.trim() === '') return { value: undefined };
  if (text.length > LONGEST_JSON) return UNREADABLE;
  try {
    const value: unknown = JSON.parse(text);
    if (isEmptyValue(value)) return { value: undefined };
    return fits(value) ? { value } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

export type Json = Readonly<Record<string, unknown>>;

export const isObjects = (value: unknown): value is readonly Json[] => Array.isArray(value) && value.every(isObject);

/** A list of objects, judged as a whole. */
export function listKind(judge: Kind['check']): Kind {
  return {
    parse: (text) => parseJson(text, isObjects),
    format: asStored,
    isEmpty: isEmptyValue,
    check(value, field, around) {
      if (!isObjects(value)) return illisible;
      return [...tooMany(value, field.constraints?.maxItems), ...judge(value, field, around)];
    },
  };
}

/** FIC-85: more than a list may hold. */
export const tooMany = (value: readonly unknown[], max: number | undefined): readonly Finding[] =>
  (max !== undefined && value.length > max ? [{ code: 'trop-nombreux', severity: 'erreur', params: { max, nombre: value.length } }] : []);

/** FIC-86: values that are there more than once, of those that `key` names. */
export function doubles<T>(values: readonly T[], key: (value: T) => string | undefined): readonly Finding[] {
  const seen = new Set<string>();
  let nombre = 0;
  for (const value of values) {
    const name = key(value);
    if (name === undefined) continue;
    if (seen.has(name)) nombre += 1;
    seen.add(name);
  }
  return nombre === 0 ? [] : [{ code: 'doublon', severity: 'erreur', params: { nombre } }];
}
