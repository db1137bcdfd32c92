import { blocEntre, caseDe, type Bloc, type Case, type Fenetre } from './geometrie.ts';

/**
 * The current cell and the block chosen from it, written straight on the cells: going from one to another
 * draws nothing else. The rows hold seven cells each, in the order of the days.
 */
export class Curseur {
  readonly #rangees: () => HTMLCollection | undefined;
  #fenetre: Fenetre = { debut: 0, fin: 1440 };
  #pas = 30;
  #courante: Case = { jour: 1, debut: 0 };
  #ancre: Case | undefined;
  #arret: Element | undefined;
  #choisies: ReadonlySet<Element> = new Set();

  constructor(rangees: () => HTMLCollection | undefined) {
    this.#rangees = rangees;
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
    return this.#celluleDe(this.#courante);
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

  /** The cell of an element, if it is one. */
  caseDe(element: Element): Case | undefined {
    const rangee = element.parentElement;
    const rang = rangee ? [...this.#rangees() ?? []].indexOf(rangee) : -1;
    if (!rangee || rang < 0) return undefined;
    return { jour: ([...rangee.children].indexOf(element) + 1) as Case['jour'], debut: this.#fenetre.debut + rang * this.#pas };
  }

  #celluleDe({ jour, debut }: Case): HTMLElement | undefined {
    return this.#rangees()?.[(debut - this.#fenetre.debut) / this.#pas]?.children[jour - 1] as HTMLElement | undefined;
  }

  #montrer(): void {
    const cellule = this.cellule;
    if (cellule !== this.#arret) {
      this.#arret?.setAttribute('tabindex', '-1');
      cellule?.setAttribute('tabindex', '0');
      this.#arret = cellule;
    }
    if (!this.#ancre && this.#choisies.size === 0) return;
    const choisies = new Set<Element>();
    if (this.#ancre) {
      const { premier, dernier, debut, fin } = this.bloc;
      for (let jour = premier; jour <= dernier; jour++) {
        for (let minute = debut; minute < fin; minute += this.#pas) {
          const element = this.#celluleDe({ jour, debut: minute });
          if (element) choisies.add(element);
        }
      }
    }
    for (const element of this.#choisies) if (!choisies.has(element)) element.removeAttribute('aria-selected');
    for (const element of choisies) element.setAttribute('aria-selected', 'true');
    this.#choisies = choisies;
  }
}
