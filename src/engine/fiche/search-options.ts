import { WordIndex } from '../../nomenclature/word-index.ts';
import type { Option } from './types.ts';

const indexes = new WeakMap<readonly Option[], WordIndex>();
const RANKS: readonly Option['rank'][] = ['prefere', 'usuel', 'autre'];

/**
 * The options of which every word of `text` begins some word of the label, ignoring case and accents
 * (FIC-36): the best hits first inside each rank, ranks in their order. Without a word: the first ones.
 * The index is built once per list.
 */
export function searchOptions(options: readonly Option[], text: string, limit = Number.POSITIVE_INFINITY): readonly Option[] {
  if (text.trim() === '') return limit >= options.length ? options : options.slice(0, Math.max(0, limit));
  let index = indexes.get(options);
  if (!index) indexes.set(options, index = new WordIndex(options.map(({ label }) => label)));
  const hits = index.search(text).flatMap((place) => options[place] ?? []);
  return RANKS.flatMap((rank) => hits.filter((option) => option.rank === rank)).slice(0, Math.max(0, limit));
}
