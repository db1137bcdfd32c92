import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feries } from '../../../src/engine/planning/feries.ts';
import { openPeriodes, planningOf, openingStatut, zoneOf } from '../../../src/engine/recherche/ouvertures.ts';

const PARIS = 'Europe/Paris';
const calendrier = (zone: string) => ({ feries: (annee: number) => feries(annee, zone) });
const semaine = [1, 2, 3, 4, 5].map((jourSemaine) => ({ typePlageHoraire: '01', jourSemaine, heureDebut: '09:00', heureFin: '17:00' }));
const offre = { horaire: semaine };
const etat = (contenu: object, instant: string, zone = PARIS, dessus: readonly object[] = []) => openingStatut(planningOf(contenu as never, dessus as never), Date.parse(instant), zone, calendrier(zone)).etat;

for (const [instant, zone, attendu] of [
  ['2026-03-10T07:59:00Z', PARIS, 'ferme'], ['2026-03-10T08:00:00Z', PARIS, 'ouvert'], ['2026-03-10T16:00:00Z', PARIS, 'ferme'],
  ['2026-07-07T07:00:00Z', PARIS, 'ouvert'], ['2026-03-14T10:00:00Z', PARIS, 'ferme'],
  ['2026-03-10T08:00:00Z', 'America/Martinique', 'ferme'], ['2026-03-10T13:00:00Z', 'America/Martinique', 'ouvert'],
] as const) {
  test(`REC-4 at ${instant} an offer open from 9 to 17 on workdays (${zone}): ${attendu}`, () => assert.equal(etat(offre, instant, zone), attendu));
}

test('REC-4 hours that nobody said are unknown: neither open nor closed, and never among what is open', () => {
  assert.equal(etat({}, '2026-03-10T10:00:00Z'), 'inconnu');
  assert.deepEqual(openPeriodes(planningOf({}), PARIS, Date.parse('2026-03-09T00:00:00Z'), Date.parse('2026-03-16T00:00:00Z'), calendrier(PARIS)), []);
});

test('REC-4 what is closed above closes what lies below, a final closing before any other', () => {
  const provisoire = { typeFermeture: 'PRO', dateFermeture: '2026-03-01', datePrevisionnelleReouverture: '2026-04-01' };
  const definitive = { typeFermeture: 'DEF', dateFermeture: '2026-03-05' };
  assert.equal(etat(offre, '2026-03-10T10:00:00Z', PARIS, [{}, definitive]), 'ferme');
  assert.deepEqual(planningOf({ ...offre, ...provisoire } as never, [definitive] as never).fermeture, { du: '2026-03-05', type: 'DEF' });
});

test('REC-4 the sure openings of a week are those that a look at each quarter of an hour finds', () => {
  const [de, a] = [Date.parse('2026-03-27T00:00:00Z'), Date.parse('2026-04-08T00:00:00Z')];
  const periodes = openPeriodes(planningOf(offre as never), PARIS, de, a, calendrier(PARIS));
  for (let at = de; at < a; at += 15 * 60_000) {
    assert.equal(periodes.some(({ debut, fin }) => debut <= at && at < fin), etat(offre, new Date(at).toISOString()) === 'ouvert', new Date(at).toISOString());
  }
  assert.ok(periodes.length >= 6);
});

test('the clock of an offer is the one of its département', () => {
  assert.deepEqual(['77', '2A', '972', '988', null].map(zoneOf), [PARIS, PARIS, 'America/Martinique', 'Pacific/Noumea', PARIS]);
});
