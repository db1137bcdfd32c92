import { conditionPaths } from './conditions.ts';
import { namingInputs, officialInputs } from './naming.ts';
import type { Condition, Field, FormSchema, Section } from './types.ts';

export interface Placed {
  readonly field: Field;
  readonly section: Section;
}

interface SchemaIndex {
  readonly byPath: ReadonlyMap<string, Placed>;
  /** path → fields to evaluate again when its value changes, in the order of the schema. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<FormSchema, SchemaIndex>();

/** The field at a path with its section; `undefined` for a path that the schema does not have. */
export const findField = (schema: FormSchema, path: string): Placed | undefined => indexOf(schema).byPath.get(path);

/** All fields, in the order of the schema. */
export const placedFields = (schema: FormSchema): Iterable<Placed> => indexOf(schema).byPath.values();

/**
 * The fields to evaluate again when the value at a path changes, the field itself included (FIC-21):
 * those shown, required, ordered, bounded or named by it. All others are sure to be as they were.
 */
export const dependents = (schema: FormSchema, path: string): readonly string[] => indexOf(schema).dependents.get(path) ?? [];

function indexOf(schema: FormSchema): SchemaIndex {
  let index = indexes.get(schema);
  if (!index) {
    const placed = schema.sections.flatMap((section) => section.fields.map((field): Placed => ({ field, section })));
    index = { byPath: new Map(placed.map((one) => [one.field.path, one])), dependents: readDependents(placed, schema) };
    indexes.set(schema, index);
  }
  return index;
}

function readDependents(placed: readonly Placed[], { level, names }: FormSchema): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  for (const { field, section } of placed) {
    const official = level === 'EG' && field.path === names[0] ? officialInputs : [];
    for (const path of new Set([field.path, ...inputs(field, section), ...official])) {
      result.set(path, [...(result.get(path) ?? []), field.path]);
    }
  }
  return result;
}

/** The paths that a field's view is made from, besides its own. */
function inputs({ visible, required, options, constraints, proposal }: Field, section: Section): readonly string[] {
  const conditions = [section.visible, visible, required?.pending, required?.final]
    .filter((condition): condition is Condition => typeof condition === 'object');
  return [
    ...conditions.flatMap(conditionPaths),
    ...(options?.usualOf === undefined ? [] : [options.usualOf]),
    ...(constraints?.notUnder === undefined ? [] : [constraints.notUnder]),
    ...(proposal === 'nom-offre' ? namingInputs : []),
  ];
}
