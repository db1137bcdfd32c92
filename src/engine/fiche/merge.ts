import type { Contenu, Saisie } from '../../domain/fiche.ts';
import { isExcepted } from './elements.ts';
import { equal } from './equal.ts';
import { matches, readPath } from './paths.ts';
import { rekeyRecord } from './rekey.ts';
import { findField } from './schema-index.ts';
import { setValue, type Session } from './session.ts';
import { isRepeated } from './sub-fields.ts';
import type { Field, FormSchema } from './types.ts';

/** What a field itself holds in a version: a list does not hold the elements that other fields show (FIC-133). */
export function heldBy(schema: FormSchema, field: Field, contenu: Contenu): unknown {
  const value = readPath(contenu, field.path, schema.slices);
  if (!isRepeated(field) || !Array.isArray(value) || !field.element?.except) return value;
  const own = value.filter((element) => !isExcepted(schema, field, element, value));
  return own.length === 0 ? undefined : own;
}

/** Whether two versions say the same of a field, texts that can't be read included. */
export const sameField = (schema: FormSchema, field: Field, a: Saisie, b: Saisie): boolean =>
  equal(unreadable(a, field.path), unreadable(b, field.path)) && equal(heldBy(schema, field, a.contenu), heldBy(schema, field, b.contenu));

/** The session with a field as another version has it, and nothing of the other fields of that version (FIC-133). */
export function carryField(schema: FormSchema, path: string, from: Saisie, into: Session): Session {
  const field = findField(schema, path)?.field;
  if (!field) return into;
  const { value, texts } = brought(schema, field, from, into.saisie.contenu);
  const session = setValue(into, schema, path, value);
  const others = Object.fromEntries(Object.entries(session.saisie.illisibles).filter(([key]) => !isOf(key, path)));
  return { ...session, saisie: { ...session.saisie, illisibles: { ...others, ...texts } } };
}

/** Elements that other fields show stay as they are where the list comes; texts follow their elements. */
function brought(schema: FormSchema, field: Field, from: Saisie, into: Contenu): { readonly value: unknown; readonly texts: Saisie['illisibles'] } {
  const { path, element: { except = [] } = {} } = field;
  const value = readPath(from.contenu, path, schema.slices);
  const texts = unreadable(from, path);
  if (!isRepeated(field) || except.length === 0) return { value, texts };
  const [mine, theirs] = [asList(value), asList(readPath(into, path, schema.slices))];
  const others = theirs.filter((element) => isExcepted(schema, field, element, theirs));
  const places = new Map<number, number>();
  const elements = mine.flatMap((element, place) => {
    if (!isExcepted(schema, field, element, mine)) return [{ place, element }];
    const at = others.findIndex((other) => except.some((slice) => [element, other].every((one) => matches(one, schema.slices?.[slice]))));
    return at < 0 ? [] : others.splice(at, 1).map((other) => ({ place, element: other }));
  });
  elements.forEach(({ place }, at) => places.set(place, at));
  return { value: [...elements.map(({ element }) => element), ...others], texts: rekeyRecord(texts, path, (at) => places.get(at)) };
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isOf = (key: string, path: string): boolean => key === path || key.startsWith(`${path}.`);
const unreadable = ({ illisibles }: Saisie, path: string): Saisie['illisibles'] => Object.fromEntries(Object.entries(illisibles).filter(([key]) => isOf(key, path)));
