import type { Block, Slot, HourWindow } from './geometry.ts';
import { blockBetween, slotAt } from './drag.ts';

/** Where the cells are, made when they are asked for, and which one is the stop of Tab. */
interface GridCells {
  readonly tabStop: HTMLElement | undefined;
  cell(place: Slot): HTMLElement | undefined;
  slotOf(element: Element): Slot | undefined;
  setTabStop(cellule: HTMLElement | undefined): void;
}

/**
 * The current cell and the block chosen from it, written straight on the cells: going from one to another
 * draws nothing else.
 */
export class GridCursor {
  readonly #cells: GridCells;
  #hours: HourWindow = { debut: 0, fin: 1440 };
  #step = 30;
  #current: Slot;
  #anchor: Slot | undefined;
  #chosen: ReadonlySet<Element> = new Set();

  constructor(cellules: GridCells) {
    this.#cells = cellules;
    this.#current = (cellules.tabStop && cellules.slotOf(cellules.tabStop)) ?? { jour: 1, debut: 0 };
  }

  get current(): Slot {
    return this.#current;
  }

  /** The cells that a command is for: those chosen, else the current one. */
  get block(): Block {
    return blockBetween(this.#anchor ?? this.#current, this.#current, this.#step);
  }

  get extended(): boolean {
    return this.#anchor !== undefined;
  }

  get cell(): HTMLElement | undefined {
    return this.#cells.cell(this.#current);
  }

  /** Another grid is drawn: the current cell stays the nearest, on the new steps. */
  fit(fenetre: HourWindow, pas: number): void {
    if (pas !== this.#step) this.#anchor = undefined;
    this.#hours = fenetre;
    this.#step = pas;
    this.goTo(this.#current, this.#anchor !== undefined);
  }

  /** Goes to a cell, as near as the grid allows; the block grows to it or is given up. True when something changed. */
  goTo(vers: Slot, etendre = false): boolean {
    const avant = this.#current;
    const { debut, fin } = this.#hours;
    const minute = Math.min(Math.max(vers.debut, debut), fin - this.#step);
    const jour = Math.min(Math.max(vers.jour, 1), 7) as Slot['jour'];
    const etait = this.#anchor;
    this.#current = slotAt({ jour, minute }, this.#step);
    this.#anchor = etendre ? this.#anchor ?? avant : undefined;
    this.#show();
    return this.#current.jour !== avant.jour || this.#current.debut !== avant.debut || this.#anchor !== etait;
  }

  /** Gives the block up and stays. */
  release(): void {
    this.#anchor = undefined;
    this.#show();
  }

  #show(): void {
    this.#cells.setTabStop(this.cell);
    if (!this.#anchor && this.#chosen.size === 0) return;
    const choisies = new Set<Element>();
    if (this.#anchor) {
      const { premier, dernier, debut, fin } = this.block;
      for (let jour = premier; jour <= dernier; jour++) {
        for (let minute = debut; minute < fin; minute += this.#step) {
          const element = this.#cells.cell({ jour, debut: minute });
          if (element) choisies.add(element);
        }
      }
    }
    for (const element of this.#chosen) if (!choisies.has(element)) element.removeAttribute('aria-selected');
    for (const element of choisies) element.setAttribute('aria-selected', 'true');
    this.#chosen = choisies;
  }
}
