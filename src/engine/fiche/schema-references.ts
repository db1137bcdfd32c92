import { conditionPaths } from './conditions.ts';
import type { SchemaError } from './form-schema.ts';
import { kinds } from './kinds.ts';
import { parsePath } from './paths.ts';
import { subFields } from './sub-fields.ts';
import type { Condition, Field, FormSchema } from './types.ts';

/** Whether no form can be shown by it: names that lead to no field only leave its fiche without a name. */
export const stopsShowing = ({ at }: SchemaError): boolean => !/^names\b/.test(at);

/** What the shape of a schema can't say: that what it refers to exists, and that its parts agree. */
export function checkReferences(schema: FormSchema): readonly SchemaError[] {
  const placed = schema.sections.flatMap((section, s) => section.fields.map((field, f) => ({ field, at: `sections.${s}.fields.${f}` })));
  const top = new Map(placed.map(({ field }) => [field.path, field]));
  const errors: SchemaError[] = [];
  const report = (at: string, message: string) => errors.push({ at, message });

  const seen = new Set<string>();
  const once = (at: string, key: string) => {
    if (seen.has(key)) report(at, `twice in the schema: ${key}`);
    seen.add(key);
  };
  const checkCondition = (at: string, condition: Condition | boolean | undefined) => {
    if (typeof condition !== 'object') return;
    for (const path of conditionPaths(condition)) if (!top.has(path)) report(at, `no field at ${path}`);
  };

  schema.names.forEach((path, n) => top.has(path) || report(`names.${n}`, `no field at ${path}`));
  if (schema.names.length === 0) report('names', 'no name');
  schema.sections.forEach((section, s) => {
    once(`sections.${s}.id`, `section ${section.id}`);
    checkCondition(`sections.${s}.visible`, section.visible);
  });
  for (const { field, at } of placed) {
    once(`${at}.path`, field.path);
    checkField(field, at, top);
    checkExcept(field, at, top, report);
  }
  return errors;

  /** @param known the fields that this one may name: those of the form, and those of its element as `./nom`. */
  function checkField(field: Field, at: string, known: ReadonlyMap<string, Field>): void {
    checkSlices(field, at, schema, report);
    for (const [where, condition] of [['visible', field.visible], ['required.pending', field.required?.pending], ['required.final', field.required?.final]] as const) {
      if (typeof condition !== 'object') continue;
      for (const path of conditionPaths(condition)) if (!known.has(path)) report(`${at}.${where}`, `no field at ${path}`);
    }
    checkOptions(field, at, known, report);
    checkConstraints(field, at, known, report);
    checkList(field, at, report);
    if (field.kind !== 'liste') return;
    const inside = new Map([...top, ...subFields(field).map((sub) => [`./${sub.path}`, sub] as const)]);
    const paths = new Set<string>();
    subFields(field).forEach((sub, f) => {
      if (paths.has(sub.path)) report(`${at}.fields.${f}.path`, `twice in the element: ${sub.path}`);
      paths.add(sub.path);
      checkField(sub, `${at}.fields.${f}`, inside);
    });
  }
}

/** What only lists have, and what they need. */
function checkList({ kind, fields, element, proposal }: Field, at: string, report: Report): void {
  const isList = kind === 'liste';
  if (isList !== (fields !== undefined && fields.length > 0)) report(`${at}.fields`, isList ? 'fields are missing' : `a field of kind ${kind} has no fields`);
  if (!isList && kind !== 'capacites' && element !== undefined) report(`${at}.element`, `a field of kind ${kind} has no elements`);
  for (const [n, path] of (element?.title ?? []).entries()) if (isList && !fields?.some((sub) => sub.path === path)) report(`${at}.element.title.${n}`, `no field at ${path}`);
  if (proposal !== undefined && isList) report(`${at}.proposal`, 'nothing is proposed for a list');
}

/** An element is shown once: by the fields of its slice, or by the list. */
function checkExcept({ path, kind, element }: Field, at: string, top: ReadonlyMap<string, Field>, report: Report): void {
  if (kind !== 'liste') return;
  for (const other of top.keys()) {
    const slice = other.startsWith(`${path}:`) ? /^\w+/.exec(other.slice(path.length + 1))?.[0] : undefined;
    if (slice !== undefined && !element?.except?.includes(slice)) report(`${at}.element.except`, `slice ${slice} is shown by ${other} too`);
  }
}

type Report = (at: string, message: string) => void;

function checkSlices(field: Field, at: string, schema: FormSchema, report: Report): void {
  for (const path of [field.path, ...Object.keys(field.constants ?? {})]) {
    const steps = parsePath(path);
    for (const { slice } of steps) if (slice !== undefined && !schema.slices?.[slice]) report(at, `no slice ${slice}`);
    if (steps.at(-1)?.slice !== undefined) report(at, `a slice is an object, not a value: ${path}`);
  }
  for (const slice of field.element?.except ?? []) if (!schema.slices?.[slice]) report(`${at}.element.except`, `no slice ${slice}`);
}

function checkOptions(field: Field, at: string, byPath: ReadonlyMap<string, Field>, report: Report): void {
  const coded = field.kind === 'code' || field.kind === 'codes';
  if (coded !== (field.options !== undefined)) report(`${at}.options`, coded ? 'options are missing' : `a field of kind ${field.kind} has no options`);
  const source = field.options?.usualOf;
  if (source === undefined) return;
  if (byPath.get(source)?.kind !== 'code') report(`${at}.options.usualOf`, `no field of kind code at ${source}`);
  if (source.includes(':')) report(`${at}.options.usualOf`, `not in a slice: ${source}`);
}

function checkConstraints({ kind, initial, constraints = {} }: Field, at: string, byPath: ReadonlyMap<string, Field>, report: Report): void {
  const { min, max, notUnder } = constraints;
  if (min !== undefined && max !== undefined && min > max) report(`${at}.constraints`, 'min is over max');
  if (notUnder !== undefined && byPath.get(notUnder)?.kind !== kind) report(`${at}.constraints.notUnder`, `no field of kind ${kind} at ${notUnder}`);
  if (initial === undefined) return;
  const read = kinds[kind].parse(kinds[kind].format(initial), constraints);
  if (!('value' in read) || JSON.stringify(read.value) !== JSON.stringify(initial)) report(`${at}.initial`, `not a value of kind ${kind}`);
}
