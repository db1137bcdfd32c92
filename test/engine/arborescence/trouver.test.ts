import { test } from 'node:test';
import assert from 'node:assert/strict';
import { toggle, DOMAINES_TICKED, readTicked } from '../../../src/engine/arborescence/domaines.ts';
import { fromList, type Lecteur } from '../../../src/engine/arborescence/list.ts';
import { foundTree, foundForet, highlight, findIn, MOST_FOUND, neighbour } from '../../../src/engine/arborescence/find.ts';
import { attendu, dessin, liste, n, type Noeud } from './dessin.ts';

const lecteur: Lecteur<Noeud, Noeud> = { id: ({ id }) => id, noeud: (noeud) => noeud };
const marques = (nom: string, texte: string): string => highlight(nom, texte).map((each) => (each.trouve ? `[${each.texte}]` : each.texte)).join('');

const SURLIGNES: readonly (readonly [string, string, string])[] = [
  ['Hôpital Béclère', 'bec', 'Hôpital [Béc]lère'],
  ['Hôpital Béclère', 'hop BEC', '[Hôp]ital [Béc]lère'],
  ['EHPAD les Tilleuls', 'il', 'EHPAD les Tilleuls'],
  ['Cœur', 'coe', '[Cœur]'],
  ['<b>gras</b>', 'b', '<[b]>gras</[b]>'],
  ['', 'x', ''],
  ['Rien', '', 'Rien'],
];
for (const [nom, texte, expected] of SURLIGNES) test(`ARB-20 « ${texte} » is marked in « ${nom} »`, () => assert.equal(marques(nom, texte), expected));

function trouve(texte: string, noeuds: readonly Noeud[]) {
  const { arbre } = fromList(noeuds);
  const work = findIn(arbre, texte);
  let step = work.next();
  let pauses = 0;
  while (!step.done) { pauses += 1; step = work.next(); }
  return { arbre, pauses, ...step.value };
}

test('ARB-23 what is found in a list keeps what stands above it, open, and nothing else', () => {
  const { arbre, slots, nombre } = trouve('uni', liste(`
    > EHPAD
      > Unité A
      > Cuisine
    > Clinique
      > Service
        > Unité B
    > Unité seule
  `).noeuds);
  assert.equal(nombre, 3);
  assert.deepEqual(dessin(foundForet(arbre, lecteur, slots)), attendu(`
    v EHPAD
      · Unité A
    v Clinique
      v Service
        · Unité B
    · Unité seule
  `));
});

test('ARB-23 a long list is read by slices, counts all matches and keeps the first ones', () => {
  const noeuds = Array.from({ length: 5_000 }, (_, i) => n(`Unité ${i}`));
  const { pauses, slots, nombre } = trouve('unite', noeuds);
  assert.ok(pauses >= 2);
  assert.equal(nombre, 5_000);
  assert.equal(slots.length, MOST_FOUND);
});

test('ARB-20 nothing is found for a text without a word', () => {
  assert.equal(trouve(' - ', [n('a')]).nombre, 0);
});

test('ARB-23 what a server found stands below what contains it; a match that holds more is closed', () => {
  const arbre = foundTree([
    { noeud: n('UO 1'), chemin: [n('Paris', 1), n('EHPAD', 1)] },
    { noeud: n('IME', 4), chemin: [n('Paris', 1)] },
    { noeud: n('EHPAD', 7), chemin: [n('Paris', 1)] },
  ]);
  assert.deepEqual(dessin(arbre), attendu(`
    v Paris
      v EHPAD
        · UO 1
      > IME
  `));
  assert.equal(arbre.node('EHPAD')?.nombreEnfants, 7, 'the match says more than the name of an ancestor');
});

test('ARB-24 the next match goes round, and so does the one before', () => {
  const trouves = ['a', 'b', 'c'];
  assert.deepEqual([undefined, 'a', 'c', 'gone'].map((at) => neighbour(trouves, at, 1)), ['a', 'b', 'a', 'a']);
  assert.deepEqual([undefined, 'a', 'c'].map((at) => neighbour(trouves, at, -1)), ['c', 'c', 'b']);
  assert.equal(neighbour([], 'a', 1), undefined);
});

test('ARB-16 boxes are ticked and cleared in their usual order; MSS is not ticked at first', () => {
  assert.deepEqual(DOMAINES_TICKED.includes('MSS'), false);
  assert.deepEqual(toggle(['SSR', 'MCO'], 'MSS'), ['MCO', 'MSS', 'SSR']);
  assert.deepEqual(toggle(['MCO', 'MSS'], 'MSS'), ['MCO']);
  assert.deepEqual(readTicked(['lune', 'VIL', 'MCO']), ['MCO', 'VIL']);
  assert.equal(readTicked('MCO'), undefined);
});
