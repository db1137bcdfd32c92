import type { Contenu } from '../../domain/fiche.ts';
import { equal, isObject } from './equal.ts';
import type { Field, Slice } from './types.ts';

export type Slices = Readonly<Record<string, Slice>>;

/** One attribute of a path; with a slice, the element of the list under it that the slice describes; with an index, an element by its place. */
export interface Step {
  readonly name: string;
  readonly slice?: string;
  readonly index?: number;
}

/** Most elements that a path can name: a place further on is a mistake or an attack. */
export const MOST_ELEMENTS = 1_000;
const INDEX = /^(0|[1-9]\d{0,2})$/;

const parsed = new Map<string, readonly Step[]>();

/** `contact:responsable.nom` → `contact` (slice `responsable`), `nom`; `contact.0.nom` → `contact`, place 0, `nom`. */
export function parsePath(path: string): readonly Step[] {
  let steps = parsed.get(path);
  if (!steps) {
    steps = path.split('.').map((part) => {
      const [name = '', slice] = part.split(':');
      if (INDEX.test(part)) return { name, index: Number(part) };
      return slice === undefined ? { name } : { name, slice };
    });
    // Paths come from schemas: this only bounds a host that would make them up for ever.
    if (parsed.size > 5_000) parsed.clear();
    parsed.set(path, steps);
  }
  return steps;
}

/** The value at a path; `undefined` when absent, or when the content has another shape than the path. */
export function readPath(contenu: Contenu, path: string, slices: Slices = {}): unknown {
  let value: unknown = contenu;
  for (const { name, slice, index } of parsePath(path)) {
    value = index === undefined ? own(value, name) : list(value)[index];
    if (slice !== undefined) value = list(value).find((element) => matches(element, slices[slice]));
  }
  return value;
}

/** Where a path leads in this content, list places included: `['contact', 1, 'nom']`; from the first element that is not there, nothing but `-1`. */
export function locate(contenu: Contenu, path: string, slices: Slices = {}): readonly (string | number)[] {
  const place: (string | number)[] = [];
  let value: unknown = contenu;
  for (const { name, slice, index } of parsePath(path)) {
    place.push(index ?? name);
    value = index === undefined ? own(value, name) : list(value)[index];
    if (slice === undefined) continue;
    const elements = list(value);
    const at = elements.findIndex((element) => matches(element, slices[slice]));
    place.push(at);
    if (at < 0) break;
    value = elements[at];
  }
  return place;
}

/**
 * A copy of the content with this value at this path (FIC-10, FIC-11). What the path needs is created;
 * an empty value (`undefined`, `null`, `''`, `[]`) removes the attribute, then whatever it leaves empty:
 * objects without attribute, elements of a slice that hold nothing typed. An element named by its place stays
 * there, as `{}`: places never shift under the person (FIC-80). Gives back the same object
 * when nothing changes.
 */
export function writePath(contenu: Contenu, path: string, value: unknown, slices: Slices = {}): Contenu {
  const wanted = isNothing(value) ? undefined : value;
  if (equal(readPath(contenu, path, slices), wanted)) return contenu;
  return (write(contenu, parsePath(path), 0, wanted, slices) ?? {}) as Contenu;
}

/** Writes the value of a field and, beside it, its constants; they go away together. */
export function writeField(contenu: Contenu, field: Field, value: unknown, slices: Slices = {}): Contenu {
  const before = readPath(contenu, field.path, slices);
  const written = writePath(contenu, field.path, value, slices);
  if (isNothing(value) && isNothing(before)) return written;
  return Object.entries(field.constants ?? {}).reduce(
    (result, [path, constant]) => writePath(result, path, isNothing(value) ? undefined : constant, slices), written);
}

function write(target: unknown, steps: readonly Step[], at: number, value: unknown, slices: Slices): unknown {
  const step = steps[at];
  if (!step) return value;
  if (step.index !== undefined) return writeElement(list(target), step.index, steps, at, value, slices);
  const object = isObject(target) ? target : {};
  const inner = own(object, step.name);
  if (step.slice === undefined) return withKey(object, step.name, write(inner, steps, at + 1, value, slices));

  const elements = list(inner);
  const slice = slices[step.slice];
  const index = elements.findIndex((element) => matches(element, slice));
  if (index < 0 && value === undefined) return target;
  const fresh = newElement(slice, object);
  const next = write(index < 0 ? fresh : elements[index], steps, at + 1, value, slices);
  const kept = next === undefined || (value === undefined && equal(next, fresh)) ? [] : [next];
  const result = index < 0 ? [...elements, ...kept] : [...elements.slice(0, index), ...kept, ...elements.slice(index + 1)];
  return withKey(object, step.name, result.length === 0 ? undefined : result);
}

function writeElement(elements: readonly unknown[], index: number, steps: readonly Step[], at: number, value: unknown, slices: Slices): unknown {
  if (value === undefined && index >= elements.length) return elements.length === 0 ? undefined : elements;
  const next = write(elements[index], steps, at + 1, value, slices) ?? {};
  return Array.from({ length: Math.max(elements.length, index + 1) }, (_, n) => (n === index ? next : elements[n] ?? {}));
}

/** Nothing is left of an object whose last attribute goes. */
function withKey(object: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  if (value !== undefined) return { ...object, [name]: value };
  const rest = Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function newElement(slice: Slice | undefined, parent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inherited = (slice?.inherit ?? []).flatMap((name) => (own(parent, name) === undefined ? [] : [[name, own(parent, name)] as const]));
  return { ...slice?.where, ...slice?.with, ...Object.fromEntries(inherited) };
}

export function matches(element: unknown, slice: Slice | undefined): boolean {
  return slice !== undefined && Object.entries(slice.where).every(([name, wanted]) => own(element, name) === wanted);
}

const own = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
