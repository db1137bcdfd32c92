import { isDate } from './dates.ts';
import { normalize } from './semaine.ts';
import { MINUTES_JOUR, TYPE_DEFAUT, type Constat, type DateJour, type Intervalle, type Semaine } from './types.ts';

/** Days, both included; without `du` since always, without `au` until further notice. */
export interface Periode {
  readonly du?: DateJour;
  readonly au?: DateJour;
}

/** PLA-20: days that differ from the typical week. */
export interface Exception extends Periode {
  /** Closes, opens besides the week, or holds instead of the week. */
  readonly effet: 'fermeture' | 'ouverture' | 'remplacement';
  /** The hours concerned, for each weekday of the period; a closure without them is the whole day, an opening without them has unknown hours. */
  readonly semaine?: Semaine;
  /** Why, in a person's words: « congés annuels ». */
  readonly motif?: string;
}

/** PLA-22, PLA-23: what public or school holidays do: nothing, close, nobody knows, or these hours (minutes of the day). */
export type Regle = 'normal' | 'ferme' | 'a-verifier' | readonly Intervalle[];

/** Closing of the structure itself: `typeFermeture` (JDV_J185 or J201: DEF, PRO), `dateFermeture`, `datePrevisionnelleReouverture` of the model. */
export interface Fermeture {
  readonly type?: string;
  readonly du?: DateJour;
  /** The day it opens again. */
  readonly reouverture?: DateJour;
}

/** The hours of a place: the typical week and what departs from it. */
export interface Planning {
  readonly semaine: Semaine;
  /** The days for which the typical week is declared (MODEL §6, effective Period). */
  readonly validite?: Periode;
  readonly exceptions?: readonly Exception[];
  readonly feries?: Regle;
  readonly vacances?: Regle;
  readonly fermeture?: Fermeture;
}

export const MAX_EXCEPTIONS = 500;

const EFFETS: readonly unknown[] = ['fermeture', 'ouverture', 'remplacement'] satisfies readonly Exception['effet'][];
const REGLES: readonly unknown[] = ['normal', 'ferme', 'a-verifier'] satisfies readonly Regle[];

/** PLA-6: the planning in anything, as {@link normalize} reads a week; a list is the typical week alone. */
export function normalizePlanning(source: unknown): { readonly planning: Planning; readonly constats: readonly Constat[] } {
  const lu = Array.isArray(source) || source === undefined || source === null ? { semaine: source as unknown } : objet(source);
  if (!lu) return { planning: { semaine: [] }, constats: [{ code: 'illisible' }] };
  const { semaine, constats: premiers } = normalize(lu['semaine']);
  const constats: Constat[] = [...premiers];
  const garder = <T>(nom: string, lire: (value: unknown) => T | undefined): { [cle: string]: T } => {
    if (lu[nom] === undefined || lu[nom] === null) return {};
    const value = lire(lu[nom]);
    if (value === undefined) constats.push({ code: 'illisible', texte: nom });
    return value === undefined ? {} : { [nom]: value };
  };
  return {
    planning: {
      semaine,
      ...garder('validite', readPeriode),
      ...garder('exceptions', (value) => readExceptions(value, constats)),
      ...garder('feries', readRule),
      ...garder('vacances', readRule),
      ...garder('fermeture', readFermeture),
    },
    constats,
  };
}

function readExceptions(source: unknown, constats: Constat[]): readonly Exception[] | undefined {
  if (!Array.isArray(source)) return undefined;
  const lues = source.flatMap((item: unknown, rang): Exception[] => {
    const lu = objet(item);
    const periode = readPeriode(item);
    if (!lu || !periode || !EFFETS.includes(lu['effet'])) {
      constats.push({ code: lu && reversed(lu) ? 'inversee' : 'illisible', rang, texte: 'exceptions' });
      return [];
    }
    const { semaine, constats: heures } = normalize(lu['semaine']);
    if (heures.length > 0) constats.push({ code: 'illisible', rang, texte: 'exceptions' });
    const motif = lu['motif'];
    return [{
      effet: lu['effet'] as Exception['effet'], ...periode,
      ...(Array.isArray(lu['semaine']) && { semaine }), ...(typeof motif === 'string' && motif.trim() !== '' && { motif }),
    }];
  });
  if (lues.length > MAX_EXCEPTIONS) constats.push({ code: 'trop-d-exceptions', nombre: lues.length, max: MAX_EXCEPTIONS });
  return lues.slice(0, MAX_EXCEPTIONS);
}

/** A period with at least one end, in order. */
function readPeriode(source: unknown): Periode | undefined {
  const lu = objet(source);
  if (!lu || reversed(lu)) return undefined;
  const { du, au } = lu;
  if ((du !== undefined && !isDate(du)) || (au !== undefined && !isDate(au)) || (du === undefined && au === undefined)) return undefined;
  return { ...(du !== undefined && { du }), ...(au !== undefined && { au }) };
}

const reversed = ({ du, au }: Record<string, unknown>) => isDate(du) && isDate(au) && au < du;

function readRule(source: unknown): Regle | undefined {
  if (!Array.isArray(source)) return REGLES.includes(source) ? (source as Regle) : undefined;
  const { semaine, constats } = normalize(source.map((item: unknown) => ({ ...objet(item), type: TYPE_DEFAUT })));
  return constats.length > 0 || semaine.some(({ fin }) => fin > MINUTES_JOUR) ? undefined : semaine.map(({ debut, fin }) => ({ debut, fin }));
}

function readFermeture(source: unknown): Fermeture | undefined {
  const lu = objet(source);
  if (!lu) return undefined;
  const { type, du, reouverture } = lu;
  const lue: Fermeture = { ...(typeof type === 'string' && type !== '' && { type }), ...(isDate(du) && { du }), ...(isDate(reouverture) && { reouverture }) };
  const mauvaise = (du !== undefined && !isDate(du)) || (reouverture !== undefined && !isDate(reouverture)) || Object.keys(lue).length === 0;
  return mauvaise ? undefined : lue;
}

const objet = (value: unknown): Record<string, unknown> | undefined =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined);
