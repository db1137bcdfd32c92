import { allValueSetIds } from '../../nomenclature/value-set-ids.ts';
import { isObject } from './equal.ts';
import type { FormSchema } from './types.ts';

/*
 * Most schemas that a page brings use few words: fields of simple kinds, conditions on one answer. These are
 * recognised here at once. Any doubt is left to `form-schema.ts`, which alone refuses, and says why.
 */

export const PATH = /^[a-z]\w*(:[a-z]\w*)?(\.[a-z]\w*(:[a-z]\w*)?)*$/i;
export const IDENTIFIER = /^[A-Za-z0-9][\w.-]{0,99}$/;

type Check = (value: unknown) => boolean;

const text = (max: number): Check => (value) => typeof value === 'string' && value.length > 0 && value.length <= max;
const label = text(500);
const help = text(4_000);
const code = text(300);
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const positive: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const boolean: Check = (value) => typeof value === 'boolean';
const identifier: Check = (value) => typeof value === 'string' && IDENTIFIER.test(value);
const path: Check = (value) => typeof value === 'string' && value.length <= 300 && PATH.test(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && [...value as unknown[]].every(check);
const oneOf = (...values: readonly string[]): Check => { const known = new Set<unknown>(values); return (value) => known.has(value); };

/** An object of these keys and no other; the keys of `needed` are there. */
function object(needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const checks = new Map(Object.entries({ ...needed, ...optional }));
  const names = Object.keys(needed);
  return (value) => isObject(value) && names.every((name) => Object.hasOwn(value, name)) && Object.entries(value).every(([key, inner]) => checks.get(key)?.(inner) ?? false);
}

const either = (...checks: readonly Check[]): Check => (value) => checks.some((check) => check(value));

const condition = either(object({ path, in: listOf(code) }), object({ path, filled: boolean }));
const conditional = either(boolean, condition);

const field = object({ path, kind: oneOf('texte', 'texte-long', 'nombre', 'date', 'booleen', 'code', 'codes', 'textes'), label }, {
  help, unit: label, visible: condition, required: object({}, { pending: conditional, final: conditional }),
  options: object({ valueSet: oneOf(...allValueSetIds) }, { codes: listOf(code) }),
  constraints: object({}, { min: number, max: number, maxLength: positive, maxItems: positive }),
});

const schema = object(
  { id: identifier, version: identifier, level: oneOf('EJ', 'EG', 'P', 'S', 'UF', 'UO', 'LIEU'), title: label, names: listOf(path), sections: listOf(object({ id: identifier, title: label, fields: listOf(field) }, { help, visible: condition })) },
);

/** Whether this is a form schema for certain; `false` says nothing against it. */
export const isPlainSchema = (value: unknown): value is FormSchema => schema(value);
