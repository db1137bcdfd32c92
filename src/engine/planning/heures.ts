import { FIN_NUIT } from './jours.ts';
import { MINUTES_JOUR, type Intervalle } from './types.ts';

/** Hours typed for one day: minutes of the day, `fin` above 1440 for a night; or the text as it was typed, and where reading stopped. */
export type HeuresRead =
  | { readonly heures: readonly Intervalle[]; readonly illisible?: undefined }
  | { readonly illisible: string; readonly position: number; readonly raison: 'incompris' | 'hors-limites' | 'inversee'; readonly heures?: undefined };

const FERME = /^(?:ferm[ée]e?s?|aucune?|n[ée]ant|repos|-|–|—)\.?$/;
const JOUR_ENTIER = /^(?:24\s*h?(?:eures)?\s*(?:\/|sur)\s*24(?:\s*h)?|h\s*24|24\s*h(?:eures)?|jour et nuit|(?:toute )?la journ[ée]e|en continu)\.?$/;
/** `9`, `9h`, `9 h 30`, `09:30`, `9.30`, `9h30min`, `0930`, `midi`, `minuit`; `suite` is what can't follow minutes after a blank. */
const heure = (suite: string) => new RegExp(
  `(midi|minuit)(?:\\s*(?:et demie?|(\\d{1,2})(?!\\d|${suite})))?`
  + `|(\\d{1,2})\\s*(?:(?:heures?|hrs?|h)(?:\\s*(\\d{2})(?!\\d|${suite})\\s*(?:minutes?|min|mn|m)?)?|[:.](\\d{2}))|(\\d{1,2})(\\d{2})(?!\\d)|(\\d{1,2})(?!\\d)`, 'y');
const HEURE_DEBUT = heure('\\s*h');
/** In « 9h-12h 14-18 » the 14 begins a range: it is not 12:14. */
const HEURE_FIN = heure('\\s*(?:h|[-–—→]|à)');
const TIRET = /\s*(?:-+>?|–|—|→|jusqu['’][àa]|[àa](?![a-zà-ÿ])|au)\s*/y;
/** What may stand between two ranges, or before the first. */
const ENTRE = /(?:[\s,;/+&|.]|\b(?:et|puis|de|du|des|d['’]|le|matin|apr[èe]s[- ]midi|soir|nuit|ouvert)(?![a-zà-ÿ])|:(?=\s))+/y;

/** PLA-17: « 9h-12h30, 14h-18h », « de 9 h à midi et de 14:00 à 18:00 », « 22h-6h », « fermé », « 24h/24 », as people write them. */
export function readHeures(texte: string): HeuresRead {
  const propre = texte.toLowerCase().replaceAll(/[\u00a0\u2009\u202f\t\r\n]/g, ' ');
  const essentiel = propre.trim();
  if (essentiel === '' || FERME.test(essentiel)) return { heures: [] };
  if (JOUR_ENTIER.test(essentiel)) return { heures: [{ debut: 0, fin: MINUTES_JOUR }] };

  const heures: Intervalle[] = [];
  const refuse = (position: number, raison: 'incompris' | 'hors-limites' | 'inversee' = 'incompris') => ({ illisible: texte, position, raison });
  let at = skip(ENTRE, propre, 0);
  while (at < propre.length) {
    const debut = readHeure(HEURE_DEBUT, propre, at);
    if (!debut) return refuse(at);
    const tiret = skip(TIRET, propre, debut.apres);
    if (tiret === debut.apres) return refuse(tiret);
    const fin = readHeure(HEURE_FIN, propre, tiret);
    if (!fin) return refuse(tiret);
    if (debut.minute >= MINUTES_JOUR || debut.minute < 0) return refuse(at, 'hors-limites');
    if (fin.minute < 0) return refuse(tiret, 'hors-limites');
    const plage = { debut: debut.minute, fin: fin.minute > debut.minute ? fin.minute : fin.minute + MINUTES_JOUR };
    if (plage.fin > FIN_NUIT || (plage.fin - plage.debut >= MINUTES_JOUR && plage.fin !== MINUTES_JOUR)) return refuse(tiret, 'inversee');
    heures.push(plage);
    const suite = skip(ENTRE, propre, fin.apres);
    if (suite === fin.apres && suite < propre.length) return refuse(suite);
    at = suite;
  }
  return heures.length > 0 ? { heures } : refuse(0);
}

/** « 9h », « 8h45 », « 24h »; a minute above 1440 is one of the next day: « 6h ». */
export function writeHeure(minute: number): string {
  const duJour = minute > MINUTES_JOUR ? minute - MINUTES_JOUR : minute;
  const minutes = duJour % 60;
  return `${Math.floor(duJour / 60)}h${minutes === 0 ? '' : String(minutes).padStart(2, '0')}`;
}

/** The text that {@link readHeures} reads back as the same hours; a closed day is the empty text. */
export const writeHeures = (heures: readonly Intervalle[]): string => heures.map(({ debut, fin }) => `${writeHeure(debut)}-${writeHeure(fin)}`).join(', ');

/** A time and the place after it; the minute is -1 when no clock shows it (27h, 9h75). */
function readHeure(forme: RegExp, texte: string, at: number): { readonly minute: number; readonly apres: number } | undefined {
  forme.lastIndex = at;
  const found = forme.exec(texte);
  if (!found) return undefined;
  const [tout, nom, nomMinutes, h, hMinutes, deuxPoints, serreeH, serreeM, seule] = found;
  const heure = nom === 'midi' ? 12 : nom === 'minuit' ? 0 : Number(h ?? serreeH ?? seule);
  const minutes = Number(nomMinutes ?? hMinutes ?? deuxPoints ?? serreeM ?? (/demi/.test(tout) ? 30 : 0));
  const minute = minutes < 60 && heure * 60 + minutes <= MINUTES_JOUR ? heure * 60 + minutes : -1;
  return { minute, apres: at + tout.trimEnd().length };
}

function skip(quoi: RegExp, texte: string, at: number): number {
  quoi.lastIndex = at;
  return at + (quoi.exec(texte)?.[0].length ?? 0);
}
