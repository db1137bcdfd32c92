import type { normalizePlanning, Planning } from '../../engine/planning/planning.ts';
import { sameSemaine, normalize } from '../../engine/planning/semaine.ts';
import type { Constat, Semaine } from '../../engine/planning/types.ts';

/** How many steps back are kept: more than anybody takes one by one. */
const STEPS_KEPT = 100;

/** The planning being edited, and the way back. Nothing of the screen. */
export class UndoableValue {
  #planning: Planning = { semaine: [] };
  #initial: Planning = { semaine: [] };
  #constats: readonly Constat[] = [];
  #past: readonly Planning[] = [];
  #future: readonly Planning[] = [];

  get planning(): Planning {
    return this.#planning;
  }

  get semaine(): Semaine {
    return this.#planning.semaine;
  }

  /** There is more than a week: exceptions, rules for holidays. */
  get complete(): boolean {
    return Object.keys(this.#planning).length > 1;
  }

  /** The value of a form field: a week alone as the list that it is. */
  get json(): string {
    return JSON.stringify(this.complete ? this.#planning : this.semaine);
  }

  /** What was wrong with the value that the page gave. */
  get constats(): readonly Constat[] {
    return this.#constats;
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }

  get redoable(): boolean {
    return this.#future.length > 0;
  }

  /** The page gives a week or a planning, as data or as JSON: what can be read of it. False when it says the same, and the way back stays. */
  receive(source: unknown): boolean {
    const { planning, constats } = read(source);
    this.#constats = constats;
    this.#initial = planning;
    return this.#restart(planning);
  }

  /** What the browser had kept of the field when the page was left. */
  resume(json: string): void {
    this.#restart(read(json).planning);
  }

  /** Back to the last value that the page gave. */
  reset(): void {
    this.#restart(this.#initial);
  }

  /** The exceptions that the page gave are read by who knows them, fetched with what shows them; until then they stand as given. */
  check(lire: typeof normalizePlanning): void {
    const { planning, constats } = lire(this.#initial);
    if (this.#planning === this.#initial) this.#planning = cleaned(planning);
    else if (this.complete) this.#planning = cleaned(lire(this.#planning).planning);
    this.#initial = cleaned(planning);
    this.#constats = [...this.#constats, ...constats];
  }

  /** Takes parts of a planning in place of the present ones, `undefined` to take one out; false when it says the same. */
  apply(parts: { readonly [K in keyof Planning]?: Planning[K] | undefined }): boolean {
    const planning = cleaned({ ...this.#planning, ...parts });
    if (same(planning, this.#planning)) return false;
    this.#past = [...this.#past.slice(1 - STEPS_KEPT), this.#planning];
    this.#future = [];
    this.#planning = planning;
    return true;
  }

  /** One step back; false when there is none. */
  undo(): boolean {
    const avant = this.#past.at(-1);
    if (avant === undefined) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#planning];
    this.#planning = avant;
    return true;
  }

  /** The step that was last taken back; false when there is none. */
  redo(): boolean {
    const apres = this.#future.at(-1);
    if (apres === undefined) return false;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#planning];
    this.#planning = apres;
    return true;
  }

  #restart(planning: Planning): boolean {
    if (same(planning, this.#planning)) return false;
    this.#planning = planning;
    this.#past = this.#future = [];
    return true;
  }
}

/** Without what says nothing. */
const cleaned = (parts: { readonly [K in keyof Planning]?: Planning[K] | undefined }): Planning =>
  Object.fromEntries(Object.entries(parts).filter(([nom, part]) => part !== undefined && (nom === 'semaine' || nom === 'feries' || nom === 'vacances' || !Array.isArray(part) || part.length > 0))) as unknown as Planning;

const remainder = ({ semaine: _, ...autres }: Planning): string => JSON.stringify(Object.entries(autres).sort(([a], [b]) => (a < b ? -1 : 1)));

function same(a: Planning, b: Planning): boolean {
  return sameSemaine(a.semaine, b.semaine) && remainder(a) === remainder(b);
}

/** A week alone is a list; of a planning, the week. */
function read(source: unknown): { readonly planning: Planning; readonly constats: readonly Constat[] } {
  const lu = typeof source === 'string' ? fromJson(source) : source;
  if (typeof lu !== 'object' || lu === null || Array.isArray(lu) || !('semaine' in lu)) {
    const { semaine, constats } = normalize(lu);
    return { planning: { semaine }, constats };
  }
  const { semaine, constats } = normalize(lu.semaine);
  return { planning: cleaned({ ...lu, semaine }), constats };
}

function fromJson(texte: string): unknown {
  if (texte.trim() === '') return undefined;
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return texte;
  }
}
