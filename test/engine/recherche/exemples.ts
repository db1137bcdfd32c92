import type { EtablissementTrouve } from '../../../src/engine/recherche/resultats.ts';

/** An establishment with two offers: one of which everything is known, one of which little is. */
export const etablissement: EtablissementTrouve = {
  id: 'eg-1', nom: 'EHPAD TEST', categorieEG: '500', adresse: ['1 RUE DES LILAS', '77100 MEAUX'], codeCommune: '77284', commune: 'Meaux', latitude: 48.96, longitude: 2.88, precision: 'adresse',
  distanceKm: 1.2, duree: { minutes: 9, estimee: true }, telephone: '01 60 11 11 11', mail: null, nombreOffres: 2,
  offres: [
    {
      id: 'uo-1', nom: 'Unité EHPAD', typeOffre: '21', modePriseEnCharge: '46', temporaliteAccueil: null, ageMin: 60, ageMax: null, enfants: false, adultes: true,
      statut: { etat: 'ouvert', prochain: '2026-11-21T17:00:00Z' }, places: { disponibles: 3, installees: 80, dateMiseJour: '2026-11-20T08:00:00Z' },
      telephone: '01 60 00 00 00', mail: 'accueil@ehpad.example', repond: [{ genre: 'type-offre', code: '21' }],
    },
    {
      id: 'uo-2', nom: '=HYPERLINK("http://mal.example";"Unité")', typeOffre: null, modePriseEnCharge: null, temporaliteAccueil: null, ageMin: null, ageMax: null, enfants: true, adultes: true,
      statut: { etat: 'inconnu', prochain: null }, places: { disponibles: null, installees: null, dateMiseJour: null }, telephone: null, mail: null, repond: [],
    },
  ],
};
