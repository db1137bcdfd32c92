import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeOption, options, stepOptions, usualOf, withStored } from '../../../src/engine/fiche/options.ts';
import { searchOptions } from '../../../src/engine/fiche/search-options.ts';
import type { Option } from '../../../src/engine/fiche/types.ts';
import { associations, avecRetires, champ, contexte, dans, EHPAD, gele, IME, nomenclature, sansNomenclature, unChamp } from './vocabulaire.ts';

const type = champ('typeOffre');
const mode = champ('modePriseEnCharge');
const activites = champ('activiteOperationnelle');
const codes = (list: readonly Option[]) => list.map(({ code }) => code);
const deRang = (list: readonly Option[], rank: Option['rank']) => codes(list.filter((option) => option.rank === rank));
const pour = (typeOffre: string) => gele({ typeOffre });

describe("the types d'UO", () => {
  test('FIC-30 those of the category of the establishment come first, the main ones ahead', () => {
    const list = options(type, {}, EHPAD);
    const preferred = deRang(list, 'prefere');
    assert.deepEqual(codes(list).slice(0, preferred.length), preferred);
    assert.equal(preferred[0], '21');
    assert.ok(preferred.every((code) => associations.fitsCategorieEG(code, '500')));
    assert.deepEqual(deRang(options(type, {}, IME), 'prefere').slice(0, 1), ['48']);
  });

  test('FIC-31 all the others can still be chosen, once each', () => {
    for (const context of [contexte, EHPAD, IME, dans({ categorieEG: 'ZZZ' })]) {
      assert.deepEqual([...codes(options(type, {}, context))].sort(), nomenclature.valueSet('J238').concepts.map(({ code }) => code).sort());
    }
  });

  test('FIC-30 no category puts none forward', () => {
    assert.deepEqual(deRang(options(type, {}, contexte), 'prefere'), []);
    assert.deepEqual(deRang(options(type, {}, contexte), 'autre'), []);
  });

  const filtres: readonly (readonly [string, { discipline?: string; besoin?: string }, readonly string[], readonly string[]])[] = [
    ['a discipline', { discipline: 'MSS' }, ['21', '48', '136'], ['157', '103']],
    ['another discipline', { discipline: 'SLD' }, ['249', '23'], ['48', '157']],
    ['a need', { besoin: 'sante-mentale' }, ['01', '03'], ['21', '157']],
    ['both', { discipline: 'MSS', besoin: 'avancee-en-age' }, ['21', '136'], ['48', '249']],
    ['a discipline without type', { discipline: 'SMA' }, [], ['21']],
    ['an unknown need', { besoin: 'inconnu' }, [], ['21']],
  ];
  for (const [titre, filtre, dedans, dehors] of filtres) {
    test(`FIC-32 are shortened by ${titre}`, () => {
      const list = codes(options(type, {}, EHPAD, filtre));
      for (const code of dedans) assert.ok(list.includes(code), code);
      for (const code of dehors) assert.ok(!list.includes(code), code);
    });
  }

  test('FIC-30 those of the establishment come first in a shortened list too', () => {
    const list = options(type, {}, EHPAD, { discipline: 'MSS' });
    assert.deepEqual(list.slice(0, 1).map(({ code, rank }) => [code, rank]), [['21', 'prefere']]);
    assert.ok(deRang(list, 'autre').includes('48'));
  });

  test('FIC-32 the steps offer the disciplines and the needs', () => {
    assert.deepEqual(stepOptions('discipline', contexte).map(({ code }) => code), ['MCO', 'MSS', 'PSY', 'SLD', 'SMA', 'SSR', 'VIL']);
    assert.ok(stepOptions('besoin', contexte).some(({ label }) => label === 'Santé mentale'));
  });
});

describe('the options that depend on the type', () => {
  test('FIC-31 usual modes come first in the suggested order, then all the others', () => {
    const list = options(mode, pour('21'), contexte);
    assert.deepEqual(deRang(list, 'usuel'), ['46', '47', '48']);
    assert.deepEqual(codes(list).slice(0, 3), ['46', '47', '48']);
    assert.equal(list.length, nomenclature.valueSet('J19').size);
  });

  test('FIC-31 the 548 activities are all there, the usual ones first', () => {
    const list = options(activites, pour('48'), IME);
    assert.equal(list.length, 548);
    assert.equal(new Set(codes(list)).size, 548);
    assert.deepEqual(deRang(list, 'usuel'), associations.usual('J17', '48'));
    assert.equal(list.findIndex(({ rank }) => rank === 'autre'), associations.usual('J17', '48').length);
  });

  test('FIC-31 nothing is put aside when nothing is known of the type', () => {
    for (const contenu of [{}, pour('ZZ'), { typeOffre: 3 }, { typeOffre: ['21'] }]) {
      assert.ok(options(mode, gele(contenu), contexte).every(({ rank }) => rank === 'usuel'));
    }
  });

  test('FIC-31 the disciplines of the type come first among the disciplines', () => {
    const list = options(champ('grandGroupeDisciplines'), pour('23'), contexte);
    assert.deepEqual(codes(list).slice(0, 2), ['MSS', 'SLD']);
    assert.equal(list.length, 7);
  });

  test('usualOf tells the usual codes, or nothing', () => {
    assert.deepEqual(usualOf(mode, pour('21'), contexte), ['46', '47', '48']);
    assert.deepEqual(usualOf(mode, {}, contexte), []);
    assert.deepEqual(usualOf(champ('nomOffre'), pour('21'), contexte), []);
    assert.deepEqual(usualOf(activites, pour('21'), sansNomenclature), []);
  });
});

describe('the same list', () => {
  test('comes back for the same answers: the 548 activities cost nothing the second time', () => {
    const first = options(activites, pour('21'), EHPAD);
    assert.equal(options(activites, gele({ typeOffre: '21', nomOffre: 'autre' }), EHPAD), first);
    assert.equal(options(activites, pour('21'), dans({ categorieEG: '500', role: 'direction' })), first);
  });

  test('is another one for other answers', () => {
    const first = options(type, {}, EHPAD);
    assert.notEqual(options(type, {}, IME), first);
    assert.notEqual(options(type, {}, EHPAD, { discipline: 'MSS' }), first);
    assert.notEqual(options(type, {}, avecRetires), options(type, {}, contexte));
    assert.notEqual(options(mode, pour('21'), contexte), options(mode, pour('48'), contexte));
  });

  test("can't be changed by who receives it", () => assert.ok(Object.isFrozen(options(mode, {}, contexte))));

  test('is right after many others', () => {
    for (const { code } of nomenclature.valueSet('J238').concepts) options(mode, pour(code), contexte);
    assert.deepEqual(deRang(options(mode, pour('21'), contexte), 'usuel'), ['46', '47', '48']);
  });
});

describe('without options', () => {
  test('a text has none', () => assert.deepEqual(options(champ('nomOffre'), {}, contexte), []));
  test('a code has none while its value set is not loaded', () => assert.deepEqual(options(mode, {}, sansNomenclature), []));
});

describe('a list of the model', () => {
  const restreint = unChamp('mode', { kind: 'code', options: { valueSet: 'J19', codes: ['47', '46', '99', 'ZZ'], usualOf: 'typeOffre' } });

  test('FIC-33 keeps its codes that the nomenclature no longer has, and says so', () => {
    assert.deepEqual(options(restreint, {}, avecRetires).map(({ code, label, status }) => [code, label, status]), [
      ['47', 'Accueil de jour', 'selectable'], ['46', 'Hébergement', 'selectable'], ['99', 'Ancien mode', 'retired'], ['ZZ', 'ZZ', 'unknown'],
    ]);
  });

  test('FIC-31 holds only its own codes, the usual ones first', () => {
    assert.deepEqual(options(restreint, pour('21'), avecRetires).map(({ code, rank }) => [code, rank]), [['46', 'usuel'], ['47', 'usuel'], ['99', 'autre'], ['ZZ', 'autre']]);
  });
});

describe('FIC-33 a stored code is described', () => {
  const table: readonly (readonly [string, string, Option])[] = [
    ['in use and usual', '46', { code: '46', label: 'Hébergement', status: 'selectable', rank: 'usuel' }],
    ['in use and unusual', '28', { code: '28', label: 'Hospitalisation', status: 'selectable', rank: 'autre' }],
    ['retired', '99', { code: '99', label: 'Ancien mode', status: 'retired', rank: 'autre' }],
    ['unknown', 'ZZ', { code: 'ZZ', label: 'ZZ', status: 'unknown', rank: 'autre' }],
  ];
  for (const [titre, code, expected] of table) test(titre, () => assert.deepEqual(describeOption(mode, code, pour('21'), avecRetires), expected));

  test('by its own text while its value set is not loaded', () => {
    assert.deepEqual(describeOption(mode, '46', {}, sansNomenclature), { code: '46', label: '46', status: 'unknown', rank: 'autre' });
  });

  test('and stands before the choices when it is not among them', () => {
    const choices = options(mode, pour('21'), avecRetires);
    assert.deepEqual(codes(withStored(choices, mode, gele(['46', '99', 'ZZ']), pour('21'), avecRetires)), ['99', 'ZZ', '46', '47', '28']);
    assert.deepEqual(codes(withStored(choices, mode, '99', pour('21'), avecRetires)).slice(0, 1), ['99']);
  });

  test('the choices are the same array when nothing is to be added', () => {
    const choices = options(mode, pour('21'), avecRetires);
    for (const value of [undefined, '', '46', ['46', '47'], 3, null]) assert.equal(withStored(choices, mode, value, pour('21'), avecRetires), choices);
  });

  test('even out of a list shortened by a discipline', () => {
    const choices = options(type, {}, EHPAD, { discipline: 'MCO' });
    assert.equal(withStored(choices, type, '21', {}, EHPAD)[0]?.code, '21');
  });
});

describe('FIC-36 the search in options', () => {
  const list = options(type, {}, EHPAD);
  const premiers = (text: string, limit = 3) => codes(searchOptions(list, text, limit));

  test('finds by beginnings of words, without case or accents', () => {
    assert.ok(premiers('heberg age dep', 10).includes('21'));
    assert.deepEqual(premiers('HÉBERG ÂGÉES DÉP', 10), premiers('heberg agees dep', 10));
    assert.deepEqual(premiers('medico-educ'), ['48']);
    assert.deepEqual(premiers('ducatif'), []);
  });

  test('keeps the ranks: what fits the establishment first', () => {
    const ranks = searchOptions(list, 'unite').map(({ rank }) => rank);
    assert.deepEqual(ranks, [...ranks].sort((a, b) => (a === b ? 0 : a === 'prefere' ? -1 : 1)));
    assert.equal(ranks[0], 'prefere');
  });

  test('gives as many as asked', () => {
    assert.equal(searchOptions(list, 'a', 5).length, 5);
    assert.equal(searchOptions(list, '', 5).length, 5);
    assert.deepEqual(searchOptions(list, 'a', 0), []);
    assert.deepEqual(searchOptions(list, '', -1), []);
  });

  test('without a word gives the list itself', () => assert.equal(searchOptions(list, '  '), list));
  test('gives the very options of the list', () => assert.ok(searchOptions(list, 'unite').every((option) => list.includes(option))));
});
