import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeHeure, writeHeures, readHeures } from '../../../src/engine/planning/heures.ts';
import type { Intervalle } from '../../../src/engine/planning/types.ts';
import { essais, gele } from './vocabulaire.ts';

/** Typed by a person → as we write it. */
for (const [tape, ecrit] of [
  // The forms of the guides and of health sites
  ['9h-12h30, 14h-18h', '9h-12h30, 14h-18h'],
  ['de 9 h à 12 h 30 et de 14 h à 18 h', '9h-12h30, 14h-18h'],
  ['De 9h à 12h30 et de 14h à 18h.', '9h-12h30, 14h-18h'],
  ['9h à 12h30 / 14h à 18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 et 14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 puis 14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30;14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 | 14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 + 14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 & 14h-18h', '9h-12h30, 14h-18h'],
  ['9h-12h30 14h-18h', '9h-12h30, 14h-18h'],
  ['matin 9h-12h, après-midi 14h-18h', '9h-12h, 14h-18h'],
  ['matin : 9h-12h ; apres midi : 14h-18h', '9h-12h, 14h-18h'],
  ['le matin de 9h à 12h', '9h-12h'],
  ['ouvert de 9h à 18h', '9h-18h'],
  ['9H-12H30', '9h-12h30'],
  // The hour itself
  ['09h00-12h00', '9h-12h'],
  ['9h00 - 12h00', '9h-12h'],
  ['09:00-12:30', '9h-12h30'],
  ['9:00-12:30, 14:00-18:00', '9h-12h30, 14h-18h'],
  ['9.30-12.15', '9h30-12h15'],
  ['0930-1230', '9h30-12h30'],
  ['930-1230', '9h30-12h30'],
  ['9-12', '9h-12h'],
  ['9-12, 14-18', '9h-12h, 14h-18h'],
  ['9-12 14-18', '9h-12h, 14h-18h'],
  ['9-12h', '9h-12h'],
  ['9h-12', '9h-12h'],
  ['9 heures à 12 heures 30', '9h-12h30'],
  ['9 heures - 12 heures', '9h-12h'],
  ['1 heure à 2 heures', '1h-2h'],
  ['9hrs-12hrs', '9h-12h'],
  ['9h30min-12h30mn', '9h30-12h30'],
  ['9 h 05 - 9 h 07', '9h05-9h07'],
  ['8h45-12h15, 13h30-17h', '8h45-12h15, 13h30-17h'],
  ['8h07-11h53', '8h07-11h53'],
  // Dashes and blanks as keyboards and word processors make them
  ['9h–12h', '9h-12h'],
  ['9h—12h', '9h-12h'],
  ['9h→12h', '9h-12h'],
  ['9h->12h', '9h-12h'],
  ['9h -- 12h', '9h-12h'],
  ['9\u00a0h\u00a0-\u00a012\u202fh\u202f30', '9h-12h30'],
  ['  9h-12h  ', '9h-12h'],
  ['9h-12h,', '9h-12h'],
  ['9h-12h\n14h-18h', '9h-12h, 14h-18h'],
  ['9h-12h\t14h-18h', '9h-12h, 14h-18h'],
  ['9h jusqu’à 12h', '9h-12h'],
  ['9h jusqu\'à 12h', '9h-12h'],
  ['9h a 12h', '9h-12h'],
  // Minutes or the next range?
  ['9h-12h 14h-18h', '9h-12h, 14h-18h'],
  ['9h-12h 14-18', '9h-12h, 14h-18h'],
  ['9 h 30 - 12 h 15 14 h - 18 h', '9h30-12h15, 14h-18h'],
  ['9h-12h 30', '9h-12h30'],
  // Noon and midnight
  ['9h-midi', '9h-12h'],
  ['midi-18h', '12h-18h'],
  ['de midi à minuit', '12h-24h'],
  ['midi 30 - 18h', '12h30-18h'],
  ['midi et demi-18h', '12h30-18h'],
  ['de minuit à 6h', '0h-6h'],
  ['14h-minuit', '14h-24h'],
  ['14h-0h', '14h-24h'],
  ['14h-24h', '14h-24h'],
  ['14:00-00:00', '14h-24h'],
  ['14h-23h59', '14h-23h59'],
  // Nights
  ['22h-6h', '22h-6h'],
  ['20:00-08:00', '20h-8h'],
  ['19h-7h', '19h-7h'],
  ['23h-12h', '23h-12h'],
  ['12h30-9h', '12h30-9h'],
  ['8h-12h, 20h-2h', '8h-12h, 20h-2h'],
  // Whole days and closed days
  ['24h/24', '0h-24h'],
  ['24/24', '0h-24h'],
  ['24 h / 24', '0h-24h'],
  ['24h sur 24', '0h-24h'],
  ['H24', '0h-24h'],
  ['24h', '0h-24h'],
  ['jour et nuit', '0h-24h'],
  ['toute la journée', '0h-24h'],
  ['0h-24h', '0h-24h'],
  ['0h-0h', '0h-24h'],
  ['00:00-24:00', '0h-24h'],
  ['', ''],
  ['   ', ''],
  ['fermé', ''],
  ['Fermé.', ''],
  ['FERMEE', ''],
  ['-', ''],
  ['–', ''],
  ['néant', ''],
  ['aucun', ''],
  ['repos', ''],
] as const) test(`PLA-17 « ${tape} » is read as « ${ecrit} »`, () => {
  const { heures } = readHeures(tape);
  assert.ok(heures);
  assert.equal(writeHeures(heures), ecrit);
});

for (const [tape, position, raison] of [
  ['sur rendez-vous', 0, 'incompris'],
  ['9h-', 3, 'incompris'],
  ['9h', 2, 'incompris'],
  ['-12h', 0, 'incompris'],
  ['9h-12h sauf le lundi', 7, 'incompris'],
  ['9h-12h30-14h', 6, 'incompris'],
  ['9h 12h', 2, 'incompris'],
  ['neuf heures à midi', 0, 'incompris'],
  ['9h-12h, 14h', 11, 'incompris'],
  ['9h-12h (été)', 7, 'incompris'],
  ['9h à', 4, 'incompris'],
  ['😀', 0, 'incompris'],
  ['9h-12h ?', 7, 'incompris'],
  ['9h-12h, sur rdv', 8, 'incompris'],
  [',', 1, 'incompris'],
  ['lundi 9h-12h', 0, 'incompris'],
  ['12345-9h', 0, 'incompris'],
  ['9h3-10h', 2, 'incompris'],
  ['25h-26h', 0, 'hors-limites'],
  ['9h-27h', 3, 'hors-limites'],
  ['9h75-10h', 0, 'hors-limites'],
  ['24h-6h', 0, 'hors-limites'],
  ['24h30-2h', 0, 'hors-limites'],
  ['9h-24h01', 3, 'hors-limites'],
  ['9:60-10:00', 0, 'hors-limites'],
  ['18h-17h', 4, 'inversee'],
  ['14h-12h30', 4, 'inversee'],
  ['9h-9h', 3, 'inversee'],
  ['12h-12h', 4, 'inversee'],
] as const) test(`PLA-17 « ${tape} » stays as it is, with the place (${position}) and why`, () => {
  const lues = readHeures(tape);
  assert.equal(lues.heures, undefined);
  assert.equal(lues.illisible, tape);
  assert.equal(lues.raison, raison);
  assert.ok(lues.position <= tape.length);
  if (tape !== ',') assert.equal(lues.position, position);
});

for (const [minute, ecrit] of [
  [0, '0h'],
  [1, '0h01'],
  [525, '8h45'],
  [540, '9h'],
  [720, '12h'],
  [1439, '23h59'],
  [1440, '24h'],
  [1441, '0h01'],
  [1800, '6h'],
  [2160, '12h'],
] as const) {
  test(`PLA-17 minute ${minute} is written ${ecrit}`, () => assert.equal(writeHeure(minute), ecrit));
}

/** Hours that a day can have: in order, apart, nights until noon. */
const heuresDUnJour = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), { maxLength: 4 }).map((pas) => {
  const heures: Intervalle[] = [];
  let at = -1;
  for (const [pause, longueur] of pas) {
    const debut = at + pause;
    if (debut >= 1440) break;
    heures.push({ debut, fin: debut + longueur });
    at = debut + longueur;
  }
  return heures;
});

test('PLA-17 what is written is read again', () => {
  fc.assert(fc.property(heuresDUnJour, (heures) => assert.deepEqual(readHeures(writeHeures(gele(heures))).heures, heures)), essais(1000));
});

test('PLA-17 with typographic spaces, capitals and words instead of commas it is still the same', () => {
  fc.assert(fc.property(heuresDUnJour, (heures) => {
    const texte = writeHeures(heures).replaceAll('h', '\u00a0H\u00a0').replaceAll('-', ' – ').replaceAll(', ', ' et ');
    assert.deepEqual(readHeures(texte).heures, heures);
  }), essais(500));
});

test('PLA-17 no text makes it throw, and what is read is in the day', () => {
  const signes = fc.array(fc.constantFrom(...'0123456789hH:.-–,; àetdui/&|+\'’"()', 'midi', 'minuit', ' de ', ' et ', 'fermé', '24h/24', 'é', '\u00a0', '😀'), { maxLength: 30 }).map((morceaux) => morceaux.join(''));
  fc.assert(fc.property(fc.oneof(signes, fc.string({ unit: 'grapheme', maxLength: 40 })), (texte) => {
    const lues = readHeures(texte);
    if (lues.heures) assert.ok(lues.heures.every(({ debut, fin }) => Number.isInteger(debut) && debut >= 0 && debut < 1440 && fin > debut && fin <= 2160));
    else assert.equal(lues.illisible, texte);
  }), essais(5000));
});

test('PLA-17 a very long text is read or refused without delay', () => {
  const long = `${'9h-12h, '.repeat(20_000)}9h-12h`;
  assert.equal(readHeures(long).heures?.length, 20_001);
  assert.equal(readHeures(' '.repeat(200_000)).heures?.length, 0);
  for (const texte of [`${' '.repeat(100_000)}x`, `9h${' '.repeat(100_000)}x`, '9'.repeat(100_000)]) assert.equal(readHeures(texte).illisible, texte);
});
