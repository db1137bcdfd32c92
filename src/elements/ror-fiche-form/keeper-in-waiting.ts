import type { PropertyValues, ReactiveController } from 'lit';
import { BrouillonsOptions, type GardeHost } from '../../controllers/brouillons-options.ts';
import type { Adresse, Brouillon } from '../../controllers/brouillons.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Sitting } from './sitting.ts';

export interface KeptForm {
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

/** What is typed into a sitting, as it is kept: with the version that it was typed over. */
export const brouillonDe = (adresse: Adresse, { fiche, session: { base }, saisie }: Sitting): Omit<Brouillon, 'format' | 'instant' | 'seance'> =>
  ({ ...adresse, base: { ...fiche, contenu: base.contenu, illisibles: base.illisibles }, ...saisie });

/**
 * Stands for what keeps the text (`draft-keeper.ts`) until it is there: nothing of it is needed to show a form. It comes with
 * the form, and is asked for again at the next character when it could not be fetched; what happened meanwhile is told to it, and
 * what was typed into a fiche that goes meanwhile is kept.
 */
export class KeeperInWaiting implements ReactiveController {
  #garde: DraftKeeper | undefined;
  #coming = false;
  #before = { touched: false, saved: false };
  readonly #options: BrouillonsOptions;

  constructor(private readonly host: GardeHost, private readonly form: KeptForm) {
    host.addController(this);
    this.#options = new BrouillonsOptions(host, () => { queueMicrotask(() => { this.enter(); }); });
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onLeave);
    void this.#load();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onLeave);
    this.#keepAside();
  }

  get found(): Brouillon | undefined { return this.#garde?.found; }
  get resting(): boolean { return this.#garde?.resting ?? false; }
  get quiet(): boolean { return this.#garde?.quiet ?? false; }
  get news(): string | undefined { return this.#garde?.words; }
  get since(): string | undefined { return this.#garde?.since; }

  enter(): void { this.#garde?.enter(); }

  leave(): void {
    this.#keepAside();
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
      const { DraftKeeper } = await import('./draft-keeper.ts');
      const garde = this.#garde = new DraftKeeper(this.host, this.form, this.#options);
      if (this.#before.saved) garde.saved();
      if (this.#before.touched) garde.touch();
    } catch {
      this.#coming = false;
    }
  }

  #keepAside(): void {
    const { compte, portee } = this.#options;
    const sitting = this.form.sitting();
    if (this.#garde || !this.#before.touched || compte === undefined || !sitting?.modified) return;
    const typed = brouillonDe({ portee, compte, dossierId: this.host.dossierId ?? '', ficheId: sitting.fiche.id }, sitting);
    void import('../../controllers/brouillons.ts').then(async ({ brouillons }) => {
      const store = brouillons();
      const seance = store.begin();
      await store.keep({ ...typed, seance });
      store.end(seance);
    }, () => undefined);
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.host.guard !== 'off' && this.host.modified) event.preventDefault();
  };
}
