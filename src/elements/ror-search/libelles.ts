import type { LibellesController } from '../../controllers/libelles-controller.ts';
import { FACETTES, GENRES, type Facette, type Genre } from '../../engine/recherche/champs.ts';
import type { Critere, Criteres } from '../../engine/recherche/criteres.ts';
import type { Mots } from './types.ts';

export const libelleGenre = (libelles: LibellesController, genre: Genre, code: string): string => libelles.de(GENRES[genre].valueSet, code);

export function libelleFacette(libelles: LibellesController, mots: Mots, facette: Facette, code: string): string {
  const { valueSet } = FACETTES[facette];
  if (valueSet === 'GGD') return (mots.domaines as Readonly<Record<string, string>>)[code] ?? code;
  return libelles.de(valueSet, code);
}

/** One criterion in words: of a chip, and of what could be left out. */
export function libelleCritere(critere: Critere, criteres: Criteres, lieu: string, libelles: LibellesController, mots: Mots): string {
  switch (critere.nom) {
    case 'quoi': return libelleGenre(libelles, critere.genre, critere.code);
    case 'facette': return libelleFacette(libelles, mots, critere.facette, critere.code);
    case 'texte': return mots.mots(criteres.texte ?? '');
    case 'ou': return lieu;
    case 'distanceMax': return mots.distanceMax(criteres.distanceMax ?? 0);
    case 'dureeMax': return `${mots.moinsDe(criteres.dureeMax ?? 0)} ${mots.deplacements[criteres.deplacement ?? 'voiture']}`;
    case 'age': return mots.ageDe(criteres.age ?? 0);
    case 'ouvert': return mots.ouvert;
    case 'places': return mots.places;
  }
}
