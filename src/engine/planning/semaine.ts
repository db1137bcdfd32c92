import { coverage, extent, totalLength, asPlages, subtract, union } from './intervalles.ts';
import {
  JOURS, MINUTES_JOUR, MINUTES_SEMAINE, TYPE_DEFAUT, type Constat, type Intervalle, type Jour, type Plage, type Semaine,
} from './types.ts';

/** PLA-7: no real week comes near; a file of thousands of ranges is an accident, and would freeze a page. */
export const MAX_PLAGES = 500;

/** The part of a range that falls on one day, in minutes of this day, to be drawn. */
export interface Piece extends Intervalle {
  readonly jour: Jour;
  readonly plage: Plage;
  /** The range began before this day. */
  readonly avant: boolean;
  /** The range goes on after this day. */
  readonly apres: boolean;
}

const byDebut = (a: Plage, b: Plage) => a.debut - b.debut || a.fin - b.fin || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);

/** PLA-2, PLA-4: the week of these ranges (each valid by itself): sorted, and those of one type made one where they touch. */
export function merge(plages: readonly Plage[]): Semaine {
  const types = new Set(plages.map(({ type }) => type));
  return [...types].flatMap((type) => asPlages(coverage(plages, type), type)).sort(byDebut);
}

/** Whether this is an interval of the week: whole minutes, in order, at most a week long (PLA-1). */
export function faultOf({ debut, fin }: Intervalle): 'hors-limites' | 'duree-nulle' | 'duree-excessive' | undefined {
  if (!Number.isInteger(debut) || !Number.isInteger(fin) || debut < 0 || debut >= MINUTES_SEMAINE) return 'hors-limites';
  if (fin <= debut) return 'duree-nulle';
  return fin > debut + MINUTES_SEMAINE ? 'duree-excessive' : undefined;
}

/** PLA-6, PLA-7: the week in anything: what can be read is kept, what can't is said by its place in the list. */
export function normalize(source: unknown): { readonly semaine: Semaine; readonly constats: readonly Constat[] } {
  if (source === undefined || source === null) return { semaine: [], constats: [] };
  if (!Array.isArray(source)) return { semaine: [], constats: [{ code: 'illisible' }] };
  const constats: Constat[] = [];
  const lues: Plage[] = [];
  source.forEach((item: unknown, rang) => {
    const { debut, fin, type = TYPE_DEFAUT } = (typeof item === 'object' && item !== null ? item : {}) as Partial<Record<keyof Plage, unknown>>;
    if (typeof debut !== 'number' || typeof fin !== 'number' || typeof type !== 'string' || type === '') constats.push({ code: 'illisible', rang });
    else {
      const defaut = faultOf({ debut, fin });
      if (defaut) constats.push({ code: defaut === 'duree-nulle' && fin < debut ? 'inversee' : defaut, rang });
      else lues.push({ debut, fin, type });
    }
  });
  const semaine = merge(lues);
  const pieces = lues.reduce((sum, { debut, fin }) => sum + fin - debut, 0);
  if (semaine.reduce((sum, { debut, fin }) => sum + fin - debut, 0) < pieces) constats.push({ code: 'fusion', nombre: lues.length - semaine.length });
  if (semaine.length <= MAX_PLAGES) return { semaine, constats };
  return { semaine: semaine.slice(0, MAX_PLAGES), constats: [...constats, { code: 'trop-de-plages', nombre: semaine.length, max: MAX_PLAGES }] };
}

/** Seven lists, Monday first: what each day shows, ranges cut at midnight. */
export function byJour(semaine: Semaine): readonly (readonly Piece[])[] {
  const jours: Piece[][] = JOURS.map(() => []);
  for (const plage of semaine) {
    for (let debut = plage.debut; debut < plage.fin;) {
      const minuit = (Math.floor(debut / MINUTES_JOUR) + 1) * MINUTES_JOUR;
      const fin = Math.min(minuit, plage.fin);
      const jour = jourAt(debut);
      const zero = minuit - MINUTES_JOUR;
      jours[jour - 1]!.push({ jour, debut: debut - zero, fin: fin - zero, plage, avant: debut > plage.debut, apres: fin < plage.fin });
      debut = fin;
    }
  }
  return jours.map((morceaux) => morceaux.sort((a, b) => a.debut - b.debut || a.fin - b.fin));
}

/** The ranges that hold this minute of the week. */
export const plagesAt = (semaine: Semaine, minute: number): readonly Plage[] =>
  semaine.filter((plage) => extent(plage).some(({ debut, fin }) => debut <= minute && minute < fin));

/** How much of `debut`–`fin` the ranges cover, of one type or of all: what a cell of the grid shows. */
export function covered(semaine: Semaine, debut: number, fin: number, type?: string): 'tout' | 'partie' | 'rien' {
  const demande = union(extent({ debut, fin }));
  const reste = totalLength(subtract(demande, coverage(semaine, type)));
  return reste === 0 ? 'tout' : reste === totalLength(demande) ? 'rien' : 'partie';
}

/** Minutes of a week covered by the ranges, of one type or of all; a minute of two types counts once. */
export const totalMinutes = (semaine: Semaine, type?: string): number => totalLength(coverage(semaine, type));

/** The stretches that no range covers, within the week or within `debut`–`fin`. */
export const freeMinutes = (semaine: Semaine, debut = 0, fin = MINUTES_SEMAINE): readonly Intervalle[] =>
  subtract(union(extent({ debut, fin })), coverage(semaine));

/** The day that holds this minute; minutes outside the week go round. */
export const jourAt = (minute: number): Jour => (Math.floor(modulo(minute, MINUTES_SEMAINE) / MINUTES_JOUR) + 1) as Jour;

/** The minute of the week of a minute of a day. */
export const minuteOf = (jour: Jour, minute = 0): number => (jour - 1) * MINUTES_JOUR + minute;

/** The nearest multiple of the step, or the one before or after; for gestures, never for values that were given. */
export function snap(minute: number, pas: number, sens: 'proche' | 'avant' | 'apres' = 'proche'): number {
  const round = { proche: Math.round, avant: Math.floor, apres: Math.ceil }[sens];
  return round(minute / pas) * pas;
}

/** Whether two weeks say the same, however their ranges are cut or ordered. */
export function sameSemaine(a: readonly Plage[], b: readonly Plage[]): boolean {
  const [x, y] = [merge(a), merge(b)];
  return x.length === y.length && x.every((plage, i) => samePlage(plage, y[i]!));
}

export const samePlage = (a: Plage, b: Plage): boolean => a.debut === b.debut && a.fin === b.fin && a.type === b.type;

export const modulo = (a: number, b: number): number => ((a % b) + b) % b;
