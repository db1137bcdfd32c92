import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FormElement } from '../../controllers/form-element.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { Planning } from '../../engine/planning/planning.ts';
import { typesOf } from '../../engine/planning/summary.ts';
import { byJour, type Piece } from '../../engine/planning/semaine.ts';
import { JOURS, MINUTES_JOUR, TYPE_DEFAUT, type Semaine } from '../../engine/planning/types.ts';
import { planningGrille } from '../../i18n/fr/planning-grille.ts';
import { semaine } from '../../i18n/fr/planning-semaine.ts';
import { Announcer } from '../../ui/announcer.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { tokens } from '../../ui/tokens.ts';
import { adopt } from '../../ui/adopt.ts';
import type { ListAndMenus } from './list-and-menus.ts';
import { InputReplay } from './input-replay.ts';
import type { Editing, Workbench } from './editing.ts';
import { RorSemaineChangeEvent } from './events.ts';
import type { Exceptions } from './exceptions.ts';
import { layOut, hourWindow, type HourWindow, type Placement } from './geometry.ts';
import { semaineWords, type Mots } from './semaine-words.ts';
import { renderBanner } from './ror-weekly-planning.banner.ts';
import { ERASER, renderLegend, renderTools, type Couleur } from './ror-weekly-planning.tools.ts';
import { styles } from './ror-weekly-planning.styles.ts';
import { UndoableValue } from './undoable-value.ts';
import { AgendaCanvas } from './agenda-canvas.ts';

/** Steps that divide an hour; another one counts as the next smaller. */
const PAS = [5, 6, 10, 12, 15, 20, 30, 60] as const;

/**
 * The typical week of an offer, in an agenda and in a list of hours to type, always in step. A form field that a page
 * may use alone, with no client: `name` and `value` as of any field, the week as JSON in the form.
 *
 * Keys in the agenda: arrows, Home, End, Page up and down, with Ctrl the corners; Shift and any of them chooses several slots;
 * Space opens or closes, Delete closes whatever the type, Enter or Shift+F10 opens the actions (move, either end, type, the day: type
 * its hours, 24 h/24, clear, copy), Escape gives up what is under way, Ctrl+Z and Ctrl+Y take back and do again. By pointer: a drag
 * draws, moves or pulls an end, with the eraser it closes; a click opens a slot, or the actions of a range; a finger rests first.
 *
 * @csspart legende - Types of range with their colour and texture; what gestures draw.
 * @csspart toolbar - The buttons.
 * @csspart resume - The week in words.
 * @csspart liste - The hours to type, day by day.
 * @csspart grille - The agenda.
 * @csspart plage - One range, or its part of a day.
 * @csspart bandeau - The seven small bars of the compact form.
 * @csspart menu - The menu of actions.
 * @csspart exceptions - Exceptions to the week and rules for holidays: in sentences, and where they are typed.
 * @cssproperty [--ror-planning-heure] - Height of an hour in the agenda; by default a slot is 1.5rem high.
 * @cssproperty [--ror-color-accent] - Colour of what can be acted on; the other tokens are in `src/ui/tokens.ts`.
 * @fires {RorSemaineChangeEvent} ror-semaine-change - The person changed the week.
 */
export class RorWeeklyPlanning extends FormElement {
  static override styles = [tokens, buttonStyles, styles];

  /** Minutes of a slot, 5 to 60, a divisor of 60. Values that are finer stay as they are. */
  @property({ type: Number }) step = 30;

  /** Shows the week without letting anyone change it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Only a sentence and a small strip. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Codes of JDV_J41 that the person may draw, in this order; the attribute separates them by spaces. */
  @property({ converter: (text) => (text ?? '').split(/[\s,]+/) }) types: readonly string[] = [TYPE_DEFAUT];

  /** Accessible name of the field; « Semaine type » when absent and no `label` element names it. */
  @property() label: string | null = null;

  /** First hour shown, 0 to 23; the agenda shows more when ranges need it. */
  @property({ type: Number }) debut = 7;

  /** Last hour shown, 1 to 24; the agenda shows more when ranges need it. */
  @property({ type: Number }) fin = 20;

  /** The person may also say exceptions: closings and openings between two dates. The value is then a planning. */
  @property({ type: Boolean, reflect: true }) exceptions = false;

  /** With `exceptions`: and what public and school holidays change. */
  @property({ type: Boolean, reflect: true }) feries = false;

  /** The form waits for at least one range. */
  @property({ type: Boolean, reflect: true }) required = false;

  readonly #words = new WordsController<Mots>(this, { planning: { semaine }, planningGrille });
  readonly #labels = new LabelsController(this, async () => {
    const [labels, { typesStyles }] = await Promise.all([import('../../nomenclature/data/J41.json'), import('./types.styles.ts')]);
    adopt(this.shadowRoot!, typesStyles);
    return labels;
  });
  readonly #value = new UndoableValue();
  readonly #canvas = new AgendaCanvas();
  readonly #announcer = new Announcer(this);

  @state() private entiere = false;
  /** What could not be fetched, in words. */
  @state() private panne = '';

  #jours: readonly (readonly Piece[])[] = [];
  #placements: readonly (readonly Placement[])[] = [];
  #hours: HourWindow | undefined;
  #step = 30;
  #types: readonly string[] = [TYPE_DEFAUT];
  /** There is no other type than opening hours: « ouvert » is all there is to say. */
  #singleType = true;
  #editing: Editing | undefined;
  #listAndMenus: ListAndMenus | undefined;
  #exceptions: Exceptions | undefined;
  /** The last thing done was the press of a pointer, which needs no cells. */
  #pointed = false;

  readonly #bench = ((element: RorWeeklyPlanning): Workbench => ({
    value: element.#value,
    canvas: element.#canvas,
    announcer: element.#announcer,
    nameType: (type) => element.#nameType(type),
    get words() { return element.#words.current; },
    get frozen() { return element.#frozen; },
    get step() { return element.#step; },
    get hours() { return element.#hours ?? { debut: 0, fin: MINUTES_JOUR }; },
    get placements() { return element.#placements; },
    get types() { return element.#types; },
    changed: () => {
      element.#changed();
      element.dispatchEvent(new RorSemaineChangeEvent(element.planning));
    },
    commit: () => element.#commit(),
    get exceptionsSummary() { return element.#exceptions?.summary ?? ''; },
    withListAndMenus: (faire) => { void element.#withListAndMenus(faire); },
  }))(this);

  /**
   * The week. Anything may be set, JSON included, the week alone or a whole {@link planning}: what can be read of it is kept, the rest is
   * said on screen. In the form: the list of ranges as JSON; the planning, as soon as there is more than the week.
   */
  @property({ noAccessor: true })
  get value(): Semaine {
    return this.#value.semaine;
  }

  set value(source: unknown) {
    if (this.#value.receive(source)) this.#restart();
    if (this.#value.constats.length > 0) void this.#withListAndMenus(() => {});
    this.requestUpdate();
  }

  /** The week with its exceptions and its rules for holidays, whoever may edit them; what the engine says a status of. */
  get planning(): Planning {
    return this.#value.planning;
  }

  /** Leads to the current cell of the agenda. */
  override focus(options?: FocusOptions): void {
    this.#canvas.tabStop?.focus(options);
  }

  formResetCallback(): void {
    this.#value.reset();
    this.#restart();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state !== 'string') return;
    this.#value.resume(state);
    this.#restart();
  }

  // --- Life-cycle ----------------------------------------------------------------------------------------------------

  constructor() {
    super();
    this.internals.setFormValue('[]');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#step = PAS.findLast((pas) => pas <= this.step) ?? (this.step > 0 ? PAS[0] : 30);
    this.#types = codesDe(this.types);
    if (!this.hasUpdated || changed.has('value')) {
      this.#jours = byJour(this.value);
      this.#placements = this.#jours.map(layOut);
    }
    this.#singleType = [...this.#types, ...typesOf(this.value)].every((type) => type === TYPE_DEFAUT);
    // Hours that were shown stay shown while the person works: no row goes away under the pointer.
    const garde = changed.has('debut') || changed.has('fin') ? undefined : this.#hours;
    if (this.#value.complete && !this.#exceptions) void this.#withExceptions(() => {});
    this.#hours = hourWindow(this.entiere ? { debut: 0, fin: MINUTES_JOUR } : { debut: this.debut * 60, fin: this.fin * 60 }, this.#jours.flat(), garde);
  }

  /** Runs before the controllers see the update: they find the cells drawn. */
  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const agenda = this.renderRoot.querySelector<HTMLElement>('.agenda');
    if (agenda) this.#canvas.draw(agenda, { words: this.#words.current, jours: this.#jours, placements: this.#placements, hours: this.#bench.hours, step: this.#step, nameType: this.#nameType });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#replay.listen(root);
    return root;
  }

  protected override updated(): void {
    this.#commit();
  }

  get #frozen(): boolean {
    return this.readonly || this.isDisabled;
  }

  get #labelOf(): string {
    return this.label || [...this.internals.labels].map((label) => label.textContent?.trim()).join(' ') || this.#words.current.planningGrille.etiquette;
  }

  readonly #nameType = (type: string): string | undefined =>
    (type === TYPE_DEFAUT && this.#singleType ? undefined : this.#labels.of(type));

  /** The value is another: the form gets it at once, for the page may send it before anything is drawn. */
  #changed(): void {
    this.internals.setFormValue(this.#value.json);
    this.#commit();
    this.requestUpdate('value', undefined);
  }

  /** The value comes from elsewhere than from the person here. */
  #restart(): void {
    this.#hours = undefined;
    this.#listAndMenus?.forget();
    this.#exceptions?.forget();
    this.#changed();
  }

  #commit(): void {
    const fautive = this.#listAndMenus?.faulty ?? this.#exceptions?.faulty;
    const champ = (choix: string): HTMLElement | undefined => this.shadowRoot?.querySelector<HTMLElement>(choix) ?? undefined;
    if (this.#frozen) this.internals.setValidity({});
    else if (fautive) this.internals.setValidity({ badInput: true }, fautive.message, champ(fautive.champ));
    else if (this.required && this.value.length === 0) this.internals.setValidity({ valueMissing: true }, this.#words.current.planningGrille.obligatoire, champ('[role="gridcell"][tabindex="0"]'));
    else this.internals.setValidity({});
  }

  // --- What is fetched on demand: at once when it is there -----------------------------------------------------------

  async #withEditing(faire: (edition: Editing) => void): Promise<void> {
    try {
      const { Editing } = this.#editing ? {} : await import('./editing.ts');
      if (Editing && !this.#editing) {
        this.#editing = new Editing(this, this.#bench);
        this.requestUpdate();
      }
    } catch {
      return this.#missed();
    }
    if (this.#editing) faire(this.#editing);
  }

  async #withListAndMenus(faire: (annexes: ListAndMenus) => void): Promise<void> {
    try {
      const { ListAndMenus } = this.#listAndMenus ? {} : await import('./list-and-menus.ts');
      if (ListAndMenus) await this.#withEditing((edition) => { this.#listAndMenus ??= new ListAndMenus(this, edition, this.#bench); });
    } catch {
      return this.#missed();
    }
    if (this.#listAndMenus) faire(this.#listAndMenus);
  }

  async #withExceptions(faire: (exceptions: Exceptions) => void): Promise<void> {
    try {
      const { Exceptions } = this.#exceptions ? {} : await import('./exceptions.ts');
      if (Exceptions && !this.#exceptions) {
        this.#exceptions = new Exceptions(this, this.#bench);
        if (this.#value.constats.length > 0) void this.#withListAndMenus(() => {});
      }
    } catch {
      return this.#missed();
    }
    if (this.#exceptions) faire(this.#exceptions);
  }

  #missed(): void {
    this.panne = this.#words.current.planningGrille.outilAbsent;
    this.#announcer.say(this.panne);
  }

  readonly #replay = new InputReplay(async () => {
    this.panne = '';
    // Menus are for those who may change something; who only looks goes through the cells.
    await (this.#frozen ? this.#withEditing(() => {}) : this.#withListAndMenus(() => {}));
    await this.updateComplete;
    return this.#editing !== undefined;
  });

  /** All cells are made for those who come in other than by pressing a pointer: keys, a voice, a virtual cursor. */
  readonly #onEntry = (event: Event): void => {
    const seul = event.type === 'keydown' || (event.type === 'click' && (event as MouseEvent).detail === 0);
    this.#pointed = event.type === 'pointerdown' || (this.#pointed && !seul);
    if (!this.#pointed) (globalThis.requestIdleCallback ?? setTimeout)(() => this.#canvas.completeRows());
  };

  readonly #onBrush = (type: string): void => {
    void this.#withEditing((edition) => edition.hold(type));
  };

  /** A menu needs to know of presses: they close it, or hold it back. */
  readonly #onPress = (): void => {
    this.#listAndMenus?.menu.onPress();
  };

  /** One of the buttons above the agenda. */
  readonly #onTool = (event: MouseEvent): void => {
    const bouton = (event.target as Element).closest<HTMLElement>('button');
    const outil = bouton?.dataset['tool'];
    if (outil === 'annuler' || outil === 'retablir') void this.#withEditing((edition) => edition.undoOrRedo(outil));
    else if (outil === 'entiere') this.entiere = true;
    else if (outil === 'exceptions') void this.#withExceptions((exceptions) => exceptions.toggle());
    else if (bouton && outil) void this.#withListAndMenus((annexes) => annexes.onTool(outil, bouton, event));
  };

  readonly #onJour = (event: MouseEvent): void => {
    if (this.#frozen) return;
    const titre = (event.target as Element).closest('[role="columnheader"]');
    const jour = JOURS.find((_, rang) => titre?.parentElement?.children[rang] === titre);
    if (titre && jour) void this.#withListAndMenus((annexes) => annexes.openJourMenu(jour, titre, event));
  };

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #colours(types: readonly string[]): readonly Couleur[] {
    return types.map((type) => ({ type, nom: this.#nameType(type) ?? this.#words.current.planningGrille.boutons.ouvrir }));
  }

  #renderTools(): unknown {
    const { planningGrille: mots } = this.#words.current;
    const { annexes, edition, exceptions } = { annexes: this.#listAndMenus, edition: this.#editing, exceptions: this.#exceptions };
    const { value: saisie } = this.#bench;
    const presents = typesOf(this.value);
    if (this.#frozen || this.compact) return presents.some((type) => type !== TYPE_DEFAUT) ? renderLegend(mots, this.#colours(presents)) : nothing;
    const autres = presents.filter((type) => !this.#types.includes(type));
    return html`${renderTools({
      mots, annulable: this.#value.undoable, retablissable: this.#value.redoable, entiere: this.#hours?.debut === 0 && this.#hours.fin === MINUTES_JOUR,
      exceptions: this.exceptions || saisie.planning.exceptions !== undefined, feries: this.feries, exceptionsOuvertes: exceptions?.open ?? false,
      listeOuverte: annexes?.list ?? false, copieOuverte: annexes?.copy ?? false, menuOuvert: annexes?.menu.isOpen ?? false,
      couleurs: this.#colours(this.#types), pinceau: edition?.erasing ? ERASER : edition?.type ?? this.#types[0] ?? TYPE_DEFAUT,
      annexes: html`${annexes?.renderCopy()}${annexes?.renderList()}${exceptions?.renderEdition(this.feries)}`, onPinceau: this.#onBrush, onClick: this.#onTool,
    })}${autres.length > 0 ? renderLegend(mots, this.#colours(autres)) : nothing}`;
  }

  protected override render(): TemplateResult {
    const mots = this.#words.current;
    const { planningGrille: grille } = mots;
    const edition = this.#editing;
    const pointeur = edition?.pointer;
    const fige = this.#frozen;
    const lues = this.#exceptions?.open && !fige && !this.compact ? nothing : this.#exceptions?.renderPhrases();
    const resume = html`<p class="resume" part="resume">${semaineWords(mots, this.value, this.#nameType).join('\n') || grille.vide}</p>${lues}`;
    if (this.compact) return html`<div class="planning" role="group" aria-label=${this.#labelOf}>${resume}${renderBanner(grille, this.#jours)}${this.#renderTools()}</div>`;
    return html`<div class="planning" role="group" aria-label=${this.#labelOf} @keydown=${edition?.onGlobalKey} @pointerdown=${this.#onPress}>
      ${resume}
      ${this.#listAndMenus?.renderConstats()}${this.#renderTools()}
      <div class="agenda" part="grille" role="grid" aria-label=${this.#labelOf} aria-describedby="aide" aria-multiselectable=${fige ? nothing : 'true'} aria-readonly=${fige ? 'true' : nothing}
        @keydown=${edition?.onKey} @focusin=${edition?.onFocusin}>
        <div class="jours" role="row" aria-rowindex="1" @click=${this.#onJour}></div>
        <div class="corps" @focusin=${this.#onEntry} @keydown=${this.#onEntry} @pointerdown=${this.#onEntry} @click=${this.#onEntry}>
          <div class="heures" aria-hidden="true"></div>
          <div class="zone" @pointerdown=${pointeur} @pointermove=${pointeur} @pointerup=${pointeur} @pointercancel=${pointeur} @touchmove=${pointeur?.touchmove} @click=${pointeur} @contextmenu=${pointeur}>
            <div class="plages" role="row" aria-rowindex="2"></div><div class="cases" role="rowgroup"></div><div class="apercu" aria-hidden="true"></div>
          </div>
        </div>
      </div>
      <p class="message">${edition?.message || this.panne}</p>
      <p class="aide" id="aide">${fige ? grille.lectureSeule : grille.aide}</p>
      ${this.#listAndMenus?.menu.render()}${this.#announcer.render()}
    </div>`;
  }
}

/** The codes given, each once; « 01 » when there is none. */
function codesDe(given: unknown): readonly string[] {
  const codes = (Array.isArray(given) ? given as readonly unknown[] : []).filter((type): type is string => typeof type === 'string' && type !== '');
  return codes.length > 0 ? [...new Set(codes)] : [TYPE_DEFAUT];
}

declare global {
  interface HTMLElementTagNameMap { 'ror-weekly-planning': RorWeeklyPlanning }
}
