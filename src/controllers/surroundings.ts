import { neededValueSets } from '../engine/fiche/value-sets.ts';
import type { FicheContext, FormSchema } from '../engine/fiche/types.ts';
import { Associations, tablesFor } from '../nomenclature/associations.ts';
import { officialSource, type NomenclatureSource } from '../nomenclature/load.ts';
import { Nomenclature } from '../nomenclature/nomenclature.ts';
import type { ValueSetId } from '../nomenclature/value-set-ids.ts';

export type Lists = Pick<FicheContext, 'nomenclature' | 'associations'>;

/**
 * Loads value sets and the tables that link them, all at once: on a slow network each wave of requests costs a
 * latency. What is loaded already costs nothing.
 */
export async function loadLists(source: NomenclatureSource, ids: readonly ValueSetId[], known?: Nomenclature): Promise<Lists> {
  const tables = tablesFor(ids);
  const [nomenclature] = await Promise.all([known?.with(ids) ?? Nomenclature.load(source, ids), ...tables.map((name) => source.association(name))]);
  return { nomenclature, associations: await Associations.load(source, nomenclature, tables) };
}

/** Loads what a schema needs of the nomenclatures, and nothing else. */
export function loadSurroundings(schema: FormSchema, source: NomenclatureSource = officialSource): Promise<Lists> {
  return loadLists(source, neededValueSets(schema));
}
