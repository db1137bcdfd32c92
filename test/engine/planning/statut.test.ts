import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { feries } from '../../../src/engine/planning/feries.ts';
import type { Calendrier, Etat, Raison } from '../../../src/engine/planning/journees.ts';
import type { Exception, Planning } from '../../../src/engine/planning/planning.ts';
import { merge } from '../../../src/engine/planning/semaine.ts';
import { HORIZON, statut } from '../../../src/engine/planning/statut.ts';
import { planning as phrases } from '../../../src/i18n/fr/planning.ts';
import { cas, casPlannings, essais, gele, instant, jourDe2026, plages, sem, semaineQuelconque } from './vocabulaire.ts';

const PARIS = 'Europe/Paris';
const calendrier: Calendrier = { feries: (annee) => feries(annee, PARIS) };
const bureau = sem('lun-ven 9-12 14-18');

/** The state at a local time of Paris in winter or summer: `2026-11-20 10:00`. */
const etatA = (planning: Planning, texte: string, options: Parameters<typeof statut>[3] = { calendrier }): Etat => {
  const ete = texte >= '2026-03-29 03:00' && texte < '2026-10-25 03:00';
  return statut(planning, instant(`${texte}${ete ? '+02:00' : '+01:00'}`), PARIS, options).etat;
};
const raisonA = (planning: Planning, texte: string): Raison => statut(planning, instant(texte), PARIS, { calendrier }).raison;

for (const { nom, semaine: lignes, zone, statuts } of cas) {
  const planning = gele({ semaine: merge(plages(...lignes)) });
  for (const [quand, attendu, raison] of statuts) test(`PLA-25 ${nom}, ${quand} (${zone}): ${attendu}`, () => {
    const trouve = statut(planning, instant(quand), zone);
    assert.equal(phrases.statut(trouve), attendu);
    assert.equal(phrases.raison(trouve.raison), raison);
  });
}

for (const { nom, planning, zone, statuts } of casPlannings) {
  const duLieu: Calendrier = { feries: (annee) => feries(annee, zone), vacances: [{ du: '2026-10-17', au: '2026-11-01', nom: 'Toussaint' }] };
  for (const [quand, attendu, raison] of statuts) test(`PLA-20, PLA-22, PLA-24, PLA-25 ${nom}, ${quand} (${zone}): ${attendu}`, () => {
    const trouve = statut(planning, instant(quand), zone, { calendrier: duLieu });
    assert.equal(phrases.statut(trouve), attendu);
    assert.equal(phrases.raison(trouve.raison), raison);
  });
}

for (const [titre, lignes, types, attendu] of [
  ['01 is open', ['ven 9-12'], undefined, 'ouvert'],
  ['02 is open', ['ven 9-12 type 02'], undefined, 'ouvert'],
  ['03 alone says nothing', ['ven 9-12 type 03'], undefined, 'inconnu'],
  ['04 alone says nothing', ['ven 9-12 type 04'], undefined, 'inconnu'],
  ['06 alone says nothing', ['ven 9-12 type 06'], undefined, 'inconnu'],
  ['11 alone says nothing', ['ven 9-12 type 11'], undefined, 'inconnu'],
  ['03 beside an opening on another day is closed', ['ven 9-12 type 03', 'lun 9-12'], undefined, 'ferme'],
  ['08 is closed', ['ven 9-12 type 08'], undefined, 'ferme'],
  ['08 over 01 is closed', ['ven 8-18', 'ven 9-12 type 08'], undefined, 'ferme'],
  ['08 over 02 is closed', ['ven 8-18 type 02', 'ven 9-12 type 08'], undefined, 'ferme'],
  ['09 is unknown', ['ven 9-12 type 09'], undefined, 'inconnu'],
  ['09 under 01 is open', ['ven 9-12 type 09', 'ven 8-18'], undefined, 'ouvert'],
  ['09 under 08 is closed', ['ven 9-12 type 09', 'ven 9-12 type 08'], undefined, 'ferme'],
  ['the types that are asked for', ['ven 9-12 type 06'], ['06', '07'], 'ouvert'],
  ['other types than those asked for', ['ven 9-12'], ['06'], 'inconnu'],
  ['no type at all', ['ven 9-12'], [], 'inconnu'],
] as const) test(`PLA-21, PLA-26 ${titre}`, () => {
  assert.equal(etatA({ semaine: sem(...lignes) }, '2026-11-20 10:00', { ...(types && { types }) }), attendu);
});

test('PLA-21 the same planning answers for the types of each question', () => {
  const planning = gele({ semaine: sem('ven 9-18', 'ven 9-12 type 06') });
  const a = (types?: readonly string[]) => statut(planning, instant('2026-11-20T13:00+01:00'), PARIS, { ...(types && { types }) }).etat;
  assert.deepEqual([a(), a(['06']), a(['06']), a(), a(['01', '06'])], ['ouvert', 'ferme', 'ferme', 'ouvert', 'ouvert']);
});

for (const [titre, validite, quand, attendu] of [
  ['before it begins', { du: '2026-11-21' }, '2026-11-20 10:00', 'inconnu'],
  ['on its first day', { du: '2026-11-20' }, '2026-11-20 10:00', 'ouvert'],
  ['on its last day', { au: '2026-11-20' }, '2026-11-20 17:59', 'ouvert'],
  ['after it ends', { au: '2026-11-19' }, '2026-11-20 10:00', 'inconnu'],
  ['after it ends, at night too', { au: '2026-11-19' }, '2026-11-20 03:00', 'inconnu'],
  ['within', { du: '2026-01-01', au: '2026-12-31' }, '2026-11-20 10:00', 'ouvert'],
] as const) test(`PLA-19 ${titre}`, () => assert.equal(etatA({ semaine: bureau, validite }, quand), attendu));

test('PLA-19 the reason gives the period, and the next change its first day', () => {
  const { raison, prochain } = statut({ semaine: sem('tous 0-24'), validite: { du: '2026-12-01', au: '2026-12-31' } }, instant('2026-11-20T10:00Z'), PARIS);
  assert.deepEqual(raison, { code: 'hors-periode', du: '2026-12-01', au: '2026-12-31' });
  assert.deepEqual(prochain && [prochain.etat, prochain.jour, prochain.minute, prochain.dansJours], ['ouvert', '2026-12-01', 0, 11]);
});

const aout: Exception = { effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' };
for (const [titre, exceptions, quand, attendu] of [
  ['the day before a closure', [aout], '2026-07-31 17:59', 'ouvert'],
  ['the first day of a closure', [aout], '2026-08-03 10:00', 'ferme'],
  ['the last day of a closure', [{ ...aout, au: '2026-08-21' }], '2026-08-21 10:00', 'ferme'],
  ['the day after a closure', [{ ...aout, au: '2026-08-20' }], '2026-08-21 10:00', 'ouvert'],
  ['a closure without an end', [{ effet: 'fermeture', du: '2026-08-01' }], '2026-11-20 10:00', 'ferme'],
  ['a closure without a beginning', [{ effet: 'fermeture', au: '2026-11-20' }], '2026-11-20 10:00', 'ferme'],
  ['a closure of the morning, in the morning', [{ ...aout, semaine: sem('lun-ven 0-13') }], '2026-08-03 10:00', 'ferme'],
  ['a closure of the morning, in the afternoon', [{ ...aout, semaine: sem('lun-ven 0-13') }], '2026-08-03 15:00', 'ouvert'],
  ['a closure of the morning, whatever the type of its hours', [{ ...aout, semaine: sem('lun-ven 0-13 type 08') }], '2026-08-03 10:00', 'ferme'],
  ['a special opening', [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }], '2026-11-21 11:00', 'ouvert'],
  ['after a special opening', [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }], '2026-11-21 16:00', 'ferme'],
  ['a special opening on another day', [{ effet: 'ouverture', du: '2026-11-22', au: '2026-11-22', semaine: sem('sam 10-16') }], '2026-11-22 11:00', 'ferme'],
  ['a special opening beside the usual hours', [{ effet: 'ouverture', du: '2026-11-20', au: '2026-11-20', semaine: sem('ven 19-21') }], '2026-11-20 10:00', 'ouvert'],
  ['a special opening without hours: nobody knows', [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21' }], '2026-11-21 11:00', 'inconnu'],
  ['a special opening without hours, in the usual ones', [{ effet: 'ouverture', du: '2026-11-20', au: '2026-11-20' }], '2026-11-20 11:00', 'ouvert'],
  ['summer hours, open', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }], '2026-08-03 08:30', 'ouvert'],
  ['summer hours, closed', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }], '2026-08-03 15:00', 'ferme'],
  ['other hours that are not given', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31' }], '2026-08-03 10:00', 'inconnu'],
  ['other hours: none', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: [] }], '2026-08-03 10:00', 'ferme'],
  ['a special day within a closure', [aout, { effet: 'ouverture', du: '2026-08-14', au: '2026-08-14', semaine: sem('ven 9-12') }], '2026-08-14 10:00', 'ouvert'],
  ['a special day within a closure, in the other order', [{ effet: 'ouverture', du: '2026-08-14', au: '2026-08-14', semaine: sem('ven 9-12') }, aout], '2026-08-14 10:00', 'ouvert'],
  ['a closed week within summer hours', [aout, { effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }], '2026-08-03 08:30', 'ferme'],
  ['a closure and an opening of the same days', [{ effet: 'ouverture', du: '2026-08-03', au: '2026-08-03', semaine: sem('lun 9-12') }, { effet: 'fermeture', du: '2026-08-03', au: '2026-08-03' }], '2026-08-03 10:00', 'ferme'],
  ['an exception that is not for this day', [aout], '2026-11-20 10:00', 'ouvert'],
  ['an exception outside the period of the week', [{ effet: 'ouverture', du: '2027-02-06', au: '2027-02-06', semaine: sem('sam 9-12') }], '2027-02-06 10:00', 'ouvert'],
] as const satisfies readonly (readonly [string, readonly Exception[], string, Etat])[]) test(`PLA-20 ${titre}: ${attendu}`, () => {
  assert.equal(etatA(gele({ semaine: bureau, exceptions, validite: { au: '2026-12-31' } }), quand), attendu);
});

test('PLA-20 a night is cut at midnight where a closure begins and ends', () => {
  const planning = { semaine: sem('tous 20-8'), exceptions: [aout] };
  assert.deepEqual(['2026-07-31 23:59', '2026-08-01 00:00', '2026-08-23 23:59', '2026-08-24 00:00'].map((quand) => etatA(planning, quand)), ['ouvert', 'ferme', 'ferme', 'ouvert']);
});

test('PLA-20 the reason gives the exception with its dates and its reason', () => {
  const planning = gele({ semaine: bureau, exceptions: [aout] });
  assert.deepEqual(raisonA(planning, '2026-08-03T10:00+02:00'), { code: 'exception', effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' });
  assert.deepEqual(raisonA(planning, '2026-07-31T10:00+02:00'), { code: 'semaine' });
});

for (const [titre, planning, quand, attendu] of [
  ['closed on holidays, 15 August', { semaine: sem('tous 9-18'), feries: 'ferme' }, '2026-08-15 10:00', 'ferme'],
  ['closed on holidays, the day after', { semaine: sem('tous 9-18'), feries: 'ferme' }, '2026-08-16 10:00', 'ouvert'],
  ['as usual on holidays', { semaine: sem('tous 9-18'), feries: 'normal' }, '2026-08-15 10:00', 'ouvert'],
  ['to be checked on holidays', { semaine: sem('tous 9-18'), feries: 'a-verifier' }, '2026-08-15 10:00', 'inconnu'],
  ['to be checked on holidays, when it is closed anyhow', { semaine: sem('tous 9-18'), feries: 'a-verifier' }, '2026-08-15 20:00', 'ferme'],
  ['nothing said of holidays', { semaine: sem('tous 9-18') }, '2026-12-25 10:00', 'inconnu'],
  ['nothing said of holidays, 24 h a day and 7 days a week', { semaine: sem('tous 0-24') }, '2026-12-25 10:00', 'ouvert'],
  ['nothing said of holidays, nearly 24 h a day', { semaine: sem('tous 0-23:59') }, '2026-12-25 10:00', 'inconnu'],
  ['hours of holidays, open', { semaine: sem('lun-ven 9-18'), feries: [{ debut: 600, fin: 720 }] }, '2026-12-25 10:30', 'ouvert'],
  ['hours of holidays, closed', { semaine: sem('lun-ven 9-18'), feries: [{ debut: 600, fin: 720 }] }, '2026-12-25 09:30', 'ferme'],
  ['hours of holidays on a Sunday', { semaine: sem('lun-ven 9-18'), feries: [{ debut: 600, fin: 720 }] }, '2026-11-01 10:30', 'ouvert'],
  ['no hours on holidays', { semaine: sem('lun-ven 9-18'), feries: [] }, '2026-12-25 10:30', 'ferme'],
  ['closed on holidays but for an exception', { semaine: bureau, feries: 'ferme', exceptions: [{ effet: 'ouverture', du: '2026-12-25', au: '2026-12-25', semaine: sem('ven 9-12') }] }, '2026-12-25 10:00', 'ouvert'],
  ['closed on holidays though no hours are known', { semaine: [], feries: 'ferme' }, '2026-12-25 10:00', 'ferme'],
  ['holidays outside the period', { semaine: bureau, feries: 'a-verifier', validite: { au: '2026-12-01' } }, '2026-12-25 10:00', 'inconnu'],
] as const satisfies readonly (readonly [string, Planning, string, Etat])[]) test(`PLA-22 ${titre}: ${attendu}`, () => assert.equal(etatA(gele(planning), quand), attendu));

test('PLA-22 without a calendar every day is a plain day', () => {
  assert.equal(etatA({ semaine: sem('tous 9-18'), feries: 'ferme' }, '2026-12-25 10:00', {}), 'ouvert');
  assert.equal(etatA({ semaine: sem('tous 9-18'), feries: 'ferme' }, '2026-12-25 10:00', { calendrier: {} }), 'ouvert');
});

test('PLA-22 the reason names the holiday', () => {
  assert.deepEqual(raisonA({ semaine: bureau, feries: 'ferme' }, '2026-12-25T10:00+01:00'), { code: 'ferie', nom: 'Noël' });
  assert.deepEqual(raisonA({ semaine: bureau }, '2026-12-25T10:00+01:00'), { code: 'ferie', nom: 'Noël' });
  assert.deepEqual(raisonA({ semaine: bureau }, '2026-12-25T13:00+01:00'), { code: 'semaine' });
});

const toussaint: Calendrier = { ...calendrier, vacances: [{ du: '2026-10-17', au: '2026-11-01', nom: 'Toussaint' }] };
for (const [titre, planning, quand, attendu] of [
  ['closed in school holidays', { semaine: bureau, vacances: 'ferme' }, '2026-10-20 10:00', 'ferme'],
  ['closed in school holidays, before them', { semaine: bureau, vacances: 'ferme' }, '2026-10-16 10:00', 'ouvert'],
  ['closed in school holidays, after them', { semaine: bureau, vacances: 'ferme' }, '2026-11-02 10:00', 'ouvert'],
  ['nothing said of school holidays', { semaine: bureau }, '2026-10-20 10:00', 'ouvert'],
  ['to be checked in school holidays', { semaine: bureau, vacances: 'a-verifier' }, '2026-10-20 10:00', 'inconnu'],
  ['hours of school holidays', { semaine: bureau, vacances: [{ debut: 600, fin: 720 }] }, '2026-10-20 15:00', 'ferme'],
  ['a public holiday within school holidays', { semaine: sem('tous 9-18'), vacances: 'normal', feries: 'ferme' }, '2026-11-01 10:00', 'ferme'],
] as const satisfies readonly (readonly [string, Planning, string, Etat])[]) test(`PLA-22 ${titre}: ${attendu}`, () => assert.equal(etatA(gele(planning), quand, { calendrier: toussaint }), attendu));

for (const [titre, fermeture, quand, attendu, code] of [
  ['closed for good, without a date', { type: 'DEF' }, '2026-11-20 10:00', 'ferme', 'fermeture-definitive'],
  ['closed for good, before its date', { type: 'DEF', du: '2026-12-01' }, '2026-11-20 10:00', 'ouvert', 'semaine'],
  ['closed for good, on its date', { type: 'DEF', du: '2026-11-20' }, '2026-11-20 10:00', 'ferme', 'fermeture-definitive'],
  ['closed for good, whatever the day to open again', { type: 'DEF', du: '2026-11-01', reouverture: '2026-11-10' }, '2026-11-20 10:00', 'ferme', 'fermeture-definitive'],
  ['closed for a time', { type: 'PRO', du: '2026-11-01', reouverture: '2026-12-01' }, '2026-11-20 10:00', 'ferme', 'fermeture-provisoire'],
  ['the day before it opens again', { type: 'PRO', du: '2026-11-01', reouverture: '2026-11-21' }, '2026-11-20 23:59', 'ferme', 'fermeture-provisoire'],
  ['the day it opens again', { type: 'PRO', du: '2026-11-01', reouverture: '2026-11-20' }, '2026-11-20 10:00', 'ouvert', 'semaine'],
  ['closed for a time, no day known', { type: 'PRO', du: '2026-11-01' }, '2026-11-20 10:00', 'ferme', 'fermeture-provisoire'],
  ['closed for a time, no date at all', { type: 'PRO' }, '2026-11-20 10:00', 'ferme', 'fermeture-provisoire'],
  ['closed until a day', { reouverture: '2026-12-01' }, '2026-11-20 10:00', 'ferme', 'fermeture-provisoire'],
  ['before a closing', { du: '2026-12-01' }, '2026-11-20 10:00', 'ouvert', 'semaine'],
] as const) test(`PLA-24 ${titre}: ${attendu}`, () => {
  const planning = gele({ semaine: bureau, fermeture });
  assert.equal(etatA(planning, quand), attendu);
  assert.equal(statut(planning, instant(`${quand}+01:00`), PARIS, { calendrier }).raison.code, code);
});

test('PLA-24 a closing of the structure has the last word over a special opening', () => {
  assert.equal(etatA({ semaine: bureau, fermeture: { type: 'DEF' }, exceptions: [{ effet: 'ouverture', du: '2026-11-20', au: '2026-11-20', semaine: sem('ven 9-12') }] }, '2026-11-20 10:00'), 'ferme');
});

for (const [titre, planning, quand, attendu] of [
  ['over a week-end', { semaine: bureau }, '2026-11-20T18:00+01:00', 'ouvert 2026-11-23 540 +3'],
  ['over a closure', { semaine: bureau, exceptions: [aout] }, '2026-07-31T19:00+02:00', 'ouvert 2026-08-24 540 +24'],
  ['into a closure', { semaine: sem('tous 0-24'), exceptions: [aout] }, '2026-07-31T10:00+02:00', 'ferme 2026-08-01 0 +1'],
  ['over a holiday', { semaine: bureau, feries: 'ferme' }, '2026-12-24T19:00+01:00', 'ouvert 2026-12-28 540 +4'],
  ['to a holiday nobody knows about', { semaine: bureau }, '2026-12-24T19:00+01:00', 'inconnu 2026-12-25 540 +1'],
  ['to the day it opens again', { semaine: sem('tous 0-24'), fermeture: { type: 'PRO', du: '2026-01-01', reouverture: '2026-12-01' } }, '2026-11-20T10:00+01:00', 'ouvert 2026-12-01 0 +11'],
  ['to the end of the period', { semaine: sem('tous 0-24'), validite: { au: '2026-12-31' } }, '2026-11-20T10:00+01:00', 'inconnu 2027-01-01 0 +42'],
  ['never, for good', { semaine: bureau, fermeture: { type: 'DEF' } }, '2026-11-20T10:00+01:00', 'none'],
  ['never, always open', { semaine: sem('tous 0-24'), feries: 'normal' }, '2026-11-20T10:00+01:00', 'none'],
  ['never, nothing known', { semaine: [] }, '2026-11-20T10:00+01:00', 'none'],
  ['through two days that touch', { semaine: sem('lun 8-24', 'mar 0-20') }, '2026-11-16T10:00+01:00', 'ferme 2026-11-17 1200 +1'],
  ['through a change of reason', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-11-21', au: '2026-11-22' }] }, '2026-11-20T19:00+01:00', 'ouvert 2026-11-23 540 +3'],
] as const satisfies readonly (readonly [string, Planning, string, string])[]) test(`PLA-25 the next change ${titre}: ${attendu}`, () => {
  const { prochain } = statut(gele(planning), instant(quand), PARIS, { calendrier });
  assert.equal(prochain ? `${prochain.etat} ${prochain.jour} ${prochain.minute} +${prochain.dansJours}` : 'none', attendu);
});

test(`PLA-25 a change more than ${HORIZON} days away is not told`, () => {
  const planning = { semaine: sem('tous 0-24'), exceptions: [{ effet: 'fermeture', du: '2028-01-01', au: '2028-01-02' } as const] };
  assert.equal(statut(planning, instant('2026-11-20T10:00Z'), PARIS).prochain, undefined);
  assert.equal(statut(planning, instant('2027-11-20T10:00Z'), PARIS).prochain?.jour, '2028-01-01');
});

for (const [titre, ms] of [
  ['not a number', Number.NaN],
  ['infinite', Infinity],
  ['before the calendars', -1e15],
  ['after them', 1e18],
] as const) {
  test(`PLA-26 an instant that is ${titre} is unknown`, () => assert.deepEqual(statut({ semaine: bureau }, ms, PARIS), { etat: 'inconnu', raison: { code: 'instant-illisible' } }));
}
for (const zone of ['Europe/Lutece', '', 'x', '+25:00', 'paris']) {
  test(`PLA-26 in the zone « ${zone} » it is unknown`, () => assert.deepEqual(statut({ semaine: bureau }, 0, zone), { etat: 'inconnu', raison: { code: 'fuseau-inconnu' } }));
}

for (const [zone, quand, attendu] of [
  ['Europe/Paris', '2026-11-20T08:00Z', 'ouvert'],
  ['Indian/Reunion', '2026-11-20T04:59Z', 'ferme'],
  ['Indian/Reunion', '2026-11-20T05:00Z', 'ouvert'],
  ['America/Martinique', '2026-11-20T12:59Z', 'ferme'],
  ['America/Martinique', '2026-11-20T13:00Z', 'ouvert'],
  ['America/Guadeloupe', '2026-11-20T13:00Z', 'ouvert'],
  ['America/Cayenne', '2026-11-20T12:00Z', 'ouvert'],
  ['Indian/Mayotte', '2026-11-20T06:00Z', 'ouvert'],
  ['Pacific/Noumea', '2026-11-19T22:00Z', 'ouvert'],
  ['Pacific/Tahiti', '2026-11-20T19:00Z', 'ouvert'],
  ['America/Miquelon', '2026-11-20T12:00Z', 'ouvert'],
  ['America/Miquelon', '2026-07-20T10:59Z', 'ferme'],
  ['America/Miquelon', '2026-07-20T11:00Z', 'ouvert'],
  ['Pacific/Wallis', '2026-11-19T21:00Z', 'ouvert'],
  ['UTC', '2026-11-20T09:00Z', 'ouvert'],
] as const) test(`PLA-27 at ${quand} a place of ${zone} is ${attendu}`, () => assert.equal(statut({ semaine: bureau }, instant(quand), zone).etat, attendu));

test('PLA-27 the next change is told in the time of the place', () => {
  const { prochain } = statut({ semaine: bureau }, instant('2026-11-20T16:00Z'), 'Indian/Reunion');
  assert.deepEqual(prochain && [prochain.jour, prochain.jourSemaine, prochain.minute, prochain.instantMs], ['2026-11-23', 1, 540, instant('2026-11-23T09:00+04:00')]);
});

for (const [titre, lignes, quand, attendu] of [
  ['before the clocks go forward', ['lun-dim 9-18'], '2026-03-28T20:00+01:00', '2026-03-29T09:00+02:00'],
  ['after they went forward', ['lun-dim 9-18'], '2026-03-29T04:00+02:00', '2026-03-29T09:00+02:00'],
  ['a night that is an hour shorter', ['tous 20-8'], '2026-03-28T23:00+01:00', '2026-03-29T08:00+02:00'],
  ['a night that is an hour longer', ['tous 20-8'], '2026-10-24T23:00+02:00', '2026-10-25T08:00+01:00'],
  ['a range that begins in the hour that is not there', ['dim 2:30-5'], '2026-03-29T01:00+01:00', '2026-03-29T03:00+02:00'],
  ['a range that ends in the hour that is not there', ['dim 1-2:30'], '2026-03-29T01:30+01:00', '2026-03-29T03:00+02:00'],
  ['a range that ends in the hour that comes twice, the first time', ['dim 1-2:30'], '2026-10-25T02:00+02:00', '2026-10-25T02:30+02:00'],
  ['a range that ends in the hour that comes twice, in between', ['dim 1-2:30'], '2026-10-25T02:45+02:00', '2026-10-25T02:00+01:00'],
  ['a range that ends in the hour that comes twice, the second time', ['dim 1-2:30'], '2026-10-25T02:00+01:00', '2026-10-25T02:30+01:00'],
  ['a range that ends as the clocks go back', ['dim 1-3'], '2026-10-25T02:59+02:00', '2026-10-25T03:00+01:00'],
] as const) test(`PLA-27 the next change, ${titre}: ${attendu}`, () => {
  assert.equal(statut({ semaine: sem(...lignes) }, instant(quand), PARIS).prochain?.instantMs, instant(attendu));
});

for (const [zone, quand, attendu] of [
  ['America/Miquelon', '2026-03-08T05:30Z', '2026-03-08T11:00Z'],
  ['America/Miquelon', '2026-11-01T04:30Z', '2026-11-01T12:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:00Z', '2026-10-03T22:00Z'],
  ['Asia/Kathmandu', '2026-10-03T00:00Z', '2026-10-03T03:15Z'],
] as const) {
  test(`PLA-27 at 9 h it opens in ${zone}, whatever its clocks do`, () => assert.equal(statut({ semaine: sem('tous 9-18') }, instant(quand), zone).prochain?.instantMs, instant(attendu)));
}

/** The local time of a place, asked of the language for one instant: slow, and nothing of ours. */
function local(ms: number, zone: string): { readonly jour: string; readonly minute: number; readonly minuteSemaine: number } {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', weekday: 'short' }).formatToParts(ms).map(({ type, value }) => [type, value]));
  const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
  return { jour: `${parts['year']}-${parts['month']}-${parts['day']}`, minute, minuteSemaine: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday']!) * 1440 + minute };
}

const ZONES = [PARIS, 'Indian/Reunion', 'America/Martinique', 'America/Miquelon', 'Pacific/Noumea', 'Europe/London', 'Australia/Lord_Howe'];
test('PLA-21, PLA-27 at any minute of the year, in any zone, the state is that of the minute of the week', () => {
  fc.assert(fc.property(semaineQuelconque(['01', '02', '04', '08', '09'], 6), jourDe2026, fc.nat(1439), fc.constantFrom(...ZONES), (source, jour, minute, zone) => {
    const semaine = gele(merge(source));
    const ms = Date.parse(`${jour}T00:00Z`) + minute * 60_000;
    const at = local(ms, zone).minuteSemaine;
    const types = new Set(source.filter(({ debut, fin }) => (debut <= at && at < fin) || at + 10_080 < fin).map(({ type }) => type));
    const connue = source.some(({ type }) => ['01', '02', '09'].includes(type));
    const attendu = types.has('08') ? 'ferme' : types.has('01') || types.has('02') ? 'ouvert' : types.has('09') || !connue ? 'inconnu' : 'ferme';
    assert.equal(statut({ semaine }, ms, zone).etat, attendu);
  }), essais(1500));
});

test('PLA-25, PLA-27 until the next change the state is the same, and then it is another: minute by minute', () => {
  fc.assert(fc.property(semaineQuelconque(['01', '08', '09'], 5), jourDe2026, fc.nat(1439), fc.constantFrom(...ZONES), fc.boolean(), (source, jour, minute, zone, ferme) => {
    const planning: Planning = gele({ semaine: merge(source), ...(ferme && { feries: 'ferme', exceptions: [{ effet: 'fermeture', du: jour, au: jour, semaine: sem('lun-dim 12-14') }] } as const) });
    const ms = Date.parse(`${jour}T00:00Z`) + minute * 60_000;
    const { etat, prochain } = statut(planning, ms, zone, { calendrier });
    const fin = Math.min(prochain?.instantMs ?? Infinity, ms + 3 * 86_400_000);
    for (let at = ms; at < fin; at += 60_000) assert.equal(statut(planning, at, zone, { calendrier }).etat, etat);
    if (!prochain) return;
    const la = statut(planning, prochain.instantMs, zone, { calendrier });
    assert.deepEqual([la.etat, la.raison], [prochain.etat, prochain.raison]);
    assert.notEqual(prochain.etat, etat);
    const { jour: jourLocal, minute: minuteLocale } = local(prochain.instantMs, zone);
    assert.deepEqual([prochain.jour, prochain.minute], [jourLocal, minuteLocale]);
  }), essais(60));
});

test('PLA-25 the answer does not depend on what was asked before', () => {
  const planning = { semaine: bureau, exceptions: [aout], feries: 'ferme' } as const;
  const instants = Array.from({ length: 400 }, (_, i) => instant('2026-01-01T00:00Z') + i * 7919 * 60_000);
  const fraiches = instants.map((ms) => statut({ ...planning }, ms, PARIS, { calendrier }));
  assert.deepEqual([...instants].reverse().map((ms) => statut(planning, ms, PARIS, { calendrier })).reverse(), fraiches);
});

test('PLA-25 seconds do not count, and the last millisecond of a range is in it', () => {
  assert.equal(statut({ semaine: bureau }, instant('2026-11-20T12:00+01:00') - 1, PARIS).etat, 'ouvert');
  assert.equal(statut({ semaine: bureau }, instant('2026-11-20T12:00+01:00'), PARIS).etat, 'ferme');
  assert.equal(statut({ semaine: bureau }, instant('2026-11-20T11:59:30+01:00'), PARIS).prochain?.instantMs, instant('2026-11-20T12:00+01:00'));
});
