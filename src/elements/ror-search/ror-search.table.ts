import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderActionsButton, renderCompareBox, renderDistance, renderDuree, renderLink, renderPatients, renderPlaces, renderStatut } from './cells.ts';
import type { Contexte } from './types.ts';

export { largeStyles as styles } from './large.styles.ts';

/** Every unit found, one a row: to compare by eye across établissements. Loaded when asked. */
export function renderTable(contexte: Contexte): TemplateResult {
  const { mots, etablissements } = contexte;
  const { colonnes } = mots;
  const lignes = etablissements.flatMap((etablissement) => etablissement.offres.map((offre) => ({ etablissement, offre })));
  return html`<div class="large" role="region" tabindex="0" aria-label=${mots.vues.tableau}><table part="resultats">
    <caption class="visually-hidden">${mots.resultats}</caption>
    <thead><tr>${[colonnes.unite, colonnes.etablissement, colonnes.commune, colonnes.distance, colonnes.duree, colonnes.patients, colonnes.statut, colonnes.places].map((titre) => html`<th scope="col">${titre}</th>`)}
      <th scope="col"><span class="visually-hidden">${colonnes.actions}</span></th></tr></thead>
    <tbody>${repeat(lignes, ({ offre }) => offre.id, ({ offre, etablissement }) => html`<tr class="offre">
      <th scope="row">${renderLink(offre.id, offre.nom)}</th>
      <td>${renderLink(etablissement.id, etablissement.nom)}</td>
      <td>${etablissement.commune}</td>
      <td class="chiffre">${renderDistance(etablissement, mots)}</td>
      <td class="chiffre">${renderDuree(etablissement, contexte)}</td>
      <td>${renderPatients(offre, mots)}</td>
      <td>${renderStatut(offre, contexte)}</td>
      <td>${renderPlaces(offre, contexte)}</td>
      <td class="fin">${renderCompareBox(offre, contexte)}${renderActionsButton(offre.id, offre.nom, mots)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}
