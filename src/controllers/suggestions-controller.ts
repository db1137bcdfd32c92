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
  etat: 'repos' | 'attente' | 'pret' | 'echec' = 'repos';
  valeurs: readonly T[] = [];

  readonly #host: ReactiveControllerHost;
  readonly #load: (texte: string, signal: AbortSignal) => Promise<readonly T[]>;
  readonly #onDone: (valeurs: readonly T[]) => void;
  readonly #minimum: number;
  readonly #kept = new Map<string, readonly T[]>();
  #texte = '';
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
  pour(donne: string): readonly T[] {
    const texte = donne.trim();
    if (texte === this.#texte) return this.valeurs;
    this.#abort();
    this.#texte = texte;
    const kept = this.#kept.get(texte);
    if (texte.length < this.#minimum || kept) {
      this.valeurs = kept ?? [];
      this.etat = kept ? 'pret' : 'repos';
      if (kept) this.#onDone(kept);
      return this.valeurs;
    }
    this.etat = 'attente';
    this.#timer = setTimeout(() => { void this.#ask(texte); }, PAUSE_MS);
    return this.valeurs;
  }

  /** Forgets what was kept: another server, another geocoder. */
  oublier(): void {
    this.#abort();
    this.#kept.clear();
    this.#texte = '';
    this.valeurs = [];
    this.etat = 'repos';
  }

  #abort(): void {
    clearTimeout(this.#timer);
    this.#calling?.abort();
    this.#calling = undefined;
    // Asked again on return, even with the same text.
    if (this.etat === 'attente') this.#texte = '';
  }

  async #ask(texte: string): Promise<void> {
    const calling = (this.#calling = new AbortController());
    const found = await this.#load(texte, calling.signal).catch(() => undefined);
    if (calling.signal.aborted) return;
    this.etat = found ? 'pret' : 'echec';
    this.valeurs = found ?? [];
    if (found) {
      this.#kept.set(texte, found);
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
      this.#onDone(found);
    }
    this.#host.requestUpdate();
  }
}
