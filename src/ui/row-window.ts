/** The rows worth having in the page, and the room that the others take. Lengths in CSS pixels. */
export interface RowRange {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Arithmetic of a long list whose rows wrap: a row has an estimated height until it has been seen.
 * Adding up a few thousand numbers costs microseconds, so nothing cleverer is kept.
 */
export class RowWindow {
  #heights: number[] = [];

  /** @param estimate height of a row that was never shown. @param margin rows kept on each side of the view. */
  constructor(readonly estimate: number, readonly margin = 6) {}

  get count(): number {
    return this.#heights.length;
  }

  /** Another list: nothing is known of its rows. */
  reset(count: number): void {
    this.#heights = new Array<number>(count).fill(this.estimate);
  }

  /** True when the row is not as high as was thought. */
  measure(index: number, height: number): boolean {
    if (height === 0 || this.#heights[index] === height || index >= this.#heights.length) return false;
    this.#heights[index] = height;
    return true;
  }

  offsetOf(index: number): number {
    let offset = 0;
    for (let at = 0; at < index; at++) offset += this.#heights[at] ?? 0;
    return offset;
  }

  /** Rows that a view of this height shows when scrolled there. */
  range(scroll: number, view: number): RowRange {
    let offset = 0;
    let first = 0;
    while (first < this.count && offset + (this.#heights[first] ?? 0) <= scroll) offset += this.#heights[first++] ?? 0;
    let last = first;
    let end = offset;
    while (last < this.count && end < scroll + view) end += this.#heights[last++] ?? 0;
    first = Math.max(0, first - this.margin);
    last = Math.min(this.count, last + this.margin);
    return { first, last, before: this.offsetOf(first), after: this.offsetOf(this.count) - this.offsetOf(last) };
  }

  /** Where to scroll so that the row is wholly in view; `scroll` itself when it already is. */
  reveal(index: number, scroll: number, view: number): number {
    const start = this.offsetOf(index);
    const end = start + (this.#heights[index] ?? 0);
    if (start < scroll) return start;
    return end > scroll + view ? end - view : scroll;
  }
}

/** The same for rows that are all as high: nothing is kept of each, so that a million of them cost nothing. */
export function fixedRange(count: number, height: number, scroll: number, view: number, margin = 6): RowRange {
  const first = Math.max(0, Math.min(count, Math.floor(scroll / height)) - margin);
  const last = Math.min(count, Math.ceil((scroll + view) / height) + margin);
  return { first: Math.min(first, last), last, before: Math.min(first, last) * height, after: (count - last) * height };
}
