import { loadCommunes, type Communes } from '../../../src/nomenclature/communes.ts';
import type { NomenclatureSource } from '../../../src/nomenclature/load.ts';
import { chargerVocabulaire } from '../../../src/engine/recherche/charger.ts';
import type { Vocabulaire } from '../../../src/engine/recherche/vocabulaire.ts';
import type { Calendrier } from '../../../src/engine/planning/journees.ts';
import { feries } from '../../../src/engine/planning/feries.ts';

/** What the search needs beside the database: words, communes, holidays. Built once. */
export interface ContexteRecherche {
  readonly communes: Communes;
  readonly vocabulaire: Vocabulaire;
  /** Label of a category of establishment, of a type of offer; empty when unknown. */
  libelle(genre: 'categorie' | 'type-offre', code: string): string;
  /** Public holidays of a zone: one object per zone, that keeps what was computed. */
  calendrier(zone: string): Calendrier;
}

export async function loadContexteRecherche(source: NomenclatureSource): Promise<ContexteRecherche> {
  const [communes, vocabulaire, categories, types] = await Promise.all([loadCommunes(), chargerVocabulaire(source), source.valueSet('J55'), source.valueSet('J238')]);
  const calendriers = new Map<string, Calendrier>();
  const connus = { categorie: new Map(categories.concepts.map(({ code, label }) => [code, label])), 'type-offre': new Map(types.concepts.map(({ code, label }) => [code, label])) };
  return {
    communes, vocabulaire,
    libelle: (genre, code) => connus[genre].get(code) ?? '',
    calendrier(zone) {
      const connu = calendriers.get(zone) ?? { feries: (annee: number) => feries(annee, zone) };
      calendriers.set(zone, connu);
      return connu;
    },
  };
}
