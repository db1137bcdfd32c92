import type { normaliserPlanning, Planning } from '../../engine/planning/planning.ts';
import { egales, normaliser } from '../../engine/planning/semaine.ts';
import type { Constat, Semaine } from '../../engine/planning/types.ts';

/** How many steps back are kept: more than anybody takes one by one. */
const PAS_GARDES = 100;

/** The planning being edited, and the way back. Nothing of the screen. */
export class Saisie {
  #planning: Planning = { semaine: [] };
  #initial: Planning = { semaine: [] };
  #constats: readonly Constat[] = [];
  #passe: readonly Planning[] = [];
  #futur: readonly Planning[] = [];

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

  get annulable(): boolean {
    return this.#passe.length > 0;
  }

  get retablissable(): boolean {
    return this.#futur.length > 0;
  }

  /** The page gives a week or a planning, as data or as JSON: what can be read of it. False when it says the same, and the way back stays. */
  recevoir(source: unknown): boolean {
    const { planning, constats } = lire(source);
    this.#constats = constats;
    this.#initial = planning;
    return this.#repartir(planning);
  }

  /** What the browser had kept of the field when the page was left. */
  reprendre(json: string): void {
    this.#repartir(lire(json).planning);
  }

  /** Back to the last value that the page gave. */
  reinitialiser(): void {
    this.#repartir(this.#initial);
  }

  /** The exceptions that the page gave are read by who knows them, fetched with what shows them; until then they stand as given. */
  verifier(lire: typeof normaliserPlanning): void {
    const { planning, constats } = lire(this.#initial);
    if (this.#planning === this.#initial) this.#planning = nettoye(planning);
    else if (this.complete) this.#planning = nettoye(lire(this.#planning).planning);
    this.#initial = nettoye(planning);
    this.#constats = [...this.#constats, ...constats];
  }

  /** Takes parts of a planning in place of the present ones, `undefined` to take one out; false when it says the same. */
  faire(parts: { readonly [K in keyof Planning]?: Planning[K] | undefined }): boolean {
    const planning = nettoye({ ...this.#planning, ...parts });
    if (pareils(planning, this.#planning)) return false;
    this.#passe = [...this.#passe.slice(1 - PAS_GARDES), this.#planning];
    this.#futur = [];
    this.#planning = planning;
    return true;
  }

  /** One step back; false when there is none. */
  annuler(): boolean {
    const avant = this.#passe.at(-1);
    if (avant === undefined) return false;
    this.#passe = this.#passe.slice(0, -1);
    this.#futur = [...this.#futur, this.#planning];
    this.#planning = avant;
    return true;
  }

  /** The step that was last taken back; false when there is none. */
  retablir(): boolean {
    const apres = this.#futur.at(-1);
    if (apres === undefined) return false;
    this.#futur = this.#futur.slice(0, -1);
    this.#passe = [...this.#passe, this.#planning];
    this.#planning = apres;
    return true;
  }

  #repartir(planning: Planning): boolean {
    if (pareils(planning, this.#planning)) return false;
    this.#planning = planning;
    this.#passe = this.#futur = [];
    return true;
  }
}

/** Without what says nothing. */
const nettoye = (parts: { readonly [K in keyof Planning]?: Planning[K] | undefined }): Planning =>
  Object.fromEntries(Object.entries(parts).filter(([nom, part]) => part !== undefined && (nom === 'semaine' || nom === 'feries' || nom === 'vacances' || !Array.isArray(part) || part.length > 0))) as unknown as Planning;

const reste = ({ semaine: _, ...autres }: Planning): string => JSON.stringify(Object.entries(autres).sort(([a], [b]) => (a < b ? -1 : 1)));

function pareils(a: Planning, b: Planning): boolean {
  return egales(a.semaine, b.semaine) && reste(a) === reste(b);
}

/** A week alone is a list; of a planning, the week. */
function lire(source: unknown): { readonly planning: Planning; readonly constats: readonly Constat[] } {
  const lu = typeof source === 'string' ? depuisJson(source) : source;
  if (typeof lu !== 'object' || lu === null || Array.isArray(lu) || !('semaine' in lu)) {
    const { semaine, constats } = normaliser(lu);
    return { planning: { semaine }, constats };
  }
  const { semaine, constats } = normaliser(lu.semaine);
  return { planning: nettoye({ ...lu, semaine }), constats };
}

function depuisJson(texte: string): unknown {
  if (texte.trim() === '') return undefined;
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return texte;
  }
}
