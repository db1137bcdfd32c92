import type { Contenu, Saisie } from '../../domain/fiche.ts';
import { codeList } from './code-list.ts';
import { equal, isEmptyValue, isObject } from './equal.ts';
import { kindOf } from './kind-registry.ts';
import { matches, MOST_ELEMENTS, readPath, writeField, writePath } from './paths.ts';
import { rekeyRecord } from './rekey.ts';
import { basesOf, findField, placedFields, placedSubFields, type Placed } from './schema-index.ts';
import { elementOf, isRepeated, subFields } from './sub-fields.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';

export { subFields } from './sub-fields.ts';

/** One element of a list, or the one group of an address. */
export interface Element {
  /** Its place in the stored list; 0 for a group. */
  readonly index: number;
  /** `contact.0`; the path of the field for a group. */
  readonly path: string;
  /** Its fields, with their paths in the fiche; `isShown` tells which are shown. */
  readonly fields: readonly Field[];
}

/** The elements of a list that this field shows, blank ones included, in their order; the group of an address. Empty for other kinds. */
export function elementsOf(schema: FormSchema, field: Field, contenu: Contenu): readonly Element[] {
  const placed = findField(schema, field.path);
  if (!placed) return [];
  const all = allOf(schema, field, contenu);
  return basesOf(schema, field, contenu).filter((base) => !isExcepted(schema, field, readPath(contenu, base, schema.slices), all)).map((base) => ({
    index: isRepeated(field) ? Number(base.slice(field.path.length + 1)) : 0,
    path: base,
    fields: placedSubFields(schema, placed, base).map((sub) => sub.field),
  }));
}

/** What names an element: the wording of the first of its title fields that is filled; `''` when none is. */
export function elementTitle(schema: FormSchema, field: Field, index: number, contenu: Contenu, context: FicheContext): string {
  for (const path of elementOf(field)?.title ?? []) {
    const sub = findField(schema, `${field.path}.${index}.${path}`)?.field;
    const value = sub && readPath(contenu, sub.path, schema.slices);
    if (!sub || isEmptyValue(value)) continue;
    const list = sub.options && codeList(sub.options.valueSet, context);
    return list && typeof value === 'string' ? list.describe(value).label : kindOf(sub.kind).format(value);
  }
  return '';
}

const fresh = new WeakMap<readonly Field[], Contenu>();

/** What a new element of a list holds. */
export function newElement(list: Field): Contenu {
  const fields = subFields(list);
  let element = fresh.get(fields);
  if (!element) {
    element = fields.reduce<Contenu>((filled, sub) => (sub.initial === undefined ? filled : writeField(filled, sub, sub.initial)), { ...elementOf(list)?.initial });
    fresh.set(fields, element);
  }
  return element;
}

/** Whether nothing was typed in an element: it holds nothing, or only what a new one holds (FIC-81). */
export function isBlank(element: unknown, list: Field): boolean {
  if (!isObject(element)) return false;
  const initial = newElement(list);
  const fields = subFields(list);
  return Object.entries(element).every(([key, value]) => {
    if (isEmptyValue(value) || equal(value, initial[key])) return true;
    const sub = fields.find(({ path }) => path === key);
    if (sub && isRepeated(sub)) return Array.isArray(value) && value.every((one) => isBlank(one, sub));
    return isObject(value) && Object.values(value).every(isEmptyValue);
  });
}

/** Whether some text that can't be read was typed in this list, element or group. */
export const hasUnreadable = ({ illisibles }: Pick<Saisie, 'illisibles'>, path: string): boolean =>
  Object.keys(illisibles).some((key) => key.startsWith(`${path}.`));

/** Whether a sub-field is in an element where nothing is typed. */
export function isBlankPlace(schema: FormSchema, path: string, saisie: Saisie): boolean {
  for (let owner = findField(schema, path)?.owner; owner; owner = owner.placed.owner) {
    const { placed: { field }, base } = owner;
    if (isRepeated(field) && isBlank(readPath(saisie.contenu, base, schema.slices) ?? {}, field) && !hasUnreadable(saisie, base)) return true;
  }
  return false;
}

/** Whether the element at this place is one that this field shows and that says something. */
export function isShownElement(schema: FormSchema, field: Field, base: string, saisie: Saisie): boolean {
  if (!isRepeated(field)) return true;
  const element = readPath(saisie.contenu, base, schema.slices);
  return !isExcepted(schema, field, element, allOf(schema, field, saisie.contenu)) && (!isBlank(element, field) || hasUnreadable(saisie, base));
}

/**
 * Whether other fields show this element of the list: it is the first of a slice that the list leaves to them, the one
 * that `contact:accueil` names. A second one is shown by the list: nothing stored is hidden.
 */
export const isExcepted = (schema: FormSchema, field: Field, element: unknown, elements: readonly unknown[]): boolean =>
  isObject(element) && (field.element?.except ?? []).some((slice) => elements.find((one) => matches(one, schema.slices?.[slice])) === element);

/** The value of a list as it is judged: without what other fields show, without elements where nothing is typed. */
export function sansElementsMasques(schema: FormSchema, field: Field, value: unknown): unknown {
  if (!isRepeated(field) || !Array.isArray(value)) return value;
  return value.filter((element: unknown) => !isExcepted(schema, field, element, value) && !isBlank(element, field));
}

const settled = new WeakMap<FormSchema, WeakMap<Saisie, Saisie>>();

/** The fiche without the elements where nothing is typed: what a save keeps (FIC-81). The same object when there is none. */
export function settle(schema: FormSchema, saisie: Saisie): Saisie {
  const known = settled.get(schema) ?? new WeakMap<Saisie, Saisie>();
  settled.set(schema, known);
  const found = known.get(saisie);
  if (found) return found;
  const result = [...placedFields(schema)].reduce((now, placed) => settleField(schema, placed, now), saisie);
  known.set(saisie, result);
  return result;
}

/** One field, with the lists inside it. */
export function settleField(schema: FormSchema, placed: Placed, saisie: Saisie): Saisie {
  const { field } = placed;
  // From the last: places before stay as they are.
  return [...basesOf(schema, field, saisie.contenu)].reverse().reduce((now, base) => {
    const inner = placedSubFields(schema, placed, base).reduce((within, sub) => settleField(schema, sub, within), now);
    if (!isRepeated(field)) return inner;
    const element = readPath(inner.contenu, base, schema.slices);
    const drop = isBlank(element, field) && !isExcepted(schema, field, element, allOf(schema, field, inner.contenu)) && !hasUnreadable(inner, base);
    return drop ? dropElement(schema, inner, field.path, Number(base.slice(field.path.length + 1))) : inner;
  }, saisie);
}

/** Takes one element out of a list, with the unreadable texts in it; those of the elements after it follow them. */
export function dropElement(schema: FormSchema, { contenu, illisibles }: Saisie, path: string, index: number): Saisie {
  const elements = readPath(contenu, path, schema.slices);
  if (!Array.isArray(elements) || index >= elements.length) return { contenu, illisibles };
  return {
    contenu: writePath(contenu, path, elements.filter((_, at) => at !== index), schema.slices),
    illisibles: rekeyRecord(illisibles, path, (at) => (at === index ? undefined : at > index ? at - 1 : at)),
  };
}

function allOf(schema: FormSchema, { path }: Field, contenu: Contenu): readonly unknown[] {
  const elements = readPath(contenu, path, schema.slices);
  return Array.isArray(elements) ? elements : [];
}

/**
 * The content where the elements of a sub-field are there, as new ones are (FIC-81): a text that can't be read yet has a
 * place, and an element made by typing in it holds what one made by a button does.
 */
export function withPlace(schema: FormSchema, contenu: Contenu, path: string): Contenu {
  const owner = findField(schema, path)?.owner;
  if (!owner || isObject(readPath(contenu, owner.base, schema.slices))) return contenu;
  const { field } = owner.placed;
  const within = withPlace(schema, contenu, field.path);
  if (!isRepeated(field)) return within;
  const elements = allOf(schema, field, within);
  const place = Number(owner.base.slice(field.path.length + 1));
  const length = Math.max(elements.length, place + 1);
  return writePath(within, field.path, Array.from({ length }, (_, at) => (at === place ? undefined : elements[at]) ?? newElement(field)), schema.slices);
}

/** Whether a list may get one more element. */
export function hasRoom(schema: FormSchema, field: Field, contenu: Contenu): boolean {
  const elements = readPath(contenu, field.path, schema.slices);
  const all = Array.isArray(elements) ? elements : [];
  const shown = all.filter((element: unknown) => !isExcepted(schema, field, element, all)).length;
  return isRepeated(field) && all.length < MOST_ELEMENTS && shown < (field.constraints?.maxItems ?? MOST_ELEMENTS);
}
