import type { Role } from '../../domain/acteur.ts';
import type { RefusAnomalie } from '../../engine/anomalie/refus.ts';

type Refus = { readonly [C in RefusAnomalie['code']]: (refus: Extract<RefusAnomalie, { code: C }>) => string };

const roles: Readonly<Record<Role, string>> = {
  lecteur: 'lecteur', referent: 'référent', direction: 'Direction', 'responsable-disponibilites': 'responsable de disponibilités en lits',
  tutelle: 'autorité de tutelle', gestionnaire: 'gestionnaire SESAN', support: 'support',
};

const jours = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });
const instants = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });
const jour = (iso: string): string => jours.format(new Date(iso));
const signalements = (nombre: number): string => `${nombre} signalement${nombre > 1 ? 's' : ''}`;

const refus: Refus = {
  role: ({ requis }) => `Cette action revient à un compte ${requis.map((role) => roles[role]).join(' ou ')}.`,
  'declarant-seulement': () => 'Seule la personne qui a signalé l’anomalie peut le faire.',
  'code-inconnu': ({ champ }) => (champ === 'statut' ? 'Choisissez un nouveau statut.' : champ === 'thematique' ? 'Choisissez ce qui ne va pas.' : 'Cette action n’est plus proposée.'),
  'message-vide': () => 'Expliquez l’anomalie en quelques mots.',
  'reponse-vide': () => 'Écrivez d’abord une réponse : elle sera lue par la personne qui a signalé l’anomalie.',
  transition: () => 'Ce changement de statut n’est pas possible depuis le statut actuel.',
  clos: () => 'Ce signalement est clos.',
  'non-assignable': () => 'Ce signalement ne peut pas être confié à cette personne.',
};

/** Texts of `ror-anomalies` and `ror-signalement`. Labels of codes are those of JDV_J241, J242 and J244. */
export const anomalies = {
  roles, refus,
  types: { EJ: 'Entité juridique', EG: 'Entité géographique', P: 'Pôle', S: 'Service', UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle' },
  personne: ({ nom, role }: { readonly nom: string; readonly role: Role }) => `${nom} (${roles[role]})`,

  /** What values are read with. */
  valeurs: { oui: 'Oui', non: 'Non', retire: 'valeur qui n’est plus en usage', inconnu: 'code inconnu de la nomenclature' },

  signaler: {
    titre: 'Signaler une anomalie',
    sur: 'Sur',
    thematique: 'Qu’est-ce qui ne va pas ?',
    /** By code of JDV_J241: the official labels are short. */
    aides: {
      '01': 'Il manque une information dans la fiche.', '02': 'Une unité ou une offre n’est pas décrite.', '03': 'Deux informations se contredisent.',
      '04': 'L’information n’est plus à jour.', '05': 'L’information n’est pas au bon endroit.', '06': 'L’information est fausse.',
    } as Readonly<Record<string, string>>,
    action: 'Action attendue',
    sansAction: 'Sans précision',
    champ: 'Information concernée',
    touteLaFiche: 'Toute la fiche',
    champsIllisibles: 'La liste des informations n’a pas pu être chargée : dites laquelle dans votre message.',
    valeurActuelle: 'Valeur actuelle',
    valeurVide: 'Non renseigné',
    valeurProposee: 'Valeur proposée',
    valeurAide: 'Ce qui devrait être écrit à la place, si vous le savez.',
    message: 'Votre message',
    messageAide: 'Décrivez l’anomalie. N’écrivez aucune information sur un patient.',
    facultatif: 'facultatif',
    envoyer: 'Envoyer le signalement',
    envoi: 'Envoi en cours…',
    retrouve: 'Votre texte a été conservé : reprenez où vous en étiez.',
    recommencer: 'Recommencer',
    obligatoire: 'Les champs marqués d’un astérisque sont obligatoires.',
    fait: 'Votre signalement a été envoyé',
    suite: 'L’administrateur du territoire le reçoit. Vous lirez sa réponse dans « Mes signalements ».',
    suiteSansDestinataire: 'Ce territoire n’a pas encore d’administrateur : SESAN reçoit votre signalement et le suit. Vous lirez la réponse dans « Mes signalements ».',
    suivre: 'Suivre ce signalement',
  },

  liste: {
    titre: { traiter: 'Anomalies signalées', 'mes-signalements': 'Mes signalements', tout: 'Tous les signalements' },
    portee: 'Afficher',
    portees: { traiter: 'Ceux que je peux traiter', 'mes-signalements': 'Mes signalements', tout: 'Tous' },
    statut: 'Statut',
    tous: 'Tous', ouverts: 'En cours', clos: 'Clos',
    thematique: 'Thématique', action: 'Action attendue', territoire: 'Territoire', assignation: 'Assignation',
    tousFeminin: 'Toutes', aMoi: 'À moi', aPersonne: 'À personne',
    filtres: (actifs: number) => (actifs > 0 ? `Filtres (${actifs})` : 'Filtres'),
    effacer: 'Effacer les filtres',
    vide: 'Aucun signalement à traiter : tout est à jour.',
    videFiltres: 'Aucun signalement ne correspond à ces filtres.',
    videMiens: 'Vous n’avez encore rien signalé.',
    videMiensAide: 'Une information fausse ou qui manque ? Dans le répertoire, ouvrez la fiche ou le menu d’une structure, puis « Signaler une anomalie ».',
    nombre: (nombre: number) => signalements(nombre),
    annonce: (nombre: number, montres: number) => (nombre > montres ? `${signalements(nombre)}, ${montres} affichés` : signalements(nombre)),
    suite: 'Afficher la suite',
    montres: (montres: number, nombre: number) => `${montres} sur ${nombre}`,
    par: (nom: string) => `Signalé par ${nom}`,
    assigneA: (nom: string) => `Assigné à ${nom}`,
    nonAssigne: 'Non assigné',
    modifieLe: (iso: string) => `Modifié le ${jour(iso)}`,
    repondu: 'Réponse reçue',
  },

  detail: {
    retour: 'Retour à la liste',
    ouvrirFiche: 'Ouvrir la fiche',
    signale: 'Ce qui est signalé',
    champ: 'Information concernée',
    valeurErronee: 'Valeur lue',
    valeurProposee: 'Valeur proposée',
    aucune: 'Aucune',
    message: 'Message',
    reponse: 'Dernière réponse',
    declarant: 'Signalé par', creeLe: 'Signalé le', modifieLe: 'Modifié le', closLe: 'Clos le', assigne: 'Assigné à', territoire: 'Territoire', personne: 'Personne',
    instant: (iso: string) => instants.format(new Date(iso)),
    jour,
    /** What the reporter may expect, by code of JDV_J244. */
    devient: {
      '01': 'Votre signalement est enregistré.', '02': 'Votre signalement attend d’être traité par l’administrateur du territoire.',
      '03': 'Vous avez annulé ce signalement.', '04': 'Ce territoire n’a pas encore d’administrateur : SESAN suit votre signalement.',
      '05': 'Votre signalement a été transmis à la structure, qui doit le traiter.', '06': 'L’anomalie est connue et sera corrigée plus tard : la raison est dans la réponse.',
      '07': 'L’anomalie ne sera pas corrigée : la raison est dans la réponse.', '08': 'L’anomalie est corrigée. Si ce n’est pas le cas, dites-le.',
      '09': 'Votre signalement n’a pas été retenu : la raison est dans la réponse. Vous pouvez la contester.', '10': 'Votre signalement est en cours de vérification.',
      '11': 'Votre signalement doit être transmis à quelqu’un d’autre.',
    } as Readonly<Record<string, string>>,
    historique: 'Historique',
    serveur: 'Automatique',
    faits: {
      'anomalie-signalee': () => 'Anomalie signalée', 'statut-change': (quoi: string) => `Statut : ${quoi}`, 'anomalie-assignee': (quoi: string) => (quoi ? `Assigné à ${quoi}` : 'Assignation retirée'),
      'reponse-donnee': () => 'Réponse', 'precision-ajoutee': () => 'Précision',
    } as Readonly<Record<string, (quoi: string) => string>>,
  },

  actes: {
    titre: 'Traiter ce signalement',
    titreDeclarant: 'Votre signalement',
    assignation: 'Assignation',
    mAttribuer: 'M’attribuer',
    assigner: 'Assigner',
    assignerA: 'Assigner à',
    choisir: 'Choisir une personne…',
    retirer: 'Retirer l’assignation',
    dejaVous: 'Ce signalement vous est assigné.',
    nouveauStatut: 'Nouveau statut',
    choisirStatut: 'Choisir un statut…',
    statutAChoisir: 'Choisissez un nouveau statut.',
    reponse: 'Réponse au déclarant',
    reponseAide: 'Elle sera lue par la personne qui a signalé l’anomalie.',
    changerStatut: 'Changer le statut',
    repondre: 'Répondre sans changer le statut',
    preciser: 'Ajouter une précision',
    precision: 'Précision',
    precisionAide: 'Elle sera lue par ceux qui traitent votre signalement.',
    contester: 'Contester',
    contestation: 'Pourquoi contestez-vous ?',
    contestationAide: 'Votre signalement sera de nouveau vérifié.',
    annuler: 'Annuler mon signalement',
    annulerQuestion: 'Annuler ce signalement ? Personne ne le traitera plus. Il restera dans votre liste.',
    garder: 'Garder mon signalement',
    conflit: 'Une autre personne a traité ce signalement entre-temps : voici où il en est maintenant. Votre texte est conservé.',
    faits: {
      assigner: 'Assignation enregistrée.', 'changer-statut': 'Statut enregistré.', repondre: 'Message envoyé.', annuler: 'Signalement annulé.', contester: 'Contestation envoyée.',
    },
  },
} as const;
