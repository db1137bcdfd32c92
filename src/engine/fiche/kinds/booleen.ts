import { isEmptyValue } from '../equal.ts';
import { asStored, illisible, UNREADABLE, type Kind } from './kind.ts';

const TEXTS: Readonly<Record<string, boolean | undefined>> = { oui: true, true: true, non: false, false: false };

/** Yes or no. `oui` and `non` are the texts of the two choices; not answered is a third state. */
export const booleen: Kind = {
  parse(text) {
    const word = text.trim().toLowerCase();
    if (word === '') return { value: undefined };
    const value = Object.hasOwn(TEXTS, word) ? TEXTS[word] : undefined;
    return value === undefined ? UNREADABLE : { value };
  },
  format: (value) => (value === true ? 'oui' : value === false ? 'non' : asStored(value)),
  isEmpty: isEmptyValue,
  check: (value) => (typeof value === 'boolean' ? [] : illisible),
};
