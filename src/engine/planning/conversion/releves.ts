import { couverture, refermer, soustraire } from '../intervalles.ts';
import { plageDe } from '../jours.ts';
import type { Exception, Periode, Planning } from '../planning.ts';
import { fusionner, normaliser, parJour } from '../semaine.ts';
import { JOURS, MINUTES_JOUR, type Constat, type Jour, type Plage, type Semaine } from '../types.ts';
import { clePeriode, dernieresMinutes, FERMETURE, ouvertures, periode, periodeDeBase, semainesDe, type Lecture } from './commun.ts';

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
export function rassembler(releves: readonly Releve[], avant: readonly Constat[]): Lecture {
  const constats = [...avant];
  const utiles = releves.filter((releve) => {
    const { jour, debut, type, rang } = releve;
    const quoi = debut === undefined && type !== FERMETURE ? 'heures' : jour === undefined && !datee(releve) ? 'jour' : undefined;
    if (quoi) constats.push({ code: 'non-repris', quoi, rang });
    return !quoi;
  });
  const validite = validiteDe(utiles);
  const deBase = (releve: Releve) => !datee(releve) || (validite && clePeriode(releve) === clePeriode(validite) && hebdomadaire(releve));

  const { semaine, constats: trop } = normaliser(utiles.filter(deBase).flatMap(plages));
  const groupes = new Map<string, [Releve, ...Releve[]]>();
  for (const releve of utiles.filter((candidat) => !deBase(candidat))) {
    const effet = releve.type === FERMETURE ? releve.jour === undefined && releve.debut === undefined ? 'jours' : 'heures' : 'ouverture';
    const cle = [effet, clePeriode(releve), releve.motif ?? ''].join('|');
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(releve); else groupes.set(cle, [releve]);
  }
  const exceptions = [...groupes].map(([cle, groupe]): Exception => ({
    effet: groupe[0].type === FERMETURE ? 'fermeture' : 'ouverture', ...periode(groupe[0].du, groupe[0].au),
    ...(!cle.startsWith('jours|') && { semaine: fusionner(groupe.flatMap(plages)) }), ...(groupe[0].motif !== undefined && { motif: groupe[0].motif }),
  }));
  return {
    planning: { semaine, ...(validite && { validite }), ...(exceptions.length > 0 && { exceptions }) },
    constats: [...constats, ...trop],
  };
}

/** PLA-30: the period of the typical week, which records that hold for each day, or give a reason, have no part in. */
const validiteDe = (releves: readonly Omit<Releve, 'rang'>[]): Periode | undefined =>
  periodeDeBase(releves.filter((releve) => releve.type !== FERMETURE && hebdomadaire(releve)).map(({ du, au }) => periode(du, au)));

const hebdomadaire = ({ jour, motif }: Omit<Releve, 'rang'>) => jour !== undefined && motif === undefined;
const datee = ({ du, au }: Releve) => du !== undefined || au !== undefined;

/** A record within dates and without a weekday holds for each day. */
const plages = ({ jour, debut = 0, fin = MINUTES_JOUR, type }: Releve): readonly Plage[] =>
  (jour === undefined ? JOURS : [jour]).map((n) => plageDe({ debut, fin, type }, n));

/** PLA-28: a planning as records, one day and one type each, cut at midnight; hours instead of others become closures and openings. */
export function eparpiller(planning: Planning): { readonly releves: readonly Omit<Releve, 'rang'>[]; readonly constats: readonly Constat[] } {
  const { semaine, validite, exceptions = [], feries, vacances } = planning;
  const constats: Constat[] = [...dernieresMinutes(semainesDe(planning))];
  if (feries !== undefined) constats.push({ code: 'non-dit', quoi: 'feries' });
  if (vacances !== undefined && vacances !== 'normal') constats.push({ code: 'non-dit', quoi: 'vacances' });

  // Dates on a week that never opens would make exceptions of it.
  const releves = [...parPlage(semaine, semaine.some(({ type }) => type !== FERMETURE) ? validite : undefined)];
  for (const { effet, semaine: siennes, motif, du, au } of exceptions) {
    const dates = { ...periode(du, au), ...(motif !== undefined && { motif }) };
    if (!siennes && effet === 'fermeture') releves.push({ type: FERMETURE, ...dates });
    else if (!siennes) constats.push({ code: 'non-dit', quoi: 'sans-heures', ...(motif !== undefined && { texte: motif }) });
    else if (effet === 'fermeture') releves.push(...parPlage(fusionner(siennes.map((plage) => ({ ...plage, type: FERMETURE }))), dates));
    else if (effet === 'ouverture') releves.push(...parPlage(siennes, dates));
    else {
      constats.push({ code: 'non-dit', quoi: 'remplacement', ...(motif !== undefined && { texte: motif }) });
      const dit = (plages: Semaine) => couverture([...ouvertures(plages).ouvert, ...ouvertures(plages).aPreciser]);
      const enMoins = soustraire(dit(semaine), dit(siennes));
      releves.push(...parPlage([...refermer(enMoins, FERMETURE), ...siennes], dates));
    }
  }
  if (clePeriode(validiteDe(releves)) !== clePeriode(validite)) constats.push({ code: 'non-dit', quoi: 'validite' });
  return { releves, constats };
}

const parPlage = (semaine: Semaine, dates: Periode & { readonly motif?: string } = {}): readonly Omit<Releve, 'rang'>[] =>
  parJour(semaine).flat().map(({ jour, debut, fin, plage }) => ({ jour, debut, fin, type: plage.type, ...dates }));
