import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ecrireFiche, lireFiche } from '../../../../src/engine/planning/conversion/horaires-de-fiche.ts';
import { lireHoraires } from '../../../../src/engine/planning/conversion/horaire.ts';
import { fusionner } from '../../../../src/engine/planning/semaine.ts';

const lundi = { typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:30' };
const mardi = { ...lundi, jourSemaine: 2 };
const conges = { typePlageHoraire: '08', debutDateEffective: '2026-08-01', finDateEffective: '2026-08-23', commentaire: 'congés annuels' };
const quinzaine = { ...lundi, jourSemaine: 6, frequencePlageHoraire: 'une semaine sur deux' };
const inversee = { ...lundi, jourSemaine: 4, heureDebut: '18:00', heureFin: '14:00' };
const ouverture = { debut: 0, fin: 0, type: '01' };
const neuf = { ...ouverture, debut: 540, fin: 750 };

test('PLA-34 the week of a fiche is read apart from what it does not hold', () => {
  const { planning, reste } = lireFiche([conges, lundi, quinzaine, inversee, mardi]);
  assert.deepEqual(planning.semaine, [neuf, { ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(reste, [conges, quinzaine, inversee]);
  assert.deepEqual(planning.exceptions, [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' }]);
});

test('PLA-34 the same week gives the same list, whatever is in it', () => {
  const horaires = [quinzaine, mardi, conges, lundi, lundi];
  assert.equal(ecrireFiche(horaires, lireFiche(horaires).planning.semaine), horaires);
});

test('PLA-34 another week keeps what the week does not hold, and records that still say the same', () => {
  const complete = { ...mardi, idPlageHoraire: 'p-2', dateDeclaration: '2026-01-01T08:00:00Z' };
  const ecrits = ecrireFiche([conges, lundi, complete, quinzaine, inversee], [{ ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(ecrits, [complete, conges, quinzaine, inversee]);
  assert.equal(ecrits[0], complete);
});

test('PLA-34 a record whose hours change keeps its identifier and its remark', () => {
  const porteur = { ...lundi, idPlageHoraire: 'p-1', commentaire: 'sur appel' };
  assert.deepEqual(ecrireFiche([porteur], [{ ...neuf, fin: 720 }]), [{ ...porteur, heureFin: '12:00' }]);
});

test('PLA-34 the period of the week stays on the ranges that are added', () => {
  const periode = { debutDateEffective: '2026-01-01', finDateEffective: '2026-12-31' };
  const ecrits = ecrireFiche([{ ...lundi, ...periode }], [neuf, { ...neuf, debut: 1980, fin: 2190 }]);
  assert.deepEqual(ecrits, [{ ...lundi, ...periode }, { ...mardi, ...periode }]);
  assert.deepEqual(lireFiche(ecrits).planning.validite, { du: '2026-01-01', au: '2026-12-31' });
});

test('PLA-34 a night stays one record while it is the same, and is cut at midnight when it is new', () => {
  const nuit = { typePlageHoraire: '01', jourSemaine: 5, heureDebut: '22:00', heureFin: '06:00' };
  const plage = { debut: 4 * 1440 + 1320, fin: 5 * 1440 + 360, type: '01' };
  assert.deepEqual(lireFiche([nuit]).planning.semaine, [plage]);
  assert.deepEqual(ecrireFiche([nuit], [neuf, plage]), [lundi, nuit]);
  assert.deepEqual(ecrireFiche([], [plage]), [{ ...nuit, heureFin: '24:00' }, { ...nuit, jourSemaine: 6, heureDebut: '00:00' }]);
});

for (const [what, value] of [['nothing', undefined], ['a text', 'lun-ven'], ['an object', {}], ['null', null]] as const) {
  test(`PLA-34 ${what} is an empty week, and takes a new one`, () => {
    assert.deepEqual(lireFiche(value), { planning: { semaine: [] }, reste: [], constats: [] });
    assert.deepEqual(ecrireFiche(value, [neuf]), [lundi]);
  });
}

test('PLA-34 what is no record is kept and said', () => {
  const { reste, constats } = lireFiche([null, 'x', lundi]);
  assert.deepEqual(reste, [null, 'x']);
  assert.equal(constats.length, 2);
  assert.deepEqual(ecrireFiche([null, 'x', lundi], []), [null, 'x']);
});

const horaire = fc.record({
  typePlageHoraire: fc.constantFrom('01', '04', '08'), jourSemaine: fc.integer({ min: 1, max: 7 }),
  heureDebut: fc.constantFrom('00:00', '08:45', '09:00', '14:00', '22:00'), heureFin: fc.constantFrom('06:00', '09:30', '12:30', '18:00', '24:00'),
  debutDateEffective: fc.constantFrom('2026-08-01', '2026-01-01'), commentaire: fc.constantFrom('congés', 'sur appel'), frequencePlageHoraire: fc.constant('1 sur 2'), idPlageHoraire: fc.string(),
}, { requiredKeys: ['jourSemaine', 'heureDebut', 'heureFin'] });
const semaine = fc.array(fc.record({ debut: fc.nat(2015), duree: fc.integer({ min: 1, max: 400 }), type: fc.constantFrom('01', '04', '08') }), { maxLength: 12 })
  .map((plages) => fusionner(plages.map(({ debut, duree, type }) => ({ debut: debut * 5, fin: (debut + duree) * 5, type }))));

test('PLA-34 random fiches: the week written is the week read again, and nothing beside it is lost', () => {
  fc.assert(fc.property(fc.array(horaire, { maxLength: 8 }), semaine, (horaires, voulue) => {
    const avant = lireFiche(horaires);
    const ecrits = ecrireFiche(horaires, voulue);
    const apres = lireFiche(ecrits);
    for (const reste of avant.reste) assert.ok(ecrits.includes(reste));
    if (avant.planning.validite === undefined && apres.planning.validite === undefined) {
      assert.deepEqual(apres.planning.semaine, voulue);
    }
    assert.deepEqual(ecrireFiche(ecrits, apres.planning.semaine), ecrits);
  }), { numRuns: 300 });
});

test('PLA-34 reads a fiche as the whole list is read', () => {
  fc.assert(fc.property(fc.array(horaire, { maxLength: 8 }), (horaires) => {
    assert.deepEqual(lireFiche(horaires).planning.semaine, lireHoraires(horaires).planning.semaine);
  }), { numRuns: 300 });
});
