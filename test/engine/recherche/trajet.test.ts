import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceKm, estimatedDuree, reachKm } from '../../../src/engine/recherche/trajet.ts';

const notreDame = { latitude: 48.853, longitude: 2.3499 };
const moyens = ['voiture', 'velo', 'marche'] as const;

for (const [lieu, latitude, longitude, km] of [
  ['la tour Eiffel', 48.8584, 2.2945, 4.1], ['Meaux', 48.9601, 2.8786, 40.4], ['Lyon', 45.764, 4.8357, 391.6], ['Saint-Denis de La Réunion', -20.8789, 55.4481, 9_376],
] as const) {
  test(`from Notre-Dame de Paris to ${lieu}: ${km} km, within one in a hundred`, () => {
    const found = distanceKm(notreDame, { latitude, longitude });
    assert.ok(Math.abs(found - km) <= km / 100, String(found));
  });
}

test('a distance is the same both ways, and nothing from a place to itself', () => {
  const point = fc.record({ latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }) });
  fc.assert(fc.property(point, point, (a, b) => {
    assert.ok(Math.abs(distanceKm(a, b) - distanceKm(b, a)) < 1e-6);
    assert.equal(distanceKm(a, a), 0);
    assert.ok(distanceKm(a, b) <= 20_016);
  }));
});

test('REC-9 a travel time never gets shorter as the distance grows', () => {
  fc.assert(fc.property(fc.constantFrom(...moyens), fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), (moyen, a, b) => {
    const [court, long] = a < b ? [a, b] : [b, a];
    assert.ok(estimatedDuree(court, moyen) <= estimatedDuree(long, moyen));
  }));
});

for (const [moyen, km, de, a] of [
  ['voiture', 1, 6, 12], ['voiture', 10, 20, 40], ['voiture', 40, 50, 85], ['velo', 5, 20, 35], ['marche', 1, 12, 20],
] as const) {
  test(`REC-9 ${km} km (${moyen}) are between ${de} and ${a} minutes`, () => {
    const minutes = estimatedDuree(km, moyen);
    assert.ok(Number.isInteger(minutes) && minutes >= de && minutes <= a, String(minutes));
  });
}

test('the reach of a time is the farthest distance that fits into it', () => {
  for (const moyen of moyens) for (const minutes of [10, 30, 60, 120]) {
    const km = reachKm(minutes, moyen);
    assert.ok(estimatedDuree(km, moyen) <= minutes);
    assert.ok(estimatedDuree(km + 0.1, moyen) >= minutes, `${moyen} ${minutes}`);
  }
});
