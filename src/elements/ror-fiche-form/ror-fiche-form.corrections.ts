import { html, nothing, type TemplateResult } from 'lit';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { FieldView } from '../../engine/fiche/types.ts';
import type { FormPort } from './kinds/kind.ts';

/** What a name could be, for the person to take with one gesture; their own typing undoes it. */
export interface Corrections {
  /** Name that the rules propose, before any remark. */
  readonly proposal: string | undefined;
  /** The name with every remark mended, when there are several. */
  readonly all: string | undefined;
}

/** The buttons under a name: the proposal, or one correction per remark and one for all. */
export function renderCorrections(view: FieldView, { proposal, all }: Corrections, form: FormPort): unknown {
  const words = ensuite(form.messages.formulaire);
  const { corrections } = words;
  const names = [...new Set(view.issues.flatMap(({ corrected }) => corrected ?? []))];
  if (proposal === undefined && names.length === 0) return nothing;
  return html`<div class="corrections">
    ${all === undefined ? nothing : button(view, corrections.toutCorriger, all, corrections.corrige(all), form)}
    ${names.filter((name) => name !== all).map((name) => button(view, corrections.corriger, name, corrections.corrige(name), form))}
    ${proposal === undefined ? nothing : button(view, words.utiliserNom, proposal, words.nomPropose, form)}
  </div>`;
}

function button({ field: { path } }: FieldView, verb: string, name: string, said: string, form: FormPort): TemplateResult {
  return html`<button type="button" class="button quiet small proposal" @click=${(event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    form.choose(path, name);
    form.say(said);
    // The button goes away with its use.
    root.getElementById(`champ-${path}`)?.focus();
  }}>${verb} <strong>${ensuite(form.messages.formulaire).corrections.entre(name)}</strong></button>`;
}
