import { codeList } from '../code-list.ts';
import { isEmptyValue } from '../equal.ts';
import type { Field } from '../types.ts';
import { asStored, illisible, type CheckContext, type Finding, type Kind } from './kind.ts';

/** One code of a nomenclature. Its text is the code itself; `describeOption` gives the label. */
export const code: Kind = {
  parse: (text) => ({ value: text.trim() || undefined }),
  format: asStored,
  isEmpty: isEmptyValue,
  check(value, field, around) {
    if (typeof value !== 'string') return illisible;
    return [...checkCodes([value], field, around), ...checkUsual([value], field, around)];
  },
};

/** FIC-33, FIC-34: unknown codes are errors, retired ones warnings; one finding per code. */
export function checkCodes(codes: readonly string[], { options }: Field, { context }: CheckContext): readonly Finding[] {
  const known = options && codeList(options.valueSet, context);
  if (!known) return [];
  return codes.flatMap((value): Finding[] => {
    const { status, label } = known.describe(value);
    if (status === 'unknown') return [{ code: 'code-inconnu', severity: 'erreur', params: { code: value } }];
    return status === 'retired' ? [{ code: 'code-retire', severity: 'avertissement', params: { code: value, libelle: label } }] : [];
  });
}

/** FIC-35: codes out of the usual list, or out of the model's own list, are one warning for the field. */
export function checkUsual(codes: readonly string[], { options }: Field, { context, usual }: CheckContext): readonly Finding[] {
  const known = options && codeList(options.valueSet, context);
  if (!known) return [];
  const lists = [options.codes, usual].filter((list) => list !== undefined && list.length > 0).map((list) => new Set(list));
  const outside = codes.filter((value) => known.describe(value).status === 'selectable' && lists.some((list) => !list.has(value)));
  const [first] = outside;
  return first === undefined ? [] : [{ code: 'code-hors-liste', severity: 'avertissement', params: { code: first, nombre: outside.length } }];
}
