import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EtablissementTrouve, OffreTrouvee } from '../../engine/recherche/resultats.ts';
import { heading } from '../../ui/heading.ts';
import { icons } from '../../ui/icons.ts';
import { boutonActions, caseComparer, distance, duree, lien, patients, places, statut } from './cellules.ts';
import { libelleGenre } from './libelles.ts';
import type { Contexte } from './types.ts';

/** Établissements, each opening to the table of its units (guide 002, « La Recherche (2/3) » and « (3/3) »). */
export function liste(contexte: Contexte): TemplateResult {
  return html`<ol class="etablissements" part="resultats">${repeat(contexte.etablissements, ({ id }) => id, (one) => etablissement(one, contexte))}</ol>`;
}

function etablissement(one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { id, nom, categorieEG, commune, adresse, nombreOffres, precision } = one;
  const { deplies, favoris, headingLevel, libelles, mots } = contexte;
  const ouvert = deplies.has(id);
  return html`<li class="etablissement" part="resultat">
    <div class="tete">
      <button type="button" class="plus" data-do="deplier" data-id=${id} aria-expanded=${ouvert} aria-controls=${ouvert ? `unites-${id}` : nothing} aria-label=${mots.deplier(nom, nombreOffres)}>${ouvert ? icons.minus : icons.plus}</button>
      <div class="titre">
        ${heading(headingLevel + 1, lien(id, nom))}
        <p class="second">${categorieEG === null ? nothing : html`${libelleGenre(libelles, 'categorie', categorieEG)} · `}${adresse.length > 0 ? adresse.join(', ') : commune}${favoris?.has(id) ? html` · <b>${mots.favori}</b>` : nothing}</p>
      </div>
      <p class="mesures">
        ${one.distanceKm === null ? nothing : html`<span title=${precision === 'commune' ? mots.communeSeule : nothing}>${distance(one, mots)}</span>`}
        ${one.duree === null ? nothing : html`<span>${duree(one, contexte)}</span>`}
        <span>${mots.unites(nombreOffres)}</span>
      </p>
      ${boutonActions(id, nom, mots)}
    </div>
    ${ouvert ? unites(one, contexte) : nothing}
  </li>`;
}

function unites(one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { id, nom, offres, nombreOffres } = one;
  const { colonnes, ...mots } = contexte.mots;
  const reste = nombreOffres - offres.length;
  return html`<div class="unites" id="unites-${id}">
    <table>
      <caption class="visually-hidden">${mots.deplier(nom, nombreOffres)}</caption>
      <thead><tr><th scope="col">${colonnes.unite}</th><th scope="col">${colonnes.distance}</th><th scope="col">${colonnes.duree}</th><th scope="col">${colonnes.patients}</th>
        <th scope="col">${colonnes.statut}</th><th scope="col">${colonnes.places}</th><th scope="col"><span class="visually-hidden">${colonnes.actions}</span></th></tr></thead>
      <tbody>${repeat(offres, (offre) => offre.id, (offre) => ligne(offre, one, contexte))}</tbody>
    </table>
    ${reste > 0 ? html`<p class="second reste">${mots.autresUnites(reste)}</p>` : nothing}
  </div>`;
}

function ligne(offre: OffreTrouvee, one: EtablissementTrouve, contexte: Contexte): TemplateResult {
  const { mots, favoris } = contexte;
  const { colonnes } = mots;
  return html`<tr class="offre">
    <th scope="row">${lien(offre.id, offre.nom)}${favoris?.has(offre.id) ? html` <b class="second">${mots.favori}</b>` : nothing}</th>
    <td data-titre=${colonnes.distance}>${distance(one, mots)}</td>
    <td data-titre=${colonnes.duree}>${duree(one, contexte)}</td>
    <td data-titre=${colonnes.patients}>${patients(offre, mots)}</td>
    <td data-titre=${colonnes.statut}>${statut(offre, contexte)}</td>
    <td data-titre=${colonnes.places}>${places(offre, mots)}</td>
    <td class="fin">${caseComparer(offre, contexte)}${boutonActions(offre.id, offre.nom, mots)}</td>
  </tr>`;
}
