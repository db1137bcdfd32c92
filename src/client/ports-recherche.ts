import type { LieuPropose } from '../engine/recherche/resultats.ts';
import type { Point } from '../engine/recherche/trajet.ts';
import type { Deplacement } from '../engine/recherche/criteres.ts';

/** Port: where the places of a search come from. */
export interface Geocodeur {
  /** Places that a text may name, likeliest first. Rejects when the service does not answer, or answers nonsense. */
  chercher(texte: string, options: { readonly signal?: AbortSignal }): Promise<readonly LieuPropose[]>;
}

/** Port: how long it takes to go from one place to others. */
export interface Itineraires {
  /** Minutes to each place, in their order; `null` where there is no way. Rejects when the service does not answer, or answers nonsense. */
  durees(de: Point, vers: readonly Point[], moyen: Deplacement, options: { readonly signal?: AbortSignal }): Promise<readonly (number | null)[]>;
}
