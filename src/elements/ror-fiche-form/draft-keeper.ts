import type { PropertyValues, ReactiveController } from 'lit';
import type { BrouillonsOptions, GardeHost } from '../../controllers/brouillons-options.ts';
import type { Adresse, Brouillon, Brouillons } from '../../controllers/brouillons.ts';
import { SaveAtRest } from '../../controllers/save-at-rest.ts';
import { equal } from '../../engine/fiche/equal.ts';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { Messages } from '../../i18n/messages.ts';
import { brouillonDe, type KeptForm } from './keeper-in-waiting.ts';

/** Where what is typed is, when it is not on the server; a sentence of `brouillon.garde`. */
type News = keyof Messages['formulaire']['brouillon']['garde'];

/**
 * Keeps what is typed into a form: on this device within a fraction of a second, on the server at rest, and finds
 * again what an earlier sitting left. The store is loaded apart, once there is a fiche to keep.
 */
export class DraftKeeper implements ReactiveController {
  /** A text of an earlier sitting, to be taken back or given up. */
  found: Brouillon | undefined;
  /** A save asked by the form itself is on its way. */
  resting = false;
  /** The last save that failed was asked by the form itself, and the text is safe: no alarm. */
  quiet = false;
  savedAt: number | undefined;
  #news: News | undefined;
  #kept = false;
  #warned = false;
  #waiting: boolean | undefined;
  #here: { readonly adresse: Adresse; readonly store: Promise<Brouillons>; seance: string | undefined } | undefined;
  #minute: ReturnType<typeof setTimeout> | undefined;
  #unfollow: (() => void) | undefined;
  readonly #host: GardeHost;
  readonly #form: KeptForm;
  readonly #options: BrouillonsOptions;
  readonly #repos = new SaveAtRest({ ecrire: () => void this.#write(), pousser: () => { this.#push(); } });

  constructor(host: GardeHost, form: KeptForm, options: BrouillonsOptions) {
    this.#host = host;
    this.#form = form;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
    addEventListener('online', this.#online);
    addEventListener('beforeunload', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
    this.enter();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#flush);
    removeEventListener('online', this.#online);
    removeEventListener('beforeunload', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    clearTimeout(this.#minute);
    this.leave();
  }

  /** What to say of a text that is not on the server. */
  get words(): string | undefined {
    return this.#news && (this.#news === 'page' || this.#kept) ? this.#words.garde[this.#news] : undefined;
  }

  /** Since when it is on the server, after a minute. */
  get since(): string | undefined {
    const minutes = this.savedAt === undefined ? 0 : Math.floor((Date.now() - this.savedAt) / 60_000);
    return minutes > 0 ? this.#words.enregistreIlYA(minutes) : undefined;
  }

  get #words() {
    return ensuite(this.#form.messages().formulaire).brouillon;
  }

  // --- The life of a sitting -----------------------------------------------------------------------------------------

  /** A fiche is shown: its text is kept from now on, and looked for. */
  enter(): void {
    const sitting = this.#form.sitting();
    const { compte, portee } = this.#options;
    if (this.#here?.adresse.ficheId === sitting?.fiche.id && this.#here?.adresse.compte === compte && this.#here?.adresse.dossierId === this.#dossierId && this.#here?.adresse.portee === portee) return;
    this.leave();
    if (!sitting || compte === undefined || !this.#host.isConnected) return;
    const store = import('../../controllers/brouillons.ts').then(({ brouillons }) => brouillons());
    const here = (this.#here = { adresse: { portee, compte, dossierId: this.#dossierId, ficheId: sitting.fiche.id }, store, seance: undefined as string | undefined });
    void store.then((brouillons) => {
      if (this.#here !== here) return;
      here.seance = brouillons.begin();
      this.#unfollow = brouillons.follow(() => void this.#find());
      if (sitting.modified) void this.#write();
    });
    void this.#find();
  }

  /** The fiche goes: what is typed into it stays where a later sitting finds it. */
  leave(): void {
    this.#repos.flush();
    this.#repos.hold();
    const here = this.#here;
    this.#here = this.found = this.#news = this.savedAt = this.#waiting = undefined;
    this.#kept = this.resting = this.quiet = false;
    this.#unfollow?.();
    this.#unfollow = undefined;
    void here?.store.then((brouillons) => { if (here.seance) brouillons.end(here.seance); });
  }

  /** Something was typed. */
  touch(): void {
    this.#repos.touch();
  }

  /** A save is asked by the person: none by itself until they type again. */
  asked(): void {
    this.#repos.hold();
    this.quiet = false;
    this.#news = undefined;
  }

  /** The server has the text that was sent. */
  saved(): void {
    this.resting = this.quiet = false;
    this.#news = undefined;
    this.#repos.succeeded();
    this.savedAt = Date.now();
    this.#everyMinute();
    void this.#write();
    if (this.#form.sitting()?.modified) this.#repos.touch();
  }

  /** The person asks to save while the page is busy. Busy with a save that nobody asked for, theirs comes next. */
  wait(finaliser: boolean): true {
    if (this.resting) this.#waiting = finaliser;
    return true;
  }

  /** What the page says of the last save. @returns whether it is of one that the form asked for by itself. */
  answered(changed: PropertyValues<GardeHost>): boolean {
    const { failure, refus, busy } = this.#host;
    const failed = (changed.has('failure') && failure) || (changed.has('refus') && refus);
    if (failed) this.#form.sitting()?.failed();
    if (changed.has('busy') && !busy) {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting !== undefined) void this.#host.updateComplete.then(() => { this.#form.save(waiting); });
    }
    return failed ? this.#failed(failure, refus) : false;
  }

  #failed(failure: GardeHost['failure'], refus: GardeHost['refus']): boolean {
    if (!this.resting) return false;
    this.resting = false;
    const kind = failure?.kind;
    this.#news = kind === 'stale' ? 'conflit' : kind === 'unauthenticated' ? 'session' : kind === 'offline' ? 'horsLigne' : refus?.code === 'fiche-incomplete' ? 'incomplet' : 'appareil';
    this.quiet = this.#kept && (refus ? refus.code === 'fiche-incomplete' : kind !== 'stale');
    if (kind === 'offline' || kind === 'server' || kind === 'invalid-answer') this.#repos.failed();
    return true;
  }

  // --- What was found ------------------------------------------------------------------------------------------------

  /** The person has taken the found text back, or given it up: it goes once what is on screen is kept. */
  async settle(found: Brouillon): Promise<void> {
    const here = this.#here;
    if (this.found === found) this.found = undefined;
    this.#host.requestUpdate();
    await this.#write();
    // Also when the fiche went meanwhile: else its text would be found twice.
    await (await here?.store)?.withdraw(found);
    await this.#find();
  }

  async #find(): Promise<void> {
    const here = this.#here;
    const store = await here?.store;
    if (!here || !store) return;
    const drafts = await store.find(here.adresse);
    const sitting = this.#form.sitting();
    if (this.#here !== here || !sitting || this.#host.readonly) return;
    const same = drafts.filter(({ contenu, illisibles }) => equal(contenu, sitting.saisie.contenu) && equal(illisibles, sitting.saisie.illisibles));
    const before = this.found;
    this.found = drafts.find((draft) => !same.includes(draft));
    if (before?.seance !== this.found?.seance) this.#host.requestUpdate();
    if (same.length === 0) return;
    await this.#write();
    for (const draft of same) await store.withdraw(draft);
  }

  // --- Keeping -------------------------------------------------------------------------------------------------------

  async #write(): Promise<void> {
    const here = this.#here;
    const sitting = this.#form.sitting();
    if (!here || sitting?.fiche.id !== here.adresse.ficheId) return;
    const draft = brouillonDe(here.adresse, sitting);
    const { modified } = sitting;
    const store = await here.store;
    const seance = (here.seance ??= store.begin());
    if (!modified) return store.clear(seance);
    const place = await store.keep({ ...draft, seance });
    if (this.#here !== here) return;
    this.#kept = place === 'appareil';
    if (place === 'page') {
      this.#news ??= 'page';
      if (!this.#warned) this.#form.say(this.#words.page);
      this.#warned = true;
    }
    if (this.#news) this.#form.draw();
  }

  #push(): void {
    const sitting = this.#form.sitting();
    if (!sitting?.ready || !sitting.modified || this.#host.autosave === 'off') return;
    // To put a finalised fiche on hold is an act of the person, never of the form.
    if (sitting.fiche.etat === 'finalisee') this.#news = 'finalisee';
    else if (sitting.missing('attente').length > 0) this.#news = 'incomplet';
    else if (this.#form.free() && !this.resting) {
      // Told to the page as the last thing: it may answer at once.
      this.resting = true;
      this.quiet = false;
      if (!this.#form.ask()) this.resting = false;
    }
    this.#form.draw();
  }

  #everyMinute(): void {
    clearTimeout(this.#minute);
    this.#minute = setTimeout(() => {
      this.#form.draw();
      this.#everyMinute();
    }, 60_000);
  }

  get #dossierId(): string {
    return this.#host.dossierId ?? '';
  }

  readonly #flush = (): void => { this.#repos.flush(); };
  readonly #online = (): void => { this.#repos.now(); };
}
