import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { synonymes } from '../../nomenclature/synonymes.ts';
import { GENRES, type Genre } from './champs.ts';
import { Vocabulaire, type Entree } from './vocabulaire.ts';

const built = new WeakMap<NomenclatureSource, Promise<Vocabulaire>>();

/** The vocabulary of a source: every value set that can be looked for, with its synonyms; built once per source. Rejects when a list cannot be fetched, and asks again the next time. */
export function loadVocabulaire(source: NomenclatureSource): Promise<Vocabulaire> {
  const known = built.get(source);
  if (known) return known;
  const building = build(source);
  built.set(source, building);
  building.catch(() => built.delete(source));
  return building;
}

async function build(source: NomenclatureSource): Promise<Vocabulaire> {
  const [words, ...sets] = await Promise.all([
    synonymes(source),
    ...(Object.entries(GENRES) as [Genre, (typeof GENRES)[Genre]][]).map(async ([genre, { valueSet }]) => ({ genre, id: valueSet, set: await source.valueSet(valueSet) })),
  ]);
  return new Vocabulaire(sets.flatMap(({ genre, id, set }) => {
    const byCode = new Map<string, string[]>();
    for (const { code, terme } of words.get(id) ?? []) byCode.set(code, [...(byCode.get(code) ?? []), terme]);
    return set.concepts.map(({ code, label }): Entree => ({ genre, code, label, synonymes: byCode.get(code) ?? [] }));
  }));
}
