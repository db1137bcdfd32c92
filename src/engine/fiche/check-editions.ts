import type { Editions, Saisie } from '../../domain/fiche.ts';
import { storedChanges, type StoredChange, type StoredCode } from '../../nomenclature/editions.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { Nomenclature } from '../../nomenclature/nomenclature.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { neededValueSets } from './value-sets.ts';
import { editionOf, heldCodes } from './editions.ts';
import type { FormSchema } from './types.ts';

/** What a newer edition would change for one code of a fiche. */
export interface FicheChange extends StoredChange {
  readonly valueSet: ValueSetId;
}

/**
 * What a newer edition would change for a fiche (FIC-131), in the order of the form; nothing for the codes that stay
 * as they are, nor for a value set that either side has not loaded.
 * @param now the editions in use, for the words that the codes have today.
 */
export function checkEditions(schema: FormSchema, { contenu }: Pick<Saisie, 'contenu'>, now: Nomenclature, next: Nomenclature, editions?: Editions): readonly FicheChange[] {
  return heldCodes(schema, contenu).flatMap(({ field, valueSet, codes }) => {
    if (!next.has(valueSet)) return [];
    const stored = codes.map((code): StoredCode => {
      const edition = editionOf(editions, valueSet, code);
      return { path: field.path, code, ...(edition !== undefined && { edition }) };
    });
    const before = now.has(valueSet) ? now.valueSet(valueSet) : undefined;
    return storedChanges(stored, next.valueSet(valueSet), before && { before }).map((change) => ({ ...change, valueSet }));
  });
}

/** The same for a host that has two sources at hand, such as `officialSource` and `withEditions(…)`. Rejects when a list of either can't be fetched. */
export async function checkSources(schema: FormSchema, saisie: Pick<Saisie, 'contenu'>, now: NomenclatureSource, next: NomenclatureSource, editions?: Editions): Promise<readonly FicheChange[]> {
  const ids = neededValueSets(schema);
  const [before, after] = await Promise.all([Nomenclature.load(now, ids), Nomenclature.load(next, ids)]);
  return checkEditions(schema, saisie, before, after, editions);
}
