import { html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RorClientError } from '../../client/errors.ts';
import type { Fiche, Saisie } from '../../domain/fiche.ts';
import type { Refus } from '../../engine/dossier/refus.ts';
import type { Issue } from '../../engine/fiche/issue.ts';
import { readSaisie } from '../../engine/fiche/read-saisie.ts';
import type { Field, FormSchema } from '../../engine/fiche/types.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { officialSource, type NomenclatureSource } from '../../nomenclature/load.ts';
import { Announcer } from '../../ui/announcer.ts';
import { bannerStyles } from '../../ui/banner.styles.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { LiveParts, livePart } from '../../ui/live-part.ts';
import { tokens } from '../../ui/tokens.ts';
import { RorFicheCancelEvent, RorFicheChangeEvent, RorFicheSaveEvent, type SaveReason } from './events.ts';
import { adopt } from '../../ui/adopt.ts';
import { Documents } from './documents.ts';
import { FicheControl } from './fiche-control.ts';
import { FormWords } from './form-words.ts';
import { KeeperInWaiting } from './keeper-in-waiting.ts';
import { compositePort } from './composite-port.ts';
import { KindsController } from './kinds-controller.ts';
import type { FormPort } from './kinds/kind.ts';
import { listPort } from './list-port.ts';
import { ListsController } from './lists-controller.ts';
import { SchemaController } from './schema-controller.ts';
import { LONGEST_PASTE, refusePaste } from './paste.ts';
import { renderActions } from './ror-fiche-form.actions.ts';
import { renderField, wordIssue } from './ror-fiche-form.fields.ts';
import { renderHeader } from './ror-fiche-form.header.ts';
import { renderSections } from './ror-fiche-form.sections.ts';
import { styles } from './ror-fiche-form.styles.ts';
import { renderWaiting } from './ror-fiche-form.waiting.ts';
import { Sitting, type Effect } from './sitting.ts';
import type { Versions } from './versions.ts';

/**
 * The form of one fiche, built from a form schema and the nomenclatures. It keeps what is typed in a session
 * of its own: the fiche given is never changed, and nothing typed is lost by a save, a failure or a conflict.
 *
 * @csspart header - Name and state of the fiche.
 * @csspart section - One section of the form.
 * @csspart sommaire - The sections as links, where there is room beside them.
 * @csspart actions - The bar of buttons.
 * @csspart draft - A text found again.
 * @fires {RorFicheSaveEvent} ror-fiche-save - The person asks to save, or the form does at rest. Cancelable.
 * @csspart printed - The fiche as a document, while the page is printed.
 * @fires {RorFicheChangeEvent} ror-fiche-change - The person changed something.
 * @fires {RorFicheCancelEvent} ror-fiche-cancel - The person gives up the changes of a block.
 * @fires {RorEditionCheckEvent} ror-edition-check - What a newer edition would change is shown.
 * @fires {RorFicheExportEvent} ror-fiche-export - The fiche is ready as a PDF file. Cancelable.
 */
export class RorFicheForm extends FicheControl {
  static override styles = [tokens, buttonStyles, bannerStyles, fieldStyles, styles];

  /** The fiche to fill. The same fiche in a newer version is the answer to a save; another one starts afresh. */
  @property({ attribute: false }) fiche: Fiche | undefined;

  /** What was typed before into this fiche and never saved: shown as a change when the fiche is. */
  @property({ attribute: false }) brouillon: Saisie | undefined;

  /** How to fill it; by default the project's form for the level of the fiche. */
  @property({ attribute: false }) schema: FormSchema | undefined;

  /** Where value sets come from; by default the editions of the package. */
  @property({ attribute: false }) source: NomenclatureSource = officialSource;

  /** Why the last save failed; for `stale`, with the version of the server in it. */
  @property({ attribute: false }) failure: Pick<RorClientError, 'kind' | 'problem'> | undefined;

  /** Why a rule refused the last save. */
  @property({ attribute: false }) refus: Refus | undefined;

  readonly #messages = new FormWords(this);
  readonly #announcer = new Announcer(this);
  readonly #lists = new ListsController(this, { surround: () => this.#surround(), wanted: () => this.#sitting?.valueSets ?? [], arrived: (ids) => this.#arrived(ids) });
  readonly #schemas = new SchemaController(this);
  readonly #kinds = new KindsController(this, () => this.#surround());
  readonly #parts = new LiveParts();
  /** What the parts of the form ask of it. */
  readonly #self = { sitting: () => this.#sitting, messages: () => this.#messages.current, say: (message: string) => { this.#announcer.say(message); }, draw: () => { this.#parts.refresh('actions'); } };
  readonly #documents = new Documents(this, this.#self);

  @state() private helps = false;
  @state() private saved = false;
  /** The legend was opened. */
  @state() private legende = false;

  readonly #garde: KeeperInWaiting = new KeeperInWaiting(this, {
    ...this.#self, free: () => !this.busy && !this.frozen && !this.#versions?.shown, ask: () => this.#ask(false, 'repos'), save: (finaliser) => { this.#save(finaliser); },
  });
  #focusAwaited = false;
  #sitting: Sitting | undefined;
  /** What the last save lacked; undefined when nothing was asked. */
  #missing: { readonly level: Issue['level']; readonly issues: readonly Issue[] } | undefined;
  /** The last save asked, for « Réessayer ». */
  #finaliser = false;
  #remark: { readonly path: string; readonly text: string } | undefined;
  /** Whether there is something to save. */
  get modified(): boolean { return this.#sitting?.modified ?? false; }

  /** What the person has typed so far, a search under way included; the fiche as given when nothing was. */
  saisie(): Saisie {
    this.#settleTyping();
    return this.#sitting?.saisie ?? { contenu: {}, illisibles: {} };
  }

  /** Leads to the title of the fiche, as soon as it is shown. */
  override focus(options?: FocusOptions): void {
    const title = this.renderRoot?.querySelector<HTMLElement>('#titre');
    this.#focusAwaited = !title;
    title?.focus(options);
  }
  protected override updated(): void { this.participate(); if (this.#focusAwaited) this.focus(); }
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fiche') || changed.has('schema') || changed.has('modeles')) this.broken = undefined;
    if (this.broken) return;
    const fiche = this.#schemas.fit(this.fiche);
    // On the way to another model, the person goes on with the one they have.
    const schema = this.#schemas.want(this.modelFor(fiche) ?? this.schema, fiche) ?? (this.modeles && this.#sitting?.fiche.id === fiche?.id ? this.#sitting?.schema : undefined);
    if (changed.has('fiche') || schema !== this.#sitting?.schema) this.#sit(fiche, schema);
    if (changed.has('compte') || changed.has('dossierId') || changed.has('drafts')) this.#garde.enter();
    if (changed.has('roleActeur') || changed.has('categorieEG') || changed.has('nomEG') || changed.has('references')) this.#surround();
    const sitting = this.#sitting;
    if (!sitting) return;
    const quietly = this.#garde.answered(changed);
    if (changed.has('failure')) this.#quietly = quietly;
    void this.#nom;
    this.#lists.want(this.source, sitting.valueSets);
    this.#kinds.want(this.#lists.shared ?? this.source, sitting.schema);
    if (!this.#lists.lists) return;
    if (!sitting.ready || sitting.context.naming !== this.#nom?.naming) this.#surround();
    sitting.bloc = this.bloc;
    if (this.failure?.kind === 'stale' || this.#garde.found) this.#versions ??= this.#loadVersions();
    this.#versions?.compare(sitting, this.#quietly);
  }

  /** Starts on another fiche, or goes on with the same one in its saved version. */
  #sit(fiche: Fiche | undefined, schema: FormSchema | undefined): void {
    if (this.#sitting && fiche && this.#sitting.fiche.id === fiche.id && this.#sitting.schema === schema) {
      const reason = this.#sitting.adopt(fiche);
      if (reason) this.#onSaved(reason);
      return;
    }
    const before = fiche && this.#sitting?.fiche.id === fiche.id ? this.#sitting.saisie : undefined;
    if (before) this.hold()(); else this.#garde.leave();
    this.#sitting = fiche && schema && new Sitting(schema, fiche, before ?? readSaisie(this.brouillon));
    this.#missing = this.#remark = undefined;
    this.#versions?.reset();
    this.saved = false;
    this.#surround();
    this.#garde.enter();
  }

  #surround(): void {
    const { lists } = this.#lists;
    if (lists && this.#sitting) this.#sitting.context = { ...lists, naming: this.#nom?.naming, role: this.roleActeur, categorieEG: this.categorieEG, nomEG: this.nomEG, communes: this.#kinds.communes, references: this.references };
  }

  /** Draws alone what was waiting for these lists, or for the rules of names; false when that is not enough. */
  #arrived(ids?: readonly ValueSetId[]): boolean {
    const laid = this.#sitting?.outline;
    this.#surround();
    if (!laid || !this.#sitting?.isLaid(laid) || this.#missing || this.press.released) return false;
    this.#parts.refresh('actions', ...ids ? this.#sitting.using(ids) : this.#sitting.named);
    this.participate();
    return true;
  }

  #onSaved(reason: SaveReason): void {
    this.saved = true;
    this.#garde.saved();
    if (reason === 'repos') return;
    this.#missing = undefined;
    this.#announcer.say(this.#words.enregistre);
  }

  /** The rules of names, for the first drawing or soon after it. */
  get #nom() {
    const nom = this.lazy.get('nom', () => import('./nom.ts'), () => this.#arrived());
    if (nom) this.#messages.learn(nom.constatsNom);
    return nom;
  }

  protected override get messages(): FormMessages { return this.#messages.current; }
  get #words() { return this.messages.formulaire; }
  // --- As a field of the page's form ---------------------------------------------------------------------------------

  protected override get current(): Sitting | undefined { return this.#sitting; }

  protected override restart({ schema, fiche }: Sitting, saisie?: Saisie): void {
    this.#sitting = new Sitting(schema, fiche, saisie);
    this.#missing = this.#remark = undefined;
    this.#surround();
    this.requestUpdate();
    this.#garde.touch();
  }
  protected override word(issue: Issue, field: Field): string {
    return wordIssue(issue, { field, value: undefined }, this.#messages.current).text;
  }

  protected override showMissing(level: Issue['level'], issues: readonly Issue[]): void {
    this.#sitting?.attempt();
    this.#missing = issues.length > 0 ? { level, issues } : undefined;
    this.requestUpdate();
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  /** What fields ask of their form. */
  readonly #port: FormPort = ((form: RorFicheForm) => ({
    get messages() { return form.#messages.current; },
    type: (path: string, text: string) => form.#did(path, (sitting) => sitting.type(path, text)),
    choose: (path: string, value: unknown) => form.#did(path, (sitting) => sitting.choose(path, value)),
    keepUnreadable: (path: string, text: string) => form.#did(path, (sitting) => sitting.keepUnreadable(path, text)),
    leave: (path: string) => form.whenDrawn(() => form.#onLeave(path)),
    say: (message: string) => form.#announcer.say(message),
    ...listPort({ sitting: () => form.#sitting, lists: form.#lists, parts: form.#parts }),
    kind: (name) => form.#kinds.get(name),
    inner: compositePort({ sitting: () => form.#sitting, parts: form.#parts, did: (path, act) => form.#did(path, act), drawField: (sitting, field) => form.#renderField(sitting, field, '') }),
  } satisfies FormPort))(this);

  #versions: Versions | undefined;
  /** Nobody asked for the save that failed. */
  #quietly = false;

  /** The other versions of the fiche: most people never meet one. */
  readonly #loadVersions = (): Versions | undefined => this.lazy.get('versions', () => import('./versions.ts').then(this.#late))?.versionsOf({
    host: this, garde: this.#garde, port: this.#port, sitting: () => this.#sitting, lead: (id) => void this.#lead(id),
    sit: (sitting) => {
      this.#sitting = sitting;
      this.#surround();
    },
    changed: () => {
      this.requestUpdate();
      this.#garde.touch();
      this.dispatchEvent(new RorFicheChangeEvent(this.fiche!.id, this.modified));
    },
  });

  /** Whether the failure of the last save is told otherwise than by a banner, or about to be. */
  get #told(): boolean {
    return this.#versions?.told ?? (this.failure?.kind === 'stale' && this.lazy.settled !== undefined);
  }

  #did(path: string, act: (sitting: Sitting) => Effect): void {
    const sitting = this.#sitting;
    if (!sitting) return;
    const wasModified = sitting.modified;
    const { paths, appeared } = act(sitting);
    if (this.#remark) this.#remark = undefined;
    if (this.saved) this.saved = false;
    this.#garde.touch();
    if (appeared === undefined) this.#parts.refresh(...paths);
    else this.requestUpdate();
    if (appeared) this.#announcer.say(appeared > 0 ? this.#words.champsAjoutes(appeared) : this.#words.champsRetires(-appeared));
    if (sitting.modified !== wasModified) this.#parts.refresh('actions');
    this.#recount(path, appeared !== undefined);
    this.participate(path);
    this.dispatchEvent(new RorFicheChangeEvent(sitting.fiche.id, sitting.modified));
  }

  #onLeave(path: string): void {
    const sitting = this.#sitting;
    const field = sitting?.field(path);
    if (!sitting || !field) return;
    const before = sitting.view(field).issues.length;
    this.#parts.refresh(...sitting.leave(path).paths);
    const view = sitting.view(field);
    const [issue] = view.issues;
    if (issue && before === 0) this.#announcer.say(`${field.label} : ${wordIssue(issue, view, this.#messages.current).text}`);
    this.#recount(path, true);
    this.participate();
  }

  /** Keeps the list of what is missing true: one field per key, the whole form only when a field is left. */
  #recount(path: string, left: boolean): void {
    const missing = this.#missing;
    if (!missing || !this.#sitting) return;
    const { level } = missing;
    const issues = left ? this.#sitting.missing(level) : this.#sitting.missingWith(missing.issues, path, level);
    this.#missing = { level, issues };
    this.#parts.refresh('manques');
  }

  readonly #save = (asked: boolean, waited = false): void => {
    const sitting = this.#sitting;
    // A block of a finalised fiche is saved finalised: nobody asked to take that back.
    const finaliser = this.#finaliser = asked || (this.bloc !== null && sitting?.fiche.etat === 'finalisee');
    if (!sitting?.ready || (this.busy && this.#garde.wait(finaliser))) return;
    // Names are judged before they are sent; without their rules, by the server alone.
    if (!waited && !this.#nom) return void this.lazy.settled?.then(() => { this.#save(asked, true); });
    this.#settleTyping();
    this.#garde.asked();
    const level = finaliser ? 'finaliser' : 'attente';
    if (finaliser) sitting.attempt();
    const issues = sitting.missing(level);
    this.#missing = issues.length > 0 ? { level, issues } : undefined;
    this.requestUpdate();
    if (issues.length > 0) return void this.#lead('manques-titre');
    this.#ask(finaliser, 'personne');
  };

  #ask(finaliser: boolean, reason: SaveReason): boolean {
    const { fiche: { id: ficheId, version }, settled: saisie } = this.#sitting!;
    const asked = this.dispatchEvent(new RorFicheSaveEvent({ ficheId, saisie, finaliser, version, reason, editions: this.#sitting!.editions(), ...(this.bloc && { bloc: this.bloc }) }));
    if (asked) this.#sitting!.send(reason);
    return asked;
  }

  readonly #onCancel = (): void => {
    this.#sitting?.cancelBloc();
    this.#missing = undefined;
    this.requestUpdate();
    this.#garde.touch();
    this.#announcer.say(this.#words.bloc.annule);
    this.dispatchEvent(new RorFicheCancelEvent(this.fiche!.id, this.bloc ?? ''));
  };

  readonly #retry = (): void => this.#save(this.#finaliser);
  readonly #onToggleHelps = (): void => { this.helps = !this.helps; };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const refused = refusePaste(event);
    if (!refused) return;
    this.#remark = { path: refused.path, text: this.#words.collageTropLong(refused.length, LONGEST_PASTE) };
    this.#parts.refresh(refused.path);
    this.#announcer.say(this.#remark.text);
  };

  /** A search that has not been left yet counts as typed. */
  #settleTyping(): void {
    (this.renderRoot as ShadowRoot).activeElement?.dispatchEvent(new Event('settle'));
  }

  async #lead(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #renderField(sitting: Sitting, field: Field, title: string): unknown {
    const view = sitting.view(field);
    return renderField({
      view, text: sitting.text(view), readonly: this.frozen, helps: this.helps, corrections: this.#nom?.renderCorrections(view, { proposal: sitting.proposal(view), all: sitting.allCorrected(view) }, this.#port), title, audience: sitting.audience(field),
      remark: this.#remark?.path === field.path ? this.#remark.text : undefined, form: this.#port,
    });
  }

  #legende(): unknown {
    const part = this.lazy.get('legende', () => import('./ror-fiche-form.legende.ts'));
    if (part) adopt(this.renderRoot, part.legendeStyles);
    return part?.renderLegende(this.#words);
  }

  readonly #late = <T extends { readonly suiteStyles: CSSResult }>(part: T): T => { adopt(this.renderRoot, part.suiteStyles); return part; };

  #renderForm(sitting: Sitting): TemplateResult {
    const messages = this.#messages.current;
    return html`
      ${renderHeader(sitting.fiche, this.#words, this.headingLevel, this.frozen)}
      ${this.#versions?.render()}
      ${livePart(this.#parts, 'manques', () => this.#missing
        ? this.lazy.get('summary', () => import('./ror-fiche-form.summary.ts').then(this.#late))?.renderSummary(sitting, this.#missing.issues, this.#missing.level, messages, this.headingLevel + 1) : nothing)}
      <div class="corps"><nav class="sommaire" part="sommaire" hidden></nav><div class="sections" @paste=${this.#onPaste}>${renderSections({
        sitting, level: this.headingLevel + 1, frozen: this.frozen, support: this.support, words: this.#words, parts: this.#parts, draw: (field, title) => this.#renderField(sitting, field, title),
      })}</div></div>
      ${this.frozen ? nothing : livePart(this.#parts, 'actions', () => renderActions({
        messages, busy: this.busy, saved: this.saved, modified: sitting.modified, helps: this.helps, garde: this.#garde, refus: this.#garde.quiet ? undefined : this.refus,
        refusals: this.refus && (messages.refus ?? this.lazy.get('refus', () => import('../../i18n/fr/refus.ts'))?.refus),
        failure: this.#told || this.#garde.quiet ? undefined : this.failure, listsFailed: this.#lists.failed || this.#kinds.failed,
        onSave: this.#save, onRetry: this.#retry, onToggleHelps: this.#onToggleHelps, onRetryLists: () => { this.#lists.retry(); this.#kinds.retry(); },
        onCancel: this.bloc ? this.#onCancel : undefined, export: html`${this.#documents.button()}${this.editionButton()}`,
        legende: this.legende ? this.#legende() : nothing, onLegende: () => { this.legende = true; },
      }))}`;
  }

  protected override render(): TemplateResult {
    const sitting = this.#sitting;
    const unfit = this.broken ?? this.#schemas.unfit;
    // Another fiche is another form, down to the last search; `repeat`, unlike `keyed`, tells the directives that go.
    return html`<div class="form">
      ${unfit ? this.lazy.get('unfit', () => import('./ror-fiche-form.unfit.ts'))?.renderUnfit(unfit, this.#messages.current)
        : sitting?.ready ? repeat([sitting], ({ fiche }) => fiche.id, (shown) => this.#renderForm(shown)) : this.fiche ? renderWaiting(this.#messages.current, this.#lists.failed || this.#schemas.failed, () => { this.#lists.retry(); this.#schemas.retry(); }) : nothing}
      ${this.#announcer.render()}
      ${this.#documents.printed(this.headingLevel)}
    </div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap { 'ror-fiche-form': RorFicheForm }
}
