import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';
import { heading } from '../../ui/heading.ts';
import { renderActionsButton, renderCompareBox, renderDistance, renderDuree, renderLink, renderPatients, renderPlaces, renderStatut } from './cells.ts';
import { genreLabel } from './labels.ts';
import type { Contexte } from './types.ts';

/** Lines that the first results take together, at least as many as the largest screen shows. */
const FIRST_ROWS = 24;

/** The results that a person sees first. */
export function firstOffres(etablissements: readonly EtablissementTrouve[], deplies: ReadonlySet<string>): readonly string[] {
  let lignes = 0;
  return etablissements.filter((one) => {
    const vu = lignes < FIRST_ROWS;
    lignes += 2 + (deplies.has(one.id) ? one.offres.length : 0);
    return vu;
  }).map(({ id }) => id);
}

/** Établissements, each opening to the table of its units (guide 002, « La Recherche (2/3) » and « (3/3) »). What has not changed is not visited. */
export function renderList(contexte: Contexte): TemplateResult {
  const { compares, criteres: { dureeMax }, deplies, etablissements, favoris, headingLevel, instant, libelles, mots, pres } = contexte;
  return html`<ol class="etablissements" part="resultats">${repeat(etablissements, ({ id }) => id, (one) => guard(
    [one, deplies.has(one.id), pres.has(one.id), compares, dureeMax, favoris, headingLevel, instant, libelles.version, mots], () => renderEtablissement(one, contexte),
  ))}</ol>`;
}

/** Far from the view, the name alone: headings and names are all there for who searches the page or goes from one to the next. */
function renderEtablissement(one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { id, nom, nombreOffres, offres } = one;
  const { deplies, headingLevel, mots, pres } = contexte;
  const ouvert = deplies.has(id);
  const pret = pres.has(id);
  return html`<li class="etablissement" part="resultat" data-far=${pret ? nothing : id} data-rows=${pret ? nothing : ouvert ? offres.length : 0}>
    <div class="tete">
      <button type="button" class="plus" data-do="deplier" data-id=${id} aria-expanded=${ouvert} aria-controls=${ouvert && pret ? `unites-${id}` : nothing} aria-label=${mots.deplier(nom, nombreOffres)}></button>
      <div class="titre">${heading(headingLevel + 1, renderLink(id, nom))}${pret ? renderSubtitle(one, contexte) : nothing}</div>
      ${pret ? renderMeasures(one, contexte) : nothing}
    </div>
    ${ouvert && pret ? renderUnites(one, contexte) : nothing}
  </li>`;
}

const renderSubtitle = ({ id, adresse, categorieEG, commune }: EtablissementTrouve, { favoris, libelles, mots }: Contexte): TemplateResult =>
  html`<p class="second">${categorieEG === null ? nothing : `${genreLabel(libelles, 'categorie', categorieEG)} · `}${adresse.length > 0 ? adresse.join(', ') : commune}${favoris?.has(id) ? html` · <b>${mots.favori}</b>` : nothing}</p>`;

const renderMeasures = (one: EtablissementTrouve, contexte: Contexte): TemplateResult => html`<p class="mesures">
    ${one.distanceKm === null ? nothing : html`<span title=${one.precision === 'commune' ? contexte.mots.communeSeule : nothing}>${renderDistance(one, contexte.mots)}</span>`}
    ${one.duree === null ? nothing : html`<span>${renderDuree(one, contexte)}</span>`}
    <span>${contexte.mots.unites(one.nombreOffres)}</span>
  </p>
  ${renderActionsButton(one.id, one.nom, contexte.mots)}`;

function renderUnites(one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { id, nom, offres, nombreOffres } = one;
  const { colonnes, ...mots } = contexte.mots;
  const reste = nombreOffres - offres.length;
  return html`<div class="unites" id="unites-${id}">
    <table>
      <caption class="visually-hidden">${mots.deplier(nom, nombreOffres)}</caption>
      <thead><tr><th scope="col">${colonnes.unite}</th><th scope="col">${colonnes.distance}</th><th scope="col">${colonnes.duree}</th><th scope="col">${colonnes.patients}</th>
        <th scope="col">${colonnes.statut}</th><th scope="col">${colonnes.places}</th><th scope="col"><span class="visually-hidden">${colonnes.actions}</span></th></tr></thead>
      <tbody>${repeat(offres, (offre) => offre.id, (offre) => renderRow(offre, one, contexte))}</tbody>
    </table>
    ${reste > 0 ? html`<p class="second reste">${mots.autresUnites(reste)}</p>` : nothing}
  </div>`;
}

function renderRow(offre: OffreTrouvee, one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { mots, favoris } = contexte;
  const { colonnes } = mots;
  return html`<tr class="offre">
    <th scope="row">${renderLink(offre.id, offre.nom)}${favoris?.has(offre.id) ? html` <b class="second">${mots.favori}</b>` : nothing}</th>
    <td data-titre=${colonnes.distance}>${renderDistance(one, mots)}</td>
    <td data-titre=${colonnes.duree}>${renderDuree(one, contexte)}</td>
    <td data-titre=${colonnes.patients}>${renderPatients(offre, mots)}</td>
    <td data-titre=${colonnes.statut}>${renderStatut(offre, contexte)}</td>
    <td data-titre=${colonnes.places}>${renderPlaces(offre, contexte)}</td>
    <td class="fin">${renderCompareBox(offre, contexte)}${renderActionsButton(offre.id, offre.nom, mots)}</td>
  </tr>`;
}
