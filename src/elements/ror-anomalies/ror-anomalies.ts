import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AnomaliesController, type FiltresAnomalies } from '../../controllers/anomalies-controller.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { CommandeAnomalie } from '../../engine/anomalie/commandes.ts';
import { porteeAnomalies } from '../../engine/anomalie/portee.ts';
import { anomalies } from '../../i18n/fr/anomalies.ts';
import { commun } from '../../i18n/fr/commun.ts';
import { echecs } from '../../i18n/fr/echecs.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { heading } from '../../ui/heading.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorFicheOpenEvent } from '../ror-fiche/open-event.ts';
import { type ChampSignale, RorAnomalieChangeEvent, RorAnomalieOpenEvent } from '../ror-signalement/events.ts';
import { type EnCours, renderActes, NOTHING_TYPED } from './ror-anomalies.acts.ts';
import { renderHeader, renderHistorique, renderSignale } from './ror-anomalies.detail.ts';
import { renderList } from './ror-anomalies.list.ts';
import { detailStyles } from './detail.styles.ts';
import { listStyles } from './list.styles.ts';
import { type Libelles, type Mots, wordRefus } from './words.ts';

/**
 * Reports of anomalies: the queue of those who treat them (administrators of a territory, SESAN, the structure), and
 * for everybody what became of their own.
 *
 * @csspart list - The list with its filters.
 * @csspart report - What one report says.
 * @csspart acts - What the person may do with it.
 * @csspart history - What became of it.
 * @fires {RorAnomalieOpenEvent} ror-anomalie-open - The person opened a report or went back to the list.
 * @fires {RorAnomalieChangeEvent} ror-anomalie-change - A command of the person changed a report on the server.
 * @fires {RorFicheOpenEvent} ror-fiche-open - The person wants to see the fiche that a report is about.
 */
export class RorAnomalies extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, listStyles, detailStyles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Report to show; null shows the list. The element changes it when the person opens one or goes back. */
  @property({ attribute: 'anomalie-id' }) anomalieId: string | null = null;

  /** Reports to begin with; null: those that the person may treat, else their own. The person may go from one to the other. */
  @property() portee: 'traiter' | 'mes-signalements' | null = null;

  /** Level of the first heading inside the element, 2 to 4. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly #words = new WordsController<Mots>(this, { anomalies, commun, echecs });
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #anomalies = new AnomaliesController(this, () => this.#client.require());
  readonly #labels: Libelles = {
    thematique: new LabelsController(this, () => import('../../nomenclature/data/J241.json')),
    action: new LabelsController(this, () => import('../../nomenclature/data/J242.json')),
    statut: new LabelsController(this, () => import('../../nomenclature/data/J244.json')),
    departement: new LabelsController(this, () => import('../../nomenclature/data/COG_departements.json')),
  };

  @state() private filtres: FiltresAnomalies = {};
  @state() private deplie = false;
  /** What is written and not sent, by report. */
  @state() private enCours: ReadonlyMap<string, EnCours> = new Map();
  /** The field of a report, in words. */
  @state() private champ: { readonly anomalieId: string; readonly champ: ChampSignale | undefined } | undefined;
  @state() private confirme = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  #focusNext: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#onLeave);
    if (this.hasUpdated) this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#onLeave);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.hasUpdated) {
      this.#anomalies.forget();
      this.enCours = new Map();
      this.filtres = {};
    }
    if (changed.has('portee')) this.filtres = {};
    if (changed.has('anomalieId') || changed.has('client') || changed.has('portee')) this.#show();
  }

  protected override updated(): void {
    if (this.confirme && !this.dialog.open) this.dialog.showModal();
    if (!this.confirme && this.dialog.open) this.dialog.close();
    const next = this.#focusNext && !this.confirme && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!next) return;
    this.#focusNext = undefined;
    next.focus();
  }

  /** Whether something typed was not sent yet. */
  get unsaved(): boolean {
    return [...this.enCours.values()].some(({ texte }) => texte.trim() !== '');
  }

  /** Reads again what is shown: something was reported or treated elsewhere. */
  async recharger(): Promise<void> {
    if (!this.isConnected || this.#client.awaited) return;
    await (this.anomalieId === null ? this.#list() : this.#read(this.anomalieId));
  }

  /** Follows `anomalieId`, whoever set it. */
  #show(): void {
    if (!this.isConnected || this.#client.awaited) return;
    this.confirme = false;
    this.#anomalies.settle();
    void this.recharger();
  }

  async #list(): Promise<void> {
    if (Object.keys(this.filtres).length === 0) {
      await this.#anomalies.readActeur();
      if (!this.#anomalies.acteur) return;
      this.filtres = this.#initial(this.portee ?? (this.#treats ? 'traiter' : 'mes-signalements'));
    }
    await this.#anomalies.list(this.filtres);
  }

  #initial(portee: FiltresAnomalies['portee']): FiltresAnomalies {
    return portee === 'traiter' ? { portee, statut: 'ouvert' } : { portee };
  }

  async #read(anomalieId: string): Promise<void> {
    await this.#anomalies.readOne(anomalieId);
    const { anomalie, acteur } = this.#anomalies;
    if (anomalie?.id !== anomalieId || anomalie.chemin === undefined || this.champ?.anomalieId === anomalieId || !acteur) return;
    const { champSignale } = await import('../ror-signalement/champs.ts');
    const champ = await champSignale(anomalie.noeud.type, anomalie.chemin, anomalie.valeurErronee, acteur.role, this.#words.current.anomalies.valeurs).catch(() => undefined);
    this.champ = { anomalieId, champ };
  }

  /** ANO-1 to ANO-3: this person treats reports of others. */
  get #treats(): boolean {
    const { acteur } = this.#anomalies;
    return acteur !== undefined && porteeAnomalies(acteur).type !== 'aucune';
  }

  #open(anomalieId: string | null): void {
    this.#focusNext = anomalieId === null ? `row-${this.anomalieId}` : 'title';
    this.anomalieId = anomalieId;
    this.dispatchEvent(new RorAnomalieOpenEvent(anomalieId));
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) event.preventDefault();
  };

  // --- Acts ----------------------------------------------------------------------------------------------------------

  async #filter(change: Partial<FiltresAnomalies>): Promise<void> {
    this.filtres = 'portee' in change && change.portee !== this.filtres.portee ? this.#initial(change.portee) : { ...this.filtres, ...change };
    await this.#anomalies.list(this.filtres);
    this.#sayCount();
  }

  #sayCount(): void {
    const { liste, nombre, readFailure } = this.#anomalies;
    if (!readFailure) this.#announcer.say(this.#words.current.anomalies.liste.annonce(nombre, liste?.length ?? 0));
  }

  async #more(): Promise<void> {
    const shown = this.#anomalies.liste?.length ?? 0;
    await this.#anomalies.listMore();
    const next = this.#anomalies.liste?.[shown];
    if (next) this.#focusNext = `row-${next.id}`;
    this.requestUpdate();
    this.#sayCount();
  }

  #write(change: Partial<EnCours>): void {
    const id = this.anomalieId!;
    this.enCours = new Map(this.enCours).set(id, { ...NOTHING_TYPED, ...this.enCours.get(id), ...change });
  }

  async #treat(commande: CommandeAnomalie): Promise<void> {
    const { anomalieId } = this;
    if ((await this.#anomalies.act(commande)) !== 'done' || anomalieId === null) return;
    this.confirme = false;
    const left = this.enCours.get(anomalieId) ?? NOTHING_TYPED;
    // An assignment leaves the answer being written as it is.
    this.enCours = new Map(this.enCours).set(anomalieId, commande.type === 'assigner' ? { ...left, assigne: '' } : NOTHING_TYPED);
    this.#announcer.say(this.#words.current.anomalies.actes.faits[commande.type]);
    this.dispatchEvent(new RorAnomalieChangeEvent(this.#anomalies.anomalie!));
    await this.updateComplete;
    if (!this.shadowRoot!.activeElement) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #renderFailure(): TemplateResult | typeof nothing {
    const { readFailure } = this.#anomalies;
    if (!readFailure) return nothing;
    const { echecs: failures, commun: common } = this.#words.current;
    return html`<div class="banner danger" role="alert"><p>${failures[readFailure.kind]}</p>
      <button type="button" class="button small" @click=${() => void (this.#anomalies.acteur ? this.#anomalies.readAgain() : this.recharger())}>${common.reessayer}</button></div>`;
  }

  /** Why the last act did not go through, next to where the person acts. */
  #wrong(): string | undefined {
    const { refus, failure } = this.#anomalies;
    const mots = this.#words.current;
    if (refus) return wordRefus(refus, mots);
    return failure && (failure.kind === 'stale' ? mots.anomalies.actes.conflit : mots.echecs[failure.kind]);
  }

  #renderDetail(): TemplateResult {
    const { anomalie, acteur, acting } = this.#anomalies;
    const mots = this.#words.current;
    const back = html`<button type="button" class="button quiet back" @click=${() => { this.#open(null); }}><span aria-hidden="true">←</span> ${mots.anomalies.detail.retour}</button>`;
    if (!anomalie || !acteur || anomalie.id !== this.anomalieId) return html`${back}${this.#renderFailure()}`;
    const { noeud, chemin } = anomalie;
    const champ = this.champ?.anomalieId === anomalie.id ? this.champ.champ : undefined;
    const level = this.headingLevel + 1;
    return html`${back}
      ${renderHeader(anomalie, acteur.id, this.#labels, mots, this.headingLevel)}
      ${this.#renderFailure()}
      <div class="columns">
        <div class="main">
          ${renderSignale(anomalie, champ, this.#labels, mots, level, () => this.dispatchEvent(new RorFicheOpenEvent({ noeudId: noeud.id, nom: noeud.nom, ...(chemin !== undefined && { chemin }) })))}
          ${renderActes({
            anomalie, acteur, acting, mots, enCours: this.enCours.get(anomalie.id) ?? NOTHING_TYPED,
            on: { ecrire: (change) => { this.#write(change); }, faire: (commande) => void this.#treat(commande), annuler: () => { this.confirme = true; } },
          }, this.#labels, level, this.confirme ? undefined : this.#wrong())}
        </div>
        ${renderHistorique(anomalie, this.#labels, mots, level)}
      </div>`;
  }

  #renderList(): TemplateResult {
    const { liste } = this.#anomalies;
    const mots = this.#words.current;
    const titre = mots.anomalies.liste.titre[this.filtres.portee ?? 'tout'];
    return html`${this.#renderFailure()}${liste ? renderList(this.#anomalies, this.filtres, this.#treats, this.deplie, this.#labels, mots, heading(this.headingLevel, titre, { id: 'title', focusable: true }), {
      filtrer: (change) => void this.#filter(change),
      effacer: () => {
        this.#focusNext = 'thematique';
        void this.#filter({ thematique: undefined, action: undefined, departement: undefined, assigne: undefined });
      },
      ouvrir: (id) => { this.#open(id); }, suite: () => void this.#more(), deplier: () => { this.deplie = !this.deplie; },
    }) : nothing}`;
  }

  #renderConfirmation(): TemplateResult {
    const { anomalies: { actes: words } } = this.#words.current;
    const close = (): void => { this.confirme = false; };
    return html`<dialog aria-labelledby="question" @close=${close}>${this.#announcer.render()}${this.confirme ? html`
      <p id="question">${words.annulerQuestion}</p>
      <p class="error" role="alert">${this.#wrong() ?? nothing}</p>
      <p class="buttons"><button type="button" class="button danger" aria-disabled=${this.#anomalies.acting ? 'true' : nothing} @click=${() => void this.#treat({ type: 'annuler' })}>${words.annuler}</button>
        <button type="button" class="button" @click=${close}>${words.garder}</button></p>` : nothing}</dialog>`;
  }

  protected override render(): TemplateResult {
    const { liste, anomalie, readFailure } = this.#anomalies;
    const shown = this.anomalieId === null ? liste : anomalie?.id === this.anomalieId;
    return html`${this.#announcer.render()}
      ${!shown && !readFailure ? html`<p class="loading" role="status">${this.#words.current.commun.chargement}</p>` : nothing}
      ${this.anomalieId === null ? this.#renderList() : this.#renderDetail()}
      ${this.#renderConfirmation()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-anomalies': RorAnomalies }
}
