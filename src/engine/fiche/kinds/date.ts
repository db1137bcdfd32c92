import { isEmptyValue } from '../equal.ts';
import { asStored, illisible, UNREADABLE, type Kind } from './kind.ts';

const SAISIE = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const SERREE = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day, typed `JJ/MM/AAAA`, stored `YYYY-MM-DD`. A year of two digits is not guessed. */
export const date: Kind = {
  parse(text) {
    const trimmed = text.trim();
    if (trimmed === '') return { value: undefined };
    const [, day, month, year] = SAISIE.exec(trimmed) ?? SERREE.exec(trimmed) ?? [];
    const iso = year === undefined ? trimmed : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return isDay(iso) ? { value: iso } : UNREADABLE;
  },
  format: (value) => (isDay(value) ? value.split('-').reverse().join('/') : asStored(value)),
  isEmpty: isEmptyValue,
  check: (value) => (isDay(value) ? [] : illisible),
};

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  const [, year, month, day] = typeof value === 'string' ? ISO.exec(value)?.map(Number) ?? [] : [];
  if (!year || !month || !day || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
