import type { ReactiveController } from 'lit';
import type { Jour, Plage } from '../../engine/planning/types.ts';
import type { Bloc, Fenetre, Point, Pose } from './geometrie.ts';
import { blocEntre, caseDe, plageTiree, pointDe, toucher, type Prise } from './tirage.ts';

/** What a drag would do if it ended here. */
export type Geste =
  | { readonly sorte: 'bloc'; readonly bloc: Bloc }
  | { readonly sorte: Prise; readonly plage: Plage; readonly vers: Plage };

/** What the pointer works on. */
export interface Scene {
  readonly pas: number;
  readonly fenetre: Fenetre;
  readonly rtl: boolean;
  /** Only looked at. */
  readonly fige: boolean;
  /** A drag begun on a range closes it, instead of moving it. */
  readonly gomme: boolean;
  /** A range is held since a menu: the pointer leads it without being pressed. */
  readonly tenue: { mener(vers: Point): void } | undefined;
  readonly zone: HTMLElement | null;
  poses(jour: Jour): readonly Pose[];
  apercevoir(geste: Geste | undefined): void;
  /** The drag ends. */
  lever(geste: Geste): void;
  /** Pressed and released at one place, or a cell activated by a screen reader. */
  cliquer(ou: Point, plage: Plage | undefined): void;
  /** Escape while the pointer is down, wherever the focus is. */
  renoncer(): void;
  /** The menu of this place is wanted. */
  detailler(ou: Point, plage: Plage | undefined, at: DOMRect): void;
}

/** CSS pixels: what a hand does not keep still, and the width of the ends of a range. */
const TREMBLEMENT = { mouse: 3, pen: 5, touch: 10 } as const;
const BORD = { mouse: 6, pen: 8, touch: 14 } as const;
/** A finger that rests this long draws; one that moves before scrolls the page. */
const APPUI_MS = 350;
/** A pointer this near to the edge of the window brings more of the grid. */
const LISIERE = 40;

interface Presse {
  readonly id: number;
  readonly sorte: keyof typeof BORD;
  readonly x: number;
  readonly y: number;
  readonly depart: Point;
  readonly touche: { readonly plage: Plage; readonly prise: Prise } | undefined;
  /** A drag may begin: at once, or when a finger has rested. */
  prete: boolean;
  geste: Geste | undefined;
}

/** Mouse, pen and finger on the grid: tells a click from a drag, and what a drag would do. */
export class Pointeur implements ReactiveController {
  readonly #scene: Scene;
  #presse: Presse | undefined;
  #appui: ReturnType<typeof setTimeout> | undefined;
  /** The click that ends a drag is none. */
  #sansClic = false;

  constructor(host: { addController(controller: ReactiveController): void }, scene: Scene) {
    this.#scene = scene;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abandonner();
  }

  /** Gives up the drag under way; false when there is none. */
  abandonner(): boolean {
    const avait = this.#presse !== undefined;
    this.#finir();
    if (avait) this.#sansClic = true;
    return avait;
  }

  /** The listener of the cells for everything that a pointer does. */
  handleEvent(event: PointerEvent): void {
    switch (event.type) {
      case 'pointerdown': return this.#presser(event);
      case 'pointermove': return this.#bouger(event);
      case 'pointerup': return this.#relever(event);
      case 'pointercancel': return this.#finir();
      case 'click': return this.#cliquer(event);
      case 'contextmenu': return this.#detailler(event);
    }
  }

  #presser(event: PointerEvent): void {
    this.#sansClic = false;
    if (!event.isPrimary || event.button !== 0 || this.#scene.fige || this.#scene.tenue) return;
    const { zone } = this.#scene;
    const depart = this.#point(event);
    if (!zone || !depart) return;
    const sorte = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
    this.#presse = { id: event.pointerId, sorte, x: event.clientX, y: event.clientY, depart, touche: this.#toucher(depart, sorte), prete: sorte !== 'touch', geste: undefined };
    zone.ownerDocument.addEventListener('keydown', this.#echap, { capture: true });
    if (sorte === 'touch') this.#appui = setTimeout(() => this.#appuyer(event.clientX, event.clientY), APPUI_MS);
    else capturer(zone, event.pointerId);
  }

  #bouger(event: PointerEvent): void {
    const presse = this.#presse;
    if (this.#scene.tenue) {
      const vers = this.#point(event);
      if (vers) this.#scene.tenue.mener(vers);
    } else if (!presse) {
      if (event.pointerType === 'mouse') this.#survoler(event);
    } else if (event.pointerId === presse.id) {
      const loin = Math.hypot(event.clientX - presse.x, event.clientY - presse.y) > TREMBLEMENT[presse.sorte];
      if (presse.prete && (loin || presse.geste)) this.#tirer(presse, event);
      else if (loin) this.#finir(); // The finger scrolls.
    }
  }

  #relever(event: PointerEvent): void {
    const presse = this.#presse;
    if (!presse || event.pointerId !== presse.id) return;
    this.#finir();
    const { geste, sorte, prete } = presse;
    this.#sansClic = geste !== undefined || (sorte === 'touch' && prete);
    if (geste) this.#scene.lever(geste);
    else if (this.#sansClic) this.#scene.detailler(presse.depart, presse.touche?.plage, new DOMRect(event.clientX, event.clientY));
  }

  /** A finger that draws must not scroll; the listener is not passive. */
  readonly touchmove = {
    passive: false,
    handleEvent: (event: Event): void => {
      if (this.#presse?.prete) event.preventDefault();
    },
  };

  #cliquer(event: MouseEvent): void {
    if (this.#sansClic && event.detail > 0) {
      this.#sansClic = false;
      return;
    }
    const ou = event.detail > 0 ? this.#point(event) : this.#milieu(event.target as Element);
    if (ou) this.#scene.cliquer(ou, this.#toucher(ou, 'mouse')?.plage);
  }

  #detailler(event: PointerEvent): void {
    event.preventDefault();
    if (this.#presse || event.pointerType === 'touch') return;
    const ou = event.button === 2 ? this.#point(event) : undefined;
    if (ou) this.#scene.detailler(ou, this.#toucher(ou, 'mouse')?.plage, new DOMRect(event.clientX, event.clientY));
  }

  #point(event: { readonly clientX: number; readonly clientY: number }): Point | undefined {
    const { zone, fenetre, rtl } = this.#scene;
    return zone ? pointDe(event, zone.getBoundingClientRect(), fenetre, rtl) : undefined;
  }

  #milieu(element: Element): Point | undefined {
    const { left, top, width, height } = element.getBoundingClientRect();
    return this.#point({ clientX: left + width / 2, clientY: top + height / 2 });
  }

  #toucher(ou: Point, sorte: keyof typeof BORD): Presse['touche'] {
    const { zone, fenetre } = this.#scene;
    return toucher(ou, this.#scene.poses(ou.jour), BORD[sorte] * (fenetre.fin - fenetre.debut) / (zone?.offsetHeight || 1));
  }

  #appuyer(x: number, y: number): void {
    const presse = this.#presse;
    if (!presse) return;
    presse.prete = true;
    this.#scene.apercevoir(this.#gesteDe(presse, this.#point({ clientX: x, clientY: y }) ?? presse.depart));
  }

  #tirer(presse: Presse, event: PointerEvent): void {
    const vers = this.#point(event);
    if (!vers) return;
    const geste = this.#gesteDe(presse, vers);
    if (!memeGeste(geste, presse.geste)) {
      presse.geste = geste;
      this.#scene.apercevoir(geste);
    }
    if (event.clientY < LISIERE) this.#scene.zone?.ownerDocument.defaultView?.scrollBy(0, event.clientY - LISIERE);
    else if (event.clientY > innerHeight - LISIERE) this.#scene.zone?.ownerDocument.defaultView?.scrollBy(0, event.clientY + LISIERE - innerHeight);
  }

  #gesteDe({ depart, touche }: Presse, vers: Point): Geste {
    const { pas, gomme } = this.#scene;
    if (!touche || gomme) return { sorte: 'bloc', bloc: blocEntre(caseDe(depart, pas), caseDe(vers, pas), pas) };
    return { sorte: touche.prise, plage: touche.plage, vers: plageTiree(touche.plage, touche.prise, depart, vers, pas) };
  }

  #survoler(event: PointerEvent): void {
    const { zone, fige, gomme } = this.#scene;
    const ou = zone && !fige && !gomme ? this.#point(event) : undefined;
    const prise = ou && this.#toucher(ou, 'mouse')?.prise;
    if (zone && (zone.dataset['survol'] ?? '') !== (prise ?? '')) zone.dataset['survol'] = prise ?? '';
  }

  readonly #echap = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#scene.renoncer();
  };

  #finir(): void {
    clearTimeout(this.#appui);
    this.#scene.zone?.ownerDocument.removeEventListener('keydown', this.#echap, { capture: true });
    if (!this.#presse) return;
    this.#presse = undefined;
    this.#scene.apercevoir(undefined);
  }
}

/** A press that waited for this file may be over by now. */
function capturer(zone: HTMLElement, id: number): void {
  try {
    zone.setPointerCapture(id);
  } catch {
    // Without capture, the gesture ends at the edge of the grid.
  }
}

function memeGeste(a: Geste, b: Geste | undefined): boolean {
  if (a.sorte === 'bloc') {
    return b?.sorte === 'bloc' && a.bloc.premier === b.bloc.premier && a.bloc.dernier === b.bloc.dernier && a.bloc.debut === b.bloc.debut && a.bloc.fin === b.bloc.fin;
  }
  return b?.sorte === a.sorte && a.vers.debut === b.vers.debut && a.vers.fin === b.vers.fin;
}
