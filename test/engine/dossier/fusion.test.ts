import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import { creerDossier, type NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { publier, type Changements } from '../../../src/engine/dossier/fusion.ts';
import { dossier, gele, INSTANT, manques, sanitaire } from '../../support/dossiers.ts';

const noeud = (type: NoeudPublie['type'], id: string, parentId: string | null, contenu: Contenu = {}): NoeudPublie => ({ id, type, parentId, nom: `Nom de ${id.toUpperCase()}`, contenu });

/** The fiches named here come from the node of the same name in capitals. */
function issu(d: Dossier, ...ids: string[]): Dossier {
  return gele({ ...d, fiches: d.fiches.map((fiche) => (ids.includes(fiche.id) ? { ...fiche, origineId: fiche.id.toUpperCase() } : fiche)) });
}

const saisies = (d: Dossier, contenus: Record<string, Contenu> = {}): ReadonlyMap<string, Saisie> =>
  new Map(d.fiches.map(({ id }) => [id, gele({ contenu: contenus[id] ?? {}, illisibles: {} })]));

function fusion(d: Dossier, contenus: Record<string, Contenu>, publies: readonly NoeudPublie[], copies?: Record<string, Contenu>): Changements {
  let ids = 0;
  return publier(d, saisies(d, contenus), gele(publies), { nouvelId: () => `N${++ids}`, copies: copies && new Map(Object.entries(copies)) });
}

describe('what is published', () => {
  it('DOS-41 a first description creates the units below the published EG', () => {
    const d = issu(dossier('EG(P1(UO1),UO2)'), 'eg');
    const { creer, modifier, retirer } = fusion(d, { eg: { denominationEG: 'EHPAD TEST' }, uo1: { nomOffre: 'Unité PASA' } }, [noeud('EG', 'EG', 'EJ')]);
    assert.deepEqual(creer, [
      { id: 'N1', type: 'P', parentId: 'EG', nom: 'Nom de P1', contenu: {} },
      { id: 'N2', type: 'UO', parentId: 'N1', nom: 'Unité PASA', contenu: { nomOffre: 'Unité PASA' } },
      { id: 'N3', type: 'UO', parentId: 'EG', nom: 'Nom de UO2', contenu: {} },
    ]);
    assert.deepEqual(modifier, [{ id: 'EG', type: 'EG', parentId: 'EJ', nom: 'EHPAD TEST', contenu: { denominationEG: 'EHPAD TEST' } }]);
    assert.deepEqual(retirer, []);
  });

  it('DOS-41 each parent is published or comes earlier', () => {
    const { creer } = fusion(issu(sanitaire('EG(P1(S1(UF1(UO1,UO2))),P2(S2))'), 'eg'), {}, [noeud('EG', 'EG', 'EJ')]);
    const connus = new Set(['EG']);
    for (const { id, parentId } of creer) {
      assert.ok(connus.has(parentId ?? ''), id);
      connus.add(id);
    }
    assert.equal(connus.size, 8);
  });

  it('DOS-41 says which node each fiche became', () => {
    const { noeuds } = fusion(issu(dossier('EG(UO1)'), 'eg'), {}, [noeud('EG', 'EG', 'EJ')]);
    assert.deepEqual([...noeuds], [['eg', 'EG'], ['uo1', 'N1']]);
  });

  it('DOS-41 what did not change is not written again, whatever the order of its keys', () => {
    const d = issu(dossier('EG(UO1)'), 'eg', 'uo1');
    const { creer, modifier, retirer } = fusion(d, { uo1: { a: { x: 1, y: [1, { z: null }] }, b: 2 } }, [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG', { b: 2, a: { y: [1, { z: null }], x: 1 } })]);
    assert.deepEqual([creer, modifier, retirer], [[], [], []]);
  });

  const DIFFERENCES: readonly (readonly [titre: string, d: Dossier, contenu: Contenu, publie: NoeudPublie])[] = [
    ['another value', dossier('EG(UO1)'), { a: 2 }, noeud('UO', 'UO1', 'EG', { a: 1 })],
    ['one attribute more', dossier('EG(UO1)'), { a: 1, b: 1 }, noeud('UO', 'UO1', 'EG', { a: 1 })],
    ['one attribute less', dossier('EG(UO1)'), {}, noeud('UO', 'UO1', 'EG', { a: 1 })],
    ['a shorter list', dossier('EG(UO1)'), { a: [1] }, noeud('UO', 'UO1', 'EG', { a: [1, 2] })],
    ['another order of a list', dossier('EG(UO1)'), { a: [2, 1] }, noeud('UO', 'UO1', 'EG', { a: [1, 2] })],
    ['a list where an object was', dossier('EG(UO1)'), { a: [] }, noeud('UO', 'UO1', 'EG', { a: {} })],
    ['another key', dossier('EG(UO1)'), { a: { x: 1 } }, noeud('UO', 'UO1', 'EG', { a: { y: 1 } })],
    ['another place', dossier('EG(UO1)'), {}, noeud('UO', 'UO1', 'P1')],
    ['another name', dossier('EG(UO1)'), {}, { ...noeud('UO', 'UO1', 'EG'), nom: 'Ancien' }],
  ];
  for (const [titre, d, contenu, publie] of DIFFERENCES) {
    it(`DOS-41 ${titre} is written`, () => {
      const { modifier } = fusion(issu(d, 'eg', 'uo1'), { uo1: contenu }, [noeud('EG', 'EG', 'EJ'), noeud('P', 'P1', 'EG'), publie]);
      assert.deepEqual(modifier.map(({ id, parentId, contenu: ecrit }) => [id, parentId, ecrit]), [['UO1', 'EG', contenu]]);
    });
  }

  it('DOS-41 a moved fiche moves its node, under a new one too', () => {
    const d = issu(dossier('EG(P1(UO1))'), 'eg', 'uo1');
    const { creer, modifier } = fusion(d, {}, [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG')]);
    assert.deepEqual([creer.map(({ id }) => id), modifier.map(({ id, parentId }) => [id, parentId])], [['N1'], [['UO1', 'N1']]]);
  });

  it('DOS-41 a node that was removed meanwhile is created again, with its identifier', () => {
    const { creer } = fusion(issu(dossier('EG(UO1)'), 'eg', 'uo1'), { uo1: { a: 1 } }, [noeud('EG', 'EG', 'EJ')]);
    assert.deepEqual(creer, [{ id: 'UO1', type: 'UO', parentId: 'EG', nom: 'Nom de UO1', contenu: { a: 1 } }]);
  });

  it('DOS-41 a fiche without its content is a failure: nothing is published empty', () => {
    assert.throws(() => publier(dossier(), new Map(), [], { nouvelId: () => 'x' }), /No content for fiche eg/);
  });

  it('DOS-42 what was deleted is removed, children first', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('P', 'P1', 'EG'), noeud('UO', 'UO1', 'P1'), noeud('UO', 'UO2', 'EG')];
    assert.deepEqual(fusion(issu(dossier('EG(UO2)'), 'eg', 'uo2'), {}, publies).retirer, ['UO1', 'P1']);
  });

  it('DOS-42 a unit that was moved out before its pôle was deleted stays', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('P', 'P1', 'EG'), noeud('UO', 'UO1', 'P1')];
    const { retirer, modifier } = fusion(issu(dossier('EG(UO1)'), 'eg', 'uo1'), {}, publies);
    assert.deepEqual([retirer, modifier.map(({ id, parentId }) => [id, parentId])], [['P1'], [['UO1', 'EG']]]);
  });
});

/** One attribute of UO1: at the copy, now in the répertoire, in the dossier, and what is published. `undefined` = absent. */
const TROIS: readonly (readonly [regle: string, copie: unknown, publie: unknown, duDossier: unknown, fin: unknown, conflit: boolean])[] = [
  ['DOS-43', 1, 1, 1, 1, false],
  ['DOS-41', 1, 1, 2, 2, false],
  ['DOS-43', 1, 2, 1, 2, false],
  ['DOS-43', 1, 2, 2, 2, false],
  ['DOS-44', 1, 2, 3, 3, true],
  ['DOS-43', undefined, 2, undefined, 2, false],
  ['DOS-41', undefined, undefined, 2, 2, false],
  ['DOS-44', undefined, 1, 2, 2, true],
  ['DOS-43', 1, undefined, 1, undefined, false],
  ['DOS-41', 1, 1, undefined, undefined, false],
  ['DOS-44', 1, undefined, 2, 2, true],
  ['DOS-44', 1, 2, undefined, undefined, true],
  ['DOS-43', { a: 1, b: 2 }, { b: 2, a: 1 }, { a: 9 }, { a: 9 }, false],
  ['DOS-44', [1], [1, 2], [1, 3], [1, 3], true],
];

const un = (champ: unknown): Contenu => (champ === undefined ? {} : { champ });

describe('what both changed', () => {
  for (const [regle, copie, publie, duDossier, fin, conflit] of TROIS) {
    it(`${regle} copy ${JSON.stringify(copie)}, répertoire ${JSON.stringify(publie)}, dossier ${JSON.stringify(duDossier)}: ${JSON.stringify(fin)}${conflit ? ', reported' : ''}`, () => {
      const publies = [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG', un(publie))];
      const { modifier, conflits } = fusion(issu(dossier('EG(UO1)'), 'eg', 'uo1'), { uo1: un(duDossier) }, publies, { EG: {}, UO1: un(copie) });
      assert.deepEqual(modifier[0]?.contenu ?? un(publie), un(fin));
      assert.deepEqual(conflits, conflit ? [{ type: 'champ', noeudId: 'UO1', nom: 'Nom de UO1', champ: 'champ', publie, dossier: duDossier }] : []);
    });
  }

  it('DOS-44 without the content at the copy, the dossier wins and nothing can be reported', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG', { telephone: 'corrigé', a: 1 })];
    const { modifier, conflits } = fusion(issu(dossier('EG(UO1)'), 'eg', 'uo1'), { uo1: { a: 2 } }, publies);
    assert.deepEqual([modifier[0]?.contenu, conflits], [{ a: 2 }, []]);
  });

  it('DOS-43 two corrections in two attributes are both published', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG', { telephone: 'corrigé', nomOffre: 'A' })];
    const { modifier } = fusion(issu(dossier('EG(UO1)'), 'eg', 'uo1'), { uo1: { telephone: 'ancien', nomOffre: 'B' } }, publies, { EG: {}, UO1: { telephone: 'ancien', nomOffre: 'A' } });
    assert.deepEqual(modifier, [{ id: 'UO1', type: 'UO', parentId: 'EG', nom: 'B', contenu: { telephone: 'corrigé', nomOffre: 'B' } }]);
  });

  it('DOS-45 what appeared in the répertoire since the copy stays', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('UO', 'UO1', 'EG'), noeud('UO', 'NOUVELLE', 'EG')];
    const { retirer, conflits } = fusion(issu(dossier('EG'), 'eg'), {}, publies, { EG: {}, UO1: {} });
    assert.deepEqual([retirer, conflits], [['UO1'], []]);
  });

  it('DOS-45 and so does what holds it, which is reported', () => {
    const publies = [noeud('EG', 'EG', 'EJ'), noeud('P', 'P1', 'EG'), noeud('UO', 'UO1', 'P1'), noeud('UO', 'NOUVELLE', 'P1')];
    const { retirer, conflits } = fusion(issu(dossier('EG'), 'eg'), {}, publies, { EG: {}, P1: {}, UO1: {} });
    assert.deepEqual([retirer, conflits], [['UO1'], [{ type: 'noeud-garde', noeudId: 'P1', nom: 'Nom de P1' }]]);
  });
});

describe('there and back', () => {
  it('DOS-41 a dossier that nobody touched changes nothing in the répertoire', () => {
    const publies = gele([
      noeud('EG', 'EG', 'EJ', { denominationEG: 'Nom de EG' }), noeud('P', 'P1', 'EG', { nomOI: 'Nom de P1' }), noeud('UO', 'UO1', 'P1', { nomOffre: 'Nom de UO1', x: [1] }),
    ]);
    let ids = 0;
    const { dossier: copie, fiches } = creerDossier({
      acteur: 'systeme', entiteGeographiqueId: 'EG', nom: 'x', departement: '94', circuit: 'medico-social', valideur: 'gestionnaire',
      premiereDescription: true, noeuds: publies, instant: INSTANT, nouvelId: () => `f${++ids}`, manques,
    });
    assert.ok(copie);
    const changes = publier(copie, new Map(fiches.map((fiche) => [fiche.id, fiche])), publies, { nouvelId: () => assert.fail('no new node') });
    assert.deepEqual([changes.creer, changes.modifier, changes.retirer, changes.conflits], [[], [], [], []]);
  });
});
