import type { Caller } from '../../controllers/contexts.ts';
import { RorFavorisChangeEvent } from '../ror-favoris/events.ts';
import type { Lue } from './lue.ts';

/** Puts a node into the first list of favourites, or takes it out of all. @returns the lists that hold it then; undefined when it could not be done. */
export async function toggleFavori(element: HTMLElement, client: Caller, { noeud: { id: noeudId }, favoris }: Lue): Promise<string[] | undefined> {
  try {
    const answer = await client.call('changerFavoris', { commande: { type: favoris.length > 0 ? 'retirer' : 'ajouter', noeudId } });
    if ('refus' in answer) return undefined;
    element.dispatchEvent(new RorFavorisChangeEvent(answer.listes));
    return answer.listes.filter(({ noeuds }) => noeuds.some(({ id }) => id === noeudId)).map(({ id }) => id);
  } catch {
    return undefined;
  }
}
