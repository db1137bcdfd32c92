import type { PropertyValues, ReactiveController } from 'lit';
import type { GardeHost } from '../../controllers/brouillons-options.ts';
import type { Brouillon } from '../../controllers/brouillons.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { Garde } from './garde.ts';
import type { Sitting } from './sitting.ts';

export interface GardeForm {
  readonly sitting: () => Sitting | undefined;
  readonly messages: () => FormMessages;
  /** Whether the form may ask for a save by itself now. */
  readonly free: () => boolean;
  /** Asks the page to put on hold; false when the page does not want to. */
  readonly ask: () => boolean;
  /** Does what a button of the person does. */
  readonly save: (finaliser: boolean) => void;
  /** Draws again what is said of the save. */
  readonly draw: () => void;
  readonly say: (message: string) => void;
}

/**
 * Stands for what keeps the text (`garde.ts`) until it is there: nothing of it is needed to show a form. It comes with
 * the form, and is asked for again at the next character when it could not be fetched; what happened meanwhile is told to it.
 */
export class Gardien implements ReactiveController {
  #garde: Garde | undefined;
  #coming = false;
  #before = { touched: false, saved: false };

  constructor(private readonly host: GardeHost, private readonly form: GardeForm) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onLeave);
    void this.#load();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onLeave);
  }

  get found(): Brouillon | undefined { return this.#garde?.found; }
  get resting(): boolean { return this.#garde?.resting ?? false; }
  get quiet(): boolean { return this.#garde?.quiet ?? false; }
  get news(): string | undefined { return this.#garde?.words; }
  get since(): string | undefined { return this.#garde?.since; }

  enter(): void { this.#garde?.enter(); }

  leave(): void {
    this.#before = { touched: false, saved: false };
    this.#garde?.leave();
  }

  touch(): void {
    this.#before.touched = true;
    if (this.#garde) this.#garde.touch();
    else void this.#load();
  }

  asked(): void { this.#garde?.asked(); }

  saved(): void {
    this.#before.saved = true;
    this.#garde?.saved();
  }

  wait(finaliser: boolean): true { return this.#garde?.wait(finaliser) ?? true; }

  answered(changed: PropertyValues<GardeHost>): boolean {
    if (this.#garde) return this.#garde.answered(changed);
    const { failure, refus } = this.host;
    if ((changed.has('failure') && failure) || (changed.has('refus') && refus)) this.form.sitting()?.failed();
    return false;
  }

  async settle(found: Brouillon): Promise<void> { await this.#garde?.settle(found); }

  async #load(): Promise<void> {
    if (this.#garde || this.#coming) return;
    this.#coming = true;
    try {
      const { Garde } = await import('./garde.ts');
      const garde = this.#garde = new Garde(this.host, this.form);
      if (this.#before.saved) garde.saved();
      if (this.#before.touched) garde.touch();
    } catch {
      this.#coming = false;
    }
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.host.guard !== 'off' && this.host.modified) event.preventDefault();
  };
}
