import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { loadValueSet } from '../../src/nomenclature/load.ts';
import { words } from '../../src/nomenclature/text.ts';
import type { ValueSetId } from '../../src/nomenclature/value-set-ids.ts';
import { WordIndex } from '../../src/nomenclature/word-index.ts';

const index = new WordIndex([
  "Chirurgie de l'obésité", // 0
  'Médecine du cœur', // 1
  'Consultation - chirurgie', // 2
  'Chirurgie', // 3
  'Obésité : chirurgie', // 4
  'Chirurgie', // 5
  'Micro-chirurgie', // 6
  'Neurochirurgie', // 7
  'Saint-Maurice', // 8
  'Saint-Maur-des-Fossés', // 9
]);

const table: readonly (readonly [string, readonly number[], string])[] = [
  ['chirurgie', [3, 5, 0, 6, 4, 2], 'label start first, then the shorter, then the order of the list'],
  ['CHIRURGIE', [3, 5, 0, 6, 4, 2], 'case does not matter'],
  ['chir', [3, 5, 0, 6, 4, 2], 'the beginning of a word is enough'],
  ['obésité', [4, 0], 'accents in the query'],
  ['obesite', [4, 0], 'no accents in the query'],
  ["l'obé", [0], 'a straight apostrophe separates words'],
  ['l’obé', [0], 'a curly apostrophe separates words'],
  ['chirurgie obésité', [0, 4], 'every word, the asked order first'],
  ['obésité chirurgie', [4, 0], 'every word, the asked order first (other way)'],
  ['coeur', [1], 'oe finds œ'],
  ['cœur', [1], 'œ finds œ'],
  ['urgie', [], 'the middle of a word is no hit'],
  ['chirurgie cardiaque', [], 'one word missing, no hit'],
  ['saint maur', [9, 8], 'whole words before beginnings of words'],
  ['zzz', [], 'no hit'],
  ['', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'nothing asked, everything in order'],
  [' - ', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'signs only are nothing asked'],
  ['chirurgie-consultation', [2], 'a hyphen separates the words of the query'],
];

for (const [query, expected, why] of table) {
  test(`search "${query}": ${why}`, () => assert.deepEqual(index.search(query), expected));
}

test('a limit keeps the best hits only', () => {
  assert.deepEqual(index.search('chirurgie', 2), [3, 5]);
  assert.deepEqual(index.search('chirurgie', 0), []);
  assert.deepEqual(index.search('chirurgie', -1), []);
});

test('text that looks like an expression is only text', () => {
  for (const query of ['.*', '(', '[a-z', '\\', 'c++']) assert.doesNotThrow(() => index.search(query));
});

/** On the committed nomenclatures: value set, query, code of the first hit. */
const firsts: readonly (readonly [ValueSetId, string, string])[] = [
  ['J238', 'accueil ou heb pers agees dep', '21'],
  ['J238', 'institut medico', '48'],
  ['J17', 'chirurgie obesite', '017'],
  ['J17', 'REANIM med', '126'],
  ['J16', 'lavage broncho', '0721'],
  ['J55', 'institut medico educatif', '183'],
  ['J19', 'hospi jour', '29'],
  ['J186', 'aide-soignant', 'TRE_G15-ProfessionSante|35'],
  ['COG_departements', 'seine st', ''],
  ['COG_departements', "val d'oise", '95'],
  ['COG_regions', 'ile de france', '11'],
];

for (const [id, query, code] of firsts) {
  test(`in ${id}, "${query}" finds ${code || 'nothing'} first`, async () => {
    assert.equal((await loadValueSet(id)).search(query, { limit: 1 })[0]?.code ?? '', code);
  });
}

test('every label of the acts is found by its own words, and by the beginnings of its words', async () => {
  const acts = await loadValueSet('J16');
  for (const concept of acts.concepts) {
    assert.ok(acts.search(concept.label).includes(concept), concept.label);
    const beginnings = words(concept.label).map((word) => word.slice(0, 3)).join(' ');
    assert.ok(acts.search(beginnings).includes(concept), beginnings);
  }
});

test('a retired type of offer is not proposed by the search', async () => {
  const types = await loadValueSet('J238');
  assert.equal(types.get('116')?.label, 'Unité de chirurgie oncologique');
  assert.deepEqual(types.search('unité de chirurgie oncologique'), []);
});

test('prints the time of a search in the 1,305 acts', async (context) => {
  const acts = await loadValueSet('J16');
  const start = performance.now();
  acts.search('premiere');
  const first = performance.now() - start;
  const queries = ['a', 'ch', 'chir', 'chirurgie', 'lavage broncho', 'prise en charge de', 'zzz', 'educ therap', 'd', 'depistage cancer'];
  const times = Array.from({ length: 50 }, () => queries).flat().map((query) => {
    const before = performance.now();
    acts.search(query, { limit: 50 });
    return performance.now() - before;
  }).sort((a, b) => a - b);
  context.diagnostic(`first ${first.toFixed(2)} ms, median ${times[250]?.toFixed(3)} ms, p95 ${times[475]?.toFixed(3)} ms`);
  assert.equal(acts.search('lavage broncho', { limit: 1 })[0]?.code, '0721');
});
