import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';

/** What an action of a result is about: an offer, or its établissement. */
export interface Target {
  readonly id: string;
  readonly nom: string;
  readonly etablissement: EtablissementTrouve;
  readonly offre: OffreTrouvee | undefined;
}

/** The result of this identifier, among those found. */
export function targetOf(id: string, etablissements: readonly EtablissementTrouve[]): Target | undefined {
  for (const etablissement of etablissements) {
    if (etablissement.id === id) return { id, nom: etablissement.nom, etablissement, offre: undefined };
    const offre = etablissement.offres.find((one) => one.id === id);
    if (offre) return { id, nom: offre.nom, etablissement, offre };
  }
  return undefined;
}
