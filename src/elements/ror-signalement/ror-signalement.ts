import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RorClientError } from '../../client/errors.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { asFailure } from '../../controllers/failure.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { TypeNoeud } from '../../domain/noeud.ts';
import type { SignalementDetaille } from '../../domain/signalement.ts';
import { signaler } from '../../engine/anomalie/decide.ts';
import type { RefusAnomalie } from '../../engine/anomalie/refus.ts';
import { STATUT } from '../../engine/anomalie/types.ts';
import { anomalies } from '../../i18n/fr/anomalies.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { star } from '../../ui/field.ts';
import { icons } from '../../ui/icons.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorAnomalieChangeEvent, RorAnomalieOpenEvent, type ChampSignale, type DemandeSignalement } from './events.ts';
import { styles } from './ror-signalement.styles.ts';

interface Saisie {
  readonly thematique: string;
  readonly action: string;
  readonly chemin: string;
  readonly valeur: string;
  readonly message: string;
}
const BLANK: Saisie = { thematique: '', action: '', chemin: '', valeur: '', message: '' };

const isFilled = (_valueSet: string, code: string): boolean => code !== '';

/**
 * The dialog *Signaler une anomalie*, for any EJ, EG or unit. One on a page is enough: whoever hears
 * `ror-anomalie-demande` hands its detail to `ouvrir`.
 *
 * @csspart dialog - The dialog.
 * @fires {RorAnomalieChangeEvent} ror-anomalie-change - The report was made.
 * @fires {RorAnomalieOpenEvent} ror-anomalie-open - The person wants to follow the report that they just made.
 */
export class RorSignalement extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, styles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  readonly #words = new WordsController<Pick<Catalogue, 'anomalies' | 'commun' | 'echecs'>>(this, { anomalies, commun, echecs });
  readonly #client = new ClientController(this);
  readonly #thematiques = new LabelsController(this, () => import('../../nomenclature/data/J241.json'));
  readonly #actions = new LabelsController(this, () => import('../../nomenclature/data/J242.json'));

  /** What was typed and not sent, by node: a dialog that is closed, or a failure, loses nothing. */
  readonly #kept = new Map<string, Saisie>();
  #reading: AbortController | undefined;

  @state() private demande: DemandeSignalement | undefined;
  @state() private type: TypeNoeud | undefined;
  @state() private saisie = BLANK;
  @state() private retrouvee = false;
  /** Sent once without what is needed: what lacks is said from then on. */
  @state() private tente = false;
  @state() private champs: readonly ChampSignale[] = [];
  @state() private champsIllisibles = false;
  @state() private acting = false;
  @state() private failure: RorClientError | undefined;
  @state() private refus: RefusAnomalie | undefined;
  @state() private envoye: SignalementDetaille | undefined;

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client') || !this.hasUpdated) return;
    // Another client, so perhaps another person: what the former typed is not theirs.
    this.#kept.clear();
    this.#end();
  }

  protected override updated(): void {
    if (this.demande && !this.dialog.open) this.dialog.showModal();
    if (!this.demande && this.dialog.open) this.dialog.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  /** Asks for a report on a node; what was typed on it before and not sent is there again. */
  async ouvrir(demande: DemandeSignalement): Promise<void> {
    const kept = this.#kept.get(demande.noeudId);
    this.retrouvee = kept !== undefined;
    this.saisie = kept ?? BLANK;
    if (demande.chemin !== undefined) this.saisie = { ...this.saisie, chemin: demande.chemin };
    this.tente = this.acting = this.champsIllisibles = false;
    this.failure = this.refus = this.envoye = this.type = undefined;
    this.champs = demande.champs ?? [];
    this.demande = demande;
    const labels = Promise.all([this.#thematiques.ready, this.#actions.ready]);
    void this.#readFields(demande);
    await labels;
    await this.updateComplete;
    this.#focus('input[name="thematique"]:checked, input[name="thematique"]');
  }

  /** Whether something typed was not sent yet. */
  get unsaved(): boolean {
    return this.#kept.size > 0;
  }

  async #readFields(demande: DemandeSignalement): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      const client = this.#client.require();
      const [lue, { role }] = await Promise.all([client.call('lireNoeud', { noeudId: demande.noeudId }, { signal }), client.call('lireProfil', {}, { signal })]);
      if (signal.aborted) return;
      this.type = lue.noeud.type;
      if (demande.champs) return;
      const { champsOf } = await import('./champs.ts');
      const champs = await champsOf(lue, role, this.#words.current.anomalies.valeurs);
      if (signal.aborted) return;
      this.champs = champs;
      // What is not shown can't be chosen, and would be sent unseen.
      if (!champs.some(({ chemin }) => chemin === this.saisie.chemin)) this.saisie = { ...this.saisie, chemin: '' };
    } catch {
      // The report can be made without: its message says where.
      if (!signal.aborted) this.champsIllisibles = !demande.champs;
    }
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #type(change: Partial<Saisie>): void {
    this.saisie = { ...this.saisie, ...change };
    this.#kept.set(this.demande!.noeudId, this.saisie);
  }

  readonly #restart = (): void => {
    this.#kept.delete(this.demande!.noeudId);
    this.saisie = BLANK;
    this.retrouvee = this.tente = false;
    this.#focus('input[name="thematique"]');
  };

  /** ANO-4: why the report can't be sent as it is. */
  get #errors(): { readonly thematique: RefusAnomalie | undefined; readonly message: RefusAnomalie | undefined } {
    const regle = (thematique: string, message: string): RefusAnomalie | undefined => signaler({ thematique, message }, { connait: isFilled, assignables: [] }).refus;
    return { thematique: regle(this.saisie.thematique, 'x'), message: regle('x', this.saisie.message) };
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { demande, saisie } = this;
    if (!demande || this.acting) return;
    this.tente = true;
    const erreurs = this.#errors;
    if (erreurs.thematique ?? erreurs.message) return this.#focus(erreurs.thematique ? 'input[name="thematique"]' : '#message');
    this.acting = true;
    this.failure = this.refus = undefined;
    try {
      const answer = await this.#client.require().call('signalerAnomalie', {
        noeudId: demande.noeudId, thematique: saisie.thematique, message: saisie.message.trim(),
        ...(saisie.action && { actionDemandee: saisie.action }), ...(saisie.chemin && { chemin: saisie.chemin }), ...(saisie.valeur.trim() && { valeurProposee: saisie.valeur.trim() }),
      });
      if ('refus' in answer) {
        this.refus = answer.refus;
        return;
      }
      this.#kept.delete(demande.noeudId);
      this.dispatchEvent(new RorAnomalieChangeEvent(answer.anomalie));
      if (this.demande !== demande) return;
      this.envoye = answer.anomalie;
      await this.updateComplete;
      this.#focus('#title');
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.acting = false;
    }
  };

  readonly #end = (): void => {
    this.#reading?.abort();
    this.demande = this.envoye = undefined;
  };

  readonly #follow = (): void => {
    const { id } = this.envoye!;
    this.#end();
    this.dispatchEvent(new RorAnomalieOpenEvent(id));
  };

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #renderError(id: string, refus: RefusAnomalie | undefined): TemplateResult | typeof nothing {
    if (!this.tente || !refus) return nothing;
    const words = this.#words.current.anomalies.refus as { readonly [code: string]: (refus: RefusAnomalie) => string };
    return html`<ul class="messages" id=${id}><li class="erreur">${icons.error}<span>${words[refus.code]?.(refus)}</span></li></ul>`;
  }

  #renderThematique(refus: RefusAnomalie | undefined): TemplateResult {
    const words = this.#words.current.anomalies.signaler;
    const wrong = this.tente && refus !== undefined;
    return html`<fieldset class="field" role="radiogroup" aria-required="true" aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'thematique-erreur' : nothing}>
      <legend>${words.thematique}${star}</legend>
      <div class="cards">${this.#thematiques.entries.map(([code, label]) => html`<label class="card">
        <input type="radio" name="thematique" value=${code} .checked=${live(this.saisie.thematique === code)} @change=${() => { this.#type({ thematique: code }); }}>
        <span><strong>${label}</strong><span class="card-help">${words.aides[code] ?? nothing}</span></span>
      </label>`)}</div>
      ${this.#renderError('thematique-erreur', refus)}
    </fieldset>`;
  }

  #renderAction(): TemplateResult {
    const words = this.#words.current.anomalies.signaler;
    return html`<fieldset class="field">
      <legend>${words.action} <span class="optional">(${words.facultatif})</span></legend>
      <div class="choices">${[['', words.sansAction] as const, ...this.#actions.entries].map(([code, label]) => html`<label class="check">
        <input type="radio" name="action" value=${code} .checked=${live(this.saisie.action === code)} @change=${() => { this.#type({ action: code }); }}><span>${label}</span>
      </label>`)}</div>
    </fieldset>`;
  }

  #renderChamp(): TemplateResult {
    const words = this.#words.current.anomalies.signaler;
    const { champs, saisie: { chemin } } = this;
    if (this.champsIllisibles) return html`<p class="help">${words.champsIllisibles}</p>`;
    if (champs.length === 0) return html``;
    const chosen = champs.find((champ) => champ.chemin === chemin);
    const option = (champ: ChampSignale): TemplateResult => html`<option value=${champ.chemin} .selected=${champ.chemin === chemin}>${champ.label}</option>`;
    const sections = [...new Set(champs.map(({ section }) => section))];
    return html`<div class="field">
      <label for="champ">${words.champ} <span class="optional">(${words.facultatif})</span></label>
      <div class="select"><select id="champ" class="control" aria-describedby=${chosen ? 'champ-valeur' : nothing} @change=${(event: Event) => { this.#type({ chemin: (event.target as HTMLSelectElement).value }); }}>
        <option value="" .selected=${chosen === undefined}>${words.touteLaFiche}</option>
        ${sections.map((section) => {
          const options = champs.filter((champ) => champ.section === section).map(option);
          return section ? html`<optgroup label=${section}>${options}</optgroup>` : options;
        })}
      </select>${icons.chevron}</div>
      ${chosen ? html`<p class="current" id="champ-valeur">${words.valeurActuelle} : <strong>${chosen.valeur ?? words.valeurVide}</strong></p>` : nothing}
    </div>`;
  }

  #renderForm({ nom }: DemandeSignalement): TemplateResult {
    const { anomalies: { signaler: words, types, refus: refusals }, commun: common, echecs: failures } = this.#words.current;
    const erreurs = this.#errors;
    const messageFaux = this.tente && erreurs.message !== undefined;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div>
        <h2 id="title" tabindex="-1">${words.titre}</h2>
        <p class="subject">${this.type ? html`<abbr class="code" title=${types[this.type]}>${this.type}</abbr>` : nothing}<bdi>${nom}</bdi></p>
      </div>
      ${this.retrouvee ? html`<div class="banner"><p>${words.retrouve}</p><button type="button" class="button small" @click=${this.#restart}>${words.recommencer}</button></div>` : nothing}
      <p class="help">${words.obligatoire}</p>
      ${this.#renderThematique(erreurs.thematique)}
      ${this.#renderChamp()}
      <div class="field">
        <label for="message">${words.message}${star}</label>
        <textarea id="message" class="control" rows="4" maxlength="2000" aria-required="true" aria-invalid=${messageFaux ? 'true' : nothing} aria-describedby=${messageFaux ? 'message-erreur message-aide' : 'message-aide'}
          .value=${live(this.saisie.message)} @input=${(event: Event) => { this.#type({ message: (event.target as HTMLTextAreaElement).value }); }}></textarea>
        <p class="help" id="message-aide">${words.messageAide}</p>
        ${this.#renderError('message-erreur', erreurs.message)}
      </div>
      <div class="field">
        <label for="valeur">${words.valeurProposee} <span class="optional">(${words.facultatif})</span></label>
        <textarea id="valeur" class="control" rows="1" maxlength="2000" aria-describedby="valeur-aide" .value=${live(this.saisie.valeur)} @input=${(event: Event) => { this.#type({ valeur: (event.target as HTMLTextAreaElement).value }); }}></textarea>
        <p class="help" id="valeur-aide">${words.valeurAide}</p>
      </div>
      ${this.#renderAction()}
      <div role="alert">${this.failure ? html`<p class="banner danger">${failures[this.failure.kind]}</p>` : this.refus ? html`<p class="banner danger">${(refusals[this.refus.code] as (refus: RefusAnomalie) => string)(this.refus)}</p>` : nothing}</div>
      <p class="buttons">
        <button class="button primary" aria-disabled=${this.acting ? 'true' : nothing}>${this.acting ? words.envoi : words.envoyer}</button>
        <button type="button" class="button" @click=${this.#end}>${common.annuler}</button>
      </p>
    </form>`;
  }

  #renderDone(sent: SignalementDetaille): TemplateResult {
    const { anomalies: { signaler: words }, commun: common } = this.#words.current;
    return html`<div class="done">
      <span class="done-mark">${icons.check}</span>
      <h2 id="title" tabindex="-1" aria-describedby="next">${words.fait}</h2>
      <p id="next">${sent.statut === STATUT.sansDestinataire ? words.suiteSansDestinataire : words.suite}</p>
      <p class="buttons">
        <button type="button" class="button primary" @click=${this.#end}>${common.fermer}</button>
        <button type="button" class="button" @click=${this.#follow}>${words.suivre}</button>
      </p>
    </div>`;
  }

  protected override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#end}>
      ${this.envoye ? this.#renderDone(this.envoye) : this.demande ? this.#renderForm(this.demande) : nothing}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-signalement': RorSignalement }
}
