/** The words of the tests of the planning: weeks written in one line, weeks as minutes, random weeks, other time zones. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Exception, Planning, Regle } from '../../../src/engine/planning/planning.ts';
import type { Jour, Plage, Semaine } from '../../../src/engine/planning/types.ts';

const NOMS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];

/** `9`, `9:30`, `24` as minutes. */
export const min = (texte: string): number => {
  const [h, m = '0'] = texte.split(':');
  return Number(h) * 60 + Number(m);
};

/** The days of `lun-ven`, `sam`, `dim-lun`, `tous`. */
export function joursDe(texte: string): Jour[] {
  if (texte === 'tous') return [1, 2, 3, 4, 5, 6, 7];
  const [de, a = de] = texte.split('-').map((nom) => NOMS.indexOf(nom) + 1);
  if (!de || !a) throw new Error(`No such days: ${texte}`);
  const jours: number[] = [de];
  while (jours.at(-1) !== a) jours.push(jours.at(-1)! % 7 + 1);
  return jours as Jour[];
}

/** `sem('lun-ven 9-12:30 14-18', 'sam 22-6', 'mar 9-12 type 04')`: the plainest reading, one range after another, nothing merged. */
export function plages(...lignes: readonly string[]): Plage[] {
  return lignes.flatMap((ligne) => {
    const [avant, type = '01'] = ligne.split(' type ');
    const [jours, ...heures] = avant!.split(' ');
    return joursDe(jours!).flatMap((jour) => heures.map((heure) => {
      const [debut, fin] = heure.split('-').map(min) as [number, number];
      const zero = (jour - 1) * 1440;
      return { debut: zero + debut, fin: zero + (fin > debut ? fin : fin + 1440), type };
    }));
  });
}

/** A week whose ranges do not touch: sorted, and frozen to the bottom. */
export const sem = (...lignes: readonly string[]): Semaine => gele(plages(...lignes).sort((a, b) => a.debut - b.debut || a.fin - b.fin || (a.type < b.type ? -1 : 1)));

export const plage = (ligne: string): Plage => plages(ligne)[0]!;

/** Frozen to the bottom: who changes it in place throws. */
export function gele<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(gele);
  }
  return value;
}

/** A week as the plainest model: for each type, one mark per minute. */
export type Minutes = ReadonlyMap<string, Uint8Array>;

export function minutes(semaine: readonly Plage[]): Map<string, Uint8Array> {
  const marks = new Map<string, Uint8Array>();
  for (const { debut, fin, type } of semaine) {
    const row = marks.get(type) ?? new Uint8Array(10_080);
    marks.set(type, row);
    for (let at = debut; at < fin; at++) row[at % 10_080] = 1;
  }
  return marks;
}

/** The minutes as text, for a readable difference: `01: 540-750 840-1080`. */
export const dessin = (marks: Minutes): string => [...marks].filter(([, row]) => row.includes(1)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, row]) => {
  const runs: string[] = [];
  for (let at = 0; at < row.length;) {
    if (!row[at]) { at++; continue; }
    const debut = at;
    while (at < row.length && row[at]) at++;
    runs.push(`${debut}-${at}`);
  }
  return `${type}: ${runs.join(' ')}`;
}).join('\n');

export const dessinDe = (semaine: readonly Plage[]): string => dessin(minutes(semaine));

/** What every week that leaves the engine is: PLA-1, PLA-2, PLA-4. */
export function desordre(semaine: Semaine): string | undefined {
  for (const [i, { debut, fin, type }] of semaine.entries()) {
    if (!(Number.isInteger(debut) && Number.isInteger(fin) && debut >= 0 && debut < 10_080 && fin > debut && fin <= debut + 10_080)) return `${i}: ${debut}-${fin}`;
    const avant = semaine[i - 1];
    if (avant && (avant.debut > debut || (avant.debut === debut && avant.fin > fin))) return `${i}: not in order`;
    if (Object.keys(semaine[i]!).join() !== 'debut,fin,type') return `${i}: ${Object.keys(semaine[i]!).join()}`;
    for (const autre of semaine) {
      if (autre === semaine[i] || autre.type !== type) continue;
      for (const tour of [-10_080, 0, 10_080]) if (autre.debut + tour <= fin && debut <= autre.fin + tour) return `${i}: touches ${autre.debut}-${autre.fin}`;
    }
  }
  return undefined;
}

export const TYPES = ['01', '02', '03', '04', '06', '08', '09'];

/** Any ranges: short, long, at odd minutes, over midnight, over Sunday night, overlapping. */
export const plageQuelconque = (types: readonly string[] = TYPES): fc.Arbitrary<Plage> => fc.record({
  debut: fc.oneof(fc.nat(10_079), fc.nat(335).map((n) => n * 30), fc.constantFrom(0, 1, 1439, 1440, 8640, 10_079)),
  duree: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 900 }) }, { weight: 1, arbitrary: fc.integer({ min: 900, max: 10_080 }) }, fc.constantFrom(30, 60, 1440, 10_080)),
  type: fc.constantFrom(...types),
}).map(({ debut, duree, type }) => ({ debut, fin: debut + duree, type }));

export const semaineQuelconque = (types?: readonly string[], maxLength = 12): fc.Arbitrary<Plage[]> => fc.array(plageQuelconque(types), { maxLength });

/** Days of one year: every plain day, and those where clocks change in Europe. */
export const jourDe2026 = fc.oneof(fc.nat(364), fc.constantFrom(87, 88, 89, 297, 298, 299)).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

/** An instant written with its offset: `2026-11-21 10:00+01:00`. */
export const instant = (texte: string): number => {
  const ms = Date.parse(texte.replace(' ', 'T'));
  if (Number.isNaN(ms)) throw new Error(`Not an instant: ${texte}`);
  return ms;
};

/** Runs with the local time of the process somewhere else: for libraries that only know local time. */
export function sous<T>(zone: string, faire: () => T): T {
  const avant = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return faire();
  } finally {
    if (avant === undefined) delete process.env['TZ']; else process.env['TZ'] = avant;
  }
}

/** A real week, with all that is expected of it. */
export interface Cas {
  readonly nom: string;
  /** As {@link sem} reads it. */
  readonly semaine: readonly string[];
  readonly minutesParSemaine: number;
  /** What is typed on each day, Monday first, of the type `01`. */
  readonly heures: readonly string[];
  readonly phrase: string;
  readonly dite: string;
  readonly osm: string;
  /** Records of the exposure model, as `jour debut fin type`. */
  readonly horaires: readonly string[];
  /** Zone, then instants with the status in words. */
  readonly zone: string;
  readonly statuts: readonly (readonly [instant: string, statut: string, raison: string])[];
}

export const cas: readonly Cas[] = gele(JSON.parse(readFileSync(new URL('./cas.json', import.meta.url), 'utf8')) as Cas[]);

/** fast-check with a fixed seed: a red test is red again. Fewer runs where the same tests run once more elsewhere. */
export const essais = (numRuns: number): fc.Parameters<unknown> => ({ numRuns: Math.ceil(numRuns / Number(process.env['ESSAIS_DIVISES_PAR'] ?? 1)), seed: 20261121 });

/** A real place with what departs from its week; weeks and hours as {@link sem} and `[debut, fin]`. */
export interface CasPlanning {
  readonly nom: string;
  readonly planning: Planning;
  readonly osm: string;
  readonly zone: string;
  readonly statuts: readonly (readonly [instant: string, statut: string, raison: string])[];
}

type Ecrit = Omit<CasPlanning, 'planning'> & { readonly planning: Omit<Planning, 'semaine' | 'exceptions' | 'feries'> & {
  readonly semaine: readonly string[];
  readonly feries?: string | readonly (readonly [number, number])[];
  readonly exceptions?: readonly (Omit<Exception, 'semaine'> & { readonly semaine?: readonly string[] })[];
} };

export const casPlannings: readonly CasPlanning[] = gele((JSON.parse(readFileSync(new URL('./cas-plannings.json', import.meta.url), 'utf8')) as Ecrit[]).map(({ planning: { semaine, exceptions, feries, ...reste }, ...cas }) => ({
  ...cas,
  planning: {
    ...reste, semaine: sem(...semaine),
    ...(feries !== undefined && { feries: (typeof feries === 'string' ? feries : feries.map(([debut, fin]) => ({ debut, fin }))) as Regle }),
    ...(exceptions && { exceptions: exceptions.map(({ semaine: siennes, ...exception }) => ({ ...exception, ...(siennes && { semaine: sem(...siennes) }) })) }),
  },
})));
