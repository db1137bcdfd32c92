import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { boutonActions, caseComparer, distance, duree, lien, patients, places, statut } from './cellules.ts';
import type { Contexte } from './types.ts';

export { largeStyles as styles } from './large.styles.ts';

/** Every unit found, one a row: to compare by eye across établissements. Loaded when asked. */
export function tableau(contexte: Contexte): TemplateResult {
  const { mots, etablissements } = contexte;
  const { colonnes } = mots;
  const lignes = etablissements.flatMap((etablissement) => etablissement.offres.map((offre) => ({ etablissement, offre })));
  return html`<div class="large" role="region" tabindex="0" aria-label=${mots.vues.tableau}><table part="resultats">
    <caption class="visually-hidden">${mots.resultats}</caption>
    <thead><tr>${[colonnes.unite, colonnes.etablissement, colonnes.commune, colonnes.distance, colonnes.duree, colonnes.patients, colonnes.statut, colonnes.places].map((titre) => html`<th scope="col">${titre}</th>`)}
      <th scope="col"><span class="visually-hidden">${colonnes.actions}</span></th></tr></thead>
    <tbody>${repeat(lignes, ({ offre }) => offre.id, ({ offre, etablissement }) => html`<tr class="offre">
      <th scope="row">${lien(offre.id, offre.nom)}</th>
      <td>${lien(etablissement.id, etablissement.nom)}</td>
      <td>${etablissement.commune}</td>
      <td class="chiffre">${distance(etablissement, mots)}</td>
      <td class="chiffre">${duree(etablissement, contexte)}</td>
      <td>${patients(offre, mots)}</td>
      <td>${statut(offre, contexte)}</td>
      <td>${places(offre, contexte)}</td>
      <td class="fin">${caseComparer(offre, contexte)}${boutonActions(offre.id, offre.nom, mots)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}
