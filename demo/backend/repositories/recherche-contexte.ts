import { loadCommunes, type Commune, type Communes } from '../../../src/nomenclature/communes.ts';
import type { NomenclatureSource } from '../../../src/nomenclature/load.ts';
import { PLACES_VALUE_SETS, type JeuPlaces } from '../../../src/engine/recherche/saisie-places.ts';
import { loadVocabulaire } from '../../../src/engine/recherche/load.ts';
import { NearbyLieux } from '../../../src/engine/recherche/lieux.ts';
import type { Vocabulaire } from '../../../src/engine/recherche/vocabulaire.ts';
import type { Calendrier } from '../../../src/engine/planning/journees.ts';
import { feries } from '../../../src/engine/planning/feries.ts';
import { ClassesConnues } from './recherche-classes.ts';
import { OffresEnMemoire } from './recherche-memoire.ts';

/** What the search needs beside the database: words, communes, holidays. Built once. */
export interface ContexteRecherche {
  readonly communes: Communes;
  /** For names written with mistakes. */
  readonly proches: NearbyLieux<Commune>;
  readonly vocabulaire: Vocabulaire;
  /** Combinations of facets that were read. */
  readonly classes: ClassesConnues;
  /** The offers of the database of one backend. */
  readonly memoire: OffresEnMemoire;
  /** Label of a category of establishment, of a type of offer; empty when unknown. */
  libelle(genre: 'categorie' | 'type-offre', code: string): string;
  /** Public holidays of a zone: one object per zone, that keeps what was computed. */
  calendrier(zone: string): Calendrier;
  /** Whether a code of the counts of beds and places exists and is not retired. */
  connait(jeu: JeuPlaces, code: string): boolean;
}

export async function loadContexteRecherche(source: NomenclatureSource): Promise<ContexteRecherche> {
  const [communes, vocabulaire, categories, types] = await Promise.all([loadCommunes(), loadVocabulaire(source), source.valueSet('J55'), source.valueSet('J238')]);
  const jeux = new Map(await Promise.all(PLACES_VALUE_SETS.map(async (jeu) => [jeu, await source.valueSet(jeu)] as const)));
  const classes = new ClassesConnues();
  const calendriers = new Map<string, Calendrier>();
  const connus = { categorie: new Map(categories.concepts.map(({ code, label }) => [code, label])), 'type-offre': new Map(types.concepts.map(({ code, label }) => [code, label])) };
  return {
    communes, proches: new NearbyLieux(communes.all), vocabulaire, classes, memoire: new OffresEnMemoire(classes),
    libelle: (genre, code) => connus[genre].get(code) ?? '',
    connait: (jeu, code) => jeux.get(jeu)?.describe(code).status === 'selectable',
    calendrier(zone) {
      const connu = calendriers.get(zone) ?? { feries: (annee: number) => feries(annee, zone) };
      calendriers.set(zone, connu);
      return connu;
    },
  };
}
