import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { MessagesController } from '../../controllers/messages-controller.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';
import { loadSurroundings } from '../../controllers/surroundings.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import { interpret } from '../../engine/fiche/interpret.ts';
import { loadFormSchema } from '../../engine/fiche/load-schema.ts';
import { describeOption } from '../../engine/fiche/options.ts';
import type { FicheContext, FieldView, FormSchema, FormView } from '../../engine/fiche/types.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { heading } from '../../ui/heading.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorDossierOpenEvent } from '../ror-dossier/events.ts';
import { styles } from './ror-fiche.styles.ts';

type Lue = OutputOf<Operations['lireNoeud']> & { readonly form?: { readonly schema: FormSchema; readonly context: FicheContext } };

/**
 * One published fiche of the répertoire, to read: where it stands, what it says, and which dossier holds it.
 *
 * @csspart banner - The message about the dossier that holds the fiche.
 * @csspart section - One section of the fiche.
 * @fires {RorDossierOpenEvent} ror-dossier-open - The person wants to open the dossier that holds this fiche.
 */
export class RorFiche extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, styles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Node of the répertoire to show; null shows an invitation to choose one. */
  @property({ attribute: 'noeud-id' }) noeudId: string | null = null;

  /** Level of the title of the fiche, 2 to 4; its sections are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly #messages = new MessagesController(this);
  readonly #client = new ClientController(this);
  readonly #fiche = new ResourceController(this, (signal) => this.#read(signal));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('noeudId') && this.noeudId === null) this.#fiche.reset();
    else if ((changed.has('noeudId') || changed.has('client')) && this.noeudId !== null && !this.#client.awaited) void this.#fiche.run();
  }

  async #read(signal: AbortSignal): Promise<Lue> {
    const client = this.#client.require();
    const answer = await client.call('lireNoeud', { noeudId: this.noeudId! }, { signal });
    const { type } = answer.noeud;
    if (type === 'EJ') return answer;
    const schema = await loadFormSchema(type);
    const { role } = await client.call('lireProfil', {}, { signal });
    return { ...answer, form: { schema, context: { ...(await loadSurroundings(schema)), role } } };
  }

  #renderField({ field, value, text }: FieldView, contenu: Lue['contenu'], context: FicheContext): TemplateResult {
    const words = this.#messages.current.lecture;
    const codes = field.kind === 'codes' ? (value as readonly string[]) : field.kind === 'code' ? [value as string] : undefined;
    const shown = codes?.map((code) => {
      const { label, status } = describeOption(field, code, contenu, context);
      return status === 'selectable' ? label : `${label} (${status === 'retired' ? words.codeRetire : words.codeInconnu})`;
    });
    return html`<div class="pair">
      <dt>${field.label}</dt>
      <dd>${shown && shown.length > 1 ? html`<ul>${shown.map((label) => html`<li>${label}</li>`)}</ul>` : shown?.[0] ?? html`${text}${field.unit ? ` ${field.unit.toLowerCase()}` : ''}`}</dd>
    </div>`;
  }

  #renderContent({ contenu, form }: Lue): TemplateResult | typeof nothing {
    if (!form) return nothing;
    const view: FormView = interpret(form.schema, { contenu, illisibles: {} }, form.context);
    const filled = view.sections
      .map(({ section, fields }) => ({ section, fields: fields.filter(({ value }) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) }))
      .filter(({ fields }) => fields.length > 0);
    if (filled.length === 0) return html`<p class="empty">${this.#messages.current.lecture.rienDecrit}</p>`;
    return html`${filled.map(({ section, fields }) => html`<section part="section">
      ${heading(this.headingLevel + 1, section.title)}
      <dl>${fields.map((view) => this.#renderField(view, contenu, form.context))}</dl>
    </section>`)}`;
  }

  #renderFiche(lue: Lue): TemplateResult {
    const { noeud, ancetres, dossier, dateMiseJour } = lue;
    const words = this.#messages.current.lecture;
    return html`
      ${ancetres.length > 0 ? html`<nav aria-label=${words.chemin}><ol class="path">${ancetres.map(({ type, nom }) => html`<li><abbr title=${words.types[type]}>${type}</abbr> ${nom}</li>`)}</ol></nav>` : nothing}
      <header>
        <span class="code" title=${words.types[noeud.type]}>${noeud.type}</span>
        ${heading(this.headingLevel, noeud.nom)}
      </header>
      ${dossier ? html`<div class="banner warning" part="banner">
        <p>${words.bandeau[dossier.etat]}</p>
        ${noeud.actions.includes('ouvrir-dossier') ? html`<button type="button" class="button small" @click=${() => this.dispatchEvent(new RorDossierOpenEvent(dossier.id))}>${words.ouvrirDossier}</button>` : nothing}
      </div>` : nothing}
      ${noeud.description === 'a-decrire' ? html`<p class="empty">${words.rienDecrit}</p>` : this.#renderContent(lue)}
      ${dateMiseJour ? html`<p class="date">${words.majLe(dateMiseJour)}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { echecs, commun, lecture } = this.#messages.current;
    const { status, value, failure } = this.#fiche;
    const current = value?.noeud.id === this.noeudId ? value : undefined;
    if (this.noeudId === null) return html`<p class="empty">${lecture.vide}</p>`;
    return html`
      ${status === 'failed' && failure ? html`<div class="banner danger" role="alert"><p>${echecs[failure.kind]}</p>
        <button type="button" class="button small" @click=${() => this.#fiche.run()}>${commun.reessayer}</button></div>` : nothing}
      ${current ? html`<article aria-busy=${status === 'loading' ? 'true' : nothing}>${this.#renderFiche(current)}</article>`
        : status === 'loading' ? html`<p class="empty" role="status">${commun.chargement}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-fiche': RorFiche }
}
