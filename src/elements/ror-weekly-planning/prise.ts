import { minuteDe } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Plage } from '../../engine/planning/types.ts';
import type { Edition, Tenue } from './edition.ts';
import type { Point } from './geometrie.ts';
import { caseDe, glisser, type Prise } from './tirage.ts';
import type { Intention } from './touches.ts';

/** A range held since a menu: arrows or the pointer lead it, Enter or a click puts it down. The twin of a drag. */
export class PriseEnMain implements Tenue {
  readonly message: string;
  readonly #edition: Edition;
  readonly #plage: Plage;
  readonly #prise: Prise;
  readonly #dire: (vers: Plage) => string;
  #vers: Plage;

  /** @param dire where the range would be, in words. */
  constructor(edition: Edition, plage: Plage, prise: Prise, message: string, dire: (vers: Plage) => string) {
    this.#edition = edition;
    this.#plage = this.#vers = plage;
    this.#prise = prise;
    this.#dire = dire;
    this.message = message;
    edition.tenue = this;
    edition.apercevoir(this.#geste);
    edition.annonces.say(message);
  }

  mener(point: Point): void {
    const { pas } = this.#edition;
    const { jour, debut } = caseDe(point, pas);
    const ici = minuteDe(jour, debut);
    if (this.#prise === 'deplacer') this.#essayer(glisser(this.#plage, ici - this.#plage.debut));
    else this.#essayer({ ...this.#plage, ...(this.#prise === 'debut' ? { debut: ici } : { fin: ici + pas }) });
  }

  toucher(intention: Intention): void {
    if (intention.kind !== 'aller') return intention.kind === 'fermer' ? undefined : this.poser();
    const { jours, minutes } = intention;
    if (this.#prise === 'deplacer') this.#essayer(glisser(this.#vers, minutes + jours * MINUTES_JOUR));
    else this.#essayer({ ...this.#vers, [this.#prise]: this.#vers[this.#prise] + minutes });
  }

  poser(): void {
    this.lacher();
    this.#edition.tirer(this.#plage, this.#prise, this.#vers);
  }

  lacher(): void {
    this.#edition.tenue = undefined;
    this.#edition.apercevoir(undefined);
    this.#edition.viser('[role="gridcell"][tabindex="0"]');
  }

  get #geste(): { readonly sorte: Prise; readonly plage: Plage; readonly vers: Plage } {
    return { sorte: this.#prise, plage: this.#plage, vers: this.#vers };
  }

  #essayer(vers: Plage): void {
    if (vers.fin <= vers.debut || vers.debut < 0 || (vers.debut === this.#vers.debut && vers.fin === this.#vers.fin)) return;
    this.#vers = vers;
    this.#edition.apercevoir(this.#geste);
    this.#edition.annonces.say(this.#dire(vers));
  }
}
