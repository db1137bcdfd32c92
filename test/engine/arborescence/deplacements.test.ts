import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { ancetres, cible, fratrieAOuvrir, refuge, type Mouvement } from '../../../src/engine/arborescence/deplacements.ts';
import { cleNoeud, cleSuite } from '../../../src/engine/arborescence/lignes.ts';
import { cibleFrappe } from '../../../src/engine/arborescence/frappe.ts';
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
    assert.equal(cible(arbre(CENTRE), cleNoeud(depuis), mouvement), vers === undefined ? undefined : cleNoeud(vers));
  });
}

test('ARB-11 from a row that is not visible, a move leads to the first row; in an empty tree, nowhere', () => {
  assert.equal(cible(arbre(CENTRE), cleNoeud('UO'), 'suivante'), cleNoeud('Centre'));
  assert.equal(cible(arbre(CENTRE), undefined, 'precedente'), cleNoeud('Centre'));
  for (const mouvement of ['suivante', 'precedente', 'premiere', 'derniere', 'parent', 'premier-enfant'] as const) {
    assert.equal(cible(arbre(''), undefined, mouvement), undefined, mouvement);
  }
});

test('ARB-11 a page row is a row like any other', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('Paris', 9)], null);
  a.setExpanded('Paris', true);
  assert.equal(cible(a, cleNoeud('Paris'), 'premier-enfant'), cleSuite('Paris'));
  assert.equal(cible(a, cleSuite('Paris'), 'parent'), cleNoeud('Paris'));
  assert.equal(cible(a, cleSuite('Paris'), 'precedente'), cleNoeud('Paris'));
});

test('ARB-12 a row that is still visible is kept', () => {
  assert.equal(refuge(arbre(CENTRE), cleNoeud('Service'), ['Pôle', 'Centre']), cleNoeud('Service'));
});

test('ARB-12 a row that is gone gives way to the nearest visible node that contained it, else to the first row', () => {
  const a = arbre(CENTRE);
  const above = ancetres(a, a.row(a.indexOf(cleNoeud('Service')))!);
  assert.deepEqual(above, ['Pôle', 'Centre']);
  a.setExpanded('Centre', false);
  assert.equal(refuge(a, cleNoeud('Service'), above), cleNoeud('Centre'));
  assert.equal(refuge(a, cleNoeud('Service'), ['gone too']), cleNoeud('Centre'));
  assert.equal(refuge(a, undefined, []), cleNoeud('Centre'));
  assert.equal(refuge(arbre(''), cleNoeud('Service'), above), undefined);
});

test('ARB-13 opening the siblings asks for a limited number of pages', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, Array.from({ length: 4_000 }, (_, i) => n(`EG ${i}`, 2)), null);
  assert.deepEqual(fratrieAOuvrir(a, 'EG 7', 3), ['EG 0', 'EG 1', 'EG 2']);
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
  assert.deepEqual(fratrieAOuvrir(a, 'feuille', 0), ['tenu', 'tenu aussi']);
  assert.deepEqual(fratrieAOuvrir(a, 'nobody', 9), []);
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
    const found = cibleFrappe(arbre(TYPED), depuis === undefined ? undefined : cleNoeud(depuis), frappe);
    assert.equal(found, vers === undefined ? undefined : cleNoeud(vers));
  });
}

test('ARB-14 an empty tree, or one that has only a page row, leads nowhere', () => {
  assert.equal(cibleFrappe(arbre(''), undefined, 'a'), undefined);
  assert.equal(cibleFrappe(new Arborescence<Noeud>(), cleSuite(null), 'a'), undefined);
});
