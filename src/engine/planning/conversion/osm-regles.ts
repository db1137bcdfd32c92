import { FIN_NUIT } from '../jours.ts';
import { JOURS, MINUTES_JOUR, type Intervalle, type Jour } from '../types.ts';
import { numeroDe, dateDe } from '../dates.ts';

/** One rule of an `opening_hours` text, as far as a planning can hold it. */
export interface RegleOsm {
  readonly texte: string;
  /** Joined to the rule before with a comma: adds to it instead of replacing its days. */
  readonly ajoute: boolean;
  readonly dates: readonly { readonly du: string; readonly au: string }[];
  /** Weekdays; empty when the rule names none. */
  readonly jours: readonly Jour[];
  readonly feries: boolean;
  readonly vacances: boolean;
  /** Minutes of the day, `fin` above 1440 for a night; empty when the rule names none. */
  readonly heures: readonly Intervalle[];
  readonly etat: 'ouvert' | 'ferme' | 'inconnu';
  readonly motif?: string;
}

/** A rule that can't be read: why, and its text. */
export interface RegleIllisible {
  readonly texte: string;
  readonly defaut: 'illisible' | 'annee' | 'inversee';
}

const JOURS_LUS: Readonly<Record<string, Jour>> = {
  mo: 1, tu: 2, we: 3, th: 4, fr: 5, sa: 6, su: 7, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7, tues: 2, thur: 4, thurs: 4,
  monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7,
  lu: 1, ma: 2, me: 3, je: 4, ve: 5, di: 7, lun: 1, mar: 2, mer: 3, jeu: 4, ven: 5, sam: 6, dim: 7,
  lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6, dimanche: 7,
};
const MOIS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ETATS: Readonly<Record<string, RegleOsm['etat']>> = { off: 'ferme', closed: 'ferme', ferme: 'ferme', fermé: 'ferme', open: 'ouvert', ouvert: 'ouvert', unknown: 'inconnu' };

const TIRET = /\s*(?:-|–|—|\bto\b|à(?=[\s\d]))\s*/iy;
const DATE = /(?:(\d{4})\s*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s*(\d{1,2})(?!\d|:\d|\s?h))?/iy;
const MOT = /[a-zàâéèêîôû]+/iy;
const HEURE = /(\d{1,2})(?::(\d{2})|\s?h\s?(\d{2})?(?!\w))?(?![\d:])/iy;
const ETAT = /\s*(off|closed|fermé|ferme|open|ouvert|unknown)(?![a-zé])/iy;
/** Of an abbreviation. */
const POINT = /\.(?=[\s,–-])/y;
const MOTIF = /\s*"([^"]*)"/y;
const ENTRE_FIN = /\s*(?:$|;)/y;
const VIRGULE = /\s*,\s*/y;
/** By hand the separator is often forgotten: "Mo-Fr 9:00-18:00 Sa 9:00-12:00". */
const AVANT_JOUR = new RegExp(`\\s+(?=(?:${Object.keys(JOURS_LUS).join('|')}|ph|sh)(?![a-zé]))`, 'iy');
const TOUJOURS = /24\s*\/\s*7/y;

/** A text and how far it is read; regexps are sticky, so nothing is copied. */
class Lecteur {
  at = 0;
  readonly texte: string;

  constructor(texte: string) {
    this.texte = texte;
  }

  lire(forme: RegExp): RegExpExecArray | undefined {
    forme.lastIndex = this.at;
    const found = forme.exec(this.texte);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  /** Reads, or stays where it was. */
  essayer<T>(lire: () => T | undefined): T | undefined {
    const avant = this.at;
    const lu = lire();
    if (lu === undefined) this.at = avant;
    return lu;
  }

  liste<T>(lire: () => T | undefined): T[] {
    const premier = this.essayer(lire);
    if (premier === undefined) return [];
    const lus = [premier];
    for (;;) {
      const suivant = this.essayer(() => (this.lire(VIRGULE) ? lire() : undefined));
      if (suivant === undefined) return lus;
      lus.push(suivant);
    }
  }
}

/** PLA-33: cuts the text into rules; a rule that can't be read is said and left out, the others stay. `annee` is the year of dates that have none. */
export function lireReglesOsm(source: string, annee?: number): readonly (RegleOsm | RegleIllisible)[] {
  const lecteur = new Lecteur(source.replaceAll(/\s/g, ' '));
  const regles: (RegleOsm | RegleIllisible)[] = [];
  let ajoute = false;
  for (;;) {
    lecteur.lire(/[\s;]*/y);
    if (lecteur.at >= lecteur.texte.length) return regles;
    const debut = lecteur.at;
    const lue = lireRegle(lecteur, annee);
    const suite = lue && 'etat' in lue ? lecteur.lire(ENTRE_FIN) ?? lecteur.lire(VIRGULE) ?? lecteur.lire(AVANT_JOUR) : undefined;
    if (lue && 'etat' in lue && suite) {
      regles.push({ ...lue, ajoute, texte: lecteur.texte.slice(debut, lecteur.at).replace(/[\s;,]+$/, '') });
      ajoute = suite[0] !== '' && !suite[0].includes(';');
      continue;
    }
    // The rest up to the next rule, past what stands between quotes.
    lecteur.at = debut;
    lecteur.lire(/(?:"[^"]*"|[^;"]|"(?=[^"]*$))+/y);
    regles.push({ texte: lecteur.texte.slice(debut, lecteur.at).trim(), defaut: lue && 'defaut' in lue ? lue.defaut : 'illisible' });
    ajoute = false;
  }
}

function lireRegle(lecteur: Lecteur, annee: number | undefined): Omit<RegleOsm, 'texte' | 'ajoute'> | Pick<RegleIllisible, 'defaut'> | undefined {
  const debut = lecteur.at;
  const lues = lecteur.liste(() => lireDates(lecteur, annee));
  const mauvaise = lues.find((date) => 'defaut' in date);
  if (mauvaise && 'defaut' in mauvaise) return mauvaise;
  const dates = lues.flatMap((date) => ('defaut' in date ? [] : [date]));
  lecteur.lire(dates.length > 0 ? /\s*:?\s*/y : /\s*/y);

  const jours = new Set<Jour>();
  let feries = false;
  let vacances = false;
  lecteur.liste(() => {
    const mot = lecteur.lire(MOT)?.[0].toLowerCase();
    if (mot === 'ph') return feries = true;
    if (mot === 'sh') return vacances = true;
    const de = mot === undefined ? undefined : JOURS_LUS[mot];
    if (de === undefined) return undefined;
    lecteur.lire(POINT);
    const a = lecteur.essayer(() => (lecteur.lire(TIRET) ? JOURS_LUS[lecteur.lire(MOT)?.[0].toLowerCase() ?? ''] : undefined)) ?? de;
    lecteur.lire(POINT);
    for (let jour = de; ; jour = (jour % 7 + 1) as Jour) { jours.add(jour); if (jour === a) return true; }
  });
  lecteur.lire(/\s*:?\s*/y);

  const toujours = lecteur.lire(TOUJOURS);
  const heures = toujours ? [] : lecteur.liste(() => lireHeures(lecteur));
  const etat = ETATS[lecteur.lire(ETAT)?.[1]?.toLowerCase() ?? ''];
  const motif = lecteur.lire(MOTIF)?.[1]?.trim();
  if (lecteur.at === debut) return undefined;
  return {
    dates, jours: JOURS.filter((jour) => jours.has(jour)), feries, vacances, heures,
    // There a remark in the place of a state, "sur rendez-vous", means that it depends.
    etat: etat ?? (motif === undefined ? 'ouvert' : 'inconnu'),
    ...(motif !== undefined && motif !== '' && { motif }),
  };
}

function lireDates(lecteur: Lecteur, annee: number | undefined): { readonly du: string; readonly au: string } | Pick<RegleIllisible, 'defaut'> | undefined {
  const debut = lecteur.lire(DATE);
  if (!debut) return undefined;
  const fin = lecteur.essayer(() => {
    if (!lecteur.lire(TIRET)) return undefined;
    const date = lecteur.lire(DATE);
    if (date) return { annee: date[1], mois: date[2], jour: date[3] };
    const [, jour] = lecteur.lire(/(\d{1,2})(?![\d:h])/y) ?? [];
    return jour === undefined || debut[3] === undefined ? undefined : { annee: undefined, mois: debut[2], jour };
  });
  const an = Number(debut[1] ?? annee);
  if (!Number.isInteger(an)) return { defaut: 'annee' };
  const mois = moisDe(debut[2]);
  const moisFin = fin ? moisDe(fin.mois) : mois;
  const tourne = fin?.annee === undefined && debut[1] === undefined && moisFin < mois;
  const du = jourDe(an, mois, Number(debut[3] ?? 1));
  const anFin = Number(fin?.annee ?? (tourne ? an + 1 : an));
  const jourFin = fin ? fin.jour : debut[3];
  const au = jourFin === undefined ? veille(jourDe(anFin + (moisFin === 12 ? 1 : 0), moisFin % 12 + 1, 1)) : jourDe(anFin, moisFin, Number(jourFin));
  if (du === undefined || au === undefined) return { defaut: 'illisible' };
  return au < du ? { defaut: 'inversee' } : { du, au };
}

function lireHeures(lecteur: Lecteur): Intervalle | undefined {
  const debut = minuteDe(lecteur.lire(HEURE));
  if (debut === undefined || debut >= MINUTES_JOUR || !lecteur.lire(TIRET)) return undefined;
  const lue = minuteDe(lecteur.lire(HEURE));
  if (lue === undefined) return undefined;
  const bout = lue === MINUTES_JOUR - 1 ? MINUTES_JOUR : lue;
  const fin = bout > debut ? bout : bout + MINUTES_JOUR;
  return fin > Math.max(FIN_NUIT, MINUTES_JOUR) || fin - debut > MINUTES_JOUR || (fin - debut === MINUTES_JOUR && debut > 0) ? undefined : { debut, fin };
}

/** OSM counts nights on to 48:00. */
function minuteDe(lue: RegExpExecArray | undefined): number | undefined {
  if (!lue) return undefined;
  const [h, m] = [Number(lue[1]), Number(lue[2] ?? lue[3] ?? 0)];
  return h > 48 || m > 59 || h * 60 + m > 2 * MINUTES_JOUR ? undefined : h * 60 + m;
}

const moisDe = (nom: string | undefined) => MOIS.indexOf((nom ?? '').slice(0, 3).toLowerCase()) + 1;

function jourDe(annee: number, mois: number, jour: number): string | undefined {
  const texte = [String(annee).padStart(4, '0'), String(mois).padStart(2, '0'), String(jour).padStart(2, '0')].join('-');
  return numeroDe(texte) === undefined ? undefined : texte;
}

const veille = (jour: string | undefined) => (jour === undefined ? undefined : dateDe(numeroDe(jour)! - 1));
