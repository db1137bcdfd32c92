import type { Raison } from '../../engine/planning/journees.ts';
import type { Changement, Statut } from '../../engine/planning/statut.ts';
import { date, periode } from './planning-dates.ts';
import { constat, illisible, refus } from './planning-messages.ts';
import { heure, heureDite, heures, heuresDites, jour, jours, semaine, semaineDite } from './planning-semaine.ts';

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

/** The typical week, its exceptions and the status of a place; each sentence has its spoken twin where a voice would stumble. */
export const planning = { jour, heure, heureDite, heures, heuresDites, date, periode, jours, semaine, semaineDite, etats, raison, prochain, statut, refus, constat, illisible } as const;
