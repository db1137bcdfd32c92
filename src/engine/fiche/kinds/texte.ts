import { isEmptyValue } from '../equal.ts';
import { checkFormat, normalise } from './formats.ts';
import { asStored, illisible, LONGEST_TEXT, type Finding, type Kind } from './kind.ts';

/** A text on one line. Kept as typed, never cut (FIC-24); only the spacing of numbers and addresses is made usual. */
export const texte: Kind = {
  parse: (text, { format }) => ({ value: text === '' ? undefined : normalise(text, format) }),
  format: asStored,
  isEmpty: isEmptyValue,
  check(value, { constraints = {} }) {
    if (typeof value !== 'string') return illisible;
    return [...tooLong(value, constraints.maxLength), ...checkFormat(value, constraints.format)];
  },
};

/** FIC-24, FIC-97. */
export function tooLong(text: string, max: number = LONGEST_TEXT): readonly Finding[] {
  return text.length > max ? [{ code: 'trop-long', severity: 'erreur', params: { max, longueur: text.length } }] : [];
}
