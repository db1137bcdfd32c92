import { isPlainSchema } from './plain-schema.ts';
import { trust } from './schema-cache.ts';
import { checkReferences, stopsShowing } from './schema-references.ts';
import type { FormSchema } from './types.ts';

/** A schema that can be shown, when that is seen without its schema of schemas; its own copy, which the page can't change. */
export function readPlainSchema(json: unknown): FormSchema | undefined {
  if (!isPlainSchema(json)) return undefined;
  return checkReferences(json).some(stopsShowing) ? undefined : trust(JSON.parse(JSON.stringify(json)) as FormSchema);
}
