/** Who will read a field. */
export const audience = {
  public: 'Visible par tous',
  professionnels: 'Réservé aux professionnels',
  restreint: 'Accès restreint : ni le public ni l’ensemble des professionnels ne le voient',
  sensible: 'Unité sensible : toute la fiche est en accès restreint',
} as const;

/** The button that opens the legend. */
export const legendes = { afficher: 'Afficher la légende', titre: 'Légende' } as const;
