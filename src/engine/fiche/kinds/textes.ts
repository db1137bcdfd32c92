import { isEmptyValue } from '../equal.ts';
import { tooMany, doubles } from './composite.ts';
import { asStored, illisible, type Kind } from './kind.ts';
import { tooLong } from './texte.ts';

/** Several short texts. As a text: one a line. */
export const textes: Kind = {
  parse(text) {
    const values = text.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
    return { value: values.length === 0 ? undefined : values };
  },
  format: (value) => (isTexts(value) ? value.join('\n') : asStored(value)),
  isEmpty: isEmptyValue,
  check(value, { constraints = {} }) {
    if (!isTexts(value)) return illisible;
    const [longest = ''] = [...value].sort((a, b) => b.length - a.length);
    return [...tooMany(value, constraints.maxItems), ...tooLong(longest, constraints.maxLength), ...doubles(value, (text) => text.toLowerCase())];
  },
};

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
