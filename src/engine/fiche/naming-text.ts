import { fold, words } from '../../nomenclature/text.ts';
import data from './naming-words.json';

/** Rules on the writing of a name, whatever it names (FIC-110 to FIC-113, FIC-116). Texts in, texts out. */

/** One thing to change in a name. */
export interface Rewriting {
  readonly trouve: string;
  readonly attendu: string;
  /** The whole name, changed everywhere it should be. */
  readonly corrected: string;
}

/** A word of a name, where it stands, and what it is without case and accents. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const acronyms: ReadonlySet<string> = new Set(data.acronymes);
const abbreviations: ReadonlyMap<string, string> = new Map(Object.entries(data.abreviations));
const places: ReadonlySet<string> = new Set(data.lieuxInternes);
const details: ReadonlySet<string> = new Set(data.precisionsInternes);

export const wordsOf = (nom: string): readonly Word[] => [...nom.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length, folded: fold(text) }));

export const upper = (text: string): string => text.toLocaleUpperCase('fr');

export const isAcronym = (word: string): boolean => acronyms.has(upper(word));

/** Spaces and signs that a removal leaves behind. */
export const tidy = (nom: string): string => nom.replace(/\(\s*\)/g, ' ').replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')').replace(/^[\s\-–—_,:;/+)]+|[\s\-–—_,:;/+(]+$/g, '').trim();

/** « COPIE DE », « Copie (2) de », « (copie) », « - copie ». */
const COPY = /(?<![\p{L}\p{N}])copie(?:\s*\(?\d+\)?)?\s+d(?:e(?![\p{L}\p{N}])|['’])|\(\s*copie(?:\s*\d+)?\s*\)(?:\s*\(\d+\))?|[-–—_]\s*copie(?:\s*\(?\d+\)?)?\s*$/giu;

/** The name without what a duplication added (FIC-110); `undefined` when it added nothing. An empty text when nothing else is left. */
export function withoutCopy(nom: string): string | undefined {
  return nom.search(COPY) < 0 ? undefined : tidy(nom.replace(COPY, ' '));
}

/** Three capitals or more, each followed by a full stop, a dash or a space: `F.A.M.`, `C-A-J`, `I M E`. */
const POINTED = /(?<![\p{L}\p{N}.'’-])(?:\p{Lu}(?:\.\s?|-|\s)){2,}\p{Lu}\.?(?![\p{L}\p{N}'’])/gu;
const bare = (acronym: string): string => acronym.replace(/[^\p{L}]/gu, '');

/** FIC-67, FIC-111. */
export function pointedAcronym(nom: string): Rewriting | undefined {
  const [trouve] = nom.match(POINTED) ?? [];
  return trouve === undefined ? undefined : { trouve, attendu: bare(trouve), corrected: nom.replace(POINTED, bare) };
}

/** FIC-112: an acronym of the trade that is not in capitals. */
export const smallAcronym = (nom: string): Rewriting | undefined =>
  rewrite(nom, ({ text }) => (isAcronym(text) && text !== upper(text) ? upper(text) : undefined));

/** FIC-113: a word cut short, of which only one reading exists; `kept` are words that stay as they are. */
export const shortWord = (nom: string, kept: ReadonlySet<string>): Rewriting | undefined =>
  rewrite(nom, ({ text, folded }) => (kept.has(folded) ? undefined : likeIt(text, abbreviations.get(upper(folded)))));

/** FIC-116: nothing but places and numbers of the house: « Bâtiment A », « 2e étage, aile nord ». */
export function isInternal(nom: string): boolean {
  const all = words(nom);
  return all.some((word) => places.has(word)) && all.every((word) => places.has(word) || details.has(word) || /^(?:\p{L}|\p{L}?\d+(?:e|eme)?)$/u.test(word));
}

function rewrite(nom: string, wanted: (word: Word) => string | undefined): Rewriting | undefined {
  let first: Omit<Rewriting, 'corrected'> | undefined;
  let corrected = '';
  let from = 0;
  for (const word of wordsOf(nom)) {
    const attendu = wanted(word);
    if (attendu === undefined) continue;
    // The full stop of a word cut short goes with it.
    const end = nom[word.end] === '.' ? word.end + 1 : word.end;
    first ??= { trouve: nom.slice(word.start, end), attendu };
    corrected += nom.slice(from, word.start) + attendu;
    from = end;
  }
  return first && { ...first, corrected: corrected + nom.slice(from) };
}

/** The whole word in the letters of the short one: ASSO, Asso, asso. */
function likeIt(short: string, whole: string | undefined): string | undefined {
  if (whole === undefined || short === upper(short)) return whole;
  const small = whole.toLocaleLowerCase('fr');
  return short[0] === upper(short[0] ?? '') ? upper(small.slice(0, 1)) + small.slice(1) : small;
}
