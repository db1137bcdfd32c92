import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Raison } from '../../../src/engine/planning/journees.ts';
import type { Changement, Statut } from '../../../src/engine/planning/statut.ts';
import type { Constat, Refus } from '../../../src/engine/planning/types.ts';
import { planning } from '../../../src/i18n/fr/planning.ts';
import { plage } from './vocabulaire.ts';

const blancs = (phrase: string) => phrase.replaceAll('\u00a0', ' ');
const semaine: Raison = { code: 'semaine' };

for (const [minute, ecrite, dite] of [
  [0, '0 h', 'minuit'],
  [1, '0 h 01', '0 heure 1'],
  [60, '1 h', '1 heure'],
  [61, '1 h 01', '1 heure 1'],
  [525, '8 h 45', '8 heures 45'],
  [540, '9 h', '9 heures'],
  [545, '9 h 05', '9 heures 5'],
  [720, '12 h', 'midi'],
  [735, '12 h 15', '12 heures 15'],
  [1439, '23 h 59', '23 heures 59'],
  [1440, 'minuit', 'minuit'],
  [1800, '6 h', '6 heures'],
  [2160, '12 h', 'midi'],
] as const) test(`minute ${minute} is « ${ecrite} », said « ${dite} »`, () => {
  assert.equal(blancs(planning.heure(minute)), ecrite);
  assert.equal(planning.heureDite(minute), dite);
  assert.doesNotMatch(planning.heure(minute), / /, 'its spaces do not break');
});

for (const [periode, attendu] of [
  [{ du: '2026-08-01', au: '2026-08-23' }, 'du 1er août 2026 au 23 août 2026'],
  [{ du: '2026-07-14', au: '2026-07-14' }, 'le 14 juillet 2026'],
  [{ du: '2026-03-02' }, 'à partir du 2 mars 2026'],
  [{ au: '2026-12-31' }, 'jusqu’au 31 décembre 2026'],
  [{}, ''],
] as const) test(`a period: « ${attendu} »`, () => assert.equal(planning.periode(periode), attendu));

const change = (etat: Changement['etat'], dansJours: number, jourSemaine: Changement['jourSemaine'], minute: number, jour = '2026-11-23'): Changement => ({ etat, raison: semaine, instantMs: 0, jour, jourSemaine, minute, dansJours });

for (const [de, vers, attendu] of [
  ['ferme', change('ouvert', 0, 1, 540), 'Fermé — ouvre à 9 h'],
  ['ferme', change('ouvert', 1, 1, 540), 'Fermé — ouvre demain à 9 h'],
  ['ferme', change('ouvert', 2, 1, 540), 'Fermé — ouvre lundi à 9 h'],
  ['ferme', change('ouvert', 6, 5, 525), 'Fermé — ouvre vendredi à 8 h 45'],
  ['ferme', change('ouvert', 7, 1, 540), 'Fermé — ouvre le lundi 23 novembre 2026 à 9 h'],
  ['ferme', change('ouvert', 40, 1, 540, '2027-01-01'), 'Fermé — ouvre le lundi 1er janvier 2027 à 9 h'],
  ['ferme', change('ouvert', 1, 2, 0), 'Fermé — ouvre demain à 0 h'],
  ['ouvert', change('ferme', 0, 1, 1080), 'Ouvert — ferme à 18 h'],
  ['ouvert', change('ferme', 1, 2, 0), 'Ouvert — ferme à minuit'],
  ['ouvert', change('ferme', 2, 3, 0), 'Ouvert — ferme demain à minuit'],
  ['ouvert', change('ferme', 3, 1, 0), 'Ouvert — ferme dimanche à minuit'],
  ['ouvert', change('ferme', 12, 1, 0), 'Ouvert — ferme la veille du 23 novembre 2026 à minuit'],
  ['ouvert', change('inconnu', 1, 2, 540), 'Ouvert — horaires à vérifier demain à partir de 9 h'],
  ['inconnu', change('ouvert', 2, 1, 540), 'Horaires à vérifier — ouvert lundi à partir de 9 h'],
  ['inconnu', change('ferme', 1, 1, 0), 'Horaires à vérifier — fermé demain à partir de 0 h'],
  ['inconnu', undefined, 'Horaires à vérifier'],
  ['ouvert', undefined, 'Ouvert'],
  ['ferme', undefined, 'Fermé'],
] as const) test(`PLA-25 « ${attendu} »`, () => {
  const etat: Statut = { etat: de, raison: semaine, ...(vers && { prochain: vers }) };
  assert.equal(blancs(planning.statut(etat)), attendu);
});

for (const [raison, attendu] of [
  [semaine, ''],
  [{ code: 'a-preciser' }, 'horaires à préciser'],
  [{ code: 'horaires-absents' }, 'horaires non renseignés'],
  [{ code: 'fuseau-inconnu' }, 'heure locale inconnue'],
  [{ code: 'instant-illisible' }, 'date inconnue'],
  [{ code: 'hors-periode', du: '2026-01-01', au: '2026-06-30' }, 'horaires valables du 1er janvier 2026 au 30 juin 2026'],
  [{ code: 'exception', effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }, 'fermeture exceptionnelle du 1er août 2026 au 23 août 2026'],
  [{ code: 'exception', effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'fermeture annuelle de l’IME' }, 'fermeture annuelle de l’IME du 1er août 2026 au 23 août 2026'],
  [{ code: 'exception', effet: 'ouverture', du: '2026-09-20', au: '2026-09-20', motif: 'portes ouvertes' }, 'portes ouvertes le 20 septembre 2026'],
  [{ code: 'exception', effet: 'ouverture' }, 'ouverture exceptionnelle'],
  [{ code: 'exception', effet: 'remplacement', du: '2026-07-01' }, 'horaires particuliers à partir du 1er juillet 2026'],
  [{ code: 'ferie', nom: 'Assomption' }, 'jour férié (Assomption)'],
  [{ code: 'vacances', nom: 'Toussaint' }, 'vacances scolaires (Toussaint)'],
  [{ code: 'fermeture-definitive' }, 'fermeture définitive'],
  [{ code: 'fermeture-definitive', du: '2025-12-31' }, 'fermeture définitive depuis le 31 décembre 2025'],
  [{ code: 'fermeture-provisoire' }, 'fermeture provisoire'],
  [{ code: 'fermeture-provisoire', du: '2026-09-01', reouverture: '2026-10-01' }, 'fermeture provisoire, depuis le 1er septembre 2026, réouverture prévue le 1er octobre 2026'],
] as const satisfies readonly (readonly [Raison, string])[]) test(`PLA-25 the reason ${raison.code}: « ${attendu} »`, () => assert.equal(planning.raison(raison), attendu));

for (const [refus, attendu] of [
  [{ code: 'chevauchement', avec: plage('mar 9-12:30') }, 'Ces heures sont déjà prises : mardi de 9 h à 12 h 30.'],
  [{ code: 'chevauchement', avec: plage('dim 22-6') }, 'Ces heures sont déjà prises : dimanche de 22 h à 6 h le lendemain.'],
  [{ code: 'plage-inconnue', plage: plage('lun 9-12') }, 'Cette plage n’est plus dans la semaine.'],
  [{ code: 'duree-nulle' }, 'La fin doit venir après le début.'],
  [{ code: 'duree-excessive', max: 10_080 }, 'Une plage ne peut pas durer plus de 7 jours.'],
  [{ code: 'duree-excessive', max: 1440 }, 'Une plage ne peut pas durer plus de 24 heures.'],
  [{ code: 'pause-nulle' }, 'L’après-midi doit commencer après la fin de la matinée.'],
  [{ code: 'hors-limites' }, 'Indiquez une heure entre 0 h et 24 h.'],
  [{ code: 'jour-inconnu', jour: 8 }, 'Ce jour n’existe pas.'],
  [{ code: 'trop-de-plages', max: 500 }, 'Une semaine ne peut pas avoir plus de 500 plages.'],
] as const satisfies readonly (readonly [Refus, string])[]) test(`PLA-3 the refusal ${refus.code}: « ${attendu} »`, () => assert.equal(blancs(planning.refus(refus)), attendu));

for (const [constat, attendu] of [
  [{ code: 'illisible' }, 'Horaires illisibles, laissés de côté.'],
  [{ code: 'illisible', rang: 2, texte: 'Mo[1] 9-12' }, 'Ligne 3 : horaires illisibles (« Mo[1] 9-12 »), laissés de côté.'],
  [{ code: 'inversee', rang: 0 }, 'Ligne 1 : la fin vient avant le début ; plage laissée de côté.'],
  [{ code: 'duree-nulle', rang: 0 }, 'Ligne 1 : la fin est égale au début ; plage laissée de côté.'],
  [{ code: 'duree-excessive', rang: 9 }, 'Ligne 10 : plage de plus d’une semaine, laissée de côté.'],
  [{ code: 'hors-limites', rang: 0 }, 'Ligne 1 : plage hors de la semaine, laissée de côté.'],
  [{ code: 'fusion', nombre: 3 }, '3 plages qui se chevauchaient ont été réunies.'],
  [{ code: 'fusion', nombre: 1 }, 'Des plages qui se chevauchaient ont été réunies.'],
  [{ code: 'non-repris', quoi: 'frequence', rang: 0, texte: 'semaines paires' }, 'Ligne 1 : non repris, une semaine sur plusieurs (« semaines paires »).'],
  [{ code: 'non-repris', quoi: 'annee', texte: 'Aug off' }, 'Non repris, sans année (« Aug off »).'],
  [{ code: 'non-dit', quoi: 'motif', texte: 'congés' }, 'Ce format ne peut pas dire le motif (« congés »).'],
  [{ code: 'non-dit', quoi: 'feries' }, 'Ce format ne peut pas dire la règle des jours fériés.'],
  [{ code: 'trop-de-plages', nombre: 5000, max: 500 }, '5000 plages : seules les 500 premières sont gardées.'],
  [{ code: 'trop-d-exceptions', nombre: 600, max: 500 }, '600 exceptions : seules les 500 premières sont gardées.'],
] as const satisfies readonly (readonly [Constat, string])[]) test(`PLA-28 what is said of ${constat.code}: « ${attendu} »`, () => assert.equal(planning.constat(constat), attendu));

for (const [position, raison, attendu] of [
  [0, undefined, 'Écrivez par exemple « 9h-12h30, 14h-18h ».'],
  [7, 'incompris', 'Illisible à partir du 8e caractère. Écrivez par exemple « 9h-12h30, 14h-18h ».'],
  [3, 'hors-limites', 'Indiquez des heures entre 0 h et 24 h.'],
  [4, 'inversee', 'La fin doit venir après le début, au plus tard à midi le lendemain.'],
] as const) test(`PLA-17 hours that can't be read: « ${attendu} »`, () => assert.equal(planning.illisible(position, raison), attendu));
