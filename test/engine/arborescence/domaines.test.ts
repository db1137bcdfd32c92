import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCode, isShown, wordsOf, matches } from '../../../src/engine/arborescence/domaines.ts';

const CAS: readonly (readonly [string, readonly string[], readonly string[] | undefined, boolean])[] = [
  ['ARB-16 without a filter all is shown', ['MSS'], undefined, true],
  ['ARB-16 one domaine in common is enough', ['MCO', 'MSS'], ['MSS', 'PSY'], true],
  ['ARB-16 MSS not ticked hides an EHPAD', ['MSS'], ['MCO', 'PSY', 'SSR'], false],
  ['ARB-16 nothing ticked hides it too', ['MSS'], [], false],
  ['ARB-17 what has no known domaine stays', [], ['MCO'], true],
  ['ARB-17 even with nothing ticked', [], [], true],
];
for (const [titre, domaines, coches, montre] of CAS) test(titre, () => { assert.equal(isShown(domaines, coches), montre); });

test('ARB-18 the codes before the names', () => {
  assert.deepEqual((['EJ', 'EG', 'P', 'UF', 'UO', 'DF', 'FAV'] as const).map((type) => nodeCode(type, 'EG')), ['EJ', 'EG', 'P', 'UF', 'UO', 'DF', 'FAV']);
  assert.deepEqual([nodeCode('S', 'P'), nodeCode('S', 'S'), nodeCode('S', null)], ['S1', 'S2', 'S1']);
});

const NOMS: readonly (readonly [string, string, boolean])[] = [
  ['EHPAD TEST', 'ehpad', true], ['EHPAD TEST', 'test ehp', true], ['EHPAD TEST', 'pad', false], ['EHPAD TEST', 'ehpad x', false],
  ['Hôpital de l’Étoile', 'etoile', true], ['Hôpital de l’Étoile', 'ÉTOILE hop', true], ['Œuvre Sainte-Anne', 'oeuv anne', true],
  ['<b>Unité</b>', 'unite', true], ['Unité', '', false], ['Unité', '- ’', false], ['', 'a', false],
];
for (const [nom, texte, attendu] of NOMS) test(`ARB-20 « ${texte} » in « ${nom} »`, () => { assert.equal(matches(nom, texte), attendu); });

test('ARB-20 a name has the words that one reads', () => { assert.deepEqual(wordsOf('IME « Les Érables » – n°12'), ['ime', 'les', 'erables', 'n', '12']); });
test('ARB-19 what is outside of the ticked domaines is counted by each domaine that it has', () => {
  const hors = [['MSS'], ['MSS', 'PSY']].filter((domaines) => !isShown(domaines, ['MCO'])).flat();
  assert.deepEqual([hors.filter((un) => un === 'MSS').length, hors.filter((un) => un === 'PSY').length], [2, 1]);
});
