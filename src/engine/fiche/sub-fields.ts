import { knownKind } from './kind-registry.ts';
import type { Condition, ElementOfList, Field } from './types.ts';

const NONE: readonly Field[] = [];

/** The fields of one element of a list, or of a group; their paths are relative to it. Empty for a field that is one value. */
export function subFields({ kind, fields }: Field): readonly Field[] {
  return (kind === 'liste' ? fields : knownKind(kind)?.fields) ?? NONE;
}

/** Whether the value is a list of elements that have fields; an address is one group. */
export const isRepeated = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'liste' || kind === 'capacites';

/** How the elements of a list are named and begun; nothing is said of other kinds. */
export const elementOf = ({ kind, element }: Field): ElementOfList | undefined => element ?? knownKind(kind)?.element;

/** A relative field as it is in one element: its paths are those of the fiche, it is shown and changed with its list. */
export function concrete(list: Field, base: string, sub: Field): Field {
  const visible = both(list.visible, sub.visible && within(sub.visible, base));
  const editableBy = sub.editableBy && list.editableBy ? sub.editableBy.filter((role) => list.editableBy?.includes(role)) : sub.editableBy ?? list.editableBy;
  const editedElsewhere = sub.editedElsewhere ?? list.editedElsewhere;
  const { usualOf } = sub.options ?? {};
  const { notUnder } = sub.constraints ?? {};
  return {
    ...sub,
    path: `${base}.${sub.path}`,
    ...(visible && { visible }), ...(editableBy && { editableBy }), ...(editedElsewhere && { editedElsewhere }),
    ...(sub.required && { required: Object.fromEntries(Object.entries(sub.required as Readonly<Record<string, boolean | Condition>>).map(([level, when]) => [level, typeof when === 'object' ? within(when, base) : when])) }),
    // The same object otherwise: the options of all elements are then computed once.
    ...(sub.options && usualOf !== undefined && isRelative(usualOf) && { options: { ...sub.options, usualOf: absolute(usualOf, base) } }),
    ...(sub.constraints && notUnder !== undefined && { constraints: { ...sub.constraints, notUnder: absolute(notUnder, base) } }),
    ...(sub.constants && { constants: Object.fromEntries(Object.entries(sub.constants).map(([path, value]) => [`${base}.${path}`, value])) }),
  };
}

export const isRelative = (path: string): boolean => path.startsWith('./');

/** A path as a condition of a sub-field names it, as a path of the fiche. */
export const absolute = (path: string, base: string): string => (isRelative(path) ? `${base}.${path.slice(2)}` : path);

function within(condition: Condition, base: string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => within(part, base)) };
  if ('any' in condition) return { any: condition.any.map((part) => within(part, base)) };
  if ('not' in condition) return { not: within(condition.not, base) };
  if ('path' in condition) return { ...condition, path: absolute(condition.path, base) };
  return 'usualOf' in condition ? { ...condition, usualOf: absolute(condition.usualOf, base) } : condition;
}

const both = (a: Condition | undefined, b: Condition | undefined): Condition | undefined => (a && b ? { all: [a, b] } : a ?? b);
