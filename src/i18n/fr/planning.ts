import type { Raison } from '../../engine/planning/journees.ts';
import type { Groupe } from '../../engine/planning/resume.ts';
import type { Changement, Statut } from '../../engine/planning/statut.ts';
import type { Constat, Intervalle, NonDit, NonRepris, Refus } from '../../engine/planning/types.ts';
import type { HeuresLues } from '../../engine/planning/heures.ts';

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;
const ESPACE = '\u00a0';

const jour = (n: number) => JOURS[n - 1] ?? '';

/** « 9 h », « 12 h 30 »: the spaces do not break. */
function heure(minute: number): string {
  if (minute === 1440) return 'minuit';
  const duJour = minute % 1440;
  return `${Math.floor(duJour / 60)}${ESPACE}h${duJour % 60 === 0 ? '' : `${ESPACE}${String(duJour % 60).padStart(2, '0')}`}`;
}

/** As it is said, so that no voice reads « 9 hache »: « 9 heures 30 », « midi ». */
function heureDite(minute: number): string {
  const duJour = minute % 1440;
  if (duJour === 0) return 'minuit';
  if (duJour === 720) return 'midi';
  const h = Math.floor(duJour / 60);
  return `${h} ${h > 1 ? 'heures' : 'heure'}${duJour % 60 === 0 ? '' : ` ${duJour % 60}`}`;
}

const majuscule = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);
const enumerer = (mots: readonly string[]) => (mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1)}`);

/** « du 1er au 23 août 2026 », « à partir du 3 mars 2026 », « jusqu’au… », « le 14 juillet 2026 ». */
function date(iso: string): string {
  const [annee, mois, quantieme] = iso.split('-').map(Number) as [number, number, number];
  return `${quantieme === 1 ? '1er' : quantieme} ${MOIS[mois - 1] ?? ''} ${annee}`;
}
function periode({ du, au }: { readonly du?: string; readonly au?: string }): string {
  if (du !== undefined && du === au) return `le ${date(du)}`;
  if (du !== undefined && au !== undefined) return `du ${date(du)} au ${date(au)}`;
  return du !== undefined ? `à partir du ${date(du)}` : au !== undefined ? `jusqu’au ${date(au)}` : '';
}

/** « de 9 h à 12 h 30 et de 14 h à 18 h », « 24 h/24 », « de 22 h à 6 h le lendemain ». */
const heures = (plages: readonly Intervalle[]) => enumerer(plages.map(({ debut, fin }) => (debut === 0 && fin === 1440
  ? `24${ESPACE}h/24` : `de ${heure(debut)} à ${heure(fin)}${fin > 1440 ? ' le lendemain' : ''}`)));
const heuresDites = (plages: readonly Intervalle[]) => plages.map(({ debut, fin }) => (debut === 0 && fin === 1440
  ? 'toute la journée et toute la nuit' : `de ${heureDite(debut)} à ${heureDite(fin)}${fin > 1440 ? ' le lendemain' : ''}`)).join(', puis ');

function jours({ jours: lesquels, suites }: Pick<Groupe, 'jours' | 'suites'>): string {
  if (lesquels.length === 7) return 'tous les jours';
  return enumerer(suites.flatMap(({ de, a }) => (a - de < 2 ? (de === a ? [de] : [de, a]).map((n) => `le ${jour(n)}`) : [`du ${jour(de)} au ${jour(a)}`])));
}

const toujours = (groupes: readonly Groupe[]) => groupes[0]?.jours.length === 7 && groupes[0].heures.every(({ debut, fin }) => debut === 0 && fin === 1440);

/** « du lundi au vendredi de 9 h à 12 h 30 et de 14 h à 18 h ; le samedi de 9 h à 12 h ». */
function semaine(groupes: readonly Groupe[]): string {
  if (groupes.length === 0) return 'Aucun horaire';
  return toujours(groupes) ? `7${ESPACE}j/7 et 24${ESPACE}h/24` : groupes.map((groupe) => `${jours(groupe)} ${heures(groupe.heures)}`).join(`${ESPACE}; `);
}

/** The same for a screen reader: hours as they are said, pauses, and the days without hours. */
function semaineDite(groupes: readonly Groupe[]): string {
  if (groupes.length === 0) return 'Aucun horaire n’est indiqué.';
  if (toujours(groupes)) return 'Ouvert tous les jours, jour et nuit.';
  const reste = JOURS.map((_, i) => i + 1).filter((n) => !groupes.some((groupe) => groupe.jours.some((autre) => autre === n)));
  const phrases = groupes.map((groupe) => `${jours(groupe)}, ${heuresDites(groupe.heures)}`);
  return [...phrases, ...(reste.length > 0 ? [`rien ${enumerer(reste.map((n) => `le ${jour(n)}`))}`] : [])]
    .map((phrase) => `${majuscule(phrase)}.`).join(' ');
}

const etats = { ouvert: 'Ouvert', ferme: 'Fermé', inconnu: 'Horaires à vérifier' } as const;

/** The reason, apart from the state; empty when the typical week says it all. */
function raison(pourquoi: Raison): string {
  switch (pourquoi.code) {
    case 'semaine': return '';
    case 'a-preciser': return 'horaires à préciser';
    case 'horaires-absents': return 'horaires non renseignés';
    case 'fuseau-inconnu': return 'heure locale inconnue';
    case 'instant-illisible': return 'date inconnue';
    case 'hors-periode': return `horaires valables ${periode(pourquoi)}`;
    case 'exception': {
      const quoi = pourquoi.motif ?? { fermeture: 'fermeture exceptionnelle', ouverture: 'ouverture exceptionnelle', remplacement: 'horaires particuliers' }[pourquoi.effet];
      return [quoi, periode(pourquoi)].filter(Boolean).join(' ');
    }
    case 'ferie': return `jour férié (${pourquoi.nom})`;
    case 'vacances': return `vacances scolaires (${pourquoi.nom})`;
    case 'fermeture-definitive': return pourquoi.du === undefined ? 'fermeture définitive' : `fermeture définitive depuis le ${date(pourquoi.du)}`;
    case 'fermeture-provisoire': return ['fermeture provisoire', pourquoi.du === undefined ? '' : `depuis le ${date(pourquoi.du)}`,
      pourquoi.reouverture === undefined ? '' : `réouverture prévue le ${date(pourquoi.reouverture)}`].filter(Boolean).join(', ');
  }
}

/** « ouvre lundi à 9 h », « ferme à minuit », « ouvre le lundi 24 août 2026 à 9 h »; from or to an unknown state « fermé à partir de 12 h ». */
function prochain(change: Changement, depuis: Statut['etat'] = change.etat === 'ouvert' ? 'ferme' : 'ouvert'): string {
  const flou = depuis === 'inconnu' || change.etat === 'inconnu';
  // Midnight ends a day for people: a place open until midnight closes today, not tomorrow.
  const minuit = change.minute === 0 && change.etat === 'ferme' && !flou && change.dansJours > 0;
  const dansJours = change.dansJours - Number(minuit);
  const verbe = flou ? { ouvert: 'ouvert', ferme: 'fermé', inconnu: 'horaires à vérifier' }[change.etat] : change.etat === 'ouvert' ? 'ouvre' : 'ferme';
  const nom = jour(minuit ? (change.jourSemaine + 5) % 7 + 1 : change.jourSemaine);
  const quand = dansJours === 0 ? '' : dansJours === 1 ? ' demain' : dansJours < 7 ? ` ${nom}` : minuit ? ` la veille du ${date(change.jour)}` : ` le ${nom} ${date(change.jour)}`;
  return `${verbe}${quand} ${flou ? 'à partir de' : 'à'} ${minuit ? 'minuit' : heure(change.minute)}`;
}

/** « Fermé — ouvre lundi à 9 h ». The reason is {@link raison}, shown beside. */
const statut = (etat: Statut): string => (etat.prochain ? `${etats[etat.etat]} — ${prochain(etat.prochain, etat.etat)}` : etats[etat.etat]);

const refusParCode: { readonly [C in Refus['code']]: (refus: Extract<Refus, { code: C }>) => string } = {
  chevauchement: ({ avec }) => `Ces heures sont déjà prises : ${jour(Math.floor(avec.debut / 1440) + 1)} ${heures([{ debut: avec.debut % 1440, fin: avec.fin - avec.debut + (avec.debut % 1440) }])}.`,
  'plage-inconnue': () => 'Cette plage n’est plus dans la semaine.',
  'duree-nulle': () => 'La fin doit venir après le début.',
  'duree-excessive': ({ max }) => `Une plage ne peut pas durer plus de ${max === 1440 ? '24 heures' : '7 jours'}.`,
  'pause-nulle': () => 'L’après-midi doit commencer après la fin de la matinée.',
  'hors-limites': () => 'Indiquez une heure entre 0 h et 24 h.',
  'jour-inconnu': () => 'Ce jour n’existe pas.',
  'trop-de-plages': ({ max }) => `Une semaine ne peut pas avoir plus de ${max} plages.`,
};

const nonRepris: Readonly<Record<NonRepris, string>> = {
  jour: 'sans jour de la semaine', heures: 'sans heures', annee: 'sans année', secondes: 'les secondes', frequence: 'une semaine sur plusieurs',
  commentaire: 'un commentaire', ordre: 'une règle plus large qui en contredit une autre', fuseau: 'un fuseau horaire inconnu', 'hors-semaine': 'des heures d’une autre semaine',
};
const nonDit: Readonly<Record<NonDit, string>> = {
  type: 'le type de plage', motif: 'le motif', feries: 'la règle des jours fériés', vacances: 'la règle des vacances scolaires', validite: 'la période de validité',
  fermeture: 'la fermeture de la structure', 'derniere-minute': 'une fin à 23 h 59, qui sera lue comme minuit', 'sans-heures': 'une ouverture sans heures',
  remplacement: 'des horaires à la place d’autres, écrits comme des fermetures et des ouvertures', 'sans-fin': 'une exception sans date de fin',
};
const place = (rang: number | undefined) => (rang === undefined ? '' : `Ligne ${rang + 1} : `);
const cite = (texte: string | undefined) => (texte === undefined || texte === '' ? '' : ` (« ${texte} »)`);

const constatParCode: { readonly [C in Constat['code']]: (constat: Extract<Constat, { code: C }>) => string } = {
  illisible: ({ rang, texte }) => `${place(rang)}horaires illisibles${cite(texte)}, laissés de côté.`,
  inversee: ({ rang }) => `${place(rang)}la fin vient avant le début ; plage laissée de côté.`,
  'duree-nulle': ({ rang }) => `${place(rang)}la fin est égale au début ; plage laissée de côté.`,
  'duree-excessive': ({ rang }) => `${place(rang)}plage de plus d’une semaine, laissée de côté.`,
  'hors-limites': ({ rang }) => `${place(rang)}plage hors de la semaine, laissée de côté.`,
  fusion: ({ nombre }) => (nombre > 1 ? `${nombre} plages qui se chevauchaient ont été réunies.` : 'Des plages qui se chevauchaient ont été réunies.'),
  'non-repris': ({ quoi, rang, texte }) => `${place(rang)}non repris, ${nonRepris[quoi]}${cite(texte)}.`,
  'non-dit': ({ quoi, texte }) => `Ce format ne peut pas dire ${nonDit[quoi]}${cite(texte)}.`,
  'trop-de-plages': ({ nombre, max }) => `${nombre} plages : seules les ${max} premières sont gardées.`,
  'trop-d-exceptions': ({ nombre, max }) => `${nombre} exceptions : seules les ${max} premières sont gardées.`,
};

/** Why an operation is refused. */
const refus = (pourquoi: Refus): string => (refusParCode[pourquoi.code] as (refus: Refus) => string)(pourquoi);

/** What could not be read, or could not be said in a format. */
const constat = (quoi: Constat): string => majuscule((constatParCode[quoi.code] as (constat: Constat) => string)(quoi));

/** Why typed hours can't be read; `position` is where reading stopped, from 0. */
function illisible(position: number, pourquoi: Extract<HeuresLues, { illisible: string }>['raison'] = 'incompris'): string {
  if (pourquoi === 'hors-limites') return 'Indiquez des heures entre 0 h et 24 h.';
  if (pourquoi === 'inversee') return 'La fin doit venir après le début, au plus tard à midi le lendemain.';
  return `${position > 0 ? `Illisible à partir du ${position + 1}e caractère. ` : ''}Écrivez par exemple « 9h-12h30, 14h-18h ».`;
}

/** What an editor of the week needs at once, and what it needs when something is wrong: a page without a status does not carry its words. */
export const planningSemaine = { jour, heure, heures, semaine } as const;
export const planningMessages = { refus, constat, illisible } as const;

/** The typical week, its exceptions and the status of a place; each sentence has its spoken twin where a voice would stumble. */
export const planning = { jour, heure, heureDite, heures, heuresDites, date, periode, jours, semaine, semaineDite, etats, raison, prochain, statut, refus, constat, illisible } as const;
