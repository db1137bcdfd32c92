import type { Contenu, Editions } from '../../domain/fiche.ts';
import type { Nomenclature } from '../../nomenclature/nomenclature.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { elementsOf } from './elements.ts';
import { knownKind } from './kind-registry.ts';
import type { HeldCodes } from './kinds/kind.ts';
import { readPath } from './paths.ts';
import { placedFields } from './schema-index.ts';
import type { Field, FormSchema } from './types.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface Held {
  readonly field: Field;
  readonly valueSet: ValueSetId;
  readonly codes: readonly string[];
}

/**
 * The editions to keep with a fiche after these changes (FIC-130): a code that was there keeps the edition it was
 * chosen in; a new one takes the edition that is loaded; one that is gone is forgotten. A code stored before anything
 * was remembered has none: nothing is invented.
 * @param avant what the fiche held, and the editions known of it.
 */
export function rememberEditions(schema: FormSchema, avant: { readonly contenu: Contenu; readonly editions?: Editions | undefined }, apres: Contenu, nomenclature: Nomenclature): Editions {
  const before = byValueSet(schema, avant.contenu);
  const result: Record<string, Record<string, string[]>> = {};
  for (const [valueSet, codes] of byValueSet(schema, apres)) {
    for (const code of codes) {
      const known = editionOf(avant.editions, valueSet, code);
      const isNew = !before.get(valueSet)?.has(code);
      const edition = known ?? (isNew && nomenclature.has(valueSet) ? nomenclature.valueSet(valueSet).edition : undefined);
      if (edition === undefined || edition === '') continue;
      ((result[valueSet] ??= {})[edition] ??= []).push(code);
    }
  }
  return result;
}

/**
 * What is kept of the editions that a save tells (FIC-130): those of codes that the fiche holds. What was known of a code
 * stays, whatever was sent, and is forgotten with it.
 */
export function acceptEditions(schema: FormSchema, avant: Editions | undefined, sent: Editions | undefined, contenu: Contenu): Editions {
  const result: Record<string, Record<string, string[]>> = {};
  for (const [valueSet, codes] of byValueSet(schema, contenu)) {
    for (const code of codes) {
      const edition = editionOf(avant, valueSet, code) ?? editionOf(sent, valueSet, code);
      if (edition !== undefined && DAY.test(edition)) ((result[valueSet] ??= {})[edition] ??= []).push(code);
    }
  }
  return result;
}

/** The edition a code was chosen in, when it is known. */
export function editionOf(editions: Editions | undefined, valueSet: string, code: string): string | undefined {
  const known = editions && Object.hasOwn(editions, valueSet) ? editions[valueSet] : undefined;
  return Object.entries(known ?? {}).find(([, codes]) => codes.includes(code))?.[0];
}

/** The codes of a fiche, field by field, in the order of the form; those of the elements of a list are of its fields (`contact.0.natureContact`). */
export function heldCodes(schema: FormSchema, contenu: Contenu): readonly Held[] {
  const of = (field: Field): readonly Held[] => {
    const value = readPath(contenu, field.path, schema.slices);
    const valueSet = field.options?.valueSet;
    const held: readonly HeldCodes[] = [
      ...(valueSet === undefined || valueSet === 'GGD' ? [] : [[valueSet, texts(value)] as const]), ...(value === undefined ? [] : knownKind(field.kind)?.codes?.(value) ?? []),
    ];
    return [
      ...held.flatMap(([id, codes]): readonly Held[] => (codes.length === 0 ? [] : [{ field, valueSet: id, codes: [...new Set(codes)] }])),
      ...elementsOf(schema, field, contenu).flatMap(({ fields }) => fields.flatMap(of)),
    ];
  };
  return [...placedFields(schema)].flatMap(({ field }) => of(field));
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((code): code is string => typeof code === 'string' && code !== '');

function byValueSet(schema: FormSchema, contenu: Contenu): ReadonlyMap<ValueSetId, ReadonlySet<string>> {
  const result = new Map<ValueSetId, Set<string>>();
  for (const { valueSet, codes } of heldCodes(schema, contenu)) {
    const known = result.get(valueSet) ?? new Set<string>();
    for (const code of codes) known.add(code);
    result.set(valueSet, known);
  }
  return result;
}
