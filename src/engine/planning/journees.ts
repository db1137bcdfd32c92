import { dateOfNumber, jourOfNumber, dayNumber } from './dates.ts';
import { byJour } from './semaine.ts';
import { JOURS, MINUTES_JOUR, type DateJour, type Intervalle, type Semaine } from './types.ts';
import type { Exception, Planning, Regle } from './planning.ts';

export type Etat = 'ouvert' | 'ferme' | 'inconnu';

/** Why a place is open, closed or unknown, as data: i18n words it. */
export type Raison =
  | { readonly code: 'semaine' | 'a-preciser' | 'horaires-absents' | 'fuseau-inconnu' | 'instant-illisible' }
  | { readonly code: 'hors-periode'; readonly du?: DateJour; readonly au?: DateJour }
  | { readonly code: 'exception'; readonly effet: Exception['effet']; readonly du?: DateJour; readonly au?: DateJour; readonly motif?: string }
  | { readonly code: 'ferie' | 'vacances'; readonly nom: string }
  | { readonly code: 'fermeture-definitive' | 'fermeture-provisoire'; readonly du?: DateJour; readonly reouverture?: DateJour };

export interface JourFerie {
  readonly jour: DateJour;
  readonly nom: string;
}

/** Public holidays of a year, and school holidays: days included. Given, never computed here. */
export interface Calendrier {
  readonly feries?: (annee: number) => readonly JourFerie[];
  readonly vacances?: readonly { readonly du: DateJour; readonly au: DateJour; readonly nom: string }[];
}

/** A stretch of one day: up to `fin`, in minutes of the day. */
export interface Etape {
  readonly fin: number;
  readonly etat: Etat;
  readonly raison: Raison;
}

/** Stretches that follow one another from 0 to 1440. */
export type Journee = readonly Etape[];

/** J41: 01 opening, 02 working hours (FHIR.md §5.7). */
export const TYPES_OUVERTS: readonly string[] = ['01', '02'];
const A_PRECISER = '09';
const FERMETURE = '08';
const GARDEES = 4000;

interface Layer {
  readonly de: number;
  readonly a: number;
  readonly paint: (journee: Journee, numero: number) => Journee;
}

/**
 * What each day of the calendar is, from midnight to midnight. A class, because days already looked at are kept:
 * plain days share their weekday's object, so a year of status costs little more than a week.
 */
export class Journees {
  readonly #semaine: readonly Journee[];
  readonly #layers: readonly Layer[];
  readonly #kept = new Map<number, Journee>();

  constructor(planning: Planning, types: readonly string[] = TYPES_OUVERTS, calendrier: Calendrier = {}) {
    const { semaine, validite, exceptions = [], fermeture } = planning;
    const connue = semaine.some(({ type }) => types.includes(type) || type === A_PRECISER);
    const vide = entiere(connue ? 'ferme' : 'inconnu', { code: connue ? 'semaine' : 'horaires-absents' });
    this.#semaine = JOURS.map((jour) => heures(vide, semaine, jour, types, { code: 'semaine' }));

    const jours7 = types.length > 0 && this.#semaine.every((journee) => journee.every(({ etat }) => etat === 'ouvert'));
    this.#layers = [
      ...(validite ? [outsidePeriode(validite)] : []),
      ...vacances(planning.vacances ?? 'normal', calendrier),
      ...feries(planning.feries ?? (jours7 ? 'normal' : 'a-verifier'), calendrier),
      ...[...exceptions].sort(byPrecision).map((exception) => layerOf(exception, types)),
      ...(fermeture ? [fermee(fermeture)] : []),
    ];
  }

  /** The stretches of one day, counted from 1970-01-01. */
  journee(numero: number): Journee {
    let journee = this.#kept.get(numero);
    if (journee) return journee;
    if (this.#kept.size >= GARDEES) this.#kept.clear();
    journee = this.#semaine[jourOfNumber(numero) - 1]!;
    for (const { de, a, paint: peindre } of this.#layers) if (de <= numero && numero <= a) journee = peindre(journee, numero);
    this.#kept.set(numero, journee);
    return journee;
  }
}

const entiere = (etat: Etat, raison: Raison): Journee => [{ fin: MINUTES_JOUR, etat, raison }];

/** The day with `debut`–`fin` in another state. */
function paint(journee: Journee, { debut, fin }: Intervalle, etat: Etat, raison: Raison): Journee {
  const peinte: Etape[] = [];
  const poser = (etape: Etape) => {
    const last = peinte.at(-1);
    if (last?.etat === etape.etat && last.raison === etape.raison) peinte.pop();
    peinte.push(etape);
  };
  let at = 0;
  for (const etape of journee) {
    if (at < debut) poser({ ...etape, fin: Math.min(etape.fin, debut) });
    if (etape.fin >= fin && at < fin) poser({ fin, etat, raison });
    if (etape.fin > fin) poser(etape);
    at = etape.fin;
  }
  return peinte;
}

/** PLA-21, PLA-26: the hours of one weekday: to be specified, then open, then closed, each over the one before. */
function heures(fond: Journee, semaine: Semaine, jour: number, types: readonly string[], raison: Raison): Journee {
  const morceaux = byJour(semaine)[jour - 1]!;
  let journee = fond;
  for (const morceau of morceaux) if (morceau.plage.type === A_PRECISER) journee = paint(journee, morceau, 'inconnu', { code: 'a-preciser' });
  for (const morceau of morceaux) if (types.includes(morceau.plage.type)) journee = paint(journee, morceau, 'ouvert', raison);
  for (const morceau of morceaux) if (morceau.plage.type === FERMETURE) journee = paint(journee, morceau, 'ferme', raison);
  return journee;
}

const bounds = ({ du, au }: { readonly du?: DateJour; readonly au?: DateJour }) =>
  ({ de: du === undefined ? -Infinity : dayNumber(du) ?? Infinity, a: au === undefined ? Infinity : dayNumber(au) ?? -Infinity });

const dates = ({ du, au }: { readonly du?: DateJour; readonly au?: DateJour }) => ({ ...(du !== undefined && { du }), ...(au !== undefined && { au }) });

/** PLA-19. */
function outsidePeriode(validite: NonNullable<Planning['validite']>): Layer {
  const { de, a } = bounds(validite);
  const inconnue = entiere('inconnu', { code: 'hors-periode', ...dates(validite) });
  return { de: -Infinity, a: Infinity, paint: (journee, numero) => (de <= numero && numero <= a ? journee : inconnue) };
}

/** PLA-20: longest first: the shorter exception has the last word; of equal ones, the closure. */
export function byPrecision(x: Exception, y: Exception): number {
  const [a, b] = [bounds(x), bounds(y)];
  const rangs = { remplacement: 0, ouverture: 1, fermeture: 2 };
  const durees = [a.a - a.de, b.a - b.de] as const;
  return (durees[0] === durees[1] ? 0 : durees[1] - durees[0]) || (a.de === b.de ? 0 : a.de - b.de) || rangs[x.effet] - rangs[y.effet];
}

function layerOf(exception: Exception, types: readonly string[]): Layer {
  const { effet, motif, semaine } = exception;
  const raison: Raison = { code: 'exception', effet, ...dates(exception), ...(motif !== undefined && { motif }) };
  const jours = semaine && byJour(semaine);
  return {
    ...bounds(exception),
    paint(journee, numero) {
      const jour = jourOfNumber(numero);
      if (!semaine || !jours) return effet === 'ouverture' ? veil(journee, 'ferme', raison) : entiere(effet === 'fermeture' ? 'ferme' : 'inconnu', raison);
      if (effet === 'fermeture') return jours[jour - 1]!.reduce<Journee>((avant, morceau) => paint(avant, morceau, 'ferme', raison), journee);
      return heures(effet === 'remplacement' ? entiere('ferme', raison) : journee, semaine, jour, types, raison);
    },
  };
}

/** What is in one state becomes unknown. */
const veil = (journee: Journee, etat: Etat, raison: Raison): Journee => journee.map((etape) => (etape.etat === etat ? { ...etape, etat: 'inconnu', raison } : etape));

/** PLA-22: a rule for holidays; « à vérifier » only doubts what would be open. */
function applyException(regle: Regle, journee: Journee, raison: Raison): Journee {
  if (regle === 'normal') return journee;
  if (regle === 'a-verifier') return veil(journee, 'ouvert', raison);
  const fermee = entiere('ferme', raison);
  return regle === 'ferme' ? fermee : regle.reduce<Journee>((avant, plage) => paint(avant, plage, 'ouvert', raison), fermee);
}

function feries(regle: Regle, { feries: liste }: Calendrier): readonly Layer[] {
  if (regle === 'normal' || !liste) return [];
  const annees = new Map<string, ReadonlyMap<DateJour, string>>();
  return [{
    de: -Infinity, a: Infinity,
    paint(journee, numero) {
      const jour = dateOfNumber(numero);
      const annee = jour.slice(0, -6);
      let noms = annees.get(annee);
      if (!noms) annees.set(annee, noms = new Map(liste(Number(annee)).map((ferie) => [ferie.jour, ferie.nom])));
      const nom = noms.get(jour);
      return nom === undefined ? journee : applyException(regle, journee, { code: 'ferie', nom });
    },
  }];
}

const vacances = (regle: Regle, { vacances: liste = [] }: Calendrier): readonly Layer[] =>
  (regle === 'normal' ? [] : liste.map((periode) => ({ ...bounds(periode), paint: (journee: Journee) => applyException(regle, journee, { code: 'vacances', nom: periode.nom }) })));

/** PLA-24: DEF closes for good; any other closing lasts from its date to the day before it opens again. */
function fermee({ type, du, reouverture }: NonNullable<Planning['fermeture']>): Layer {
  const definitive = type === 'DEF';
  const ouvre = definitive || reouverture === undefined ? undefined : dayNumber(reouverture);
  const journee = entiere('ferme', {
    code: definitive ? 'fermeture-definitive' : 'fermeture-provisoire',
    ...(du !== undefined && { du }), ...(reouverture !== undefined && !definitive && { reouverture }),
  });
  return { de: bounds({ ...(du !== undefined && { du }) }).de, a: ouvre === undefined ? Infinity : ouvre - 1, paint: () => journee };
}
