import type { Bloc, Case, Fenetre } from './geometrie.ts';
import { blocEntre, caseDe } from './tirage.ts';

/** Where the cells are, made when they are asked for, and which one is the stop of Tab. */
interface Cellules {
  readonly arret: HTMLElement | undefined;
  cellule(place: Case): HTMLElement | undefined;
  caseDe(element: Element): Case | undefined;
  arreter(cellule: HTMLElement | undefined): void;
}

/**
 * The current cell and the block chosen from it, written straight on the cells: going from one to another
 * draws nothing else.
 */
export class Curseur {
  readonly #cellules: Cellules;
  #fenetre: Fenetre = { debut: 0, fin: 1440 };
  #pas = 30;
  #courante: Case;
  #ancre: Case | undefined;
  #choisies: ReadonlySet<Element> = new Set();

  constructor(cellules: Cellules) {
    this.#cellules = cellules;
    this.#courante = (cellules.arret && cellules.caseDe(cellules.arret)) ?? { jour: 1, debut: 0 };
  }

  get courante(): Case {
    return this.#courante;
  }

  /** The cells that a command is for: those chosen, else the current one. */
  get bloc(): Bloc {
    return blocEntre(this.#ancre ?? this.#courante, this.#courante, this.#pas);
  }

  get etendu(): boolean {
    return this.#ancre !== undefined;
  }

  get cellule(): HTMLElement | undefined {
    return this.#cellules.cellule(this.#courante);
  }

  /** Another grid is drawn: the current cell stays the nearest, on the new steps. */
  caler(fenetre: Fenetre, pas: number): void {
    if (pas !== this.#pas) this.#ancre = undefined;
    this.#fenetre = fenetre;
    this.#pas = pas;
    this.aller(this.#courante, this.#ancre !== undefined);
  }

  /** Goes to a cell, as near as the grid allows; the block grows to it or is given up. True when something changed. */
  aller(vers: Case, etendre = false): boolean {
    const avant = this.#courante;
    const { debut, fin } = this.#fenetre;
    const minute = Math.min(Math.max(vers.debut, debut), fin - this.#pas);
    const jour = Math.min(Math.max(vers.jour, 1), 7) as Case['jour'];
    const etait = this.#ancre;
    this.#courante = caseDe({ jour, minute }, this.#pas);
    this.#ancre = etendre ? this.#ancre ?? avant : undefined;
    this.#montrer();
    return this.#courante.jour !== avant.jour || this.#courante.debut !== avant.debut || this.#ancre !== etait;
  }

  /** Gives the block up and stays. */
  lacher(): void {
    this.#ancre = undefined;
    this.#montrer();
  }

  #montrer(): void {
    this.#cellules.arreter(this.cellule);
    if (!this.#ancre && this.#choisies.size === 0) return;
    const choisies = new Set<Element>();
    if (this.#ancre) {
      const { premier, dernier, debut, fin } = this.bloc;
      for (let jour = premier; jour <= dernier; jour++) {
        for (let minute = debut; minute < fin; minute += this.#pas) {
          const element = this.#cellules.cellule({ jour, debut: minute });
          if (element) choisies.add(element);
        }
      }
    }
    for (const element of this.#choisies) if (!choisies.has(element)) element.removeAttribute('aria-selected');
    for (const element of choisies) element.setAttribute('aria-selected', 'true');
    this.#choisies = choisies;
  }
}
