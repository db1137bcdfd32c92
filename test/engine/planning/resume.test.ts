import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeHeures, readHeures } from '../../../src/engine/planning/heures.ts';
import { fixerJour, heuresOfJour } from '../../../src/engine/planning/jours.ts';
import { summarize, runsOf, typesOf } from '../../../src/engine/planning/summary.ts';
import { totalMinutes, sameSemaine, merge, normalize } from '../../../src/engine/planning/semaine.ts';
import { JOURS, type Jour, type Semaine } from '../../../src/engine/planning/types.ts';
import { planning as phrases } from '../../../src/i18n/fr/planning.ts';
import { cas, essais, gele, plages, semaineQuelconque } from './vocabulaire.ts';

/** `1-5 9h-12h30, 14h-18h | 6 9h-12h`, hours of the groups as text. */
const texte = (semaine: Semaine, type?: string) => summarize(semaine, type).map(({ suites, heures }) => `${suites.map(({ de, a }) => (de === a ? de : `${de}-${a}`)).join(',')} ${writeHeures(heures)}`).join(' | ');

for (const [titre, lignes, type, attendu] of [
  ['nothing', [], undefined, ''],
  ['one day', ['mar 9-12'], undefined, '2 9h-12h'],
  ['five days alike', ['lun-ven 9-12:30 14-18'], undefined, '1-5 9h-12h30, 14h-18h'],
  ['five days alike and Saturday', ['lun-ven 9-18', 'sam 9-12'], undefined, '1-5 9h-18h | 6 9h-12h'],
  ['every other day', ['lun 9-12', 'mer 9-12', 'ven 9-12'], undefined, '1,3,5 9h-12h'],
  ['two runs', ['lun-mar 9-12', 'jeu-ven 9-12'], undefined, '1-2,4-5 9h-12h'],
  ['the order of the first days', ['lun 9-12', 'mar 14-18', 'mer 9-12'], undefined, '1,3 9h-12h | 2 14h-18h'],
  ['nights', ['tous 20-8'], undefined, '1-7 20h-8h'],
  ['the whole week', ['tous 0-24'], undefined, '1-7 0h-24h'],
  ['a week-end', ['sam 12-24', 'dim 0-24', 'lun 0-8'], undefined, '1 0h-8h | 6 12h-24h | 7 0h-24h'],
  ['one type', ['lun 9-18', 'lun 9-12 type 04'], '04', '1 9h-12h'],
  ['another type', ['lun 9-18', 'lun 9-12 type 04'], '01', '1 9h-18h'],
  ['a type that is not there', ['lun 9-18'], '03', ''],
  ['all types together', ['lun 9-12', 'lun 11-14 type 04'], undefined, '1 9h-14h'],
] as const) test(`PLA-18 ${titre}: ${attendu}`, () => assert.equal(texte(merge(gele(plages(...lignes))), type), attendu));

test('PLA-18 each day with hours is in one group, with its hours, and the others in none', () => {
  fc.assert(fc.property(semaineQuelconque(['01']), (source) => {
    const semaine = gele(merge(source));
    const groupes = summarize(semaine, '01');
    assert.deepEqual(groupes.flatMap(({ jours }) => jours).sort(), JOURS.filter((jour) => heuresOfJour(semaine, jour, '01').length > 0));
    for (const { jours, heures, suites } of groupes) {
      for (const jour of jours) assert.deepEqual(heuresOfJour(semaine, jour, '01'), heures);
      assert.deepEqual(suites.flatMap(({ de, a }) => JOURS.filter((jour) => jour >= de && jour <= a)), jours);
    }
    assert.equal(new Set(groupes.map(({ heures }) => writeHeures(heures))).size, groupes.length);
  }), essais(300));
});

for (const [jours, attendu] of [
  [[], []],
  [[1], [[1, 1]]],
  [[1, 2], [[1, 2]]],
  [[1, 3], [[1, 1], [3, 3]]],
  [[1, 2, 3, 5, 7], [[1, 3], [5, 5], [7, 7]]],
  [[1, 2, 3, 4, 5, 6, 7], [[1, 7]]],
] as const) {
  test(`PLA-18 the runs of days ${jours.join() || 'none'}`, () => assert.deepEqual(runsOf(jours), attendu.map(([de, a]) => ({ de, a }))));
}

test('PLA-18 the types of a week, once each and in order', () => {
  assert.deepEqual(typesOf(merge(plages('lun 9-12 type 04', 'mar 9-12', 'mer 9-12 type 04', 'jeu 9-12 type 03'))), ['01', '03', '04']);
  assert.deepEqual(typesOf([]), []);
});

// --- The file of real weeks ----------------------------------------------------------------------------------------

const blancs = (phrase: string) => phrase.replaceAll('\u00a0', ' ');

test('the file of real weeks has the weeks that break planners', () => {
  assert.ok(cas.length >= 30);
  assert.equal(new Set(cas.map(({ nom }) => nom)).size, cas.length);
  assert.ok(cas.every(({ statuts, heures }) => statuts.length > 0 && heures.length === 7));
});

for (const { nom, semaine: lignes, minutesParSemaine, heures, phrase, dite } of cas) {
  const semaine = gele(merge(plages(...lignes)));

  test(`PLA-2 ${nom}: ${minutesParSemaine} minutes a week, read again from JSON`, () => {
    assert.equal(totalMinutes(semaine), minutesParSemaine);
    assert.deepEqual(normalize(JSON.parse(JSON.stringify(semaine))), { semaine, constats: [] });
  });

  test(`PLA-17 ${nom}: the hours of each day, written and typed`, () => {
    assert.deepEqual(JOURS.map((jour) => writeHeures(heuresOfJour(semaine, jour, '01'))), heures);
    const tapee = heures.reduce<Semaine>((avant, tape, i) => fixerJour(avant, (i + 1) as Jour, readHeures(tape).heures!).semaine!, []);
    assert.ok(sameSemaine(tapee, semaine.filter(({ type }) => type === '01')));
  });

  test(`PLA-18 ${nom}: in words, and for a voice`, () => {
    assert.equal(phrases.semaine(summarize(semaine, '01')), phrase);
    assert.equal(phrases.semaineDite(summarize(semaine, '01')), dite);
  });

  test(`PLA-18 ${nom}: a voice meets no sign and no abbreviation`, () => {
    assert.match(blancs(dite), /^[\p{Letter}\d ,.’-]+$/u);
    assert.doesNotMatch(blancs(dite), /\d h\b|\bh\b/);
  });
}
