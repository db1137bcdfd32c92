import { conditionPaths } from './conditions.ts';
import type { SchemaError } from './form-schema.ts';
import { kinds } from './kinds.ts';
import { parsePath } from './paths.ts';
import type { Condition, Field, FormSchema } from './types.ts';

/** What the shape of a schema can't say: that what it refers to exists, and that its parts agree. */
export function checkReferences(schema: FormSchema): readonly SchemaError[] {
  const placed = schema.sections.flatMap((section, s) => section.fields.map((field, f) => ({ field, at: `sections.${s}.fields.${f}` })));
  const byPath = new Map(placed.map(({ field }) => [field.path, field]));
  const errors: SchemaError[] = [];
  const report = (at: string, message: string) => errors.push({ at, message });

  const seen = new Set<string>();
  const once = (at: string, key: string) => {
    if (seen.has(key)) report(at, `twice in the schema: ${key}`);
    seen.add(key);
  };
  const checkCondition = (at: string, condition: Condition | boolean | undefined) => {
    if (typeof condition !== 'object') return;
    for (const path of conditionPaths(condition)) if (!byPath.has(path)) report(at, `no field at ${path}`);
  };

  schema.names.forEach((path, n) => byPath.has(path) || report(`names.${n}`, `no field at ${path}`));
  if (schema.names.length === 0) report('names', 'no name');
  schema.sections.forEach((section, s) => {
    once(`sections.${s}.id`, `section ${section.id}`);
    checkCondition(`sections.${s}.visible`, section.visible);
  });
  for (const { field, at } of placed) {
    once(`${at}.path`, field.path);
    checkSlices(field, at, schema, report);
    checkCondition(`${at}.visible`, field.visible);
    checkCondition(`${at}.required.pending`, field.required?.pending);
    checkCondition(`${at}.required.final`, field.required?.final);
    checkOptions(field, at, byPath, report);
    checkConstraints(field, at, byPath, report);
  }
  return errors;
}

type Report = (at: string, message: string) => void;

function checkSlices(field: Field, at: string, schema: FormSchema, report: Report): void {
  for (const path of [field.path, ...Object.keys(field.constants ?? {})]) {
    const steps = parsePath(path);
    for (const { slice } of steps) if (slice !== undefined && !schema.slices?.[slice]) report(at, `no slice ${slice}`);
    if (steps.at(-1)?.slice !== undefined) report(at, `a slice is an object, not a value: ${path}`);
  }
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
