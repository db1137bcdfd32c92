import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fromList } from '../../../src/engine/arborescence/list.ts';
import { attendu, dessin, type Noeud } from './dessin.ts';

const noeud = (id: string, parentId: string | null | undefined, more: Partial<Noeud> = {}): Noeud => Object.freeze({ id, nom: id, parentId, ...more });
const noms = (noeuds: readonly Noeud[]) => noeuds.map((each) => each.id);

test('ARB-1 a list may give children before their parents; siblings keep its order', () => {
  const { arbre, anomalies } = fromList([noeud('b2', 'b'), noeud('b1', 'b'), noeud('a', null), noeud('b', '')], ['b']);
  assert.deepEqual(anomalies, []);
  assert.deepEqual(dessin(arbre), attendu(`
    · a
    v b
      · b2
      · b1
  `));
});

test('ARB-3 a list may announce children that it does not hold', () => {
  const { arbre } = fromList([noeud('a', null, { nombreEnfants: 4 })], ['a']);
  assert.deepEqual(dessin(arbre), attendu(`
    v a
      … a-charger 0/4
  `));
});

test('ARB-9 of two mentions of one identifier in a list, the first counts', () => {
  const { arbre, anomalies } = fromList([noeud('a', null, { nom: 'premier' }), noeud('b', 'a'), noeud('a', 'b', { nom: 'second' })], ['a', 'b']);
  assert.deepEqual(dessin(arbre), attendu(`
    v premier
      · b
  `));
  assert.deepEqual(anomalies, [{ code: 'doublon', id: 'a' }]);
});

test('ARB-10 a node whose parent is unknown is shown at the first level and reported', () => {
  const { arbre, anomalies } = fromList([noeud('a', null), noeud('perdu', 'nowhere'), noeud('enfant', 'perdu')], ['perdu']);
  assert.deepEqual(dessin(arbre), attendu(`
    · a
    v perdu
      · enfant
  `));
  assert.deepEqual(anomalies, [{ code: 'parent-inconnu', id: 'perdu' }]);
});

test('ARB-10 a node that contains itself is shown at the first level and reported', () => {
  const { arbre, anomalies } = fromList([noeud('narcisse', 'narcisse')]);
  assert.deepEqual(noms(arbre.children(null)), ['narcisse']);
  assert.deepEqual(anomalies, [{ code: 'cycle', id: 'narcisse' }]);
});

test('ARB-10 of a loop, the node met first is shown at the first level, the others below it', () => {
  const { arbre, anomalies } = fromList([noeud('tail', 'b'), noeud('a', 'c'), noeud('b', 'a'), noeud('c', 'b'), noeud('ok', null)], ['a', 'b', 'c']);
  assert.deepEqual(dessin(arbre), attendu(`
    v b
      · tail
      v c
        · a
    · ok
  `));
  assert.deepEqual(anomalies, [{ code: 'cycle', id: 'b' }]);
});

test('ARB-10 several loops are each opened at one place', () => {
  const { arbre, anomalies } = fromList([noeud('a', 'b'), noeud('b', 'a'), noeud('x', 'y'), noeud('y', 'x')]);
  assert.deepEqual(noms(arbre.children(null)), ['a', 'x']);
  assert.deepEqual(anomalies.map(({ code, id }) => `${code} ${id}`), ['cycle a', 'cycle x']);
});
