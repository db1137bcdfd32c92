import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Morceau } from '../../engine/arborescence/find.ts';
import type { Ligne, LigneNoeud, LigneSuite } from '../../engine/arborescence/rows.ts';
import type { Mots } from './words.ts';
import { icons } from '../../ui/icons.ts';
import type { NoeudArbre } from './types.ts';

/** What was found, as rows show it. */
export interface Trouvailles {
  readonly morceaux: (nom: string) => readonly Morceau[];
  readonly ids: ReadonlySet<string>;
  /** Said to those who do not see the colour. */
  readonly mot: string;
}

export interface RowSurroundings {
  /** Key of the row that Tab reaches. */
  readonly active: string | undefined;
  readonly selection: string | null;
  /** Whose state marks are shown: published structures, or fiches given by the host. */
  readonly source: 'repertoire' | 'liste';
  readonly messages: Mots;
  readonly trouvailles: Trouvailles | undefined;
}

/** Longest name and mention drawn: what is beyond is no name. */
const LONGEST = 300;

const ring = html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.1 2.6" aria-hidden="true">${svg`<circle cx="8" cy="8" r="5.4"/>`}</svg>`;
const spinner = html`<span class="spinner" aria-hidden="true"></span>`;

/** One row: a node, or the page that is missing. Buttons may not lie in a treeitem: what is pressed in it is hidden from the ear and has its key. */
export const renderRow = (row: Ligne<NoeudArbre>, around: RowSurroundings): TemplateResult => (row.kind === 'noeud' ? renderNoeud(row, around) : renderSuite(row, around));

/** A name, cut when it is far too long to be one. */
export const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function renderNoeud(row: LigneNoeud<NoeudArbre>, { active, selection, source, trouvailles, messages: { arbre } }: RowSurroundings): TemplateResult {
  const { noeud, state, busy } = row;
  const etat = noeud.etat === 'verte' || noeud.etat === 'grise' ? noeud.etat : undefined;
  const codes: Readonly<Record<string, string>> = arbre.codes;
  const found = trouvailles?.ids.has(noeud.id) ? trouvailles : undefined;
  const nom = short(typeof noeud.nom === 'string' ? noeud.nom : '');
  return html`<div role="treeitem" part="row" class="row ${etat ?? ''} ${noeud.groupe ? 'group' : ''} ${found ? 'found' : ''}" data-cle=${row.cle} tabindex=${row.cle === active ? 0 : -1}
      aria-level=${row.level} aria-setsize=${row.setsize} aria-posinset=${row.posinset} aria-expanded=${state === 'leaf' ? nothing : state === 'expanded'}
      aria-selected=${noeud.groupe ? nothing : noeud.id === selection} aria-busy=${busy ? 'true' : nothing}>
    <span class="toggle" aria-hidden="true" data-do=${state === 'leaf' ? nothing : 'toggle'}>${busy ? spinner : state === 'leaf' ? nothing : icons.chevron}</span>
    <span class="body"><span class="code" part="code" title=${codes[noeud.code] ?? nothing}>${etat === 'verte' ? icons.check : etat === 'grise' ? ring : nothing}${noeud.code}</span>
      <span class="text" title=${nom}><bdi class="name" part="name">${found ? found.morceaux(nom).map(({ texte, trouve }) => (trouve ? html`<mark>${texte}</mark>` : texte)) : nom}</bdi>
        ${noeud.mention ? html`<bdi class="mention">${short(noeud.mention)}</bdi>` : nothing}
        ${noeud.favori ? html`<span class="star">${icons.star}<span class="visually-hidden">${arbre.favori}</span></span>` : nothing}
        ${etat ? html`<span class="visually-hidden">${arbre.etats[source][etat]}</span>` : nothing}
        ${found ? html`<span class="visually-hidden">${found.mot}</span>` : nothing}</span></span>
    ${noeud.actions?.length ? html`<span class="arrow" aria-hidden="true" data-do="menu"></span>` : nothing}
  </div>`;
}

function renderSuite(row: LigneSuite, { active, source, messages: { arbre, commun } }: RowSurroundings): TemplateResult {
  const { page } = row;
  // In a list of the host nothing is asked from here: what is missing is on its way.
  const state = page.etat === 'a-charger' && (source === 'liste' || page.suite === null) ? 'en-cours' : page.etat;
  return html`<div role="treeitem" part="row" class="row more ${state}" data-cle=${row.cle} tabindex=${row.cle === active ? 0 : -1}
      aria-level=${row.level} aria-setsize=${row.setsize} aria-posinset=${row.posinset} aria-busy=${state === 'en-cours' ? 'true' : nothing}>
    <span class="toggle" aria-hidden="true">${state === 'en-cours' ? spinner : state === 'echec' ? icons.error : icons.chevron}</span>
    <span class="text">${page.etat === 'echec' ? html`${reason(arbre.echecs, page.raison)} <span class="link">${commun.reessayer}</span>`
      : state === 'en-cours' ? html`${commun.chargement}${source === 'liste' ? nothing : html`<span class="link late">${arbre.annuler}</span>`}`
      : html`<span class="link">${arbre.suite(row.charges, row.total)}</span>`}</span>
  </div>`;
}

/** The sentence for a kind of failure. */
export function reason(echecs: Mots['arbre']['echecs'], kind: string): string {
  return (echecs as Readonly<Record<string, string>>)[kind] ?? echecs.server;
}
