import { Foret } from './foret.ts';
import type { NoeudArborescence } from './rows.ts';
import { nestedPlan, flatPlan, type AnomalieListe, type Lecteur } from './plan.ts';

export type { AnomalieListe, Lecteur } from './plan.ts';

/** A node of a list given whole. */
export interface NoeudListe extends NoeudArborescence {
  /** Absent, null or empty at the first level. */
  readonly parentId?: string | null | undefined;
}

/** How the nodes of a list are read when they say it themselves. */
const SAME: Lecteur<NoeudListe, NoeudListe> = { id: ({ id }) => id, parentId: ({ parentId }) => parentId, nombre: ({ nombreEnfants }) => nombreEnfants, noeud: (noeud) => noeud };

/** Builds a tree from a flat list, children in the order of the list (ARB-9, ARB-10). */
export function fromList<N extends NoeudListe>(noeuds: readonly N[], expanded: Iterable<string> = []): { arbre: Foret<N, N>; anomalies: readonly AnomalieListe[] } {
  return fromData(noeuds, SAME as unknown as Lecteur<N, N>, expanded);
}

/** Builds a tree from the objects of a host, nested or flat, which are read and not copied (ARB-9, ARB-10). */
export function fromData<D, N extends NoeudArborescence>(donnees: readonly D[], lecteur: Lecteur<D, N>, expanded: Iterable<string> = []): { arbre: Foret<D, N>; anomalies: readonly AnomalieListe[] } {
  const arbre = new Foret<D, N>(lecteur.enfants ? (reprise) => nestedPlan(donnees, lecteur, reprise) : flatPlan(donnees, lecteur), lecteur);
  arbre.replaceExpanded(expanded);
  return { arbre, anomalies: arbre.anomalies };
}
