import type { Commune, Communes } from '../../nomenclature/communes.ts';
import { words } from '../../nomenclature/text.ts';
import { distance, allowedMistakes } from './words.ts';

/** What people write for the words of a name. */
const ABBREVIATIONS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints' };
const wordsOf = (texte: string): readonly string[] => words(texte).map((mot) => ABBREVIATIONS[mot] ?? mot);

interface Connu<T> {
  readonly lieu: T;
  readonly mots: readonly string[];
  readonly colle: string;
}

/**
 * REC-18: the places whose name is nearly what was typed: a mistake or two in a word, of which the last may be
 * unfinished, or words run together. The fewest mistakes first, then the most people. For a text that names none as it stands.
 */
export class NearbyLieux<T extends { readonly nom: string; readonly population: number }> {
  readonly #lieux: readonly T[];
  #known: readonly Connu<T>[] | undefined;

  constructor(lieux: readonly T[]) {
    this.#lieux = lieux;
  }

  find(texte: string, limite: number): readonly T[] {
    const typed = wordsOf(texte).slice(0, 8);
    const colle = typed.join('');
    if (colle.length < 4 || colle.length > 60 || /\d/.test(colle)) return [];
    this.#known ??= this.#lieux.map((lieu) => {
      const mots = wordsOf(lieu.nom);
      return { lieu, mots, colle: mots.join('') };
    });
    return this.#known.flatMap(({ lieu, mots, colle: entier }) => {
      const fautes = Math.min(byWords(typed, mots), distance(colle, entier, allowedMistakes(colle)) ?? Infinity);
      return fautes === Infinity ? [] : [{ lieu, fautes }];
    }).sort((a, b) => a.fautes - b.fautes || b.lieu.population - a.lieu.population).slice(0, limite).map(({ lieu }) => lieu);
  }
}

/** Mistakes of all the words together, each meant for another word of the name; Infinity when one means none. */
function byWords(typed: readonly string[], mots: readonly string[]): number {
  const libres = [...mots];
  let total = 0;
  for (const [rang, mot] of typed.entries()) {
    let moindre = Infinity;
    let choisi = -1;
    libres.forEach((connu, at) => {
      const fautes = mistakesOf(mot, connu, rang === typed.length - 1);
      if (fautes < moindre) [moindre, choisi] = [fautes, at];
    });
    if (choisi < 0) return Infinity;
    libres.splice(choisi, 1);
    total += moindre;
  }
  return total;
}

function mistakesOf(mot: string, connu: string, dernier: boolean): number {
  const permises = allowedMistakes(mot);
  if (connu === mot) return 0;
  const entier = distance(mot, connu, permises) ?? Infinity;
  // What is unfinished is worth a little less than a whole word.
  if (!dernier || mot.length < 3 || connu.length <= mot.length || connu[0] !== mot[0]) return entier;
  // A letter forgotten or doubled moves where the beginning ends.
  const debuts = [0, 1, -1].map((decale) => distance(mot, connu.slice(0, mot.length + decale), Math.min(1, permises)) ?? Infinity);
  return Math.min(entier, Math.min(...debuts) + 0.5);
}

/** Words of the longest name of a commune at the end of an address. */
const FIN_MAX = 6;

/**
 * REC-19: the commune of a whole address, by its postal code (of several communes, the one that is named first), else by
 * its last words; empty for a text that is no such address.
 */
export function communesDAdresse(texte: string, communes: Communes): readonly Commune[] {
  const tous = wordsOf(texte.slice(0, 200));
  // How many of the last words are this name: « Nanteuil-lès-Meaux » ends with « Meaux » too.
  const finit = (nom: string): number => (` ${tous.join(' ')}`.endsWith(` ${wordsOf(nom).join(' ')}`) ? wordsOf(nom).length : 0);
  const code = tous.findLast((mot) => /^\d{5}$/.test(mot) && communes.parCodePostal(mot).length > 0);
  if (code !== undefined && tous.length > 1) return [...communes.parCodePostal(code)].sort((a, b) => finit(b.nom) - finit(a.nom) || b.population - a.population);
  for (let longueur = Math.min(FIN_MAX, tous.length - 2); longueur > 0; longueur--) {
    const fin = tous.slice(-longueur).join(' ');
    const nommees = communes.search(fin).filter(({ nom }) => wordsOf(nom).join(' ') === fin);
    if (nommees.length > 0) return nommees;
  }
  return [];
}
