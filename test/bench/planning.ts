/** How many times a second the planning engine says whether a place is open, with the next change; and what the rest costs. */
import { readFhir } from '../../src/engine/planning/conversion/fhir.ts';
import { readOsm } from '../../src/engine/planning/conversion/osm-read.ts';
import { feries } from '../../src/engine/planning/feries.ts';
import { ajouter } from '../../src/engine/planning/operations.ts';
import type { Planning } from '../../src/engine/planning/planning.ts';
import { merge, normalize } from '../../src/engine/planning/semaine.ts';
import { statut } from '../../src/engine/planning/statut.ts';
import { median, round, type Table } from './report.ts';

const PARIS = 'Europe/Paris';
const calendrier = { feries: (annee: number) => feries(annee, PARIS) };
const bureau = [0, 1, 2, 3, 4].flatMap((jour) => [{ debut: jour * 1440 + 540, fin: jour * 1440 + 750, type: '01' }, { debut: jour * 1440 + 840, fin: jour * 1440 + 1080, type: '01' }]);
const cent = merge(Array.from({ length: 100 }, (_, i) => ({ debut: i * 100, fin: i * 100 + 45, type: '01' })));

const plannings: Readonly<Record<string, Planning>> = {
  'five days, lunch break': { semaine: bureau },
  'the same, holidays and a closure': { semaine: bureau, feries: 'ferme', exceptions: [{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23' }] },
  'a hundred ranges': { semaine: cent, feries: 'ferme' },
  '24 h a day, 7 days a week': { semaine: [{ debut: 0, fin: 10_080, type: '01' }] },
  'no hours': { semaine: [] },
};

/** Times a second, of a function called many times; the best of the rounds is the machine at rest, the median what to expect. */
function rate(times: number, act: (i: number) => unknown): readonly [median: string, best: string] {
  const rates = Array.from({ length: 7 }, () => {
    const begun = performance.now();
    for (let i = 0; i < times; i++) act(i);
    return (times / (performance.now() - begun)) * 1000;
  });
  return [round(median(rates) / 1000), round(Math.max(...rates) / 1000)];
}

export async function measurePlanning(): Promise<Table> {
  const spread = (i: number) => Date.UTC(2026, 0, 1) + ((i * 7919) % 525_600) * 60_000;
  const many = Array.from({ length: 1000 }, (): Planning => ({ semaine: bureau, feries: 'ferme' }));
  const osm = 'Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00; PH off; 2026 Aug 01-2026 Aug 23 off "congés"';
  const fhir = { availableTime: bureau.map(() => ({ daysOfWeek: ['mon'], availableStartTime: '09:00:00', availableEndTime: '12:00:00' })) };
  return {
    title: 'Planning: thousands a second',
    head: ['what', 'median', 'best'],
    rows: [
      ...Object.entries(plannings).map(([what, planning]) => [`status: ${what}`, ...rate(200_000, (i) => statut(planning, spread(i), PARIS, { calendrier }))]),
      ['status of 1,000 places, one instant each', ...rate(50_000, (i) => statut(many[i % 1000]!, spread(i % 7), PARIS, { calendrier }))],
      ['status of places met for the first time', ...rate(5_000, (i) => statut({ semaine: bureau, feries: 'ferme' }, spread(i), PARIS, { calendrier }))],
      ['a range added to ten', ...rate(50_000, () => ajouter(bureau, { debut: 8000, fin: 8060, type: '01' }))],
      ['a range added to a hundred', ...rate(10_000, () => ajouter(cent, { debut: 50, fin: 90, type: '01' }))],
      ['a week of a hundred ranges read', ...rate(10_000, () => normalize(cent))],
      ['a text of OpenStreetMap read', ...rate(10_000, () => readOsm(osm))],
      ['ten records of FHIR read', ...rate(10_000, () => readFhir(fhir))],
    ],
    notes: ['Instants are spread over a year, in the zone of the place, both changes of clock among them. The aim was 200 thousand status a second.'],
  };
}
