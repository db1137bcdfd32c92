import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feries } from '../../../src/engine/planning/feries.ts';
import { sous } from './vocabulaire.ts';

const jours = (annee: number, zone: string, options?: Parameters<typeof feries>[2]) => feries(annee, zone, options).map(({ jour }) => jour.slice(5));

/** Code du travail, article L. 3133-1; the moving ones as the calendars of those years print them. */
for (const [annee, paques, ascension, pentecote] of [
  [2019, '04-22', '05-30', '06-10'],
  [2020, '04-13', '05-21', '06-01'],
  [2021, '04-05', '05-13', '05-24'],
  [2022, '04-18', '05-26', '06-06'],
  [2023, '04-10', '05-18', '05-29'],
  [2024, '04-01', '05-09', '05-20'],
  [2025, '04-21', '05-29', '06-09'],
  [2026, '04-06', '05-14', '05-25'],
  [2027, '03-29', '05-06', '05-17'],
  [2028, '04-17', '05-25', '06-05'],
  [2029, '04-02', '05-10', '05-21'],
  [2030, '04-22', '05-30', '06-10'],
  [2038, '04-26', '06-03', '06-14'],
  [2008, '03-24', '05-01', '05-12'],
] as const) test(`PLA-23 the eleven holidays of ${annee}`, () => {
  assert.deepEqual([...new Set(jours(annee, 'Europe/Paris'))].sort(), [...new Set(['01-01', paques, '05-01', '05-08', ascension, pentecote, '07-14', '08-15', '11-01', '11-11', '12-25'])].sort());
});

for (const [zone, abolition] of [
  ['Indian/Reunion', '12-20'],
  ['America/Martinique', '05-22'],
  ['America/Guadeloupe', '05-27'],
  ['America/Cayenne', '06-10'],
  ['Indian/Mayotte', '04-27'],
  ['America/Marigot', '05-28'],
  ['America/St_Barthelemy', '10-09'],
] as const) test(`PLA-23 the abolition of slavery in ${zone} is on ${abolition}`, () => {
  assert.deepEqual(jours(2026, zone).filter((jour) => !jours(2026, 'Europe/Paris').includes(jour)), [abolition]);
  assert.equal(jours(2026, zone).length, 12);
});

test('PLA-23 elsewhere there are eleven', () => {
  for (const zone of ['Europe/Paris', 'Pacific/Noumea', 'America/Miquelon', 'UTC']) assert.equal(jours(2026, zone).length, 11);
});

test('PLA-23 Alsace and Moselle have two more, when asked for', () => {
  const plus = jours(2026, 'Europe/Paris', { alsaceMoselle: true }).filter((jour) => !jours(2026, 'Europe/Paris').includes(jour));
  assert.deepEqual(plus, ['04-03', '12-26']);
  assert.equal(jours(2026, 'Europe/Paris', { alsaceMoselle: false }).length, 11);
});

test('PLA-23 each holiday has its name, and they are in order', () => {
  const liste = feries(2026, 'Indian/Reunion');
  assert.deepEqual(liste.map(({ jour }) => jour), liste.map(({ jour }) => jour).sort());
  assert.ok(liste.every(({ nom }) => /^\p{Lu}/u.test(nom)));
  assert.equal(liste.find(({ jour }) => jour === '2026-08-15')?.nom, 'Assomption');
});

for (const annee of [1899, 2100, 2026.5, Number.NaN, Infinity]) test(`PLA-23 the year ${annee} has none`, () => assert.deepEqual(feries(annee, 'Europe/Paris'), []));

/** The library computes in the local time of the process: clocks that change between Easter and Pentecost must not move a day. */
for (const zone of ['Europe/Paris', 'Indian/Reunion', 'UTC', 'Australia/Sydney', 'America/Santiago', 'America/Sao_Paulo', 'Africa/Casablanca', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Asuncion', 'Asia/Beirut', 'Africa/Cairo']) {
  test(`PLA-23 they are the same when the computer is in ${zone}`, () => {
    for (let annee = 2000; annee <= 2040; annee++) assert.deepEqual(sous(zone, () => jours(annee, 'Europe/Paris')), sous('UTC', () => jours(annee, 'Europe/Paris')), String(annee));
  });
}

test('PLA-23 Easter agrees with another computation for two centuries', () => {
  for (let annee = 1900; annee < 2100; annee++) {
    const [g, c] = [annee % 19, Math.floor(annee / 100)];
    const h = (c - Math.floor(c / 4) - Math.floor((8 * c + 13) / 25) + 19 * g + 15) % 30;
    const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - g) / 11));
    const j = (annee + Math.floor(annee / 4) + i + 2 - c + Math.floor(c / 4)) % 7;
    const mois = 3 + Math.floor((i - j + 40) / 44);
    const lundi = new Date(Date.UTC(annee, mois - 1, i - j + 28 - 31 * Math.floor(mois / 4) + 1)).toISOString().slice(5, 10);
    assert.equal(feries(annee, 'Europe/Paris').find(({ nom }) => nom === 'Lundi de Pâques')?.jour.slice(5), lundi, String(annee));
  }
});
