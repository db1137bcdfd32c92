/** Bad input: whatever comes, nothing throws, what is understood is kept, the rest is said, and the page does not freeze. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFhir, type HorairesFhir } from '../../../src/engine/planning/conversion/fhir.ts';
import { readHoraires } from '../../../src/engine/planning/conversion/horaire.ts';
import { readFreeBusy } from '../../../src/engine/planning/conversion/icalendar.ts';
import { readOsm } from '../../../src/engine/planning/conversion/osm-read.ts';
import { readSchemaOrg, type HorairesSchemaOrg } from '../../../src/engine/planning/conversion/schema-org.ts';
import { normalizePlanning, type Planning } from '../../../src/engine/planning/planning.ts';
import { MAX_PLAGES, normalize } from '../../../src/engine/planning/semaine.ts';
import { statut } from '../../../src/engine/planning/statut.ts';
import type { Constat } from '../../../src/engine/planning/types.ts';
import { planning as phrases } from '../../../src/i18n/fr/planning.ts';
import { desordre, dessinDe, essais, gele, plages } from './vocabulaire.ts';

/** A planning as any other: in order, with a status at any time, and every remark in words. */
function sain({ planning, constats }: { readonly planning: Planning; readonly constats: readonly Constat[] }): void {
  assert.equal(desordre(planning.semaine), undefined);
  assert.ok(planning.semaine.length <= MAX_PLAGES);
  for (const { semaine } of planning.exceptions ?? []) if (semaine) assert.equal(desordre(semaine), undefined);
  assert.ok(['ouvert', 'ferme', 'inconnu'].includes(statut(planning, Date.UTC(2026, 10, 21), 'Europe/Paris').etat));
  for (const constat of constats) assert.match(phrases.constat(constat), /^\P{Ll}.*\.$/su);
}

const bout = fc.constantFrom(
  'Mo', 'Tu', 'Mo-Fr', 'Sa,Su', 'PH', 'SH', 'lundi', '09:00', '12:00', '9h30', '26:00', '-', ',', ';', ' ', ' ', ' ', ':', '24/7', 'off', 'open', 'unknown', '"', '"congés"', '2026', 'Aug', '01', '31', 'Feb 30', '||', '+', '[1]', 'week', 'easter',
  'sunrise', '(', ')', '09:00-12:00', '14:00-18:00', '2026 Aug 01-2026 Aug 23', 'é', '😀', '\n', '\t', '—', 'à', 'to', '.', '99:99', '-1', '/', '\\', '\0',
);

test('PLA-28, PLA-33 malformed texts of OpenStreetMap', () => {
  fc.assert(fc.property(fc.oneof(fc.array(bout, { maxLength: 25 }).map((bouts) => bouts.join('')), fc.array(bout, { maxLength: 15 }).map((bouts) => bouts.join(' ')), fc.string({ unit: 'grapheme', maxLength: 60 })), fc.option(fc.constantFrom(2026, Number.NaN), { nil: undefined }), (texte, annee) => sain(readOsm(texte, annee))), essais(6000));
});

test('PLA-28, PLA-33 a good text with one sign changed, added or taken away', () => {
  const bon = 'Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00; PH off; 2026 Aug 01-2026 Aug 23 off "congés annuels"';
  fc.assert(fc.property(fc.nat(bon.length), fc.nat(2), fc.oneof(bout, fc.string({ minLength: 1, maxLength: 1 })), (at, quoi, signe) => {
    const texte = bon.slice(0, at) + (quoi === 0 ? '' : signe) + bon.slice(at + (quoi === 1 ? 0 : 1));
    const lue = readOsm(texte);
    sain(lue);
    assert.ok(lue.planning.semaine.length > 0 || lue.constats.length > 0);
  }), essais(2000));
});

test('PLA-28, PLA-33 in a text of good and bad rules the good ones stay, in order', () => {
  const bonnes = ['Mo 09:00-12:00', 'Tu 09:00-12:00', 'We 09:00-12:00', 'Th 09:00-12:00', 'Fr 09:00-12:00'];
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.constantFrom('sunrise-sunset', 'Mo[2] 10:00-11:00', '???', 'week 12 Mo off', 'Mo 9-', '"a" "b"', '09:00+')), { maxLength: 5 }), (ajouts) => {
    const regles: string[] = [...bonnes];
    for (const [at, mauvaise] of ajouts) regles.splice(at, 0, mauvaise);
    const { planning, constats } = readOsm(regles.join('; '));
    assert.equal(dessinDe(planning.semaine), dessinDe(plages('lun-ven 9-12')));
    assert.equal(constats.length, ajouts.length);
    for (const constat of constats) assert.ok('texte' in constat && 'rang' in constat && regles[constat.rang!] === constat.texte);
  }), essais(500));
});

for (const [titre, texte] of [
  ['a hundred thousand rules', 'Mo 09:00-12:00; '.repeat(20_000)],
  ['a hundred thousand signs', 'x'.repeat(100_000)],
  ['a hundred thousand blanks', ' '.repeat(100_000)],
  ['only quotes', '"'.repeat(50_001)],
  ['only commas', ','.repeat(50_000)],
  ['days without an end', 'Mo,'.repeat(30_000)],
  ['hours without an end', `Mo ${'09:00-12:00,'.repeat(20_000)}`],
  ['a quote that is not closed', `Mo 09:00-12:00 "${'a'.repeat(100_000)}`],
  ['blanks between', `Mo${' '.repeat(50_000)}09:00${' '.repeat(50_000)}x`],
  ['years without an end', '2026 '.repeat(20_000)],
  ['dashes', '-'.repeat(50_000)],
] as const) test(`PLA-7, PLA-33 ${titre}: read or said within a second or so`, () => {
  const debut = process.cpuUsage();
  sain(readOsm(texte));
  const { user } = process.cpuUsage(debut);
  assert.ok(user < 20_000_000, `${user / 1e6} s of computing: it grows faster than the text`);
});

const presqueTime = fc.record({
  availableStartTime: fc.oneof(fc.constantFrom('09:00:00', '22:00:00', '24:00:00', '9h', '', '00:00:00'), fc.anything()), availableEndTime: fc.oneof(fc.constantFrom('12:00:00', '06:00:00', '23:59:59', '00:00:00'), fc.anything()),
  allDay: fc.oneof(fc.boolean(), fc.anything()), daysOfWeek: fc.oneof(fc.array(fc.constantFrom('mon', 'sun', 'x')), fc.anything()),
  extension: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.record({ url: fc.constantFrom('x/ror-available-time-type-of-time', 'x/ror-available-time-number-days-of-week', 'x/ror-available-time-effective-opening-closing-date'), valueInteger: fc.oneof(fc.integer(), fc.anything()), valuePeriod: fc.anything(), valueCodeableConcept: fc.anything() })))),
}, { requiredKeys: [] });

test('PLA-28, PLA-31 anything in the place of FHIR', () => {
  const source = fc.oneof(fc.object(), fc.record({ availableTime: fc.oneof(fc.array(fc.oneof(presqueTime, fc.anything())), fc.anything()), notAvailable: fc.oneof(fc.array(fc.oneof(fc.anything(), fc.record({ id: fc.constantFrom('closingReopeningDate', 'x'), during: fc.anything() }))), fc.anything()) }, { requiredKeys: [] }));
  fc.assert(fc.property(source, (quoi) => sain(readFhir(quoi as HorairesFhir))), essais(3000));
});

test('PLA-28, PLA-30 anything in the place of records of the model', () => {
  const record = fc.record({
    jourSemaine: fc.oneof(fc.integer({ min: -1, max: 9 }), fc.anything()), heureDebut: fc.oneof(fc.constantFrom('09:00', '24:00', '9:00'), fc.anything()), heureFin: fc.oneof(fc.constantFrom('12:00', '06:00', '23:59'), fc.anything()),
    typePlageHoraire: fc.oneof(fc.constantFrom('01', '08'), fc.string()), debutDateEffective: fc.oneof(fc.constantFrom('2026-08-01', '2026-02-30'), fc.string()), finDateEffective: fc.oneof(fc.constantFrom('2026-08-23'), fc.string()),
    ouvertureFermeture: fc.boolean(), commentaire: fc.string(),
  }, { requiredKeys: [] });
  fc.assert(fc.property(fc.array(record, { maxLength: 12 }), (records) => sain(readHoraires(records as Parameters<typeof readHoraires>[0]))), essais(3000));
});

test('PLA-28 anything in the place of schema.org', () => {
  const spec = fc.oneof(fc.anything(), fc.record({ dayOfWeek: fc.oneof(fc.constantFrom('Monday', 'https://schema.org/Sunday', 'PublicHolidays'), fc.anything()), opens: fc.oneof(fc.constantFrom('09:00', '00:00'), fc.anything()), closes: fc.oneof(fc.constantFrom('12:00', '00:00'), fc.anything()), validFrom: fc.oneof(fc.constantFrom('2026-01-01'), fc.anything()) }, { requiredKeys: ['opens'] }));
  fc.assert(fc.property(fc.record({ openingHoursSpecification: fc.oneof(spec, fc.array(spec)), specialOpeningHoursSpecification: fc.array(spec) }, { requiredKeys: [] }), (quoi) => sain(readSchemaOrg(quoi as HorairesSchemaOrg))), essais(3000));
});

test('PLA-28, PLA-32 malformed calendars', () => {
  const morceau = fc.constantFrom('BEGIN:VFREEBUSY', 'FREEBUSY', ';FBTYPE=FREE', ';FBTYPE=', ':', '20261116T090000Z', '/', 'PT1H', 'P1D', ',', '\r\n', '\n ', 'DTSTART:', '20260230T250000Z', 'x', '99991231T235959Z', '00000101T000000Z');
  fc.assert(fc.property(fc.array(morceau, { maxLength: 30 }).map((morceaux) => morceaux.join('')), fc.constantFrom('Europe/Paris', 'UTC', 'x'), (texte, zone) => sain(readFreeBusy(texte, zone))), essais(3000));
});

test('PLA-6, PLA-7 thousands of ranges: overlapping, inverted, out of the week, no ranges at all', () => {
  const quelconque = fc.record({ debut: fc.integer({ min: -5000, max: 20_000 }), fin: fc.integer({ min: -5000, max: 30_000 }), type: fc.constantFrom('01', '04', '08') });
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: quelconque }, { weight: 1, arbitrary: fc.anything() }), { minLength: 2000, maxLength: 4000, size: 'max' }), (source) => {
    const { semaine, constats } = normalize(gele(source));
    sain({ planning: { semaine }, constats });
    const bonnes = source.filter((une): une is { debut: number; fin: number; type: string } => typeof une === 'object' && une !== null && 'debut' in une && 'fin' in une && Number.isInteger(une.debut) && Number.isInteger(une.fin)
      && (une.debut as number) >= 0 && (une.debut as number) < 10_080 && (une.fin as number) > (une.debut as number) && (une.fin as number) <= (une.debut as number) + 10_080 && 'type' in une && typeof une.type === 'string' && une.type !== '');
    assert.equal(dessinDe(semaine), dessinDe(bonnes));
  }), essais(12));
});

test('PLA-6 objects that answer with other things are read as they are', () => {
  const piege = { get debut() { return 540; }, fin: 720, type: '01', toString() { throw new Error('never asked'); } };
  assert.deepEqual(normalize([piege]).semaine, [{ debut: 540, fin: 720, type: '01' }]);
  assert.deepEqual(normalizePlanning(Object.assign(Object.create(null), { semaine: [piege] })).planning.semaine.length, 1);
  assert.deepEqual(normalizePlanning({ semaine: [], ['__proto__']: { feries: 'ferme' } }).planning, { semaine: [] });
});
