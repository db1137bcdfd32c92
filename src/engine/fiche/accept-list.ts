import type { Role } from '../../domain/acteur.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { isBlank, isExcepted, newElement } from './elements.ts';
import { equal, isObject } from './equal.ts';
import { matches, readPath, writeField, writePath } from './paths.ts';
import { isRepeated, subFields } from './sub-fields.ts';
import type { Field, FormSchema } from './types.ts';
import { isReadonly } from './visibility.ts';

type Value = Readonly<Record<string, unknown>>;

/** A list as it is kept: what it holds now, and where each element that was sent is in it. */
export interface KeptList {
  readonly elements: readonly unknown[];
  /** Place sent → place kept; absent for an element that is not kept. */
  readonly places: ReadonlyMap<number, number>;
}

/**
 * A list that a save sends (FIC-84): its elements in the order sent, each with what was sent of the fields that this
 * role may edit, and for the rest what is stored of the element that it was. Blank elements go (FIC-81); a new one holds
 * what every new one does and no field shows: the channel of a secure mailbox. Elements of a
 * slice that other fields show are as those fields left them.
 * @param keeps whether the element sent at a place stays although nothing readable is in it.
 */
export function acceptList(schema: FormSchema, list: Field, role: Role, kept: unknown, avant: unknown, apres: unknown, keeps: (place: number) => boolean): KeptList {
  const [stored, sent] = [asList(avant), asList(apres)];
  const others = asList(kept).filter((element) => isExcepted(schema, list, element, asList(kept)));
  const free: unknown[] = stored.filter((element) => !isExcepted(schema, list, element, stored));
  const elements: unknown[] = [];
  const places = new Map<number, number>();
  sent.forEach((element, place) => {
    if (isExcepted(schema, list, element, sent)) {
      const at = others.findIndex((other) => sameSlice(schema, list, other, element));
      if (at >= 0) { places.set(place, elements.length); elements.push(...others.splice(at, 1)); }
      return;
    }
    const accepted = acceptElement(list, role, free, element, stored[place]);
    if (accepted === undefined || (isBlank(accepted, list) && !keeps(place))) return;
    places.set(place, elements.length);
    elements.push(accepted);
  });
  return { elements: [...elements, ...others], places };
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const sameSlice = (schema: FormSchema, { element }: Field, a: unknown, b: unknown): boolean =>
  (element?.except ?? []).some((slice) => [a, b].every((one) => matches(one, schema.slices?.[slice])));

/** @param free stored elements that no element sent is yet; the one found is taken out. */
function acceptElement(list: Field, role: Role, free: unknown[], sent: unknown, samePlace: unknown): unknown {
  const same = free.findIndex((element) => equal(element, sent));
  if (same >= 0) return free.splice(same, 1)[0];
  if (!isObject(sent)) return undefined;
  const editable = subFields(list).filter((sub) => !isReadonly(sub, { role }));
  const hidden = residue(sent, editable);
  const fits = free.filter((element): element is Value => isObject(element) && equal(residue(element, editable), hidden));
  // Of elements with nothing to tell them apart, the one at the same place.
  const before = fits.find((element) => element === samePlace) ?? fits[0];
  if (before) free.splice(free.indexOf(before), 1);
  return editable.reduce<Contenu>((kept, sub) => {
    const value = readPath(sent, sub.path);
    const stored = before && readPath(before, sub.path);
    if (equal(value, stored)) return kept;
    if (!isRepeated(sub) || !Array.isArray(value)) return writeField(kept, sub, value);
    const inner = [...asList(stored)];
    // What is refused leaves its place empty: the texts beside it still find theirs, then `settleField` closes the list.
    const accepted = value.map((element: unknown, at) => acceptElement(sub, role, inner, element, asList(stored)[at]) ?? {});
    return writePath(kept, sub.path, accepted);
  }, before ?? residue(newElement(list), editable));
}

/** What is left of an element without what this role may edit: identifiers, read-only fields, attributes that no field owns. */
function residue(element: Value, editable: readonly Field[]): Contenu {
  return editable.reduce<Contenu>((rest, sub) => [sub.path, ...Object.keys(sub.constants ?? {})].reduce((now, path) => writePath(now, path, undefined), rest), element);
}
