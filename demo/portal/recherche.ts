import { depuisRequete, versRequete, type RorClient, type RorSearch } from 'ror-elements';
import 'ror-elements/ror-search.js';

const ADRESSE = '#/recherche';
const recherche = document.getElementById('recherche') as RorSearch;

/** Whether an address is of this section. */
export const isRecherche = (hash: string): boolean => hash === ADRESSE || hash.startsWith(`${ADRESSE}?`);

/** Shows the section with what its address says is searched. */
export function showRecherche(client: RorClient): void {
  recherche.client = client;
  recherche.criteres = depuisRequete(new URLSearchParams(location.hash.slice(ADRESSE.length)));
}

/** What the person searches is written in the address, which is the portal's: it can be kept, shared, and gone back to. */
export function wireRecherche(): void {
  recherche.addEventListener('ror-criteres-change', ({ detail: { criteres } }) => {
    const requete = new URLSearchParams(versRequete(criteres).map(([nom, valeur]): [string, string] => [nom, valeur])).toString();
    history.pushState(null, '', requete === '' ? ADRESSE : `${ADRESSE}?${requete}`);
  });
  recherche.addEventListener('ror-fiche-open', ({ detail: { noeudId } }) => { location.hash = `#/repertoire/${encodeURIComponent(noeudId)}`; });
}
