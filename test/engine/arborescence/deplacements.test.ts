import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { ancestors, targetOf, siblingsToOpen, refuge, type Mouvement } from '../../../src/engine/arborescence/moves.ts';
import { nodeKey, suiteKey } from '../../../src/engine/arborescence/rows.ts';
import { typeAheadTarget } from '../../../src/engine/arborescence/type-ahead.ts';
import { arbre, n, type Noeud } from './dessin.ts';

const CENTRE = `
  v Centre
    v Pôle
      > Service
    > EHPAD
      > UO
  > Autre
`;

const moves: readonly [depuis: string, mouvement: Mouvement, vers: string | undefined][] = [
  ['Centre', 'suivante', 'Pôle'],
  ['Service', 'suivante', 'EHPAD'],
  ['EHPAD', 'suivante', 'Autre'],
  ['Autre', 'suivante', undefined],
  ['Autre', 'precedente', 'EHPAD'],
  ['EHPAD', 'precedente', 'Service'],
  ['Centre', 'precedente', undefined],
  ['Service', 'premiere', 'Centre'],
  ['Service', 'derniere', 'Autre'],
  ['Service', 'parent', 'Pôle'],
  ['EHPAD', 'parent', 'Centre'],
  ['Autre', 'parent', undefined],
  ['Pôle', 'premier-enfant', 'Service'],
  ['Service', 'premier-enfant', undefined],
  ['EHPAD', 'premier-enfant', undefined],
  ['Autre', 'premier-enfant', undefined],
];
for (const [depuis, mouvement, vers] of moves) {
  test(`ARB-11 from ${depuis}, ${mouvement} leads to ${vers ?? 'nowhere'}`, () => {
    assert.equal(targetOf(arbre(CENTRE), nodeKey(depuis), mouvement), vers === undefined ? undefined : nodeKey(vers));
  });
}

test('ARB-11 from a row that is not visible, a move leads to the first row; in an empty tree, nowhere', () => {
  assert.equal(targetOf(arbre(CENTRE), nodeKey('UO'), 'suivante'), nodeKey('Centre'));
  assert.equal(targetOf(arbre(CENTRE), undefined, 'precedente'), nodeKey('Centre'));
  for (const mouvement of ['suivante', 'precedente', 'premiere', 'derniere', 'parent', 'premier-enfant'] as const) {
    assert.equal(targetOf(arbre(''), undefined, mouvement), undefined, mouvement);
  }
});

test('ARB-11 a page row is a row like any other', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('Paris', 9)], null);
  a.setExpanded('Paris', true);
  assert.equal(targetOf(a, nodeKey('Paris'), 'premier-enfant'), suiteKey('Paris'));
  assert.equal(targetOf(a, suiteKey('Paris'), 'parent'), nodeKey('Paris'));
  assert.equal(targetOf(a, suiteKey('Paris'), 'precedente'), nodeKey('Paris'));
});

test('ARB-12 a row that is still visible is kept', () => {
  assert.equal(refuge(arbre(CENTRE), nodeKey('Service'), ['Pôle', 'Centre']), nodeKey('Service'));
});

test('ARB-12 a row that is gone gives way to the nearest visible node that contained it, else to the first row', () => {
  const a = arbre(CENTRE);
  const above = ancestors(a, a.row(a.indexOf(nodeKey('Service')))!);
  assert.deepEqual(above, ['Pôle', 'Centre']);
  a.setExpanded('Centre', false);
  assert.equal(refuge(a, nodeKey('Service'), above), nodeKey('Centre'));
  assert.equal(refuge(a, nodeKey('Service'), ['gone too']), nodeKey('Centre'));
  assert.equal(refuge(a, undefined, []), nodeKey('Centre'));
  assert.equal(refuge(arbre(''), nodeKey('Service'), above), undefined);
});

test('ARB-13 opening the siblings asks for a limited number of pages', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, Array.from({ length: 4_000 }, (_, i) => n(`EG ${i}`, 2)), null);
  assert.deepEqual(siblingsToOpen(a, 'EG 7', 3), ['EG 0', 'EG 1', 'EG 2']);
});

test('ARB-13 siblings that are open, or have no children, are left; those already held cost nothing', () => {
  const a = arbre(`
    v ouvert
      > x
    > tenu
      > y
    > feuille
    > tenu aussi
      > z
  `);
  assert.deepEqual(siblingsToOpen(a, 'feuille', 0), ['tenu', 'tenu aussi']);
  assert.deepEqual(siblingsToOpen(a, 'nobody', 9), []);
});

const TYPED = `
  v Écouen
    > Essonne
    > EHPAD du Colibri
  > eps Barthélemy
  > Œuvre Falret
    > Essaim
`;
const typed: readonly [depuis: string | undefined, frappe: string, vers: string | undefined][] = [
  [undefined, 'e', 'Écouen'],
  ['Écouen', 'e', 'Essonne'],
  ['Essonne', 'e', 'EHPAD du Colibri'],
  ['EHPAD du Colibri', 'E', 'eps Barthélemy'],
  ['eps Barthélemy', 'é', 'Écouen'],
  ['Essonne', 'ee', 'EHPAD du Colibri'],
  ['Essonne', 'es', 'Essonne'],
  ['eps Barthélemy', 'ess', 'Essonne'],
  ['Écouen', 'ehpad d', 'EHPAD du Colibri'],
  ['Écouen', 'oeuvre f', 'Œuvre Falret'],
  ['Écouen', 'EPS BARTHELEMY', 'eps Barthélemy'],
  ['Écouen', 'essa', undefined],
  ['Écouen', 'z', undefined],
  ['Écouen', '', undefined],
  ['Œuvre Falret', 'o', 'Œuvre Falret'],
];
for (const [depuis, frappe, vers] of typed) {
  test(`ARB-14 typing « ${frappe} » from ${depuis ?? 'nowhere'} leads to ${vers ?? 'nowhere'}`, () => {
    const found = typeAheadTarget(arbre(TYPED), depuis === undefined ? undefined : nodeKey(depuis), frappe);
    assert.equal(found, vers === undefined ? undefined : nodeKey(vers));
  });
}

test('ARB-14 an empty tree, or one that has only a page row, leads nowhere', () => {
  assert.equal(typeAheadTarget(arbre(''), undefined, 'a'), undefined);
  assert.equal(typeAheadTarget(new Arborescence<Noeud>(), suiteKey(null), 'a'), undefined);
});
