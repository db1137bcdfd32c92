/** All the script of the page: a client with the partner's public token, and what is searched in the page's own address. */
import { depuisRequete, http, RorClient, versRequete, type RorSearch } from 'ror-elements';
import 'ror-elements/ror-search.js';

/** Before each name in the address: the other parameters are the town's. */
const PREFIXE = 'ror-';
const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

const recherche = document.getElementById('recherche') as RorSearch;
const choisie = document.getElementById('fiche-choisie') as HTMLElement;
const titre = document.getElementById('fiche-titre') as HTMLElement;

recherche.client = new RorClient(http({ baseUrl: meta('ror-serveur'), getToken: () => Promise.resolve(meta('ror-jeton')) }));

const lire = (): void => { recherche.criteres = depuisRequete(new URLSearchParams(location.search), PREFIXE); };
addEventListener('popstate', lire);
lire();

recherche.addEventListener('ror-criteres-change', ({ detail: { criteres } }) => {
  const siens = [...new URLSearchParams(location.search)].filter(([nom]) => !nom.startsWith(PREFIXE));
  const paires = [...siens, ...versRequete(criteres, PREFIXE)].map(([nom, valeur]): [string, string] => [nom, valeur]);
  history.pushState(null, '', paires.length > 0 ? `?${new URLSearchParams(paires)}` : location.pathname);
});

recherche.addEventListener('ror-fiche-open', ({ detail: { nom } }) => {
  titre.textContent = nom;
  choisie.hidden = false;
  titre.focus();
});
