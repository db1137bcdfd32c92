import type { Page } from './rows.ts';

/**
 * The children of one node, in order, with the number of visible rows that each takes up (itself and
 * what is open below). Sums are kept in a Fenwick tree, so that opening one child among 100,000 and
 * finding row n cost a handful of additions; it is only built when a first child opens.
 */
export class Siblings {
  /** Children, as the numbers that the tree gives to its nodes. */
  readonly slots: number[] = [];
  page: Page;
  /** Being asked again while the old children stay shown. */
  reloading = false;
  #extra = 0;
  #sums: Int32Array | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  /** Visible rows of the whole group, were its parent open. */
  get rows(): number {
    return this.slots.length + this.#extra + (this.page.etat === 'complete' ? 0 : 1);
  }

  get busy(): boolean {
    return this.reloading || this.page.etat === 'en-cours';
  }

  push(slot: number, taille: number): void {
    this.slots.push(slot);
    if (this.#sums) this.#room();
    if (taille > 1) this.grow(this.slots.length - 1, taille - 1);
  }

  /** The child of this rank takes up `delta` more rows (fewer when negative). */
  grow(rang: number, delta: number): void {
    this.#extra += delta;
    const sums = this.#room();
    for (let i = rang + 1; i < sums.length; i += i & -i) sums[i] = sums[i]! + delta;
  }

  /** Visible rows before the child of this rank. */
  before(rang: number): number {
    let rows = rang;
    if (this.#sums) for (let i = rang; i > 0; i -= i & -i) rows += this.#sums[i]!;
    return rows;
  }

  /** The child that holds the nth visible row of the group, and which of its rows; the rank after the last is the page row. */
  find(ligne: number): { rang: number; reste: number } {
    const sums = this.#sums;
    if (!sums) return { rang: Math.min(ligne, this.slots.length), reste: Math.max(0, ligne - this.slots.length) };
    let rang = 0;
    let rows = 0;
    for (let step = sums.length - 1; step > 0; step >>= 1) {
      const next = rang + step;
      if (next > this.slots.length || rows + step + sums[next]! > ligne) continue;
      rang = next;
      rows += step + sums[next]!;
    }
    return { rang, reste: ligne - rows };
  }

  /** The sums, with room for every child: a power of two, so that doubling keeps what was summed. */
  #room(): Int32Array {
    let size = this.#sums ? this.#sums.length - 1 : 1;
    while (size < this.slots.length) size *= 2;
    if (this.#sums && this.#sums.length > size) return this.#sums;
    const sums = new Int32Array(size + 1);
    if (this.#sums) {
      sums.set(this.#sums);
      const total = this.#sums[this.#sums.length - 1]!;
      for (let i = (this.#sums.length - 1) * 2; i <= size; i *= 2) sums[i] = total;
    }
    return (this.#sums = sums);
  }
}
