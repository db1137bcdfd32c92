import type { Contenu } from '../../domain/fiche.ts';
import { conditionPaths } from './conditions.ts';
import { isObject } from './equal.ts';
import { knownKind } from './kind-registry.ts';
import { namingInputs, officialInputs } from './naming-inputs.ts';
import { MOST_ELEMENTS, parsePath, readPath } from './paths.ts';
import { concrete, isRelative, isRepeated, subFields } from './sub-fields.ts';
import type { Condition, Field, FormSchema, Section } from './types.ts';

export interface Placed {
  readonly field: Field;
  readonly section: Section;
  /** Of a sub-field: the list or group that holds it, and the path of its element, or of the group. */
  readonly owner?: Owner;
}

export interface Owner {
  readonly placed: Placed;
  readonly base: string;
}

interface SchemaIndex {
  readonly byPath: ReadonlyMap<string, Placed>;
  /** path → fields to evaluate again when its value changes, in the order of the schema. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** path → lists of which some sub-field is made from it. */
  readonly lists: ReadonlyMap<string, readonly Placed[]>;
  /** Sub-fields met so far, by their concrete path. */
  readonly concrete: Map<string, Placed>;
}

const indexes = new WeakMap<FormSchema, SchemaIndex>();
/** Sub-fields kept per schema: only bounds a host that would name places for ever. */
const KEPT = 5_000;

/** The field at a path with its section, sub-fields included (`contact.0.nom`); `undefined` for a path that the schema does not have. */
export function findField(schema: FormSchema, path: string): Placed | undefined {
  const index = indexOf(schema);
  return index.byPath.get(path) ?? index.concrete.get(path) ?? subField(index, path);
}

/** All fields of the form, in the order of the schema; a list is one. */
export const placedFields = (schema: FormSchema): Iterable<Placed> => indexOf(schema).byPath.values();

/** The sub-fields of one element of a list, or of a group, with their concrete paths. */
export function placedSubFields(schema: FormSchema, placed: Placed, base: string): readonly Placed[] {
  const index = indexOf(schema);
  return subFields(placed.field).map((sub) => place(index, placed, base, sub));
}

/** The bases of the sub-fields of a field in this content: one per element that is an object, the group itself, or none. */
export function basesOf(schema: FormSchema, field: Field, contenu: Contenu): readonly string[] {
  if (!isRepeated(field)) return subFields(field).length > 0 ? [field.path] : [];
  const elements = readPath(contenu, field.path, schema.slices);
  return Array.isArray(elements) ? elements.slice(0, MOST_ELEMENTS).flatMap((element: unknown, n) => (isObject(element) ? [`${field.path}.${n}`] : [])) : [];
}

/**
 * The fields to evaluate again when the value at a path changes, the field itself included (FIC-21, FIC-83):
 * those shown, required, ordered, bounded or named by it, and the lists that hold it. All others are sure to be
 * as they were. Sub-fields of lists that depend on a field outside of them are told when the content is given.
 */
export function dependents(schema: FormSchema, path: string, contenu?: Contenu): readonly string[] {
  const index = indexOf(schema);
  const known = index.dependents.get(path);
  const lists = contenu && index.lists.get(path);
  if (known) return lists ? [...new Set([...known, ...lists.flatMap((placed) => inside(schema, placed, path, contenu))])] : known;
  const owner = findField(schema, path)?.owner;
  if (!owner) return [];
  const { placed: { field }, base } = owner;
  const name = `./${path.slice(base.length + 1)}`;
  // A first character makes an element one that is there: what it needs is then missing.
  const near = subFields(field).filter((sub) => name === `./${sub.path}` || subInputs(sub).includes(name) || (isRepeated(field) && sub.required !== undefined));
  return [...new Set([...near.map((sub) => `${base}.${sub.path}`), ...dependents(schema, field.path, contenu)])];
}

/** The sub-fields of a list that are made from a path outside of it. */
function inside(schema: FormSchema, placed: Placed, path: string, contenu: Contenu): readonly string[] {
  return basesOf(schema, placed.field, contenu).flatMap((base) => placedSubFields(schema, placed, base).flatMap((sub) => [
    ...(subInputs(sub.field).includes(path) ? [sub.field.path] : []), ...inside(schema, sub, path, contenu),
  ]));
}

function indexOf(schema: FormSchema): SchemaIndex {
  let index = indexes.get(schema);
  if (!index) {
    const placed = schema.sections.flatMap((section) => section.fields.map((field): Placed => ({ field, section })));
    const byPath = new Map(placed.map((one) => [one.field.path, one]));
    index = { byPath, dependents: readDependents(placed, byPath, schema), lists: readLists(placed), concrete: new Map() };
    indexes.set(schema, index);
  }
  return index;
}

/** The nearest list or group before each dot of the path, then down from it. */
function subField(index: SchemaIndex, path: string): Placed | undefined {
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const placed = index.byPath.get(path.slice(0, dot));
    const found = placed && descend(index, placed, path.slice(dot + 1));
    if (found) return found;
  }
  return undefined;
}

function descend(index: SchemaIndex, owner: Placed, rest: string): Placed | undefined {
  let [base, relative] = [owner.field.path, rest];
  if (isRepeated(owner.field)) {
    const [step] = parsePath(rest);
    if (step?.index === undefined) return undefined;
    base += `.${step.name}`;
    relative = rest.slice(step.name.length + 1);
  }
  for (const sub of subFields(owner.field)) {
    if (relative === sub.path) return place(index, owner, base, sub);
    if (!relative.startsWith(`${sub.path}.`)) continue;
    const found = descend(index, place(index, owner, base, sub), relative.slice(sub.path.length + 1));
    if (found) return found;
  }
  return undefined;
}

function place(index: SchemaIndex, owner: Placed, base: string, sub: Field): Placed {
  const path = `${base}.${sub.path}`;
  let placed = index.concrete.get(path);
  if (!placed) {
    placed = { field: concrete(owner.field, base, sub), section: owner.section, owner: { placed: owner, base } };
    if (index.concrete.size >= KEPT) index.concrete.clear();
    index.concrete.set(path, placed);
  }
  return placed;
}

function readDependents(placed: readonly Placed[], byPath: ReadonlyMap<string, Placed>, { level, names }: FormSchema): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  const add = (path: string, field: Field) => result.set(path, [...(result.get(path) ?? []), field.path]);
  for (const { field, section } of placed) {
    const official = level === 'EG' && field.path === names[0] ? officialInputs : [];
    for (const path of new Set([field.path, ...inputs(field, section), ...official])) add(path, field);
  }
  // An element of a slice that goes moves those after it in the list.
  for (const { field: { path } } of placed) {
    for (let colon = path.indexOf(':'); colon > 0; colon = path.indexOf(':', colon + 1)) {
      const list = byPath.get(path.slice(0, colon));
      if (list && !result.get(path)?.includes(list.field.path)) add(path, list.field);
    }
  }
  return result;
}

function readLists(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const result = new Map<string, Placed[]>();
  const deep = (field: Field): readonly string[] => subFields(field).flatMap((sub) => [...subInputs(sub), ...deep(sub)]);
  for (const one of placed) {
    for (const path of new Set(deep(one.field))) if (!isRelative(path)) result.set(path, [...(result.get(path) ?? []), one]);
  }
  return result;
}

/** The paths that a field's view is made from, besides its own. */
const inputs = (field: Field, section: Section): readonly string[] =>
  [...(section.visible ? conditionPaths(section.visible) : []), ...subInputs(field), ...(field.proposal === 'nom-offre' ? namingInputs : [])];

function subInputs({ kind, visible, required, options, constraints }: Field): readonly string[] {
  const conditions = [visible, required?.pending, required?.final].filter((condition): condition is Condition => typeof condition === 'object');
  return [
    ...conditions.flatMap(conditionPaths),
    ...(options?.usualOf === undefined ? [] : [options.usualOf]),
    ...(constraints?.notUnder === undefined ? [] : [constraints.notUnder]),
    ...knownKind(kind)?.inputs ?? [],
  ];
}
