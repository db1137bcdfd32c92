import { readRows } from './association-data.ts';
import type { Synonyme } from './associations.ts';
import type { NomenclatureSource } from './load.ts';
import { isValueSetId, type ValueSetId } from './value-set-ids.ts';

/** Words that people type for a code, by value set, in the order of the table. */
export type Synonymes = ReadonlyMap<ValueSetId, readonly Synonyme[]>;

const read = new WeakMap<NomenclatureSource, Promise<Synonymes>>();

/**
 * The synonyms of a source, for a search; loaded alone and once per source. A host gives its own words by the
 * `synonymes` table of its source. Rejects when the table cannot be fetched, and asks again the next time.
 */
export function synonymes(source: NomenclatureSource): Promise<Synonymes> {
  const known = read.get(source);
  if (known) return known;
  const loading = load(source);
  read.set(source, loading);
  loading.catch(() => read.delete(source));
  return loading;
}

async function load(source: NomenclatureSource): Promise<Synonymes> {
  const byValueSet = new Map<ValueSetId, Synonyme[]>();
  for (const { terme, valueSet, code } of readRows(await source.association('synonymes'), ['terme', 'valueSet', 'code'])) {
    if (!isValueSetId(valueSet)) continue;
    const words = byValueSet.get(valueSet);
    if (words) words.push({ terme, code });
    else byValueSet.set(valueSet, [{ terme, code }]);
  }
  return byValueSet;
}
