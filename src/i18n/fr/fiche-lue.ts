const jour = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');

const depuis = (jours: number): string => {
  if (jours <= 0) return 'aujourd’hui';
  if (jours === 1) return 'hier';
  if (jours < 60) return `il y a ${jours} jours`;
  const mois = Math.floor(jours / 30.44);
  if (mois < 24) return `il y a ${mois} mois`;
  return `il y a ${Math.floor(jours / 365.25)} ans`;
};

/** Texts of the fiche read in the répertoire, which come with `ror-fiche`. */
export const ficheLue = {
  actions: 'Actions sur la fiche',
  ajouterFavori: 'Ajouter aux favoris',
  retirerFavori: 'Retirer des favoris',
  favoriAjoute: (nom: string) => `${nom} est dans vos favoris.`,
  favoriRetire: (nom: string) => `${nom} n’est plus dans vos favoris.`,
  favoriRefuse: 'Vos favoris n’ont pas pu être changés : réessayez, ou gérez vos listes de favoris.',
  copierContacts: 'Copier les contacts',
  contactsCopies: (nombre: number) => `${nombre > 1 ? `${nombre} lignes de contact sont copiées` : 'Le contact est copié'} dans le presse-papiers.`,
  copierLien: 'Copier le lien',
  lienCopie: 'Le lien vers cette fiche est copié.',
  copieImpossible: 'Le navigateur n’a pas permis la copie.',
  signaler: 'Signaler une anomalie',
  sommaire: 'Encadrés de la fiche',
  fraicheur: {
    'a-jour': (iso: string, jours: number) => `Mise à jour le ${jour(iso)} (${depuis(jours)})`,
    ancienne: (iso: string, jours: number) => `Dernière mise à jour le ${jour(iso)} (${depuis(jours)}) : à vérifier auprès de la structure`,
    jamais: 'Jamais décrite',
  },
  etats: { decrite: 'Publiée', 'a-decrire': 'À décrire' },
  bandeauA: { EN_COURS: 'Dossier en cours', REFUSE: 'Dossier renvoyé', EN_VALIDATION_INTERNE: 'En attente de validation interne', EN_VALIDATION_GESTIONNAIRE: 'En attente du gestionnaire', VALIDE: 'Dossier validé', ERREUR_PUBLICATION: 'Publication à reprendre' },
  dossier: (nom: string) => `Dossier collaboratif : ${nom}`,
  vosCorrections: 'Ce que vous corrigez ici paraît tout de suite ; la répercussion dans le dossier vous sera proposée.',
  retiree: 'Cette fiche n’est plus dans le répertoire, ou ne vous est plus ouverte.',
  retireeAide: 'Choisissez une autre structure dans le répertoire, ou recherchez-la par son nom.',
  joindre: 'Joindre et venir',
  description: 'Description',
  quiVoit: (audience: string) => `Qui le voit : ${audience}`,
  audiences: { public: 'tout public', professionnels: 'professionnels', restreint: 'accès restreint' },
  contact: 'Contact',
  lieu: {
    adresse: 'Adresse',
    adresseDe: (nom: string) => `Adresse de l’établissement ${nom}`,
    coordonnees: 'Coordonnées',
    point: (latitude: string, longitude: string) => `${latitude} ; ${longitude} (WGS 84)`,
    approchees: 'position non vérifiée sur place',
    ouvrirDans: (nom: string) => `Ouvrir dans ${nom}`,
    nouvelOnglet: 'nouvel onglet',
    carteAbsente: 'La carte n’a pas pu être chargée ; l’adresse et les coordonnées restent utilisables.',
  },
  capacites: { nature: 'Nature', precisions: 'Précisions', autre: 'Autre statut', source: (date: string) => `Capacités mises à jour le ${jour(date)}` },
  horaires: { maintenant: 'En ce moment', voirSemaine: 'Voir la semaine en détail', autres: 'Aussi' },
  enfants: {
    titre: (nombre: number) => `Rattachés à cette structure (${nombre})`,
    suite: 'Afficher la suite',
    chargement: 'Chargement des fiches rattachées…',
    echec: 'Les fiches rattachées n’ont pas pu être lues.',
    ajouter: 'Pour ajouter, déplacer ou retirer une unité, passez par un dossier collaboratif.',
    creerDossier: 'Créer un dossier collaboratif',
  },
  corriger: {
    bouton: 'Modifier',
    encadre: (titre: string) => `Modifier un encadré : ${titre}`,
    vides: 'Encadrés non renseignés',
    ailleurs: 'Cet encadré ne se modifie pas ici : le support le change, à votre demande.',
    chargement: 'Ouverture du formulaire…',
    echec: 'Le formulaire n’a pas pu être chargé : vérifiez votre connexion, puis réessayez.',
    enSuspens: (titre: string, nom: string) => `Votre saisie dans l’encadré « ${titre} » de « ${nom} » n’est pas enregistrée.`,
    reprendre: 'Reprendre ma saisie',
    abandonner: 'Abandonner',
  },
} as const;
