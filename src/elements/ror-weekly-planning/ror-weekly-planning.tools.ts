import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../i18n/messages.ts';

/** The brush that closes. */
export const ERASER = 'gomme';

export interface Couleur {
  readonly type: string;
  readonly nom: string;
}

export interface ToolsView {
  readonly mots: Catalogue['planningGrille'];
  readonly annulable: boolean;
  readonly retablissable: boolean;
  /** Whole days are shown: nothing left to unfold. */
  readonly entiere: boolean;
  /** Exceptions may be typed, and rules for holidays beside them. */
  readonly exceptions: boolean;
  readonly feries: boolean;
  readonly exceptionsOuvertes: boolean;
  readonly listeOuverte: boolean;
  readonly copieOuverte: boolean;
  readonly menuOuvert: boolean;
  /** What gestures in the agenda may draw; also the legend of these types. */
  readonly couleurs: readonly Couleur[];
  readonly pinceau: string;
  /** What the buttons have unfolded. */
  readonly annexes: unknown;
  readonly onPinceau: (type: string) => void;
  /** A button was pressed: its `data-tool` says which. */
  readonly onClick: (event: MouseEvent) => void;
}

export function renderTools({ mots: { boutons }, annexes, couleurs, pinceau, onPinceau, ...vue }: ToolsView): TemplateResult {
  // Disabled to the ear only: a button that loses the focus at the last step back would leave the person nowhere.
  return html`<div class="outils" part="toolbar" @click=${vue.onClick}>
    <button type="button" class="button small" data-tool="liste" aria-expanded=${vue.listeOuverte}>${boutons.liste}</button>
    <button type="button" class="button small" data-tool="toujours">${boutons.toujours}</button>
    <button type="button" class="button small" data-tool="modeles" aria-haspopup="menu" aria-expanded=${vue.menuOuvert}>${boutons.modeles}</button>
    <button type="button" class="button small" data-tool="copier" aria-expanded=${vue.copieOuverte}>${boutons.copier}</button>
    ${vue.exceptions ? html`<button type="button" class="button small" data-tool="exceptions" aria-expanded=${vue.exceptionsOuvertes}>${boutons.exceptions(vue.feries)}</button>` : nothing}
    <button type="button" class="button small" data-tool="annuler" aria-disabled=${!vue.annulable}>${boutons.annuler}</button>
    <button type="button" class="button small" data-tool="retablir" aria-disabled=${!vue.retablissable}>${boutons.retablir}</button>
    <button type="button" class="button small" data-tool="entiere" ?hidden=${vue.entiere}>${boutons.journeeEntiere}</button>
  </div>${annexes}
  <fieldset class="pinceaux" part="legende"><legend>${boutons.pinceau}</legend>${[...couleurs, { type: ERASER, nom: boutons.gomme }].map(({ type, nom }) =>
    html`<label class="pinceau"><input type="radio" name="pinceau" .checked=${type === pinceau} @change=${() => onPinceau(type)}><i class="pastille motif" data-type=${type}></i>${nom}</label>`)}</fieldset>`;
}

/** Colours and textures of types that are only seen, in words. */
export function renderLegend({ boutons }: Catalogue['planningGrille'], couleurs: readonly Couleur[]): TemplateResult {
  return html`<ul class="pinceaux" part="legende" aria-label=${boutons.legende}>${couleurs.map(({ type, nom }) => html`<li class="pinceau"><i class="pastille motif" data-type=${type}></i>${nom}</li>`)}</ul>`;
}
