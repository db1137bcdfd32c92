import { dayNumber } from '../dates.ts';
import { coverage, asPlages, subtract } from '../intervalles.ts';
import { FIN_NUIT } from '../jours.ts';
import { TYPES_OUVERTS } from '../journees.ts';
import type { Periode, Planning } from '../planning.ts';
import { typesOf } from '../summary.ts';
import { MINUTES_JOUR, TYPE_DEFAUT, type Constat, type Intervalle, type Semaine } from '../types.ts';

export interface Reading {
  readonly planning: Planning;
  readonly constats: readonly Constat[];
}

export const FERMETURE = '08';
export const A_PRECISER = '09';

/** What a format that knows no types can say of a week: when it is open, when nobody knows; the closing hours are taken out. */
export interface Ouvertures {
  readonly ouvert: Semaine;
  readonly aPreciser: Semaine;
  /** Whether the rest is closed, or unknown. */
  readonly connue: boolean;
}

export function ouvertures(semaine: Semaine): Ouvertures {
  const ferme = coverage(semaine, FERMETURE);
  const ouvert = coverage(semaine.filter(({ type }) => TYPES_OUVERTS.includes(type)));
  const aPreciser = coverage(semaine, A_PRECISER);
  return {
    ouvert: asPlages(subtract(ouvert, ferme), TYPE_DEFAUT),
    aPreciser: asPlages(subtract(subtract(aPreciser, ouvert), ferme), A_PRECISER),
    connue: ouvert.length > 0 || aPreciser.length > 0,
  };
}

/** PLA-28: the types that a format without types can't say, once each; 02 becomes plain opening hours. */
export function lostTypes({ semaine, exceptions = [] }: Planning): readonly Constat[] {
  const tous = semainesOf({ semaine, exceptions }).flatMap((une) => typesOf(une));
  return [...new Set(tous)].sort().filter((type) => ![TYPE_DEFAUT, FERMETURE, A_PRECISER].includes(type)).map((texte) => ({ code: 'non-dit', quoi: 'type', texte }));
}

/** `08:45`; the end of the day is what the format says of it. */
export const writeClock = (minute: number, minuit = '24:00'): string =>
  (minute === MINUTES_JOUR ? minuit : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

const HEURE = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*$/;

/** Minutes of the day of `8:45`, `08:45:00`, `24:00`, and the seconds that are left; undefined when no clock shows it. */
export function readClock(texte: unknown): { readonly minute: number; readonly secondes: number } | undefined {
  const [, h, m, s = '0'] = (typeof texte === 'string' ? HEURE.exec(texte) : null) ?? [];
  if (h === undefined) return undefined;
  const [minute, secondes] = [Number(h) * 60 + Number(m), Number(s)];
  return Number(m) < 60 && secondes < 61 && (minute < MINUTES_JOUR || (minute === MINUTES_JOUR && secondes === 0)) ? { minute, secondes } : undefined;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : typeof value);

/**
 * PLA-29: hours as the world writes them: 23:59 is midnight, an end before its beginning is a night when it ends by noon,
 * 00:00 to 00:00 is a whole day. Says what is wrong with them otherwise.
 */
export function readBounds(de: unknown, a: unknown, rang: number, constats: Constat[]): Intervalle | undefined {
  const [debut, fin] = [readClock(de), readClock(a)];
  if (!debut || !fin || debut.minute === MINUTES_JOUR) {
    constats.push({ code: 'illisible', rang, texte: `${asText(de)}-${asText(a)}` });
    return undefined;
  }
  const derniere = fin.minute === MINUTES_JOUR - 1;
  if (debut.secondes > 0 || (fin.secondes > 0 && !derniere)) constats.push({ code: 'non-repris', quoi: 'secondes', rang });
  const bout = derniere ? MINUTES_JOUR : fin.minute;
  if (bout > debut.minute) return { debut: debut.minute, fin: bout };
  if (bout === debut.minute && bout !== 0) constats.push({ code: 'duree-nulle', rang });
  else if (bout + MINUTES_JOUR > FIN_NUIT) constats.push({ code: 'inversee', rang });
  else return { debut: debut.minute, fin: bout + MINUTES_JOUR };
  return undefined;
}

/** PLA-29: what ends at 23:59, by itself or because something begins then, will be read again as ending at midnight. */
export const lastMinutes = (semaines: readonly Semaine[]): readonly Constat[] =>
  (semaines.flat().some(({ debut, fin }) => [debut, fin].some((minute) => minute % MINUTES_JOUR === MINUTES_JOUR - 1)) ? [{ code: 'non-dit', quoi: 'derniere-minute' }] : []);

export const semainesOf = ({ semaine, exceptions = [] }: Planning): readonly Semaine[] => [semaine, ...exceptions.flatMap((exception) => (exception.semaine ? [exception.semaine] : []))];

/** A period without what is absent; undefined when nothing is there. */
export const periode = (du?: string, au?: string): Periode | undefined =>
  (du === undefined && au === undefined ? undefined : { ...(du !== undefined && { du }), ...(au !== undefined && { au }) });

export const periodeKey = ({ du = '', au = '' }: Periode = {}): string => `${du}/${au}`;

/** PLA-30: when every range has dates, the period that holds all the others is the one of the typical week. */
export function basePeriode(periodes: readonly (Periode | undefined)[]): Periode | undefined {
  const toutes = periodes.filter((p) => p !== undefined);
  if (toutes.length === 0 || toutes.length < periodes.length) return undefined;
  return toutes.find((grande) => toutes.every((p) => contains(grande, p)));
}

/** Whether a period holds another one. */
export const contains = (grande: Periode, petite: Periode): boolean =>
  (grande.du ?? '') <= (petite.du ?? '') && (grande.au ?? '9999') >= (petite.au ?? '9999');

/** The day written first in a date or a dateTime. */
export function readDate(texte: unknown): string | undefined {
  const jour = typeof texte === 'string' ? texte.slice(0, 10) : '';
  return /^(?:T|$)/.test(typeof texte === 'string' ? texte.slice(10) : '') && dayNumber(jour) !== undefined ? jour : undefined;
}
