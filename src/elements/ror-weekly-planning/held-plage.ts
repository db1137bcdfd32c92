import { minuteOf } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Plage } from '../../engine/planning/types.ts';
import type { Editing, Holding } from './editing.ts';
import type { Point } from './geometry.ts';
import { slotAt, shift, type Grip } from './drag.ts';
import type { Intention } from './keys.ts';

/** A range held since a menu: arrows or the pointer lead it, Enter or a click puts it down. The twin of a drag. */
export class HeldPlage implements Holding {
  readonly message: string;
  readonly #editing: Editing;
  readonly #plage: Plage;
  readonly #grip: Grip;
  readonly #describe: (vers: Plage) => string;
  #target: Plage;

  /** @param dire where the range would be, in words. */
  constructor(edition: Editing, plage: Plage, prise: Grip, message: string, dire: (vers: Plage) => string) {
    this.#editing = edition;
    this.#plage = this.#target = plage;
    this.#grip = prise;
    this.#describe = dire;
    this.message = message;
    edition.held = this;
    edition.preview(this.#gesture);
    edition.announcer.say(message);
  }

  lead(point: Point): void {
    const { step: pas } = this.#editing;
    const { jour, debut } = slotAt(point, pas);
    const ici = minuteOf(jour, debut);
    if (this.#grip === 'deplacer') this.#attempt(shift(this.#plage, ici - this.#plage.debut));
    else this.#attempt({ ...this.#plage, ...(this.#grip === 'debut' ? { debut: ici } : { fin: ici + pas }) });
  }

  onKey(intention: Intention): void {
    if (intention.kind !== 'aller') return intention.kind === 'fermer' ? undefined : this.drop();
    const { jours, minutes } = intention;
    if (this.#grip === 'deplacer') this.#attempt(shift(this.#target, minutes + jours * MINUTES_JOUR));
    else this.#attempt({ ...this.#target, [this.#grip]: this.#target[this.#grip] + minutes });
  }

  drop(): void {
    this.release();
    this.#editing.drag(this.#plage, this.#grip, this.#target);
  }

  release(): void {
    this.#editing.held = undefined;
    this.#editing.preview(undefined);
    this.#editing.aim('[role="gridcell"][tabindex="0"]');
  }

  get #gesture(): { readonly sorte: Grip; readonly plage: Plage; readonly vers: Plage } {
    return { sorte: this.#grip, plage: this.#plage, vers: this.#target };
  }

  #attempt(vers: Plage): void {
    if (vers.fin <= vers.debut || vers.debut < 0 || (vers.debut === this.#target.debut && vers.fin === this.#target.fin)) return;
    this.#target = vers;
    this.#editing.preview(this.#gesture);
    this.#editing.announcer.say(this.#describe(vers));
  }
}
