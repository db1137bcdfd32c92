import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WordsController } from '../../controllers/words-controller.ts';
import { deplacer, redimensionner } from '../../engine/planning/operations.ts';
import { jourAt } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, TYPE_DEFAUT, type Jour, type Plage, type Suite } from '../../engine/planning/types.ts';
import { planningGestes } from '../../i18n/fr/planning-gestes.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Announcer } from '../../ui/announcer.ts';
import { adopt } from '../../ui/adopt.ts';
import type { ListAndMenus } from './list-and-menus.ts';
import { drawPreview } from './preview.ts';
import { closeBlock, openBlock, isAllOpen } from './block-commands.ts';
import { GridCursor } from './grid-cursor.ts';
import type { Block, HourWindow, Point, Placement } from './geometry.ts';
import { gesturesStyles } from './gestures.styles.ts';
import { plageWords } from './plage-words.ts';
import { semaineWords, type Mots, type Nommer } from './semaine-words.ts';
import { PointerGestures, type Gesture, type Scene } from './pointer-gestures.ts';
import { ERASER } from './ror-weekly-planning.tools.ts';
import type { UndoableValue } from './undoable-value.ts';
import type { AgendaCanvas } from './agenda-canvas.ts';
import { slotAt, type Grip } from './drag.ts';
import { intentionOf, undoIntention, type Intention } from './keys.ts';

/** What the editing works on, as the element shows it now. */
export interface Workbench {
  readonly value: UndoableValue;
  readonly canvas: AgendaCanvas;
  readonly announcer: Announcer;
  readonly words: Mots;
  readonly nameType: Nommer;
  /** Only looked at. */
  readonly frozen: boolean;
  readonly step: number;
  readonly hours: HourWindow;
  readonly placements: readonly (readonly Placement[])[];
  /** Types that may be drawn, one at least. */
  readonly types: readonly string[];
  /** Exceptions in words, once they have been fetched. */
  readonly exceptionsSummary: string;
  /** The person changed the week. */
  changed(): void;
  /** What is being typed may be wrong now, or right. */
  commit(): void;
  /** Does something with what is loaded on demand: menus, list, copies. */
  withListAndMenus(faire: (annexes: ListAndMenus) => void): void;
}

export type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** A range that goes with the keys or the pointer, without a button held down. */
export interface Holding {
  readonly message: string;
  lead(vers: Point): void;
  onKey(intention: Intention): void;
  drop(): void;
  release(): void;
}

/**
 * Gestures of the pointer and of the keys on the agenda, turned into operations of the engine; and what is under way between two of
 * them. Fetched when somebody comes near: a page that only shows a week does without.
 */
export class Editing implements ReactiveController, Scene {
  readonly cursor: GridCursor;
  readonly announcer: Announcer;
  readonly pointer: PointerGestures;
  /** The type that gestures draw, or the eraser. */
  brush: string = TYPE_DEFAUT;
  /** Why the last act was refused, in words. */
  refusal = '';
  held: Holding | undefined;

  readonly #host: Host;
  readonly #bench: Workbench;
  readonly #gestures: WordsController<Pick<Catalogue, 'planningGestes'>>;
  #pendingFocus: string | undefined;

  constructor(host: Host, etabli: Workbench) {
    this.#host = host;
    this.#bench = etabli;
    this.cursor = new GridCursor(etabli.canvas);
    this.announcer = etabli.announcer;
    this.#gestures = new WordsController<Pick<Catalogue, 'planningGestes'>>(host, { planningGestes });
    this.pointer = new PointerGestures(host, this);
    adopt(host.shadowRoot!, gesturesStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    this.cursor.fit(this.hours, this.step);
    const vise = this.#pendingFocus;
    this.#pendingFocus = undefined;
    // Not during the update: a field that is left says its change.
    if (vise) void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(vise)?.focus());
  }

  /** How to put down a held range, else the last refusal. */
  get message(): string {
    return this.held?.message ?? this.refusal;
  }

  /** The type of the list, of the ready-made weeks, and of new ranges. */
  get type(): string {
    const { types } = this.#bench;
    return types.includes(this.brush) ? this.brush : types[0] ?? TYPE_DEFAUT;
  }

  /** The words of gestures. */
  get words(): Catalogue['planningGestes'] {
    return this.#gestures.current.planningGestes;
  }

  // --- Acts ----------------------------------------------------------------------------------------------------------

  /** Takes the outcome of an act; says what was done, or why it can't be. */
  apply(suite: Suite, dire: string): void {
    const { refus, semaine } = suite;
    if (refus) return this.#bench.withListAndMenus((annexes) => this.refuse(annexes.refusalWords(refus)));
    this.refusal = '';
    if (this.#bench.value.apply({ semaine })) this.#bench.changed();
    this.#host.requestUpdate();
    this.announcer.say(dire);
  }

  /** Shows and says why something can't be done. */
  refuse(pourquoi: string): void {
    this.refusal = pourquoi;
    this.announcer.say(pourquoi);
    this.#host.requestUpdate();
  }

  /** Gestures draw this type from now on, or close. */
  hold(pinceau: string): void {
    this.brush = pinceau;
    this.#host.requestUpdate();
  }

  /** The same for an act on the whole week, which is said whole. */
  fill(suite: Suite): void {
    this.apply(suite, suite.semaine ? this.#summary(suite.semaine) : '');
  }

  undoOrRedo(sens: 'annuler' | 'retablir'): void {
    const { value: saisie } = this.#bench;
    const { faits } = this.words;
    const { semaine } = saisie;
    if (!(sens === 'annuler' ? saisie.undo() : saisie.redo())) return this.announcer.say(faits.rien[sens]);
    this.refusal = '';
    this.#bench.changed();
    this.announcer.say(faits[sens](saisie.semaine === semaine ? this.#bench.exceptionsSummary : this.#summary(saisie.semaine)));
  }

  /** Opens or closes a block; undecided, it opens unless all of it is open. */
  paint(bloc: Block, vers?: 'ouvrir' | 'fermer'): void {
    const { value: { semaine }, nameType: nommer } = this.#bench;
    if (vers === 'fermer' || (vers === undefined && (this.erasing || isAllOpen(semaine, bloc, this.type)))) {
      this.apply(closeBlock(semaine, bloc, this.erasing || vers === 'fermer' ? undefined : this.type), this.words.faits.ferme(bloc));
    } else this.apply(openBlock(semaine, bloc, this.type), this.words.faits.ouvert(bloc, nommer(this.type) ?? this.#bench.words.planningGrille.ouvert));
  }

  /** Moves a range, or one of its ends, to where it was pulled. */
  drag(plage: Plage, prise: Grip, vers: Plage): void {
    const { value: { semaine } } = this.#bench;
    const suite = prise === 'deplacer' ? deplacer(semaine, plage, vers.debut - plage.debut) : redimensionner(semaine, plage, vers);
    this.apply(suite, this.words.faits.plage(plageWords(this.words, vers)));
    const arrivee = suite.refus ? plage : vers;
    const bout = prise === 'fin' ? arrivee.fin - 1 : arrivee.debut;
    this.cursor.goTo({ jour: jourAt(bout), debut: bout % MINUTES_JOUR });
    this.aim('[role="gridcell"][tabindex="0"]');
  }

  /** Leads there once it is drawn. */
  aim(choix: string): void {
    this.#pendingFocus = choix;
    this.#host.requestUpdate();
  }

  #summary(semaine: readonly Plage[]): string {
    return semaineWords(this.#bench.words, semaine, this.#bench.nameType).join(' ') || this.#bench.words.planningGrille.vide;
  }

  // --- Pointer -----------------------------------------------------------------------------------------------------

  get step(): number { return this.#bench.step; }
  get hours(): HourWindow { return this.#bench.hours; }
  get frozen(): boolean { return this.#bench.frozen; }
  get rtl(): boolean { return this.#host.matches(':dir(rtl)'); }
  get erasing(): boolean { return this.brush === ERASER; }
  get zone(): HTMLElement | null { return this.#host.renderRoot.querySelector('.zone'); }

  placements(jour: Jour): readonly Placement[] {
    return this.#bench.placements[jour - 1] ?? [];
  }

  preview(geste: Gesture | undefined): void {
    const calque = this.#host.renderRoot.querySelector<HTMLElement>('.apercu');
    calque?.classList.toggle('efface', geste?.sorte === 'bloc' && this.erasing);
    if (calque) drawPreview(calque, geste, this.hours, (vu) => this.#bench.words.planningGrille.bornes(vu.sorte === 'bloc' ? vu.bloc : heuresDe(vu.vers)));
  }

  lift(geste: Gesture): void {
    if (geste.sorte !== 'bloc') return this.drag(geste.plage, geste.sorte, geste.vers);
    this.cursor.goTo({ jour: geste.bloc.premier, debut: geste.bloc.debut });
    this.cursor.cell?.focus();
    this.paint(geste.bloc, this.erasing ? 'fermer' : 'ouvrir');
  }

  click(point: Point, plage: Plage | undefined): void {
    if (this.held) {
      this.held.lead(point);
      return this.held.drop();
    }
    this.cursor.goTo(slotAt(point, this.step));
    this.cursor.cell?.focus();
    if (this.frozen) return;
    if (plage && !this.erasing) this.#bench.withListAndMenus((annexes) => annexes.openMenu(plage));
    else this.paint(this.cursor.block);
  }

  openDetails(point: Point, plage: Plage | undefined, at: DOMRect): void {
    if (this.frozen || this.held) return;
    const { premier, dernier, debut, fin } = this.cursor.block;
    const dansLeBloc = premier <= point.jour && point.jour <= dernier && debut <= point.minute && point.minute < fin;
    if (!dansLeBloc) this.cursor.goTo(slotAt(point, this.step));
    this.#bench.withListAndMenus((annexes) => annexes.openMenu(plage, at));
  }

  // --- Keys ----------------------------------------------------------------------------------------------------------

  readonly onFocusin = (event: FocusEvent): void => {
    const place = this.#bench.canvas.slotOf(event.target as Element);
    const { jour, debut } = this.cursor.current;
    if (place && (place.jour !== jour || place.debut !== debut)) this.cursor.goTo(place);
  };

  /** Keys of the cells. */
  readonly onKey = (event: KeyboardEvent): void => {
    const intention = (event.target as Element).matches('[role="gridcell"]') ? intentionOf(event, this.step, this.rtl) : undefined;
    if (!intention || (intention.kind === 'renoncer' && !this.giveUp())) return;
    event.preventDefault();
    event.stopPropagation();
    if (intention.kind === 'renoncer') return;
    if (this.held) return this.held.onKey(intention);
    if (intention.kind === 'aller') return this.#goTo(intention);
    if (this.frozen) return this.announcer.say(this.#bench.words.planningGrille.lectureSeule);
    if (intention.kind === 'menu') this.#bench.withListAndMenus((annexes) => annexes.openMenu(this.#plageHere()));
    else this.paint(this.cursor.block, intention.kind === 'fermer' ? 'fermer' : undefined);
  };

  /** Keys of the whole element. */
  readonly onGlobalKey = (event: KeyboardEvent): void => {
    const sens = this.frozen ? undefined : undoIntention(event);
    if (!sens) return;
    event.preventDefault();
    event.stopPropagation();
    this.undoOrRedo(sens);
  };

  #goTo({ jours, minutes, etendre }: Extract<Intention, { kind: 'aller' }>): void {
    const { jour, debut } = this.cursor.current;
    this.cursor.goTo({ jour: (jour + jours) as Jour, debut: debut + minutes }, etendre);
    this.cursor.cell?.focus();
    if (this.cursor.extended) this.announcer.say(this.words.selection(this.cursor.block));
  }

  /** Escape: what is under way is given up. False when nothing was. */
  giveUp(): boolean {
    const geste = this.pointer.abort() || this.held !== undefined;
    if (!geste && !this.cursor.extended) return false;
    if (geste) this.held?.release();
    else this.cursor.release();
    this.announcer.say(geste ? this.words.abandon : this.words.selectionQuittee);
    return true;
  }

  /** The range of the current cell: of the type being drawn rather than of another. */
  #plageHere(): Plage | undefined {
    const { jour, debut } = this.cursor.current;
    const ici = this.placements(jour).map(({ morceau }) => morceau).filter((morceau) => morceau.debut < debut + this.step && debut < morceau.fin).map(({ plage }) => plage);
    return ici.find(({ type }) => type === this.type) ?? ici[0];
  }
}

const heuresDe = ({ debut, fin }: Plage): { readonly debut: number; readonly fin: number } => ({ debut: debut % MINUTES_JOUR, fin: fin % MINUTES_JOUR || MINUTES_JOUR });
