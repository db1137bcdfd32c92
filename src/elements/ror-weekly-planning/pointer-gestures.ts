import type { ReactiveController } from 'lit';
import type { Jour, Plage } from '../../engine/planning/types.ts';
import type { Block, HourWindow, Point, Placement } from './geometry.ts';
import { blockBetween, slotAt, draggedPlage, pointAt, hitTest, type Grip } from './drag.ts';

/** What a drag would do if it ended here. */
export type Gesture =
  | { readonly sorte: 'bloc'; readonly bloc: Block }
  | { readonly sorte: Grip; readonly plage: Plage; readonly vers: Plage };

/** What the pointer works on. */
export interface Scene {
  readonly step: number;
  readonly hours: HourWindow;
  readonly rtl: boolean;
  /** Only looked at. */
  readonly frozen: boolean;
  /** A drag begun on a range closes it, instead of moving it. */
  readonly erasing: boolean;
  /** A range is held since a menu: the pointer leads it without being pressed. */
  readonly held: { lead(target: Point): void } | undefined;
  readonly zone: HTMLElement | null;
  placements(jour: Jour): readonly Placement[];
  preview(geste: Gesture | undefined): void;
  /** The drag ends. */
  lift(geste: Gesture): void;
  /** Pressed and released at one place, or a cell activated by a screen reader. */
  click(ou: Point, plage: Plage | undefined): void;
  /** Escape while the pointer is down, wherever the focus is. */
  giveUp(): void;
  /** The menu of this place is wanted. */
  openDetails(ou: Point, plage: Plage | undefined, at: DOMRect): void;
}

/** CSS pixels: what a hand does not keep still, and the width of the ends of a range. */
const SLOP_PX = { mouse: 3, pen: 5, touch: 10 } as const;
const EDGE_PX = { mouse: 6, pen: 8, touch: 14 } as const;
/** A finger that rests this long draws; one that moves before scrolls the page. */
const LONG_PRESS_MS = 350;
/** A pointer this near to the edge of the window brings more of the grid. */
const SCROLL_EDGE_PX = 40;

interface Press {
  readonly id: number;
  readonly pointerType: keyof typeof EDGE_PX;
  readonly x: number;
  readonly y: number;
  readonly start: Point;
  readonly hit: { readonly plage: Plage; readonly prise: Grip } | undefined;
  /** A drag may begin: at once, or when a finger has rested. */
  ready: boolean;
  gesture: Gesture | undefined;
}

/** Mouse, pen and finger on the grid: tells a click from a drag, and what a drag would do. */
export class PointerGestures implements ReactiveController {
  readonly #scene: Scene;
  #press: Press | undefined;
  #longPress: ReturnType<typeof setTimeout> | undefined;
  /** The click that ends a drag is none. */
  #ignoreClick = false;

  constructor(host: { addController(controller: ReactiveController): void }, scene: Scene) {
    this.#scene = scene;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort();
  }

  /** Gives up the drag under way; false when there is none. */
  abort(): boolean {
    const avait = this.#press !== undefined;
    this.#finish();
    if (avait) this.#ignoreClick = true;
    return avait;
  }

  /** The listener of the cells for everything that a pointer does. */
  handleEvent(event: PointerEvent): void {
    switch (event.type) {
      case 'pointerdown': return this.#onDown(event);
      case 'pointermove': return this.#onMove(event);
      case 'pointerup': return this.#onUp(event);
      case 'pointercancel': return this.#finish();
      case 'click': return this.#onClick(event);
      case 'contextmenu': return this.#onContextMenu(event);
    }
  }

  #onDown(event: PointerEvent): void {
    this.#ignoreClick = false;
    if (!event.isPrimary || event.button !== 0 || this.#scene.frozen || this.#scene.held) return;
    const { zone } = this.#scene;
    const depart = this.#pointAt(event);
    if (!zone || !depart) return;
    const sorte = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
    this.#press = { id: event.pointerId, pointerType: sorte, x: event.clientX, y: event.clientY, start: depart, hit: this.#hit(depart, sorte), ready: sorte !== 'touch', gesture: undefined };
    zone.ownerDocument.addEventListener('keydown', this.#onEscape, { capture: true });
    if (sorte === 'touch') this.#longPress = setTimeout(() => this.#onLongPress(event.clientX, event.clientY), LONG_PRESS_MS);
    else capture(zone, event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    const presse = this.#press;
    if (this.#scene.held) {
      const vers = this.#pointAt(event);
      if (vers) this.#scene.held.lead(vers);
    } else if (!presse) {
      if (event.pointerType === 'mouse') this.#hover(event);
    } else if (event.pointerId === presse.id) {
      const loin = Math.hypot(event.clientX - presse.x, event.clientY - presse.y) > SLOP_PX[presse.pointerType];
      if (presse.ready && (loin || presse.gesture)) this.#drag(presse, event);
      else if (loin) this.#finish(); // The finger scrolls.
    }
  }

  #onUp(event: PointerEvent): void {
    const presse = this.#press;
    if (!presse || event.pointerId !== presse.id) return;
    this.#finish();
    const { gesture: geste, pointerType: sorte, ready: prete } = presse;
    this.#ignoreClick = geste !== undefined || (sorte === 'touch' && prete);
    if (geste) this.#scene.lift(geste);
    else if (this.#ignoreClick) this.#scene.openDetails(presse.start, presse.hit?.plage, new DOMRect(event.clientX, event.clientY));
  }

  /** A finger that draws must not scroll; the listener is not passive. */
  readonly touchmove = {
    passive: false,
    handleEvent: (event: Event): void => {
      if (this.#press?.ready) event.preventDefault();
    },
  };

  #onClick(event: MouseEvent): void {
    if (this.#ignoreClick && event.detail > 0) {
      this.#ignoreClick = false;
      return;
    }
    const ou = event.detail > 0 ? this.#pointAt(event) : this.#middle(event.target as Element);
    if (ou) this.#scene.click(ou, this.#hit(ou, 'mouse')?.plage);
  }

  #onContextMenu(event: PointerEvent): void {
    event.preventDefault();
    if (this.#press || event.pointerType === 'touch') return;
    const ou = event.button === 2 ? this.#pointAt(event) : undefined;
    if (ou) this.#scene.openDetails(ou, this.#hit(ou, 'mouse')?.plage, new DOMRect(event.clientX, event.clientY));
  }

  #pointAt(event: { readonly clientX: number; readonly clientY: number }): Point | undefined {
    const { zone, hours: fenetre, rtl } = this.#scene;
    return zone ? pointAt(event, zone.getBoundingClientRect(), fenetre, rtl) : undefined;
  }

  #middle(element: Element): Point | undefined {
    const { left, top, width, height } = element.getBoundingClientRect();
    return this.#pointAt({ clientX: left + width / 2, clientY: top + height / 2 });
  }

  #hit(ou: Point, sorte: keyof typeof EDGE_PX): Press['hit'] {
    const { zone, hours: fenetre } = this.#scene;
    return hitTest(ou, this.#scene.placements(ou.jour), EDGE_PX[sorte] * (fenetre.fin - fenetre.debut) / (zone?.offsetHeight || 1));
  }

  #onLongPress(x: number, y: number): void {
    const presse = this.#press;
    if (!presse) return;
    presse.ready = true;
    this.#scene.preview(this.#gestureOf(presse, this.#pointAt({ clientX: x, clientY: y }) ?? presse.start));
  }

  #drag(presse: Press, event: PointerEvent): void {
    const vers = this.#pointAt(event);
    if (!vers) return;
    const geste = this.#gestureOf(presse, vers);
    if (!sameGesture(geste, presse.gesture)) {
      presse.gesture = geste;
      this.#scene.preview(geste);
    }
    if (event.clientY < SCROLL_EDGE_PX) this.#scene.zone?.ownerDocument.defaultView?.scrollBy(0, event.clientY - SCROLL_EDGE_PX);
    else if (event.clientY > innerHeight - SCROLL_EDGE_PX) this.#scene.zone?.ownerDocument.defaultView?.scrollBy(0, event.clientY + SCROLL_EDGE_PX - innerHeight);
  }

  #gestureOf({ start: depart, hit: touche }: Press, vers: Point): Gesture {
    const { step: pas, erasing: gomme } = this.#scene;
    if (!touche || gomme) return { sorte: 'bloc', bloc: blockBetween(slotAt(depart, pas), slotAt(vers, pas), pas) };
    return { sorte: touche.prise, plage: touche.plage, vers: draggedPlage(touche.plage, touche.prise, depart, vers, pas) };
  }

  #hover(event: PointerEvent): void {
    const { zone, frozen: fige, erasing: gomme } = this.#scene;
    const ou = zone && !fige && !gomme ? this.#pointAt(event) : undefined;
    const prise = ou && this.#hit(ou, 'mouse')?.prise;
    if (zone && (zone.dataset['survol'] ?? '') !== (prise ?? '')) zone.dataset['survol'] = prise ?? '';
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#scene.giveUp();
  };

  #finish(): void {
    clearTimeout(this.#longPress);
    this.#scene.zone?.ownerDocument.removeEventListener('keydown', this.#onEscape, { capture: true });
    if (!this.#press) return;
    this.#press = undefined;
    this.#scene.preview(undefined);
  }
}

/** A press that waited for this file may be over by now. */
function capture(zone: HTMLElement, id: number): void {
  try {
    zone.setPointerCapture(id);
  } catch {
    // Without capture, the gesture ends at the edge of the grid.
  }
}

function sameGesture(a: Gesture, b: Gesture | undefined): boolean {
  if (a.sorte === 'bloc') {
    return b?.sorte === 'bloc' && a.bloc.premier === b.bloc.premier && a.bloc.dernier === b.bloc.dernier && a.bloc.debut === b.bloc.debut && a.bloc.fin === b.bloc.fin;
  }
  return b?.sorte === a.sorte && a.vers.debut === b.vers.debut && a.vers.fin === b.vers.fin;
}
