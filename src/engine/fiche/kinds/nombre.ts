import { isEmptyValue } from '../equal.ts';
import { asStored, illisible, UNREADABLE, type Finding, type Kind } from './kind.ts';

const NOMBRE = /^([+-]?)(\d+)(?:[.,](\d+))?$/;
/** In French `1.000` may be one or a thousand: ask rather than guess. */
const AMBIGU = /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/;
/** Beyond, a number no longer holds every digit typed. */
const DIGITS = 15;

/** A number, typed with a comma (`12,5`), spaces between thousands allowed. */
export const nombre: Kind = {
  parse(text) {
    const compact = text.replace(/\s/g, '').replace('−', '-');
    if (compact === '') return { value: undefined };
    const [, sign = '', whole = '', decimals = ''] = NOMBRE.exec(compact) ?? [];
    if (whole === '' || AMBIGU.test(compact) || whole.length + decimals.length > DIGITS) return UNREADABLE;
    const value = Number(`${sign}${whole}.${decimals || '0'}`);
    return { value: value === 0 ? 0 : value };
  },
  format: (value) => (typeof value === 'number' && Number.isFinite(value) ? plain(value).replace('.', ',') : asStored(value)),
  isEmpty: isEmptyValue,
  check(value, { constraints = {} }) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return illisible;
    const { min, max, decimals = 0 } = constraints;
    const found: Finding[] = [];
    if ((plain(value).split('.')[1] ?? '').length > decimals) {
      found.push({ code: 'forme', severity: 'erreur', params: { exemple: (12.5).toFixed(decimals).replace('.', ',') } });
    }
    if (min !== undefined && value < min) found.push({ code: 'trop-petit', severity: 'erreur', params: { min } });
    if (max !== undefined && value > max) found.push({ code: 'trop-grand', severity: 'erreur', params: { max } });
    return found;
  },
};

/** Without exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(DIGITS).replace(/\.?0+$/, '') : text;
}
