import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCommunes } from '../../src/nomenclature/communes.ts';

const communes = await loadCommunes();
const names = (text: string, limit = 3) => communes.search(text, { limit }).map(({ nom }) => nom);

test('holds 1,266 communes and 20 arrondissements, over eight départements', () => {
  assert.equal(communes.size, 1286);
  assert.equal(communes.all.filter(({ code }) => /^751\d\d$/.test(code)).length, 20);
  assert.deepEqual([...new Set(communes.all.map(({ departement }) => departement))].sort(), ['75', '77', '78', '91', '92', '93', '94', '95']);
});

test('is fetched once', async () => assert.equal(await loadCommunes(), communes));

test('finds a commune by its INSEE code', () => {
  const versailles = communes.get('78646');
  assert.equal(versailles?.nom, 'Versailles');
  assert.deepEqual(versailles?.codesPostaux, ['78000']);
  assert.equal(communes.get('00000'), undefined);
});

test('a postal code serves several communes, a commune has several postal codes', () => {
  assert.equal(communes.parCodePostal('91580').length, 6);
  const several = communes.all.filter(({ codesPostaux }) => codesPostaux.length > 1);
  assert.equal(several.length, 12);
  assert.deepEqual(communes.parCodePostal('99999'), []);
  assert.equal(new Set(communes.all.flatMap(({ codesPostaux }) => codesPostaux)).size, 528);
});

test('the département is the one of the commune, not of the postal code', () => {
  const paray = communes.search('Paray-Vieille-Poste')[0];
  assert.equal(paray?.departement, '91');
  assert.ok(paray?.codesPostaux.includes('94390'));
});

test('every centroid is in Île-de-France', () => {
  for (const { nom, latitude, longitude } of communes.all) {
    assert.ok(latitude > 48 && latitude < 49.5 && longitude > 1.4 && longitude < 3.6, nom);
  }
});

const searches: readonly (readonly [string, readonly string[]])[] = [
  ['versail', ['Versailles']],
  ['evry', ['Évry-Courcouronnes', 'Évry-Grégy-sur-Yerre']],
  ["l'hay", ["L'Haÿ-les-Roses"]],
  ['st maur', ['Saint-Maur-des-Fossés', 'Saint-Maurice', 'Saint-Maurice-Montcouronne']],
  ['ste genevieve', ['Sainte-Geneviève-des-Bois']],
  ['94410', ['Saint-Maurice']],
  ['78646', ['Versailles']],
  ['zzz', []],
];

for (const [text, expected] of searches) {
  test(`"${text}" finds ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(names(text), expected));
}

test('the beginning of a postal code finds its communes', () => {
  assert.ok(communes.search('9158').every(({ codesPostaux }) => codesPostaux.some((code) => code.startsWith('9158'))));
  assert.equal(communes.search('91 580').length, 6);
});

test('Paris comes before its arrondissements', () => {
  assert.equal(names('paris', 1)[0], 'Paris');
  assert.equal(communes.search('paris').filter(({ departement }) => departement === '75').length, 21);
});
