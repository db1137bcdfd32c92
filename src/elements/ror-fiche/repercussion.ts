import { html, nothing, type TemplateResult } from 'lit';
import type { Caller } from '../../controllers/contexts.ts';
import { asFailure } from '../../controllers/failure.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import type { Fiche } from '../../domain/fiche.ts';
import { isEmptyValue } from '../../engine/fiche/equal.ts';
import { kinds } from '../../engine/fiche/kinds.ts';
import { readPath } from '../../engine/fiche/paths.ts';
import { findField } from '../../engine/fiche/schema-index.ts';
import { valuesInWords, type ValueWords } from '../../engine/fiche/value-in-words.ts';
import type { Refus } from '../../engine/dossier/refus.ts';
import type { Catalogue, Messages } from '../../i18n/messages.ts';
import { heading } from '../../ui/heading.ts';
import type { Lue } from './lue.ts';

type Proposee = NonNullable<Extract<OutputOf<Operations['corrigerFiche']>, { repercussion: unknown }>['repercussion']>;

interface Page {
  readonly element: HTMLElement & { requestUpdate(): void; readonly updateComplete: Promise<boolean>; readonly renderRoot: HTMLElement | DocumentFragment };
  readonly client: () => Caller;
  readonly messages: () => Messages;
  readonly mots: () => Catalogue['correction'];
  readonly dire: (message: string) => void;
  readonly mener: (encadre: string) => void;
}

/** *Répercuter dans le dossier ?* (guide 001): what an open dossier holds otherwise, field by field, and what its publication would do. */
export class Repercussion {
  #proposed: Proposee | undefined;
  #encadre = '';
  #chosen: ReadonlySet<string> = new Set();
  #notice: string | undefined;
  #busy = false;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  ask(proposee: Proposee, encadre: string): void {
    this.#proposed = proposee;
    this.#encadre = encadre;
    this.#chosen = new Set(proposee.ecarts.map(({ path }) => path));
    this.#notice = undefined;
    this.#page.element.requestUpdate();
    void this.#carryOut();
  }

  /** Another fiche is shown: the dossier stays as it is, which its publication reports. */
  forget(): void {
    this.#proposed = undefined;
  }

  async #carryOut(): Promise<void> {
    await this.#page.element.updateComplete;
    this.#page.element.renderRoot.querySelector<HTMLElement>('#repercussion')?.focus();
  }

  render(lue: Lue, level: number, valeurs: ValueWords): TemplateResult | typeof nothing {
    const proposee = this.#proposed;
    if (!proposee) return nothing;
    const { repercussion: mots } = this.#page.mots();
    const dire = (path: string, value: unknown): unknown => {
      const field = findField(lue.schema, path)?.field;
      const textes = !field || isEmptyValue(value) ? [] : valuesInWords({ field, value, text: kinds[field.kind].format(value), issues: [] }, { contenu: lue.contenu, context: lue.context, words: valeurs, slices: lue.schema.slices ?? {} });
      return textes.length > 0 ? textes.join(', ') : html`<span class="soft">${mots.vide}</span>`;
    };
    return html`<section role="group" class="card repercussion" part="repercussion" aria-labelledby="repercussion">
      ${heading(level, mots.titre, { id: 'repercussion', focusable: true })}
      <p>${proposee.possible ? mots.question(proposee.nomDossier) : mots.impossible(proposee.nomDossier)}</p>
      <div class="table"><table>
        <thead><tr><th scope="col">${mots.champ}</th><th scope="col">${mots.dossier}</th><th scope="col">${mots.repertoire}</th><th scope="col">${mots.sinon}</th></tr></thead>
        <tbody>${proposee.ecarts.map(({ path, dossier, repertoire, sansRepercussion }) => {
          const label = findField(lue.schema, path)?.field.label ?? path;
          return html`<tr data-path=${path}>
            <th scope="row">${proposee.possible ? html`<label class="choix"><input type="checkbox" aria-label=${mots.choisir(label)} .checked=${this.#chosen.has(path)} @change=${(event: Event) => { this.#choose(path, (event.target as HTMLInputElement).checked); }}>${label}</label>` : label}</th>
            <td data-label=${mots.dossier}>${dire(path, dossier)}</td><td data-label=${mots.repertoire}>${dire(path, repertoire)}</td><td data-label=${mots.sinon}>${mots[sansRepercussion]}</td></tr>`;
        })}</tbody>
      </table></div>
      ${this.#notice ? html`<div class="banner danger" role="alert"><p>${this.#notice}</p></div>` : nothing}
      <div class="boutons">${proposee.possible ? html`
        <button type="button" class="button primary" aria-disabled=${this.#busy} @click=${() => void this.#repercuter(lue)}>${mots.oui}</button>
        <button type="button" class="button" @click=${() => { this.#finish(mots.laissee); }}>${mots.non}</button>`
        : html`<button type="button" class="button" @click=${() => { this.#finish(); }}>${mots.compris}</button>`}</div>
    </section>`;
  }

  #choose(path: string, oui: boolean): void {
    const choisis = new Set(this.#chosen);
    if (oui) choisis.add(path);
    else choisis.delete(path);
    this.#chosen = choisis;
    this.#notice = undefined;
    this.#page.element.requestUpdate();
  }

  #finish(message?: string): void {
    this.#proposed = undefined;
    this.#page.element.requestUpdate();
    if (message) this.#page.dire(message);
    this.#page.mener(this.#encadre);
  }

  async #repercuter(lue: Lue): Promise<void> {
    const proposee = this.#proposed;
    if (!proposee || this.#busy) return;
    const { repercussion: mots } = this.#page.mots();
    const messages = this.#page.messages();
    const chemins = proposee.ecarts.map(({ path }) => path).filter((path) => this.#chosen.has(path));
    this.#notice = chemins.length === 0 ? mots.aucun : undefined;
    this.#busy = chemins.length > 0;
    this.#page.element.requestUpdate();
    if (chemins.length === 0) return;
    try {
      const { dossierId, ficheId, versionFiche: version } = proposee;
      const answer = await this.#page.client().call('repercuterCorrection', { dossierId, ficheId, version, chemins });
      if (this.#proposed !== proposee) return;
      if ('refus' in answer) this.#notice = (messages.refus[answer.refus.code] as (refus: Refus) => string)(answer.refus);
      else this.#finish(mots.faite(chemins.length));
    } catch (error) {
      const { kind, problem } = asFailure(error);
      if (this.#proposed !== proposee) return;
      const actuelle = kind === 'stale' ? (problem?.actuel as Fiche | undefined) : undefined;
      if (actuelle) {
        this.#proposed = { ...proposee, versionFiche: actuelle.version, ecarts: proposee.ecarts.map((ecart) => ({ ...ecart, dossier: readPath(actuelle.contenu, ecart.path, lue.schema.slices) ?? null })) };
      }
      this.#notice = actuelle ? mots.perimee : messages.echecs[kind];
    } finally {
      this.#busy = false;
      this.#page.element.requestUpdate();
    }
  }
}
