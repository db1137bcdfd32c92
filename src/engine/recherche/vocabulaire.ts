import { words } from '../../nomenclature/text.ts';
import { GENRES, type Genre } from './champs.ts';
import { distance, signatureDistance, allowedMistakes, usefulWords, stem, signature } from './words.ts';

/** Something that can be suggested. */
export interface Entree {
  readonly genre: Genre;
  readonly code: string;
  readonly label: string;
  /** Other words for it, as people type them. */
  readonly synonymes: readonly string[];
}

export interface Suggestion {
  readonly genre: Genre;
  readonly code: string;
  readonly label: string;
  /** The synonym that answered, when the label does not hold the words typed. */
  readonly parSynonyme?: string;
}

/** One way of naming an entry: its label, or one of its synonyms. */
interface Nom {
  readonly entree: number;
  /** Words that count. */
  readonly mots: readonly string[];
  /** All the words, between spaces. */
  readonly ligne: string;
  readonly synonyme?: string;
}

/** How sure one typed word means a word of the vocabulary. */
const EXACT = 1;
const FORM = 0.95;
const BEGINNING = 0.75;
const MISTAKE = 0.55;

/** How much a kind is preferred to the next at equal words (REC-10). */
const PRIORITIES: Readonly<Record<Genre, number>> = {
  'type-offre': 1.25, activite: 1.1, specialisation: 1.05, profession: 1, acte: 0.95, competence: 0.95, equipement: 0.95, mode: 0.9, modalite: 0.85, temporalite: 0.85, categorie: 0.9,
};

/**
 * Everything that can be looked for by a code, found by the words that people type: beginnings of words, synonyms,
 * plurals, mistakes of typing. Built once from labels; pure. About half a millisecond for an answer over 2,500 labels.
 */
export class Vocabulaire {
  readonly #entries: readonly Entree[];
  readonly #names: readonly Nom[];
  /** The different words, sorted, with their stems and signatures at the same places. */
  readonly #words: readonly string[];
  readonly #stems: ReadonlyMap<string, readonly number[]>;
  readonly #signatures: Int32Array;
  /** Names that hold the word at the same place of `#mots`. */
  readonly #nodes: readonly (readonly number[])[];
  /** Words that name the same thing by themselves: SSR and SMR. */
  readonly #equivalents: ReadonlyMap<string, readonly string[]>;

  constructor(entrees: Iterable<Entree>) {
    this.#entries = [...entrees];
    this.#names = this.#entries.flatMap(({ label, synonymes }, entree) => [nom(entree, label), ...synonymes.map((synonyme) => nom(entree, synonyme, synonyme))]);
    const holders = new Map<string, number[]>();
    this.#names.forEach(({ mots }, at) => {
      for (const mot of new Set(mots)) {
        const list = holders.get(mot);
        if (list) list.push(at);
        else holders.set(mot, [at]);
      }
    });
    this.#words = [...holders.keys()].sort();
    this.#nodes = this.#words.map((mot) => holders.get(mot) ?? []);
    this.#signatures = Int32Array.from(this.#words, signature);
    this.#equivalents = equivalents(this.#entries);
    const racines = new Map<string, number[]>();
    this.#words.forEach((mot, at) => {
      const key = stem(mot);
      racines.set(key, [...(racines.get(key) ?? []), at]);
    });
    this.#stems = racines;
  }

  get size(): number {
    return this.#entries.length;
  }

  /**
   * The entries that the text may mean, the likeliest first; each once. Every word that counts must be understood; when
   * that gives nothing, those that hold the most telling of the words.
   */
  search(texte: string, limite: number, genres?: ReadonlySet<Genre>): readonly Suggestion[] {
    const typed = usefulWords(texte).slice(0, 12);
    if (typed.length === 0 || limite <= 0) return [];
    const sens = typed.map((mot, at) => this.#understand(mot, at === typed.length - 1));
    const notes = this.#score(sens);
    const ligne = words(texte).join(' ');
    const complets = new Map<number, { note: number; nom: Nom }>();
    const total = sens.reduce((sum, { poids }) => sum + poids, 0);
    const plein = (1 << typed.length) - 1;
    const retenir = (seuil: number) => {
      for (const [at, { note, compris, poids }] of notes) {
        const named = this.#names[at];
        if (!named || (seuil === 1 ? compris !== plein : poids < total * seuil)) continue;
        const entree = this.#entries[named.entree];
        if (!entree || (genres && !genres.has(entree.genre))) continue;
        const finale = this.#last(note, named, ligne, typed.length) * PRIORITIES[entree.genre];
        const known = complets.get(named.entree);
        if (!known || finale > known.note) complets.set(named.entree, { note: finale, nom: named });
      }
    };
    retenir(1);
    if (complets.size === 0 && typed.length > 1) retenir(0.5);
    const order = Object.keys(GENRES);
    return [...complets.values()]
      .sort((a, b) => b.note - a.note || order.indexOf(this.#genre(a.nom)) - order.indexOf(this.#genre(b.nom)) || a.nom.entree - b.nom.entree)
      .slice(0, limite)
      .flatMap(({ nom: { entree, synonyme } }) => {
        const found = this.#entries[entree];
        if (!found) return [];
        const said = synonyme === undefined || rowOf(found.label).includes(rowOf(synonyme));
        return [{ genre: found.genre, code: found.code, label: found.label, ...(!said && { parSynonyme: synonyme }) }];
      });
  }

  #genre({ entree }: Nom): Genre {
    return this.#entries[entree]?.genre ?? 'acte';
  }

  /** The words of the vocabulary that a typed word may mean; mistakes are looked for when it is not there as typed (REC-12). */
  #understand(mot: string, dernier: boolean): { readonly sens: ReadonlyMap<number, number>; readonly poids: number } {
    const sens = new Map<number, number>();
    const add = (at: number, sur: number) => { if (sur > (sens.get(at) ?? 0)) sens.set(at, sur); };
    for (const one of [mot, ...(this.#equivalents.get(mot) ?? [])]) {
      for (const at of this.#stems.get(stem(one)) ?? []) add(at, this.#words[at] === mot ? EXACT : FORM);
    }
    // One or two letters begin too many words: only the last word, still being typed, is taken as a beginning.
    if (mot.length >= 3 || (dernier && mot.length === 2)) {
      for (let at = this.#first(mot); this.#words[at]?.startsWith(mot); at += 1) {
        add(at, this.#words[at] === mot ? EXACT : BEGINNING + 0.15 * (mot.length / (this.#words[at]?.length ?? 1)));
      }
    }
    // A word that is there as typed is not a mistake; one that only has relatives may be: then one letter, not the first.
    const sur = [...sens.values()].some((one) => one === EXACT);
    const fautes = sur ? 0 : Math.min(sens.size === 0 ? 2 : 1, allowedMistakes(mot));
    if (fautes > 0) {
      const seul = sens.size === 0;
      const sig = signature(mot);
      this.#words.forEach((connu, at) => {
        if (!seul && connu[0] !== mot[0]) return;
        if (Math.abs(connu.length - mot.length) > fautes && !(seul && dernier && connu.length > mot.length)) return;
        const autres = signatureDistance(sig, this.#signatures[at] ?? 0) <= 2 * fautes ? distance(mot, connu, fautes) : undefined;
        if (autres !== undefined) add(at, MISTAKE - 0.1 * (autres - 1) - (connu[0] === mot[0] ? 0 : 0.1));
        // The beginning of a long word, with a mistake in it.
        else if (seul && dernier && mot.length >= 5 && connu.length > mot.length && connu[0] === mot[0] && distance(mot, connu.slice(0, mot.length), 1) !== undefined) add(at, MISTAKE - 0.15);
      });
    }
    // How telling the word is: what few names hold, whatever form they hold it in.
    const tenu = [...sens].reduce((sum, [at]) => sum + (this.#nodes[at]?.length ?? 0), 0);
    return { sens, poids: Math.log(1 + this.#names.length / Math.max(1, tenu)) };
  }

  /** Place of the first word not before this one. */
  #first(mot: string): number {
    let bas = 0;
    let haut = this.#words.length;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((this.#words[milieu] ?? '') < mot) bas = milieu + 1;
      else haut = milieu;
    }
    return bas;
  }

  /** For each name, what the typed words are worth in it, which of them it holds (a bit each), and how telling these are. */
  #score(sens: readonly { readonly sens: ReadonlyMap<number, number>; readonly poids: number }[]): ReadonlyMap<number, { note: number; compris: number; poids: number }> {
    const notes = new Map<number, { note: number; compris: number; poids: number }>();
    sens.forEach(({ sens: mots, poids }, bit) => {
      const best = new Map<number, number>();
      for (const [mot, sur] of mots) {
        const worth = sur * poids;
        for (const at of this.#nodes[mot] ?? []) if (worth > (best.get(at) ?? 0)) best.set(at, worth);
      }
      for (const [at, worth] of best) {
        const note = notes.get(at) ?? { note: 0, compris: 0, poids: 0 };
        notes.set(at, { note: note.note + worth, compris: note.compris | (1 << bit), poids: note.poids + poids });
      }
    });
    return notes;
  }

  /** Whole names before names that only hold the words, names that begin with them before the others, short before long. */
  #last(note: number, { mots, ligne, synonyme }: Nom, typed: string, nombre: number): number {
    const couverture = Math.min(1, nombre / Math.max(1, mots.length));
    let finale = note * (0.6 + 0.4 * couverture);
    if (ligne === ` ${typed} `) finale *= synonyme === undefined ? 2.2 : 2.4;
    else if (ligne.startsWith(` ${typed} `)) finale *= 1.5;
    else if (ligne.startsWith(` ${typed}`)) finale *= 1.35;
    else if (ligne.includes(` ${typed}`)) finale *= 1.15;
    return finale;
  }
}

const rowOf = (texte: string): string => ` ${words(texte).join(' ')} `;

function nom(entree: number, texte: string, synonyme?: string): Nom {
  return { entree, mots: usefulWords(texte), ligne: rowOf(texte), ...(synonyme !== undefined && { synonyme }) };
}

/** The synonyms of one word that mean the same entry, and nothing else, say the same. */
function equivalents(entrees: readonly Entree[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { synonymes } of entrees) {
    const seuls = synonymes.flatMap((synonyme) => (words(synonyme).length === 1 ? words(synonyme) : []));
    for (const mot of seuls) found.set(mot, [...(found.get(mot) ?? []), ...seuls.filter((other) => other !== mot)]);
  }
  return found;
}
