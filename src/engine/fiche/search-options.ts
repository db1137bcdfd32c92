import type { Synonyme } from '../../nomenclature/associations.ts';
import { words } from '../../nomenclature/text.ts';
import { WordIndex } from '../../nomenclature/word-index.ts';
import type { Option } from './types.ts';

/** A choice that a search found, and the words of the trade it was found by when its label does not say them. */
export interface Suggestion {
  readonly option: Option;
  /** `maison de retraite`, for « Hébergement pour personnes âgées dépendantes ». */
  readonly par?: string;
}

interface SynonymIndex {
  readonly index: WordIndex;
  readonly lines: readonly { readonly option: Option; readonly par: string }[];
}

const indexes = new WeakMap<readonly Option[], WordIndex>();
const synonymIndexes = new WeakMap<readonly Option[], WeakMap<readonly Synonyme[], SynonymIndex>>();
const RANKS: readonly Option['rank'][] = ['prefere', 'usuel', 'autre'];
/** From here on a text is looked for among the synonyms: two letters begin too many acronyms. */
const LETTERS = 3;

/**
 * The options of which every word of `text` begins some word of the label, ignoring case and accents
 * (FIC-36): the best hits first inside each rank, ranks in their order. Without a word: the first ones.
 * The index is built once per list.
 */
export function searchOptions(options: readonly Option[], text: string, limit = Number.POSITIVE_INFINITY): readonly Option[] {
  if (text.trim() === '') return limit >= options.length ? options : options.slice(0, Math.max(0, limit));
  const hits = byLabel(options, text);
  return RANKS.flatMap((rank) => hits.filter((option) => option.rank === rank)).slice(0, Math.max(0, limit));
}

/**
 * The same search, and from three letters on the options that the words of the trade name (FIC-37): inside a rank
 * they come after those whose label answers. Each option once.
 * @param synonymes of the value set of these options; the same array each time, its index is built once.
 */
export function suggest(options: readonly Option[], text: string, synonymes: readonly Synonyme[] = [], limit = Number.POSITIVE_INFINITY): readonly Suggestion[] {
  if (synonymes.length === 0 || words(text).join('').length < LETTERS) return searchOptions(options, text, limit).map((option) => ({ option }));
  const hits = byLabel(options, text);
  const found = new Map<Option, Suggestion>(hits.map((option) => [option, { option }]));
  const { index, lines } = indexOf(options, synonymes);
  for (const place of index.search(text)) {
    const line = lines[place];
    if (line && !found.has(line.option)) found.set(line.option, line);
  }
  const all = [...found.values()];
  return RANKS.flatMap((rank) => all.filter(({ option }) => option.rank === rank)).slice(0, Math.max(0, limit));
}

function byLabel(options: readonly Option[], text: string): readonly Option[] {
  let index = indexes.get(options);
  if (!index) indexes.set(options, index = new WordIndex(options.map(({ label }) => label)));
  return index.search(text).flatMap((place) => options[place] ?? []);
}

/** A synonym is looked up with the label of its option: « ehpad temporaire » may take a word of each. */
function indexOf(options: readonly Option[], synonymes: readonly Synonyme[]): SynonymIndex {
  let byWords = synonymIndexes.get(options);
  if (!byWords) synonymIndexes.set(options, byWords = new WeakMap());
  let known = byWords.get(synonymes);
  if (!known) {
    const byCode = new Map(options.map((option) => [option.code, option]));
    const lines = synonymes.flatMap(({ terme, code }) => {
      const option = byCode.get(code);
      return option ? [{ option, par: terme }] : [];
    });
    byWords.set(synonymes, known = { lines, index: new WordIndex(lines.map(({ option, par }) => `${par} ${option.label}`)) });
  }
  return known;
}
