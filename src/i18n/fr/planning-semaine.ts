import type { Groupe } from '../../engine/planning/summary.ts';
import type { Intervalle } from '../../engine/planning/types.ts';

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const ESPACE = '\u00a0';

export const jour = (n: number) => JOURS[n - 1] ?? '';

/** « 9 h », « 12 h 30 »: the spaces do not break. */
export function heure(minute: number): string {
  if (minute === 1440) return 'minuit';
  const duJour = minute % 1440;
  return `${Math.floor(duJour / 60)}${ESPACE}h${duJour % 60 === 0 ? '' : `${ESPACE}${String(duJour % 60).padStart(2, '0')}`}`;
}

/** As it is said, so that no voice reads « 9 hache »: « 9 heures 30 », « midi ». */
export function heureDite(minute: number): string {
  const duJour = minute % 1440;
  if (duJour === 0) return 'minuit';
  if (duJour === 720) return 'midi';
  const h = Math.floor(duJour / 60);
  return `${h} ${h > 1 ? 'heures' : 'heure'}${duJour % 60 === 0 ? '' : ` ${duJour % 60}`}`;
}

export const majuscule = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

export const enumerer = (mots: readonly string[]) => (mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1)}`);

/** « de 9 h à 12 h 30 et de 14 h à 18 h », « 24 h/24 », « de 22 h à 6 h le lendemain ». */
export const heures = (plages: readonly Intervalle[]) => enumerer(plages.map(({ debut, fin }) => (debut === 0 && fin === 1440
  ? `24${ESPACE}h/24` : `de ${heure(debut)} à ${heure(fin)}${fin > 1440 ? ' le lendemain' : ''}`)));
export const heuresDites = (plages: readonly Intervalle[]) => plages.map(({ debut, fin }) => (debut === 0 && fin === 1440
  ? 'toute la journée et toute la nuit' : `de ${heureDite(debut)} à ${heureDite(fin)}${fin > 1440 ? ' le lendemain' : ''}`)).join(', puis ');

export function jours({ jours: lesquels, suites }: Pick<Groupe, 'jours' | 'suites'>): string {
  if (lesquels.length === 7) return 'tous les jours';
  return enumerer(suites.flatMap(({ de, a }) => (a - de < 2 ? (de === a ? [de] : [de, a]).map((n) => `le ${jour(n)}`) : [`du ${jour(de)} au ${jour(a)}`])));
}

const toujours = (groupes: readonly Groupe[]) => groupes[0]?.jours.length === 7 && groupes[0].heures.every(({ debut, fin }) => debut === 0 && fin === 1440);

/** « du lundi au vendredi de 9 h à 12 h 30 et de 14 h à 18 h ; le samedi de 9 h à 12 h ». */
export function semaine(groupes: readonly Groupe[]): string {
  if (groupes.length === 0) return 'Aucun horaire';
  return toujours(groupes) ? `7${ESPACE}j/7 et 24${ESPACE}h/24` : groupes.map((groupe) => `${jours(groupe)} ${heures(groupe.heures)}`).join(`${ESPACE}; `);
}

/** The same for a screen reader: hours as they are said, pauses, and the days without hours. */
export function semaineDite(groupes: readonly Groupe[]): string {
  if (groupes.length === 0) return 'Aucun horaire n’est indiqué.';
  if (toujours(groupes)) return 'Ouvert tous les jours, jour et nuit.';
  const reste = JOURS.map((_, i) => i + 1).filter((n) => !groupes.some((groupe) => groupe.jours.some((autre) => autre === n)));
  const phrases = groupes.map((groupe) => `${jours(groupe)}, ${heuresDites(groupe.heures)}`);
  return [...phrases, ...(reste.length > 0 ? [`rien ${enumerer(reste.map((n) => `le ${jour(n)}`))}`] : [])]
    .map((phrase) => `${majuscule(phrase)}.`).join(' ');
}
