import { words } from './text.ts';

/** How well a label answers: the sort key, smaller is better, compared left to right. */
type Score = readonly [start: number, disorder: number, length: number, place: number];

/**
 * Word-prefix search over a list of labels. A label is a hit when every word of the query begins
 * one of its words. Each label is kept as ` word word word `, so that "a word begins with x" is one
 * native text search: about 0.1 ms over the 1,305 acts.
 */
export class WordIndex {
  readonly #lines: readonly string[];

  constructor(labels: readonly string[]) {
    this.#lines = labels.map((label) => ` ${words(label).join(' ')} `);
  }

  /**
   * Places of the hits in the list. Better first: labels that start with the query as whole words, then
   * with the query, then with its first word; then words in the order of the query, then the shorter
   * label, then the order of the list. A query without any word answers everything in the order of the list.
   */
  search(text: string, limit = Number.POSITIVE_INFINITY): number[] {
    const wanted = words(text);
    const found: Score[] = [];
    const phrase = ` ${wanted.join(' ')}`;
    this.#lines.forEach((line, place) => {
      if (wanted.length === 0) found.push([0, 0, 0, place]);
      else if (wanted.every((word) => line.includes(` ${word}`))) found.push(score(line, wanted, phrase, place));
    });
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
    return found.slice(0, Math.max(0, limit)).map(([, , , place]) => place);
  }
}

function score(line: string, wanted: readonly string[], phrase: string, place: number): Score {
  let start = 3;
  if (line.startsWith(`${phrase} `)) start = 0;
  else if (line.startsWith(phrase)) start = 1;
  else if (line.startsWith(` ${wanted[0] ?? ''}`)) start = 2;
  let from = 0;
  for (const word of wanted) {
    const at = line.indexOf(` ${word}`, from);
    if (at < 0) return [start, 1, line.length, place];
    from = at + 1;
  }
  return [start, 0, line.length, place];
}
