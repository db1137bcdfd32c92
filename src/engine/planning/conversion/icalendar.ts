import { dateOfNumber, jourOfNumber, dayNumber } from '../dates.ts';
import { fuseau } from '../fuseau.ts';
import { statut, type OptionsStatut } from '../statut.ts';
import type { Etat } from '../journees.ts';
import type { Planning } from '../planning.ts';
import { merge } from '../semaine.ts';
import { MINUTES_SEMAINE, TYPE_DEFAUT, type Constat, type DateJour, type Plage } from '../types.ts';
import { A_PRECISER, FERMETURE, type Reading } from './shared.ts';

const MINUTE_MS = 60_000;
const JOUR_MS = 86_400_000;
const TYPES: Readonly<Record<Etat, string>> = { ouvert: 'FREE', inconnu: 'BUSY-TENTATIVE', ferme: 'BUSY-UNAVAILABLE' };
const LUS: Readonly<Record<string, string>> = { FREE: TYPE_DEFAUT, 'BUSY-TENTATIVE': A_PRECISER, 'BUSY-UNAVAILABLE': FERMETURE };

export interface DemandeFreeBusy extends OptionsStatut {
  /** First day of the week that is written. */
  readonly lundi: DateJour;
  readonly zone: string;
  /** Identifier of the answer, and the instant at which it is given, in milliseconds: RFC 5545 wants both. */
  readonly uid: string;
  readonly instantMs: number;
}

/**
 * PLA-32: one real week as an iCalendar VFREEBUSY (RFC 5545), in UTC: free when open, tentative when nobody knows, unavailable when closed.
 * Exceptions and holidays of that week are applied. Undefined when the day is no Monday, or the zone unknown.
 */
export function writeFreeBusy(planning: Planning, { lundi, zone, uid, instantMs, ...options }: DemandeFreeBusy): { readonly texte: string; readonly constats: readonly Constat[] } | undefined {
  const numero = dayNumber(lundi);
  if (numero === undefined || jourOfNumber(numero) !== 1 || !fuseau(zone)) return undefined;
  const [debut, fin] = [localInstant(numero, zone), localInstant(numero + 7, zone)];
  const lignes: string[] = [];
  for (let at = debut; at < fin;) {
    const { etat, prochain } = statut(planning, at, zone, options);
    const jusqua = Math.min(prochain?.instantMs ?? fin, fin);
    lignes.push(`FREEBUSY;FBTYPE=${TYPES[etat]}:${utc(at)}/${utc(jusqua)}`);
    at = jusqua;
  }
  const texte = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ror-elements//planning//FR', 'BEGIN:VFREEBUSY',
    `UID:${escapeText(uid)}`, `DTSTAMP:${utc(instantMs)}`, `DTSTART:${utc(debut)}`, `DTEND:${utc(fin)}`, ...lignes, 'END:VFREEBUSY', 'END:VCALENDAR',
  ].flatMap(fold).join('\r\n');
  const types = [...new Set(planning.semaine.map(({ type }) => type))].filter((type) => ![...options.types ?? ['01', '02'], FERMETURE, A_PRECISER].includes(type));
  return { texte: `${texte}\r\n`, constats: types.sort().map((type) => ({ code: 'non-dit', quoi: 'type', texte: type })) };
}

/** PLA-32: the week of a VFREEBUSY, as a typical week valid for these seven days: it says nothing of others. */
export function readFreeBusy(texte: string, zone: string): Reading {
  const offsets = fuseau(zone);
  if (!offsets) return { planning: { semaine: [] }, constats: [{ code: 'non-repris', quoi: 'fuseau', texte: zone }] };
  const constats: Constat[] = [];
  const local = (ms: number) => ms + (offsets.spanAt(ms)?.decalage ?? 0);
  const periodes: { readonly type: string; readonly debut: number; readonly fin: number }[] = [];
  texte.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/).forEach((ligne, rang) => {
    const [, params, valeur] = /^FREEBUSY((?:;[^:]*)?):(.*)$/i.exec(ligne) ?? [];
    if (valeur === undefined) return;
    const type = (/;FBTYPE=([^;:]+)/i.exec(params ?? '')?.[1] ?? 'BUSY').toUpperCase();
    for (const morceau of valeur.split(',')) {
      const [debut, fin] = readPeriode(morceau);
      if (debut === undefined || fin === undefined) constats.push({ code: 'illisible', rang, texte: morceau });
      else if (fin <= debut) constats.push({ code: fin === debut ? 'duree-nulle' : 'inversee', rang });
      else periodes.push({ type, debut, fin });
    }
  });
  const premier = readInstant(/^DTSTART[^:\r\n]*:(\S+)/im.exec(texte)?.[1] ?? '') ?? Math.min(...periodes.map(({ debut }) => debut));
  if (!Number.isFinite(premier)) return { planning: { semaine: [] }, constats };
  const jour = Math.floor(local(premier) / JOUR_MS);
  const lundi = jour - jourOfNumber(jour) + 1;

  // In a week that is never open the closed hours are all that is known; else they are what is left.
  const dits = Object.keys(LUS).slice(0, periodes.some(({ type }) => type === 'FREE' || type === 'BUSY-TENTATIVE') ? 2 : 3);
  const plages = periodes.flatMap(({ type, debut, fin }): Plage[] => {
    if (!dits.includes(type)) return [];
    const [de, a] = [debut, fin].map((ms) => Math.round(local(ms) / MINUTE_MS) - lundi * 1440) as [number, number];
    if (de < 0 || a > MINUTES_SEMAINE) constats.push({ code: 'non-repris', quoi: 'hors-semaine', texte: utc(debut) });
    const [dedans, jusqua] = [Math.max(de, 0), Math.min(a, MINUTES_SEMAINE)];
    return dedans < jusqua ? [{ debut: dedans, fin: jusqua, type: LUS[type]! }] : [];
  });
  return { planning: { semaine: merge(plages), validite: { du: dateOfNumber(lundi), au: dateOfNumber(lundi + 6) } }, constats };
}

/** The first instant of a day of the place. */
function localInstant(numero: number, zone: string): number {
  const minuit = numero * JOUR_MS;
  const offsets = fuseau(zone);
  const decalages = [minuit - JOUR_MS, minuit, minuit + JOUR_MS].map((ms) => offsets?.spanAt(ms)?.decalage ?? 0);
  return Math.min(...decalages.map((decalage) => minuit - decalage).filter((ms) => ms + (offsets?.spanAt(ms)?.decalage ?? 0) >= minuit));
}

const utc = (ms: number) => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const escapeText = (texte: string) => texte.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

function readInstant(texte: string): number | undefined {
  const [, annee, mois, jour, h, m, s] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(texte.trim()) ?? [];
  if (annee === undefined || dayNumber(`${annee}-${mois}-${jour}`) === undefined || Number(h) > 23 || Number(m) > 59 || Number(s) > 60) return undefined;
  return Date.UTC(Number(annee), Number(mois) - 1, Number(jour), Number(h), Number(m), Number(s));
}

/** `start/end` or `start/duration`. */
function readPeriode(texte: string): readonly [number | undefined, number | undefined] {
  const [debut = '', fin = ''] = texte.split('/');
  const de = readInstant(debut);
  const [, j = 0, h = 0, m = 0, s = 0] = /^\+?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(fin.trim())?.map((part) => Number(part ?? 0)) ?? [];
  const duree = ((j * 24 + h) * 60 + m) * MINUTE_MS + s * 1000;
  return [de, duree > 0 && de !== undefined ? de + duree : readInstant(fin)];
}

/** Lines of at most 75 octets (RFC 5545 §3.1). */
function fold(ligne: string): readonly string[] {
  const morceaux: string[] = [];
  let morceau = '';
  let octets = 0;
  for (const signe of ligne) {
    const poids = (signe.codePointAt(0) ?? 0) < 0x80 ? 1 : (signe.codePointAt(0) ?? 0) < 0x800 ? 2 : (signe.codePointAt(0) ?? 0) < 0x10000 ? 3 : 4;
    if (octets + poids > 75) { morceaux.push(morceau); morceau = ' '; octets = 1; }
    morceau += signe;
    octets += poids;
  }
  return [...morceaux, morceau];
}
