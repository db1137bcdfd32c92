import type { AssociationData, AssociationName } from './association-data.ts';
import type { associationFiles, valueSetFiles } from './data-files.ts';
import { importAgain } from './import-again.ts';
import { ValueSet } from './value-set.ts';
import { isHeld, type HeldValueSetId, type ValueSetId } from './value-set-ids.ts';

/** Where value sets and associations come from. A host may give its own editions by another source. */
export interface NomenclatureSource {
  /** Rejects when the value set cannot be fetched. */
  valueSet(id: ValueSetId): Promise<ValueSet>;
  /** Rejects when the table cannot be fetched. */
  association(name: AssociationName): Promise<AssociationData>;
}

/** The names of the files, for who reads them: a host that gives its own source does without. */
const dataFiles = () => importAgain(() => import('./data-files.ts'));

/** Begins to fetch what a question to `officialSource` will need first. */
export const prepareOfficial = (): void => { dataFiles().catch(() => undefined); };

/** A source over files that load one by one: each is fetched once, and again only if that failed. */
export function createSource(
  valueSets?: Readonly<typeof valueSetFiles>,
  associations?: Readonly<typeof associationFiles>,
): NomenclatureSource {
  const loadedSets = new Map<ValueSetId, Promise<ValueSet>>();
  const loadedTables = new Map<AssociationName, Promise<AssociationData>>();
  return {
    valueSet: (id) => once(loadedSets, id, async () => (isHeld(id) ? new ValueSet((await importAgain((valueSets ?? (await dataFiles()).valueSetFiles)[id])).default) : (await import('./open-value-sets.ts')).openValueSet(id))),
    association: (name) => once(loadedTables, name, async () => (await importAgain<{ readonly default: AssociationData }>((associations ?? (await dataFiles()).associationFiles)[name])).default),
  };
}

/** The editions that the package carries. */
export const officialSource: NomenclatureSource = createSource();

/** One value set of the package, fetched alone. */
export function loadValueSet(id: ValueSetId): Promise<ValueSet> {
  return officialSource.valueSet(id);
}

/** A line of the catalogue. */
export interface CatalogueEntry {
  readonly id: HeldValueSetId;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly edition: string;
  /** Number of selectable codes. */
  readonly size: number;
}

/** Names and editions of every value set of the package, without loading any. */
export async function loadCatalogue(): Promise<readonly CatalogueEntry[]> {
  const { default: data } = await import('./data/catalogue.json');
  return data.rows.map(([id = '', name = '', edition = '', size]) => ({ id: id as HeldValueSetId, name, edition, size: Number(size) }));
}

function once<Key, Value>(cache: Map<Key, Promise<Value>>, key: Key, load: () => Promise<Value>): Promise<Value> {
  let value = cache.get(key);
  if (!value) {
    value = load();
    cache.set(key, value);
    value.catch(() => cache.delete(key));
  }
  return value;
}
