import { expect } from '@open-wc/testing';
import { feries } from '../../src/engine/planning/feries.ts';
import { statut } from '../../src/engine/planning/statut.ts';
import { planning } from '../../src/i18n/fr/planning.ts';

/** What a browser shows is the time of the place, wherever the browser is: this file runs again in `Indian/Reunion`. */
describe('the planning engine in a browser', () => {
  const bureau = { semaine: [0, 1, 2, 3, 4].map((jour) => ({ debut: jour * 1440 + 540, fin: jour * 1440 + 1080, type: '01' })), feries: 'ferme' as const };
  const dit = (instant: string, zone: string): string => planning.statut(statut(bureau, Date.parse(instant), zone, { calendrier: { feries: (annee) => feries(annee, zone) } })).replaceAll('\u00a0', ' ');

  for (const [instant, zone, phrase] of [
    ['2026-03-27T16:59:00Z', 'Europe/Paris', 'Ouvert — ferme à 18 h'],
    ['2026-03-27T17:00:00Z', 'Europe/Paris', 'Fermé — ouvre lundi à 9 h'],
    ['2026-03-30T06:59:00Z', 'Europe/Paris', 'Fermé — ouvre à 9 h'],
    ['2026-03-30T07:00:00Z', 'Europe/Paris', 'Ouvert — ferme à 18 h'],
    ['2026-10-26T07:59:00Z', 'Europe/Paris', 'Fermé — ouvre à 9 h'],
    ['2026-10-26T05:00:00Z', 'Indian/Reunion', 'Ouvert — ferme à 18 h'],
    ['2026-07-14T10:00:00Z', 'Europe/Paris', 'Fermé — ouvre demain à 9 h'],
  ] as const) {
    it(`${instant} in ${zone}: ${phrase}`, () => { expect(dit(instant, zone)).to.equal(phrase); });
  }
});
