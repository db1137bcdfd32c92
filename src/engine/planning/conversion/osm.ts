import { dateDe, numeroDe } from '../dates.ts';
import { couverture, refermer } from '../intervalles.ts';
import { parPrecision } from '../journees.ts';
import type { Exception, Periode, Planning, Regle } from '../planning.ts';
import { resumer, suitesDe } from '../resume.ts';
import { duree, parJour } from '../semaine.ts';
import { MINUTES_JOUR, MINUTES_SEMAINE, type Constat, type Intervalle, type Jour, type Semaine } from '../types.ts';
import { dernieresMinutes, ecrireHM, FERMETURE, ouvertures, semainesDe, typesPerdus } from './commun.ts';

export const JOURS_OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const MOIS_OSM = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * PLA-28, PLA-33: the `opening_hours` text of OpenStreetMap. Later rules have the last word there, so exceptions come
 * last, longest first; a rule is added with a comma where a night would otherwise be cut by the next rule.
 */
export function ecrireOsm(planning: Planning): { readonly texte: string; readonly constats: readonly Constat[] } {
  const { semaine, validite, exceptions = [], feries, vacances, fermeture } = planning;
  const constats: Constat[] = [...typesPerdus(planning), ...dernieresMinutes(semainesDe(planning))];
  const { ouvert, aPreciser, connue } = ouvertures(semaine);
  const regles: string[] = [];
  const dates = validite ? `${ecrireDates(validite)} ` : '';

  const muette = !connue && exceptions.length === 0 && fermetures(semaine).length === 0;
  if ((!connue || validite) && !muette) regles.push('unknown');
  if (connue && (validite || ouvert.length === 0)) regles.push(`${dates}off`);
  if (!connue) regles.push(...semaineEnRegles(fermetures(semaine), dates).map((regle) => `${regle} off`));
  if (duree(ouvert) === MINUTES_SEMAINE) regles.push(dates === '' ? '24/7' : `${dates}00:00-24:00`);
  else {
    const nuits = [...ouvert, ...aPreciser].some(({ debut, fin }) => Math.ceil(fin / MINUTES_JOUR) - Math.floor(debut / MINUTES_JOUR) > 1);
    const premiere = regles.length;
    regles.push(...semaineEnRegles(ouvert, dates), ...semaineEnRegles(aPreciser, dates).map((regle) => `${regle} unknown`));
    if (nuits || aPreciser.length > 0) regles.splice(premiere, regles.length, regles.slice(premiere).join(', '));
  }
  regles.push(...regleEnTexte('SH', vacances, 'vacances', constats), ...regleEnTexte('PH', feries, 'feries', constats));

  for (const exception of [...exceptions].sort(parPrecision)) regles.push(...exceptionEnRegles(exception, constats));
  if (fermeture) regles.push(...fermetureEnRegles(fermeture, constats));
  return { texte: regles.filter((regle) => regle !== '').join('; ').replaceAll('; , ', ', '), constats };
}

const fermetures = (semaine: Semaine) => refermer(couverture(semaine, FERMETURE), FERMETURE);

/** One rule per group of days that have the same hours. */
const semaineEnRegles = (semaine: Semaine, dates: string): readonly string[] =>
  resumer(semaine).map(({ jours, heures }) => `${dates}${ecrireJours(jours)}${ecrireHeuresOsm(heures)}`);

const ecrireJours = (jours: readonly Jour[]) => (jours.length === 7 ? '' : `${suitesDe(jours).map(({ de, a }) => {
  const [x, y] = [JOURS_OSM[de - 1]!, JOURS_OSM[a - 1]!];
  return de === a ? x : a === de + 1 ? `${x},${y}` : `${x}-${y}`;
}).join(',')} `);

const ecrireHeuresOsm = (heures: readonly Intervalle[]) =>
  heures.map(({ debut, fin }) => `${ecrireHM(debut)}-${ecrireHM(fin > MINUTES_JOUR ? fin - MINUTES_JOUR : fin)}`).join(',');

/** `2026 Jul 13-2026 Aug 16`, `2026 Dec 24`. */
function ecrireDates({ du, au }: Periode): string {
  const une = (jour: string) => `${jour.slice(0, 4)} ${MOIS_OSM[Number(jour.slice(5, 7)) - 1]} ${jour.slice(8)}`;
  return du !== undefined && du === au ? une(du) : `${une(du ?? '1900-01-01')}-${une(au ?? '2199-12-31')}`;
}

function regleEnTexte(jours: 'PH' | 'SH', regle: Regle | undefined, quoi: 'feries' | 'vacances', constats: Constat[]): readonly string[] {
  if (regle === undefined || (regle === 'normal' && jours === 'SH')) return [];
  if (regle === 'ferme') return [`${jours} off`];
  if (regle === 'a-verifier') return [`${jours} unknown`];
  if (regle !== 'normal') return [regle.length === 0 ? `${jours} off` : `${jours} ${ecrireHeuresOsm(regle)}`];
  constats.push({ code: 'non-dit', quoi });
  return [];
}

function exceptionEnRegles(exception: Exception, constats: Constat[]): readonly string[] {
  const { effet, semaine, motif, du, au } = exception;
  if (du === undefined || au === undefined) constats.push({ code: 'non-dit', quoi: 'sans-fin', ...(motif !== undefined && { texte: motif }) });
  const dates = `${ecrireDates(exception)} `;
  const mot = motif === undefined ? '' : ` "${motif.replaceAll('"', '’')}"`;
  if (!semaine) {
    if (effet === 'ouverture') constats.push({ code: 'non-dit', quoi: 'sans-heures', ...(motif !== undefined && { texte: motif }) });
    return effet === 'ouverture' ? [] : [`${dates}${effet === 'fermeture' ? 'off' : 'unknown'}${mot}`];
  }
  // Nights are cut at midnight: the dates are those of the calendar, on both sides.
  const parties = (plages: Semaine, etat: string) => {
    const jours = new Map<string, Jour[]>();
    parJour(plages).forEach((morceaux) => {
      const cle = ecrireHeuresOsm(morceaux);
      if (cle !== '') jours.set(cle, [...jours.get(cle) ?? [], morceaux[0]!.jour]);
    });
    return [...jours].map(([heures, lesquels]) => `${dates}${ecrireJours(lesquels)}${heures}${etat}${mot}`);
  };
  if (effet === 'fermeture') return parties(refermer(couverture(semaine), FERMETURE), ' off');
  const { ouvert, aPreciser } = ouvertures(semaine);
  const ferme = effet === 'ouverture' ? parties(fermetures(semaine), ' off') : [];
  // A remark alone would mean that it depends: the state is written.
  const ajouts = [...parties(ouvert, motif === undefined ? '' : ' open'), ...parties(aPreciser, ' unknown')];
  return [...(effet === 'remplacement' ? [`${dates}off${mot}`] : []), ...ajouts.map((ajout) => `, ${ajout}`), ...ferme];
}

function fermetureEnRegles({ type, du, reouverture }: NonNullable<Planning['fermeture']>, constats: Constat[]): readonly string[] {
  if (type !== undefined) constats.push({ code: 'non-dit', quoi: 'fermeture' });
  const rouvre = type === 'DEF' || reouverture === undefined ? undefined : numeroDe(reouverture);
  return [`${ecrireDates({ ...(du !== undefined && { du }), ...(rouvre !== undefined && { au: dateDe(rouvre - 1) }) })} off`];
}
