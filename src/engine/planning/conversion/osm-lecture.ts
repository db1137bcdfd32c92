import { effacerJour, plageDe } from '../jours.ts';
import type { Exception, Planning, Regle } from '../planning.ts';
import { fusionner, normaliser } from '../semaine.ts';
import { couper } from '../operations.ts';
import { JOURS, MINUTES_JOUR, TYPE_DEFAUT, type Constat, type Intervalle, type Jour, type Semaine } from '../types.ts';
import { A_PRECISER, clePeriode, contient, FERMETURE, periode, type Lecture } from './commun.ts';
import { lireReglesOsm, type RegleOsm } from './osm-regles.ts';

const ENTIER: readonly Intervalle[] = [{ debut: 0, fin: MINUTES_JOUR }];
const TYPES = { ouvert: TYPE_DEFAUT, inconnu: A_PRECISER, ferme: FERMETURE } as const;

/**
 * PLA-28, PLA-33: an `opening_hours` text of OpenStreetMap, written by us or by hand. Dates without a year are read
 * in the `annee` given, or said. A rule that can't be held is said with its text, and the rest is kept.
 */
export function lireOsm(texte: string, annee?: number): Lecture {
  const constats: Constat[] = [];
  let semaine: Semaine = [];
  let exceptions: readonly Exception[] = [];
  const regles: { feries?: Regle; vacances?: Regle } = {};

  for (const [rang, regle] of lireReglesOsm(texte, annee).entries()) {
    if ('defaut' in regle) {
      constats.push(regle.defaut === 'annee' ? { code: 'non-repris', quoi: 'annee', rang, texte: regle.texte } : { code: regle.defaut, rang, texte: regle.texte });
      continue;
    }
    const fetes = regle.feries || regle.vacances;
    if (fetes && regle.dates.length > 0) { constats.push({ code: 'illisible', rang, texte: regle.texte }); continue; }
    if (regle.feries) regles.feries = regleDe(regle, regles.feries);
    if (regle.vacances) regles.vacances = regleDe(regle, regles.vacances);
    if (fetes && regle.jours.length === 0) continue;
    if (regle.dates.length === 0) {
      semaine = surSemaine(semaine, regle);
      if (regle.motif !== undefined) constats.push({ code: 'non-repris', quoi: 'commentaire', rang, texte: regle.motif });
    }
    for (const dates of regle.dates) {
      if (exceptions.some((avant) => contient(dates, avant) && clePeriode(avant) !== clePeriode(dates))) constats.push({ code: 'non-repris', quoi: 'ordre', rang, texte: regle.texte });
      exceptions = surExceptions(semaine, exceptions, dates, regle);
    }
  }
  const ouverte = semaine.filter(({ type }) => type !== FERMETURE);
  const { semaine: lue, constats: trop } = normaliser(ouverte.length > 0 ? ouverte : semaine);
  return { planning: { ...validiteDe(lue, exceptions), ...regles }, constats: [...constats, ...trop] };
}

/** Without days, a rule is of every day; without hours, of the whole day. */
const joursDe = ({ jours }: RegleOsm): readonly Jour[] => (jours.length > 0 ? jours : JOURS);
const heuresDe = ({ heures }: RegleOsm): readonly Intervalle[] => (heures.length > 0 ? heures : ENTIER);
const plagesDe = (regle: RegleOsm, type: string) => joursDe(regle).flatMap((jour) => heuresDe(regle).map((plage) => plageDe({ ...plage, type }, jour)));

/** A rule of the week: replaces its days, or adds to them; what is closed for sure counts only while nothing is open. */
function surSemaine(semaine: Semaine, regle: RegleOsm): Semaine {
  const plages = plagesDe(regle, TYPES[regle.etat]);
  if (regle.etat !== 'ferme') return fusionner([...(regle.ajoute ? semaine : sansJours(semaine, joursDe(regle))), ...plages]);
  const reste = plages.reduce((avant, { debut, fin }) => couper(avant, debut, fin).semaine ?? avant, semaine);
  return fusionner([...reste, ...plages]);
}

const sansJours = (semaine: Semaine, jours: readonly Jour[]): Semaine => jours.reduce<Semaine>((avant, jour) => effacerJour(avant, jour).semaine ?? avant, semaine);

function regleDe(regle: RegleOsm, avant: Regle | undefined): Regle {
  if (regle.etat === 'ferme') return 'ferme';
  if (regle.etat === 'inconnu') return 'a-verifier';
  return [...(regle.ajoute && Array.isArray(avant) ? (avant as readonly Intervalle[]) : []), ...heuresDe(regle).map(({ debut, fin }) => ({ debut, fin: Math.min(fin, MINUTES_JOUR) }))];
}

/** A rule within dates: closes, opens besides, or holds instead; with the rule before when the dates are the same. */
function surExceptions(semaine: Semaine, exceptions: readonly Exception[], dates: { readonly du: string; readonly au: string }, regle: RegleOsm): readonly Exception[] {
  const memes = (autre: Exception) => clePeriode(autre) === clePeriode(dates);
  const motif = regle.motif === undefined ? {} : { motif: regle.motif };
  const siennes = fusionner(plagesDe(regle, TYPES[regle.etat]));
  if (regle.etat === 'ferme' && regle.heures.length === 0 && regle.jours.length === 0) return [...exceptions.filter((autre) => !memes(autre)), { effet: 'fermeture', ...dates, ...motif }];

  const avant = exceptions.find(memes);
  const effet: Exception['effet'] = regle.etat === 'ferme' ? 'fermeture' : regle.ajoute ? 'ouverture' : 'remplacement';
  const autres = exceptions.filter((autre) => autre !== avant);
  if (!avant) {
    // A rule of some days leaves the others as they are in the week.
    const base = effet === 'remplacement' && regle.jours.length > 0 ? sansJours(semaine, regle.jours) : [];
    return [...autres, { effet, ...dates, semaine: fusionner([...base, ...siennes]), ...motif }];
  }
  const remplace = avant.effet === 'remplacement' || (avant.effet === 'fermeture' && !avant.semaine);
  const commun = { ...dates, ...(avant.motif === undefined ? motif : { motif: avant.motif }) };
  if (remplace && effet !== 'fermeture') {
    const garde = effet === 'ouverture' ? avant.semaine ?? [] : sansJours(avant.semaine ?? [], joursDe(regle));
    return [...autres, { effet: 'remplacement', ...commun, semaine: fusionner([...garde, ...siennes]) }];
  }
  if (avant.effet === effet && avant.semaine && avant.motif === regle.motif) return [...autres, { effet, ...commun, semaine: fusionner([...avant.semaine, ...siennes]) }];
  return [...exceptions, { effet, ...dates, semaine: siennes, ...motif }];
}

/** « unknown », then hours within one long period: dates of validity, as {@link ecrireOsm} writes them. */
function validiteDe(semaine: Semaine, exceptions: readonly Exception[]): Planning {
  const inconnue = semaine.length === 1 && semaine[0]!.type === A_PRECISER && semaine[0]!.fin - semaine[0]!.debut === 7 * MINUTES_JOUR;
  if (!inconnue) return { semaine, ...(exceptions.length > 0 && { exceptions }) };
  const [base] = exceptions;
  const tenue = base?.effet === 'remplacement' && base.motif === undefined && exceptions.every((autre) => contient(base, autre));
  if (!tenue) return { semaine: [], ...(exceptions.length > 0 && { exceptions }) };
  const reste = exceptions.slice(1);
  const validite = periode(base.du === '1900-01-01' ? undefined : base.du, base.au === '2199-12-31' ? undefined : base.au);
  return { semaine: base.semaine ?? [], ...(validite && { validite }), ...(reste.length > 0 && { exceptions: reste }) };
}
