import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CapacitePriseCharge } from '../../../src/domain/lieu-realisation-offre.ts';
import { cellKey, gridOf, readGrid, numberOf } from '../../../src/engine/recherche/places-grid.ts';

const compte = (nature: string, statut: string, nombre: number, plus: Partial<CapacitePriseCharge> = {}): CapacitePriseCharge => Object.freeze({
  affectationTemporaire: '01', natureCapacite: nature, statutCapacite: statut, temporaliteCapacite: '01', nombreCapacite: nombre, typeSourceCapacite: '02', dateMAJCapacite: '2026-01-05T08:00:00Z', ...plus,
});
const LIT = '01|01|0';
const PLACE = '02|01|0';
const INSTALLES = '01|||';
const LIBRES_FEMMES = '02|01||';
const sansOrigine = ({ dateMAJCapacite: _date, typeSourceCapacite: _source, ...reste }: CapacitePriseCharge) => reste;

test('PLC-10 a unit that was never counted asks for beds and places: installed, available by gender, closed, additional', () => {
  const { lignes, colonnes, textes, gardees } = gridOf([]);
  assert.deepEqual(lignes.map(({ cle }) => cle), [LIT, PLACE]);
  assert.deepEqual(colonnes.map(({ cle }) => cle), [INSTALLES, LIBRES_FEMMES, '02|02||', '02|03||', '05|||', '06|||']);
  assert.equal(textes.size, 0);
  assert.deepEqual(gardees, []);
});

test('PLC-10 what was counted otherwise has its own row and column', () => {
  const { lignes, colonnes, textes } = gridOf([
    compte('01', '02', 3), compte('01', '05', 2, { typeFermetureCapacite: '01' }), compte('01', '06', 1, { typeLitsSupplementaire: '02' }), compte('01', '01', 4, { affectationTemporaire: '02' }), compte('01', '03', 9),
  ]);
  assert.deepEqual(lignes.map(({ cle }) => cle), [LIT, '01|02|0', PLACE]);
  for (const cle of ['02|||', '05||01|', '06|||02', '03|||']) assert.ok(colonnes.some((one) => one.cle === cle), cle);
  assert.equal(textes.get(cellKey(LIT, '02|||')), '3');
  assert.equal(textes.get(cellKey('01|02|0', INSTALLES)), '4');
});

test('PLC-10 two places of a unit that say the same are two rows, and go back in their order', () => {
  const avant = [compte('01', '01', 10), compte('01', '01', 6)];
  const grille = gridOf(avant);
  assert.deepEqual(grille.lignes.map(({ cle }) => cle), [LIT, '01|01|1', PLACE]);
  const { capacites, erreurs } = readGrid(grille, grille.textes, [], avant);
  assert.equal(erreurs.size, 0);
  assert.deepEqual(capacites.map(({ nombreCapacite }) => nombreCapacite), [10, 6]);
});

for (const [quoi, avant] of [
  ['nothing', []],
  ['beds and places', [compte('01', '01', 20), compte('01', '02', 2, { genreCapaciteDispo: '01' }), compte('02', '01', 5)]],
  ['a forecast', [compte('01', '01', 20), compte('01', '02', 5, { temporaliteCapacite: '03' })]],
  ['a count of a crisis', [compte('01', '06', 3, { typeCrise: '01' })]],
  ['closed of two kinds', [compte('01', '05', 1, { typeFermetureCapacite: '01' }), compte('01', '05', 2, { typeFermetureCapacite: '02' })]],
] as const) {
  test(`PLC-10 ${quoi}: what is shown and not touched is given back whole`, () => {
    const grille = gridOf(avant);
    const { capacites, erreurs } = readGrid(grille, grille.textes, [], avant);
    assert.deepEqual(new Set(capacites.map((one) => JSON.stringify(one, Object.keys(one).sort()))), new Set(avant.map(sansOrigine).map((one) => JSON.stringify(one, Object.keys(one).sort()))));
    assert.equal(erreurs.size, 0);
  });
}

for (const [texte, lu] of [['', undefined], ['  ', undefined], ['0', 0], [' 12 ', 12], ['10000', 10_000], ['10001', null], ['-1', null], ['1,5', null], ['douze', null], ['1e3', null], ['١٢', null]] as const) {
  test(`PLC-10 « ${texte} » is read as ${String(lu)}`, () => { assert.equal(numberOf(texte), lu); });
}

test('PLC-10 an emptied cell is not said any more, a zero is', () => {
  const avant = [compte('01', '01', 20), compte('01', '05', 3)];
  const grille = gridOf(avant);
  const textes = new Map(grille.textes).set(cellKey(LIT, '05|||'), '').set(cellKey(LIT, LIBRES_FEMMES), '0');
  assert.deepEqual(readGrid(grille, textes, [], avant).capacites.map(({ statutCapacite, nombreCapacite }) => [statutCapacite, nombreCapacite]), [['01', 20], ['02', 0]]);
});

test('PLC-10 what is wrong is said in its cell', () => {
  const grille = gridOf([]);
  const textes = new Map([[cellKey(LIT, INSTALLES), '2'], [cellKey(LIT, LIBRES_FEMMES), '3'], [cellKey(PLACE, INSTALLES), 'beaucoup']]);
  assert.deepEqual(readGrid(grille, textes, [], []).erreurs, new Map([[cellKey(PLACE, INSTALLES), 'nombre-illisible'], [cellKey(LIT, LIBRES_FEMMES), 'disponible-depasse']]));
});

test('PLC-10 what is wrong with a closing is said of that closing', () => {
  const grille = gridOf([]);
  const fermeture = { debut: '2026-12-24', fin: '2026-12-01', nombre: 5, type: null };
  const { erreurs } = readGrid(grille, new Map([[cellKey(LIT, INSTALLES), '4']]), [fermeture], []);
  assert.deepEqual(erreurs, new Map([['fermetures.0.fin', 'fin-avant-debut'], ['fermetures.0.nombre', 'fermeture-depasse']]));
});
