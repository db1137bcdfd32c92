/** Words that several elements use. */
export const commun = {
  chargement: 'Chargement en cours…',
  reessayer: 'Réessayer',
  annuler: 'Annuler',
  fermer: 'Fermer',
  obligatoire: 'obligatoire',
} as const;
