import { dateOfNumber, dayNumber } from '../dates.ts';
import { coverage, asPlages } from '../intervalles.ts';
import { byPrecision } from '../journees.ts';
import type { Exception, Periode, Planning, Regle } from '../planning.ts';
import { summarize, runsOf } from '../summary.ts';
import { totalMinutes, byJour } from '../semaine.ts';
import { MINUTES_JOUR, MINUTES_SEMAINE, type Constat, type Intervalle, type Jour, type Semaine } from '../types.ts';
import { lastMinutes, writeClock, FERMETURE, ouvertures, semainesOf, lostTypes } from './shared.ts';

export const JOURS_OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const MOIS_OSM = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * PLA-28, PLA-33: the `opening_hours` text of OpenStreetMap. Later rules have the last word there, so exceptions come
 * last, longest first; a rule is added with a comma where a night would otherwise be cut by the next rule.
 */
export function writeOsm(planning: Planning): { readonly texte: string; readonly constats: readonly Constat[] } {
  const { semaine, validite, exceptions = [], feries, vacances, fermeture } = planning;
  const constats: Constat[] = [...lostTypes(planning), ...lastMinutes(semainesOf(planning))];
  const { ouvert, aPreciser, connue } = ouvertures(semaine);
  const regles: string[] = [];
  const dates = validite ? `${writeDates(validite)} ` : '';

  const muette = !connue && exceptions.length === 0 && fermetures(semaine).length === 0;
  if ((!connue || validite) && !muette) regles.push('unknown');
  if (connue && (validite || ouvert.length === 0)) regles.push(`${dates}off`);
  if (!connue) regles.push(...semaineRules(fermetures(semaine), dates).map((regle) => `${regle} off`));
  if (totalMinutes(ouvert) === MINUTES_SEMAINE) regles.push(dates === '' ? '24/7' : `${dates}00:00-24:00`);
  else {
    const nuits = [...ouvert, ...aPreciser].some(({ debut, fin }) => Math.ceil(fin / MINUTES_JOUR) - Math.floor(debut / MINUTES_JOUR) > 1);
    const premiere = regles.length;
    regles.push(...semaineRules(ouvert, dates), ...semaineRules(aPreciser, dates).map((regle) => `${regle} unknown`));
    if (nuits || aPreciser.length > 0) regles.splice(premiere, regles.length, regles.slice(premiere).join(', '));
  }
  regles.push(...ruleText('SH', vacances, 'vacances', constats), ...ruleText('PH', feries, 'feries', constats));

  for (const exception of [...exceptions].sort(byPrecision)) regles.push(...exceptionRules(exception, constats));
  if (fermeture) regles.push(...fermetureRules(fermeture, constats));
  return { texte: regles.filter((regle) => regle !== '').join('; ').replaceAll('; , ', ', '), constats };
}

const fermetures = (semaine: Semaine) => asPlages(coverage(semaine, FERMETURE), FERMETURE);

/** One rule per group of days that have the same hours. */
const semaineRules = (semaine: Semaine, dates: string): readonly string[] =>
  summarize(semaine).map(({ jours, heures }) => `${dates}${writeJours(jours)}${writeHours(heures)}`);

const writeJours = (jours: readonly Jour[]) => (jours.length === 7 ? '' : `${runsOf(jours).map(({ de, a }) => {
  const [x, y] = [JOURS_OSM[de - 1]!, JOURS_OSM[a - 1]!];
  return de === a ? x : a === de + 1 ? `${x},${y}` : `${x}-${y}`;
}).join(',')} `);

const writeHours = (heures: readonly Intervalle[]) =>
  heures.map(({ debut, fin }) => `${writeClock(debut)}-${writeClock(fin > MINUTES_JOUR ? fin - MINUTES_JOUR : fin)}`).join(',');

/** `2026 Jul 13-2026 Aug 16`, `2026 Dec 24`. */
function writeDates({ du, au }: Periode): string {
  const une = (jour: string) => `${jour.slice(0, 4)} ${MOIS_OSM[Number(jour.slice(5, 7)) - 1]} ${jour.slice(8)}`;
  return du !== undefined && du === au ? une(du) : `${une(du ?? '1900-01-01')}-${une(au ?? '2199-12-31')}`;
}

function ruleText(jours: 'PH' | 'SH', regle: Regle | undefined, quoi: 'feries' | 'vacances', constats: Constat[]): readonly string[] {
  if (regle === undefined || (regle === 'normal' && jours === 'SH')) return [];
  if (regle === 'ferme') return [`${jours} off`];
  if (regle === 'a-verifier') return [`${jours} unknown`];
  if (regle !== 'normal') return [regle.length === 0 ? `${jours} off` : `${jours} ${writeHours(regle)}`];
  constats.push({ code: 'non-dit', quoi });
  return [];
}

function exceptionRules(exception: Exception, constats: Constat[]): readonly string[] {
  const { effet, semaine, motif, du, au } = exception;
  if (du === undefined || au === undefined) constats.push({ code: 'non-dit', quoi: 'sans-fin', ...(motif !== undefined && { texte: motif }) });
  const dates = `${writeDates(exception)} `;
  const mot = motif === undefined ? '' : ` "${motif.replaceAll('"', '’')}"`;
  if (!semaine) {
    if (effet === 'ouverture') constats.push({ code: 'non-dit', quoi: 'sans-heures', ...(motif !== undefined && { texte: motif }) });
    return effet === 'ouverture' ? [] : [`${dates}${effet === 'fermeture' ? 'off' : 'unknown'}${mot}`];
  }
  // Nights are cut at midnight: the dates are those of the calendar, on both sides.
  const parties = (plages: Semaine, etat: string) => {
    const jours = new Map<string, Jour[]>();
    byJour(plages).forEach((morceaux) => {
      const cle = writeHours(morceaux);
      if (cle !== '') jours.set(cle, [...jours.get(cle) ?? [], morceaux[0]!.jour]);
    });
    return [...jours].map(([heures, lesquels]) => `${dates}${writeJours(lesquels)}${heures}${etat}${mot}`);
  };
  if (effet === 'fermeture') return parties(asPlages(coverage(semaine), FERMETURE), ' off');
  const { ouvert, aPreciser } = ouvertures(semaine);
  const ferme = effet === 'ouverture' ? parties(fermetures(semaine), ' off') : [];
  // A remark alone would mean that it depends: the state is written.
  const ajouts = [...parties(ouvert, motif === undefined ? '' : ' open'), ...parties(aPreciser, ' unknown')];
  return [...(effet === 'remplacement' ? [`${dates}off${mot}`] : []), ...ajouts.map((ajout) => `, ${ajout}`), ...ferme];
}

function fermetureRules({ type, du, reouverture }: NonNullable<Planning['fermeture']>, constats: Constat[]): readonly string[] {
  if (type !== undefined) constats.push({ code: 'non-dit', quoi: 'fermeture' });
  const rouvre = type === 'DEF' || reouverture === undefined ? undefined : dayNumber(reouverture);
  return [`${writeDates({ ...(du !== undefined && { du }), ...(rouvre !== undefined && { au: dateOfNumber(rouvre - 1) }) })} off`];
}
