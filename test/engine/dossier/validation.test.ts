import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Commande } from '../../../src/engine/dossier/commandes.ts';
import type { Refus } from '../../../src/engine/dossier/refus.ts';
import type { Contexte } from '../../../src/engine/dossier/types.ts';
import { avantEnvoi } from '../../../src/engine/dossier/validation.ts';
import {
  apres, AUJOURDHUI, DEMAIN, direction, dossier, essai, gestionnaire, HIER, referent, sanitaire, tutelle,
} from '../../support/dossiers.ts';

const ENVOYER: Commande = { type: 'envoyer-en-validation' };
const INTERNE: Commande = { type: 'valider-en-interne' };
const VALIDER: Commande = { type: 'valider' };
const PUBLIER: Commande = { type: 'publier' };
const refuser = (motif = 'Adresse à revoir'): Commande => ({ type: 'refuser', motif });
const fixer = (dateEffet: string | null): Commande => ({ type: 'fixer-date-effet', dateEffet });

describe('the head of a dossier', () => {
  for (const [nom, garde] of [['Peuplement', 'Peuplement'], ['  10 mars 2026 ', '10 mars 2026']] as const) {
    it(`DOS-9 «${nom}» is kept as «${garde}»`, () => assert.equal(apres(dossier(), referent, [{ type: 'renommer', nom }]).nom, garde));
  }

  for (const nom of ['', '   ', '\n\t']) {
    it(`DOS-9 refuses the name ${JSON.stringify(nom)}`, () => assert.deepEqual(essai(dossier(), { type: 'renommer', nom }, referent), { code: 'nom-vide' }));
  }

  for (const jour of [AUJOURDHUI, DEMAIN, '2030-01-01', null]) {
    it(`DOS-25 accepts the date d’effet ${jour}`, () => assert.equal(apres(dossier(undefined, { dateEffet: HIER }), referent, [fixer(jour)]).dateEffet, jour));
  }

  for (const jour of [HIER, '2025-12-31', '1999-01-01']) {
    it(`DOS-25 refuses the date d’effet ${jour}`, () => assert.deepEqual(essai(dossier(), fixer(jour), referent), { code: 'date-effet-passee', dateEffet: jour }));
  }
});

/** What keeps a dossier from being sent: the first reason is the one given. */
const EMPECHEMENTS: readonly (readonly [titre: string, d: Dossier, refus: readonly Refus[]])[] = [
  ['DOS-23 a grey fiche', dossier('EG(UO1?)'), [{ code: 'fiches-a-finaliser', ficheIds: ['uo1'] }]],
  ['DOS-23 the grey fiche of the EG', dossier('EG?(UO1)'), [{ code: 'fiches-a-finaliser', ficheIds: ['eg'] }]],
  ['DOS-23 grey fiches, in the order of the tree', sanitaire('EG?(P1(S1?(UF1(UO1?))))'), [{ code: 'fiches-a-finaliser', ficheIds: ['eg', 's1', 'uo1'] }]],
  ['DOS-24 no unit', dossier('EG'), [{ code: 'niveau-manquant', typeFiche: 'UO' }]],
  ['DOS-24 no unit under the levels', sanitaire('EG(P1(S1(UF1)))'), [{ code: 'niveau-manquant', typeFiche: 'UO' }]],
  ['DOS-25 no date', dossier(undefined, { dateEffet: null }), [{ code: 'date-effet-absente' }]],
  ['DOS-25 a date that has passed', dossier(undefined, { dateEffet: HIER }), [{ code: 'date-effet-passee', dateEffet: HIER }]],
  ['DOS-23 all of it at once', dossier('EG?', { dateEffet: null }), [{ code: 'fiches-a-finaliser', ficheIds: ['eg'] }, { code: 'niveau-manquant', typeFiche: 'UO' }, { code: 'date-effet-absente' }]],
];

describe('sending', () => {
  for (const [titre, d, refus] of EMPECHEMENTS) {
    it(`${titre} keeps the dossier from being sent, again after a refusal`, () => {
      assert.deepEqual(avantEnvoi(d, AUJOURDHUI), refus);
      assert.deepEqual(essai(d, ENVOYER, referent), refus[0]);
      assert.deepEqual(essai({ ...d, etat: 'REFUSE' }, ENVOYER, direction), refus[0]);
    });
  }

  for (const dateEffet of [AUJOURDHUI, DEMAIN]) {
    it(`DOS-25 a dossier for ${dateEffet} is sent`, () => assert.deepEqual(avantEnvoi(dossier(undefined, { dateEffet }), AUJOURDHUI), []));
  }

  for (const qui of [referent, direction]) {
    it(`DOS-26 a sanitary dossier sent by a ${qui.role} waits for the Direction`, () => {
      assert.equal(apres(sanitaire(), qui, [ENVOYER]).etat, 'EN_VALIDATION_INTERNE');
    });

    it(`DOS-27 a médico-social dossier sent by a ${qui.role} waits for the gestionnaire or the tutelle at once`, () => {
      assert.equal(apres(dossier(), qui, [ENVOYER]).etat, 'EN_VALIDATION_GESTIONNAIRE');
      assert.equal(apres(dossier(undefined, { valideur: 'tutelle' }), qui, [ENVOYER]).etat, 'EN_VALIDATION_GESTIONNAIRE');
    });
  }

  it('DOS-26 a dossier can’t be sent twice', () => {
    assert.deepEqual(essai(apres(sanitaire(), direction, [ENVOYER]), ENVOYER, direction), { code: 'etat', etat: 'EN_VALIDATION_INTERNE' });
  });
});

/** Whole lives: who does what, and the state after each act. */
type Acte = readonly [qui: Contexte['acteur'], commande: Commande, etat: string, jour?: string];
const VIES: readonly (readonly [titre: string, d: Dossier, actes: readonly Acte[]])[] = [
  ['DOS-27 médico-social, published on the day', dossier(), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'PUBLIE'],
  ]],
  ['DOS-28 sanitaire, by a référent, a Direction, then the gestionnaire', sanitaire(), [
    [referent, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, INTERNE, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'PUBLIE'],
  ]],
  ['DOS-28 sanitaire, sent and validated by the same Direction in two gestures', sanitaire(), [
    [direction, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, INTERNE, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'PUBLIE'],
  ]],
  ['DOS-30 handicap, by the tutelle', dossier(undefined, { valideur: 'tutelle' }), [
    [direction, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [tutelle, VALIDER, 'PUBLIE'],
  ]],
  ['DOS-29 sent back by the Direction, corrected, sent again', sanitaire(), [
    [referent, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, refuser(), 'REFUSE'],
    [referent, { type: 'finaliser-fiche', ficheId: 'uo1', contenu: {}, illisibles: {} }, 'REFUSE'],
    [referent, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, INTERNE, 'EN_VALIDATION_GESTIONNAIRE'],
  ]],
  ['DOS-32 refused by the gestionnaire, then published', sanitaire(), [
    [referent, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, INTERNE, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, refuser(), 'REFUSE'],
    [referent, ENVOYER, 'EN_VALIDATION_INTERNE'], [direction, INTERNE, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'PUBLIE'],
  ]],
  ['DOS-33 published by the server at the day', dossier(undefined, { dateEffet: DEMAIN }), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'VALIDE'], ['systeme', PUBLIER, 'PUBLIE', DEMAIN],
  ]],
  ['DOS-33 published by the gestionnaire when the server is late', dossier(undefined, { dateEffet: DEMAIN }), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'VALIDE'], [gestionnaire, PUBLIER, 'PUBLIE', '2026-03-20'],
  ]],
  ['DOS-32 refused before its day', dossier(undefined, { dateEffet: DEMAIN }), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'VALIDE'], [gestionnaire, refuser(), 'REFUSE'], [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'],
  ]],
  ['DOS-34 failed, failed again, published', dossier(), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], ['systeme', { type: 'constater-echec', detail: 'disque plein' }, 'ERREUR_PUBLICATION'],
    ['systeme', { type: 'constater-echec', detail: 'disque plein' }, 'ERREUR_PUBLICATION'], [gestionnaire, PUBLIER, 'PUBLIE'],
  ]],
  ['DOS-34 failed at its day, refused, sent again', dossier(undefined, { dateEffet: DEMAIN }), [
    [referent, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE'], [gestionnaire, VALIDER, 'VALIDE'],
    ['systeme', { type: 'constater-echec', detail: 'identifiant en double' }, 'ERREUR_PUBLICATION', DEMAIN],
    [gestionnaire, refuser(), 'REFUSE', DEMAIN], [direction, ENVOYER, 'EN_VALIDATION_GESTIONNAIRE', DEMAIN],
  ]],
];

describe('the life of a dossier', () => {
  for (const [titre, d, actes] of VIES) {
    it(`${titre}: ${actes.map(([, , etat]) => etat).join(' → ')}`, () => {
      actes.reduce((avant, [qui, commande, etat, jour]) => {
        const suite = apres(avant, qui, [commande], { aujourdhui: jour ?? AUJOURDHUI });
        assert.equal(suite.etat, etat);
        return suite;
      }, d);
    });
  }
});

describe('validating', () => {
  const attente = (dateEffet: string | null) => dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE', dateEffet });

  for (const [jour, types] of [
    [HIER, ['dossier-valide', 'dossier-publie']], [AUJOURDHUI, ['dossier-valide', 'dossier-publie']], [DEMAIN, ['dossier-valide']],
  ] as const) {
    it(`DOS-31 on ${AUJOURDHUI}, a dossier for ${jour} gives ${types.join(' and ')}`, () => {
      assert.deepEqual(essai(attente(jour), VALIDER, gestionnaire), types.map((type) => ({ type })));
    });
  }

  it('DOS-31 never publishes a dossier without a day', () => {
    assert.deepEqual(essai(attente(null), VALIDER, gestionnaire), { code: 'date-effet-absente' });
    assert.deepEqual(essai(dossier(undefined, { etat: 'VALIDE', dateEffet: null }), PUBLIER, 'systeme'), { code: 'date-effet-absente' });
  });

  for (const etat of ['VALIDE', 'ERREUR_PUBLICATION'] as const) {
    for (const qui of ['systeme', gestionnaire] as const) {
      it(`DOS-33 never before the day: ${etat}, ${qui === 'systeme' ? qui : qui.role}`, () => {
        assert.deepEqual(essai(dossier(undefined, { etat, dateEffet: DEMAIN }), PUBLIER, qui), { code: 'date-effet-future', dateEffet: DEMAIN });
        assert.deepEqual(essai(dossier(undefined, { etat, dateEffet: DEMAIN }), PUBLIER, qui, { aujourdhui: DEMAIN }), [{ type: 'dossier-publie' }]);
      });
    }
  }
});

describe('refusing', () => {
  const cas: readonly (readonly [Dossier, Contexte['acteur']])[] = [
    [sanitaire(undefined, { etat: 'EN_VALIDATION_INTERNE' }), direction],
    [dossier(undefined, { etat: 'EN_VALIDATION_GESTIONNAIRE' }), gestionnaire],
    [dossier(undefined, { etat: 'VALIDE' }), gestionnaire],
    [dossier(undefined, { etat: 'ERREUR_PUBLICATION' }), gestionnaire],
  ];

  for (const [d, qui] of cas) {
    it(`${d.etat === 'EN_VALIDATION_INTERNE' ? 'DOS-29' : 'DOS-32'} ${d.etat}: needs a reason`, () => {
      for (const motif of ['', '  ', '\n']) assert.deepEqual(essai(d, refuser(motif), qui), { code: 'motif-vide' });
    });

    it(`DOS-32 ${d.etat}: the reason stays until the dossier is sent again`, () => {
      const refuse = apres(d, qui, [refuser('  Adresse à revoir ')]);
      assert.deepEqual([refuse.etat, refuse.motifRefus], ['REFUSE', 'Adresse à revoir']);
      const corrige = apres(refuse, referent, [{ type: 'enregistrer-fiche', ficheId: 'uo1', contenu: {}, illisibles: {} }, { type: 'finaliser-fiches' }]);
      assert.deepEqual([corrige.etat, corrige.motifRefus], ['REFUSE', 'Adresse à revoir']);
      assert.equal(apres(corrige, referent, [ENVOYER]).motifRefus, null);
    });
  }

  it('DOS-32 after a refusal, the date d’effet must again be today or later', () => {
    const refuse = dossier(undefined, { etat: 'REFUSE', motifRefus: 'x' });
    assert.deepEqual(essai(refuse, ENVOYER, referent, { aujourdhui: DEMAIN }), { code: 'date-effet-passee', dateEffet: AUJOURDHUI });
    assert.equal(apres(refuse, referent, [fixer(DEMAIN), ENVOYER], { aujourdhui: DEMAIN }).etat, 'EN_VALIDATION_GESTIONNAIRE');
  });

  it('DOS-34 a failure keeps its detail in the event', () => {
    assert.deepEqual(essai(dossier(undefined, { etat: 'VALIDE' }), { type: 'constater-echec', detail: 'disque plein' }, 'systeme'), [
      { type: 'publication-echouee', detail: 'disque plein' },
    ]);
  });
});
