/** Texts around the map of `ror-search`, loaded with it. */
export const rechercheCarte = {
  liste: 'Établissements de la carte',
  sansPosition: (n: number) => (n > 1 ? `${n} établissements sans position ne sont pas sur la carte.` : 'Un établissement sans position n’est pas sur la carte.'),
  cercle: (lieu: string) => `Le cercle indique le point de départ : ${lieu}.`,
  approchee: 'position approchée : centre de la commune',
  chargement: 'Chargement de la carte…',
  enPanne: 'La carte n’a pas pu être chargée : la liste dit la même chose.',
} as const;
