/** Grands groupes de disciplines: the boxes of *Afficher les structures* (guide 004). */
export const DOMAINES = ['MCO', 'MSS', 'PSY', 'SLD', 'SMA', 'SSR', 'VIL'] as const;

/** How the roots of the tree may be grouped (guide 001, "Afficher par"). */
export const GROUPEMENTS = ['entite-juridique', 'departement', 'categorie-de-besoins', 'territoire-de-sante', 'filiere', 'favoris'] as const;
