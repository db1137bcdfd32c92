import { majuscule } from './planning-semaine.ts';

/** The typical week in the form of a fiche: its button, its window, what stands beside the week. *Définir la semaine type* and *Modifier* are the buttons of guide 002. */
export const planningFiche = {
  titre: 'Semaine type',
  definir: 'Définir la semaine type',
  aucune: 'Aucun horaire renseigné.',
  /** One type of range in words; « ouvert » goes without saying. */
  phrase: (type: string | undefined, semaine: string) => (type ? `${type} : ${semaine}` : majuscule(semaine)),
  chargement: 'Chargement de l’agenda…',
  echec: 'L’agenda n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
  autresTypes: 'Préciser d’autres types d’horaires (secrétariat, garde, consultation…)',
  modifier: 'Modifier',
  /** Not « Annuler », which in the same window takes back the last gesture. */
  fermer: 'Fermer sans modifier',
  suite: '« Modifier » remet la semaine dans le formulaire ; la fiche reste à enregistrer.',
  illisible: 'Des heures tapées ne peuvent pas être lues : corrigez-les ou effacez-les d’abord.',
  remise: (phrase: string) => `Semaine type remise dans le formulaire. ${phrase}`,
  inchangee: 'La semaine type n’a pas changé.',
  abandon: {
    question: 'Abandonner les changements de cette semaine ?',
    continuer: 'Continuer la saisie',
    abandonner: 'Abandonner les changements',
  },
  /** Records that the agenda does not show, kept as they are. */
  reste: {
    titre: 'Aussi dans cette fiche, conservé tel quel :',
    fermeture: (periode: string, heures: string, motif: string) => exception('Fermeture', periode, heures, motif),
    ouverture: (periode: string, heures: string, motif: string) => exception('Ouverture exceptionnelle', periode, heures, motif),
    autres: (nombre: number) => (nombre > 1 ? `${nombre} horaires que cet agenda ne peut pas montrer` : 'Un horaire que cet agenda ne peut pas montrer'),
    validite: (periode: string) => `Horaires valables ${periode}`,
  },
} as const;

function exception(quoi: string, periode: string, heures: string, motif: string): string {
  return `${quoi} ${periode}${heures && `, ${heures}`}${motif && ` (${motif})`}`;
}
