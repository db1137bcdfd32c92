import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateOfNumber, isDate, jourOfNumber, dayNumber } from '../../../src/engine/planning/dates.ts';
import { MAX_EXCEPTIONS, normalizePlanning, type Planning } from '../../../src/engine/planning/planning.ts';
import { essais, gele, plage, sem } from './vocabulaire.ts';

const semaine = sem('lun 9-12');
const codes = (source: unknown) => normalizePlanning(gele(source)).constats.map(({ code }) => code);
const lu = (source: unknown) => normalizePlanning(gele(source)).planning;

for (const [titre, source] of [
  ['a week alone', { semaine }],
  ['a period', { semaine, validite: { du: '2026-01-01', au: '2026-12-31' } }],
  ['a period without an end', { semaine, validite: { du: '2026-01-01' } }],
  ['a period without a beginning', { semaine, validite: { au: '2026-12-31' } }],
  ['a closure', { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés' }] }],
  ['a closure of some hours', { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', semaine }] }],
  ['a special opening', { semaine, exceptions: [{ effet: 'ouverture', du: '2026-09-20', au: '2026-09-20', semaine: sem('dim 9-18') }] }],
  ['other hours', { semaine, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }] }],
  ['other hours: none', { semaine, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: [] }] }],
  ['holidays closed', { semaine, feries: 'ferme' }],
  ['holidays as usual', { semaine, feries: 'normal' }],
  ['holidays to be checked', { semaine, feries: 'a-verifier' }],
  ['holidays with hours', { semaine, feries: [{ debut: 540, fin: 720 }, { debut: 840, fin: 1440 }] }],
  ['holidays with no hours', { semaine, feries: [] }],
  ['school holidays closed', { semaine, vacances: 'ferme' }],
  ['a definitive closing', { semaine, fermeture: { type: 'DEF', du: '2025-12-31' } }],
  ['a closing until a day', { semaine, fermeture: { type: 'PRO', du: '2026-09-01', reouverture: '2026-10-01' } }],
  ['a closing of a known type only', { semaine, fermeture: { type: 'PRO' } }],
  ['all at once', { semaine, validite: { du: '2026-01-01' }, exceptions: [{ effet: 'fermeture', du: '2026-08-01' }], feries: 'ferme', vacances: 'normal', fermeture: { du: '2026-09-01' } }],
] as const satisfies readonly (readonly [string, Planning])[]) test(`PLA-6 ${titre} is read as it is`, () => {
  assert.deepEqual(normalizePlanning(gele(JSON.parse(JSON.stringify(source)))), { planning: source, constats: [] });
});

for (const [titre, source, attendus] of [
  ['nothing', undefined, []],
  ['null', null, []],
  ['a list is a week', [...semaine], []],
  ['a text', 'lun 9-12', ['illisible']],
  ['a number', 3, ['illisible']],
  ['a week that is no list', { semaine: 'x' }, ['illisible']],
  ['a bad range in the week', { semaine: [{ debut: 9, fin: 3 }] }, ['inversee']],
  ['a period that is a text', { semaine, validite: '2026' }, ['illisible']],
  ['a period without days', { semaine, validite: {} }, ['illisible']],
  ['a period inverted', { semaine, validite: { du: '2026-12-31', au: '2026-01-01' } }, ['illisible']],
  ['a day that does not exist', { semaine, validite: { du: '2026-02-30' } }, ['illisible']],
  ['a day with its hour', { semaine, validite: { du: '2026-02-03T00:00:00Z' } }, ['illisible']],
  ['a day written in French', { semaine, validite: { du: '03/02/2026' } }, ['illisible']],
  ['exceptions that are no list', { semaine, exceptions: {} }, ['illisible']],
  ['an exception of an unknown sort', { semaine, exceptions: [{ effet: 'demi', du: '2026-08-01' }] }, ['illisible']],
  ['an exception without days', { semaine, exceptions: [{ effet: 'fermeture' }] }, ['illisible']],
  ['an exception inverted', { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-23', au: '2026-08-01' }] }, ['inversee']],
  ['an exception that is null', { semaine, exceptions: [null] }, ['illisible']],
  ['a bad range in an exception', { semaine, exceptions: [{ effet: 'ouverture', du: '2026-08-01', semaine: [{ debut: 9, fin: 3 }, plage('lun 9-12')] }] }, ['illisible']],
  ['an unknown rule for holidays', { semaine, feries: 'peut-être' }, ['illisible']],
  ['holidays with bad hours', { semaine, feries: [{ debut: 720, fin: 540 }] }, ['illisible']],
  ['holidays with hours of the next day', { semaine, feries: [{ debut: 1320, fin: 1800 }] }, ['illisible']],
  ['a closing that is empty', { semaine, fermeture: {} }, ['illisible']],
  ['a closing with a bad day', { semaine, fermeture: { du: 'hier' } }, ['illisible']],
  ['a closing with a bad day to open again', { semaine, fermeture: { type: 'PRO', reouverture: 'demain' } }, ['illisible']],
  ['what it does not know', { semaine, couleur: 'bleu' }, []],
  ['members that are null', { semaine, validite: null, exceptions: null, feries: null, vacances: null, fermeture: null }, []],
] as const) test(`PLA-6 ${titre}: ${attendus.join() || 'no remark'}, and the rest is kept`, () => {
  assert.deepEqual(codes(source), attendus);
  const { planning } = normalizePlanning(source);
  assert.deepEqual(normalizePlanning(planning), { planning, constats: [] }, 'what is kept is read again without a remark');
});

test('PLA-6 a bad exception goes, those beside it stay, its place is said', () => {
  const bonnes = [{ effet: 'fermeture', du: '2026-08-01' }, { effet: 'fermeture', du: '2026-12-24', au: '2026-12-26' }];
  const { planning, constats } = normalizePlanning({ semaine, exceptions: [bonnes[0], { effet: 'fermeture', du: 'x' }, bonnes[1]] });
  assert.deepEqual(planning.exceptions, bonnes);
  assert.deepEqual(constats, [{ code: 'illisible', rang: 1, texte: 'exceptions' }]);
});

test('PLA-6 an empty reason is no reason', () => {
  assert.deepEqual(lu({ semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', motif: '  ' }] }).exceptions, [{ effet: 'fermeture', du: '2026-08-01' }]);
});

test('PLA-7 of thousands of exceptions the first ones are kept', () => {
  const exceptions = Array.from({ length: 3000 }, (_, i) => ({ effet: 'fermeture', du: dateOfNumber(20_000 + i), au: dateOfNumber(20_000 + i) }));
  const { planning, constats } = normalizePlanning(gele({ semaine, exceptions }));
  assert.deepEqual(planning.exceptions, exceptions.slice(0, MAX_EXCEPTIONS));
  assert.deepEqual(constats, [{ code: 'trop-d-exceptions', nombre: 3000, max: MAX_EXCEPTIONS }]);
});

test('PLA-6 anything at all is read without throwing, and what is kept is read again the same', () => {
  const presque = fc.record({
    semaine: fc.oneof(fc.anything(), fc.array(fc.record({ debut: fc.oneof(fc.integer(), fc.anything()), fin: fc.integer(), type: fc.oneof(fc.string(), fc.anything()) }))),
    validite: fc.oneof(fc.anything(), fc.record({ du: fc.oneof(fc.anything(), fc.constant('2026-02-03')), au: fc.constantFrom('2026-01-01', '2027-01-01', null) })),
    exceptions: fc.oneof(fc.anything(), fc.array(fc.record({ effet: fc.constantFrom('fermeture', 'ouverture', 'x', null), du: fc.constantFrom('2026-01-01', 'x'), motif: fc.anything(), semaine: fc.anything() }))),
    feries: fc.oneof(fc.anything(), fc.constantFrom('ferme', 'normal')), vacances: fc.anything(), fermeture: fc.anything(),
  }, { requiredKeys: [] });
  fc.assert(fc.property(fc.oneof(fc.anything(), presque), (source) => {
    const { planning } = normalizePlanning(source);
    assert.deepEqual(normalizePlanning(planning), { planning, constats: [] });
  }), essais(1000));
});

for (const [jour, numero] of [
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2026-11-21', 20_778],
  ['2100-02-28', 47_540],
  ['2100-03-01', 47_541],
] as const) {
  test(`PLA-19 the day ${jour} is number ${numero}`, () => {
    assert.equal(dayNumber(jour), numero);
    assert.equal(dateOfNumber(numero), jour);
  });
}

for (const texte of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-32', '26-01-01', '2026-1-1', ' 2026-01-01', '2026-01-01 ', '', '0001-01-01', 'x']) {
  test(`PLA-19 « ${texte} » is no day`, () => assert.equal(isDate(texte), false));
}

test('PLA-19 days and weekdays agree with the calendar of the language, for three hundred years', () => {
  for (let n = -25_567; n < 84_000; n += 13) {
    const date = new Date(n * 86_400_000);
    assert.equal(dayNumber(dateOfNumber(n)), n);
    assert.equal(jourOfNumber(n), date.getUTCDay() || 7);
  }
});
