import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeFiche, writePlanning, readFiche } from '../../../../src/engine/planning/conversion/horaires-de-fiche.ts';
import { readHoraires } from '../../../../src/engine/planning/conversion/horaire.ts';
import type { Exception } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';

const lundi = { typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:30' };
const mardi = { ...lundi, jourSemaine: 2 };
const conges = { typePlageHoraire: '08', debutDateEffective: '2026-08-01', finDateEffective: '2026-08-23', commentaire: 'congés annuels' };
const quinzaine = { ...lundi, jourSemaine: 6, frequencePlageHoraire: 'une semaine sur deux' };
const inversee = { ...lundi, jourSemaine: 4, heureDebut: '18:00', heureFin: '14:00' };
const ouverture = { debut: 0, fin: 0, type: '01' };
const neuf = { ...ouverture, debut: 540, fin: 750 };

test('PLA-34 the week of a fiche is read apart from what it does not hold', () => {
  const { planning, reste } = readFiche([conges, lundi, quinzaine, inversee, mardi]);
  assert.deepEqual(planning.semaine, [neuf, { ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(reste, [conges, quinzaine, inversee]);
  assert.deepEqual(planning.exceptions, [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' }]);
});

test('PLA-34 the same week gives the same list, whatever is in it', () => {
  const horaires = [quinzaine, mardi, conges, lundi, lundi];
  assert.equal(writeFiche(horaires, readFiche(horaires).planning.semaine), horaires);
});

test('PLA-34 another week keeps what the week does not hold, and records that still say the same', () => {
  const complete = { ...mardi, idPlageHoraire: 'p-2', dateDeclaration: '2026-01-01T08:00:00Z' };
  const ecrits = writeFiche([conges, lundi, complete, quinzaine, inversee], [{ ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(ecrits, [complete, conges, quinzaine, inversee]);
  assert.equal(ecrits[0], complete);
});

test('PLA-34 a record whose hours change keeps its identifier and its remark', () => {
  const porteur = { ...lundi, idPlageHoraire: 'p-1', commentaire: 'sur appel' };
  assert.deepEqual(writeFiche([porteur], [{ ...neuf, fin: 720 }]), [{ ...porteur, heureFin: '12:00' }]);
});

test('PLA-34 the period of the week stays on the ranges that are added', () => {
  const periode = { debutDateEffective: '2026-01-01', finDateEffective: '2026-12-31' };
  const ecrits = writeFiche([{ ...lundi, ...periode }], [neuf, { ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(ecrits, [{ ...lundi, ...periode }, { ...mardi, ...periode }]);
  assert.deepEqual(readFiche(ecrits).planning.validite, { du: '2026-01-01', au: '2026-12-31' });
});

test('PLA-34 a night stays one record while it is the same, and is cut at midnight when it is new', () => {
  const nuit = { typePlageHoraire: '01', jourSemaine: 5, heureDebut: '22:00', heureFin: '06:00' };
  const plage = { debut: 4 * 1440 + 1320, fin: 5 * 1440 + 360, type: '01' };
  assert.deepEqual(readFiche([nuit]).planning.semaine, [plage]);
  assert.deepEqual(writeFiche([nuit], [neuf, plage]), [lundi, nuit]);
  assert.deepEqual(writeFiche([], [plage]), [{ ...nuit, heureFin: '24:00' }, { ...nuit, jourSemaine: 6, heureDebut: '00:00' }]);
});

for (const [what, value] of [['nothing', undefined], ['a text', 'lun-ven'], ['an object', {}], ['null', null]] as const) {
  test(`PLA-34 ${what} is an empty week, and takes a new one`, () => {
    assert.deepEqual(readFiche(value), { planning: { semaine: [] }, reste: [], constats: [] });
    assert.deepEqual(writeFiche(value, [neuf]), [lundi]);
  });
}

test('PLA-34 what is no record is kept and said', () => {
  const { reste, constats } = readFiche([null, 'x', lundi]);
  assert.deepEqual(reste, [null, 'x']);
  assert.equal(constats.length, 2);
  assert.deepEqual(writeFiche([null, 'x', lundi], []), [null, 'x']);
});

const horaire = fc.record({
  typePlageHoraire: fc.constantFrom('01', '04', '08'), jourSemaine: fc.integer({ min: 1, max: 7 }),
  heureDebut: fc.constantFrom('00:00', '08:45', '09:00', '14:00', '22:00'), heureFin: fc.constantFrom('06:00', '09:30', '12:30', '18:00', '24:00'),
  debutDateEffective: fc.constantFrom('2026-08-01', '2026-01-01'), commentaire: fc.constantFrom('congés', 'sur appel'), frequencePlageHoraire: fc.constant('1 sur 2'), idPlageHoraire: fc.string(),
}, { requiredKeys: ['jourSemaine', 'heureDebut', 'heureFin'] });
const semaine = fc.array(fc.record({ debut: fc.nat(2015), duree: fc.integer({ min: 1, max: 400 }), type: fc.constantFrom('01', '04', '08') }), { maxLength: 12 })
  .map((plages) => merge(plages.map(({ debut, duree, type }) => ({ debut: debut * 5, fin: (debut + duree) * 5, type }))));

test('PLA-34 random fiches: the week written is the week read again, and nothing beside it is lost', () => {
  fc.assert(fc.property(fc.array(horaire, { maxLength: 8 }), semaine, (horaires, voulue) => {
    const avant = readFiche(horaires);
    const ecrits = writeFiche(horaires, voulue);
    const apres = readFiche(ecrits);
    for (const reste of avant.reste) assert.ok(ecrits.includes(reste));
    if (avant.planning.validite === undefined && apres.planning.validite === undefined) {
      assert.deepEqual(apres.planning.semaine, voulue);
    }
    assert.deepEqual(writeFiche(ecrits, apres.planning.semaine), ecrits);
  }), { numRuns: 300 });
});

test('PLA-34 reads a fiche as the whole list is read', () => {
  fc.assert(fc.property(fc.array(horaire, { maxLength: 8 }), (horaires) => {
    assert.deepEqual(readFiche(horaires).planning.semaine, readHoraires(horaires).planning.semaine);
  }), { numRuns: 300 });
});

const noel = { typePlageHoraire: '08', debutDateEffective: '2026-12-24', finDateEffective: '2026-12-26' };
const portes = { typePlageHoraire: '01', heureDebut: '10:00', heureFin: '16:00', debutDateEffective: '2026-06-13', finDateEffective: '2026-06-13', commentaire: 'portes ouvertes' };
const lues = (horaires: unknown): readonly Exception[] => readFiche(horaires).planning.exceptions ?? [];

test('PLA-34 the same planning gives the same list, exceptions in it', () => {
  const horaires = [conges, lundi, portes, quinzaine, inversee, noel];
  const { planning: { semaine, exceptions = [] } } = readFiche(horaires);
  assert.equal(exceptions.length, 3);
  assert.equal(writePlanning(horaires, { semaine, exceptions: exceptions.toReversed() }).horaires, horaires);
});

test('PLA-34 an exception that goes takes its own records with it, and no other', () => {
  const complets = { ...noel, idPlageHoraire: 'p-9', dateDeclaration: '2026-01-01T08:00:00Z' };
  const horaires = [conges, lundi, complets, quinzaine, inversee];
  const { planning: { semaine, exceptions = [] } } = readFiche(horaires);
  const { horaires: ecrits } = writePlanning(horaires, { semaine, exceptions: exceptions.filter(({ motif }) => motif === undefined) });
  assert.deepEqual(ecrits, [lundi, complets, quinzaine, inversee]);
  assert.equal(ecrits[1], complets);
});

test('PLA-34 `ouvertureFermeture: false` closes, stays as it is, and goes when its closing goes', () => {
  const ferme = { typePlageHoraire: '01', ouvertureFermeture: false, debutDateEffective: '2026-08-01', finDateEffective: '2026-08-23' };
  const { planning: { semaine, exceptions = [] } } = readFiche([lundi, ferme]);
  assert.deepEqual(exceptions, [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }]);
  assert.deepEqual(writePlanning([lundi, ferme], { semaine: [], exceptions }).horaires, [ferme]);
  assert.deepEqual(writePlanning([lundi, ferme], { semaine }).horaires, [lundi]);
});

test('PLA-34 a new opening is one record for all its days, and stays an exception beside an empty week', () => {
  const exception: Exception = { effet: 'ouverture', du: '2026-06-13', au: '2026-06-14', semaine: merge([1, 2, 3, 4, 5, 6, 7].map((n) => ({ debut: (n - 1) * 1440 + 600, fin: (n - 1) * 1440 + 960, type: '01' }))) };
  const { horaires } = writePlanning([], { semaine: [], exceptions: [exception] });
  assert.deepEqual(horaires, [{ typePlageHoraire: '01', heureDebut: '10:00', heureFin: '16:00', debutDateEffective: '2026-06-13', finDateEffective: '2026-06-14' }]);
  assert.deepEqual(readFiche(horaires).planning, { semaine: [], exceptions: [exception] });
});

test('PLA-34 what records can\u2019t say is said, and only of what is new', () => {
  const { horaires, constats } = writePlanning([lundi], { semaine: [neuf], feries: 'ferme', exceptions: [{ effet: 'ouverture', du: '2026-06-13', motif: 'fête' }] });
  assert.deepEqual(horaires, [lundi]);
  assert.deepEqual(constats, [{ code: 'non-dit', quoi: 'sans-heures', texte: 'fête' }, { code: 'non-dit', quoi: 'feries' }]);
});

test('PLA-30, PLA-34 the period of the week stays beside an opening outside of it that gives a reason, or holds for each day', () => {
  const horaires = [{ ...lundi, debutDateEffective: '2026-08-01' }];
  const { planning: { semaine: laSemaine, validite } } = readFiche(horaires);
  for (const autre of [{ motif: 'travaux', semaine: [neuf] }, { semaine: merge([0, 1, 2, 3, 4, 5, 6].map((n) => ({ debut: n * 1440 + 540, fin: n * 1440 + 750, type: '01' }))) }]) {
    const voulue: Exception = { effet: 'ouverture', du: '2026-02-01', au: '2026-02-28', ...autre };
    const { horaires: ecrits, constats } = writePlanning(horaires, { semaine: laSemaine, exceptions: [voulue] });
    assert.deepEqual(constats, []);
    assert.deepEqual(readFiche(ecrits).planning, { semaine: laSemaine, validite, exceptions: [voulue] });
  }
});

test('PLA-30, PLA-34 a week that no longer opens keeps its closing hours and loses its period, which is said', () => {
  const periode = { debutDateEffective: '2026-01-01', finDateEffective: '2026-12-31' };
  const ferme = { ...mardi, typePlageHoraire: '08', idPlageHoraire: 'p-3' };
  const { horaires, constats } = writePlanning([{ ...lundi, ...periode }, { ...ferme, ...periode }], { semaine: [{ debut: 1980, fin: 2190, type: '08' }] });
  assert.deepEqual(horaires, [ferme]);
  assert.deepEqual(constats, [{ code: 'non-dit', quoi: 'validite' }]);
});

const exception = fc.record({
  effet: fc.constantFrom('fermeture' as const, 'ouverture' as const), du: fc.constantFrom('2026-02-01', '2026-03-01', '2026-08-01'),
  au: fc.constantFrom('2026-08-01', '2026-09-05'), motif: fc.constantFrom('travaux', 'congés', 'fête'), heures: fc.option(semaine.filter((une) => une.length > 0), { nil: undefined }),
}).map(({ effet, heures, ...reste }): Exception => {
  const fermee = heures && merge(heures.map((plage) => ({ ...plage, type: '08' })));
  if (effet === 'fermeture') return { effet, ...reste, ...(fermee && { semaine: fermee }) };
  return { effet, ...reste, semaine: merge((heures ?? [neuf]).map((plage) => ({ ...plage, type: '01' }))) };
});
const exceptions = fc.uniqueArray(exception, { maxLength: 5, selector: ({ effet, du, au, motif, semaine: siennes }) => `${effet}${du}${au}${motif}${siennes === undefined}` });
const triees = (liste: readonly Exception[]) => liste.map((une) => JSON.stringify(Object.entries(une).sort())).sort();

test('PLA-34 random fiches: the exceptions written are the exceptions read again, and what is unreadable stays', () => {
  fc.assert(fc.property(fc.array(horaire, { maxLength: 8 }), exceptions, semaine, (horaires, voulues, laSemaine) => {
    const sauvages = [...horaires, quinzaine, inversee, null];
    const { horaires: ecrits } = writePlanning(sauvages, { semaine: laSemaine, exceptions: voulues });
    assert.deepEqual(triees(lues(ecrits)), triees(voulues));
    for (const garde of [quinzaine, inversee, null]) assert.ok(ecrits.includes(garde));
    const relu = readFiche(ecrits).planning;
    assert.equal(writePlanning(ecrits, relu).horaires, ecrits);
  }), { numRuns: 300 });
});
