import { FIN_NUIT } from '../jours.ts';
import { JOURS, MINUTES_JOUR, type Intervalle, type Jour } from '../types.ts';
import { dayNumber, dateOfNumber } from '../dates.ts';

/** One rule of an `opening_hours` text, as far as a planning can hold it. */
export interface OsmRule {
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
export interface UnreadableOsmRule {
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
const ETATS: Readonly<Record<string, OsmRule['etat']>> = { off: 'ferme', closed: 'ferme', ferme: 'ferme', fermé: 'ferme', open: 'ouvert', ouvert: 'ouvert', unknown: 'inconnu' };

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
class Scanner {
  at = 0;
  readonly texte: string;

  constructor(texte: string) {
    this.texte = texte;
  }

  read(forme: RegExp): RegExpExecArray | undefined {
    forme.lastIndex = this.at;
    const found = forme.exec(this.texte);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  /** Reads, or stays where it was. */
  attempt<T>(lire: () => T | undefined): T | undefined {
    const avant = this.at;
    const lu = lire();
    if (lu === undefined) this.at = avant;
    return lu;
  }

  list<T>(lire: () => T | undefined): T[] {
    const premier = this.attempt(lire);
    if (premier === undefined) return [];
    const lus = [premier];
    for (;;) {
      const suivant = this.attempt(() => (this.read(VIRGULE) ? lire() : undefined));
      if (suivant === undefined) return lus;
      lus.push(suivant);
    }
  }
}

/** PLA-33: cuts the text into rules; a rule that can't be read is said and left out, the others stay. `annee` is the year of dates that have none. */
export function readOsmRules(source: string, annee?: number): readonly (OsmRule | UnreadableOsmRule)[] {
  const lecteur = new Scanner(source.replaceAll(/\s/g, ' '));
  const regles: (OsmRule | UnreadableOsmRule)[] = [];
  let ajoute = false;
  for (;;) {
    lecteur.read(/[\s;]*/y);
    if (lecteur.at >= lecteur.texte.length) return regles;
    const debut = lecteur.at;
    const lue = readRule(lecteur, annee);
    const suite = lue && 'etat' in lue ? lecteur.read(ENTRE_FIN) ?? lecteur.read(VIRGULE) ?? lecteur.read(AVANT_JOUR) : undefined;
    if (lue && 'etat' in lue && suite) {
      regles.push({ ...lue, ajoute, texte: lecteur.texte.slice(debut, lecteur.at).replace(/[\s;,]+$/, '') });
      ajoute = suite[0] !== '' && !suite[0].includes(';');
      continue;
    }
    // The rest up to the next rule, past what stands between quotes.
    lecteur.at = debut;
    lecteur.read(/(?:"[^"]*"|[^;"]|"(?=[^"]*$))+/y);
    regles.push({ texte: lecteur.texte.slice(debut, lecteur.at).trim(), defaut: lue && 'defaut' in lue ? lue.defaut : 'illisible' });
    ajoute = false;
  }
}

function readRule(lecteur: Scanner, annee: number | undefined): Omit<OsmRule, 'texte' | 'ajoute'> | Pick<UnreadableOsmRule, 'defaut'> | undefined {
  const debut = lecteur.at;
  const lues = lecteur.list(() => readDates(lecteur, annee));
  const mauvaise = lues.find((date) => 'defaut' in date);
  if (mauvaise && 'defaut' in mauvaise) return mauvaise;
  const dates = lues.flatMap((date) => ('defaut' in date ? [] : [date]));
  lecteur.read(dates.length > 0 ? /\s*:?\s*/y : /\s*/y);

  const jours = new Set<Jour>();
  let feries = false;
  let vacances = false;
  lecteur.list(() => {
    const mot = lecteur.read(MOT)?.[0].toLowerCase();
    if (mot === 'ph') return feries = true;
    if (mot === 'sh') return vacances = true;
    const de = mot === undefined ? undefined : JOURS_LUS[mot];
    if (de === undefined) return undefined;
    lecteur.read(POINT);
    const a = lecteur.attempt(() => (lecteur.read(TIRET) ? JOURS_LUS[lecteur.read(MOT)?.[0].toLowerCase() ?? ''] : undefined)) ?? de;
    lecteur.read(POINT);
    for (let jour = de; ; jour = (jour % 7 + 1) as Jour) { jours.add(jour); if (jour === a) return true; }
  });
  lecteur.read(/\s*:?\s*/y);

  const toujours = lecteur.read(TOUJOURS);
  const heures = toujours ? [] : lecteur.list(() => readHours(lecteur));
  const etat = ETATS[lecteur.read(ETAT)?.[1]?.toLowerCase() ?? ''];
  const motif = lecteur.read(MOTIF)?.[1]?.trim();
  if (lecteur.at === debut) return undefined;
  return {
    dates, jours: JOURS.filter((jour) => jours.has(jour)), feries, vacances, heures,
    // There a remark in the place of a state, "sur rendez-vous", means that it depends.
    etat: etat ?? (motif === undefined ? 'ouvert' : 'inconnu'),
    ...(motif !== undefined && motif !== '' && { motif }),
  };
}

function readDates(lecteur: Scanner, annee: number | undefined): { readonly du: string; readonly au: string } | Pick<UnreadableOsmRule, 'defaut'> | undefined {
  const debut = lecteur.read(DATE);
  if (!debut) return undefined;
  const fin = lecteur.attempt(() => {
    if (!lecteur.read(TIRET)) return undefined;
    const date = lecteur.read(DATE);
    if (date) return { annee: date[1], mois: date[2], jour: date[3] };
    const [, jour] = lecteur.read(/(\d{1,2})(?![\d:h])/y) ?? [];
    return jour === undefined || debut[3] === undefined ? undefined : { annee: undefined, mois: debut[2], jour };
  });
  const an = Number(debut[1] ?? annee);
  if (!Number.isInteger(an)) return { defaut: 'annee' };
  const mois = monthOf(debut[2]);
  const moisFin = fin ? monthOf(fin.mois) : mois;
  const tourne = fin?.annee === undefined && debut[1] === undefined && moisFin < mois;
  const du = jourNamed(an, mois, Number(debut[3] ?? 1));
  const anFin = Number(fin?.annee ?? (tourne ? an + 1 : an));
  const jourFin = fin ? fin.jour : debut[3];
  const au = jourFin === undefined ? dayBefore(jourNamed(anFin + (moisFin === 12 ? 1 : 0), moisFin % 12 + 1, 1)) : jourNamed(anFin, moisFin, Number(jourFin));
  if (du === undefined || au === undefined) return { defaut: 'illisible' };
  return au < du ? { defaut: 'inversee' } : { du, au };
}

function readHours(lecteur: Scanner): Intervalle | undefined {
  const debut = readMinute(lecteur.read(HEURE));
  if (debut === undefined || debut >= MINUTES_JOUR || !lecteur.read(TIRET)) return undefined;
  const lue = readMinute(lecteur.read(HEURE));
  if (lue === undefined) return undefined;
  const bout = lue === MINUTES_JOUR - 1 ? MINUTES_JOUR : lue;
  const fin = bout > debut ? bout : bout + MINUTES_JOUR;
  return fin > Math.max(FIN_NUIT, MINUTES_JOUR) || fin - debut > MINUTES_JOUR || (fin - debut === MINUTES_JOUR && debut > 0) ? undefined : { debut, fin };
}

/** OSM counts nights on to 48:00. */
function readMinute(lue: RegExpExecArray | undefined): number | undefined {
  if (!lue) return undefined;
  const [h, m] = [Number(lue[1]), Number(lue[2] ?? lue[3] ?? 0)];
  return h > 48 || m > 59 || h * 60 + m > 2 * MINUTES_JOUR ? undefined : h * 60 + m;
}

const monthOf = (nom: string | undefined) => MOIS.indexOf((nom ?? '').slice(0, 3).toLowerCase()) + 1;

function jourNamed(annee: number, mois: number, jour: number): string | undefined {
  const texte = [String(annee).padStart(4, '0'), String(mois).padStart(2, '0'), String(jour).padStart(2, '0')].join('-');
  return dayNumber(texte) === undefined ? undefined : texte;
}

const dayBefore = (jour: string | undefined) => (jour === undefined ? undefined : dateOfNumber(dayNumber(jour)! - 1));
