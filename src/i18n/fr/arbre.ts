/** Texts of `ror-tree`. */
export const arbre = {
  etiquette: 'Répertoire',
  vide: 'Aucune structure à afficher.',
  videListe: 'Aucune fiche à afficher.',
  codes: {
    EJ: 'Entité juridique', EG: 'Entité géographique', P: 'Pôle', S: 'Service', UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle',
    DF: 'Département français', DC: 'Dossier collaboratif',
  },
  /** The state mark, for those who do not see it: of a published structure, of a fiche in a dossier. */
  etats: {
    repertoire: { verte: 'décrite', grise: 'à décrire' },
    liste: { verte: 'finalisée', grise: 'à compléter' },
  },
  actions: { ouvrir: 'Ouvrir', 'ouvrir-dossier': 'Ouvrir le dossier collaboratif', 'creer-dossier': 'Créer un dossier collaboratif' },
  actionsTitre: 'Actions',
  actionsDe: (nom: string) => `Actions de ${nom}`,
  menuDisponible: 'Menu d’actions disponible : touche Menu, Maj + F10 ou Alt + Entrée.',
  suite: (affichees: number, total: number | undefined) => (total === undefined ? 'Afficher la suite' : `Afficher la suite (${affichees} sur ${total})`),
  recues: (nombre: number) => (nombre > 1 ? `${nombre} lignes de plus.` : nombre === 1 ? 'Une ligne de plus.' : 'Il n’y a rien de plus.'),
  /** Nothing is being typed in a tree: a failure says what happened, and « Réessayer » follows. */
  echecs: {
    offline: 'La connexion est interrompue.',
    unauthenticated: 'Votre session a expiré : reconnectez-vous.',
    denied: 'Votre compte ne permet pas de voir cette partie.',
    missing: 'Cette structure n’existe plus ou ne vous est pas ouverte.',
    stale: 'Ces données ont changé entre-temps.',
    'invalid-input': 'Le serveur n’a pas accepté la demande.',
    'invalid-answer': 'La réponse du serveur est incompréhensible.',
    'too-large': 'La demande est trop volumineuse.',
    server: 'Le serveur a rencontré une erreur.',
    'no-client': 'Cette arborescence n’est reliée à aucun serveur : placez-la dans <ror-provider>, ou donnez-lui un client ou des fiches.',
  },
} as const;
