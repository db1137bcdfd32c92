import { isEmptyValue } from '../equal.ts';
import { checkFormat, normalise } from './formats.ts';
import { asStored, illisible, type Finding, type Kind } from './kind.ts';

/** A text on one line. Kept as typed, never cut (FIC-24); only the spacing of numbers and addresses is made usual. */
export const texte: Kind = {
  parse: (text, { format }) => ({ value: text === '' ? undefined : normalise(text, format) }),
  format: asStored,
  isEmpty: isEmptyValue,
  check(value, { constraints = {} }) {
    if (typeof value !== 'string') return illisible;
    const { maxLength, format } = constraints;
    const tooLong: readonly Finding[] = maxLength !== undefined && value.length > maxLength
      ? [{ code: 'trop-long', severity: 'erreur', params: { max: maxLength, longueur: value.length } }]
      : [];
    return [...tooLong, ...checkFormat(value, format)];
  },
};
