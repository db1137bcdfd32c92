import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Fiche } from '../../domain/fiche.ts';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { FieldView } from '../../engine/fiche/types.ts';
import type { Difference } from './conflict.ts';
import { heading } from '../../ui/heading.ts';
import type { FormPort } from './kinds/kind.ts';
import { fieldId, showValue } from './ror-fiche-form.fields.ts';

export interface ConflictProps {
  readonly theirs: Fiche;
  readonly differences: readonly Difference[];
  /** Paths whose own version is kept. */
  readonly kept: ReadonlySet<string>;
  readonly onKeep: (paths: readonly string[], keep: boolean) => void;
  readonly onApply: () => void;
  readonly form: FormPort;
  readonly headingLevel: number;
  /** Instead of telling who saved meanwhile. */
  readonly title?: string | undefined;
}

/** Both versions of each field that differs, and which one goes on. */
export function renderConflict({ theirs, differences, kept, onKeep, onApply, form, headingLevel, title }: ConflictProps): TemplateResult {
  const words = ensuite(form.messages.formulaire).conflit;
  const all = differences.map(({ mine }) => mine.field.path);
  return html`<div class="banner warning conflict" role="group" aria-labelledby="conflit-titre">
    ${heading(headingLevel, title ?? words.titre(theirs.auteur), { id: 'conflit-titre', focusable: true })}
    <p>${differences.length > 0 ? words.aide : words.identique}</p>
    ${differences.map(({ mine, theirs: other }) => {
      const { path, label } = mine.field;
      const id = `conflit-${fieldId(path)}`;
      const choice = (keep: boolean, text: string, caption: string, view: FieldView) => html`<label class="version">
        <input type="radio" name=${id} .checked=${live(kept.has(path) === keep)} @change=${() => onKeep([path], keep)}>
        <span class="choice">${text}</span>
        <span class="caption">${caption}</span>
        <span class="value">${showValue(view, form, words.vide)}</span></label>`;
      return html`<fieldset><legend>${label}</legend><div class="versions">
        ${choice(true, words.garder, words.vous, mine)}${choice(false, words.reprendre, words.enregistree, other)}
      </div></fieldset>`;
    })}
    <div class="conflict-actions">
      ${differences.length > 1 ? html`
        <button type="button" class="button small" @click=${() => onKeep(all, true)}>${words.garderTout}</button>
        <button type="button" class="button small" @click=${() => onKeep(all, false)}>${words.reprendreTout}</button>` : ''}
      <button type="button" class="button primary" @click=${onApply}>${words.appliquer}</button>
    </div>
  </div>`;
}
