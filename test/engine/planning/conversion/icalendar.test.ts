import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeFreeBusy, readFreeBusy, type DemandeFreeBusy } from '../../../../src/engine/planning/conversion/icalendar.ts';
import { feries } from '../../../../src/engine/planning/feries.ts';
import type { Planning } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';
import { statut } from '../../../../src/engine/planning/statut.ts';
import { cas, dessinDe, essais, gele, instant, plages, sem, semaineQuelconque } from '../vocabulaire.ts';

const demande = (lundi: string, zone = 'Europe/Paris', plus: Partial<DemandeFreeBusy> = {}): DemandeFreeBusy => ({ lundi, zone, uid: 'uo-1234', instantMs: instant('2026-11-21T10:00:00Z'), ...plus });
const texteDe = (planning: Planning, lundi: string, zone?: string, plus?: Partial<DemandeFreeBusy>) => writeFreeBusy(gele(planning), demande(lundi, zone, plus))!.texte;
const periodes = (texte: string) => texte.split('\r\n').filter((ligne) => ligne.startsWith('FREEBUSY')).map((ligne) => ligne.replace('FREEBUSY;FBTYPE=', ''));

test('PLA-32 a week in winter, whole', () => {
  assert.equal(texteDe({ semaine: sem('lun 9-12 14-18', 'mer 8:45-12') }, '2026-11-16'), [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ror-elements//planning//FR', 'BEGIN:VFREEBUSY', 'UID:uo-1234', 'DTSTAMP:20261121T100000Z',
    'DTSTART:20261115T230000Z', 'DTEND:20261122T230000Z',
    'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261115T230000Z/20261116T080000Z', 'FREEBUSY;FBTYPE=FREE:20261116T080000Z/20261116T110000Z', 'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261116T110000Z/20261116T130000Z',
    'FREEBUSY;FBTYPE=FREE:20261116T130000Z/20261116T170000Z', 'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261116T170000Z/20261118T074500Z', 'FREEBUSY;FBTYPE=FREE:20261118T074500Z/20261118T110000Z',
    'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261118T110000Z/20261122T230000Z', 'END:VFREEBUSY', 'END:VCALENDAR', '',
  ].join('\r\n'));
});

for (const [titre, planning, lundi, zone, attendues] of [
  ['always open', { semaine: sem('tous 0-24') }, '2026-11-16', 'Europe/Paris', ['FREE:20261115T230000Z/20261122T230000Z']],
  ['nothing known', { semaine: [] }, '2026-11-16', 'Europe/Paris', ['BUSY-TENTATIVE:20261115T230000Z/20261122T230000Z']],
  ['closed for good', { semaine: sem('lun 9-12'), fermeture: { type: 'DEF' } }, '2026-11-16', 'Europe/Paris', ['BUSY-UNAVAILABLE:20261115T230000Z/20261122T230000Z']],
  ['a week of 167 hours', { semaine: sem('tous 0-24') }, '2026-03-23', 'Europe/Paris', ['FREE:20260322T230000Z/20260329T220000Z']],
  ['a week of 169 hours', { semaine: sem('tous 0-24') }, '2026-10-19', 'Europe/Paris', ['FREE:20261018T220000Z/20261025T230000Z']],
  ['La Réunion', { semaine: sem('tous 0-24') }, '2026-11-16', 'Indian/Reunion', ['FREE:20261115T200000Z/20261122T200000Z']],
  ['a night of Sunday is cut where the week ends', { semaine: sem('dim 22-6') }, '2026-11-16', 'UTC', ['FREE:20261116T000000Z/20261116T060000Z', 'BUSY-UNAVAILABLE:20261116T060000Z/20261122T220000Z', 'FREE:20261122T220000Z/20261123T000000Z']],
  ['a closure in the week', { semaine: sem('tous 0-24'), exceptions: [{ effet: 'fermeture', du: '2026-11-18', au: '2026-11-18' }] }, '2026-11-16', 'UTC', ['FREE:20261116T000000Z/20261118T000000Z', 'BUSY-UNAVAILABLE:20261118T000000Z/20261119T000000Z', 'FREE:20261119T000000Z/20261123T000000Z']],
] as const satisfies readonly (readonly [string, Planning, string, string, readonly string[]])[]) test(`PLA-27, PLA-32 ${titre}`, () => assert.deepEqual(periodes(texteDe(planning, lundi, zone)), attendues));

test('PLA-22, PLA-32 holidays of the week are those of the calendar that is given', () => {
  const calendrier = { feries: (annee: number) => feries(annee, 'Europe/Paris') };
  const planning = { semaine: sem('tous 0-24'), feries: 'ferme' } as const;
  assert.deepEqual(periodes(texteDe(planning, '2026-12-21', 'UTC', { calendrier })), ['FREE:20261221T000000Z/20261225T000000Z', 'BUSY-UNAVAILABLE:20261225T000000Z/20261226T000000Z', 'FREE:20261226T000000Z/20261228T000000Z']);
  assert.equal(periodes(texteDe(planning, '2026-12-21', 'UTC')).length, 1);
});

test('PLA-28 the types that are left out are said', () => {
  const semaine = sem('lun 9-12', 'lun 9-12 type 04', 'mar 9-12 type 02', 'mer 9-12 type 03');
  assert.deepEqual(writeFreeBusy({ semaine }, demande('2026-11-16'))?.constats, [{ code: 'non-dit', quoi: 'type', texte: '03' }, { code: 'non-dit', quoi: 'type', texte: '04' }]);
  assert.deepEqual(writeFreeBusy({ semaine }, demande('2026-11-16', 'UTC', { types: ['03', '04'] }))?.constats.map((constat) => 'texte' in constat && constat.texte), ['01', '02']);
});

for (const [titre, lundi, zone] of [
  ['a Tuesday', '2026-11-17', 'UTC'],
  ['a Sunday', '2026-11-15', 'UTC'],
  ['no day', '2026-02-30', 'UTC'],
  ['an unknown zone', '2026-11-16', 'Europe/Lutece'],
] as const) {
  test(`PLA-32 ${titre} gives nothing`, () => assert.equal(writeFreeBusy({ semaine: [] }, demande(lundi, zone)), undefined));
}

test('PLA-32 lines have at most 75 octets, and an identifier is escaped', () => {
  const texte = texteDe({ semaine: [] }, '2026-11-16', 'UTC', { uid: `é;,\\\n${'œ'.repeat(100)}` });
  assert.ok(texte.split('\r\n').every((ligne) => Buffer.byteLength(ligne) <= 75));
  assert.ok(texte.replaceAll('\r\n ', '').includes(`UID:é\\;\\,\\\\\\n${'œ'.repeat(100)}\r\n`));
});

for (const { nom, semaine: lignes } of cas) test(`PLA-32 ${nom}: written for a plain week and read again`, () => {
  const semaine = gele(merge(plages(...lignes)));
  const { planning, constats } = readFreeBusy(texteDe({ semaine }, '2026-11-16', 'Europe/Paris'), 'Europe/Paris');
  assert.deepEqual(constats, []);
  assert.deepEqual(planning.validite, { du: '2026-11-16', au: '2026-11-22' });
  for (let minute = 0; minute < 10_080; minute += 7) {
    const ms = instant('2026-11-16T00:00+01:00') + minute * 60_000;
    assert.equal(statut(planning, ms, 'Europe/Paris').etat, statut({ semaine }, ms, 'Europe/Paris').etat);
  }
});

for (const [zone, lundi] of [
  ['Europe/Paris', '2026-03-23'],
  ['Europe/Paris', '2026-10-19'],
  ['Indian/Reunion', '2026-03-23'],
  ['America/Miquelon', '2026-11-16'],
] as const) {
  test(`PLA-27, PLA-32 random weeks from ${lundi} in ${zone}: each instant of that week is what it was`, () => {
    const debut = Date.parse(`${lundi}T00:00Z`) - 14 * 3_600_000;
    fc.assert(fc.property(semaineQuelconque(['01', '08', '09'], 6), (source) => {
      const semaine = gele(merge(source));
      const { planning, constats } = readFreeBusy(texteDe({ semaine }, lundi, zone), zone);
      assert.deepEqual(constats, []);
      for (let ms = debut + 30 * 3_600_000; ms < debut + 7 * 86_400_000; ms += 47 * 60_000) assert.equal(statut(planning, ms, zone).etat, statut({ semaine }, ms, zone).etat, new Date(ms).toISOString());
    }), essais(40));
  });
}

const autre = (...lignes: readonly string[]) => ['BEGIN:VCALENDAR', 'BEGIN:VFREEBUSY', 'DTSTART:20261116T000000Z', 'DTEND:20261123T000000Z', ...lignes, 'END:VFREEBUSY', 'END:VCALENDAR'].join('\n');
for (const [titre, lignes, attendu] of [
  ['several periods in one line', ['FREEBUSY;FBTYPE=FREE:20261116T090000Z/20261116T120000Z,20261117T090000Z/20261117T120000Z'], ['lun-mar 9-12']],
  ['a duration', ['FREEBUSY;FBTYPE=FREE:20261116T090000Z/PT3H30M'], ['lun 9-12:30']],
  ['a duration of a day', ['FREEBUSY;FBTYPE=FREE:20261116T000000Z/P1D'], ['lun 0-24']],
  ['a folded line', ['FREEBUSY;FBTYPE=FR\n EE:20261116T090000Z/20261116T120000Z'], ['lun 9-12']],
  ['small letters', ['freebusy;fbtype=free:20261116T090000Z/20261116T120000Z'], ['lun 9-12']],
  ['other parameters', ['FREEBUSY;X-A=b;FBTYPE=FREE;X-C=d:20261116T090000Z/20261116T120000Z'], ['lun 9-12']],
  ['busy says nothing of being open', ['FREEBUSY:20261116T090000Z/20261116T120000Z', 'FREEBUSY;FBTYPE=BUSY:20261117T090000Z/20261117T120000Z'], []],
  ['tentative is to be specified', ['FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261116T090000Z/20261116T120000Z'], ['lun 9-12 type 09']],
  ['unavailable alone is closed', ['FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261116T090000Z/20261116T120000Z'], ['lun 9-12 type 08']],
  ['unavailable beside free is what is left', ['FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261116T090000Z/20261116T120000Z', 'FREEBUSY;FBTYPE=FREE:20261117T090000Z/20261117T120000Z'], ['mar 9-12']],
  ['nothing', [], []],
] as const) test(`PLA-32 ${titre}`, () => {
  const { planning, constats } = readFreeBusy(autre(...lignes), 'UTC');
  assert.equal(dessinDe(planning.semaine), dessinDe(plages(...attendu)));
  assert.deepEqual(constats, []);
});

for (const [titre, ligne, code] of [
  ['no end', 'FREEBUSY;FBTYPE=FREE:20261116T090000Z', 'illisible'],
  ['no zone', 'FREEBUSY;FBTYPE=FREE:20261116T090000/20261116T120000', 'illisible'],
  ['no day', 'FREEBUSY;FBTYPE=FREE:20260230T090000Z/PT1H', 'illisible'],
  ['no hour', 'FREEBUSY;FBTYPE=FREE:20261116T250000Z/PT1H', 'illisible'],
  ['inverted', 'FREEBUSY;FBTYPE=FREE:20261116T120000Z/20261116T090000Z', 'inversee'],
  ['no length', 'FREEBUSY;FBTYPE=FREE:20261116T120000Z/20261116T120000Z', 'duree-nulle'],
  ['another week', 'FREEBUSY;FBTYPE=FREE:20261206T120000Z/PT1H', 'non-repris'],
  ['empty', 'FREEBUSY;FBTYPE=FREE:', 'illisible'],
  ['a duration of nothing', 'FREEBUSY;FBTYPE=FREE:20261116T120000Z/P', 'illisible'],
] as const) test(`PLA-28 a period with ${titre} is said, and the rest is kept`, () => {
  const { planning, constats } = readFreeBusy(autre('FREEBUSY;FBTYPE=FREE:20261117T090000Z/20261117T120000Z', ligne), 'UTC');
  assert.deepEqual(constats.map((constat) => constat.code), [code]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('mar 9-12')));
});

test('PLA-28 a text without a calendar, or an unknown zone, is an empty week', () => {
  assert.deepEqual(readFreeBusy('bonjour', 'UTC'), { planning: { semaine: [] }, constats: [] });
  assert.deepEqual(readFreeBusy(autre(), 'Europe/Lutece'), { planning: { semaine: [] }, constats: [{ code: 'non-repris', quoi: 'fuseau', texte: 'Europe/Lutece' }] });
});
