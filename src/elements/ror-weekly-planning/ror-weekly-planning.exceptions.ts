import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Exception, Planning } from '../../engine/planning/planning.ts';
import type { Catalogue } from '../../i18n/messages.ts';

/** An exception as it is being typed. */
export interface ExceptionDraft {
  /** Its place in the list; a new one has none. */
  readonly rang: number | undefined;
  readonly effet: Exception['effet'];
  readonly du: string;
  readonly au: string;
  readonly sansFin: boolean;
  readonly heures: string;
  /** Hours that one text can't say, in words: kept while nothing is typed. */
  readonly gardees: string | undefined;
  readonly motif: string;
  readonly erreur?: { readonly champ: 'du' | 'au' | 'heures'; readonly message: string } | undefined;
}

export interface ExceptionsView {
  readonly mots: Catalogue['planningExceptions'];
  readonly annuler: string;
  /** The rules for holidays; nothing where they can't be kept. */
  readonly feries: Pick<Planning, 'feries' | 'vacances'> | undefined;
  readonly phrases: readonly string[];
  readonly brouillon: ExceptionDraft | undefined;
  readonly onRegle: (quoi: 'feries' | 'vacances', choix: string) => void;
  readonly onCommencer: (rang: number | undefined) => void;
  readonly onChange: (parts: Partial<ExceptionDraft>) => void;
  readonly onValider: () => void;
  readonly onRenoncer: () => void;
  readonly onSupprimer: (rang: number) => void;
}

const EFFETS = ['fermeture', 'ouverture', 'remplacement'] as const;

export function renderExceptions(vue: ExceptionsView): TemplateResult {
  const { mots, phrases, brouillon, feries, onCommencer, onSupprimer } = vue;
  return html`<div class="exceptions" id="exceptions" part="exceptions" role="group" aria-label=${mots.groupe}>
    ${feries ? html`<div class="regles">${renderRule('feries', vue, feries)}${renderRule('vacances', vue, feries)}</div>` : nothing}
    ${phrases.length === 0 ? html`<p class="aide">${mots.aucune}</p>` : html`<ul>${phrases.map((phrase, rang) => html`<li id="exception-${rang}">
      <span>${phrase}</span>
      <button type="button" class="button small" aria-label=${mots.de(mots.modifier, phrase)} @click=${() => onCommencer(rang)}>${mots.modifier}</button>
      <button type="button" class="button small" aria-label=${mots.de(mots.supprimer, phrase)} @click=${() => onSupprimer(rang)}>${mots.supprimer}</button>
    </li>`)}</ul>`}
    ${brouillon ? renderDraft(brouillon, vue) : html`<button type="button" class="button small" id="exception-ajouter" @click=${() => onCommencer(undefined)}>${mots.ajouter}</button>`}
  </div>`;
}

function renderRule(quoi: 'feries' | 'vacances', { mots, onRegle }: ExceptionsView, regles: Pick<Planning, 'feries' | 'vacances'>): TemplateResult {
  const { [quoi]: regle = '' } = regles;
  const choisi = typeof regle === 'string' ? regle : 'heures';
  // What few say is offered only where it has been said.
  const choix = (['', 'normal', 'ferme', 'a-verifier', 'heures'] as const).filter((un) => (un !== 'heures' && un !== 'a-verifier') || un === choisi);
  return html`<label for="regle-${quoi}">${mots.champs[quoi]}</label><select id="regle-${quoi}" @change=${(event: Event) => onRegle(quoi, (event.target as HTMLSelectElement).value)}>${
    choix.map((un) => html`<option value=${un} .selected=${live(un === choisi)}>${mots.choix[un]}</option>`)}</select>`;
}

function renderDraft(brouillon: ExceptionDraft, { mots, annuler, onChange, onValider, onRenoncer }: ExceptionsView): TemplateResult {
  const { effet, du, au, sansFin, heures, gardees, motif, erreur } = brouillon;
  const texte = (event: Event): string => (event.target as HTMLInputElement).value;
  const fautif = (champ: NonNullable<ExceptionDraft['erreur']>['champ']) => (erreur?.champ === champ ? 'true' : nothing);
  const decrit = (champ: NonNullable<ExceptionDraft['erreur']>['champ'], aide: string) => `${aide}${erreur?.champ === champ ? ' exception-erreur' : ''}`;
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onRenoncer();
    else if (event.key === 'Enter' && (event.target as Element).matches('input')) onValider();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="brouillon" role="group" aria-label=${brouillon.rang === undefined ? mots.titre.nouvelle : mots.titre.existante} @keydown=${onKeydown}>
    <label for="exception-effet">${mots.champs.effet}</label>
    <select id="exception-effet" @change=${(event: Event) => onChange({ effet: texte(event) as Exception['effet'], erreur: undefined })}>${
      EFFETS.map((un) => html`<option value=${un} .selected=${live(un === effet)}>${mots.effet[un]}</option>`)}</select>
    <label for="exception-du">${mots.champs.du}</label>
    <span class="dates">
      <input type="date" id="exception-du" .value=${live(du)} aria-invalid=${fautif('du')} aria-describedby=${decrit('du', 'exception-aide')} @change=${(event: Event) => onChange({ du: texte(event) })}>
      <label for="exception-au">${mots.champs.au}</label>
      <input type="date" id="exception-au" .value=${live(au)} ?disabled=${sansFin} aria-invalid=${fautif('au')} aria-describedby=${decrit('au', 'exception-aide')} @change=${(event: Event) => onChange({ au: texte(event) })}>
      <label class="coche"><input type="checkbox" .checked=${live(sansFin)} @change=${(event: Event) => onChange({ sansFin: (event.target as HTMLInputElement).checked })}>${mots.champs.sansFin}</label>
      <span class="aide" id="exception-aide">${mots.aide}</span>
    </span>
    <label for="exception-heures">${mots.champs.heures}</label>
    <span class="dates">
      <input type="text" id="exception-heures" autocomplete="off" spellcheck="false" .value=${live(heures)} aria-invalid=${fautif('heures')} aria-describedby=${decrit('heures', 'exception-aide-heures')} @input=${(event: Event) => onChange({ heures: texte(event) })}>
      <span class="aide" id="exception-aide-heures">${gardees === undefined ? mots.aideHeures[effet] : mots.gardees(gardees)}</span>
    </span>
    <label for="exception-motif">${mots.champs.motif}</label>
    <input type="text" id="exception-motif" autocomplete="off" placeholder=${mots.motifExemple} .value=${live(motif)} @input=${(event: Event) => onChange({ motif: texte(event) })}>
    ${erreur ? html`<p class="erreur" id="exception-erreur">${erreur.message}</p>` : nothing}
    <p class="suite">
      <button type="button" class="button small primary" id="exception-valider" @click=${onValider}>${mots.valider}</button>
      <button type="button" class="button small" @click=${onRenoncer}>${annuler}</button>
    </p>
  </div>`;
}
