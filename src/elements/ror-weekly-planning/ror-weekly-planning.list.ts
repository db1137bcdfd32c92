import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { JOURS, type Jour } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

export interface ListView {
  readonly mots: Catalogue['planningActions'];
  readonly grille: Catalogue['planningGrille'];
  /** The type typed here, in words; nothing when it goes without saying. */
  readonly nom: string | undefined;
  /** What the field of a day shows. */
  readonly texte: (jour: Jour) => string;
  /** Why it can't be read, in words. */
  readonly erreur: (jour: Jour) => string | undefined;
  /** Hours of other types on this day, in words. */
  readonly autres: (jour: Jour) => readonly string[];
  readonly onInput: (jour: Jour, texte: string) => void;
  readonly onChange: (jour: Jour) => void;
  /** Escape: the hours of the day are shown again. */
  readonly onEchap: (jour: Jour) => void;
  readonly onCopier: (jour: Jour) => void;
}

/** The week as seven texts to type: the same value as the agenda, and its twin without any gesture. */
export function renderList(vue: ListView): TemplateResult {
  const { mots: { liste } } = vue;
  return html`<div class="liste" id="liste" part="liste" role="group" aria-label=${liste.titre(vue.nom)}>
    <p class="aide" id="aide-liste">${liste.aide}</p>
    ${JOURS.map((jour) => renderLine(jour, vue))}
  </div>`;
}

function renderLine(jour: Jour, vue: ListView): TemplateResult {
  const { mots, grille } = vue;
  const erreur = vue.erreur(jour);
  const autres = vue.autres(jour);
  // Enter takes the hours and stays in the field.
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') vue.onChange(jour);
    else if (event.key === 'Escape') vue.onEchap(jour);
    else return;
    event.preventDefault();
  };
  return html`<div class="ligne">
    <label for="heures-${jour}">${grille.jourTitre(jour)}</label>
    <input type="text" id="heures-${jour}" autocomplete="off" spellcheck="false" placeholder=${mots.liste.ferme} aria-invalid=${erreur ? 'true' : nothing}
      aria-describedby="aide-liste${erreur ? ` erreur-${jour}` : ''}${autres.length ? ` autres-${jour}` : ''}" .value=${live(vue.texte(jour))}
      @input=${(event: Event) => vue.onInput(jour, (event.target as HTMLInputElement).value)} @change=${() => vue.onChange(jour)} @keydown=${onKeydown}>
    <button type="button" class="button small" id="copier-${jour}" aria-label=${mots.copierJour(jour)} @click=${() => vue.onCopier(jour)}>${mots.liste.copier}</button>
    ${erreur ? html`<p class="erreur" id="erreur-${jour}">${erreur}</p>` : nothing}
    ${autres.length ? html`<p class="aide" id="autres-${jour}">${mots.liste.autres(autres)}</p>` : nothing}
  </div>`;
}
