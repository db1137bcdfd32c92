import type { ListeFavoris } from '../../domain/favoris.ts';

/** The person changed their lists of favourites, here or in the tree; `listes` is all of them, as the server has them now. */
export class RorFavorisChangeEvent extends CustomEvent<{ readonly listes: readonly ListeFavoris[] }> {
  constructor(listes: readonly ListeFavoris[]) {
    super('ror-favoris-change', { detail: { listes }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-favoris-change': RorFavorisChangeEvent }
}
