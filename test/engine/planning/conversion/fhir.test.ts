import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeFhir, readFhir, type AvailableTime, type HorairesFhir, type NotAvailable } from '../../../../src/engine/planning/conversion/fhir.ts';
import type { Planning } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';
import { statut } from '../../../../src/engine/planning/statut.ts';
import { cas, dessinDe, gele, instant, plages, sem } from '../vocabulaire.ts';

const IG = 'https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition';
const R252 = 'https://mos.esante.gouv.fr/NOS/TRE_R252-TypeHoraire/FHIR/TRE-R252-TypeHoraire';

/** An availableTime as the guide writes them. */
const time = (jour: unknown, debut: string | undefined, fin: string | undefined, type?: string, period?: { start?: string; end?: string }): AvailableTime => ({
  ...(debut !== undefined && { availableStartTime: debut }), ...(fin !== undefined && { availableEndTime: fin }),
  extension: [
    ...(type === undefined ? [] : [{ url: `${IG}/ror-available-time-type-of-time`, valueCodeableConcept: { coding: [{ system: R252, code: type }] } }]),
    ...(jour === undefined ? [] : [{ url: `${IG}/ror-available-time-number-days-of-week`, valueInteger: jour as number }]),
    ...(period ? [{ url: `${IG}/ror-available-time-effective-opening-closing-date`, valuePeriod: period }] : []),
  ],
});

/** The example « offre de ville » of the official guide (RORHealthcareServiceExempleVille). */
const VILLE: readonly AvailableTime[] = gele([
  time(1, '09:00:00', '19:00:00', '07'), time(2, '09:00:00', '19:00:00', '07'), time(3, '09:00:00', '19:00:00', '07'),
  time(4, '09:00:00', '19:00:00', '07'), time(5, '14:00:00', '19:00:00', '07'), time(5, '09:00:00', '12:00:00', '06'),
]);

test('PLA-30, PLA-31 the town practice of the official guide', () => {
  const { planning, constats } = readFhir({ availableTime: VILLE });
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('lun-jeu 9-19 type 07', 'ven 14-19 type 07', 'ven 9-12 type 06')));
  assert.deepEqual(constats, []);
});

test('PLA-26 the town practice of the guide says when one can consult, not when it is open', () => {
  const { planning } = readFhir({ availableTime: VILLE });
  const vendredi = instant('2026-11-20T10:00+01:00');
  assert.equal(statut(planning, vendredi, 'Europe/Paris').etat, 'inconnu');
  assert.equal(statut(planning, vendredi, 'Europe/Paris', { types: ['06'] }).etat, 'ouvert');
  assert.equal(statut(planning, vendredi, 'Europe/Paris', { types: ['07'] }).etat, 'ferme');
});

test('PLA-31 the town practice of the guide, written, is the example again', () => {
  const { availableTime, notAvailable, constats } = writeFhir(readFhir({ availableTime: VILLE }).planning);
  const cle = (un: AvailableTime) => JSON.stringify([un.extension?.[1]?.valueInteger, un.availableStartTime, un.availableEndTime, un.extension?.[0]?.valueCodeableConcept?.coding?.[0]?.code]);
  assert.deepEqual(availableTime.map(cle).sort(), VILLE.map(cle).sort());
  assert.deepEqual(availableTime.find((un) => un.availableEndTime === '12:00:00'), VILLE[5] && { ...VILLE[5] });
  assert.deepEqual([notAvailable, constats], [[], []]);
});

for (const { nom, semaine: lignes } of cas) {
  const semaine = gele(merge(plages(...lignes)));
  test(`PLA-31 ${nom}: one record per day, range and type, in times that FHIR allows`, () => {
    const { availableTime } = writeFhir({ semaine });
    for (const un of availableTime) {
      assert.match(un.availableStartTime!, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
      assert.match(un.availableEndTime!, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
      assert.ok(un.availableStartTime! < un.availableEndTime!);
      assert.deepEqual(un.extension?.map(({ url }) => url.slice(IG.length + 1)), ['ror-available-time-type-of-time', 'ror-available-time-number-days-of-week']);
    }
  });
  test(`PLA-31 ${nom}: written, made JSON, and read again`, () => {
    const { availableTime, notAvailable } = JSON.parse(JSON.stringify(writeFhir({ semaine }))) as HorairesFhir;
    assert.deepEqual(readFhir({ ...(availableTime && { availableTime }), ...(notAvailable && { notAvailable }) }), { planning: { semaine }, constats: [] });
  });
}

for (const [titre, times, lignes] of [
  ['no type is an opening', [time(1, '09:00:00', '12:00:00')], ['lun 9-12']],
  ['a day sent as a text', [time('1', '09:00:00', '12:00:00', '02')], ['lun 9-12 type 02']],
  ['a type of the value set instead of the code system', [{ ...time(1, '09:00:00', '12:00:00'), extension: [{ url: `${IG}/ror-available-time-type-of-time`, valueCodeableConcept: { coding: [{ system: 'https://mos.esante.gouv.fr/NOS/JDV_J41-TypeHoraire-ROR/FHIR/JDV-J41-TypeHoraire-ROR', code: '03' }] } }, { url: `${IG}/ror-available-time-number-days-of-week`, valueInteger: 1 }] }], ['lun 9-12 type 03']],
  ['a type with a local code first', [{ ...time(1, '09:00:00', '12:00:00'), extension: [{ url: `${IG}/ror-available-time-type-of-time`, valueCodeableConcept: { coding: [{ system: 'urn:x', code: 'A' }, { system: R252, code: '04' }] } }, { url: `${IG}/ror-available-time-number-days-of-week`, valueInteger: 1 }] }], ['lun 9-12 type 04']],
  ['the extension of the edition of 2023', [{ ...time(1, '09:00:00', '12:00:00'), extension: [{ url: `${IG}/ror-healthcareservice-available-time-type-of-time`, valueCodeableConcept: { coding: [{ code: '02' }] } }, { url: `${IG}/ror-available-time-number-days-of-week|0.7.0`, valueInteger: 1 }] }], ['lun 9-12 type 02']],
  ['the days of plain FHIR', [{ daysOfWeek: ['mon', 'tue', 'sun'], availableStartTime: '09:00:00', availableEndTime: '12:00:00' }], ['lun-mar 9-12', 'dim 9-12']],
  ['allDay', [{ daysOfWeek: ['sat'], allDay: true }], ['sam 0-24']],
  ['allDay beside hours', [{ daysOfWeek: ['sat'], allDay: true, availableStartTime: '09:00:00', availableEndTime: '12:00:00' }], ['sam 0-24']],
  ['allDay false', [{ daysOfWeek: ['sat'], allDay: false, availableStartTime: '09:00:00', availableEndTime: '12:00:00' }], ['sam 9-12']],
  ['23:59:59', [time(1, '20:00:00', '23:59:59', '01')], ['lun 20-24']],
  ['23:59:00', [time(1, '00:00:00', '23:59:00', '01')], ['lun 0-24']],
  ['a night', [time(7, '22:00:00', '06:00:00', '01')], ['dim 22-6']],
  ['midnight to midnight', [time(1, '00:00:00', '00:00:00', '01')], ['lun 0-24']],
  ['fractions of a second', [time(1, '09:00:00.000', '12:00:00.000', '01')], ['lun 9-12']],
] as const satisfies readonly (readonly [string, readonly AvailableTime[], readonly string[]])[]) test(`PLA-29, PLA-30 ${titre}`, () => {
  const { planning, constats } = readFhir(gele({ availableTime: times }));
  assert.equal(dessinDe(planning.semaine), dessinDe(plages(...lignes)));
  assert.deepEqual(constats, []);
});

for (const [titre, mauvais, attendu] of [
  ['no day', time(undefined, '09:00:00', '12:00:00', '01'), { code: 'non-repris', quoi: 'jour', rang: 1 }],
  ['no hours', time(1, undefined, undefined, '01'), { code: 'non-repris', quoi: 'heures', rang: 1 }],
  ['half of the hours', time(1, '09:00:00', undefined, '01'), { code: 'illisible', rang: 1, texte: '09:00:00-undefined' }],
  ['day 0', time(0, '09:00:00', '12:00:00', '01'), { code: 'illisible', rang: 1 }],
  ['day 8', time(8, '09:00:00', '12:00:00', '01'), { code: 'illisible', rang: 1 }],
  ['a day that is a word', time('lundi', '09:00:00', '12:00:00', '01'), { code: 'illisible', rang: 1 }],
  ['a day of plain FHIR that is none', { daysOfWeek: ['lun'], availableStartTime: '09:00:00', availableEndTime: '12:00:00' }, { code: 'illisible', rang: 1 }],
  ['hours of no clock', time(1, '09:00:00', '25:00:00', '01'), { code: 'illisible', rang: 1, texte: '09:00:00-25:00:00' }],
  ['hours inverted', time(1, '18:00:00', '17:00:00', '01'), { code: 'inversee', rang: 1 }],
  ['no length', time(1, '09:00:00', '09:00:00', '01'), { code: 'duree-nulle', rang: 1 }],
  ['seconds', time(2, '09:00:30', '12:00:00', '01'), { code: 'non-repris', quoi: 'secondes', rang: 1 }],
  ['a period inverted', time(1, '09:00:00', '12:00:00', '01', { start: '2026-08-23', end: '2026-08-01' }), { code: 'inversee', rang: 1 }],
  ['a period of no day', time(1, '09:00:00', '12:00:00', '01', { start: 'hier' }), { code: 'illisible', rang: 1 }],
  ['null', null as unknown as AvailableTime, { code: 'illisible', rang: 1 }],
  ['a text', 'lundi' as unknown as AvailableTime, { code: 'illisible', rang: 1 }],
] as const) test(`PLA-28 ${titre} is said by its place, and the rest is kept`, () => {
  const { planning, constats } = readFhir(gele({ availableTime: [time(2, '09:00:00', '12:00:00', '01'), mauvais, time(3, '09:00:00', '12:00:00', '01')] }));
  assert.deepEqual(constats.filter(({ code }) => code !== 'fusion'), [attendu]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('mar-mer 9-12')));
});

const semaine = sem('lun-ven 9-12');
const base = [1, 2, 3, 4, 5].map((jour) => time(jour, '09:00:00', '12:00:00', '01'));
for (const [titre, source, attendu] of [
  ['the closing of the structure', { notAvailable: [{ id: 'closingReopeningDate', during: { start: '2026-09-01', end: '2026-10-01' } }] }, { fermeture: { du: '2026-09-01', reouverture: '2026-10-01' } }],
  ['the closing without a day to open again', { notAvailable: [{ id: 'closingReopeningDate', during: { start: '2026-09-01' } }], typeFermeture: 'PRO' }, { fermeture: { type: 'PRO', du: '2026-09-01' } }],
  ['the closing with hours and a zone', { notAvailable: [{ id: 'closingReopeningDate', during: { start: '2026-09-01T00:00:00+02:00' } }] }, { fermeture: { du: '2026-09-01' } }],
  ['the type of the closing alone', { typeFermeture: 'DEF' }, { fermeture: { type: 'DEF' } }],
  ['a closure of plain FHIR, with its reason', { notAvailable: [{ description: 'Congés', during: { start: '2026-08-01', end: '2026-08-23' } }] }, { exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'Congés' }] }],
  ['a dated closure', { availableTime: [...base, time(undefined, undefined, undefined, '08', { start: '2026-08-01', end: '2026-08-23' })] }, { exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] }],
  ['a dated opening', { availableTime: [...base, time(6, '10:00:00', '16:00:00', '01', { start: '2026-11-21', end: '2026-11-21' })] }, { exceptions: [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }] }],
  ['a period for all', { availableTime: base.map((un) => ({ ...un, extension: [...un.extension!, { url: `${IG}/ror-available-time-effective-opening-closing-date`, valuePeriod: { start: '2026-01-01' } }] })) }, { validite: { du: '2026-01-01' } }],
] as const satisfies readonly (readonly [string, HorairesFhir, Omit<Planning, 'semaine'>])[]) {
  test(`PLA-31 ${titre} is read`, () => assert.deepEqual(readFhir(gele({ availableTime: base, ...source })), { planning: { semaine, ...attendu }, constats: [] }));
  test(`PLA-31 ${titre} is written and read again`, () => {
    const { constats, ...ecrit } = writeFhir(gele({ semaine, ...attendu }));
    const motifs = 'exceptions' in attendu ? attendu.exceptions.filter((exception) => 'motif' in exception).length : 0;
    assert.equal(constats.length, motifs);
    const { planning } = readFhir(ecrit);
    assert.deepEqual(planning, motifs === 0 ? { semaine, ...attendu } : { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] });
  });
}

test('PLA-31 the profile allows one notAvailable, with its identifier and the description that FHIR asks for', () => {
  const { notAvailable, availableTime } = writeFhir({ semaine: [], fermeture: { type: 'PRO', du: '2026-09-01' }, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés' }] });
  assert.deepEqual(notAvailable, [{ id: 'closingReopeningDate', description: 'Fermeture', during: { start: '2026-09-01' } }]);
  assert.equal(availableTime.length, 1);
});

for (const [titre, planning, attendus] of [
  ['reasons', { semaine, exceptions: [{ effet: 'fermeture', du: '2026-08-01', motif: 'congés' }, { effet: 'fermeture', du: '2026-12-24', motif: 'fêtes' }] }, ['motif congés', 'motif fêtes']],
  ['a rule for holidays', { semaine, feries: 'ferme' }, ['feries']],
  ['a rule for school holidays', { semaine, vacances: 'a-verifier' }, ['vacances']],
  ['other hours', { semaine, exceptions: [{ effet: 'remplacement', du: '2026-07-01', semaine: [] }] }, ['remplacement']],
  ['an opening without hours', { semaine, exceptions: [{ effet: 'ouverture', du: '2026-07-01' }] }, ['sans-heures']],
  ['23:59', { semaine: sem('lun 9-23:59') }, ['derniere-minute']],
  ['a closing', { semaine, fermeture: { type: 'DEF', du: '2026-01-01' } }, []],
] as const satisfies readonly (readonly [string, Planning, readonly string[]])[]) test(`PLA-28 what FHIR can't say of ${titre}: ${attendus.join() || 'nothing'}`, () => {
  assert.deepEqual(writeFhir(gele(planning)).constats.map((constat) => (constat.code === 'non-dit' ? [constat.quoi, constat.texte].filter(Boolean).join(' ') : constat.code)), attendus);
});

for (const [titre, mauvais] of [
  ['null', null],
  ['without dates', { id: 'closingReopeningDate' }],
  ['with dates inverted', { during: { start: '2026-08-23', end: '2026-08-01' } }],
  ['with a date of no day', { during: { start: '2026-02-30' } }],
] as const) {
  test(`PLA-28 a notAvailable ${titre} is said, and the rest is kept`, () => {
    const { planning, constats } = readFhir({ availableTime: base, notAvailable: [mauvais as NotAvailable] });
    assert.deepEqual(planning, { semaine });
    assert.deepEqual(constats, [{ code: 'illisible', rang: 0, texte: 'notAvailable' }]);
  });
}

test('PLA-28 lists that are no lists are empty', () => {
  assert.deepEqual(readFhir({ availableTime: {} as never, notAvailable: 'x' as never }), { planning: { semaine: [] }, constats: [] });
  assert.deepEqual(readFhir({}), { planning: { semaine: [] }, constats: [] });
});
