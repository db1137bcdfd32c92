import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { kinds } from '../../../src/engine/fiche/kinds.ts';
import type { Constraints, Field, KindName } from '../../../src/engine/fiche/types.ts';
import { avecRetires, contexte, gele, sansNomenclature, unChamp } from './vocabulaire.ts';

const NAMES = Object.keys(kinds) as KindName[];
const around = gele({ usual: [] as string[], contenu: {} });
const lit = (kind: KindName, text: string, constraints: Constraints = {}) => kinds[kind].parse(text, constraints);
const constats = (kind: KindName, value: unknown, constraints: Constraints = {}, autres: Partial<Field> = {}) =>
  kinds[kind].check(value, unChamp('champ', { kind, constraints, ...autres }), { context: contexte, ...around }).map(({ code, severity }) => `${code}${severity === 'erreur' ? '' : ' !'}`);

describe('every kind', () => {
  for (const name of NAMES) {
    test(`${name}: no text is no value`, () => assert.deepEqual(lit(name, ''), { value: undefined }));
    test(`${name}: no value is no text`, () => assert.equal(kinds[name].format(undefined), ''));
    test(`${name}: FIC-12 nothing is empty`, () => assert.ok([undefined, null, '', []].every((value) => kinds[name].isEmpty(value))));

    test(`${name}: a value of a wrong type is shown as stored and said to be unreadable`, () => {
      const wrong = gele(name === 'adresse' ? ['une liste'] : { un: 'objet' });
      assert.equal(kinds[name].format(wrong), JSON.stringify(wrong));
      assert.deepEqual(constats(name, wrong, {}, { options: { valueSet: 'J19' } }), ['illisible']);
    });

    test(`${name}: never fails, whatever is typed or stored`, () => fc.assert(fc.property(fc.string(), fc.jsonValue(), (text, json) => {
      const parsed = lit(name, text);
      assert.ok('value' in parsed || parsed.unreadable);
      assert.equal(typeof kinds[name].format(json), 'string');
      assert.ok(Array.isArray(constats(name, json, { min: 0, max: 1, maxLength: 3, maxItems: 1, format: 'email' }, { options: { valueSet: 'J19', codes: ['46'] } })));
    })));

    test(`${name}: what it formats, it reads back as the same value`, () => {
      const objects = fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minKeys: 1 }), { minLength: 1 })
        .map((value): unknown => JSON.parse(JSON.stringify(value)));
      const arbitraries: Readonly<Record<KindName, fc.Arbitrary<unknown>>> = {
        texte: fc.string({ minLength: 1 }), 'texte-long': fc.string({ minLength: 1 }).map((text) => text.replace(/\r/g, '') || 'x'),
        nombre: fc.oneof(fc.integer(), fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000)).map((n) => (n === 0 ? 0 : n)),
        date: fc.date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
        booleen: fc.boolean(), code: fc.stringMatching(/^[A-Z0-9]{1,6}$/), codes: fc.uniqueArray(fc.stringMatching(/^[A-Z0-9|_-]{1,6}$/), { minLength: 1 }),
        textes: fc.array(fc.stringMatching(/^[A-Z0-9é;,-]{1,12}$/), { minLength: 1 }), liste: objects, capacites: objects, horaires: objects,
        adresse: fc.dictionary(fc.constantFrom('pointRemise', 'libelleVoie', 'codePostal'), fc.string({ minLength: 1 }), { minKeys: 1 }).map((value): unknown => ({ ...value })),
        territoires: fc.uniqueArray(fc.record({ type: fc.stringMatching(/^[1-6]$/), code: fc.stringMatching(/^[0-9AB]{2,5}$/) }, { noNullPrototype: true }), { minLength: 1, selector: ({ type, code }) => `${type}|${code}` }),
        reference: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
      };
      fc.assert(fc.property(arbitraries[name], (value) => assert.deepEqual(lit(name, kinds[name].format(value)), { value })));
    });
  }
});

describe('texte', () => {
  test('FIC-24 keeps a text as typed, spaces included', () => {
    for (const text of [' Unité  IME ', 'é'.repeat(5), '\t', '<b>gras</b>', '=SOMME(A1)']) assert.deepEqual(lit('texte', text, { maxLength: 3 }), { value: text });
  });

  test('FIC-24 says that a text is too long, with its length, and does not cut it', () => {
    const [found] = kinds.texte.check('abcd', unChamp('a', { constraints: { maxLength: 3 } }), { context: contexte, ...around });
    assert.deepEqual(found, { code: 'trop-long', severity: 'erreur', params: { max: 3, longueur: 4 } });
    assert.deepEqual(constats('texte', 'abc', { maxLength: 3 }), []);
    assert.deepEqual(lit('texte', 'x'.repeat(5_000_000), { maxLength: 3 }), { value: 'x'.repeat(5_000_000) });
  });

  test('a long text keeps its lines, ended alike', () => {
    assert.deepEqual(lit('texte-long', 'un\r\ndeux\rtrois\n'), { value: 'un\ndeux\ntrois\n' });
    assert.deepEqual(constats('texte-long', 'x'.repeat(11), { maxLength: 10 }), ['trop-long']);
  });
});

describe('formats of texts', () => {
  type Format = NonNullable<Constraints['format']>;
  /** format, typed, stored, issue */
  const table: readonly (readonly [Format, string, string, '' | 'forme' | 'cle !'])[] = [
    ['telephone', '0123456789', '01 23 45 67 89', ''],
    ['telephone', '01.23.45.67.89', '01 23 45 67 89', ''],
    ['telephone', ' 01-23-45-67-89 ', '01 23 45 67 89', ''],
    ['telephone', '01 23 45 67 89', '01 23 45 67 89', ''],
    ['telephone', '+33123456789', '+33 1 23 45 67 89', ''],
    ['telephone', '+33 (0)1 23 45 67 89', '+33 1 23 45 67 89', ''],
    ['telephone', '0033 1 23 45 67 89', '+33 1 23 45 67 89', ''],
    ['telephone', '+32  2 555 12 12', '+32 2 555 12 12', ''],
    ['telephone', '+262 262 90 50 50', '+262 262 90 50 50', ''],
    ['telephone', '15', '15', ''],
    ['telephone', '112', '112', ''],
    ['telephone', '3114', '3114', ''],
    ['telephone', '116 117', '116117', ''],
    ['telephone', '012345678', '012345678', 'forme'],
    ['telephone', '01234567890', '01234567890', 'forme'],
    ['telephone', '00 32 2 555 12 12', '+32 2 555 12 12', ''],
    ['telephone', '0 123 456 78', '0 123 456 78', 'forme'],
    ['telephone', 'poste 12', 'poste 12', 'forme'],
    ['telephone', '01 23 45 67 89 ou 90', '01 23 45 67 89 ou 90', 'forme'],
    ['telephone', '+1', '+1', 'forme'],
    ['email', 'cpts@grandversailles.com', 'cpts@grandversailles.com', ''],
    ['email', ' a.b+c@sous.domaine.fr ', 'a.b+c@sous.domaine.fr', ''],
    ['email', "l'accueil@ehpad.fr", "l'accueil@ehpad.fr", ''],
    ['email', 'accueil', 'accueil', 'forme'],
    ['email', 'accueil@ehpad', 'accueil@ehpad', 'forme'],
    ['email', 'a@b@c.fr', 'a@b@c.fr', 'forme'],
    ['email', 'a b@c.fr', 'a b@c.fr', 'forme'],
    ['email', 'a@b..fr', 'a@b..fr', 'forme'],
    ['email', 'a@b.fr, c@d.fr', 'a@b.fr, c@d.fr', 'forme'],
    ['url', 'https://www.ror-if.fr/ror/', 'https://www.ror-if.fr/ror/', ''],
    ['url', 'http://exemple.fr', 'http://exemple.fr', ''],
    ['url', 'www.exemple.fr', 'www.exemple.fr', 'forme'],
    ['url', 'javascript:alert(1)', 'javascript:alert(1)', 'forme'],
    ['code-postal', '91580', '91580', ''],
    ['code-postal', '91 580', '91580', ''],
    ['code-postal', '9158', '9158', 'forme'],
    ['code-postal', '2A004', '2A004', 'forme'],
    ['finess', '940690324', '940690324', ''],
    ['finess', '940 690 324', '940690324', ''],
    ['finess', '940690325', '940690325', 'cle !'],
    ['finess', '2a0000014', '2A0000014', ''],
    ['finess', '94069032', '94069032', 'forme'],
    ['siren', '732 829 320', '732829320', ''],
    ['siren', '732829321', '732829321', 'cle !'],
    ['siret', '732 829 320 00074', '73282932000074', ''],
    ['siret', '92131725800020', '92131725800020', 'cle !'],
    ['siret', '35600000049837', '35600000049837', ''],
    ['siret', '7328293200007', '7328293200007', 'forme'],
  ];
  const regles = { '': 'FIC-25 the usual writing', forme: 'FIC-26 a wrong shape is an error', 'cle !': 'FIC-27 a wrong key is a warning' };
  for (const [format, typed, stored, issue] of table) {
    test(`${regles[issue]}: ${format} « ${typed} » is stored « ${stored} »`, () => {
      assert.deepEqual(lit('texte', typed, { format }), { value: stored });
      assert.deepEqual(constats('texte', stored, { format }), issue === '' ? [] : [issue]);
    });
  }

  test('FIC-25 the usual writing does not change when read again', () => {
    for (const [format, , stored] of table) assert.deepEqual(lit('texte', stored, { format }), { value: stored });
  });

  test('FIC-26 gives an example of the shape wanted, which has this shape', () => {
    for (const format of ['telephone', 'email', 'url', 'code-postal', 'finess', 'siren', 'siret'] as const) {
      const [found] = kinds.texte.check('?', unChamp('a', { constraints: { format } }), { context: contexte, ...around });
      assert.deepEqual(constats('texte', found?.params?.['exemple'], { format }), [], format);
    }
  });
});

describe('nombre', () => {
  const lus: readonly (readonly [string, number])[] = [
    ['0', 0], ['150', 150], [' 12 ', 12], ['007', 7], ['-3', -3], ['+3', 3], ['−3', -3], ['-0', 0],
    ['12,5', 12.5], ['12.5', 12.5], ['0.125', 0.125], ['1 000', 1000], ['1 000,5', 1000.5], ['1 000', 1000], ['10.0000', 10], ['999999999999999', 999_999_999_999_999],
  ];
  for (const [text, value] of lus) test(`FIC-28 « ${text} » is ${value}`, () => assert.deepEqual(lit('nombre', text), { value }));

  for (const text of ['douze', '12 ans', '1,2,3', '1.000', '12.345.678', ',5', '5,', '--1', '1e3', '0x10', 'Infinity', 'NaN', '1234567890123456', '½', '１２']) {
    test(`FIC-28 « ${text} » can't be read`, () => assert.deepEqual(lit('nombre', text), { unreadable: true }));
  }

  const montres: readonly (readonly [unknown, string])[] = [[0, '0'], [12.5, '12,5'], [-1.25, '-1,25'], [1e-7, '0,0000001'], [Number.NaN, 'null'], ['douze', 'douze']];
  for (const [value, text] of montres) test(`FIC-28 ${String(value)} is shown « ${text} »`, () => assert.equal(kinds.nombre.format(value), text));

  const bornes: readonly (readonly [unknown, Constraints, readonly string[]])[] = [
    [0, { min: 0, max: 150 }, []], [150, { min: 0, max: 150 }, []], [-1, { min: 0 }, ['trop-petit']], [151, { max: 150 }, ['trop-grand']],
    [12.5, {}, ['forme']], [12.5, { decimals: 1 }, []], [12.25, { decimals: 1 }, ['forme']], [-1.5, { min: 0 }, ['forme', 'trop-petit']],
    ['12', {}, ['illisible']], [Number.POSITIVE_INFINITY, {}, ['illisible']], [true, {}, ['illisible']],
  ];
  for (const [value, constraints, found] of bornes) {
    test(`${String(value)} within ${JSON.stringify(constraints)}: ${found.join(', ') || 'nothing'}`, () => assert.deepEqual(constats('nombre', value, constraints), found));
  }
});

describe('date', () => {
  const lues: readonly (readonly [string, string])[] = [
    ['21/11/2026', '2026-11-21'], ['1/2/2026', '2026-02-01'], ['21-11-2026', '2026-11-21'], ['21.11.2026', '2026-11-21'], ['21 11 2026', '2026-11-21'],
    ['21112026', '2026-11-21'], ['2026-11-21', '2026-11-21'], [' 21/11/2026 ', '2026-11-21'], ['29/02/2024', '2024-02-29'], ['29/02/2000', '2000-02-29'], ['31/12/9999', '9999-12-31'],
  ];
  for (const [text, value] of lues) test(`FIC-29 « ${text} » is ${value}`, () => assert.deepEqual(lit('date', text), { value }));

  for (const text of ['21/11/26', '31/04/2026', '29/02/2026', '29/02/1900', '32/01/2026', '00/01/2026', '01/13/2026', '01/00/2026', '2026-13-01', '2026-2-1', 'hier', '21/11', '21 nov 2026', '01/01/0000']) {
    test(`FIC-29 « ${text} » can't be read`, () => assert.deepEqual(lit('date', text), { unreadable: true }));
  }

  test('FIC-29 is shown JJ/MM/AAAA', () => {
    assert.equal(kinds.date.format('2026-11-21'), '21/11/2026');
    assert.equal(kinds.date.format('2026-02-30'), '2026-02-30');
    assert.deepEqual(constats('date', '2026-02-30'), ['illisible']);
    assert.deepEqual(constats('date', '2026-02-28'), []);
  });
});

describe('booleen', () => {
  const lus: readonly (readonly [string, boolean])[] = [['oui', true], ['Oui', true], ['true', true], ['non', false], [' NON ', false], ['false', false]];
  for (const [text, value] of lus) test(`« ${text} » is ${value}`, () => assert.deepEqual(lit('booleen', text), { value }));
  for (const text of ['peut-être', '1', 'constructor', 'ou']) test(`« ${text} » can't be read`, () => assert.deepEqual(lit('booleen', text), { unreadable: true }));
  test('is shown oui or non', () => assert.deepEqual([true, false].map((value) => kinds.booleen.format(value)), ['oui', 'non']));
  test('FIC-12 non is an answer', () => assert.equal(kinds.booleen.isEmpty(false), false));
});

describe('code and codes', () => {
  const modes = { options: { valueSet: 'J19' } } as const;
  const check = (kind: 'code' | 'codes', value: unknown, options: Field['options'], usual: readonly string[] = [], context = avecRetires) =>
    kinds[kind].check(value, unChamp('champ', { kind, ...(options && { options }) }), { context, usual, contenu: {} });

  test('a text of codes is separated by semicolons, each code once', () => {
    assert.deepEqual(lit('codes', ' 46; 47 ;;46'), { value: ['46', '47'] });
    assert.deepEqual(lit('code', ' 46 '), { value: '46' });
    assert.equal(kinds.codes.format(gele(['46', '47'])), '46;47');
  });

  const table: readonly (readonly [string, 'code' | 'codes', unknown, readonly string[], readonly unknown[]])[] = [
    ['FIC-34 a current code is fine', 'code', '46', [], []],
    ['FIC-34 an unknown code is an error', 'code', 'ZZ', [], [{ code: 'code-inconnu', severity: 'erreur', params: { code: 'ZZ' } }]],
    ['FIC-34 a retired code is a warning with its label', 'code', '99', [], [{ code: 'code-retire', severity: 'avertissement', params: { code: '99', libelle: 'Ancien mode' } }]],
    ['FIC-34 each code of a list is told', 'codes', ['46', 'ZZ', '99', 'YY'], [], [
      { code: 'code-inconnu', severity: 'erreur', params: { code: 'ZZ' } },
      { code: 'code-retire', severity: 'avertissement', params: { code: '99', libelle: 'Ancien mode' } },
      { code: 'code-inconnu', severity: 'erreur', params: { code: 'YY' } }]],
    ['FIC-35 an unusual code is a warning', 'code', '28', ['46', '47'], [{ code: 'code-hors-liste', severity: 'avertissement', params: { code: '28', nombre: 1 } }]],
    ['FIC-35 a usual code is fine', 'code', '47', ['46', '47'], []],
    ['FIC-35 unusual codes of a list are one warning', 'codes', ['28', '46', '47'], ['46'], [{ code: 'code-hors-liste', severity: 'avertissement', params: { code: '28', nombre: 2 } }]],
    ['FIC-35 an unknown code is not also unusual', 'code', 'ZZ', ['46'], [{ code: 'code-inconnu', severity: 'erreur', params: { code: 'ZZ' } }]],
  ];
  for (const [titre, kind, value, usual, found] of table) test(titre, () => assert.deepEqual(check(kind, gele(value), modes.options, usual), found));

  test('FIC-35 a code out of the list of the model is a warning', () => {
    assert.deepEqual(check('code', '28', { valueSet: 'J19', codes: ['46'] }).map(({ code }) => code), ['code-hors-liste']);
    assert.deepEqual(check('code', '46', { valueSet: 'J19', codes: ['46'] }), []);
  });

  test('FIC-34 says nothing of codes while their value set is not loaded', () => {
    assert.deepEqual(check('code', 'ZZ', modes.options, ['46'], sansNomenclature), []);
    assert.deepEqual(check('codes', ['ZZ'], modes.options, [], sansNomenclature), []);
  });

  test('FIC-34 knows the grands groupes de disciplines without any value set', () => {
    assert.deepEqual(check('code', 'MSS', { valueSet: 'GGD' }, [], sansNomenclature), []);
    assert.deepEqual(check('code', 'ABC', { valueSet: 'GGD' }, [], sansNomenclature).map(({ code }) => code), ['code-inconnu']);
  });

  test('a list with something else than codes is unreadable', () => assert.deepEqual(constats('codes', ['46', 3], {}, modes), ['illisible']));
});
