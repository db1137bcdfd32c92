import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeList, usualCodes } from '../../../src/engine/fiche/code-list.ts';
import type { OptionSource } from '../../../src/engine/fiche/types.ts';
import { avecRetires, contexte, nomenclature, sansNomenclature } from './vocabulaire.ts';

describe('a list of codes', () => {
  const decrits: readonly (readonly [OptionSource['valueSet'], string, string, string])[] = [
    ['J19', '46', 'Hébergement', 'selectable'],
    ['J19', '99', 'Ancien mode', 'retired'],
    ['J19', 'ZZ', 'ZZ', 'unknown'],
    ['J20', '04', 'Médico-social (MS)', 'selectable'],
    ['GGD', 'MSS', 'Médico-Social et Social', 'selectable'],
    ['GGD', 'mss', 'mss', 'unknown'],
    ['GGD', '', '', 'unknown'],
  ];
  for (const [id, code, label, status] of decrits) {
    test(`FIC-33 ${code || 'an empty code'} of ${id} is described: ${label}, ${status}`, () => {
      const { label: found, status: state } = codeList(id, avecRetires)?.describe(code) ?? {};
      assert.deepEqual([found, state], [label, status]);
    });
  }

  test('offers what the value set offers, in its order', () => {
    assert.equal(codeList('J17', contexte)?.codes, nomenclature.valueSet('J17').concepts);
    assert.deepEqual(codeList('GGD', contexte)?.codes.map(({ code }) => code), ['MCO', 'MSS', 'PSY', 'SLD', 'SMA', 'SSR', 'VIL']);
    assert.ok(!codeList('J19', avecRetires)?.codes.some(({ code }) => code === '99'));
  });

  test('FIC-34 is not known while its value set is not loaded', () => {
    assert.equal(codeList('J17', sansNomenclature), undefined);
    assert.ok(codeList('GGD', sansNomenclature));
  });
});

describe('the usual codes', () => {
  const usuels: readonly (readonly [OptionSource['valueSet'], unknown, readonly string[]])[] = [
    ['J19', '21', ['46', '47', '48']],
    ['J30', '21', ['01', '02']],
    ['J30', '28', []],
    ['J20', '157', ['01']],
    ['GGD', '88', ['MSS', 'MCO', 'PSY', 'SSR']],
    ['GGD', 'ZZ', []],
    ['J19', 'ZZ', []],
    ['J55', '21', []],
    ['J19', undefined, []],
    ['J19', null, []],
    ['J19', 21, []],
    ['J19', ['21'], []],
    ['J19', 'constructor', []],
  ];
  for (const [id, type, codes] of usuels) {
    test(`FIC-31 of ${id} for ${JSON.stringify(type)}: ${codes.join(', ') || 'none known'}`, () => assert.deepEqual(usualCodes(id, type, contexte), codes));
  }

  test('FIC-34 are not known while the value set is not loaded', () => assert.deepEqual(usualCodes('J17', '21', sansNomenclature), []));
});
