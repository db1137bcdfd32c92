import type { NiveauFiche } from '../../domain/noeud.ts';
import { compose } from './compose.ts';
import type { FormSchema } from './types.ts';

const schemas = new Map<NiveauFiche, FormSchema>();
const checked = new WeakSet<object>();

/** The form of a level when it is there already; always the same object. */
export const knownSchema = (level: NiveauFiche): FormSchema | undefined => schemas.get(level);

/** The form of a level, made once from its file and the parts that the levels share. */
export function composeSchema(level: NiveauFiche, file: unknown, parts: Readonly<Record<string, unknown>>): FormSchema {
  let schema = schemas.get(level);
  // TypeScript reads the texts of a JSON file as any text; a test parses each schema with the schema of schemas.
  if (!schema) schemas.set(level, schema = trust(compose(file, parts) as FormSchema));
  return schema;
}

/** Remembers that a schema was checked, or is the project's own: it is not checked again each time a form is given it. */
export function trust(schema: FormSchema): FormSchema {
  checked.add(schema);
  return schema;
}

export const isTrusted = (schema: object): boolean => checked.has(schema);
