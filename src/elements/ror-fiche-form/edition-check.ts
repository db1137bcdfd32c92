import { html, nothing, render, type TemplateResult } from 'lit';
import { checkSources, type FicheChange } from '../../engine/fiche/check-editions.ts';
import { rapports } from '../../i18n/fr/rapports.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import { adopt } from '../../ui/adopt.ts';
import { editionStyles } from './edition-check.styles.ts';
import { RorEditionCheckEvent } from './edition-event.ts';
import { fieldId } from './ror-fiche-form.fields.ts';
import { reveal } from './reveal.ts';
import type { Sitting } from './sitting.ts';
import { isWithin } from './sub-paths.ts';
import { windowStyles } from './window.styles.ts';

export interface EditionDemande {
  readonly host: HTMLElement;
  readonly sitting: Sitting;
  /** The editions in use, and those to compare with. */
  readonly now: NomenclatureSource;
  readonly next: NomenclatureSource;
  readonly messages: FormMessages;
}

/**
 * Opens a window over the form with what the newer edition would change for the fiche as typed so far; the fiche stays as it is.
 * @returns the changes, once shown. Rejects when a list can't be fetched; the window then says so.
 */
export async function openEditionCheck(demande: EditionDemande): Promise<readonly FicheChange[]> {
  const { host, sitting: { schema, saisie, fiche }, now, next, messages } = demande;
  const root = host.shadowRoot!;
  adopt(root, windowStyles, editionStyles);
  const dialog = document.createElement('dialog');
  dialog.className = 'window edition';
  dialog.setAttribute('aria-labelledby', 'edition-titre');
  dialog.addEventListener('close', () => { dialog.remove(); });
  root.append(dialog);
  const words: Words = (messages.rapports ?? rapports).edition;
  const draw = (content: TemplateResult): void => { render(frame(words, content, dialog), dialog); };

  draw(html`<p role="status">${words.enCours}</p>`);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.edition-titre')?.focus();
  try {
    const changes = await checkSources(schema, saisie, now, next, fiche.editions);
    if (!dialog.isConnected) return changes;
    draw(report(demande, changes, dialog));
    host.dispatchEvent(new RorEditionCheckEvent({ ficheId: fiche.id, changes }));
    return changes;
  } catch (error) {
    draw(html`<p role="alert">${words.echec}</p>
      <button type="button" class="button small" @click=${() => { dialog.close(); void openEditionCheck(demande).catch(() => undefined); }}>${messages.commun.reessayer}</button>`);
    throw error;
  }
}

type Words = NonNullable<FormMessages['rapports']>['edition'];

/** No heading: its level would be foreign to those of the form around. */
const frame = (words: Words, content: TemplateResult, dialog: HTMLDialogElement): TemplateResult => html`
  <p id="edition-titre" class="edition-titre" tabindex="-1">${words.titre}</p>
  <div class="edition-contenu">${content}</div>
  <div class="edition-pied"><p>${words.inchange}</p>
    <button type="button" class="button" @click=${() => { dialog.close(); }}>${words.fermer}</button></div>`;

function report({ host, sitting, messages }: EditionDemande, changes: readonly FicheChange[], dialog: HTMLDialogElement): TemplateResult {
  const words: Words = (messages.rapports ?? rapports).edition;
  if (changes.length === 0) return html`<p role="status">${words.rien}</p>`;
  const relabelled = changes.filter(({ change }) => change === 'relabelled').length;
  return html`<p role="status"><strong>${words.bilan(changes.length - relabelled, relabelled)}</strong></p>
    <ul>${changes.map((change) => line(words, change, nameOf(sitting, change.path), host.shadowRoot!, dialog))}</ul>`;
}

/** A field, and in which element it is: « Contact 2 — Nature du contact ». */
function nameOf(sitting: Sitting, path: string): string {
  const field = sitting.field(path);
  if (!field) return path;
  const outer = sitting.outline.flatMap(({ fields }) => fields).find((one) => isWithin(path, one.path));
  const owners = sitting.owners(field);
  return [...(owners.length > 0 ? owners : outer ? [outer.label] : []), field.label].join(' — ');
}

function line(words: Words, { path, code, change, label, newLabel, editionBefore, editionAfter, replacement }: FicheChange, field: string, root: ShadowRoot, dialog: HTMLDialogElement): TemplateResult {
  return html`<li data-change=${change}>
    <span class="champ">${field}</span>
    <strong>${words.code(label, code)}</strong>
    <span>${change === 'relabelled' ? words.relabelled(editionAfter, newLabel ?? '') : words[change](editionAfter)}
      ${replacement ? words.remplace(replacement.label, replacement.code) : nothing}
      ${editionBefore ? words.choisi(editionBefore) : nothing}</span>
    ${isThere(root, path) ? html`<button type="button" class="button quiet small" aria-label=${words.aller(field)} @click=${() => { dialog.close(); reveal(root, path)?.focus(); }}>${words.voir}</button>` : nothing}
  </li>`;
}

/** A field that is hidden now keeps its code: it is named, and there is nowhere to go. One in an element is there once that is open. */
const isThere = (root: ShadowRoot, path: string): boolean => path.split('.').some((_, at, steps) => root.getElementById(fieldId(steps.slice(0, steps.length - at).join('.'))) !== null);
