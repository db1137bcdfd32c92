import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nodeKey } from '../../../src/engine/arborescence/rows.ts';
import { fromData, fromList, type Lecteur } from '../../../src/engine/arborescence/list.ts';
import type { Noeud } from './dessin.ts';

interface Boite { readonly ref: string; readonly dedans: readonly Boite[] }

const lecteur: Lecteur<Boite, Noeud> = { id: ({ ref }) => ref, enfants: ({ dedans }) => dedans, noeud: ({ ref }) => ({ id: ref, nom: ref }) };

const OPERATIONS = ['ouvrir', 'fermer', 'montrer', 'enfants', 'rang', 'lire', 'tout', 'remplacer'] as const;

test('ARB-1 a nested list, read where it is opened, shows the rows of the same list read whole', () => {
  const arbreDe = fc.array(fc.nat(20), { minLength: 1, maxLength: 20 });
  const actes = fc.array(fc.record({ kind: fc.constantFrom(...OPERATIONS), de: fc.nat(21), regarder: fc.boolean() }), { maxLength: 15 });
  fc.assert(fc.property(arbreDe, actes, (parents, operations) => {
    const dessus = parents.map((parent, i) => (i > 0 && parent < i ? parent : -1));
    const boites = parents.map((_, i): Boite & { dedans: Boite[] } => ({ ref: `n${i}`, dedans: [] }));
    const racines: Boite[] = [];
    dessus.forEach((parent, i) => (parent < 0 ? racines : boites[parent]!.dedans).push(boites[i]!));
    const { arbre } = fromData(racines, lecteur);
    const { arbre: entier } = fromList(dessus.map((parent, i): Noeud => ({ id: `n${i}`, nom: `n${i}`, parentId: parent < 0 ? null : `n${parent}` })));
    const rows = (foret: Pick<typeof entier, 'rows'>) => foret.rows().map((row) => (row.kind === 'noeud' ? { ...row, noeud: row.noeud.id } : row));
    for (const { kind, de, regarder } of operations) {
      const id = `n${de}`;
      const pair = <T>(act: (foret: typeof entier) => T): void => assert.deepEqual(act(arbre as unknown as typeof entier), act(entier), `${kind} ${id}`);
      if (kind === 'ouvrir' || kind === 'fermer') pair((foret) => foret.setExpanded(id, kind === 'ouvrir'));
      else if (kind === 'montrer') pair((foret) => foret.reveal(id));
      else if (kind === 'enfants') pair((foret) => foret.children(id).map((noeud) => noeud.id));
      else if (kind === 'rang') pair((foret) => foret.indexOf(nodeKey(id)));
      else if (kind === 'lire') pair((foret) => [foret.node(id)?.id, foret.parentOf(id), foret.pageOf(id)]);
      else if (kind === 'tout') pair((foret) => foret.expandAll((each) => each === id));
      else pair((foret) => foret.replaceExpanded([id, 'n0', 'nobody']));
      pair((foret) => new Set(foret.expanded));
      if (regarder) { pair((foret) => foret.size); pair(rows); }
    }
    assert.deepEqual(rows(arbre as unknown as typeof entier), rows(entier));
    arbre.rows().forEach((row, index) => assert.equal(arbre.indexOf(row.cle), index));
    assert.deepEqual(arbre.plan.donnees.map(({ ref }) => ref), entier.plan.donnees.map(({ id }) => id));
    assert.deepEqual(rows(arbre as unknown as typeof entier), rows(entier));
  }), { numRuns: 300 });
});

/** `total` nodes in branches of a hundred; every reading of what a node holds is counted. */
function counted(total: number) {
  const count = { reads: 0 };
  const feuilles = (b: number): Boite[] => Array.from({ length: 99 }, (_, i) => ({ ref: `b${b}.${i}`, dedans: [] }));
  const racines = Array.from({ length: total / 100 }, (_, b): Boite => ({ ref: `b${b}`, dedans: feuilles(b) }));
  const { arbre } = fromData(racines, { ...lecteur, enfants: ({ dedans }) => { count.reads += 1; return dedans; } });
  return { arbre, count };
}

test('ARB-15 a nested list costs its first level, then what is opened, whatever it holds', () => {
  const { arbre, count } = counted(100_000);
  assert.deepEqual([arbre.size, count.reads], [1_000, 1_000]);
  count.reads = 0;
  assert.equal(arbre.row(3)?.cle, nodeKey('b3'));
  arbre.setExpanded('b3', true);
  assert.equal(arbre.size, 1_099);
  assert.ok(count.reads <= 1_000 + 99, `${count.reads} reads`);
  assert.equal(arbre.row(1_098)?.cle, nodeKey('b999'));
  count.reads = 0;
  arbre.setExpanded('b3', false);
  assert.deepEqual([arbre.size, arbre.indexOf(nodeKey('b999')), count.reads], [1_000, 999, 0]);
});

test('ARB-9 of two objects with one identifier, only the first one has a row, as soon as both would be read together', () => {
  const x = { ref: 'x', dedans: [] };
  const { arbre } = fromData([{ ref: 'a', dedans: [x] }, { ref: 'b', dedans: [x, { ref: 'y', dedans: [] }] }], lecteur);
  arbre.expandAll();
  const { version } = arbre;
  assert.deepEqual(arbre.rows().map(({ cle }) => cle), ['a', 'x', 'b', 'y'].map(nodeKey));
  assert.ok(arbre.version > version, 'who read rows before is told');
});

test('ARB-10 a loop met where a branch is opened has no second row', () => {
  const dedans: Boite[] = [];
  const boucle = { ref: 'a', dedans };
  dedans.push({ ref: 'b', dedans: [boucle] });
  const { arbre } = fromData([boucle], lecteur);
  assert.deepEqual([arbre.rows().map(({ cle }) => cle), arbre.anomalies], [[nodeKey('a')], []]);
  arbre.setExpanded('a', true);
  assert.deepEqual(arbre.rows().map(({ cle }) => cle), ['a', 'b'].map(nodeKey));
  arbre.setExpanded('b', true);
  assert.deepEqual(arbre.rows().map(({ cle }) => cle), ['a', 'b'].map(nodeKey));
});
