import { isObject } from './equal.ts';

/** Parts that several schemas have, by name: a field, a list of fields, an element of a list, slices. */
export type Parts = Readonly<Record<string, unknown>>;

/**
 * A schema file as a form schema. `{ "use": name, … }` is the part of that name: a list takes its place among its
 * neighbours, an object takes the other keys over its own. `prefix` says where the fields of a list of parts stand: it
 * begins their paths, and takes the place of `./` in what they refer to.
 */
export function compose(value: unknown, parts: Parts): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const composed = compose(item, parts);
      return Array.isArray(composed) ? composed as unknown[] : [composed];
    });
  }
  if (!isObject(value)) return value;
  const { use, prefix, ...own } = value;
  const rest = Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, compose(inner, parts)]));
  if (typeof use !== 'string') return rest;
  if (!Object.hasOwn(parts, use)) throw new Error(`No part ${use}.`);
  const part = compose(parts[use], parts);
  if (Array.isArray(part)) return typeof prefix === 'string' ? part.map((field) => placed(field, prefix)) : part;
  return { ...part as object, ...rest };
}

/** A field of a part, at its place: what is inside an element of a list stays relative to the element. */
function placed(field: unknown, prefix: string): unknown {
  if (!isObject(field)) return field;
  const { path, constants, fields, element, ...rest } = field;
  return {
    path: `${prefix}${String(path)}`,
    ...(rewritten(rest, prefix) as object),
    ...(isObject(constants) && { constants: Object.fromEntries(Object.entries(constants).map(([at, value]) => [`${prefix}${at}`, value])) }),
    ...(fields !== undefined && { fields }), ...(element !== undefined && { element }),
  };
}

function rewritten(value: unknown, prefix: string): unknown {
  if (typeof value === 'string') return value.startsWith('./') ? `${prefix}${value.slice(2)}` : value;
  if (Array.isArray(value)) return value.map((item) => rewritten(item, prefix));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewritten(inner, prefix)])) : value;
}
