import { effacerJour, plageOf } from '../jours.ts';
import type { Exception, Planning, Regle } from '../planning.ts';
import { merge, normalize } from '../semaine.ts';
import { couper } from '../operations.ts';
import { JOURS, MINUTES_JOUR, TYPE_DEFAUT, type Constat, type Intervalle, type Jour, type Semaine } from '../types.ts';
import { A_PRECISER, periodeKey, contains, FERMETURE, periode, type Reading } from './shared.ts';
import { readOsmRules, type OsmRule } from './osm-rules.ts';

const ENTIER: readonly Intervalle[] = [{ debut: 0, fin: MINUTES_JOUR }];
const TYPES = { ouvert: TYPE_DEFAUT, inconnu: A_PRECISER, ferme: FERMETURE } as const;

/**
 * PLA-28, PLA-33: an `opening_hours` text of OpenStreetMap, written by us or by hand. Dates without a year are read
 * in the `annee` given, or said. A rule that can't be held is said with its text, and the rest is kept.
 */
export function readOsm(texte: string, annee?: number): Reading {
  const constats: Constat[] = [];
  let semaine: Semaine = [];
  let exceptions: readonly Exception[] = [];
  const regles: { feries?: Regle; vacances?: Regle } = {};

  for (const [rang, regle] of readOsmRules(texte, annee).entries()) {
    if ('defaut' in regle) {
      constats.push(regle.defaut === 'annee' ? { code: 'non-repris', quoi: 'annee', rang, texte: regle.texte } : { code: regle.defaut, rang, texte: regle.texte });
      continue;
    }
    const fetes = regle.feries || regle.vacances;
    if (fetes && regle.dates.length > 0) { constats.push({ code: 'illisible', rang, texte: regle.texte }); continue; }
    if (regle.feries) regles.feries = ruleOf(regle, regles.feries);
    if (regle.vacances) regles.vacances = ruleOf(regle, regles.vacances);
    if (fetes && regle.jours.length === 0) continue;
    if (regle.dates.length === 0) {
      semaine = onSemaine(semaine, regle);
      if (regle.motif !== undefined) constats.push({ code: 'non-repris', quoi: 'commentaire', rang, texte: regle.motif });
    }
    for (const dates of regle.dates) {
      if (exceptions.some((avant) => contains(dates, avant) && periodeKey(avant) !== periodeKey(dates))) constats.push({ code: 'non-repris', quoi: 'ordre', rang, texte: regle.texte });
      exceptions = onExceptions(semaine, exceptions, dates, regle);
    }
  }
  const ouverte = semaine.filter(({ type }) => type !== FERMETURE);
  const { semaine: lue, constats: trop } = normalize(ouverte.length > 0 ? ouverte : semaine);
  return { planning: { ...validiteOf(lue, exceptions), ...regles }, constats: [...constats, ...trop] };
}

/** Without days, a rule is of every day; without hours, of the whole day. */
const joursOf = ({ jours }: OsmRule): readonly Jour[] => (jours.length > 0 ? jours : JOURS);
const heuresOf = ({ heures }: OsmRule): readonly Intervalle[] => (heures.length > 0 ? heures : ENTIER);
const plagesOf = (regle: OsmRule, type: string) => joursOf(regle).flatMap((jour) => heuresOf(regle).map((plage) => plageOf({ ...plage, type }, jour)));

/** A rule of the week: replaces its days, or adds to them; what is closed for sure counts only while nothing is open. */
function onSemaine(semaine: Semaine, regle: OsmRule): Semaine {
  const plages = plagesOf(regle, TYPES[regle.etat]);
  if (regle.etat !== 'ferme') return merge([...(regle.ajoute ? semaine : withoutJours(semaine, joursOf(regle))), ...plages]);
  const reste = plages.reduce((avant, { debut, fin }) => couper(avant, debut, fin).semaine ?? avant, semaine);
  return merge([...reste, ...plages]);
}

const withoutJours = (semaine: Semaine, jours: readonly Jour[]): Semaine => jours.reduce<Semaine>((avant, jour) => effacerJour(avant, jour).semaine ?? avant, semaine);

function ruleOf(regle: OsmRule, avant: Regle | undefined): Regle {
  if (regle.etat === 'ferme') return 'ferme';
  if (regle.etat === 'inconnu') return 'a-verifier';
  return [...(regle.ajoute && Array.isArray(avant) ? (avant as readonly Intervalle[]) : []), ...heuresOf(regle).map(({ debut, fin }) => ({ debut, fin: Math.min(fin, MINUTES_JOUR) }))];
}

/** A rule within dates: closes, opens besides, or holds instead; with the rule before when the dates are the same. */
function onExceptions(semaine: Semaine, exceptions: readonly Exception[], dates: { readonly du: string; readonly au: string }, regle: OsmRule): readonly Exception[] {
  const memes = (autre: Exception) => periodeKey(autre) === periodeKey(dates);
  const motif = regle.motif === undefined ? {} : { motif: regle.motif };
  const siennes = merge(plagesOf(regle, TYPES[regle.etat]));
  if (regle.etat === 'ferme' && regle.heures.length === 0 && regle.jours.length === 0) return [...exceptions.filter((autre) => !memes(autre)), { effet: 'fermeture', ...dates, ...motif }];

  const avant = exceptions.find(memes);
  const effet: Exception['effet'] = regle.etat === 'ferme' ? 'fermeture' : regle.ajoute ? 'ouverture' : 'remplacement';
  const autres = exceptions.filter((autre) => autre !== avant);
  if (!avant) {
    // A rule of some days leaves the others as they are in the week.
    const base = effet === 'remplacement' && regle.jours.length > 0 ? withoutJours(semaine, regle.jours) : [];
    return [...autres, { effet, ...dates, semaine: merge([...base, ...siennes]), ...motif }];
  }
  const remplace = avant.effet === 'remplacement' || (avant.effet === 'fermeture' && !avant.semaine);
  const commun = { ...dates, ...(avant.motif === undefined ? motif : { motif: avant.motif }) };
  if (remplace && effet !== 'fermeture') {
    const garde = effet === 'ouverture' ? avant.semaine ?? [] : withoutJours(avant.semaine ?? [], joursOf(regle));
    return [...autres, { effet: 'remplacement', ...commun, semaine: merge([...garde, ...siennes]) }];
  }
  if (avant.effet === effet && avant.semaine && avant.motif === regle.motif) return [...autres, { effet, ...commun, semaine: merge([...avant.semaine, ...siennes]) }];
  return [...exceptions, { effet, ...dates, semaine: siennes, ...motif }];
}

/** « unknown », then hours within one long period: dates of validity, as {@link writeOsm} writes them. */
function validiteOf(semaine: Semaine, exceptions: readonly Exception[]): Planning {
  const inconnue = semaine.length === 1 && semaine[0]!.type === A_PRECISER && semaine[0]!.fin - semaine[0]!.debut === 7 * MINUTES_JOUR;
  if (!inconnue) return { semaine, ...(exceptions.length > 0 && { exceptions }) };
  const [base] = exceptions;
  const tenue = base?.effet === 'remplacement' && base.motif === undefined && exceptions.every((autre) => contains(base, autre));
  if (!tenue) return { semaine: [], ...(exceptions.length > 0 && { exceptions }) };
  const reste = exceptions.slice(1);
  const validite = periode(base.du === '1900-01-01' ? undefined : base.du, base.au === '2199-12-31' ? undefined : base.au);
  return { semaine: base.semaine ?? [], ...(validite && { validite }), ...(reste.length > 0 && { exceptions: reste }) };
}
