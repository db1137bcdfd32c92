import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { JOURS, type Jour } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

export interface CopyQuestion {
  readonly de: Jour;
  readonly vers: ReadonlySet<Jour>;
}

type Mots = Catalogue['planningActions']['copie'] & Pick<Catalogue['planningGrille'], 'jour'> & { readonly annuler: string };

const WORKING_JOURS: readonly Jour[] = [1, 2, 3, 4, 5];

/** Which day is copied to which, in native fields. */
export function renderCopy(mots: Mots, { de, vers }: CopyQuestion, onCopie: (copie: CopyQuestion | undefined) => void, onValider: () => void): TemplateResult {
  const cocher = (jours: readonly Jour[]) => () => onCopie({ de, vers: new Set(jours.filter((jour) => jour !== de)) });
  const basculer = (jour: Jour) => () => onCopie({ de, vers: new Set(vers.has(jour) ? [...vers].filter((autre) => autre !== jour) : [...vers, jour]) });
  const partir = (event: Event): void => {
    const jour = Number((event.target as HTMLSelectElement).value) as Jour;
    onCopie({ de: jour, vers: new Set([...vers].filter((autre) => autre !== jour)) });
  };
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCopie(undefined);
  };
  return html`<div class="copie" role="group" aria-label=${mots.titre} @keydown=${onKeydown}>
    <label for="copie-de">${mots.de}</label>
    <select id="copie-de" @change=${partir}>${JOURS.map((jour) => html`<option value=${jour} .selected=${live(jour === de)}>${mots.jour(jour)}</option>`)}</select>
    <span id="copie-vers">${mots.vers}</span>
    <span class="jours-cochables" role="group" aria-labelledby="copie-vers">${JOURS.filter((jour) => jour !== de).map((jour) => html`
      <label class="coche"><input type="checkbox" .checked=${live(vers.has(jour))} @change=${basculer(jour)}>${mots.jour(jour)}</label>`)}</span>
    <button type="button" class="button small quiet" @click=${cocher(WORKING_JOURS)}>${mots.semaine}</button>
    <button type="button" class="button small quiet" @click=${cocher(JOURS)}>${mots.tous}</button>
    <button type="button" class="button small primary" aria-disabled=${vers.size === 0} @click=${onValider}>${mots.valider}</button>
    <button type="button" class="button small" @click=${() => onCopie(undefined)}>${mots.annuler}</button>
  </div>`;
}
