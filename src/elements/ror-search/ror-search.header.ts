import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Criteres, Tri } from '../../engine/recherche/criteres.ts';
import { criteresGiven, withoutCritere, isSituated, type Critere } from '../../engine/recherche/given.ts';
import type { PageResultats } from '../../engine/recherche/resultats.ts';
import { heading } from '../../ui/heading.ts';
import { commonIcons as icons } from '../../ui/common-icons.ts';
import { critereLabel, genreLabel } from './labels.ts';
import { MOST_COMPARED, type Contexte, type VueRecherche } from './types.ts';

export interface ChipsProps {
  readonly lieu: string;
  readonly onRetirer: (criteres: Criteres, dit: string, at: number) => void;
  readonly onEffacer: () => void;
}

/** Each criterion, and the way to take it back. */
export function renderChips({ criteres, libelles, mots }: Contexte, { lieu, onRetirer, onEffacer }: ChipsProps): unknown {
  const donnes = criteresGiven(criteres);
  if (donnes.length === 0) return nothing;
  const cle = (critere: Critere): string => `${critere.nom} ${'code' in critere ? critere.code : ''}`;
  return html`<div class="jetons" role="group" aria-label=${mots.criteres} part="criteres">
    <ul>${repeat(donnes, cle, (critere, at) => {
      const nom = critereLabel(critere, criteres, lieu, libelles, mots);
      return html`<li><button type="button" class="jeton" aria-label=${mots.retirer(nom)} @click=${() => { onRetirer(withoutCritere(criteres, critere), mots.retire(nom), at); }}><span>${nom}</span>${icons.cross}</button></li>`;
    })}</ul>
    <button type="button" class="button quiet small" @click=${onEffacer}>${mots.toutEffacer}</button>
  </div>`;
}

export interface HeaderProps {
  readonly page: PageResultats;
  readonly vue: VueRecherche;
  readonly avertissements: readonly string[];
  readonly onVue: (vue: VueRecherche) => void;
  readonly onTri: (tri: Tri) => void;
  readonly onDeplier: (tout: boolean) => void;
  readonly onExporter: () => void;
  readonly onComparer: () => void;
  readonly onVider: () => void;
}

/** « 12 établissements, 34 offres, triés par distance autour de Créteil »: what was found, and in which order. */
export function summary({ mots }: Pick<Contexte, 'mots'>, { nombreEtablissements, nombreOffres, tri, lieu }: PageResultats): string {
  if (nombreEtablissements === 0) return mots.aucun;
  return [`${mots.total(nombreEtablissements, nombreOffres)}, ${mots.ordre(mots.triesPar[tri])}`, lieu ? mots.autour(lieu.libelle) : ''].filter(Boolean).join(' ');
}

/** Above the results: how many, in which order, how they are shown, what was understood and what is missing. */
export function renderHeader(contexte: Contexte, props: HeaderProps): TemplateResult {
  const { criteres, compares, deplies, etablissements, headingLevel, libelles, mots } = contexte;
  const { page, vue } = props;
  const tris: readonly Tri[] = ['pertinence', ...(isSituated(criteres.ou) ? ['distance', 'duree'] as const : []), 'nom'];
  const toutOuvert = etablissements.length > 0 && etablissements.every(({ id }) => deplies.has(id));
  return html`<div class="entete">
    ${heading(headingLevel, summary(contexte, page), { id: 'resultats', focusable: true })}
    ${page.compris.length > 0 ? html`<p class="second">${mots.compris([...new Set(page.compris.slice(0, 4).map(({ genre, code, label }) => label || genreLabel(libelles, genre, code)))])}</p>` : nothing}
    ${props.avertissements.map((texte) => html`<p class="note">${icons.warning}<span>${texte}</span></p>`)}
    ${page.nombreEtablissements === 0 ? nothing : html`<div class="outils">
      <div class="vues" role="group" aria-label=${mots.vue}>${(['liste', 'tableau', 'carte'] as const).map((one) => html`<button type="button" class="vue" aria-pressed=${one === vue} @click=${() => { props.onVue(one); }}>${mots.vues[one]}</button>`)}</div>
      <div class="tri"><label for="tri">${mots.trier}</label><span class="select"><select id="tri" class="control" @change=${(event: Event) => { props.onTri((event.target as HTMLSelectElement).value as Tri); }}>
        ${tris.map((tri) => html`<option value=${tri} .selected=${live(tri === page.tri)}>${mots.tris[tri]}</option>`)}</select>${icons.chevron}</span></div>
      ${vue === 'liste' ? html`<button type="button" class="button small" @click=${() => { props.onDeplier(!toutOuvert); }}>${toutOuvert ? mots.replierTout : mots.deplierTout}</button>` : nothing}
      <button type="button" class="button small" @click=${props.onExporter}>${mots.exporter}</button>
    </div>`}
    ${compares.size === 0 ? nothing : html`<div class="comparer" part="comparer">
      <button type="button" class="button small primary" data-comparer @click=${props.onComparer}>${mots.comparerCompte(compares.size)}</button>
      <button type="button" class="button quiet small" @click=${props.onVider}>${mots.comparerVider}</button>
      ${compares.size >= MOST_COMPARED ? html`<span class="second">${mots.comparerPlein}</span>` : nothing}
    </div>`}
  </div>`;
}

/** Nothing was found: which criterion to leave out, and what that would give. */
export function renderNothingFound({ criteres, libelles, mots }: Contexte, { assouplissements }: PageResultats, lieu: string, onChange: (criteres: Criteres) => void): TemplateResult {
  if (assouplissements.length === 0) return html`<p class="second">${mots.aucunSansIssue}</p>`;
  return html`<div class="rien"><p>${mots.aucunConseil}</p><ul>${assouplissements.map(({ critere, nombre }) => html`<li><button type="button" class="button" @click=${() => { onChange(withoutCritere(criteres, critere)); }}>
    ${mots.sans(critereLabel(critere as Critere, criteres, lieu, libelles, mots))}<span class="nombre">${mots.compte(nombre)}</span></button></li>`)}</ul></div>`;
}
