/** Texts of `ror-tree`. */
export const arbre = {
  etiquette: 'Répertoire',
  vide: 'Aucune structure à afficher.',
  videListe: 'Aucune fiche à afficher.',
  codes: {
    EJ: 'Entité juridique', EG: 'Entité géographique', P: 'Pôle', PM: 'Pôle multisites', S: 'Service', S1: 'Structure de niveau 1', S2: 'Structure de niveau 2',
    UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle', DF: 'Département français', TS: 'Territoire de santé', CB: 'Catégorie de besoins',
    GF: 'Groupe de filières', TF: 'Type de filière', NF: 'Niveau de filière', F: 'Filière', FAV: 'Liste de favoris', DC: 'Dossier collaboratif',
  },
  /** The state mark, for those who do not see it: of a published structure, of a fiche in a dossier. */
  etats: {
    repertoire: { verte: 'décrite', grise: 'à décrire' },
    liste: { verte: 'finalisée', grise: 'à compléter' },
  },
  actions: {
    ouvrir: 'Ouvrir', 'ouvrir-dossier': 'Ouvrir le dossier collaboratif', 'creer-dossier': 'Créer un dossier collaboratif',
    'ajouter-favori': 'Ajouter aux favoris', 'retirer-favori': 'Retirer des favoris', renommer: 'Renommer', deplacer: 'Déplacer',
    'signaler-anomalie': 'Signaler une anomalie',
  },
  /** What has no name of its own: the group of those that have no group, the first list of favourites. */
  sansNom: { groupe: 'Sans rattachement', FAV: 'Favoris', fiche: 'Sans nom' },
  favori: 'favori',
  favoris: {
    choisirAjout: (nom: string) => `Ajouter ${nom} à la liste`,
    choisirRetrait: (nom: string) => `Retirer ${nom} de la liste`,
    toutes: 'Toutes les listes',
    nouvelle: 'Nouvelle liste…',
    ajoute: (nom: string) => `${nom} est dans vos favoris.`,
    retire: (nom: string) => `${nom} n’est plus dans vos favoris.`,
    refuse: 'Vos favoris n’ont pas pu être changés : la liste est pleine ou n’existe plus.',
  },
  annuler: 'Annuler',
  introuvable: 'La structure demandée n’existe plus ou ne vous est pas ouverte.',
  domainesAjoutes: (domaines: string) => `La structure demandée est masquée par les cases cochées : ${domaines} a été coché pour l’afficher.`,
  actionsTitre: 'Actions',
  actionsDe: (nom: string) => `Actions de ${nom}`,
  menuDisponible: 'Menu d’actions disponible : touche Menu, Maj + F10 ou Alt + Entrée.',
  suite: (affichees: number, total: number | undefined) => (total === undefined ? 'Afficher la suite' : `Afficher la suite (${affichees} sur ${total})`),
  recues: (nombre: number) => (nombre > 1 ? `${nombre} lignes de plus.` : nombre === 1 ? 'Une ligne de plus.' : 'Il n’y a rien de plus.'),
  /** Nothing is being typed in a tree: a failure says what happened, and « Réessayer » follows. */
  echecs: {
    annulee: 'Le chargement a été interrompu.',
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
