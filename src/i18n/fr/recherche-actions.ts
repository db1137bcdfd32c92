/** Texts of the menu of a result, loaded with it. */
export const rechercheActions = {
  ouvrirFiche: 'Ouvrir la fiche',
  copier: 'Copier les coordonnées',
  copie: 'Coordonnées copiées.',
  copieEnPanne: 'Les coordonnées n’ont pas pu être copiées.',
  ecrire: 'Envoyer un courriel',
  ajouterFavori: 'Ajouter aux favoris',
  retirerFavori: 'Retirer des favoris',
  favoriAjoute: (nom: string) => `${nom} : ajouté aux favoris.`,
  favoriRetire: (nom: string) => `${nom} : retiré des favoris.`,
  favoriEnPanne: 'Les favoris n’ont pas pu être changés.',
  signaler: 'Signaler une anomalie',
  telephone: 'Tél.',
} as const;
