import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { suiteKey } from '../../../src/engine/arborescence/rows.ts';
import { arborescence, attendu, dessin, n, type Noeud } from './dessin.ts';

const departements = () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('Paris', 5), n('Yvelines', 3)], null);
  return a;
};

test('ARB-5 before anything came there is one row: the page that is missing', () => {
  const a = new Arborescence<Noeud>();
  assert.deepEqual(dessin(a), ['… a-charger 0/?']);
  assert.equal(a.indexOf(suiteKey(null)), 0);
  assert.equal(a.row(0)?.setsize, -1);
  a.asking(null);
  assert.deepEqual(dessin(a), ['… en-cours 0/?']);
  assert.equal(a.isBusy(null), true);
});

test('ARB-5 a page row ends its level until the last page has come', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.asking('Paris');
  a.receive('Paris', [n('EHPAD A'), n('EHPAD B')], 'page 2');
  assert.deepEqual(dessin(a), attendu(`
    v Paris
      · EHPAD A
      · EHPAD B
      … a-charger 2/5
    > Yvelines
  `));
  assert.deepEqual(a.pageOf('Paris'), { etat: 'a-charger', suite: 'page 2' });
  assert.equal(a.indexOf(suiteKey('Paris')), 3);
  a.asking('Paris');
  a.receive('Paris', [n('EHPAD C'), n('EHPAD D'), n('EHPAD E')], null);
  assert.deepEqual(dessin(a), attendu(`
    v Paris
      · EHPAD A
      · EHPAD B
      · EHPAD C
      · EHPAD D
      · EHPAD E
    > Yvelines
  `));
  assert.equal(a.indexOf(suiteKey('Paris')), -1);
});

test('ARB-5 an open node whose children are announced shows its missing page at once', () => {
  const a = departements();
  a.setExpanded('Yvelines', true);
  assert.deepEqual(dessin(a), attendu(`
    > Paris
    v Yvelines
      … a-charger 0/3
  `));
  a.asking('Yvelines');
  assert.deepEqual(dessin(a), attendu(`
    > Paris
    v Yvelines (…)
      … en-cours 0/3
  `));
});

test('ARB-5 a node that announced children and has none becomes a leaf', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.asking('Paris');
  a.receive('Paris', [], null);
  assert.deepEqual(dessin(a), attendu(`
    · Paris
    > Yvelines
  `));
});

test('ARB-5 a node that announced no child, whose first page was empty and not the last, keeps its missing page when it opens', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('Paris', 0)], null);
  a.receive('Paris', [], 'page 2');
  a.setExpanded('Paris', true);
  assert.deepEqual([a.size, a.pageOf('Paris')], [2, { etat: 'a-charger', suite: 'page 2' }]);
});

test('ARB-5 the first level comes by pages too', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('A'), n('B')], 'b');
  a.receive(null, [n('C')], null);
  assert.deepEqual(dessin(a), ['· A', '· B', '· C']);
});

test('ARB-6 the announced total is told while pages are missing', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.receive('Paris', [n('EHPAD A')], 'x');
  assert.deepEqual(a.rows(1, 3).map((row) => [row.posinset, row.setsize]), [[1, 5], [2, 5]]);
});

test('ARB-6 a total that proves too small grows by the row that is missing', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('Paris', 1)], null);
  a.setExpanded('Paris', true);
  a.receive('Paris', [n('A'), n('B')], 'more');
  assert.deepEqual(a.rows(1, 4).map((row) => [row.posinset, row.setsize]), [[1, 3], [2, 3], [3, 3]]);
});

test('ARB-6 nobody announces the first level: its total is unknown until all has come', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('A')], 'b');
  assert.deepEqual(a.rows().map((row) => [row.posinset, row.setsize]), [[1, -1], [2, -1]]);
  a.receive(null, [n('B')], null);
  assert.deepEqual(a.rows().map((row) => [row.posinset, row.setsize]), [[1, 2], [2, 2]]);
});

test('ARB-7 a page that fails says so on its row and can be asked again at the same place', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.receive('Paris', [n('EHPAD A')], 'page 2');
  a.asking('Paris');
  a.failed('Paris', 'offline');
  assert.deepEqual(dessin(a), attendu(`
    v Paris
      · EHPAD A
      … echec offline 1/5
    > Yvelines
  `));
  a.asking('Paris');
  assert.deepEqual(a.pageOf('Paris'), { etat: 'en-cours', suite: 'page 2' });
});

test('ARB-7 a page that nobody waits for any more is missing again', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.asking('Paris');
  a.abandoned('Paris');
  assert.deepEqual(a.pageOf('Paris'), { etat: 'a-charger', suite: null });
  assert.equal(a.isBusy('Paris'), false);
});

test('ARB-7 failures and pages for a node that is gone, or that has nothing to load, change nothing', () => {
  const a = departements();
  const before = dessin(a);
  a.failed('nobody', 'offline');
  a.abandoned('nobody');
  a.asking('nobody');
  a.receive('nobody', [n('X')], null);
  a.failed(null, 'offline');
  a.asking(null);
  assert.deepEqual(dessin(a), before);
  assert.equal(a.node('X'), undefined);
});

test('ARB-8 reloading keeps the rows shown until the answer comes, then what still exists below', () => {
  const a = arborescence(`
    v Centre
      v Pôle A
        > Service
      > Pôle B
        > Autre
      > Pôle C
  `);
  a.asking('Centre', true);
  assert.deepEqual(dessin(a), attendu(`
    v Centre (…)
      v Pôle A
        · Service
      > Pôle B
      · Pôle C
  `));
  a.receive('Centre', [n('Pôle neuf'), { ...n('Pôle A', 1), nom: 'Pôle A renommé' }, n('Pôle C')], null);
  assert.deepEqual(dessin(a), attendu(`
    v Centre
      · Pôle neuf
      v Pôle A renommé
        · Service
      · Pôle C
  `));
  assert.equal(a.node('Pôle B'), undefined);
  assert.equal(a.node('Autre'), undefined);
});

test('ARB-8 a reload that fails loses nothing', () => {
  const a = arborescence(`
    v Centre
      > Pôle
  `);
  a.asking('Centre', true);
  a.failed('Centre', 'offline');
  assert.deepEqual(dessin(a), attendu(`
    v Centre
      · Pôle
  `));
  assert.equal(a.isBusy('Centre'), false);
});

test('ARB-8 an empty node that is reloaded stays open while it is asked, and receives its new child', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.receive('Paris', [], null);
  a.asking('Paris', true);
  assert.deepEqual(dessin(a)[0], 'v Paris (…)');
  a.receive('Paris', [n('EHPAD neuf')], null);
  assert.deepEqual(dessin(a), attendu(`
    v Paris
      · EHPAD neuf
    > Yvelines
  `));
});

test('ARB-8 forgotten children are asked for again when their node is open', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.receive('Paris', [n('EHPAD A'), n('EHPAD B')], null);
  a.forget('Paris');
  assert.deepEqual(dessin(a), attendu(`
    v Paris
      … a-charger 0/5
    > Yvelines
  `));
  a.setExpanded('Paris', false);
  a.forget('Paris');
  a.forget('nobody');
  assert.deepEqual(dessin(a), ['> Paris', '> Yvelines']);
});

test('ARB-8 what is held can be listed, with whether it is shown', () => {
  const a = arborescence(`
    v Centre
      > Pôle
        v Service
          > UF
    > Autre
  `);
  const held = a.loadedBelow(null).map(({ parentId, visible }) => `${parentId} ${visible}`).sort();
  assert.deepEqual(held, ['Centre true', 'Pôle false', 'Service false', 'null true']);
  assert.deepEqual(a.loadedBelow('Pôle').map(({ parentId }) => parentId), ['Pôle', 'Service']);
  assert.deepEqual(a.loadedBelow('nobody'), []);
});

test('ARB-8 a node that says it has no children any more loses its missing page', () => {
  const a = departements();
  a.setExpanded('Paris', true);
  a.asking(null, true);
  a.receive(null, [n('Paris', 0), n('Yvelines', 3)], null);
  assert.deepEqual(dessin(a), ['· Paris', '> Yvelines']);
});

test('ARB-9 a node that comes twice in the pages of one level has one row', () => {
  const a = new Arborescence<Noeud>();
  a.receive(null, [n('A'), n('B'), n('A')], 'suite');
  a.receive(null, [n('B'), n('C')], null);
  assert.deepEqual(dessin(a), ['· A', '· B', '· C']);
});

test('ARB-9 a node that comes below another parent has moved there, with what is below it', () => {
  const a = arborescence(`
    v Pôle A
      v Service
        > UF
      > Autre
    v Pôle B
      > Dernier
  `);
  a.asking('Pôle B', true);
  a.receive('Pôle B', [n('Dernier'), n('Service', 1)], null);
  assert.deepEqual(dessin(a), attendu(`
    v Pôle A
      · Autre
    v Pôle B
      · Dernier
      v Service
        · UF
  `));
});

test('ARB-9 an answer cannot put a node below itself', () => {
  const a = arborescence(`
    v A
      v B
        > C
  `);
  const before = dessin(a);
  for (const parent of ['A', 'B', 'C']) a.receive(parent, [n('A', 1)], null);
  a.receive('C', [n('C'), n('B')], null);
  assert.deepEqual(dessin(a), before);
});
