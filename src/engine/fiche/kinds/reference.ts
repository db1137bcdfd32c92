import { isEmptyValue } from '../equal.ts';
import { asStored, illisible, type Kind } from './kind.ts';

/** The identifier of another object, chosen among `context.references`. */
export const reference: Kind = {
  parse: (text) => ({ value: text.trim() || undefined }),
  format: asStored,
  isEmpty: isEmptyValue,
  check(value, _field, { context }) {
    if (typeof value !== 'string') return illisible;
    const known = context.references?.some(({ identifiant }) => identifiant === value) ?? true;
    // FIC-95: the other object may be out of reach of this person; what is stored stays.
    return known ? [] : [{ code: 'reference-inconnue', severity: 'avertissement', params: { identifiant: value } }];
  },
};
