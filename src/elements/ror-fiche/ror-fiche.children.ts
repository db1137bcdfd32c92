import { html, nothing, type TemplateResult } from 'lit';
import type { NoeudRepertoire } from '../../domain/noeud.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';

/** What is directly below, each with the way to its fiche. */
export function renderChildren({ noeuds, total, suite, status, level, mots, aDecrire, messages, renderLien, onSuite }: {
  readonly noeuds: readonly NoeudRepertoire[] | undefined; readonly total: number; readonly suite: boolean; readonly status: 'idle' | 'loading' | 'ready' | 'failed'; readonly level: number;
  readonly mots: Catalogue['ficheLue']['enfants']; readonly aDecrire: string; readonly messages: Messages; readonly renderLien: (id: string, nom: string) => TemplateResult; readonly onSuite: () => void;
}): TemplateResult {
  const types: Readonly<Record<string, string>> = messages.lecture.types;
  return html`<section role="group" class="card enfants" part="section" aria-labelledby="enfants">
    <div class="tete">${heading(level, mots.titre(total), { id: 'enfants' })}</div>
    ${noeuds ? html`<ul>${noeuds.map(({ id, type, code, nom, description }) => html`<li><abbr class="code" title=${types[type] ?? type}>${code ?? type}</abbr>
      ${renderLien(id, nom)}${description === 'a-decrire' ? html` <span class="soft">${aDecrire}</span>` : nothing}</li>`)}</ul>` : nothing}
    ${status === 'failed' ? html`<div class="banner danger" role="alert"><p>${mots.echec}</p><button type="button" class="button small" @click=${onSuite}>${messages.commun.reessayer}</button></div>`
      : status === 'loading' ? html`<p class="soft" role="status">${mots.chargement}</p>`
        : suite ? html`<button type="button" class="button small" @click=${onSuite}>${mots.suite}</button>` : nothing}
  </section>`;
}
