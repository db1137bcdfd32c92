import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dossier } from '../../../src/domain/dossier.ts';
import { Dossier as DossierSchema } from '../../../src/domain/dossier.ts';
import type { Saisie } from '../../../src/domain/fiche.ts';
import { branche, enOrdre, placer, sansBranche } from '../../../src/engine/dossier/arbre.ts';
import { evolve, evolveSaisie, rejouer } from '../../../src/engine/dossier/evolve.ts';
import type { Evenement } from '../../../src/engine/dossier/types.ts';
import { arbre, AUJOURDHUI, dossier, gele, INSTANT, sanitaire, VIDE } from '../../support/dossiers.ts';

const PLUS_TARD = '2026-03-10T09:30:00.000Z';
const creee = (id: string, parentId: string): Evenement => ({ type: 'fiche-creee', fiche: { id, type: 'UO', parentId, nom: '', etat: 'en-creation', ...VIDE } });
const enregistree: Evenement = { type: 'fiche-enregistree', ficheId: 'uo1', nom: 'Unité IME', etat: 'en-attente', contenu: { nomOffre: 'Unité IME' }, illisibles: { age: 'x' } };

/** What each event changes in `dossier('EG(P1,UO1?)')`, besides version and instant. */
const CHANGEMENTS: readonly (readonly [evenement: Evenement, lire: (d: Dossier) => unknown, attendu: unknown])[] = [
  [{ type: 'dossier-renomme', nom: 'Autre' }, (d) => d.nom, 'Autre'],
  [{ type: 'date-effet-fixee', dateEffet: '2026-04-01' }, (d) => d.dateEffet, '2026-04-01'],
  [{ type: 'date-effet-fixee', dateEffet: null }, (d) => d.dateEffet, null],
  [creee('uo2', 'eg'), arbre, 'EG(P1,UO1?,UO2?)'],
  [creee('uo2', 'p1'), arbre, 'EG(P1(UO2?),UO1?)'],
  [enregistree, (d) => d.fiches.at(-1), { id: 'uo1', type: 'UO', parentId: 'eg', nom: 'Unité IME', etat: 'en-attente', version: 2 }],
  [{ ...enregistree, etat: 'finalisee' }, arbre, 'EG(P1,UO1)'],
  [{ type: 'fiche-finalisee', ficheId: 'uo1' }, arbre, 'EG(P1,UO1)'],
  [{ type: 'fiche-deplacee', ficheId: 'uo1', parentId: 'p1' }, arbre, 'EG(P1(UO1?))'],
  [{ type: 'fiche-supprimee', ficheId: 'uo1' }, arbre, 'EG(P1)'],
  [{ type: 'dossier-envoye', etat: 'EN_VALIDATION_INTERNE' }, (d) => [d.etat, d.motifRefus], ['EN_VALIDATION_INTERNE', null]],
  [{ type: 'dossier-envoye', etat: 'EN_VALIDATION_GESTIONNAIRE' }, (d) => [d.etat, d.motifRefus], ['EN_VALIDATION_GESTIONNAIRE', null]],
  [{ type: 'dossier-valide-en-interne' }, (d) => d.etat, 'EN_VALIDATION_GESTIONNAIRE'],
  [{ type: 'dossier-valide' }, (d) => d.etat, 'VALIDE'],
  [{ type: 'dossier-refuse', motif: 'Adresse' }, (d) => [d.etat, d.motifRefus], ['REFUSE', 'Adresse']],
  [{ type: 'dossier-publie' }, (d) => d.etat, 'PUBLIE'],
  [{ type: 'publication-echouee', detail: 'x' }, (d) => d.etat, 'ERREUR_PUBLICATION'],
];

describe('what an event changes', () => {
  const avant = dossier('EG(P1,UO1?)', { motifRefus: 'ancien motif' });

  for (const [evenement, lire, attendu] of CHANGEMENTS) {
    it(`DOS-53 ${evenement.type}: ${JSON.stringify(attendu)}`, () => assert.deepEqual(lire(evolve(avant, evenement, PLUS_TARD)), attendu));

    it(`DOS-21 ${evenement.type}: ${evenement.type === 'fiche-enregistree' ? 'not the' : 'the'} version of the dossier grows, and the instant is noted`, () => {
      const apres = evolve(avant, evenement, PLUS_TARD);
      assert.equal(apres.version, avant.version + (evenement.type === 'fiche-enregistree' ? 0 : 1));
      assert.deepEqual([apres.dateCreation, apres.dateMiseJour], [INSTANT, PLUS_TARD]);
    });

    it(`DOS-53 ${evenement.type}: gives a dossier that the contract accepts, and touches no other fiche`, () => {
      const apres = evolve(avant, evenement, PLUS_TARD);
      assert.deepEqual(DossierSchema.parse(apres), apres);
      assert.equal(apres.fiches[0], avant.fiches[0]);
      assert.equal(apres.id, avant.id);
    });
  }

  it('DOS-21 a fiche begins at version 1 and grows by one at each save only', () => {
    const versions = (d: Dossier) => d.fiches.map(({ id, version }) => `${id}:${version}`).join(' ');
    let d = evolve(avant, creee('uo2', 'eg'), PLUS_TARD);
    assert.equal(versions(d), 'eg:1 p1:1 uo1:1 uo2:1');
    for (const evenement of [enregistree, enregistree, { type: 'fiche-finalisee', ficheId: 'uo1' }, { type: 'date-effet-fixee', dateEffet: null }] satisfies Evenement[]) {
      d = evolve(d, evenement, PLUS_TARD);
    }
    assert.equal(versions(d), 'eg:1 p1:1 uo1:3 uo2:1');
  });

  it('DOS-21 two people may fill two fiches at once: neither save changes the version of the other fiche or of the dossier', () => {
    const d = dossier('EG(UO1?,UO2?)');
    const un = evolve(d, enregistree, PLUS_TARD);
    assert.equal(un.version, d.version);
    assert.equal(un.fiches.find(({ id }) => id === 'uo2')?.version, 1);
  });

  it('DOS-53 an event about a fiche that is gone changes no fiche', () => {
    for (const evenement of [enregistree, { type: 'fiche-finalisee', ficheId: 'uo1' }, { type: 'fiche-supprimee', ficheId: 'uo1' }] satisfies Evenement[]) {
      assert.equal(arbre(evolve(dossier('EG(UO2)'), evenement, PLUS_TARD)), 'EG(UO2)');
    }
  });

  it('DOS-53 replaying the events in order gives the dossier, with the last instant', () => {
    const faits = gele([
      { evenement: creee('p2', 'eg'), instant: '2026-03-10T09:00:00Z' },
      { evenement: { type: 'date-effet-fixee', dateEffet: AUJOURDHUI } satisfies Evenement, instant: '2026-03-10T09:01:00Z' },
      { evenement: { type: 'dossier-envoye', etat: 'EN_VALIDATION_GESTIONNAIRE' } satisfies Evenement, instant: '2026-03-10T09:02:00Z' },
    ]);
    const d = rejouer(dossier(), faits);
    assert.deepEqual(d, faits.reduce((seen, { evenement, instant }) => evolve(seen, evenement, instant), dossier()));
    assert.deepEqual([d.etat, d.dateEffet, d.version, d.dateMiseJour], ['EN_VALIDATION_GESTIONNAIRE', AUJOURDHUI, 4, '2026-03-10T09:02:00Z']);
    assert.deepEqual(rejouer(dossier(), []), dossier());
  });
});

describe('what a fiche holds after an event', () => {
  const avant: Saisie = gele({ contenu: { nomOffre: 'Avant' }, illisibles: { age: 'douze' } });
  const typed = { contenu: { nomOffre: 'Unité IME' }, illisibles: { age: 'x' } };
  const CAS: readonly (readonly [titre: string, evenement: Evenement, apres: Saisie | undefined])[] = [
    ['a save replaces it', enregistree, typed],
    ['a save of another fiche leaves it', { ...enregistree, ficheId: 'uo2' }, avant],
    ['the creation of another fiche leaves it', creee('uo2', 'eg'), avant],
    ['bulk finalisation leaves it', { type: 'fiche-finalisee', ficheId: 'uo1' }, avant],
    ['a move leaves it', { type: 'fiche-deplacee', ficheId: 'uo1', parentId: 'p1' }, avant],
    ['the deletion of another fiche leaves it', { type: 'fiche-supprimee', ficheId: 'uo2' }, avant],
    ['its deletion takes it away', { type: 'fiche-supprimee', ficheId: 'uo1' }, undefined],
    ['a refusal leaves it', { type: 'dossier-refuse', motif: 'x' }, avant],
    ['a failed publication leaves it', { type: 'publication-echouee', detail: 'x' }, avant],
  ];

  for (const [titre, evenement, apres] of CAS) {
    it(`DOS-52 ${titre}`, () => assert.deepEqual(evolveSaisie(avant, 'uo1', evenement), apres));
  }

  it('DOS-52 a creation gives it, a duplicate with all that was typed', () => {
    const copie: Evenement = { type: 'fiche-creee', fiche: { id: 'uo1', type: 'UO', parentId: 'eg', nom: 'Avant', etat: 'en-attente', ...avant } };
    assert.deepEqual(evolveSaisie(undefined, 'uo1', copie), avant);
    assert.deepEqual(evolveSaisie(undefined, 'uo2', copie), undefined);
  });
});

describe('the tree of fiches', () => {
  const place = (id: string, parentId: string | null) => ({ id, parentId });
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');
  const { fiches } = sanitaire('EG(P1(S1(UF1(UO1),UF2)),P2(S2))');

  for (const [id, dessous, reste] of [
    ['eg', 'eg p1 s1 uf1 uo1 uf2 p2 s2', ''],
    ['p1', 'p1 s1 uf1 uo1 uf2', 'eg p2 s2'],
    ['uf1', 'uf1 uo1', 'eg p1 s1 uf2 p2 s2'],
    ['uo1', 'uo1', 'eg p1 s1 uf1 uf2 p2 s2'],
    ['parti', '', 'eg p1 s1 uf1 uo1 uf2 p2 s2'],
  ] as const) {
    it(`DOS-20 below ${id}: ${dessous || 'nothing'}`, () => {
      assert.equal(ids(branche(fiches, id)), dessous);
      assert.equal(ids(sansBranche(fiches, id)), reste);
    });
  }

  for (const [parent, ordre] of [
    ['p1', 'eg p1 s1 uf1 uo1 uf2 x y p2 s2'], ['uf1', 'eg p1 s1 uf1 uo1 x y uf2 p2 s2'], ['eg', 'eg p1 s1 uf1 uo1 uf2 p2 s2 x y'], ['s2', 'eg p1 s1 uf1 uo1 uf2 p2 s2 x y'],
  ] as const) {
    it(`DOS-20 what is placed under ${parent} comes last there`, () => {
      assert.equal(ids(placer(gele(fiches.map(({ id, parentId }) => place(id, parentId))), [place('x', parent), place('y', 'x')], parent)), ordre);
    });
  }

  for (const [titre, rows, ordre] of [
    ['children before parents', [place('c', 'b'), place('b', 'a'), place('a', null)], 'a b c'],
    ['brothers far apart', [place('a', 'ej'), place('b', 'a'), place('c', 'a'), place('d', 'b'), place('e', 'c'), place('f', 'b')], 'a b d f c e'],
    ['the root alone', [place('a', null)], 'a'],
  ] as const) {
    it(`DOS-20 is put in order from ${titre}`, () => assert.equal(ids(enOrdre(gele(rows), 'a')), ordre));
  }

  for (const [titre, rows] of [
    ['an orphan', [place('a', null), place('b', 'parti')]], ['a second root', [place('a', null), place('b', null)]],
    ['a cycle', [place('a', null), place('b', 'c'), place('c', 'b')]], ['no root', [place('b', null)]],
  ] as const) {
    it(`DOS-20 ${titre} is a failure, never a silent loss`, () => assert.throws(() => enOrdre(rows, 'a'), /not below a/));
  }
});
