import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  CodeCommune, CodePostal, IdNatPS, IdNatStruct, identifiantOffre, identifiantOI, IdentifiantOffre, IdentifiantOI,
  NumFINESSEG, NumFINESSEJ, NumRPPS, NumRppsAdeliRang, NumSIREN, NumSIRET, siretPorteLeSiren, verifierCodePostal, verifierCommune,
  verifierFINESS, verifierIdNatPS, verifierIdNatStruct, verifierRPPS, verifierSIREN, verifierSIRET, type Verification,
} from '../../src/domain/identifiants.ts';
import { z } from '../../src/domain/zod.ts';

/** `ok`, `forme:longueur`, `cle:luhn`… */
const bref = (found: Verification) => (found.statut === 'valide' ? 'ok' : `${found.statut}:${found.code}`);

type Row = readonly [text: string, expected: string, why: string];
const tables: readonly { readonly name: string; readonly verifier: (text: string) => Verification; readonly rows: readonly Row[] }[] = [
  {
    name: 'FINESS',
    verifier: verifierFINESS,
    rows: [
      ['940001019', 'ok', 'EJ Institut le Val Mandé'],
      ['940690324', 'ok', 'EG IME T KITOI'],
      ['010000024', 'ok', 'leading zero'],
      ['010780054', 'ok', 'leading zero'],
      ['750712184', 'ok', 'Paris'],
      ['690781810', 'ok', 'Rhône'],
      ['2A0000014', 'ok', 'Corse-du-Sud, A counts 1'],
      ['2B0000020', 'ok', 'Haute-Corse, B counts 2'],
      ['2A0000020', 'cle:luhn', 'the key of 2B under 2A'],
      ['940690325', 'cle:luhn', 'last digit changed'],
      ['940960324', 'cle:luhn', 'two digits swapped'],
      ['2C0000014', 'cle:departement', 'a letter that no département has'],
      ['9A0000014', 'cle:departement', 'A stands for 1 in Corsica only'],
      ['94069032', 'forme:longueur', 'one digit short'],
      ['9406903244', 'forme:longueur', 'one digit more'],
      ['', 'forme:longueur', 'nothing'],
      ['94069032X', 'forme:caracteres', 'letter in the number'],
      ['2a0000014', 'forme:caracteres', 'lower case'],
      ['A20000014', 'forme:caracteres', 'letter first'],
      ['94 690324', 'forme:caracteres', 'space inside'],
      ['٩40690324', 'forme:caracteres', 'digit of another script'],
    ],
  },
  {
    name: 'SIREN',
    verifier: verifierSIREN,
    rows: [
      ['356000000', 'ok', 'La Poste'],
      ['732829320', 'ok', 'well-known example'],
      ['921317258', 'cle:luhn', 'the example of the national guide has a wrong key'],
      ['35600000', 'forme:longueur', 'short'],
      ['35600000A', 'forme:caracteres', 'letter'],
    ],
  },
  {
    name: 'SIRET',
    verifier: verifierSIRET,
    rows: [
      ['73282932000074', 'ok', 'Luhn'],
      ['35600000000048', 'ok', 'head office of La Poste, Luhn'],
      ['35600000049837', 'ok', 'establishment of La Poste, sum of digits 45'],
      ['35600000049838', 'cle:somme', 'establishment of La Poste, sum of digits 46'],
      ['35600100049837', 'cle:luhn', 'the exception is for La Poste only'],
      ['92131725800020', 'cle:luhn', 'the example of the national guide has a wrong key'],
      ['9213172580002', 'forme:longueur', 'short'],
      ['9213172580002O', 'forme:caracteres', 'letter O for zero'],
    ],
  },
  {
    name: 'RPPS',
    verifier: verifierRPPS,
    rows: [
      ['10000000009', 'ok', 'Luhn'],
      ['10000000008', 'cle:luhn', 'wrong key'],
      ['1000000000', 'forme:longueur', 'short'],
      ['1000000000A', 'forme:caracteres', 'letter'],
    ],
  },
  {
    name: 'idNat_PS',
    verifier: verifierIdNatPS,
    rows: [
      ['810000000009', 'ok', '8 and RPPS'],
      ['0751234567', 'ok', '0 and ADELI'],
      ['02A1234567', 'ok', '0 and an ADELI of Corsica'],
      ['810000000008', 'cle:luhn', 'RPPS with a wrong key'],
      ['310000000009', 'forme:type', 'no such type'],
      ['81000000000', 'forme:longueur', 'RPPS too short'],
      ['', 'forme:longueur', 'nothing'],
    ],
  },
  {
    name: 'idNatStruct',
    verifier: verifierIdNatStruct,
    rows: [
      ['1940690324', 'ok', 'FINESS'],
      ['12A0000014', 'ok', 'FINESS of Corsica'],
      ['2356000000', 'ok', 'SIREN'],
      ['373282932000074', 'ok', 'SIRET'],
      ['335600000049837', 'ok', 'SIRET of La Poste'],
      ['410000000009012', 'ok', 'RPPS-rang'],
      ['075123456701', 'ok', 'ADELI-rang'],
      ['1940690325', 'cle:luhn', 'FINESS with a wrong key'],
      ['410000000008012', 'cle:luhn', 'RPPS-rang, RPPS with a wrong key'],
      ['940690324', 'forme:type', 'the type digit is missing'],
      ['40940690324', 'forme:longueur', '40 is the code of the identifier type, not a type digit'],
      ['194069032', 'forme:longueur', 'FINESS too short'],
      ['', 'forme:longueur', 'nothing'],
    ],
  },
  {
    name: 'commune',
    verifier: verifierCommune,
    rows: [
      ['94028', 'ok', 'Créteil'],
      ['01001', 'ok', 'leading zero'],
      ['2A004', 'ok', 'Ajaccio'],
      ['2B033', 'ok', 'Bastia'],
      ['75056', 'ok', 'Paris'],
      ['75101', 'ok', 'first arrondissement'],
      ['75110', 'ok', 'tenth arrondissement'],
      ['75120', 'ok', 'twentieth arrondissement'],
      ['97105', 'ok', 'Basse-Terre'],
      ['97411', 'ok', 'Saint-Denis'],
      ['97611', 'ok', 'Mamoudzou'],
      ['75012', 'cle:commune', 'a postal code of Paris'],
      ['75100', 'cle:commune', 'no arrondissement 0'],
      ['75121', 'cle:commune', 'no twenty-first arrondissement'],
      ['94000', 'cle:commune', 'the postal code of Créteil'],
      ['20004', 'cle:departement', 'Corsica before 1976'],
      ['97001', 'cle:departement', 'no such overseas département'],
      ['96001', 'cle:departement', 'no such département'],
      ['00001', 'cle:departement', 'no such département'],
      ['98301', 'cle:departement', 'no such overseas collectivity'],
      ['2C004', 'forme:caracteres', 'no such letter'],
      ['A2004', 'forme:caracteres', 'letter first'],
      ['9402', 'forme:longueur', 'short'],
    ],
  },
  {
    name: 'code postal',
    verifier: verifierCodePostal,
    rows: [
      ['94390', 'ok', 'serves a commune of the 91'],
      ['20000', 'ok', 'Corsica has no letter here'],
      ['59057', 'ok', 'CEDEX'],
      ['97400', 'ok', 'overseas'],
      ['2A000', 'forme:caracteres', 'letter'],
      ['9439', 'forme:longueur', 'short'],
      ['94390 CEDEX', 'forme:longueur', 'the word belongs to the locality'],
    ],
  },
];

for (const { name, verifier, rows } of tables) {
  describe(`the check of ${name}`, () => {
    for (const [text, expected, why] of rows) {
      test(`says ${expected} of '${text}': ${why}`, () => assert.equal(bref(verifier(text)), expected));
    }
  });
}

/** An independent key: the digit that makes the number valid, by trying the rule as INSEE words it. */
function withKey(body: string): string {
  const digits = [...body, '0'].map(Number).reverse();
  const sum = digits.map((d, i) => (i % 2 === 1 ? [...String(d * 2)].reduce((t, c) => t + Number(c), 0) : d)).reduce((a, b) => a + b, 0);
  return body + String((10 - (sum % 10)) % 10);
}
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('a Luhn number', () => {
  const kinds = [
    { name: 'FINESS', length: 9, verifier: verifierFINESS },
    { name: 'SIREN', length: 9, verifier: verifierSIREN },
    { name: 'SIRET', length: 14, verifier: verifierSIRET },
    { name: 'RPPS', length: 11, verifier: verifierRPPS },
  ];
  for (const { name, length, verifier } of kinds) {
    test(`is a valid ${name} when its key is computed, and no longer when one digit changes`, () => {
      fc.assert(fc.property(digits(length - 1), fc.nat(length - 1), fc.integer({ min: 1, max: 9 }), (body, position, shift) => {
        fc.pre(!body.startsWith('356000000'));
        const number = withKey(body);
        assert.equal(bref(verifier(number)), 'ok');
        const changed = number.slice(0, position) + String((Number(number[position]) + shift) % 10) + number.slice(position + 1);
        fc.pre(!changed.startsWith('356000000'));
        assert.equal(bref(verifier(changed)), 'cle:luhn');
      }));
    });
  }

  test('is a valid FINESS of Corsica when its letter is read as a digit', () => {
    fc.assert(fc.property(fc.constantFrom(['A', '1'] as const, ['B', '2'] as const), digits(6), ([letter, digit], body) => {
      const number = withKey(`2${digit}${body}`);
      assert.equal(bref(verifierFINESS(`2${letter}${number.slice(2)}`)), 'ok');
    }));
  });
});

test('an establishment of La Poste is valid exactly when its digits add up to a multiple of five', () => {
  fc.assert(fc.property(digits(5).filter((nic) => nic !== '00048'), (nic) => {
    const sum = 14 + [...nic].reduce((total, digit) => total + Number(digit), 0);
    assert.equal(bref(verifierSIRET(`356000000${nic}`)), sum % 5 === 0 ? 'ok' : 'cle:somme');
  }));
});

describe('the SIRET of an EG', () => {
  const rows: readonly (readonly [siret: string, siren: string, carries: boolean])[] = [
    ['73282932000074', '732829320', true],
    ['73282932000074', '356000000', false],
    ['92131725800020', '921317258', true],
    ['73282932000074', '7328', false],
    ['73282932000074', '', false],
  ];
  for (const [siret, siren, carries] of rows) {
    test(`${siret} ${carries ? 'carries' : 'does not carry'} the SIREN '${siren}'`, () => assert.equal(siretPorteLeSiren(siret, siren), carries));
  }
});

describe('the schema of an identifier', () => {
  const schemas = [
    { name: 'NumFINESSEJ', schema: NumFINESSEJ, verifier: verifierFINESS, wrongKey: '940690325' },
    { name: 'NumFINESSEG', schema: NumFINESSEG, verifier: verifierFINESS, wrongKey: '940690325' },
    { name: 'NumSIREN', schema: NumSIREN, verifier: verifierSIREN, wrongKey: '921317258' },
    { name: 'NumSIRET', schema: NumSIRET, verifier: verifierSIRET, wrongKey: '92131725800020' },
    { name: 'NumRPPS', schema: NumRPPS, verifier: verifierRPPS, wrongKey: '10000000008' },
    { name: 'IdNatPS', schema: IdNatPS, verifier: verifierIdNatPS, wrongKey: '810000000008' },
    { name: 'IdNatStruct', schema: IdNatStruct, verifier: verifierIdNatStruct, wrongKey: '1940690325' },
    { name: 'CodeCommune', schema: CodeCommune, verifier: verifierCommune, wrongKey: '75012' },
    { name: 'CodePostal', schema: CodePostal, verifier: verifierCodePostal, wrongKey: undefined },
  ];
  const near = fc.stringMatching(/^[0-9AB]{4,15}$/);
  for (const { name, schema, verifier, wrongKey } of schemas) {
    test(`${name} accepts a wrong key and refuses exactly the wrong shapes`, () => {
      if (wrongKey !== undefined) assert.equal(schema.safeParse(wrongKey).data, wrongKey);
      for (const { rows } of tables) {
        for (const [text] of rows) assert.equal(schema.safeParse(text).success, verifier(text).statut !== 'forme', text);
      }
      fc.assert(fc.property(near, (text) => assert.equal(schema.safeParse(text).success, verifier(text).statut !== 'forme')));
    });
    test(`${name} refuses what is not a text`, () => {
      for (const other of [940690324, null, undefined, ['940690324'], {}]) assert.equal(schema.safeParse(other).success, false);
    });
  }

  test('NumRppsAdeliRang takes 14 digits or 11 characters', () => {
    const rows = [['10000000009012', true], ['75123456701', true], ['2A123456701', true], ['1000000000901A', false], ['7512345670', false]] as const;
    for (const [text, accepted] of rows) assert.equal(NumRppsAdeliRang.safeParse(text).success, accepted, text);
  });
});

describe('the identifier of an offer or of an organisation interne', () => {
  test('is the code of the region, a slash, and a number', () => {
    assert.equal(identifiantOffre('94', '666'), '94/666');
    assert.equal(identifiantOI('11', '3f0c'), '11/3f0c');
    assert.equal(z.parse(IdentifiantOffre, '-1/666'), '-1/666');
  });
  for (const text of ['666', '94/', '/666', 'IDF/666', '94/6 66', '']) {
    test(`is not '${text}'`, () => {
      assert.equal(IdentifiantOffre.safeParse(text).success, false);
      assert.equal(IdentifiantOI.safeParse(text).success, false);
    });
  }
  test('can not be built from a part that is missing', () => {
    assert.throws(() => identifiantOffre('', '666'));
    assert.throws(() => identifiantOI('94', ''));
  });
});
