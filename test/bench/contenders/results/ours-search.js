// Our contender in the results task of the comparison bench; see ../README.md. `ror-elements/…` is this repository.
import 'ror-elements/ror-search.js';
import { FACETS, query } from '../../gen/results.js';

/** Our facets, in the place of theirs: twelve of them with our fixed ones (the last of theirs is read with the first). */
const NOMS = ['territoire', 'categorie', 'type', 'specialisation', 'public', 'temporalite', 'modalite', 'champ', 'accessibilite', 'mode', 'domaine'];
let el, all;
const root = () => el.shadowRoot;
const inView = (one) => { const { top, bottom } = one.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
/** Every établissement in view shows its units, every open facet its values. */
const shown = () => {
  const rows = [...root().querySelectorAll('.etablissement')].slice(0, 20).filter(inView);
  return rows.length > 0 && rows.every((one) => one.querySelector('.offre')) && [...root().querySelectorAll('details[open]')].every((one) => one.querySelector('input'));
};

function page({ criteres: { facettes = {} } }) {
  const sel = Object.fromEntries(NOMS.map((nom, i) => [FACETS[i], new Set(facettes[nom])]));
  const { hits, facets } = query(all, sel);
  const groups = new Map();
  for (const hit of hits) groups.set(hit.etab, [...(groups.get(hit.etab) ?? []), hit]);
  return {
    etablissements: [...groups].map(([id, offres]) => ({
      id, nom: offres[0].etabName, categorieEG: null, adresse: [], codeCommune: null, commune: offres[0].commune, latitude: null, longitude: null, precision: null, distanceKm: 3.2,
      duree: { minutes: 12, estimee: true }, telephone: null, mail: null, nombreOffres: offres.length,
      offres: offres.map((hit) => ({
        id: hit.objectID, nom: hit.name, typeOffre: null, modePriseEnCharge: null, temporaliteAccueil: null, ageMin: null, ageMax: null, enfants: hit.public !== 'Adultes', adultes: true,
        statut: { etat: 'ouvert', prochain: '2026-11-21T17:00:00.000Z', raison: 'horaires' }, places: { disponibles: 3, installees: 12, dateMiseJour: null }, telephone: null, mail: null, repond: [],
      })),
    })),
    suite: null, nombreEtablissements: groups.size, nombreOffres: hits.length,
    facettes: NOMS.map((facette, i) => ({ facette, valeurs: Object.entries(facets[FACETS[i]]).map(([code, nombre]) => ({ code, nombre })).sort((a, b) => b.nombre - a.nombre) })),
    ouverts: hits.length, avecPlaces: hits.length, tri: 'nom', lieu: null, compris: [], assouplissements: [], instant: '2026-11-21T11:00:00.000Z',
  };
}
// The labels are the codes: the data of the bench are no nomenclature.
const source = { valueSet: async () => ({ describe: (code) => ({ code, label: code }) }) };

window.bench = {
  mount(data, at) {
    all = data;
    el = document.createElement('ror-search');
    Object.assign(el, { lecture: true, deplies: true, source, client: { call: async (name, input) => page(input) }, criteres: { texte: 'a' } });
    at.append(el);
  },
  // What is in view is all there, and the rest is counted: results beyond the view have their names, their units come as they near it.
  readyMounted: () => shown() && root().querySelectorAll('.etablissement .lien').length >= 60 && /\b200\soffres/.test(root().querySelector('#resultats').textContent) && root().querySelectorAll('.facette').length === 12,
  toggleFacet() { root().querySelector('[data-facette=mode] input[data-code="Public"]').click(); },
  readyToggled: () => shown() && !/\b200\soffres/.test(root().querySelector('#resultats').textContent) && !root().querySelector('[aria-busy]'),
};
