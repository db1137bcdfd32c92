import { html, nothing, type TemplateResult } from 'lit';
import type { RorClientError } from '../../client/errors.ts';
import type { Refus } from '../../engine/dossier/refus.ts';
import type { FormMessages, Messages } from '../../i18n/messages.ts';
import { icons } from '../../ui/icons.ts';
import type { KeeperInWaiting } from './keeper-in-waiting.ts';

export interface ActionsProps {
  readonly messages: FormMessages;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly modified: boolean;
  /** Where the text is when it is not on the server, and since when it was. */
  readonly garde: Pick<KeeperInWaiting, 'resting' | 'news' | 'since'>;
  readonly helps: boolean;
  readonly refus: Refus | undefined;
  /** The sentences of refusals, once one came. */
  readonly refusals: Messages['refus'] | undefined;
  readonly failure: Pick<RorClientError, 'kind'> | undefined;
  /** A list of the nomenclature is missing in the form shown. */
  readonly listsFailed: boolean;
  readonly onSave: (finaliser: boolean) => void;
  readonly onRetry: () => void;
  readonly onToggleHelps: () => void;
  readonly onRetryLists: () => void;
  /** Of one block: given up. */
  readonly onCancel: (() => void) | undefined;
  readonly export: TemplateResult;
  /** The marks and their meanings, once they were asked for. */
  readonly legende: unknown;
  readonly onLegende: () => void;
}

export const LEGENDE = 'legende';

/** Failures after which the very same save may succeed. */
const TRANSIENT: readonly RorClientError['kind'][] = ['offline', 'unauthenticated', 'server', 'invalid-answer', 'no-client'];

/** The bar of buttons, always in sight, with what became of the last save. Escape or a press elsewhere closes the legend (guide 004). */
export function renderActions(props: ActionsProps): TemplateResult {
  const { messages: { formulaire: words }, helps } = props;
  return html`<div class="actions" part="actions">
    ${renderNews(props)}
    <div class="bar">
      <div class="side">
        <button type="button" class="button quiet helps" aria-pressed=${helps} @click=${props.onToggleHelps}>${words.infobulles}</button>
        <button type="button" class="button quiet helps" popovertarget=${LEGENDE}>${words.legendes.afficher}</button>
        <div id=${LEGENDE} class="legende" popover role="dialog" aria-label=${words.legendes.titre} @beforetoggle=${props.onLegende}>${props.legende}</div>
        ${props.export}
        ${renderState(props)}
      </div>
      <div class="saves">
        ${renderSaves(props)}
      </div>
    </div>
  </div>`;
}

function renderSaves({ messages: { formulaire: words }, busy, onSave, onCancel }: ActionsProps): TemplateResult {
  if (onCancel) {
    return html`<button type="button" class="button" @click=${onCancel}>${words.bloc.annuler}</button>
      <button type="button" class="button primary" aria-disabled=${busy} @click=${() => onSave(false)}>${words.bloc.enregistrer}</button>`;
  }
  return html`<button type="button" class="button" aria-disabled=${busy} @click=${() => onSave(false)}>${words.enAttente}</button>
    <button type="button" class="button primary" aria-disabled=${busy} @click=${() => onSave(true)}>${words.finaliser}</button>`;
}

function renderState({ messages: { formulaire: words }, busy, saved, modified, garde: { resting, news, since } }: ActionsProps): unknown {
  if (busy || resting) return html`<p class="save-state"><span class="spinner" aria-hidden="true"></span>${words.enregistrement}</p>`;
  if (saved && !modified) return html`<p class="save-state done">${icons.check}${since ?? words.enregistre}</p>`;
  return html`<p class="save-state">${modified ? news ?? words.modifie : nothing}</p>`;
}

function renderNews({ messages, busy, refus, refusals, failure, listsFailed, onRetry, onRetryLists }: ActionsProps): unknown {
  const retry = (act: () => void) => html`<button type="button" class="button small" @click=${act}>${messages.commun.reessayer}</button>`;
  if (failure && !busy) {
    return html`<div class="banner danger" role="alert"><p>${messages.echecs[failure.kind]}</p>${TRANSIENT.includes(failure.kind) ? retry(onRetry) : nothing}</div>`;
  }
  if (refus && refusals && !busy) {
    return html`<div class="banner warning" role="alert"><p>${(refusals[refus.code] as (refus: Refus) => string)(refus)}</p></div>`;
  }
  return listsFailed ? html`<div class="banner danger" role="alert"><p>${messages.formulaire.liste.echec}</p>${retry(onRetryLists)}</div>` : nothing;
}
