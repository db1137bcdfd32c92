import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpeningHours from 'opening_hours';
import { readOsm } from '../../../../src/engine/planning/conversion/osm-read.ts';
import { writeOsm } from '../../../../src/engine/planning/conversion/osm-write.ts';
import type { Planning } from '../../../../src/engine/planning/planning.ts';
import { sameSemaine, merge } from '../../../../src/engine/planning/semaine.ts';
import type { Constat } from '../../../../src/engine/planning/types.ts';
import { cas, casPlannings, dessinDe, gele, plages, sem } from '../vocabulaire.ts';

const dits = (constats: readonly Constat[]) => constats.map((constat) => ('quoi' in constat ? `${constat.quoi}${constat.texte === undefined ? '' : ` ${constat.texte}`}` : constat.code));
const bureau = sem('lun-ven 9-12 14-18');
const BUREAU = 'Mo-Fr 09:00-12:00,14:00-18:00';

// --- Writing -------------------------------------------------------------------------------------------------------

for (const [titre, planning, texte, perdus] of [
  ['nothing', { semaine: [] }, '', []],
  ['a week', { semaine: bureau }, BUREAU, []],
  ['a closed weekday in the middle', { semaine: sem('lun-mar 9-12', 'jeu-ven 9-12') }, 'Mo,Tu,Th,Fr 09:00-12:00', []],
  ['all days', { semaine: sem('tous 9-12') }, '09:00-12:00', []],
  ['always', { semaine: sem('tous 0-24') }, '24/7', []],
  ['a night and a day: commas, or the day would cut the night', { semaine: sem('ven 22-6', 'sam 10-12') }, 'Fr 22:00-06:00, Sa 10:00-12:00', []],
  ['02 as an opening', { semaine: sem('lun 9-12 type 02') }, 'Mo 09:00-12:00', ['type 02']],
  ['a type it does not know', { semaine: sem('lun 9-12', 'lun 10-11 type 04', 'mar 9-12 type 06') }, 'Mo 09:00-12:00', ['type 04', 'type 06']],
  ['what is closed each week', { semaine: sem('lun 9-18', 'lun 12-14 type 08') }, 'Mo 09:00-12:00,14:00-18:00', []],
  ['closed for sure', { semaine: sem('lun 9-18', 'lun 8-20 type 08') }, 'off', []],
  ['to be specified', { semaine: sem('lun 9-12', 'sam 9-12 type 09') }, 'Mo 09:00-12:00, Sa 09:00-12:00 unknown', []],
  ['closed on holidays', { semaine: bureau, feries: 'ferme' }, `${BUREAU}; PH off`, []],
  ['holidays to be checked', { semaine: bureau, feries: 'a-verifier' }, `${BUREAU}; PH unknown`, []],
  ['holidays with hours', { semaine: bureau, feries: [{ debut: 540, fin: 720 }, { debut: 840, fin: 1440 }] }, `${BUREAU}; PH 09:00-12:00,14:00-24:00`, []],
  ['holidays with no hours', { semaine: bureau, feries: [] }, `${BUREAU}; PH off`, []],
  ['holidays as usual', { semaine: bureau, feries: 'normal' }, BUREAU, ['feries']],
  ['closed in school holidays', { semaine: bureau, vacances: 'ferme' }, `${BUREAU}; SH off`, []],
  ['school holidays as usual', { semaine: bureau, vacances: 'normal' }, BUREAU, []],
  ['a closure with its reason', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' }] }, `${BUREAU}; 2026 Aug 01-2026 Aug 23 off "congés annuels"`, []],
  ['a reason with quotes', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-01', motif: 'le "pont"' }] }, `${BUREAU}; 2026 Aug 01 off "le ’pont’"`, []],
  ['a closure of one day', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-05-15', au: '2026-05-15' }] }, `${BUREAU}; 2026 May 15 off`, []],
  ['a closure of some hours', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', semaine: sem('lun-ven 14-18') }] }, `${BUREAU}; 2026 Aug 01-2026 Aug 23 Mo-Fr 14:00-18:00 off`, []],
  ['a special opening', { semaine: bureau, exceptions: [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }] }, `${BUREAU}, 2026 Nov 21 Sa 10:00-16:00`, []],
  ['a special opening with its reason: the state is written, a remark alone would mean that it depends', { semaine: bureau, exceptions: [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16'), motif: 'portes ouvertes' }] }, `${BUREAU}, 2026 Nov 21 Sa 10:00-16:00 open "portes ouvertes"`, []],
  ['summer hours', { semaine: bureau, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }] }, `${BUREAU}; 2026 Jul 01-2026 Aug 31 off, 2026 Jul 01-2026 Aug 31 Mo-Fr 08:00-14:00`, []],
  ['summer hours that are not known', { semaine: bureau, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31' }] }, `${BUREAU}; 2026 Jul 01-2026 Aug 31 unknown`, []],
  ['the longest exception first', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-14', au: '2026-08-14' }, { effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] }, `${BUREAU}; 2026 Aug 01-2026 Aug 23 off; 2026 Aug 14 off`, []],
  ['a closure without an end', { semaine: bureau, exceptions: [{ effet: 'fermeture', du: '2026-08-01' }] }, `${BUREAU}; 2026 Aug 01-2199 Dec 31 off`, ['sans-fin']],
  ['an opening without hours', { semaine: bureau, exceptions: [{ effet: 'ouverture', du: '2026-08-01', au: '2026-08-02', motif: 'nocturne' }] }, BUREAU, ['sans-heures nocturne']],
  ['a period', { semaine: bureau, validite: { du: '2026-01-01', au: '2026-12-31' } }, 'unknown; 2026 Jan 01-2026 Dec 31 off; 2026 Jan 01-2026 Dec 31 Mo-Fr 09:00-12:00,14:00-18:00', []],
  ['a period of always', { semaine: sem('tous 0-24'), validite: { du: '2026-01-01', au: '2026-12-31' } }, 'unknown; 2026 Jan 01-2026 Dec 31 off; 2026 Jan 01-2026 Dec 31 00:00-24:00', []],
  ['a closing of the structure', { semaine: bureau, fermeture: { type: 'PRO', du: '2026-09-01', reouverture: '2026-10-01' } }, `${BUREAU}; 2026 Sep 01-2026 Sep 30 off`, ['fermeture']],
  ['nothing known but a closure', { semaine: [], exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] }, 'unknown; 2026 Aug 01-2026 Aug 23 off', []],
  ['23:59', { semaine: sem('lun 9-23:59') }, 'Mo 09:00-23:59', ['derniere-minute']],
] as const satisfies readonly (readonly [string, Planning, string, readonly string[]])[]) test(`PLA-33 ${titre} is written « ${texte} »`, () => {
  const ecrit = writeOsm(gele(planning));
  assert.equal(ecrit.texte, texte);
  assert.deepEqual(dits(ecrit.constats), perdus);
  if (texte) assert.doesNotThrow(() => new OpeningHours(texte, { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } }));
});

for (const { nom, planning, osm } of casPlannings) {
  test(`PLA-33 ${nom}: its text`, () => assert.equal(writeOsm(planning).texte, osm));
  test(`PLA-33 ${nom}: its text, read and written again, is the same`, () => {
    const lu = readOsm(osm);
    assert.deepEqual(lu.constats, []);
    assert.equal(writeOsm(lu.planning).texte, osm);
  });
}

// --- Reading -------------------------------------------------------------------------------------------------------

for (const { nom, semaine: lignes, osm } of cas) test(`PLA-33 ${nom}: what was written is read again`, () => {
  const semaine = merge(plages(...lignes));
  const perdu = semaine.some(({ type }) => !['01', '09'].includes(type));
  const { planning, constats } = readOsm(osm);
  assert.deepEqual(constats, []);
  if (!perdu) assert.ok(sameSemaine(planning.semaine, semaine), JSON.stringify(planning.semaine));
});

for (const [texte, lignes] of [
  // As the documentation of OpenStreetMap writes them
  ['24/7', ['tous 0-24']],
  ['Mo-Fr 08:00-17:30', ['lun-ven 8-17:30']],
  ['Mo-Fr 08:00-12:00,13:00-17:30', ['lun-ven 8-12 13-17:30']],
  ['Mo-Fr 08:00-12:00, 13:00-17:30', ['lun-ven 8-12 13-17:30']],
  ['Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00', ['lun-ven 8-12 13-17:30', 'sam 8-12']],
  ['Mo-Sa 10:00-20:00; Tu 10:00-14:00', ['lun 10-20', 'mar 10-14', 'mer-sam 10-20']],
  ['Mo-Sa 10:00-20:00; Tu off', ['lun 10-20', 'mer-sam 10-20']],
  ['Fr-Sa 20:00-02:00', ['ven-sam 20-2']],
  ['Fr-Sa 20:00-26:00', ['ven-sam 20-2']],
  ['Sa-Mo 10:00-12:00', ['sam-dim 10-12', 'lun 10-12']],
  ['Mo,We,Fr 09:00-12:00', ['lun 9-12', 'mer 9-12', 'ven 9-12']],
  ['Mo-We,Fr 09:00-12:00', ['lun-mer 9-12', 'ven 9-12']],
  ['09:00-12:00', ['tous 9-12']],
  ['Mo-Fr', ['lun-ven 0-24']],
  ['Mo-Fr open', ['lun-ven 0-24']],
  ['Mo-Fr 09:00-18:00 open', ['lun-ven 9-18']],
  ['Mo-Fr 09:00-18:00; We 12:00-14:00 off', ['lun-mar 9-18', 'mer 9-12 14-18', 'jeu-ven 9-18']],
  ['Sa,Su off; Mo-Fr 09:00-12:00', ['lun-ven 9-12']],
  ['Mo-Fr 09:00-12:00, We 14:00-18:00', ['lun-ven 9-12', 'mer 14-18']],
  ['Mo-Fr 09:00-12:00; We 14:00-18:00', ['lun-mar 9-12', 'mer 14-18', 'jeu-ven 9-12']],
  ['Mo 10:00-12:00, We 14:00-16:00 unknown', ['lun 10-12', 'mer 14-16 type 09']],
  ['Su-Th 22:00-06:00, Fr 22:00-08:00', ['dim 22-6', 'lun-jeu 22-6', 'ven 22-8']],
  ['Mo 00:00-24:00', ['lun 0-24']],
  ['Mo 09:00-23:59', ['lun 9-24']],
  ['Mo 09:00-12:00,11:00-14:00', ['lun 9-14']],
  ['Mo,Mo 09:00-12:00', ['lun 9-12']],
  // By hand
  ['Mo-Fr 9-12, 14-18', ['lun-ven 9-12 14-18']],
  ['mo-fr 9:00-18:00', ['lun-ven 9-18']],
  ['MO-FR 09:00-18:00', ['lun-ven 9-18']],
  ['Mo - Fr 09:00 - 12:00', ['lun-ven 9-12']],
  ['Mo–Fr 09:00–12:00', ['lun-ven 9-12']],
  ['Mo-Fr: 09:00-17:00', ['lun-ven 9-17']],
  ['Mon-Fri 09:00-17:00', ['lun-ven 9-17']],
  ['Monday-Friday 09:00-17:00', ['lun-ven 9-17']],
  ['Monday to Friday 9:00 to 17:00', ['lun-ven 9-17']],
  ['Mon.-Fri. 09:00-17:00', ['lun-ven 9-17']],
  ['Lu-Ve 9h-12h30,14h-18h', ['lun-ven 9-12:30 14-18']],
  ['lundi-vendredi 9h-12h30', ['lun-ven 9-12:30']],
  ['Lun-Ven 9h à 12h ; Sam 10h-12h', ['lun-ven 9-12', 'sam 10-12']],
  ['Ma,Je 14h-16h', ['mar 14-16', 'jeu 14-16']],
  ['Di fermé; Lu 9h-12h', ['lun 9-12']],
  ['mo-fr 9:00-18:00 sa 9:00-12:00', ['lun-ven 9-18', 'sam 9-12']],
  ['Mo 9:00-12:00 Tu 10:00-12:00 We 11:00-12:00', ['lun 9-12', 'mar 10-12', 'mer 11-12']],
  ['Mo,We,Fr 09:00-12:00;;', ['lun 9-12', 'mer 9-12', 'ven 9-12']],
  ['  Mo 09:00-12:00  ;  Tu 09:00-12:00  ', ['lun-mar 9-12']],
  ['Mo 09:00-12:00\nTu 09:00-12:00', ['lun-mar 9-12']],
  ['Mo 09:00-12:00;Tu 09:00-12:00', ['lun-mar 9-12']],
  ['Mo-Su 00:00-24:00', ['tous 0-24']],
  ['Mo-Su 00:00-23:59', ['tous 0-24']],
  ['closed', ['tous 0-24 type 08']],
  ['off', ['tous 0-24 type 08']],
  ['unknown', []],
  ['', []],
  [' ; ; ', []],
] as const) test(`PLA-33 « ${texte.replace('\n', '\\n')} » is read`, () => {
  const { planning, constats } = readOsm(texte);
  assert.deepEqual(constats, []);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages(...lignes)));
});

for (const [texte, attendu] of [
  ['Mo-Fr 09:00-12:00; PH off', { feries: 'ferme' }],
  ['Mo-Fr 09:00-12:00; PH closed', { feries: 'ferme' }],
  ['Mo-Fr 09:00-12:00; PH unknown', { feries: 'a-verifier' }],
  ['Mo-Fr 09:00-12:00; PH 10:00-12:00', { feries: [{ debut: 600, fin: 720 }] }],
  ['Mo-Fr,PH 09:00-12:00', { feries: [{ debut: 540, fin: 720 }] }],
  ['PH,Mo-Fr 09:00-12:00', { feries: [{ debut: 540, fin: 720 }] }],
  ['Mo-Fr 09:00-12:00; PH 10:00-12:00, PH 14:00-16:00', { feries: [{ debut: 600, fin: 720 }, { debut: 840, fin: 960 }] }],
  ['Mo-Fr 09:00-12:00; SH off', { vacances: 'ferme' }],
  ['Mo-Fr 09:00-12:00; SH,PH off', { feries: 'ferme', vacances: 'ferme' }],
  ['Mo-Fr 09:00-12:00; PH open', { feries: [{ debut: 0, fin: 1440 }] }],
  ['Mo-Fr 09:00-12:00; ph OFF', { feries: 'ferme' }],
  ['Mo-Fr 09:00-12:00; PH 20:00-26:00', { feries: [{ debut: 1200, fin: 1440 }] }],
] as const) test(`PLA-22, PLA-33 the holidays of « ${texte} »`, () => {
  assert.deepEqual(readOsm(texte), { planning: { semaine: sem('lun-ven 9-12'), ...attendu }, constats: [] });
});

const semaine = sem('lun-ven 9-12');
for (const [texte, exceptions] of [
  ['2026 Aug 01-2026 Aug 23 off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]],
  ['2026 Aug 1-23 off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]],
  ['2026 Aug 01-2026 Aug 23 off "congés; annuels"', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés; annuels' }]],
  ['2026 Aug off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-31' }]],
  ['2026 Jul-2026 Aug off', [{ effet: 'fermeture', du: '2026-07-01', au: '2026-08-31' }]],
  ['2026 Jul-Aug off', [{ effet: 'fermeture', du: '2026-07-01', au: '2026-08-31' }]],
  ['2028 Feb off', [{ effet: 'fermeture', du: '2028-02-01', au: '2028-02-29' }]],
  ['2026 Dec off', [{ effet: 'fermeture', du: '2026-12-01', au: '2026-12-31' }]],
  ['2026 Dec 24-2027 Jan 02 off', [{ effet: 'fermeture', du: '2026-12-24', au: '2027-01-02' }]],
  ['2026 Aug 01-2026 Aug 23: off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]],
  ['2026 August 1 - 2026 August 23 closed', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]],
  ['2026 May 01,2026 May 08 off', [{ effet: 'fermeture', du: '2026-05-01', au: '2026-05-01' }, { effet: 'fermeture', du: '2026-05-08', au: '2026-05-08' }]],
  ['2026 Aug 01-2026 Aug 23 Mo 09:00-10:00 off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', semaine: sem('lun 9-10 type 08') }]],
  ['2026 Jul 01-2026 Aug 31 08:00-14:00', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('tous 8-14') }]],
  ['2026 Jul 01-2026 Aug 31 off, 2026 Jul 01-2026 Aug 31 Mo-Fr 08:00-14:00', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun-ven 8-14') }]],
  ['2026 Jul 01-2026 Aug 31 Mo 08:00-14:00', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun 8-14', 'mar-ven 9-12') }]],
  ['2026 Jul 01-2026 Aug 31 unknown', [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: [{ debut: 0, fin: 10_080, type: '09' }] }]],
] as const) test(`PLA-33 the dates of « ${texte} »`, () => {
  const { planning, constats } = readOsm(`Mo-Fr 09:00-12:00; ${texte}`);
  assert.deepEqual({ planning, constats }, { planning: { semaine, exceptions }, constats: [] });
});

test('PLA-33 a rule with a comma opens besides', () => {
  assert.deepEqual(readOsm('Mo-Fr 09:00-12:00, 2026 Nov 21 Sa 10:00-16:00').planning.exceptions, [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }]);
});

for (const [texte, attendu] of [
  ['Aug off', [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-31' }]],
  ['Dec 24-Jan 02 off', [{ effet: 'fermeture', du: '2026-12-24', au: '2027-01-02' }]],
  ['Dec 25 off', [{ effet: 'fermeture', du: '2026-12-25', au: '2026-12-25' }]],
] as const) {
  test(`PLA-33 « ${texte} » has no year: it is said, or read in the year that is given`, () => {
    const sans = readOsm(`Mo-Fr 09:00-12:00; ${texte}`);
    assert.deepEqual(sans, { planning: { semaine }, constats: [{ code: 'non-repris', quoi: 'annee', rang: 1, texte }] });
    assert.deepEqual(readOsm(`Mo-Fr 09:00-12:00; ${texte}`, 2026), { planning: { semaine, exceptions: attendu }, constats: [] });
  });
}

for (const mauvaise of [
  'sunrise-sunset', 'Mo[1] 09:00-12:00', 'week 1-53/2 Mo 09:00-12:00', 'Mo-Fr 09:00+', 'Mo 25:00-26:00', 'Mo 09:61-10:00', 'easter off', 'Mo-Fr 09:00', 'Mo-Fr 09:00-12:00 || "appeler"', 'PH +1 day off', 'Mo-Xx 09:00-12:00', 'sur rendez-vous', 'Mo 9-12-14',
  '2026 Feb 30 off', '2026 Aug 01 PH off', 'Mo 18:00-17:00', '???', 'Mo-Fr 09:00-12:00 sauf mercredi', '"guillemet', 'Mo "a" "b"', '2026 off', '09:00', '24/8', 'Mo 09:00-49:00',
]) test(`PLA-28, PLA-33 « ${mauvaise} » is said with its text and its place, and the rest is kept`, () => {
  for (const [texte, rang, lignes] of [[`Tu 09:00-12:00; ${mauvaise}`, 1, ['mar 9-12']], [mauvaise.includes('"g') ? '"guillemet' : `${mauvaise}; We 09:00-12:00`, 0, mauvaise.includes('"g') ? [] : ['mer 9-12']]] as const) {
    const { planning, constats } = readOsm(texte);
    assert.deepEqual(constats, [{ code: 'illisible', rang, texte: mauvaise }]);
    assert.equal(dessinDe(planning.semaine), dessinDe(plages(...lignes)));
  }
});

test('PLA-28 dates inverted are said', () => assert.deepEqual(readOsm('2026 Aug 23-2026 Aug 01 off').constats, [{ code: 'inversee', rang: 0, texte: '2026 Aug 23-2026 Aug 01 off' }]));

test('PLA-28 a remark of the week is said, and its hours are kept', () => {
  assert.deepEqual(readOsm('Mo-Fr 09:00-12:00 open "sur rendez-vous"'), { planning: { semaine }, constats: [{ code: 'non-repris', quoi: 'commentaire', rang: 0, texte: 'sur rendez-vous' }] });
});

test('PLA-26, PLA-33 a remark in the place of a state means that it depends: the hours are to be specified', () => {
  assert.deepEqual(readOsm('Mo-Fr 09:00-12:00 "sur rendez-vous"'), { planning: { semaine: sem('lun-ven 9-12 type 09') }, constats: [{ code: 'non-repris', quoi: 'commentaire', rang: 0, texte: 'sur rendez-vous' }] });
});

test('PLA-20, PLA-28 a longer period after a shorter one would have the last word there, and not here: it is said', () => {
  const { constats } = readOsm('Mo-Fr 09:00-12:00; 2026 Aug 14 10:00-11:00; 2026 Aug 01-2026 Aug 31 off');
  assert.deepEqual(dits(constats), ['ordre 2026 Aug 01-2026 Aug 31 off']);
  assert.deepEqual(readOsm('Mo-Fr 09:00-12:00; 2026 Aug 01-2026 Aug 31 off; 2026 Aug 14 10:00-11:00').constats, []);
});
