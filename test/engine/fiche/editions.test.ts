import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkEditions, checkSources } from '../../../src/engine/fiche/check-editions.ts';
import { acceptEditions, editionOf, rememberEditions } from '../../../src/engine/fiche/editions.ts';
import { withEditions } from '../../../src/nomenclature/editions.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';
import { Nomenclature } from '../../../src/nomenclature/nomenclature.ts';
import { replacementOf } from '../../../src/nomenclature/replacement.ts';
import { ValueSet, type ValueSetData } from '../../../src/nomenclature/value-set.ts';
import { avecRetires, contexte, gele, nomenclature, saisie, sansNomenclature, UO } from './vocabulaire.ts';

const J19 = (edition: string, concepts: ValueSetData['concepts'], autres: Partial<ValueSetData> = {}) => new ValueSet({
  id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition, source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts, ...autres,
});
const avec = (set: ValueSet) => new Nomenclature([['J19', set]]);
const now = avec(J19('2025-01-31', [['46', 'Hébergement'], ['47', 'Accueil de jour'], ['49', 'Domicile']]));
const next = avec(J19('2026-06-29', [['46', 'Hébergement complet'], ['50', 'À domicile'], ['51', 'Accueil de jour']], { replacedBy: { '49': '50' } }));

describe('FIC-130 the edition of each code', () => {
  const avant = gele({ contenu: { modePriseEnCharge: '46', activiteOperationnelle: ['300'] }, editions: { J19: { '2020-01-01': ['46'] }, J17: { '2020-01-01': ['300'] } } });
  test('FIC-130 what was there keeps its edition, what is new takes the one loaded, what is gone is forgotten', () => {
    const J17 = nomenclature.valueSet('J17').edition;
    assert.deepEqual(rememberEditions(UO, avant, { modePriseEnCharge: '47', activiteOperationnelle: ['300', '333'] }, nomenclature), {
      J19: { [nomenclature.valueSet('J19').edition]: ['47'] }, J17: { '2020-01-01': ['300'], [J17]: ['333'] },
    });
  });
  test('FIC-130 nothing is invented for a code stored before anything was remembered', () => {
    assert.deepEqual(rememberEditions(UO, { contenu: avant.contenu }, avant.contenu, nomenclature), {});
  });
  test('FIC-130 nor for a list that is not loaded', () => {
    assert.deepEqual(rememberEditions(UO, { contenu: {} }, { modePriseEnCharge: '47' }, sansNomenclature.nomenclature), {});
  });
  test('FIC-130 saving twice changes nothing', () => {
    const once = rememberEditions(UO, { contenu: {} }, avant.contenu, nomenclature);
    assert.deepEqual(rememberEditions(UO, { contenu: avant.contenu, editions: once }, avant.contenu, nomenclature), once);
  });
  test('FIC-130 the edition of a code can be asked', () => {
    assert.equal(editionOf(avant.editions, 'J19', '46'), '2020-01-01');
    for (const [valueSet, code] of [['J19', '47'], ['J99', '46'], ['__proto__', 'x']] as const) assert.equal(editionOf(avant.editions, valueSet, code), undefined);
    assert.equal(editionOf(undefined, 'J19', '46'), undefined);
  });
  test('FIC-130 a save is believed of codes that it brings, never of those whose edition is known, nor of codes that the fiche has not', () => {
    const sent = gele({ J19: { '2025-01-31': ['46', '47'], 'bientôt': ['48'] }, J17: { '2025-01-31': ['300', '333'] }, J99: { '2025-01-31': ['1'] } });
    assert.deepEqual(acceptEditions(UO, avant.editions, sent, { modePriseEnCharge: '46', activiteOperationnelle: ['300', '333'] }), {
      J19: { '2020-01-01': ['46'] }, J17: { '2020-01-01': ['300'], '2025-01-31': ['333'] },
    });
    assert.deepEqual(acceptEditions(UO, undefined, sent, { modePriseEnCharge: '48' }), {});
    assert.deepEqual(acceptEditions(UO, avant.editions, undefined, {}), {});
  });
  test('FIC-130 the content is never touched, whatever it holds', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('modePriseEnCharge', 'activiteOperationnelle', 'typeOffre'), fc.jsonValue()), fc.jsonValue(), (contenu, value) => {
      rememberEditions(UO, gele({ contenu }), gele({ typeOffre: value }), nomenclature);
      checkEditions(UO, gele({ contenu }), nomenclature, nomenclature);
    }));
  });
});

describe('FIC-131 a fiche against a newer edition', () => {
  test('FIC-131 says what leaves, what takes its place, what changes words, field by field', () => {
    const one = (modePriseEnCharge: string) => checkEditions(UO, saisie({ modePriseEnCharge }), now, next).map(({ path, valueSet, code, change, label, newLabel, replacement, editionBefore, editionAfter }) =>
      ({ path, valueSet, code, change, label, newLabel, replacement: replacement?.code, editionBefore, editionAfter }));
    const common = { path: 'modePriseEnCharge', valueSet: 'J19', editionBefore: '2025-01-31', editionAfter: '2026-06-29' };
    assert.deepEqual(one('46'), [{ ...common, code: '46', change: 'relabelled', label: 'Hébergement', newLabel: 'Hébergement complet', replacement: undefined }]);
    assert.deepEqual(one('47'), [{ ...common, code: '47', change: 'unknown', label: 'Accueil de jour', newLabel: undefined, replacement: '51' }]);
    assert.deepEqual(one('49'), [{ ...common, code: '49', change: 'unknown', label: 'Domicile', newLabel: undefined, replacement: '50' }]);
  });
  test('FIC-131 names the edition in which the code was chosen, when it is known', () => {
    const [change] = checkEditions(UO, saisie({ modePriseEnCharge: '49' }), now, next, { J19: { '2020-01-01': ['49'] } });
    assert.equal(change?.editionBefore, '2020-01-01');
  });
  test('FIC-131 against the same edition, nothing', () => {
    assert.deepEqual(checkEditions(UO, saisie({ modePriseEnCharge: '46', activiteOperationnelle: ['300'], typeOffre: '21' }), nomenclature, nomenclature), []);
  });
  test('FIC-131 between the sources of a host', async () => {
    const own = withEditions(officialSource, [{ id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition: '2030-01-01', source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts: [['50', 'À domicile']], replacedBy: { '49': '50' } }]);
    const changes = await checkSources(UO, saisie({ typeOffre: '21', modePriseEnCharge: '49' }), officialSource, own);
    assert.deepEqual(changes.map(({ code, change, replacement }) => [code, change, replacement?.code]), [['49', 'retired', '50']]);
  });
  test('FIC-131 nothing is said of a list that is not loaded', () => {
    assert.deepEqual(checkEditions(UO, saisie({ typeOffre: '21' }), now, next), []);
    assert.equal(checkEditions(UO, saisie({ modePriseEnCharge: '49' }), sansNomenclature.nomenclature, next)[0]?.change, 'unknown');
  });
});

describe('FIC-38 retired codes', () => {
  test('FIC-38 the successor that the edition names, else the only code of the same words, else none', () => {
    const set = J19('2026-06-29', [['50', 'À domicile'], ['51', 'Accueil de jour']], { retired: [['49', 'Domicile', '2025-01-31'], ['47', 'ACCUEIL DE JOUR', '2025-01-31'], ['99', 'Ancien', '2025-01-31']], replacedBy: { '49': '50' } });
    assert.deepEqual(['49', '47', '99', '50', 'ZZ'].map((code) => replacementOf(set, code)?.code), ['50', '51', undefined, undefined, undefined]);
    assert.equal(avecRetires.nomenclature.valueSet('J19').describe('99').label, 'Ancien mode');
    assert.equal(contexte.role, 'referent');
  });
});
