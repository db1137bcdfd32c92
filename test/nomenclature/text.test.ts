import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, words } from '../../src/nomenclature/text.ts';

const folded: readonly (readonly [string, string])[] = [
  ['Établissement', 'etablissement'],
  ['CŒUR', 'coeur'],
  ['œdème', 'oedeme'],
  ['Ex æquo', 'ex aequo'],
  ['Île-de-France', 'ile-de-france'],
  ['5 m²', '5 m2'],
  ['e\u0301te\u0301', 'ete'],
  ['', ''],
];

for (const [text, expected] of folded) {
  test(`folds "${text}" to "${expected}"`, () => assert.equal(fold(text), expected));
}

const split: readonly (readonly [string, readonly string[]])[] = [
  ["Chirurgie de l'obésité", ['chirurgie', 'de', 'l', 'obesite']],
  ['Chirurgie de l’obésité', ['chirurgie', 'de', 'l', 'obesite']],
  ['Saint-Cloud', ['saint', 'cloud']],
  ['24h/24 7j/7', ['24h', '24', '7j', '7']],
  ['(IME) ; SESSAD…', ['ime', 'sessad']],
  ['  ', []],
  ['-', []],
];

for (const [text, expected] of split) {
  test(`"${text}" has the words ${JSON.stringify(expected)}`, () => assert.deepEqual(words(text), expected));
}

test('folding twice changes nothing more', () => {
  for (const [text] of [...folded, ...split]) assert.equal(fold(fold(text)), fold(text));
});
