import type { RorDossier, RorFiche, RorTree } from 'ror-elements';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const fiche = byId<RorFiche>('fiche');
const tree = byId<RorTree>('arbre');
const dossiers = byId<RorDossier>('dossiers');

/** What this region decides for the fiches that it shows: their address, whom to ask, and other maps. */
export function wireFiche(): void {
  fiche.lien = (noeudId) => `#/repertoire/${encodeURIComponent(noeudId)}`;
  fiche.support = { nom: 'Support ROR', telephone: '01 99 00 00 00', mail: 'support@ror.example' };
  fiche.ouvrirDans = [
    {
      nom: 'OpenStreetMap',
      url: ({ latitude, longitude, adresse }) => (latitude === undefined || longitude === undefined
        ? `https://www.openstreetmap.org/search?query=${encodeURIComponent(adresse)}` : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`),
    },
  ];

  fiche.addEventListener('ror-fiche-open', ({ detail: { noeudId } }) => { location.hash = `#/repertoire/${encodeURIComponent(noeudId)}`; });
  // A corrected name shows in the tree.
  fiche.addEventListener('ror-fiche-correction', () => { void tree.reload(); });
  fiche.addEventListener('ror-favoris-change', () => { void tree.reload(); });
  fiche.addEventListener('ror-dossier-demande', ({ detail: { noeudId } }) => {
    location.hash = '#/dossiers';
    dossiers.client = fiche.client;
    void dossiers.ouvrirPour(noeudId);
  });
  addEventListener('beforeunload', (event) => { if (fiche.modified) event.preventDefault(); });
}
