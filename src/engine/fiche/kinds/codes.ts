import { isEmptyValue } from '../equal.ts';
import { checkCodes, checkUsual } from './code.ts';
import { asStored, illisible, type Kind } from './kind.ts';

/** Several codes of a nomenclature, in the order chosen. As a text: separated by `;`. */
export const codes: Kind = {
  parse(text) {
    const values = [...new Set(text.split(';').map((part) => part.trim()).filter((part) => part !== ''))];
    return { value: values.length === 0 ? undefined : values };
  },
  format: (value) => (isCodes(value) ? value.join(';') : asStored(value)),
  isEmpty: isEmptyValue,
  check(value, field, around) {
    if (!isCodes(value)) return illisible;
    return [...checkCodes(value, field, around), ...checkUsual(value, field, around)];
  },
};

const isCodes = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
