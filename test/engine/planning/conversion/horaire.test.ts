import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Horaire } from '../../../../src/domain/horaire.ts';
import { writeHoraires, readHoraires, type Horaire as HoraireSansSchema } from '../../../../src/engine/planning/conversion/horaire.ts';
import type { Planning } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';
import { cas, dessinDe, gele, plages, sem } from '../vocabulaire.ts';

test('PLA-28 the record without its schema is the record of the model', () => {
  const aller = (un: Horaire): HoraireSansSchema => un;
  const retour = (un: HoraireSansSchema): Horaire => un;
  const champs = {
    typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:00', debutDateEffective: '2026-01-01', finDateEffective: '2026-12-31',
    ouvertureFermeture: true, frequencePlageHoraire: 'f', commentaire: 'c', dateDeclaration: '2026-01-01T08:00:00Z', idPlageHoraire: 'i',
  } satisfies Required<HoraireSansSchema>;
  assert.deepEqual(Object.keys(Horaire.shape).sort(), Object.keys(champs).sort());
  assert.deepEqual(retour(aller(Horaire.parse(champs))), champs);
});

/** `1 09:00 12:00 01` as a record; `-` for what is absent. */
const horaire = (texte: string, plus: Partial<Horaire> = {}): Horaire => {
  const [jour, debut, fin, type] = texte.split(' ').map((mot) => (mot === '-' ? undefined : mot));
  return { ...(jour !== undefined && { jourSemaine: Number(jour) }), ...(debut !== undefined && { heureDebut: debut }), ...(fin !== undefined && { heureFin: fin }), ...(type !== undefined && { typePlageHoraire: type }), ...plus };
};
const en = (du?: string, au?: string) => ({ ...(du !== undefined && { debutDateEffective: du }), ...(au !== undefined && { finDateEffective: au }) });

for (const { nom, semaine: lignes, horaires } of cas) {
  const semaine = gele(merge(plages(...lignes)));
  test(`PLA-28 ${nom}: records of the model, valid ones`, () => {
    const ecrits = writeHoraires({ semaine });
    assert.deepEqual(ecrits.horaires.map((un) => `${un.jourSemaine} ${un.heureDebut} ${un.heureFin} ${un.typePlageHoraire}`), horaires);
    assert.deepEqual(ecrits.constats, []);
    for (const un of ecrits.horaires) assert.equal(Horaire.safeParse(un).success, true);
  });
  test(`PLA-30 ${nom}: read again, the same week`, () => {
    assert.deepEqual(readHoraires(gele(horaires.map((un) => horaire(un)))), { planning: { semaine }, constats: [] });
  });
  test(`PLA-29 ${nom}: no record begins after its end, none crosses midnight`, () => {
    for (const un of writeHoraires({ semaine }).horaires) assert.ok(un.heureDebut! < un.heureFin!);
  });
}

for (const [titre, records, lignes] of [
  ['no type is an opening', ['1 09:00 12:00 -'], ['lun 9-12']],
  ['seconds of zero', ['1 09:00:00 12:00:00 01'], ['lun 9-12']],
  ['an unknown type is kept', ['1 09:00 12:00 42'], ['lun 9-12 type 42']],
  ['23:59 is midnight', ['1 09:00 23:59 01'], ['lun 9-24']],
  ['23:59:59 is midnight', ['1 09:00 23:59:59 01'], ['lun 9-24']],
  ['24:00 is midnight', ['1 09:00 24:00 01'], ['lun 9-24']],
  ['00:00 to 00:00 is a whole day', ['1 00:00 00:00 01'], ['lun 0-24']],
  ['00:00 to 23:59 is a whole day', ['1 00:00 23:59 01'], ['lun 0-24']],
  ['an end at 00:00 is midnight', ['1 09:00 00:00 01'], ['lun 9-24']],
  ['an end before its beginning is a night', ['1 22:00 06:00 01'], ['lun 22-6']],
  ['a night of Sunday', ['7 22:00 06:00 01'], ['dim 22-6']],
  ['a night cut at midnight is one night', ['1 22:00 24:00 01', '2 00:00 06:00 01'], ['lun 22-6']],
  ['records that overlap are one range', ['1 09:00 12:00 01', '1 11:00 14:00 01'], ['lun 9-14']],
  ['a closure of each week', ['1 09:00 18:00 01', '1 12:00 14:00 08'], ['lun 9-18', 'lun 12-14 type 08']],
  ['a closed day of each week', ['1 09:00 18:00 01', '7 - - 08'], ['lun 9-18', 'dim 0-24 type 08']],
  ['seven days of 24 hours', [1, 2, 3, 4, 5, 6, 7].map((jour) => `${jour} 00:00 24:00 01`), ['tous 0-24']],
] as const) test(`PLA-29, PLA-30 ${titre}`, () => {
  const { planning, constats } = readHoraires(gele(records.map((un) => horaire(un))));
  assert.equal(dessinDe(planning.semaine), dessinDe(plages(...lignes)));
  assert.deepEqual(constats.filter(({ code }) => code !== 'fusion'), []);
});

for (const [titre, record, attendu] of [
  ['no day and no date', horaire('- 09:00 12:00 01'), { code: 'non-repris', quoi: 'jour', rang: 1 }],
  ['no hours', horaire('1 - - 01'), { code: 'non-repris', quoi: 'heures', rang: 1 }],
  ['no beginning', horaire('1 - 12:00 01'), { code: 'illisible', rang: 1, texte: 'undefined-12:00' }],
  ['no end', horaire('1 09:00 - 01'), { code: 'illisible', rang: 1, texte: '09:00-undefined' }],
  ['an hour that no clock shows', horaire('1 09:00 25:00 01'), { code: 'illisible', rang: 1, texte: '09:00-25:00' }],
  ['a beginning at 24:00', horaire('1 24:00 06:00 01'), { code: 'illisible', rang: 1, texte: '24:00-06:00' }],
  ['a day that is none', horaire('8 09:00 12:00 01'), { code: 'illisible', rang: 1 }],
  ['an end on its beginning', horaire('1 09:00 09:00 01'), { code: 'duree-nulle', rang: 1 }],
  ['an end just before its beginning', horaire('1 18:00 17:00 01'), { code: 'inversee', rang: 1 }],
  ['one week in two', horaire('1 09:00 12:00 01', { frequencePlageHoraire: 'semaines paires' }), { code: 'non-repris', quoi: 'frequence', rang: 1, texte: 'semaines paires' }],
  ['a date that is none', horaire('1 09:00 12:00 01', en('2026-02-30')), { code: 'illisible', rang: 1 }],
  ['dates inverted', horaire('1 09:00 12:00 01', en('2026-08-23', '2026-08-01')), { code: 'inversee', rang: 1 }],
] as const) test(`PLA-28 ${titre} is said by its place, and the rest is kept`, () => {
  const { planning, constats } = readHoraires(gele([horaire('2 09:00 12:00 01'), record, horaire('3 09:00 12:00 01')]));
  assert.deepEqual(constats, [attendu]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('mar-mer 9-12')));
});

test('PLA-28 seconds and a remark are said, and the hours are kept', () => {
  const { planning, constats } = readHoraires([horaire('1 09:00:30 12:00 01', { commentaire: 'sur rendez-vous' })]);
  assert.deepEqual(constats, [{ code: 'non-repris', quoi: 'commentaire', rang: 0, texte: 'sur rendez-vous' }, { code: 'non-repris', quoi: 'secondes', rang: 0 }]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('lun 9-12')));
});

test('PLA-30 ouvertureFermeture closes, whatever the type says', () => {
  const { planning } = readHoraires([horaire('1 09:00 18:00 01'), horaire('1 12:00 14:00 01', { ouvertureFermeture: false }), horaire('2 09:00 12:00 01', { ouvertureFermeture: true })]);
  assert.equal(dessinDe(planning.semaine), dessinDe(plages('lun 9-18', 'lun 12-14 type 08', 'mar 9-12')));
});

const semaine = sem('lun-ven 9-12');
const base = [1, 2, 3, 4, 5].map((jour) => horaire(`${jour} 09:00 12:00 01`));
for (const [titre, plus, exceptions] of [
  ['a yearly closure', [horaire('- - - 08', en('2026-08-01', '2026-08-23'))], [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]],
  ['a yearly closure with its reason', [horaire('- - - 08', { ...en('2026-08-01', '2026-08-23'), commentaire: 'congés' })], [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés' }]],
  ['a closure until further notice', [horaire('- - - 08', en('2026-08-01'))], [{ effet: 'fermeture', du: '2026-08-01' }]],
  ['a closure of mornings', [horaire('- 08:00 13:00 08', en('2026-08-01', '2026-08-23'))], [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', semaine: sem('tous 8-13 type 08') }]],
  ['a closure of Mondays', [horaire('1 - - 08', en('2026-08-01', '2026-08-23'))], [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', semaine: sem('lun 0-24 type 08') }]],
  ['a special opening', [horaire('6 10:00 16:00 01', en('2026-11-21', '2026-11-21'))], [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 10-16') }]],
  ['a special opening, whatever the day', [horaire('- 18:00 20:00 01', en('2026-12-07', '2026-12-11'))], [{ effet: 'ouverture', du: '2026-12-07', au: '2026-12-11', semaine: sem('tous 18-20') }]],
  ['two ranges of the same dates', [horaire('6 09:00 12:00 01', en('2026-11-21', '2026-11-21')), horaire('6 14:00 18:00 01', en('2026-11-21', '2026-11-21'))], [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 9-12 14-18') }]],
  ['two periods', [horaire('- - - 08', en('2026-08-01', '2026-08-23')), horaire('- - - 08', en('2026-12-24', '2026-12-26'))], [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }, { effet: 'fermeture', du: '2026-12-24', au: '2026-12-26' }]],
  ['two reasons for the same dates', [horaire('6 09:00 12:00 01', { ...en('2026-11-21', '2026-11-21'), commentaire: 'portes ouvertes' }), horaire('7 09:00 12:00 01', en('2026-11-21', '2026-11-21'))],
    [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 9-12'), motif: 'portes ouvertes' }, { effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('dim 9-12') }]],
] as const) {
  test(`PLA-30 ${titre} is an exception`, () => assert.deepEqual(readHoraires(gele([...base, ...plus])), { planning: { semaine, exceptions }, constats: [] }));
  test(`PLA-28 ${titre}: written and read again`, () => {
    const { horaires, constats } = writeHoraires({ semaine, exceptions });
    assert.deepEqual(constats, []);
    assert.deepEqual(readHoraires(horaires), { planning: { semaine, exceptions }, constats: [] });
  });
}

for (const [titre, records, attendu] of [
  ['all records of one period', base.map((un) => ({ ...un, ...en('2026-01-01', '2026-12-31') })), { semaine, validite: { du: '2026-01-01', au: '2026-12-31' } }],
  ['all records from a day on', base.map((un) => ({ ...un, ...en('2026-01-01') })), { semaine, validite: { du: '2026-01-01' } }],
  ['a period that holds another', [...base.map((un) => ({ ...un, ...en('2026-01-01', '2026-12-31') })), horaire('6 09:00 12:00 01', en('2026-03-01', '2026-03-31'))],
    { semaine, validite: { du: '2026-01-01', au: '2026-12-31' }, exceptions: [{ effet: 'ouverture', du: '2026-03-01', au: '2026-03-31', semaine: sem('sam 9-12') }] }],
  ['two seasons: none is the week', [horaire('1 09:00 12:00 01', en('2026-01-01', '2026-06-30')), horaire('1 10:00 13:00 01', en('2026-07-01', '2026-12-31'))],
    { semaine: [], exceptions: [{ effet: 'ouverture', du: '2026-01-01', au: '2026-06-30', semaine: sem('lun 9-12') }, { effet: 'ouverture', du: '2026-07-01', au: '2026-12-31', semaine: sem('lun 10-13') }] }],
] as const) test(`PLA-30 ${titre}`, () => assert.deepEqual(readHoraires(gele(records)).planning, attendu));

for (const [titre, planning, attendus] of [
  ['a rule for holidays', { semaine, feries: 'ferme' }, ['feries']],
  ['a rule for school holidays', { semaine, vacances: 'ferme' }, ['vacances']],
  ['school holidays as usual', { semaine, vacances: 'normal' }, []],
  ['the closing of the structure', { semaine, fermeture: { type: 'DEF' } }, ['fermeture']],
  ['an opening without hours', { semaine, exceptions: [{ effet: 'ouverture', du: '2026-11-21', motif: 'nocturne' }] }, ['sans-heures']],
  ['other hours', { semaine, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun 8-14') }] }, ['remplacement']],
  ['a period of closing hours only', { semaine: [{ debut: 540, fin: 720, type: '08' }], validite: { du: '2026-01-01' } }, ['validite']],
  ['an opening beside no week, taken for the week', { semaine: [], exceptions: [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 9-12') }] }, ['validite']],
  ['a period of no hours', { semaine: [], validite: { du: '2026-01-01' } }, ['validite']],
  ['an opening outside the period', { semaine, validite: { du: '2026-01-01', au: '2026-06-30' }, exceptions: [{ effet: 'ouverture', du: '2026-11-21', au: '2026-11-21', semaine: sem('sam 9-12') }] }, ['validite']],
  ['23:59', { semaine: sem('lun 9-23:59') }, ['derniere-minute']],
  ['nothing special', { semaine }, []],
] as const satisfies readonly (readonly [string, Planning, readonly string[]])[]) test(`PLA-28 ${titre}: ${attendus.join() || 'nothing is lost'}`, () => {
  assert.deepEqual(writeHoraires(gele(planning)).constats.map((constat) => (constat.code === 'non-dit' ? constat.quoi : constat.code)), attendus);
});

test('PLA-28 hours instead of others are written as closures of what was open and openings of the rest', () => {
  const { horaires } = writeHoraires({ semaine: sem('lun 9-18'), exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-08-31', semaine: sem('lun 8-14') }] });
  assert.deepEqual(horaires.slice(1).map((un) => `${un.jourSemaine} ${un.heureDebut} ${un.heureFin} ${un.typePlageHoraire}`), ['1 08:00 14:00 01', '1 14:00 18:00 08']);
});

test('PLA-28 thousands of records are read, and too many ranges are said', () => {
  const { planning, constats } = readHoraires(Array.from({ length: 8000 }, (_, i) => horaire(`${i % 7 + 1} ${String(Math.floor(i / 7) % 24).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')} 24:00 01`)));
  assert.ok(planning.semaine.length <= 500);
  assert.deepEqual(constats.map(({ code }) => code), ['fusion']);
});
