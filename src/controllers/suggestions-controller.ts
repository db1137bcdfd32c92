import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Answers kept, so that going back a letter asks nothing. */
const KEPT = 30;
/** A request leaves when the person has paused this long. */
export const PAUSE_MS = 150;

/**
 * What a field suggests while a person types. The request of another text is aborted at once; the suggestions shown
 * stay until the next ones come, so that the list does not blink.
 */
export class SuggestionsController<T> implements ReactiveController {
  /** Of the text asked last. */
  status: 'repos' | 'attente' | 'pret' | 'echec' = 'repos';
  values: readonly T[] = [];

  readonly #host: ReactiveControllerHost;
  readonly #load: (texte: string, signal: AbortSignal) => Promise<readonly T[]>;
  readonly #onDone: (valeurs: readonly T[]) => void;
  readonly #minimum: number;
  readonly #kept = new Map<string, readonly T[]>();
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calling: AbortController | undefined;

  constructor(host: ReactiveControllerHost, { load, onDone = () => {}, minimum = 3 }: {
    readonly load: (texte: string, signal: AbortSignal) => Promise<readonly T[]>; readonly onDone?: (valeurs: readonly T[]) => void; readonly minimum?: number;
  }) {
    this.#host = host;
    this.#load = load;
    this.#onDone = onDone;
    this.#minimum = minimum;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort();
  }

  /** The suggestions for a text as they are now; asks for them unless that text was asked last. */
  ask(donne: string): readonly T[] {
    const texte = donne.trim();
    if (texte === this.#text) return this.values;
    this.#abort();
    this.#text = texte;
    const kept = this.#kept.get(texte);
    if (texte.length < this.#minimum || kept) {
      this.values = kept ?? [];
      this.status = kept ? 'pret' : 'repos';
      if (kept) this.#onDone(kept);
      return this.values;
    }
    this.status = 'attente';
    this.#timer = setTimeout(() => { void this.#ask(texte); }, PAUSE_MS);
    return this.values;
  }

  /** Forgets what was kept: another server, another geocoder. */
  forget(): void {
    this.#abort();
    this.#kept.clear();
    this.#text = '';
    this.values = [];
    this.status = 'repos';
  }

  #abort(): void {
    clearTimeout(this.#timer);
    this.#calling?.abort();
    this.#calling = undefined;
    // Asked again on return, even with the same text.
    if (this.status === 'attente') this.#text = '';
  }

  async #ask(texte: string): Promise<void> {
    const calling = (this.#calling = new AbortController());
    const found = await this.#load(texte, calling.signal).catch(() => undefined);
    if (calling.signal.aborted) return;
    this.status = found ? 'pret' : 'echec';
    this.values = found ?? [];
    if (found) {
      this.#kept.set(texte, found);
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
      this.#onDone(found);
    }
    this.#host.requestUpdate();
  }
}
