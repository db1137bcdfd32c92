import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeSchemaOrg, readSchemaOrg, type OpeningHoursSpecification } from '../../../../src/engine/planning/conversion/schema-org.ts';
import type { Planning } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';
import { cas, dessinDe, gele, plages, sem } from '../vocabulaire.ts';

const S = 'https://schema.org/';
const spec = (jours: string, opens?: string, closes?: string, plus: Partial<OpeningHoursSpecification> = {}): OpeningHoursSpecification => ({
  '@type': 'OpeningHoursSpecification', ...(jours && { dayOfWeek: jours.split(' ').map((jour) => S + jour) }), ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }), ...plus,
});
const OUVRES = 'Monday Tuesday Wednesday Thursday Friday';
const bureau = sem('lun-ven 9-12');

for (const { nom, semaine: lignes } of cas) test(`PLA-28 ${nom}: written, made JSON, and read again`, () => {
  const semaine = gele(merge(plages(...lignes)));
  const simple = semaine.every(({ type }) => type === '01');
  const { constats, ...ecrit } = writeSchemaOrg({ semaine });
  const lue = readSchemaOrg(JSON.parse(JSON.stringify(ecrit)) as typeof ecrit);
  assert.deepEqual(lue.constats, []);
  if (simple) assert.deepEqual([lue.planning, constats], [{ semaine }, []]);
  for (const { opens, closes, dayOfWeek } of ecrit.openingHoursSpecification) {
    assert.match(`${opens} ${closes}`, /^([01]\d|2[0-3]):[0-5]\d ([01]\d|2[0-3]):[0-5]\d$/);
    assert.ok((dayOfWeek as readonly string[]).every((jour) => /^https:\/\/schema\.org\/[A-Z][a-z]+$/.test(jour)));
  }
});

for (const [titre, planning, normales, speciales] of [
  ['a week', { semaine: bureau }, [spec(OUVRES, '09:00', '12:00')], []],
  ['a lunch break is two', { semaine: sem('lun-ven 9-12 14-18') }, [spec(OUVRES, '09:00', '12:00'), spec(OUVRES, '14:00', '18:00')], []],
  ['24 hours as search engines want them', { semaine: sem('tous 0-24') }, [spec(`${OUVRES} Saturday Sunday`, '00:00', '23:59')], []],
  ['a night', { semaine: sem('ven 22-6') }, [spec('Friday', '22:00', '06:00')], []],
  ['until midnight', { semaine: sem('ven 20-24') }, [spec('Friday', '20:00', '23:59')], []],
  ['a period', { semaine: bureau, validite: { du: '2026-01-01', au: '2026-12-31' } }, [spec(OUVRES, '09:00', '12:00', { validFrom: '2026-01-01', validThrough: '2026-12-31' })], []],
  ['closed on holidays', { semaine: bureau, feries: 'ferme' }, [spec(OUVRES, '09:00', '12:00'), spec('PublicHolidays', '00:00', '00:00')], []],
  ['hours of holidays', { semaine: bureau, feries: [{ debut: 600, fin: 720 }] }, [spec(OUVRES, '09:00', '12:00'), spec('PublicHolidays', '10:00', '12:00')], []],
  ['a closure', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] }, [spec(OUVRES, '09:00', '12:00')],
    [spec(`${OUVRES} Saturday Sunday`, '00:00', '00:00', { validFrom: '2026-08-01', validThrough: '2026-08-23' })]],
  ['closed for sure', { semaine: sem('lun 9-12', 'lun 8-13 type 08') }, [spec(`${OUVRES} Saturday Sunday`, '00:00', '00:00')], []],
  ['nothing', { semaine: [] }, [], []],
  ['a closing of the structure', { semaine: bureau, fermeture: { du: '2026-09-01', reouverture: '2026-10-01' } }, [spec(OUVRES, '09:00', '12:00')],
    [spec(`${OUVRES} Saturday Sunday`, '00:00', '00:00', { validFrom: '2026-09-01', validThrough: '2026-09-30' })]],
] as const satisfies readonly (readonly [string, Planning, readonly OpeningHoursSpecification[], readonly OpeningHoursSpecification[]])[]) test(`PLA-28 ${titre} is written`, () => {
  const ecrit = writeSchemaOrg(gele(planning));
  assert.deepEqual(ecrit, { openingHoursSpecification: normales, specialOpeningHoursSpecification: speciales, constats: [] });
});

for (const [titre, exception, semaine] of [
  ['a special opening is what is open on its days', { effet: 'ouverture', du: '2026-11-16', au: '2026-11-22', semaine: sem('sam 10-16') }, sem('lun-ven 9-12', 'sam 10-16')],
  ['other hours hold alone', { effet: 'remplacement', du: '2026-11-16', au: '2026-11-22', semaine: sem('sam 10-16') }, sem('sam 10-16')],
  ['a closure of some hours leaves the others', { effet: 'fermeture', du: '2026-11-16', au: '2026-11-22', semaine: sem('lun 10-11') }, sem('lun 9-10 11-12', 'mar-ven 9-12')],
] as const) test(`PLA-20, PLA-28 ${titre}`, () => {
  const { specialOpeningHoursSpecification } = writeSchemaOrg(gele({ semaine: bureau, exceptions: [exception] }));
  assert.deepEqual(readSchemaOrg({ openingHoursSpecification: [spec(OUVRES, '09:00', '12:00')], specialOpeningHoursSpecification }), {
    planning: { semaine: bureau, exceptions: [{ effet: 'remplacement', du: '2026-11-16', au: '2026-11-22', semaine }] }, constats: [],
  });
});

for (const [titre, planning, attendus] of [
  ['types', { semaine: sem('lun 9-12', 'lun 9-12 type 04', 'mar 9-12 type 02') }, ['type 02', 'type 04']],
  ['hours to be specified', { semaine: sem('lun 9-12', 'mar 9-12 type 09') }, ['type 09']],
  ['23:59', { semaine: sem('lun 9-23:59') }, ['derniere-minute']],
  ['holidays as usual', { semaine: bureau, feries: 'normal' }, ['feries']],
  ['holidays to be checked', { semaine: bureau, feries: 'a-verifier' }, ['feries']],
  ['school holidays', { semaine: bureau, vacances: 'ferme' }, ['vacances']],
  ['a reason', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés' }] }, ['motif congés']],
  ['an opening without hours', { semaine: bureau, exceptions: [{ effet: 'ouverture', du: '2026-08-01' }] }, ['sans-heures']],
  ['an opening beside nothing known', { semaine: [], exceptions: [{ effet: 'ouverture', du: '2026-08-01', semaine: bureau }] }, ['remplacement']],
  ['the type of a closing', { semaine: bureau, fermeture: { type: 'DEF', du: '2026-08-01' } }, ['fermeture']],
  ['a closing without a date', { semaine: bureau, fermeture: { type: 'DEF' } }, ['fermeture']],
] as const satisfies readonly (readonly [string, Planning, readonly string[]])[]) test(`PLA-28 what schema.org can't say of ${titre}`, () => {
  assert.deepEqual(writeSchemaOrg(gele(planning)).constats.map((constat) => (constat.code === 'non-dit' ? [constat.quoi, constat.texte].filter(Boolean).join(' ') : constat.code)), attendus);
});

for (const [titre, specs, lignes] of [
  ['days by their name', [{ dayOfWeek: 'Monday', opens: '09:00', closes: '12:00' }], ['lun 9-12']],
  ['days by their address', [{ dayOfWeek: 'https://schema.org/Monday', opens: '09:00', closes: '12:00' }], ['lun 9-12']],
  ['days by their old address', [{ dayOfWeek: 'http://schema.org/Monday', opens: '09:00', closes: '12:00' }], ['lun 9-12']],
  ['days by two letters', [{ dayOfWeek: ['Mo', 'Su'], opens: '09:00', closes: '12:00' }], ['lun 9-12', 'dim 9-12']],
  ['no day is every day', [{ opens: '09:00', closes: '12:00' }], ['tous 9-12']],
  ['seconds of zero', [{ dayOfWeek: 'Monday', opens: '09:00:00', closes: '12:00:00' }], ['lun 9-12']],
  ['a night', [{ dayOfWeek: 'Sunday', opens: '22:00', closes: '06:00' }], ['dim 22-6']],
  ['23:59', [{ dayOfWeek: 'Sunday', opens: '00:00', closes: '23:59' }], ['dim 0-24']],
  ['a closed day beside open ones', [{ dayOfWeek: 'Sunday', opens: '00:00', closes: '00:00' }, { dayOfWeek: 'Monday', opens: '09:00', closes: '12:00' }], ['lun 9-12']],
  ['closed days only', [{ dayOfWeek: ['Saturday', 'Sunday'], opens: '00:00', closes: '00:00' }], ['sam-dim 0-24 type 08']],
  ['a day without hours is closed', [{ dayOfWeek: ['Saturday'] }], ['sam 0-24 type 08']],
] as const satisfies readonly (readonly [string, readonly OpeningHoursSpecification[], readonly string[]])[]) test(`PLA-29, PLA-30 ${titre}`, () => {
  const { planning, constats } = readSchemaOrg(gele({ openingHoursSpecification: specs }));
  assert.equal(dessinDe(planning.semaine), dessinDe(plages(...lignes)));
  assert.deepEqual(constats, []);
});

test('PLA-30 one specification needs no list', () => {
  assert.deepEqual(readSchemaOrg({ openingHoursSpecification: { dayOfWeek: 'Monday', opens: '09:00', closes: '12:00' } }).planning, { semaine: sem('lun 9-12') });
  assert.deepEqual(readSchemaOrg({}), { planning: { semaine: [] }, constats: [] });
});

for (const [titre, mauvaise, code] of [
  ['a day that is none', { dayOfWeek: 'Lundi', opens: '09:00', closes: '12:00' }, 'illisible'],
  ['one hour', { dayOfWeek: 'Monday', opens: '09:00' }, 'illisible'],
  ['hours of no clock', { dayOfWeek: 'Monday', opens: '9', closes: '12' }, 'illisible'],
  ['hours with a zone', { dayOfWeek: 'Monday', opens: '09:00+01:00', closes: '12:00+01:00' }, 'illisible'],
  ['hours inverted', { dayOfWeek: 'Monday', opens: '18:00', closes: '17:00' }, 'inversee'],
  ['no length', { dayOfWeek: 'Monday', opens: '09:00', closes: '09:00' }, 'duree-nulle'],
  ['a date that is none', { dayOfWeek: 'Monday', opens: '09:00', closes: '12:00', validFrom: '2026-02-30' }, 'illisible'],
  ['dates inverted', { dayOfWeek: 'Monday', opens: '09:00', closes: '12:00', validFrom: '2026-03-01', validThrough: '2026-02-01' }, 'inversee'],
  ['null', null, 'illisible'],
  ['a text', 'Mo 09:00-12:00', 'illisible'],
] as const) test(`PLA-28 ${titre} is said by its place, and the rest is kept`, () => {
  const { planning, constats } = readSchemaOrg({ openingHoursSpecification: [spec('Tuesday', '09:00', '12:00'), mauvaise as OpeningHoursSpecification, spec('Wednesday', '09:00', '12:00')] });
  assert.deepEqual(constats.map((constat) => [constat.code, 'rang' in constat && constat.rang]), [[code, 1]]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('mar-mer 9-12')));
});

test('PLA-30 dated hours of the plain property hold instead of the week, as search engines read them', () => {
  const { planning } = readSchemaOrg({ openingHoursSpecification: [spec(OUVRES, '09:00', '12:00'), spec('Monday', '10:00', '11:00', { validFrom: '2026-08-01', validThrough: '2026-08-31' }), spec(`${OUVRES} Saturday Sunday`, '00:00', '00:00', { validFrom: '2026-12-24', validThrough: '2026-12-26' })] });
  assert.deepEqual(planning.exceptions, [{ effet: 'remplacement', du: '2026-08-01', au: '2026-08-31', semaine: sem('lun 10-11') }, { effet: 'fermeture', du: '2026-12-24', au: '2026-12-26' }]);
});
