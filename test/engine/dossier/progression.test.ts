import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Acteur } from '../../../src/domain/acteur.ts';
import { Role } from '../../../src/domain/acteur.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import { EtatDossier } from '../../../src/domain/dossier.ts';
import { progression, type Etape } from '../../../src/engine/dossier/progression.ts';
import {
  acteur, AUJOURDHUI, DEMAIN, direction, dossier, gestionnaire, HIER, referent, sanitaire, tutelle, tutelleVoisine, voisine,
} from '../../support/dossiers.ts';

/** The steps from now on, the next one first. */
const ETAPES: readonly (readonly [titre: string, d: Dossier, qui: Acteur, ...etapes: Etape[]])[] = [
  ['a new dossier', dossier('EG?', { dateEffet: null }), referent,
    'completer-fiches', 'ajouter-unite', 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['the EG is green', dossier('EG', { dateEffet: null }), referent, 'ajouter-unite', 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['a grey unit', dossier('EG(UO1?)', { dateEffet: null }), referent, 'completer-fiches', 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['all green, no date', dossier(undefined, { dateEffet: null }), referent, 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['all green, the date has passed', dossier(undefined, { dateEffet: HIER }), referent, 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['ready for today', dossier(), referent, 'envoyer', 'attendre-validation', 'publie'],
  ['ready for tomorrow', dossier(undefined, { dateEffet: DEMAIN }), referent, 'envoyer', 'attendre-validation', 'attendre-date-effet', 'publie'],
  ['ready, sanitary, a référent', sanitaire(), referent, 'envoyer', 'attendre-direction', 'attendre-validation', 'publie'],
  ['ready, sanitary, a Direction', sanitaire(), direction, 'envoyer', 'valider-en-interne', 'attendre-validation', 'publie'],
  ['ready, the gestionnaire looks', dossier(), gestionnaire, 'attendre-envoi', 'valider', 'publie'],
  ['ready, the tutelle looks', dossier(undefined, { valideur: 'tutelle' }), tutelle, 'attendre-envoi', 'valider', 'publie'],
  ['ready, handicap, the gestionnaire looks', dossier(undefined, { valideur: 'tutelle' }), gestionnaire, 'attendre-envoi', 'attendre-validation', 'publie'],
  ['sent, a référent', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), referent, 'attendre-direction', 'attendre-validation', 'publie'],
  ['sent, a Direction', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), direction, 'valider-en-interne', 'attendre-validation', 'publie'],
  ['sent, another Direction', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), voisine, 'attendre-direction', 'attendre-validation', 'publie'],
  ['sent, the gestionnaire', sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), gestionnaire, 'attendre-direction', 'valider', 'publie'],
  ['to be validated, a Direction', dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE' }), direction, 'attendre-validation', 'publie'],
  ['to be validated, the gestionnaire', dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE', dateEffet: DEMAIN }), gestionnaire, 'valider', 'attendre-date-effet', 'publie'],
  ['to be validated, the tutelle', dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE', valideur: 'tutelle' }), tutelle, 'valider', 'publie'],
  ['to be validated, another tutelle', dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE', valideur: 'tutelle' }), tutelleVoisine, 'attendre-validation', 'publie'],
  ['valid for tomorrow', dossier(undefined, { etat: 'VALIDE', dateEffet: DEMAIN }), referent, 'attendre-date-effet', 'publie'],
  ['valid and the day has come', dossier(undefined, { etat: 'VALIDE', dateEffet: AUJOURDHUI }), referent, 'attendre-publication', 'publie'],
  ['published', dossier(undefined, { etat: 'PUBLIE', dateEffet: HIER }), referent, 'publie'],
  ['refused', dossier(undefined, { etat: 'REFUSE' }), referent, 'corriger-apres-refus', 'envoyer', 'attendre-validation', 'publie'],
  ['refused long ago', dossier(undefined, { etat: 'REFUSE', dateEffet: HIER }), referent, 'corriger-apres-refus', 'choisir-date-effet', 'envoyer', 'attendre-validation', 'publie'],
  ['refused, being corrected', dossier('EG(UO1?)', { etat: 'REFUSE' }), referent, 'completer-fiches', 'envoyer', 'attendre-validation', 'publie'],
  ['refused, sanitary, a Direction', sanitaire(undefined, { etat: 'REFUSE' }), direction, 'corriger-apres-refus', 'envoyer', 'valider-en-interne', 'attendre-validation', 'publie'],
  ['refused, the gestionnaire looks', dossier(undefined, { etat: 'REFUSE' }), gestionnaire, 'attendre-envoi', 'valider', 'publie'],
  ['failed, a Direction', dossier(undefined, { etat: 'ERREUR_PUBLICATION' }), direction, 'attendre-publication', 'publie'],
  ['failed, the gestionnaire', dossier(undefined, { etat: 'ERREUR_PUBLICATION' }), gestionnaire, 'reprendre-publication', 'publie'],
  ['failed, handicap, the tutelle', dossier(undefined, { etat: 'ERREUR_PUBLICATION', valideur: 'tutelle' }), tutelle, 'reprendre-publication', 'publie'],
];

describe('what comes next', () => {
  for (const [titre, d, qui, etape, ...ensuite] of ETAPES) {
    it(`DOS-39 ${titre}: ${etape}, then ${ensuite.join(', ') || 'nothing'}`, () => {
      const vu = progression(d, qui, AUJOURDHUI);
      assert.deepEqual([vu.etape, vu.ensuite], [etape, ensuite]);
      assert.equal(vu.aVous, etape !== undefined && !etape.startsWith('attendre') && etape !== 'publie');
    });
  }

  it('DOS-39 everybody is told something in every state, ending with the publication, and at most one kind of person has to act', () => {
    for (const etat of EtatDossier.options) {
      for (const d of [dossier(undefined, { etat }), sanitaire(undefined, { etat }), dossier('EG?', { etat, valideur: 'tutelle', dateEffet: null })]) {
        const vues = Role.options.map((role) => progression(d, acteur(role), AUJOURDHUI));
        for (const { etape, ensuite } of vues) assert.equal([etape, ...ensuite].at(-1), 'publie');
        const aFaire = new Set(vues.filter(({ aVous }) => aVous).map(({ etape }) => etape));
        assert.ok(aFaire.size <= 1, `${etat}: ${[...aFaire].join(', ')}`);
        assert.equal(aFaire.size, etat === 'PUBLIE' || etat === 'VALIDE' ? 0 : 1, etat);
      }
    }
  });
});

describe('how far it is', () => {
  for (const [d, total, finalisees, prochaine] of [
    [dossier('EG?(UO1?,UO2?)'), 3, 0, 'eg'],
    [dossier('EG(UO1?,UO2?)'), 3, 1, 'uo1'],
    [dossier('EG(UO1,UO2?)'), 3, 2, 'uo2'],
    [dossier('EG(UO1,UO2)'), 3, 3, undefined],
    [sanitaire('EG(P1(S1?(UF1(UO1?))))'), 5, 3, 's1'],
  ] as const) {
    it(`DOS-40 ${finalisees} of ${total} are green, and the next one is ${prochaine ?? 'none'}`, () => {
      const vu = progression(d, referent, AUJOURDHUI);
      assert.deepEqual([vu.total, vu.finalisees, vu.prochaineFiche?.id], [total, finalisees, prochaine]);
    });
  }
});
