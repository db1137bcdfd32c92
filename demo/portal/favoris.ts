import type { RorClient, RorFavoris } from 'ror-elements';
import 'ror-elements/ror-favoris.js';

const favoris = document.getElementById('favoris') as RorFavoris;

/** Shows the section, as the lists are now: they may have been changed from the tree. */
export function showFavoris(client: RorClient): void {
  const again = favoris.client === client;
  favoris.client = client;
  if (again) void favoris.recharger();
}

/** @param onChange the lists were changed in this section: what shows them elsewhere has to be read again. */
export function wireFavoris(onChange: () => void): void {
  favoris.addEventListener('ror-favoris-change', onChange);
  favoris.addEventListener('ror-fiche-open', ({ detail: { noeudId } }) => { location.hash = `#/repertoire/${encodeURIComponent(noeudId)}`; });
}
