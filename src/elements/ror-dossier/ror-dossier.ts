import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { today } from '../../controllers/today.ts';
import { ClientController } from '../../controllers/client-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { DossierController } from '../../controllers/dossier-controller.ts';
import { MessagesController } from '../../controllers/messages-controller.ts';
import { FoundDraftsController } from '../../controllers/found-drafts-controller.ts';
import type { FicheResume } from '../../domain/fiche.ts';
import type { TypeFicheCreable } from '../../domain/noeud.ts';
import type { CommandeDossier } from '../../engine/dossier/commandes.ts';
import { progression } from '../../engine/dossier/progression.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { heading } from '../../ui/heading.ts';
import { tokens } from '../../ui/tokens.ts';
import type { RorFicheSaveEvent } from '../ror-fiche-form/events.ts';
import type { RorFicheForm } from '../ror-fiche-form/ror-fiche-form.ts';
import type { RorNodeActionEvent } from '../ror-tree/action-event.ts';
import type { RorSelectionChangeEvent } from '../ror-tree/events.ts';
import { Conflits } from './conflits.ts';
import { RorDossierChangeEvent, RorDossierOpenEvent } from './events.ts';
import { type ActionFiche, nameOf, nodesOf } from './nodes.ts';
import { commandOf, type Question, renderQuestion } from './ror-dossier.dialogs.ts';
import { renderEtapes, renderNext } from './ror-dossier.steps.ts';
import { readMore, renderEtat, renderList } from './ror-dossier.list.ts';
import { type Entete, renderPanel } from './ror-dossier.panel.ts';
import { renderParked } from './ror-dossier.parked.ts';
import { styles } from './ror-dossier.styles.ts';
import { wordDone, wordRefus } from './words.ts';

/**
 * The dossiers collaboratifs of a person: their list, and one of them with its tree, its fiches, its progress,
 * its sending and its validation.
 *
 * @csspart list - The list of dossiers.
 * @csspart steps - The milestones of the open dossier.
 * @csspart next-step - What comes next.
 * @csspart conflicts - What the publication found changed in the répertoire meanwhile.
 * @csspart panel - Name, date d'effet and acts of the open dossier.
 * @fires {RorDossierOpenEvent} ror-dossier-open - The person opened a dossier or went back to the list.
 * @fires {RorDossierChangeEvent} ror-dossier-change - A command of the person changed the dossier on the server.
 */
export class RorDossier extends LitElement {
  static override styles = [tokens, buttonStyles, bannerStyles, styles];

  /** Client to use; otherwise the one of the nearest `ror-provider`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Dossier to show; null shows the list. The element changes it when the person opens one or goes back. */
  @property({ attribute: 'dossier-id' }) dossierId: string | null = null;

  /** Level of the first heading inside the element, 2 to 4. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** `off`: nothing typed is kept on the device. */
  @property() drafts: 'on' | 'off' = 'on';

  readonly #messages = new MessagesController(this);
  readonly #client = new ClientController(this);
  readonly #announcer = new Announcer(this);
  readonly #dossiers: DossierController = new DossierController(this, () => this.#client.require(), (...what) => void this.#found.erase(...what));
  readonly #conflits = new Conflits(this);
  readonly #found = new FoundDraftsController(this, () => this.#dossiers.acteur?.id);

  #nodes: { readonly from: Parameters<typeof nodesOf>; readonly rows: ReturnType<typeof nodesOf> } | undefined;

  /** What was typed into the panel of each dossier and not saved. */
  @state() private entetes: ReadonlyMap<string, Entete> = new Map();
  @state() private question: Question | undefined;
  /** The reason being written, kept when its dialog is closed. */
  @state() private motif = '';

  @query('ror-fiche-form') private form!: RorFicheForm | null;
  @query('dialog') private dialog!: HTMLDialogElement;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#onLeave);
    // Taken out of the page by its host: what is typed is put on hold like on any other leaving.
    this.#saveLeft();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.hasUpdated) this.#dossiers.forget();
    if (changed.has('dossierId') || changed.has('client')) this.#show();
  }

  /** Where the focus goes once it is there: what had it has gone with the former view. */
  #focusNext: 'title' | 'next-step' | `dossier-${string}` | undefined;

  protected override updated(): void {
    const next = this.#focusNext && this.shadowRoot?.getElementById(this.#focusNext);
    if (next && !this.question) {
      this.#focusNext = undefined;
      next.focus();
    }
    if (this.question && !this.dialog.open) this.dialog.showModal();
    if (!this.question && this.dialog.open) this.dialog.close();
  }

  /**
   * Opens the dossier of a structure: the one already open on it, otherwise asks for the name of a new one.
   * @param entiteGeographiqueId identifier of the entité géographique in the répertoire.
   */
  async ouvrirPour(entiteGeographiqueId: string): Promise<void> {
    this.#open(null);
    await this.updateComplete;
    await this.#dossiers.readList();
    if (this.#dossiers.readFailure) return;
    const structure = await this.#dossiers.structure(entiteGeographiqueId);
    if (structure?.dossier) {
      this.#announcer.say(this.#words.nouveau.existe(structure.dossier.nom));
      this.#open(structure.dossier.id);
    } else if (structure) {
      this.question = { type: 'nouveau', entiteGeographiqueId, nom: this.#words.nouveau.propose(structure.noeud.nom, today()) };
    }
  }

  /** Whether something that the person typed is not saved yet, anywhere in this element. */
  get unsaved(): boolean {
    return (this.form?.modified ?? false) || this.#dossiers.unsaved || this.entetes.size > 0;
  }

  /**
   * Puts on hold what is being typed, before the host ends the session or shows something else.
   * @returns whether everything is saved; when false, the element says what is not.
   */
  async enregistrerEnCours(): Promise<boolean> {
    this.#saveLeft();
    if (this.entetes.has(this.#dossiers.dossier?.id ?? '')) await this.#act();
    await this.#dossiers.settled();
    await this.updateComplete;
    return !this.unsaved;
  }

  get #words() {
    return this.#messages.current.dossier;
  }

  // --- What is shown -------------------------------------------------------------------------------------------------

  /** Follows `dossierId`, whoever set it. */
  #show(): void {
    if (!this.isConnected || this.#client.awaited) return;
    this.question = undefined;
    this.#saveLeft();
    if (this.dossierId === null) {
      this.#dossiers.close('dossier');
      void this.#dossiers.readList();
    } else if (this.#dossiers.dossier?.id !== this.dossierId) {
      void this.#dossiers.readDossier(this.dossierId);
    }
  }

  /** The person goes to a dossier, or back to the list. */
  #open(dossierId: string | null): void {
    if (this.dossierId === dossierId) return;
    this.dossierId = dossierId;
    this.#focusNext = 'title';
    this.dispatchEvent(new RorDossierOpenEvent(dossierId));
  }

  async #openFiche(ficheId: string, { focus = false } = {}): Promise<void> {
    if (this.#dossiers.fiche?.id !== ficheId) {
      this.#saveLeft();
      this.#dossiers.settle();
      await this.#dossiers.readFiche(ficheId);
    }
    if (!focus) return;
    await this.updateComplete;
    await this.form?.updateComplete;
    this.form?.focus();
  }

  #openPanel(): void {
    this.#saveLeft();
    this.#dossiers.close('fiche');
  }

  /** A fiche left with changes is put on hold by itself: going elsewhere never loses anything. */
  #saveLeft(): void {
    const fiche = this.#dossiers.fiche;
    if (!fiche || !this.form?.modified || !this.#editable) return;
    const saisie = this.form.saisie();
    void this.#dossiers.saveLeft({ ficheId: fiche.id, version: fiche.version, finaliser: false, ...saisie }).then((saved) => {
      if (saved) this.#announcer.say(this.#words.fiches.quittee(nameOf(saved, this.#messages.current)));
    });
  }

  /** Fiches may be typed into while the structure prepares its dossier. */
  get #editable(): boolean {
    const { dossier, acteur } = this.#dossiers;
    return dossier !== undefined && acteur !== undefined && ['referent', 'direction'].includes(acteur.role) && (dossier.etat === 'EN_COURS' || dossier.etat === 'REFUSE');
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) event.preventDefault();
  };

  // --- Acts ----------------------------------------------------------------------------------------------------------

  /** @returns the fiche that the command created, if it did; undefined when it was not carried out. */
  async #decide(commande: CommandeDossier): Promise<{ readonly created?: FicheResume | undefined } | undefined> {
    // A command takes the fiches as they are on the server: what is on screen goes there first.
    this.#saveLeft();
    const before = this.#dossiers.dossier!;
    if ((await this.#dossiers.decide(commande)) !== 'done') return undefined;
    const after = this.#dossiers.dossier!;
    this.#announcer.say(wordDone(commande, before, after, this.#messages.current));
    this.dispatchEvent(new RorDossierChangeEvent(after));
    return { created: after.fiches.find(({ id }) => !before.fiches.some((fiche) => fiche.id === id)) };
  }

  get #header(): Entete {
    const { id, nom, dateEffet } = this.#dossiers.dossier!;
    return this.entetes.get(id) ?? { nom, dateEffet: dateEffet ?? '' };
  }

  #keepHeader(entete: Entete | undefined): void {
    const entetes = new Map(this.entetes);
    const { id } = this.#dossiers.dossier!;
    if (entete) entetes.set(id, entete);
    else entetes.delete(id);
    this.entetes = entetes;
  }

  /** Saves what was changed in the panel, then carries out the command. */
  async #act(commande?: CommandeDossier): Promise<void> {
    const { nom, dateEffet } = this.#header;
    const dossier = this.#dossiers.dossier!;
    if (nom !== dossier.nom && !(await this.#decide({ type: 'renommer', nom }))) return;
    if (dateEffet !== (dossier.dateEffet ?? '') && !(await this.#decide({ type: 'fixer-date-effet', dateEffet: dateEffet || null }))) return;
    this.#keepHeader(undefined);
    if (commande && (await this.#decide(commande))) this.#focus('next-step');
  }

  #focus(where: 'title' | 'next-step'): void {
    this.#focusNext = where;
    this.requestUpdate();
  }

  readonly #onAnswer = async (answer: string): Promise<void> => {
    const question = this.question;
    if (!question || this.#dossiers.acting) return;
    if (question.type === 'abandonner') {
      this.#dossiers.drop(question.parked.save.ficheId);
      void this.#found.erase(question.parked.dossierId, question.parked.save.ficheId, question.parked.save);
      this.question = undefined;
      return;
    }
    if (question.type !== 'nouveau') {
      const done = await this.#decide(commandOf(question, answer));
      if (!done) return;
      this.question = undefined;
      this.motif = '';
      // The dialog gives the focus back when it closes: only then can it go on to the new fiche.
      await this.updateComplete;
      if (done.created) await this.#openFiche(done.created.id, { focus: true });
      else if (question.type !== 'deplacer') this.#focus(question.type === 'supprimer' ? 'title' : 'next-step');
      return;
    }
    if ((await this.#dossiers.create(question.entiteGeographiqueId, answer)) !== 'done') return;
    this.question = undefined;
    this.#announcer.say(this.#words.nouveau.cree);
    this.dispatchEvent(new RorDossierChangeEvent(this.#dossiers.dossier!));
    this.#open(this.#dossiers.dossier!.id);
  };

  readonly #onCloseQuestion = (): void => (this.question = undefined, this.#dossiers.settle());
  readonly #more = (suite: string): Promise<void> => readMore(this.#dossiers, suite, (next, count) => { this.#focusNext = next; this.#announcer.say(this.#words.liste.affiches(count)); this.requestUpdate(); });
  readonly #onSelect = ({ detail: { id } }: RorSelectionChangeEvent): void => {
    if (id === this.#dossiers.dossier?.id) this.#openPanel();
    else void this.#openFiche(id);
  };

  readonly #onAction = ({ detail: { id, action } }: RorNodeActionEvent): void => {
    const fiche = this.#dossiers.dossier?.fiches.find((row) => row.id === id);
    if (!fiche) return this.#openPanel();
    this.#dossiers.settle();
    const act = action as ActionFiche;
    if (act === 'ouvrir') void this.#openFiche(id, { focus: true });
    else if (act === 'dupliquer') void this.#duplicate(id);
    else if (act === 'deplacer' || act === 'supprimer') this.question = { type: act, fiche };
    else this.question = { type: 'creer', parent: fiche, typeFiche: act.slice('creer-'.length) as TypeFicheCreable };
  };

  async #duplicate(ficheId: string): Promise<void> {
    const done = await this.#decide({ type: 'dupliquer-fiche', ficheId });
    if (done?.created) await this.#openFiche(done.created.id, { focus: true });
  }

  readonly #onSave = async ({ detail: { ficheId, saisie, finaliser, version, reason, editions } }: RorFicheSaveEvent): Promise<void> => {
    const outcome = await this.#dossiers[reason === 'repos' ? 'saveAtRest' : 'save']({ ficheId, version, finaliser, ...saisie, editions });
    if (outcome !== 'done') return;
    if (reason === 'personne') this.#announcer.say(finaliser ? this.#words.fiches.finalisee : this.#words.fiches.enAttente);
    this.dispatchEvent(new RorDossierChangeEvent(this.#dossiers.dossier!));
  };

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #renderFailure(): TemplateResult | typeof nothing {
    const { readFailure } = this.#dossiers;
    if (!readFailure) return nothing;
    const { echecs, commun } = this.#messages.current;
    return html`<div class="banner danger" role="alert">
      <p>${echecs[readFailure.kind]}</p>
      <button type="button" class="button small" @click=${() => void this.#dossiers.readAgain()}>${commun.reessayer}</button>
    </div>`;
  }

  /** Why the last act did not go through, next to where the person acts. */
  #wrong(): string | undefined {
    const { refus, failure } = this.#dossiers;
    if (refus) return wordRefus(refus, this.#messages.current);
    if (failure) return failure.kind === 'stale' ? this.#words.recharge : this.#messages.current.echecs[failure.kind];
    return undefined;
  }

  #renderParked(): readonly TemplateResult[] {
    const { parked: left, dossier } = this.#dossiers;
    return [...left, ...this.#found.orphans(dossier, left)].map((parked) => renderParked(parked, dossier, this.#messages.current, {
      retry: () => void this.#dossiers.saveParked(parked),
      open: () => void this.#openFiche(parked.save.ficheId, { focus: true }),
      drop: () => { this.question = { type: 'abandonner', parked }; },
      copy: (banner) => void import('./copy.ts').then(({ copyText }) => copyText(parked, nameOf(parked.base, this.#messages.current), banner)),
    }));
  }

  /** Rows are made again only when what they are made from changes: the rules are asked several times for each. */
  #nodesOf(...from: Parameters<typeof nodesOf>): ReturnType<typeof nodesOf> {
    if (!this.#nodes || from.some((part, index) => part !== this.#nodes!.from[index])) this.#nodes = { from, rows: nodesOf(...from) };
    return this.#nodes.rows;
  }

  #renderDossier(): TemplateResult {
    const { dossier, acteur, fiche, loading, acting } = this.#dossiers;
    const messages = this.#messages.current;
    const words = messages.dossier;
    const back = html`<button type="button" class="button quiet back" @click=${() => { this.#open(null); }}><span aria-hidden="true">←</span> ${words.retour}</button>`;
    if (!dossier || !acteur) return html`${back}${this.#renderFailure()}`;
    const day = today();
    const wrong = this.question ? undefined : this.#wrong();
    return html`
      ${back}
      <header>
        ${heading(this.headingLevel, dossier.nom, { id: 'title', focusable: true })}${renderEtat(dossier.etat, messages)}
        ${renderEtapes(dossier, messages)}
      </header>
      ${renderNext(dossier, progression(dossier, acteur, day), messages, fiche !== undefined, {
        fiche: (id) => void this.#openFiche(id, { focus: true }),
        panneau: () => { this.#openPanel(); this.#focus('title'); },
      })}
      ${this.#conflits.render(dossier, messages)}${this.#renderFailure()}${this.#renderParked()}
      <div class="columns">
        <div class="tree">
          <ror-tree label=${words.arborescence} expand-all .noeuds=${this.#nodesOf(dossier, acteur, day, messages, this.#found.drafts)} .selection=${fiche?.id ?? dossier.id}
            @ror-selection-change=${this.#onSelect} @ror-node-action=${this.#onAction}></ror-tree>
        </div>
        <div class="main">
          ${fiche ? html`<ror-fiche-form .fiche=${fiche} .brouillon=${this.#dossiers.parkedIn(fiche.id)?.save} .roleActeur=${acteur.role} .categorieEG=${dossier.categorieEG} .nomEG=${dossier.fiches[0]?.nom}
            .readonly=${!this.#editable} .busy=${acting} .failure=${this.#dossiers.failure} .refus=${this.#dossiers.refus}
            heading-level=${this.headingLevel + 1} .compte=${acteur.id} dossier-id=${dossier.id} drafts=${this.drafts} guard="off" @ror-fiche-save=${this.#onSave}></ror-fiche-form>`
          : loading === 'fiche' ? html`<p class="loading" role="status">${messages.commun.chargement}</p>`
          : html`${renderPanel(dossier, this.#header, acteur, day, messages, acting, {
            change: (entete) => { this.#keepHeader({ ...this.#header, ...entete }); },
            act: (commande) => void this.#act(commande),
            refuse: () => { this.question = { type: 'refuser' }; },
          })}
            <p class="error" role="alert">${wrong ?? nothing}</p>`}
        </div>
      </div>`;
  }

  protected override render(): TemplateResult {
    const { dossiers, suite, dossier, loading, acting } = this.#dossiers;
    const messages = this.#messages.current;
    const waiting = loading && loading !== 'fiche' && !(this.dossierId === null ? dossiers : dossier);
    return html`
      ${this.#announcer.render()}
      ${waiting ? html`<p class="loading" role="status">${messages.commun.chargement}</p>` : nothing}
      ${this.dossierId !== null ? this.#renderDossier()
        : html`${this.#renderFailure()}${this.#renderParked()}${dossiers ? renderList(dossiers, messages, heading(this.headingLevel, this.#words.liste.titre, { id: 'title', focusable: true }), (id) => { this.#open(id); }, this.#found.drafts, suite === null ? undefined : { busy: loading === 'dossiers', read: () => void this.#more(suite) }) : nothing}`}
      <dialog aria-labelledby="question-title" @close=${this.#onCloseQuestion}>${this.#announcer.render()}
        ${renderQuestion(this.question, dossier, messages, this.question ? this.#wrong() : undefined, acting, {
          motif: this.motif, answer: (answer) => void this.#onAnswer(answer), close: this.#onCloseQuestion, write: (motif) => { this.motif = motif; },
        })}
      </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-dossier': RorDossier }
}
