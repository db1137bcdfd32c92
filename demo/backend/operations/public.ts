import { filterFor } from '../../../src/engine/acces/profils.ts';
import { lireNoeud } from './repertoire.ts';
import type { Handler } from './service.ts';

/** A node as the public reads it (profile 0), who does nothing with it. */
export const lireNoeudPublic: Handler<'lireNoeud'> = async (input, service) => {
  const lu = await lireNoeud(input, service);
  const { dossier: _dossier, ...noeud } = lu.noeud;
  return {
    ...lu, profil: 0, noeud: { ...noeud, favori: false, actions: ['ouvrir'] }, contenu: filterFor(0, lu.noeud.type, lu.contenu),
    etablissement: lu.etablissement && { ...lu.etablissement, contenu: filterFor(0, 'EG', lu.etablissement.contenu) },
    dossier: null, encadres: [], favoris: [],
  };
};
