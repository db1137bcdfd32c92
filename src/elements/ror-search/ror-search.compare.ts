import { html, type TemplateResult } from 'lit';
import { wordsOf } from '../../controllers/words-controller.ts';
import { rechercheComparer } from '../../i18n/fr/recherche-comparer.ts';
import { icons } from '../../ui/icons.ts';
import { renderDistance, renderDuree, renderLink, renderPatients, renderPlaces, renderStatut } from './cells.ts';
import type { Contenu, ContenuProps } from './result-dialog.ts';
import { genreLabel } from './labels.ts';
import type { Compare } from './types.ts';

/** Loaded when asked. */
export const ouvrir = (): Contenu => ({ render: comparer });

/** Up to four units in columns, one line a question. */
function comparer({ contexte, donnes, headingId }: ContenuProps): TemplateResult {
  const { compares, libelles, mots } = contexte;
  const { rechercheComparer: words } = wordsOf(donnes, { rechercheComparer });
  const colonnes = [...compares.values()];
  const code = (genre: 'type-offre' | 'mode' | 'temporalite', valeur: string | null): string => (valeur === null ? words.rien : genreLabel(libelles, genre, valeur));
  const lignes: readonly (readonly [keyof typeof words.lignes, (one: Compare) => unknown])[] = [
    ['etablissement', ({ etablissement }) => renderLink(etablissement.id, etablissement.nom)],
    ['commune', ({ etablissement }) => etablissement.commune ?? words.rien],
    ['distance', ({ etablissement }) => (etablissement.distanceKm === null ? words.rien : renderDistance(etablissement, mots))],
    ['duree', ({ etablissement }) => (etablissement.duree === null ? words.rien : renderDuree(etablissement, contexte))],
    ['patients', ({ offre }) => renderPatients(offre, mots)],
    ['ages', ({ offre }) => words.ages(offre.ageMin, offre.ageMax)],
    ['statut', ({ offre }) => renderStatut(offre, contexte)],
    ['places', ({ offre }) => renderPlaces(offre, contexte)],
    ['type', ({ offre }) => code('type-offre', offre.typeOffre)],
    ['mode', ({ offre }) => code('mode', offre.modePriseEnCharge)],
    ['temporalite', ({ offre }) => code('temporalite', offre.temporaliteAccueil)],
    ['telephone', ({ offre, etablissement }) => offre.telephone ?? etablissement.telephone ?? words.rien],
    ['mail', ({ offre, etablissement }) => offre.mail ?? etablissement.mail ?? words.rien],
  ];
  return html`<h2 class="heading" id=${headingId} tabindex="-1">${words.titre}</h2>
    <div class="large" role="region" tabindex="0" aria-labelledby=${headingId}><table class="comparaison">
      <thead><tr><th scope="col"><span class="visually-hidden">${words.critere}</span></th>${colonnes.map(({ offre }) => html`<th scope="col"><div>${renderLink(offre.id, offre.nom)}
        <button type="button" class="button quiet small points" data-do="decomparer" data-id=${offre.id} aria-label=${words.retirer(offre.nom)}>${icons.cross}</button></div></th>`)}</tr></thead>
      <tbody>${lignes.map(([nom, cellule]) => html`<tr><th scope="row">${words.lignes[nom]}</th>${colonnes.map((one) => html`<td>${cellule(one)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}
