import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { targetOf, refuge } from '../../../src/engine/arborescence/moves.ts';
import { nodeKey, suiteKey } from '../../../src/engine/arborescence/rows.ts';
import { fromData, fromList, type Lecteur } from '../../../src/engine/arborescence/list.ts';
import { arborescence, attendu, dessin, liste, type Noeud } from './dessin.ts';

interface Boite { readonly ref: string; readonly dedans: readonly Boite[] }

const lecteur: Lecteur<Boite, Noeud> = { id: ({ ref }) => ref, enfants: ({ dedans }) => dedans, noeud: ({ ref }) => ({ id: ref, nom: ref }) };
const boite = (ref: string, ...dedans: Boite[]): Boite => ({ ref, dedans });

test('ARB-1 objects of a host that hold one another are read where they are', () => {
  const { arbre, anomalies } = fromData([boite('a', boite('b', boite('c')), boite('d')), boite('e')], lecteur, ['a']);
  assert.deepEqual(anomalies, []);
  assert.deepEqual(dessin(arbre), attendu(`
    v a
      > b
      · d
    · e
  `));
  assert.deepEqual(arbre.row(2), { kind: 'noeud', cle: nodeKey('d'), parentId: 'a', level: 2, setsize: 2, posinset: 2, noeud: { id: 'd', nom: 'd' }, state: 'leaf', busy: false });
  assert.equal(arbre.parentOf('c'), 'b');
  assert.equal(arbre.parentOf('e'), null);
  assert.equal(arbre.parentOf('nobody'), undefined);
  assert.deepEqual(arbre.children('a').map(({ id }) => id), ['b', 'd']);
  assert.deepEqual(arbre.children('nobody'), []);
});

test('ARB-9 of two objects with one identifier, the first one keeps its row as soon as identifiers are compared', () => {
  const { arbre } = fromData([boite('a', boite('x')), boite('b', boite('x'), boite('y'))], lecteur, ['a', 'b']);
  assert.equal(arbre.parentOf('x'), 'a');
  assert.deepEqual(arbre.anomalies, [{ code: 'doublon', id: 'x' }]);
  assert.deepEqual(arbre.rows().map(({ cle }) => cle), ['a', 'x', 'b', 'y'].map(nodeKey));
});

test('ARB-10 an object that holds itself is shown once more at most, and reported', () => {
  const dedans: Boite[] = [];
  const a = { ref: 'a', dedans };
  dedans.push({ ref: 'b', dedans: [a] });
  const { arbre } = fromData([a], lecteur);
  arbre.expandAll();
  assert.ok(arbre.anomalies.some(({ code, id }) => code === 'cycle' && (id === 'a' || id === 'b')));
  assert.equal(arbre.parentOf('b'), 'a');
  assert.deepEqual(arbre.rows().map(({ cle }) => cle), ['a', 'b'].map(nodeKey));
});

test('ARB-10 what has no identifier is left out and reported', () => {
  const { arbre, anomalies } = fromList([null, 3, { nom: 'x' }, { id: 'a', nom: 'a' }] as unknown as Noeud[]);
  assert.equal(arbre.size, 1);
  assert.deepEqual(anomalies.map(({ code }) => code), ['illisible', 'illisible', 'illisible']);
});

test('ARB-21 everything opens at once, but for what a person had closed', () => {
  const { noeuds } = liste(`
    > a
      > b
        > c
    > d
      > e
  `);
  const { arbre } = fromList(noeuds);
  arbre.expandAll((id) => id === 'd');
  assert.deepEqual(dessin(arbre), attendu(`
    v a
      v b
        · c
    > d
  `));
});

test('ARB-3 a node of a list may be asked open before it comes, and is still told as open', () => {
  const { arbre } = fromList([{ id: 'a', nom: 'a' }], ['later', 'a']);
  assert.deepEqual([...arbre.expanded].sort(), ['a', 'later']);
  arbre.setExpanded('later', false);
  assert.deepEqual(arbre.expanded, ['a']);
  assert.equal(arbre.isExpanded('later'), false);
});

test('ARB-6 the row of announced children has a place and a name', () => {
  const { arbre } = fromList([{ id: 'a', nom: 'a', nombreEnfants: 3 }, { id: 'b', nom: 'b' }], ['a']);
  assert.equal(arbre.indexOf(suiteKey('a')), 1);
  assert.deepEqual(arbre.pageOf('a'), { etat: 'a-charger', suite: null });
  assert.equal(arbre.pageOf('b'), undefined);
  assert.equal(targetOf(arbre, suiteKey('a'), 'suivante'), nodeKey('b'));
  assert.equal(refuge(arbre, nodeKey('gone'), ['a']), nodeKey('a'));
});

test('ARB-1 a list shows the same rows as the same nodes come from a server', () => {
  const arbreDe = fc.array(fc.record({ parent: fc.nat(30), open: fc.boolean() }), { maxLength: 30 });
  fc.assert(fc.property(arbreDe, (given) => {
    const noeuds: Noeud[] = given.map(({ parent }, i) => ({ id: `n${i}`, nom: `n${i}`, parentId: i > 0 && parent < i ? `n${parent}` : null }));
    const open = given.flatMap(({ open: is }, i) => (is ? [`n${i}`] : []));
    const { arbre } = fromList(noeuds, open);
    const serveur = new Arborescence<Noeud>();
    serveur.replaceExpanded(open);
    for (const parentId of [null, ...noeuds.map(({ id }) => id)]) {
      const group = noeuds.filter((each) => (each.parentId ?? null) === parentId);
      if (parentId === null || group.length > 0) serveur.receive(parentId, group, null);
    }
    assert.deepEqual(arbre.rows(), serveur.rows());
    arbre.rows().forEach((row, index) => assert.equal(arbre.indexOf(row.cle), index));
  }));
});

test('ARB-22 a node of a link is shown before its page, then takes its rank, on one row', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [{ id: 'p', nom: 'p', nombreEnfants: 3 }], null);
  a.setExpanded('p', true);
  a.place('p', { id: 'z', nom: 'z' });
  a.place('p', { id: 'z', nom: 'twice' });
  a.place('nobody', { id: 'y', nom: 'y' });
  assert.deepEqual(dessin(a), attendu(`
    v p
      · z
      … a-charger 1/3
  `));
  a.receive('p', [{ id: 'x', nom: 'x' }], 'next');
  assert.deepEqual(dessin(a).slice(1), attendu(`
      · z
      · x
      … a-charger 2/3
  `).map((line) => `  ${line.trim()}`));
  a.receive('p', [{ id: 'y', nom: 'y' }, { id: 'z', nom: 'z' }], null);
  assert.deepEqual(a.children('p').map(({ id }) => id), ['x', 'y', 'z']);
});

test('ARB-22 a node placed is told otherwise without losing its place', () => {
  const a = arborescence(`
    v p
      > e
  `);
  a.place('p', { id: 'z', nom: 'z' });
  a.replace({ id: 'z', nom: 'Zoé', nombreEnfants: 2 });
  a.replace({ id: 'nobody', nom: 'x' });
  assert.deepEqual(dessin(a), attendu(`
    v p
      · e
      > Zoé
  `));
});
