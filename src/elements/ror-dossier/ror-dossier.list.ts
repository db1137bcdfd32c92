import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Brouillon } from '../../controllers/brouillons.ts';
import type { DossierController } from '../../controllers/dossier-controller.ts';
import type { DossierResume } from '../../domain/dossier.ts';
import type { Messages } from '../../i18n/messages.ts';

/** A state in words, with a colour and a shape of its own. */
export function renderEtat(etat: DossierResume['etat'], messages: Messages): TemplateResult {
  return html`<span class="badge" data-etat=${etat}>${messages.dossier.etats[etat]}</span>`;
}

/** There are more dossiers. */
export interface More {
  /** They are being read. */
  readonly busy: boolean;
  readonly read: () => void;
}

/** Reads the next page; `shown` is told of the first dossier that is new, for the focus, and of how many are shown. */
export async function readMore(liste: DossierController, suite: string, shown: (first: `dossier-${string}` | undefined, count: number) => void): Promise<void> {
  const before = liste.dossiers?.length ?? 0;
  await liste.readList(suite);
  const { dossiers } = liste;
  if (!liste.readFailure && dossiers) shown(dossiers[before] && `dossier-${dossiers[before].id}`, dossiers.length);
}

/** The list of dossiers: what each one is, how far it went, when it last moved. */
export function renderList(dossiers: readonly DossierResume[], messages: Messages, heading: TemplateResult, ouvrir: (dossierId: string) => void, drafts: readonly Brouillon[], more?: More): TemplateResult {
  const words = messages.dossier.liste;
  if (dossiers.length === 0) {
    return html`<section part="list">${heading}<div class="empty"><p>${words.vide}</p><p>${words.videAide}</p></div></section>`;
  }
  return html`<section part="list">${heading}
    <ul class="dossiers">${repeat(dossiers, ({ id }) => id, (dossier) => html`
      <li class="dossier">
        <div class="dossier-title">
          <button type="button" class="link" id=${`dossier-${dossier.id}`} @click=${() => { ouvrir(dossier.id); }}>${dossier.nom}</button>
          ${renderEtat(dossier.etat, messages)}
        </div>
        <div class="progress">
          <progress max=${dossier.nombreFiches} value=${dossier.nombreFinalisees} aria-hidden="true"></progress>
          <span>${words.fiches(dossier.nombreFinalisees, dossier.nombreFiches)}</span>
        </div>
        <p class="dossier-dates">
          ${dossier.dateEffet ? html`<span>${words.dateEffet(dossier.dateEffet)}</span>` : nothing}
          <span>${words.modifieLe(dossier.dateMiseJour)}</span>
          ${drafts.some(({ dossierId }) => dossierId === dossier.id) ? html`<span>${messages.formulaire.brouillon.mention}</span>` : nothing}
        </p>
      </li>`)}
    </ul>
    ${more ? html`<p class="buttons"><button type="button" class="button" aria-disabled=${more.busy ? 'true' : nothing} @click=${more.busy ? nothing : more.read}>${words.suite}</button></p>` : nothing}
  </section>`;
}
