import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';
import type { Lue } from './lue.ts';

export interface Entete {
  readonly lue: Lue;
  /** Type d'UO, or category of the establishment, in words. */
  readonly nature: string | undefined;
  readonly statut: unknown;
  readonly level: number;
  readonly mots: Catalogue['ficheLue'];
  readonly lecture: Messages['lecture'];
  readonly renderLien: (id: string, nom: string) => TemplateResult;
  readonly exporter: { render(): TemplateResult };
  readonly avecLien: boolean;
  readonly onFavori: () => void;
  readonly onContacts: (() => void) | undefined;
  readonly onLien: () => void;
  readonly onSignaler: () => void;
}

const renderStar = (pleine: boolean): TemplateResult => html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill=${pleine ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true"><path d="m8 1.600 1.950 4.050 4.450.6-3.250 3.100.8 4.450L8 11.650 4.050 13.800l.8-4.450L1.600 6.250l4.450-.6z"/></svg>`;

/** Who it is, whether it is open, how fresh it is, and what can be done with it. */
export function renderHeader(props: Entete): TemplateResult {
  const { lue: { noeud, ancetres, dateMiseJour, fraicheur, favoris }, mots, lecture } = props;
  const favori = favoris.length > 0;
  const code = noeud.code ?? noeud.type;
  return html`
    ${ancetres.length > 0 ? html`<nav aria-label="${lecture.chemin} : ${noeud.nom}"><ol class="path">${ancetres.map(({ id, type, code: leur, nom }) => html`<li><abbr title=${lecture.types[type]}>${leur ?? type}</abbr> ${props.renderLien(id, nom)}</li>`)}</ol></nav>` : nothing}
    <header part="header">
      <p class="nature"><span class="code" aria-hidden="true">${code}</span><span>${lecture.types[noeud.type]}${props.nature ? html` · ${props.nature}` : nothing}</span></p>
      ${heading(props.level, html`<bdi>${noeud.nom}</bdi>`, { id: 'titre', focusable: true })}
      <div class="etats">
        ${props.statut}
        ${noeud.description ? html`<p class="etat" data-etat=${noeud.description}>${mots.etats[noeud.description]}</p>` : nothing}
        <p class="fraicheur" data-etat=${fraicheur.etat}>${dateMiseJour && fraicheur.etat !== 'jamais' ? mots.fraicheur[fraicheur.etat](dateMiseJour, fraicheur.jours ?? 0) : mots.fraicheur.jamais}</p>
      </div>
      <div class="outils" role="group" aria-label=${mots.actions} part="toolbar">
        <button type="button" class="button small favori" aria-pressed=${favori} @click=${props.onFavori}>${renderStar(favori)}${favori ? mots.retirerFavori : mots.ajouterFavori}</button>
        ${props.onContacts ? html`<button type="button" class="button small" @click=${props.onContacts}>${mots.copierContacts}</button>` : nothing}
        ${props.avecLien ? html`<button type="button" class="button small" @click=${props.onLien}>${mots.copierLien}</button>` : nothing}
        ${props.exporter.render()}
        <button type="button" class="button small" @click=${props.onSignaler}>${mots.signaler}</button>
      </div>
    </header>`;
}

/** Which dossier holds the fiche, told as it changes, with the way there. */
export function renderBanner({ noeud, dossier, encadres }: Lue, mots: Catalogue['ficheLue'], lecture: Messages['lecture'], onOuvrir: (id: string) => void): unknown {
  return html`<div class="bandeaux" role="status">${dossier ? html`<div class="banner warning" part="banner" data-etat=${dossier.etat}>
    <p><strong>${mots.bandeauA[dossier.etat]}</strong><br>${lecture.bandeau[dossier.etat]}${encadres.length > 0 ? html` ${mots.vosCorrections}` : nothing}
      <span class="soft">${mots.dossier(dossier.nom)}</span></p>
    ${noeud.actions.includes('ouvrir-dossier') ? html`<button type="button" class="button small" @click=${() => { onOuvrir(dossier.id); }}>${lecture.ouvrirDossier}</button>` : nothing}
  </div>` : nothing}</div>`;
}
