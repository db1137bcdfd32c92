/** Words of a map, loaded with it. */
export const carte = {
  nom: (points: number) => (points === 1 ? 'Carte du lieu' : `Carte de ${points} lieux`),
  zoomer: 'Zoomer',
  dezoomer: 'Dézoomer',
  toutVoir: 'Voir tous les lieux',
  sansTuiles: 'Sans fond de carte : les lieux sont placés les uns par rapport aux autres.',
  tuilesAbsentes: 'Le fond de carte ne répond pas.',
  depart: (lieu: string) => `Point de départ : ${lieu}`,
  echelle: (km: number) => (km < 1 ? `${Math.round(km * 1000)}\u00a0m` : `${km.toLocaleString('fr-FR')}\u00a0km`),
} as const;
