import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EtablissementTrouve } from '../../../src/engine/recherche/resultats.ts';
import { COLONNES, provenance, tableau, type MotsProvenance, type MotsTableau } from '../../../src/engine/recherche/tableau.ts';
import { etablissement } from './exemples.ts';

const mots: MotsTableau = {
  feuille: 'Offres', entetes: Object.fromEntries(COLONNES.map((colonne) => [colonne, colonne.toUpperCase()])) as MotsTableau['entetes'],
  etats: { ouvert: 'Ouvert', ferme: 'Fermé', inconnu: 'Horaires inconnus' }, enfants: 'Enfants', adultes: 'Adultes',
};

test('the example is a result of the contract', () => assert.ok(EtablissementTrouve.safeParse(etablissement).success));

test('each offer is a row, with its establishment, and every column has its heading and its width', () => {
  const feuille = tableau([etablissement, { ...etablissement, id: 'autre', offres: [] }], mots, (valueSet, code) => `${valueSet}:${code}`);
  assert.equal(feuille.lignes.length, etablissement.offres.length);
  assert.deepEqual(feuille.entetes, COLONNES.map((colonne) => colonne.toUpperCase()));
  for (const ligne of feuille.lignes) assert.equal(ligne.length, COLONNES.length);
  assert.equal(feuille.largeurs.length, COLONNES.length);
  const [premiere, seconde] = feuille.lignes.map((ligne) => Object.fromEntries(COLONNES.map((colonne, n) => [colonne, ligne[n]])));
  assert.deepEqual(premiere, {
    etablissement: 'EHPAD TEST', categorie: 'J55:500', adresse: '1 RUE DES LILAS, 77100 MEAUX', commune: 'Meaux', distance: 1.2, duree: 9, unite: 'Unité EHPAD', type: 'J238:21', mode: 'J19:46',
    temporalite: null, ageMin: 60, ageMax: null, patients: 'Adultes', statut: 'Ouvert', prochain: new Date('2026-11-21T17:00:00Z'), placesDisponibles: 3, placesInstallees: 80,
    placesDate: new Date('2026-11-20T08:00:00Z'), telephone: '01 60 00 00 00', mail: 'accueil@ehpad.example', identifiant: 'uo-1',
  });
  assert.deepEqual([seconde?.['telephone'], seconde?.['statut'], seconde?.['patients'], seconde?.['placesDisponibles']], ['01 60 11 11 11', 'Horaires inconnus', 'Enfants, Adultes', null]);
});

test('an export says what was asked, when, from where, and what its travel times are worth', () => {
  const dit: MotsProvenance = {
    feuille: 'Recherche', titre: 'Recherche', criteres: 'Critères', aucunCritere: 'Aucun', date: 'Date', source: 'Source', resultats: 'Résultats', nombre: (eg, uo) => `${eg}/${uo}`, tri: 'Tri', duree: 'Trajet',
    dureeEstimee: (deplacement) => `estimé ${deplacement}`, nomenclatures: 'Nomenclatures', avertissement: 'Attention',
  };
  const instant = new Date('2026-11-21T10:00:00Z');
  const commun = { instant, source: 'ROR de démonstration', etablissements: 1, offres: 2, tri: 'distance' } as const;
  assert.deepEqual(provenance({ ...commun, criteres: ['EHPAD', 'autour de Meaux'], deplacement: 'voiture', editions: [{ valueSet: 'J238', edition: '2026-09-28' }] }, dit).lignes, [
    ['Recherche', null], ['Date', instant], ['Source', 'ROR de démonstration'], ['Résultats', '1/2'], ['Tri', 'distance'], ['Critères', 'EHPAD'], [null, 'autour de Meaux'],
    ['Trajet', 'estimé voiture'], ['Nomenclatures', 'J238 (2026-09-28)'], [null, 'Attention'],
  ]);
  assert.deepEqual(provenance({ ...commun, criteres: [], deplacement: null, editions: [] }, dit).lignes.slice(5), [['Critères', 'Aucun'], [null, 'Attention']]);
});
