import { egales, normaliser } from '../../engine/planning/semaine.ts';
import type { Constat, Semaine } from '../../engine/planning/types.ts';

/** How many steps back are kept: more than anybody takes one by one. */
const PAS_GARDES = 100;

/** The week being edited, and the way back. Nothing of the screen. */
export class Saisie {
  #semaine: Semaine = [];
  #initiale: Semaine = [];
  #constats: readonly Constat[] = [];
  #passe: readonly Semaine[] = [];
  #futur: readonly Semaine[] = [];

  get semaine(): Semaine {
    return this.#semaine;
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

  /** The page gives a week, as data or as JSON: what can be read of it. False when it says the same, and the way back stays. */
  recevoir(source: unknown): boolean {
    const { semaine, constats } = normaliser(typeof source === 'string' ? depuisJson(source) : source);
    this.#constats = constats;
    this.#initiale = semaine;
    return this.#repartir(semaine);
  }

  /** What the browser had kept of the field when the page was left. */
  reprendre(json: string): void {
    this.#repartir(normaliser(depuisJson(json)).semaine);
  }

  /** Back to the last week that the page gave. */
  reinitialiser(): void {
    this.#repartir(this.#initiale);
  }

  /** Takes a week in place of the present one; false when it says the same. */
  faire(semaine: Semaine): boolean {
    if (egales(semaine, this.#semaine)) return false;
    this.#passe = [...this.#passe.slice(1 - PAS_GARDES), this.#semaine];
    this.#futur = [];
    this.#semaine = semaine;
    return true;
  }

  /** One step back; false when there is none. */
  annuler(): boolean {
    const avant = this.#passe.at(-1);
    if (avant === undefined) return false;
    this.#passe = this.#passe.slice(0, -1);
    this.#futur = [...this.#futur, this.#semaine];
    this.#semaine = avant;
    return true;
  }

  /** The step that was last taken back; false when there is none. */
  retablir(): boolean {
    const apres = this.#futur.at(-1);
    if (apres === undefined) return false;
    this.#futur = this.#futur.slice(0, -1);
    this.#passe = [...this.#passe, this.#semaine];
    this.#semaine = apres;
    return true;
  }

  #repartir(semaine: Semaine): boolean {
    if (egales(semaine, this.#semaine)) return false;
    this.#semaine = semaine;
    this.#passe = this.#futur = [];
    return true;
  }
}

function depuisJson(texte: string): unknown {
  if (texte.trim() === '') return undefined;
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return texte;
  }
}
