import { neededValueSets } from '../engine/fiche/complete.ts';
import type { FicheContext, FormSchema } from '../engine/fiche/types.ts';
import { Associations, tablesFor } from '../nomenclature/associations.ts';
import { officialSource, type NomenclatureSource } from '../nomenclature/load.ts';
import { Nomenclature } from '../nomenclature/nomenclature.ts';

/** Loads what a schema needs of the nomenclatures, and nothing else. Value sets already loaded cost nothing. */
export async function loadSurroundings(schema: FormSchema, source: NomenclatureSource = officialSource): Promise<Pick<FicheContext, 'nomenclature' | 'associations'>> {
  const nomenclature = await Nomenclature.load(source, neededValueSets(schema));
  return { nomenclature, associations: await Associations.load(source, nomenclature, tablesFor(nomenclature.ids)) };
}
