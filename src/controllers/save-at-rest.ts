/** The clock of the page, or of a test. */
export interface Timers {
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

const pageClock: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => { clearTimeout(timer as ReturnType<typeof setTimeout>); },
};

/** Longest time that a character typed is in the page only. */
export const WRITE_AFTER_MS = 300;
/** After so long without a change, what is typed goes to the server. */
export const SAVE_AFTER_MS = 2_000;
/** Wait before a push that failed is tried again; doubled each time. */
const RETRY_AFTER_MS = 10_000;
const RETRY_MAX_MS = 300_000;

/** When to write what is typed on this device, and when to send it: never on a key press, both soon after. */
export class SaveAtRest {
  #writing: unknown;
  #resting: unknown;
  #retry = RETRY_AFTER_MS;

  constructor(private readonly acts: { readonly ecrire: () => void; readonly pousser: () => void }, private readonly horloge: Timers = pageClock) {}

  /** Something was typed. */
  touch(): void {
    this.#writing ??= this.horloge.setTimeout(() => { this.flush(); }, WRITE_AFTER_MS);
    this.#rest(SAVE_AFTER_MS);
  }

  /** Writes at once what waits to be written: the page may not be there in a moment. */
  flush(): void {
    if (this.#writing === undefined) return;
    this.horloge.clearTimeout(this.#writing);
    this.#writing = undefined;
    this.acts.ecrire();
  }

  /** A push failed on the way: again later, and later still. */
  failed(): void {
    this.#rest(this.#retry);
    this.#retry = Math.min(this.#retry * 2, RETRY_MAX_MS);
  }

  succeeded(): void {
    this.#retry = RETRY_AFTER_MS;
  }

  /** No push by itself until something is typed. */
  hold(): void {
    this.horloge.clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  /** The network is back. */
  now(): void {
    this.hold();
    this.acts.pousser();
  }

  #rest(ms: number): void {
    this.hold();
    this.#resting = this.horloge.setTimeout(() => { this.now(); }, ms);
  }
}
