import type { LieuController } from '../../controllers/lieu-controller.ts';
import type { SetLabelsController } from '../../controllers/set-labels-controller.ts';
import { FACETTES, GENRES, type Facette, type Genre } from '../../engine/recherche/champs.ts';
import type { Critere, Criteres } from '../../engine/recherche/criteres.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import type { Mots } from './types.ts';

export const genreLabel = (libelles: SetLabelsController, genre: Genre, code: string): string => libelles.of(GENRES[genre].valueSet, code);

export function facetteLabel(libelles: SetLabelsController, mots: Mots, facette: Facette, code: string): string {
  const { valueSet } = FACETTES[facette];
  if (valueSet === 'GGD') return (mots.domaines as Readonly<Record<string, string>>)[code] ?? code;
  return libelles.of(valueSet, code);
}

/** Where it is searched, in words: what the person chose, else what the server calls it. */
export function lieuLabel(ou: NonNullable<Criteres['ou']>, choisi: string | undefined, page: PageResultats | undefined, libelles: SetLabelsController): string {
  if (choisi !== undefined) return choisi;
  if (ou.genre === 'point') return ou.libelle;
  if (ou.genre === 'departement') return libelles.of('COG_departements', ou.code);
  return page?.lieu?.libelle ?? (ou.genre === 'structure' ? ou.id : ou.code);
}

/** One criterion in words: of a chip, and of what could be left out. */
export function critereLabel(critere: Critere, criteres: Criteres, lieu: string, libelles: SetLabelsController, mots: Mots): string {
  switch (critere.nom) {
    case 'quoi': return genreLabel(libelles, critere.genre, critere.code);
    case 'facette': return facetteLabel(libelles, mots, critere.facette, critere.code);
    case 'texte': return mots.mots(criteres.texte ?? '');
    case 'ou': return lieu;
    case 'distanceMax': return mots.distanceMax(criteres.distanceMax ?? 0);
    case 'dureeMax': return `${mots.moinsDe(criteres.dureeMax ?? 0)} ${mots.deplacements[criteres.deplacement ?? 'voiture']}`;
    case 'age': return mots.ageDe(criteres.age ?? 0);
    case 'ouvert': return mots.ouvert;
    case 'places': return mots.places;
  }
}

/** Why what was asked is not searched; empty when it is. */
export const lieuError = (erreur: LieuController['error'], { lieuInconnu, positionRefusee }: Mots): string =>
  (erreur === undefined ? '' : erreur.code === 'inconnu' ? lieuInconnu(erreur.texte) : positionRefusee);
