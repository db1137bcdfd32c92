import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { nodeKey, suiteKey } from '../../../src/engine/arborescence/rows.ts';
import { arbre, attendu, dessin, liste, n, type Noeud } from './dessin.ts';

const SAINTE_CLAIRE = `
  v Sainte-Claire
    v Pôle
      > Service
        > UF
          > UO 1
    > EHPAD
      > UO 2
  > Val Mandé
    > IME
`;

test('ARB-1 the rows are read from top to bottom, what is open below its node', () => {
  assert.deepEqual(dessin(arbre(SAINTE_CLAIRE)), attendu(`
    v Sainte-Claire
      v Pôle
        > Service
      > EHPAD
    > Val Mandé
  `));
});

test('ARB-1 row n, the rows from n on and the rank of a row tell the same story', () => {
  const a = arbre(SAINTE_CLAIRE);
  const all = a.rows();
  assert.equal(a.size, all.length);
  all.forEach((row, index) => {
    assert.deepEqual(a.row(index), row);
    assert.equal(a.indexOf(row.cle), index);
    assert.deepEqual(a.rows(index), all.slice(index));
    assert.deepEqual(a.rows(0, index), all.slice(0, index));
    assert.deepEqual([...a.nodesFrom(index)].map((noeud) => noeud.id), all.slice(index).flatMap((r) => (r.kind === 'noeud' ? [r.noeud.id] : [])));
  });
});

test('ARB-1 a row knows its level, its rank and how many siblings it has', () => {
  const places = arbre(SAINTE_CLAIRE).rows().map(({ cle, level, posinset, setsize, parentId }) => [cle, level, posinset, setsize, parentId]);
  assert.deepEqual(places, [
    ['nSainte-Claire', 1, 1, 2, null],
    ['nPôle', 2, 1, 2, 'Sainte-Claire'],
    ['nService', 3, 1, 1, 'Pôle'],
    ['nEHPAD', 2, 2, 2, 'Sainte-Claire'],
    ['nVal Mandé', 1, 2, 2, null],
  ]);
});

for (const index of [-1, 5, 1e9, Number.NaN]) {
  test(`ARB-1 there is no row ${index}`, () => {
    const a = arbre(SAINTE_CLAIRE);
    assert.equal(a.row(index), undefined);
    assert.deepEqual(a.rows(index), []);
  });
}

test('ARB-1 a list without nodes has no row', () => {
  const a = arbre('');
  assert.equal(a.size, 0);
  assert.deepEqual(a.rows(), []);
  assert.equal(a.pageOf(null)?.etat, 'complete');
});

test('ARB-2 a node below a closed node has no rank, however it is held', () => {
  const a = arbre(SAINTE_CLAIRE);
  assert.equal(a.node('UO 1')?.nom, 'UO 1');
  for (const id of ['UF', 'UO 1', 'UO 2', 'IME']) assert.equal(a.indexOf(nodeKey(id)), -1, id);
  for (const cle of ['', 'n', 'nabsent', 's', 'sabsent', 'sPôle', suiteKey('UO 1'), 'x']) assert.equal(a.indexOf(cle), -1, cle);
});

test('ARB-3 what was open below a closed node is open again with it', () => {
  const a = arbre(SAINTE_CLAIRE);
  a.setExpanded('Sainte-Claire', false);
  assert.deepEqual(dessin(a), attendu(`
    > Sainte-Claire
    > Val Mandé
  `));
  a.setExpanded('Service', true);
  a.setExpanded('Pôle', false);
  a.setExpanded('Pôle', true);
  a.setExpanded('Sainte-Claire', true);
  assert.deepEqual(dessin(a), attendu(`
    v Sainte-Claire
      v Pôle
        v Service
          > UF
      > EHPAD
    > Val Mandé
  `));
});

test('ARB-3 opening what is open, closing what is closed and opening a leaf change no row', () => {
  const a = arbre(SAINTE_CLAIRE);
  const before = dessin(a);
  a.setExpanded('Pôle', true);
  a.setExpanded('EHPAD', false);
  a.setExpanded('UO 1', true);
  a.setExpanded('nobody', false);
  assert.deepEqual(dessin(a), before);
  a.setExpanded('UO 1', false);
  assert.deepEqual(dessin(a), before);
});

test('ARB-3 a node may be asked open before it comes', () => {
  const a = new Arborescence<Noeud>();
  a.replaceExpanded(['Pôle', 'Centre']);
  a.receive(null, [n('Centre', 1)], null);
  a.receive('Centre', [n('Pôle', 2)], null);
  a.receive('Pôle', [n('S1'), n('S2')], null);
  assert.deepEqual(dessin(a), attendu(`
    v Centre
      v Pôle
        · S1
        · S2
  `));
});

test('ARB-3 the set of open nodes can be replaced and read back', () => {
  const a = arbre(SAINTE_CLAIRE);
  a.replaceExpanded(['Val Mandé', 'unknown']);
  assert.deepEqual(dessin(a), attendu(`
    > Sainte-Claire
    v Val Mandé
      · IME
  `));
  assert.deepEqual([...a.expanded].sort(), ['Val Mandé', 'unknown']);
  a.replaceExpanded([]);
  assert.deepEqual(a.expanded, []);
  assert.equal(a.size, 2);
});

test('ARB-4 showing a node opens all that contains it, and nothing else', () => {
  const a = arbre(SAINTE_CLAIRE.replaceAll(' v ', ' > '));
  assert.equal(a.reveal('UF'), true);
  assert.deepEqual(dessin(a), attendu(`
    v Sainte-Claire
      v Pôle
        v Service
          > UF
      > EHPAD
    > Val Mandé
  `));
});

test('ARB-4 a node at the first level needs nothing opened, an unknown one cannot be shown', () => {
  const a = arbre(SAINTE_CLAIRE);
  const before = dessin(a);
  assert.equal(a.reveal('Val Mandé'), true);
  assert.equal(a.reveal('somewhere else'), false);
  assert.deepEqual(dessin(a), before);
});

test('ARB-4 the way up can be read', () => {
  const a = arbre(SAINTE_CLAIRE);
  assert.equal(a.parentOf('UO 1'), 'UF');
  assert.equal(a.parentOf('Sainte-Claire'), null);
  assert.equal(a.parentOf('nobody'), undefined);
  assert.deepEqual(a.children('Sainte-Claire').map((noeud) => noeud.id), ['Pôle', 'EHPAD']);
  assert.deepEqual(a.children(null).map((noeud) => noeud.id), ['Sainte-Claire', 'Val Mandé']);
  assert.deepEqual(a.children('nobody'), []);
});

test('ARB-1 a tree ten thousand levels deep is read like any other', () => {
  const noeuds = Array.from({ length: 10_000 }, (_, i) => ({ id: `${i}`, nom: `${i}`, parentId: i === 0 ? null : `${i - 1}` }));
  const a = new Arborescence<Noeud>();
  a.replaceExpanded(noeuds.map((noeud) => noeud.id));
  for (const noeud of noeuds) a.receive(noeud.parentId, [noeud], null);
  assert.equal(a.size, 10_000);
  assert.equal(a.row(9_999)?.level, 10_000);
  assert.equal(a.indexOf(nodeKey('9999')), 9_999);
  a.setExpanded('0', false);
  assert.equal(a.size, 1);
});

test('ARB-1 the outline vocabulary of these tests reads what it draws', () => {
  const { noeuds, ouverts } = liste(SAINTE_CLAIRE);
  assert.equal(noeuds.length, 9);
  assert.deepEqual(ouverts, ['Sainte-Claire', 'Pôle']);
  assert.equal(noeuds[4]?.parentId, 'UF');
});

test('ARB-1 the version tells when the rows may have changed, and reading changes nothing', () => {
  const a = new Arborescence<Noeud>();
  const changes = (work: () => void): boolean => {
    const before = a.version;
    work();
    return a.version !== before;
  };
  assert.equal(changes(() => a.asking(null)), true);
  assert.equal(changes(() => a.failed(null, 'offline')), true);
  assert.equal(changes(() => a.abandoned(null)), true);
  assert.equal(changes(() => a.receive(null, [n('Centre', 1)], null)), true);
  assert.equal(changes(() => a.setExpanded('Centre', true)), true);
  assert.equal(changes(() => a.setExpanded('Centre', true)), false);
  assert.equal(changes(() => a.forget('Centre')), true);
  assert.equal(changes(() => { a.rows(); a.row(0); a.indexOf('nCentre'); a.children(null); a.loadedBelow(null); }), false);
});
