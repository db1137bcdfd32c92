import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fuseau } from '../../../src/engine/planning/fuseau.ts';
import { essais, instant } from './vocabulaire.ts';

const HEURE = 3_600_000;

/** The offset, asked of the language another way: what it writes after GMT. */
function decalage(ms: number, zone: string): number {
  const nom = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value;
  const [, signe, h = '0', m = '0', s = '0'] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/.exec(nom)!;
  return (signe === '-' ? -1 : 1) * (Number(h) * HEURE + Number(m) * 60_000 + Number(s) * 1000) || 0;
}

for (const [zone, quand, heures] of [
  ['Europe/Paris', '2026-01-15T12:00Z', 1],
  ['Europe/Paris', '2026-07-15T12:00Z', 2],
  ['Indian/Reunion', '2026-01-15T12:00Z', 4],
  ['Indian/Reunion', '2026-07-15T12:00Z', 4],
  ['Indian/Mayotte', '2026-07-15T12:00Z', 3],
  ['America/Martinique', '2026-07-15T12:00Z', -4],
  ['America/Guadeloupe', '2026-07-15T12:00Z', -4],
  ['America/Marigot', '2026-07-15T12:00Z', -4],
  ['America/St_Barthelemy', '2026-07-15T12:00Z', -4],
  ['America/Cayenne', '2026-07-15T12:00Z', -3],
  ['America/Miquelon', '2026-01-15T12:00Z', -3],
  ['America/Miquelon', '2026-07-15T12:00Z', -2],
  ['Pacific/Noumea', '2026-07-15T12:00Z', 11],
  ['Pacific/Tahiti', '2026-07-15T12:00Z', -10],
  ['Pacific/Marquesas', '2026-07-15T12:00Z', -9.5],
  ['Pacific/Gambier', '2026-07-15T12:00Z', -9],
  ['Pacific/Wallis', '2026-07-15T12:00Z', 12],
  ['Indian/Kerguelen', '2026-07-15T12:00Z', 5],
] as const) test(`PLA-27 ${zone} is ${heures} h from Greenwich on ${quand.slice(0, 10)}`, () => assert.equal(fuseau(zone)!.spanAt(instant(quand))!.decalage, heures * HEURE));

/** The nights when clocks change: the last millisecond before, and after. */
for (const [zone, quand, avant, apres] of [
  ['Europe/Paris', '2024-03-31T01:00Z', 1, 2],
  ['Europe/Paris', '2024-10-27T01:00Z', 2, 1],
  ['Europe/Paris', '2025-03-30T01:00Z', 1, 2],
  ['Europe/Paris', '2025-10-26T01:00Z', 2, 1],
  ['Europe/Paris', '2026-03-29T01:00Z', 1, 2],
  ['Europe/Paris', '2026-10-25T01:00Z', 2, 1],
  ['Europe/Paris', '2027-03-28T01:00Z', 1, 2],
  ['Europe/Paris', '2027-10-31T01:00Z', 2, 1],
  ['America/Miquelon', '2026-03-08T05:00Z', -3, -2],
  ['America/Miquelon', '2026-11-01T04:00Z', -2, -3],
  ['Europe/Paris', '1976-03-28T00:00Z', 1, 2],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 11, 10.5],
] as const) test(`PLA-27 the clocks of ${zone} change at ${quand}, to the millisecond`, () => {
  const ms = instant(quand);
  const [un, deux] = [fuseau(zone)!.spanAt(ms - 1)!, fuseau(zone)!.spanAt(ms)!];
  assert.deepEqual([un.decalage, deux.decalage], [avant * HEURE, apres * HEURE]);
  assert.deepEqual([un.jusqua, deux.depuis], [ms, ms]);
});

const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea', 'America/Cayenne', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC', 'Antarctica/Troll'];

test('PLA-27 at any instant of a hundred and fifty years the offset is what the language says', () => {
  fc.assert(fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }), (zone, ms) => {
    const trait = fuseau(zone)!.spanAt(ms)!;
    assert.equal(trait.decalage, decalage(ms, zone));
    assert.ok(trait.depuis <= ms && ms < trait.jusqua);
  }), essais(1500));
});

test('PLA-27 the order of the questions changes nothing', () => {
  const instants = Array.from({ length: 200 }, (_, i) => Date.UTC(2020 + (i * 7) % 15, (i * 5) % 12, 1 + (i * 11) % 28, i % 24));
  const reponses = instants.map((ms) => decalage(ms, 'Europe/Paris'));
  assert.deepEqual(instants.map((ms) => fuseau('Europe/Paris')!.spanAt(ms)!.decalage), reponses);
  assert.deepEqual([...instants].reverse().map((ms) => fuseau('Europe/Paris')!.spanAt(ms)!.decalage).reverse(), reponses);
});

for (const zone of ['Europe/Lutece', '', 'x', 'Europe', '+99:00', 'constructor', '__proto__']) {
  test(`PLA-26 « ${zone} » is no zone, and asking again is no zone`, () => assert.deepEqual([fuseau(zone), fuseau(zone)], [undefined, undefined]));
}

test('PLA-26 an instant that no calendar reaches has no offset', () => {
  for (const ms of [Number.NaN, Infinity, -Infinity, 8.64e15, -8.64e15]) assert.equal(fuseau('Europe/Paris')!.spanAt(ms), undefined);
});

test('PLA-27 thousands of names do not fill the memory, and known zones stay right', () => {
  for (let i = 0; i < 1200; i++) fuseau(`Nowhere/${i}`);
  assert.equal(fuseau('Europe/Paris')!.spanAt(instant('2026-07-15T12:00Z'))!.decalage, 2 * HEURE);
});
