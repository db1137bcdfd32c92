import { coverage, asPlages, subtract } from '../intervalles.ts';
import { plageOf } from '../jours.ts';
import type { Exception, Periode, Planning } from '../planning.ts';
import { merge, normalize, byJour } from '../semaine.ts';
import { JOURS, MINUTES_JOUR, type Constat, type Jour, type Plage, type Semaine } from '../types.ts';
import { periodeKey, lastMinutes, FERMETURE, ouvertures, periode, basePeriode, semainesOf, type Reading } from './shared.ts';

/** What the model calls a Horaire, as numbers: one range of one day, weekly or within dates; without hours, the whole day. */
export interface Releve extends Periode {
  readonly jour?: Jour;
  /** Minutes of the day, `fin` above 1440 for a night; absent together. */
  readonly debut?: number;
  readonly fin?: number;
  readonly type: string;
  readonly motif?: string;
  /** Place in the source. */
  readonly rang: number;
}

/** PLA-30: records as a planning: those without dates are the typical week, those with dates close (08) or open besides. */
export function gather(releves: readonly Releve[], avant: readonly Constat[]): Reading {
  const constats = [...avant];
  const utiles = releves.filter((releve) => {
    const { jour, debut, type, rang } = releve;
    const quoi = debut === undefined && type !== FERMETURE ? 'heures' : jour === undefined && !datee(releve) ? 'jour' : undefined;
    if (quoi) constats.push({ code: 'non-repris', quoi, rang });
    return !quoi;
  });
  const validite = validiteOf(utiles);
  const deBase = (releve: Releve) => !datee(releve) || (validite && periodeKey(releve) === periodeKey(validite) && hebdomadaire(releve));

  const { semaine, constats: trop } = normalize(utiles.filter(deBase).flatMap(plages));
  const groupes = new Map<string, [Releve, ...Releve[]]>();
  for (const releve of utiles.filter((candidat) => !deBase(candidat))) {
    const effet = releve.type === FERMETURE ? releve.jour === undefined && releve.debut === undefined ? 'jours' : 'heures' : 'ouverture';
    const cle = [effet, periodeKey(releve), releve.motif ?? ''].join('|');
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(releve); else groupes.set(cle, [releve]);
  }
  const exceptions = [...groupes].map(([cle, groupe]): Exception => ({
    effet: groupe[0].type === FERMETURE ? 'fermeture' : 'ouverture', ...periode(groupe[0].du, groupe[0].au),
    ...(!cle.startsWith('jours|') && { semaine: merge(groupe.flatMap(plages)) }), ...(groupe[0].motif !== undefined && { motif: groupe[0].motif }),
  }));
  return {
    planning: { semaine, ...(validite && { validite }), ...(exceptions.length > 0 && { exceptions }) },
    constats: [...constats, ...trop],
  };
}

/** PLA-30: the period of the typical week, which records that hold for each day, or give a reason, have no part in. */
const validiteOf = (releves: readonly Omit<Releve, 'rang'>[]): Periode | undefined =>
  basePeriode(releves.filter((releve) => releve.type !== FERMETURE && hebdomadaire(releve)).map(({ du, au }) => periode(du, au)));

const hebdomadaire = ({ jour, motif }: Omit<Releve, 'rang'>) => jour !== undefined && motif === undefined;
const datee = ({ du, au }: Releve) => du !== undefined || au !== undefined;

/** A record within dates and without a weekday holds for each day. */
const plages = ({ jour, debut = 0, fin = MINUTES_JOUR, type }: Releve): readonly Plage[] =>
  (jour === undefined ? JOURS : [jour]).map((n) => plageOf({ debut, fin, type }, n));

/** PLA-28: a planning as records, one day and one type each, cut at midnight; hours instead of others become closures and openings. */
export function scatter(planning: Planning): { readonly releves: readonly Omit<Releve, 'rang'>[]; readonly constats: readonly Constat[] } {
  const { semaine, validite, exceptions = [], feries, vacances } = planning;
  const constats: Constat[] = [...lastMinutes(semainesOf(planning))];
  if (feries !== undefined) constats.push({ code: 'non-dit', quoi: 'feries' });
  if (vacances !== undefined && vacances !== 'normal') constats.push({ code: 'non-dit', quoi: 'vacances' });

  // Dates on a week that never opens would make exceptions of it.
  const releves = [...byPlage(semaine, semaine.some(({ type }) => type !== FERMETURE) ? validite : undefined)];
  for (const { effet, semaine: siennes, motif, du, au } of exceptions) {
    const dates = { ...periode(du, au), ...(motif !== undefined && { motif }) };
    if (!siennes && effet === 'fermeture') releves.push({ type: FERMETURE, ...dates });
    else if (!siennes) constats.push({ code: 'non-dit', quoi: 'sans-heures', ...(motif !== undefined && { texte: motif }) });
    else if (effet === 'fermeture') releves.push(...byPlage(merge(siennes.map((plage) => ({ ...plage, type: FERMETURE }))), dates));
    else if (effet === 'ouverture') releves.push(...byPlage(siennes, dates));
    else {
      constats.push({ code: 'non-dit', quoi: 'remplacement', ...(motif !== undefined && { texte: motif }) });
      const dit = (plages: Semaine) => coverage([...ouvertures(plages).ouvert, ...ouvertures(plages).aPreciser]);
      const enMoins = subtract(dit(semaine), dit(siennes));
      releves.push(...byPlage([...asPlages(enMoins, FERMETURE), ...siennes], dates));
    }
  }
  if (periodeKey(validiteOf(releves)) !== periodeKey(validite)) constats.push({ code: 'non-dit', quoi: 'validite' });
  return { releves, constats };
}

const byPlage = (semaine: Semaine, dates: Periode & { readonly motif?: string } = {}): readonly Omit<Releve, 'rang'>[] =>
  byJour(semaine).flat().map(({ jour, debut, fin, plage }) => ({ jour, debut, fin, type: plage.type, ...dates }));
