import type { RefusFavoris } from '../../engine/favoris/commandes.ts';

type Refus = { readonly [C in RefusFavoris['code']]: (refus: Extract<RefusFavoris, { code: C }>) => string };

const refus: Refus = {
  'nom-vide': () => 'Donnez un nom à la liste.',
  'nom-pris': () => 'Une autre de vos listes porte déjà ce nom.',
  'liste-inconnue': () => 'Cette liste n’existe plus.',
  'trop-de-listes': ({ max }) => `Vous avez déjà ${max} listes : supprimez-en une pour en créer une autre.`,
  'trop-de-favoris': ({ max }) => `Cette liste contient déjà ${max} favoris : retirez-en un, ou choisissez une autre liste.`,
};

const favorisEnMots = (nombre: number): string => (nombre === 0 ? 'aucun favori' : `${nombre} favori${nombre > 1 ? 's' : ''}`);

/** Texts of `ror-favoris`. */
export const favoris = {
  refus,
  titre: 'Mes favoris',
  types: { EJ: 'Entité juridique', EG: 'Entité géographique', P: 'Pôle', S: 'Service', UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle' },
  sansNom: 'Favoris',
  nombre: favorisEnMots,
  vide: 'Vous n’avez pas encore de favoris.',
  videAide: 'Dans le répertoire, ouvrez le menu d’une structure (bouton « Actions » ou clic droit) et choisissez « Ajouter aux favoris » : vous la retrouverez ici, et dans le répertoire avec « Afficher par : Favoris ».',
  listeVide: 'Cette liste est vide. Rangez-y un favori d’une autre liste, ou ajoutez-en depuis le répertoire.',
  creer: 'Nouvelle liste',
  creerAction: 'Créer la liste',
  renommer: 'Renommer',
  renommerListe: (nom: string) => `Renommer la liste ${nom}`,
  supprimer: 'Supprimer',
  supprimerListe: (nom: string) => `Supprimer la liste ${nom}`,
  supprimerQuestion: (nom: string, nombre: number) => `Supprimer la liste « ${nom} » et ${nombre > 1 ? `ses ${nombre} favoris` : 'son favori'} ? Les structures restent dans le répertoire.`,
  nom: 'Nom de la liste',
  nomAide: 'Par exemple : Sorties d’hospitalisation.',
  enregistrer: 'Enregistrer',
  ranger: 'Ranger',
  rangerNoeud: (nom: string) => `Ranger ${nom} dans mes listes`,
  rangerTitre: 'Ranger dans mes listes',
  termine: 'Terminé',
  retirer: 'Retirer',
  retirerDe: (nom: string, liste: string) => `Retirer ${nom} de la liste ${liste}`,
  remettre: 'Annuler',
  faits: {
    cree: (nom: string) => `Liste « ${nom} » créée.`,
    renommee: (nom: string) => `La liste s’appelle maintenant « ${nom} ».`,
    supprimee: (nom: string) => `Liste « ${nom} » supprimée.`,
    ajoute: (nom: string, liste: string) => `${nom} ajouté à la liste « ${liste} ».`,
    retire: (nom: string, liste: string) => `${nom} retiré de la liste « ${liste} ».`,
  },
} as const;
