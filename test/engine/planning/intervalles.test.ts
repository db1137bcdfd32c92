import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coverage, extent, totalLength, asPlages, overlap, subtract, union } from '../../../src/engine/planning/intervalles.ts';
import type { Intervalle } from '../../../src/engine/planning/types.ts';
import { essais, gele, plage, plages } from './vocabulaire.ts';

/** `1-3 5-9` as intervals. */
const i = (texte: string): Intervalle[] => texte.split(' ').filter(Boolean).map((un) => { const [debut, fin] = un.split('-').map(Number) as [number, number]; return { debut, fin }; });
const texte = (intervalles: readonly Intervalle[]) => intervalles.map(({ debut, fin }) => `${debut}-${fin}`).join(' ');

for (const [source, attendu] of [
  ['', ''],
  ['1-3', '1-3'],
  ['1-3 3-5', '1-5'],
  ['1-3 4-5', '1-3 4-5'],
  ['4-5 1-3', '1-3 4-5'],
  ['1-9 2-3', '1-9'],
  ['2-3 1-9', '1-9'],
  ['1-3 2-5 4-9', '1-9'],
  ['1-3 1-3', '1-3'],
  ['5-6 1-2 3-4', '1-2 3-4 5-6'],
] as const) test(`PLA-2 ${source || 'nothing'} together is ${attendu || 'nothing'}`, () => assert.equal(texte(union(gele(i(source)))), attendu));

for (const [source, trous, attendu] of [
  ['1-9', '', '1-9'],
  ['1-9', '1-9', ''],
  ['1-9', '0-10', ''],
  ['1-9', '3-5', '1-3 5-9'],
  ['1-9', '1-3', '3-9'],
  ['1-9', '7-9', '1-7'],
  ['1-9', '0-3', '3-9'],
  ['1-9', '7-20', '1-7'],
  ['1-9', '9-20', '1-9'],
  ['1-9', '0-1', '1-9'],
  ['1-9', '2-3 5-6', '1-2 3-5 6-9'],
  ['1-3 5-9', '2-6', '1-2 6-9'],
  ['1-3 5-9', '0-2 8-9', '2-3 5-8'],
  ['1-3 5-9 11-12', '4-5 9-11', '1-3 5-9 11-12'],
  ['', '1-9', ''],
] as const) test(`PLA-9 ${source || 'nothing'} without ${trous || 'nothing'} is ${attendu || 'nothing'}`, () => assert.equal(texte(subtract(gele(i(source)), gele(i(trous)))), attendu));

const quelconques = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 20 })).map(([debut, duree]) => ({ debut, fin: debut + duree })), { maxLength: 8 });
const points = (intervalles: readonly Intervalle[]) => Array.from({ length: 110 }, (_, at) => intervalles.some(({ debut, fin }) => debut <= at && at < fin));

test('PLA-2, PLA-9 union and difference agree with sets of points', () => {
  fc.assert(fc.property(quelconques, quelconques, (a, b) => {
    const [x, y] = [union(a), union(b)];
    assert.deepEqual(points(x), points(a));
    const reste = subtract(x, y);
    assert.deepEqual(points(reste), points(a).map((dans, at) => dans && !points(b)[at]));
    assert.equal(totalLength(reste), points(reste).filter(Boolean).length);
    assert.ok(reste.every(({ debut, fin }, rang) => debut < fin && (rang === 0 || reste[rang - 1]!.fin < debut || y.some((trou) => trou.debut === reste[rang - 1]!.fin))));
  }), essais(400));
});

for (const [ligne, attendu] of [
  ['lun 9-12', '540-720'],
  ['dim 22-24', '9960-10080'],
  ['dim 22-6', '9960-10080 0-360'],
  ['lun 0-24', '0-1440'],
] as const) test(`PLA-4 ${ligne} covers ${attendu}`, () => assert.equal(texte(extent(plage(ligne))), attendu));

for (const [stretches, attendu] of [
  ['', ''],
  ['0-360', '0-360'],
  ['9960-10080', '9960-10080'],
  ['0-360 9960-10080', '9960-10440'],
  ['0-360 540-720 9960-10080', '540-720 9960-10440'],
  ['0-10080', '0-10080'],
  ['0-5000 5001-10080', '5001-15080'],
] as const) test(`PLA-4 the stretches ${stretches || 'of nothing'} close into ${attendu || 'nothing'}`, () => assert.equal(texte(asPlages(gele(i(stretches)), '01')), attendu));

for (const [a, b, attendu] of [
  ['lun 9-12', 'lun 11-14', true],
  ['lun 9-12', 'lun 12-14', false],
  ['lun 9-12', 'mar 9-12', false],
  ['dim 22-6', 'lun 5-7', true],
  ['dim 22-6', 'lun 6-7', false],
  ['dim 22-6', 'dim 20-23', true],
  ['dim 22-6', 'dim 23-2', true],
  ['lun 0-24', 'dim 22-1', true],
] as const) test(`PLA-3 ${a} and ${b} ${attendu ? 'share' : 'do not share'} a minute, seen from both`, () => {
  assert.equal(overlap(plage(a), plage(b)), attendu);
  assert.equal(overlap(plage(b), plage(a)), attendu);
});

test('PLA-2 the cover of one type leaves the others out', () => {
  const semaine = plages('lun 9-12', 'lun 11-14 type 04', 'dim 23-1 type 04');
  assert.equal(texte(coverage(semaine, '01')), '540-720');
  assert.equal(texte(coverage(semaine, '04')), '0-60 660-840 10020-10080');
  assert.equal(texte(coverage(semaine)), '0-60 540-840 10020-10080');
  assert.equal(texte(coverage(semaine, '03')), '');
});
