import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FormElement } from '../../controllers/form-element.ts';
import { LabelsController } from '../../controllers/labels-controller.ts';
import { WordsController } from '../../controllers/words-controller.ts';
import type { Planning } from '../../engine/planning/planning.ts';
import { typesDe } from '../../engine/planning/resume.ts';
import { parJour, type Morceau } from '../../engine/planning/semaine.ts';
import { JOURS, MINUTES_JOUR, TYPE_DEFAUT, type Semaine } from '../../engine/planning/types.ts';
import { planningGrille } from '../../i18n/fr/planning-grille.ts';
import { semaine } from '../../i18n/fr/planning-semaine.ts';
import { Announcer } from '../../ui/announcer.ts';
import { buttonStyles } from '../../ui/button.styles.ts';
import { tokens } from '../../ui/tokens.ts';
import { adopter } from './adopter.ts';
import type { Annexes } from './annexes.ts';
import { Attente } from './attente.ts';
import type { Edition, Etabli } from './edition.ts';
import { RorSemaineChangeEvent } from './events.ts';
import type { Exceptions } from './exceptions.ts';
import { disposer, fenetreDe, type Fenetre, type Pose } from './geometrie.ts';
import { motsSemaine, type Mots } from './phrases.ts';
import { renderBandeau } from './ror-weekly-planning.bandeau.ts';
import { GOMME, renderLegende, renderOutils, type Couleur } from './ror-weekly-planning.outils.ts';
import { styles } from './ror-weekly-planning.styles.ts';
import { Saisie } from './saisie.ts';
import { Toile } from './toile.ts';

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

  readonly #mots = new WordsController<Mots>(this, { planning: { semaine }, planningGrille });
  readonly #libelles = new LabelsController(this, async () => {
    const [labels, { typesStyles }] = await Promise.all([import('../../nomenclature/data/J41.json'), import('./types.styles.ts')]);
    adopter(this.shadowRoot!, typesStyles);
    return labels;
  });
  readonly #saisie = new Saisie();
  readonly #toile = new Toile();
  readonly #annonces = new Announcer(this);

  @state() private entiere = false;
  /** What could not be fetched, in words. */
  @state() private panne = '';

  #jours: readonly (readonly Morceau[])[] = [];
  #poses: readonly (readonly Pose[])[] = [];
  #fenetre: Fenetre | undefined;
  #pas = 30;
  #types: readonly string[] = [TYPE_DEFAUT];
  /** There is no other type than opening hours: « ouvert » is all there is to say. */
  #seul = true;
  #edition: Edition | undefined;
  #annexes: Annexes | undefined;
  #exceptions: Exceptions | undefined;
  /** The last thing done was the press of a pointer, which needs no cells. */
  #pointe = false;

  readonly #etabli = ((element: RorWeeklyPlanning): Etabli => ({
    saisie: element.#saisie,
    toile: element.#toile,
    annonces: element.#annonces,
    nommer: (type) => element.#nommer(type),
    get mots() { return element.#mots.current; },
    get fige() { return element.#fige; },
    get pas() { return element.#pas; },
    get fenetre() { return element.#fenetre ?? { debut: 0, fin: MINUTES_JOUR }; },
    get poses() { return element.#poses; },
    get types() { return element.#types; },
    signaler: () => {
      element.#changer();
      element.dispatchEvent(new RorSemaineChangeEvent(element.planning));
    },
    valider: () => element.#valider(),
    get resumeExceptions() { return element.#exceptions?.resume ?? ''; },
    avecAnnexes: (faire) => { void element.#avecAnnexes(faire); },
  }))(this);

  /**
   * The week. Anything may be set, JSON included, the week alone or a whole {@link planning}: what can be read of it is kept, the rest is
   * said on screen. In the form: the list of ranges as JSON; the planning, as soon as there is more than the week.
   */
  @property({ noAccessor: true })
  get value(): Semaine {
    return this.#saisie.semaine;
  }

  set value(source: unknown) {
    if (this.#saisie.recevoir(source)) this.#repartir();
    if (this.#saisie.constats.length > 0) void this.#avecAnnexes(() => {});
    this.requestUpdate();
  }

  /** The week with its exceptions and its rules for holidays, whoever may edit them; what the engine says a status of. */
  get planning(): Planning {
    return this.#saisie.planning;
  }

  /** Leads to the current cell of the agenda. */
  override focus(options?: FocusOptions): void {
    this.#toile.arret?.focus(options);
  }

  formResetCallback(): void {
    this.#saisie.reinitialiser();
    this.#repartir();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state !== 'string') return;
    this.#saisie.reprendre(state);
    this.#repartir();
  }

  // --- Life-cycle ----------------------------------------------------------------------------------------------------

  constructor() {
    super();
    this.internals.setFormValue('[]');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#pas = PAS.findLast((pas) => pas <= this.step) ?? (this.step > 0 ? PAS[0] : 30);
    this.#types = codesDe(this.types);
    if (!this.hasUpdated || changed.has('value')) {
      this.#jours = parJour(this.value);
      this.#poses = this.#jours.map(disposer);
    }
    this.#seul = [...this.#types, ...typesDe(this.value)].every((type) => type === TYPE_DEFAUT);
    // Hours that were shown stay shown while the person works: no row goes away under the pointer.
    const garde = changed.has('debut') || changed.has('fin') ? undefined : this.#fenetre;
    if (this.#saisie.complete && !this.#exceptions) void this.#avecExceptions(() => {});
    this.#fenetre = fenetreDe(this.entiere ? { debut: 0, fin: MINUTES_JOUR } : { debut: this.debut * 60, fin: this.fin * 60 }, this.#jours.flat(), garde);
  }

  /** Runs before the controllers see the update: they find the cells drawn. */
  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const agenda = this.renderRoot.querySelector<HTMLElement>('.agenda');
    if (agenda) this.#toile.dessiner(agenda, { mots: this.#mots.current, jours: this.#jours, poses: this.#poses, fenetre: this.#etabli.fenetre, pas: this.#pas, nommer: this.#nommer });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#attente.ecouter(root);
    return root;
  }

  protected override updated(): void {
    this.#valider();
  }

  get #fige(): boolean {
    return this.readonly || this.isDisabled;
  }

  get #etiquette(): string {
    return this.label || [...this.internals.labels].map((label) => label.textContent?.trim()).join(' ') || this.#mots.current.planningGrille.etiquette;
  }

  readonly #nommer = (type: string): string | undefined =>
    (type === TYPE_DEFAUT && this.#seul ? undefined : this.#libelles.of(type));

  /** The value is another: the form gets it at once, for the page may send it before anything is drawn. */
  #changer(): void {
    this.internals.setFormValue(this.#saisie.json);
    this.#valider();
    this.requestUpdate('value', undefined);
  }

  /** The value comes from elsewhere than from the person here. */
  #repartir(): void {
    this.#fenetre = undefined;
    this.#annexes?.oublier();
    this.#exceptions?.oublier();
    this.#changer();
  }

  #valider(): void {
    const fautive = this.#annexes?.fautive ?? this.#exceptions?.fautive;
    const champ = (choix: string): HTMLElement | undefined => this.shadowRoot?.querySelector<HTMLElement>(choix) ?? undefined;
    if (this.#fige) this.internals.setValidity({});
    else if (fautive) this.internals.setValidity({ badInput: true }, fautive.message, champ(fautive.champ));
    else if (this.required && this.value.length === 0) this.internals.setValidity({ valueMissing: true }, this.#mots.current.planningGrille.obligatoire, champ('[role="gridcell"][tabindex="0"]'));
    else this.internals.setValidity({});
  }

  // --- What is fetched on demand: at once when it is there -----------------------------------------------------------

  async #avecEdition(faire: (edition: Edition) => void): Promise<void> {
    try {
      const { Edition } = this.#edition ? {} : await import('./edition.ts');
      if (Edition && !this.#edition) {
        this.#edition = new Edition(this, this.#etabli);
        this.requestUpdate();
      }
    } catch {
      return this.#manquer();
    }
    if (this.#edition) faire(this.#edition);
  }

  async #avecAnnexes(faire: (annexes: Annexes) => void): Promise<void> {
    try {
      const { Annexes } = this.#annexes ? {} : await import('./annexes.ts');
      if (Annexes) await this.#avecEdition((edition) => { this.#annexes ??= new Annexes(this, edition, this.#etabli); });
    } catch {
      return this.#manquer();
    }
    if (this.#annexes) faire(this.#annexes);
  }

  async #avecExceptions(faire: (exceptions: Exceptions) => void): Promise<void> {
    try {
      const { Exceptions } = this.#exceptions ? {} : await import('./exceptions.ts');
      if (Exceptions && !this.#exceptions) {
        this.#exceptions = new Exceptions(this, this.#etabli);
        if (this.#saisie.constats.length > 0) void this.#avecAnnexes(() => {});
      }
    } catch {
      return this.#manquer();
    }
    if (this.#exceptions) faire(this.#exceptions);
  }

  #manquer(): void {
    this.panne = this.#mots.current.planningGrille.outilAbsent;
    this.#annonces.say(this.panne);
  }

  readonly #attente = new Attente(async () => {
    this.panne = '';
    // Menus are for those who may change something; who only looks goes through the cells.
    await (this.#fige ? this.#avecEdition(() => {}) : this.#avecAnnexes(() => {}));
    await this.updateComplete;
    return this.#edition !== undefined;
  });

  /** All cells are made for those who come in other than by pressing a pointer: keys, a voice, a virtual cursor. */
  readonly #onEntree = (event: Event): void => {
    const seul = event.type === 'keydown' || (event.type === 'click' && (event as MouseEvent).detail === 0);
    this.#pointe = event.type === 'pointerdown' || (this.#pointe && !seul);
    if (!this.#pointe) (globalThis.requestIdleCallback ?? setTimeout)(() => this.#toile.toutes());
  };

  readonly #onPinceau = (type: string): void => {
    void this.#avecEdition((edition) => edition.prendre(type));
  };

  /** A menu needs to know of presses: they close it, or hold it back. */
  readonly #onPress = (): void => {
    this.#annexes?.menu.onPress();
  };

  /** One of the buttons above the agenda. */
  readonly #onOutil = (event: MouseEvent): void => {
    const bouton = (event.target as Element).closest<HTMLElement>('button');
    const outil = bouton?.dataset['outil'];
    if (outil === 'annuler' || outil === 'retablir') void this.#avecEdition((edition) => edition.reculer(outil));
    else if (outil === 'entiere') this.entiere = true;
    else if (outil === 'exceptions') void this.#avecExceptions((exceptions) => exceptions.basculer());
    else if (bouton && outil) void this.#avecAnnexes((annexes) => annexes.outil(outil, bouton, event));
  };

  readonly #onJour = (event: MouseEvent): void => {
    if (this.#fige) return;
    const titre = (event.target as Element).closest('[role="columnheader"]');
    const jour = JOURS.find((_, rang) => titre?.parentElement?.children[rang] === titre);
    if (titre && jour) void this.#avecAnnexes((annexes) => annexes.ouvrirJour(jour, titre, event));
  };

  // --- Rendering -----------------------------------------------------------------------------------------------------

  #couleurs(types: readonly string[]): readonly Couleur[] {
    return types.map((type) => ({ type, nom: this.#nommer(type) ?? this.#mots.current.planningGrille.boutons.ouvrir }));
  }

  #renderOutils(): unknown {
    const { planningGrille: mots } = this.#mots.current;
    const { annexes, edition, exceptions } = { annexes: this.#annexes, edition: this.#edition, exceptions: this.#exceptions };
    const { saisie } = this.#etabli;
    const presents = typesDe(this.value);
    if (this.#fige || this.compact) return presents.some((type) => type !== TYPE_DEFAUT) ? renderLegende(mots, this.#couleurs(presents)) : nothing;
    const autres = presents.filter((type) => !this.#types.includes(type));
    return html`${renderOutils({
      mots, annulable: this.#saisie.annulable, retablissable: this.#saisie.retablissable, entiere: this.#fenetre?.debut === 0 && this.#fenetre.fin === MINUTES_JOUR,
      exceptions: this.exceptions || saisie.planning.exceptions !== undefined, feries: this.feries, exceptionsOuvertes: exceptions?.ouvert ?? false,
      listeOuverte: annexes?.liste ?? false, copieOuverte: annexes?.copie ?? false, menuOuvert: annexes?.menu.isOpen ?? false,
      couleurs: this.#couleurs(this.#types), pinceau: edition?.gomme ? GOMME : edition?.type ?? this.#types[0] ?? TYPE_DEFAUT,
      annexes: html`${annexes?.renderCopie()}${annexes?.renderListe()}${exceptions?.renderEdition(this.feries)}`, onPinceau: this.#onPinceau, onClick: this.#onOutil,
    })}${autres.length > 0 ? renderLegende(mots, this.#couleurs(autres)) : nothing}`;
  }

  protected override render(): TemplateResult {
    const mots = this.#mots.current;
    const { planningGrille: grille } = mots;
    const edition = this.#edition;
    const pointeur = edition?.pointeur;
    const fige = this.#fige;
    const lues = this.#exceptions?.ouvert && !fige && !this.compact ? nothing : this.#exceptions?.renderPhrases();
    const resume = html`<p class="resume" part="resume">${motsSemaine(mots, this.value, this.#nommer).join('\n') || grille.vide}</p>${lues}`;
    if (this.compact) return html`<div class="planning" role="group" aria-label=${this.#etiquette}>${resume}${renderBandeau(grille, this.#jours)}${this.#renderOutils()}</div>`;
    return html`<div class="planning" role="group" aria-label=${this.#etiquette} @keydown=${edition?.onToucheGenerale} @pointerdown=${this.#onPress}>
      ${resume}
      ${this.#annexes?.renderConstats()}${this.#renderOutils()}
      <div class="agenda" part="grille" role="grid" aria-label=${this.#etiquette} aria-describedby="aide" aria-multiselectable=${fige ? nothing : 'true'} aria-readonly=${fige ? 'true' : nothing}
        @keydown=${edition?.onTouche} @focusin=${edition?.onFocusin}>
        <div class="jours" role="row" aria-rowindex="1" @click=${this.#onJour}></div>
        <div class="corps" @focusin=${this.#onEntree} @keydown=${this.#onEntree} @pointerdown=${this.#onEntree} @click=${this.#onEntree}>
          <div class="heures" aria-hidden="true"></div>
          <div class="zone" @pointerdown=${pointeur} @pointermove=${pointeur} @pointerup=${pointeur} @pointercancel=${pointeur} @touchmove=${pointeur?.touchmove} @click=${pointeur} @contextmenu=${pointeur}>
            <div class="plages" role="row" aria-rowindex="2"></div><div class="cases" role="rowgroup"></div><div class="apercu" aria-hidden="true"></div>
          </div>
        </div>
      </div>
      <p class="message">${edition?.message || this.panne}</p>
      <p class="aide" id="aide">${fige ? grille.lectureSeule : grille.aide}</p>
      ${this.#annexes?.menu.render()}${this.#annonces.render()}
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
