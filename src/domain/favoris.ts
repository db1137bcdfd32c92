import { TypeNoeud } from './noeud.ts';
import { z } from './zod.ts';

/** A list of favourites of one person. */
export const ListeFavoris = z.object({
  id: z.string(),
  /** Empty for the list that exists before any is named: the page words it. */
  nom: z.string(),
  /** In the order in which they were added. */
  noeuds: z.array(z.object({ id: z.string(), type: TypeNoeud, nom: z.string() })),
});
export type ListeFavoris = z.infer<typeof ListeFavoris>;
