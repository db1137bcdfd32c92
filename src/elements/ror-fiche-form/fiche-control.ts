import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { FormElement } from '../../controllers/form-element.ts';
import { LazyController } from '../../controllers/lazy-controller.ts';
import type { Fiche, Saisie } from '../../domain/fiche.ts';
import type { FicheChange } from '../../engine/fiche/check-editions.ts';
import type { Issue } from '../../engine/fiche/issue.ts';
import { readSaisie } from '../../engine/fiche/read-saisie.ts';
import type { Role } from '../../domain/acteur.ts';
import type { Field, FormSchema, Reference } from '../../engine/fiche/types.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import type { Support } from './ror-fiche-form.ailleurs.ts';
import { Press } from '../../ui/press.ts';
import { IdleLayout } from './idle-layout.ts';
import { fieldId } from './ror-fiche-form.fields.ts';
import type { Sitting } from './sitting.ts';

/**
 * The part of the form that its page's own `form` sees: the value under `name`, what is missing, reset and restore.
 * Nothing is computed outside of a `form`; inside, one field per key, the whole fiche only when a field is left.
 */
export abstract class FicheControl extends FormElement {
  protected readonly press: Press = new Press(this);
  protected readonly pose: IdleLayout = new IdleLayout(this, this.internals.states);

  /** Nothing moves under a pointer that is pressed. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { released } = this.press;
    return released ? released.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** What the `form` of the page waits for: `attente`, what a save on hold needs; `finaliser`, all that is required; `aucune`. */
  @property() exigence: 'attente' | 'finaliser' | 'aucune' = 'attente';

  /** Id of the only section to show and fill (*Modifier un encadré*); the whole fiche without. */
  @property() bloc: string | null = null;

  /** Whom to ask for what is only read here. */
  @property({ attribute: false }) support: Support | undefined;

  /** Shows the fiche without anything to fill. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** `off`: nothing typed is kept on the device. */
  @property() drafts: 'on' | 'off' = 'on';

  /** `off`: the form asks for no save by itself. */
  @property() autosave: 'on' | 'off' = 'on';

  /** `off`: leaving the page with unsaved text is not asked about. */
  @property() guard: 'on' | 'off' = 'on';

  /** Identifier of the account that types: what is kept on the device is for it alone; without it nothing is kept there. */
  @property() compte: string | undefined;

  /** Dossier of the fiche, to find what was kept. */
  @property({ attribute: 'dossier-id' }) dossierId: string | undefined;

  /** Role of the person: some fields are for some roles only. */
  @property({ attribute: 'role-acteur' }) roleActeur: Role = 'referent';

  /** JDV_J55 code of the category of the establishment: its usual types d'UO come first. */
  @property({ attribute: 'categorie-eg' }) categorieEG: string | undefined;

  /** Name of the establishment: some name their units after it. */
  @property({ attribute: 'nom-eg' }) nomEG: string | undefined;

  /** What a field that names another structure offers, by name. */
  @property({ attribute: false }) references: readonly Reference[] | undefined;

  /** Modèles de saisie, as `importQuestionnaire` gives them: the one for the establishment, the champ and the type d'offre is followed, else `schema`. */
  @property({ attribute: false }) modeles: readonly FormSchema[] | undefined;

  /** A newer edition of the nomenclatures: a button then tells what it would change for the fiche. */
  @property({ attribute: false }) edition: NomenclatureSource | undefined;

  /** Level of the title of the fiche, 2 to 4; its sections are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** A save is on its way. Typing goes on. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** Parts that most people never meet. */
  protected readonly lazy = new LazyController(this);
  #blocking: readonly Issue[] = [];
  #level: FicheControl['exigence'] | undefined;
  #sitting: Sitting | undefined;
  #sent: Saisie | undefined;

  /** Where value sets come from. */
  abstract source: NomenclatureSource;

  protected abstract get messages(): FormMessages;

  /** The fiche being filled, once its lists are there. */
  protected abstract get current(): Sitting | undefined;

  /** Starts again from the fiche given by the page, over it what is given here. */
  protected abstract restart(sitting: Sitting, saisie?: Saisie): void;

  /** The sentence of a missing or wrong field. */
  protected abstract word(issue: Issue, field: Field): string;

  /** Shows in their place what is missing. */
  protected abstract showMissing(level: Issue['level'], issues: readonly Issue[]): void;

  /**
   * Opens what `edition` would change for the fiche, as typed so far: codes that go, what takes their place, words that change.
   * Nothing is changed. Resolves with the changes once shown, with none without `edition`; rejects when a list can't be fetched.
   */
  async verifierEdition(): Promise<readonly FicheChange[]> {
    const { edition: next, source: now, current: sitting, messages } = this;
    if (!next || !sitting?.ready) return [];
    return (await import('./edition-check.ts')).openEditionCheck({ host: this, sitting, now, next, messages });
  }

  protected editionButton(): unknown {
    return this.edition && html`<button type="button" class="button quiet helps" @click=${() => this.verifierEdition().catch(() => undefined)}>${this.messages.formulaire.verifierEdition}</button>`;
  }

  constructor() {
    super();
    this.internals.role = 'group';
    this.addEventListener('invalid', () => { if (this.exigence !== 'aucune') this.showMissing(this.exigence, this.#blocking); });
  }

  /** What stopped the drawing of what the page gave, until it gives something else. */
  protected broken: { readonly error: unknown } | undefined;

  /** A page may give anything: what can't be drawn is said in its place, and never thrown into the page. */
  protected override performUpdate(): void {
    try {
      this.#drawing = true;
      super.performUpdate();
    } catch (error) {
      console.warn(error);
      if (this.broken) return;
      this.broken = { error };
      this.requestUpdate();
    } finally {
      this.#drawing = false;
    }
  }
  #drawing = false;

  /** Does it once the pointer is up; once all is drawn, for a field that loses the focus because it goes. */
  protected whenDrawn(act: () => void): void {
    if (this.#drawing) void this.updateComplete.then(act);
    else this.press.after(act);
  }

  /** Parts on their way count as not drawn yet. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const { settled } = this.lazy;
    if (!settled) return done;
    await settled;
    return super.getUpdateComplete();
  }

  formResetCallback(): void {
    this.#restart();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state !== 'string') return;
    const saisie = readSaisie(fromJson(state));
    if (saisie) this.#restart(saisie);
  }

  #restart(saisie?: Saisie): void {
    if (this.current) this.restart(this.current, saisie);
  }

  /** Only to be read: as the page wants, or in a disabled `fieldset`. */
  protected get frozen(): boolean {
    return this.readonly || this.isDisabled;
  }

  formAssociatedCallback(): void {
    this.#sitting = undefined;
    this.requestUpdate();
  }

  override checkValidity(): boolean {
    this.#take();
    return super.checkValidity();
  }

  override reportValidity(): boolean {
    this.#take();
    return super.reportValidity();
  }

  /** The model that fits the fiche as it is filled now. */
  protected modelFor(fiche: Fiche | undefined): FormSchema | undefined {
    const { modeles, current } = this;
    if (!fiche || !Array.isArray(modeles) || modeles.length === 0) return undefined;
    const { contenu } = current?.fiche.id === fiche.id ? current.saisie : fiche;
    return this.lazy.get(`modeles ${fiche.type}`, () => import('./modeles.ts').then(({ loadChooser }) => loadChooser(fiche.type)))?.(modeles, { type: fiche.type, contenu }, this.categorieEG);
  }

  /** Where the person is in the form, whose fields are about to be others. @returns how to come back there. */
  protected hold(): () => void {
    const id = this.shadowRoot?.activeElement?.id;
    return () => { if (id) void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus()); };
  }

  /** Tells the form of the page what changed; of a path alone, when the rest is as it was. */
  protected participate(path?: string): void {
    // Another answer may be that of another model.
    if (this.modeles && path !== undefined) this.requestUpdate();
    if (this.internals.form) this.#take(path);
  }

  #take(path?: string): void {
    const sitting = this.current;
    if (!sitting?.ready) return;
    const { exigence } = this;
    if (sitting.saisie !== this.#sent) {
      this.#sent = sitting.saisie;
      this.internals.setFormValue(JSON.stringify(this.#sent));
    }
    const known = sitting === this.#sitting && exigence === this.#level;
    this.#sitting = sitting;
    this.#level = exigence;
    if (exigence === 'aucune' || this.frozen) this.#blocking = [];
    else this.#blocking = path !== undefined && known ? sitting.missingWith(this.#blocking, path, exigence) : sitting.missing(exigence);
    this.#judge();
  }

  /** The flags, the sentence and the field to lead to: the first one that blocks. */
  #judge(): void {
    const [first] = this.#blocking;
    const field = first && this.#sitting?.field(first.path);
    if (!first || !field) this.internals.setValidity({});
    else this.internals.setValidity(first.code === 'manquant' ? { valueMissing: true } : { badInput: true }, this.word(first, field), this.#anchor(first.path));
  }

  /** The control of the field, or of the nearest field around that is shown. */
  #anchor(path: string): HTMLElement | undefined {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
      const control = this.shadowRoot?.getElementById(fieldId(at));
      if (control) return control;
    }
    return this.shadowRoot?.getElementById('titre') ?? undefined;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
