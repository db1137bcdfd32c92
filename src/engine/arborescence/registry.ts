import { Siblings } from './siblings.ts';
import type { NoeudArborescence, Page } from './rows.ts';

/** Number of what stands above the first level. */
export const ROOT = -1;

/**
 * Nodes by number, with their parent, rank and children. It protects one invariant: the size kept for
 * each child equals the rows that it shows. Arrays of numbers, so that 100,000 nodes weigh a few megabytes.
 */
export class Registry<N extends NoeudArborescence> {
  readonly open = new Set<string>();
  readonly #nodes: (N | undefined)[] = [];
  readonly #parents: number[] = [];
  readonly #ranks: number[] = [];
  readonly #free: number[] = [];
  readonly #slots = new Map<string, number>();
  readonly #fratries = new Map<number, Siblings>([[ROOT, new Siblings({ etat: 'a-charger', suite: null })]]);

  slotOf(id: string | null): number | undefined {
    return id === null ? ROOT : this.#slots.get(id);
  }

  idOf(slot: number): string | null {
    return slot === ROOT ? null : this.noeud(slot).id;
  }

  noeud(slot: number): N {
    return this.#nodes[slot]!;
  }

  parent(slot: number): number {
    return this.#parents[slot]!;
  }

  rankOf(slot: number): number {
    return this.#ranks[slot]!;
  }

  fratrie(slot: number): Siblings | undefined {
    return this.#fratries.get(slot);
  }

  fratrieOf(parentId: string | null): Siblings | undefined {
    const slot = this.slotOf(parentId);
    return slot === undefined ? undefined : this.#fratries.get(slot);
  }

  isOpen(slot: number): boolean {
    return this.#fratries.has(slot) && this.open.has(this.noeud(slot).id);
  }

  /** True when `slot` is `below`, or one of the nodes above it. */
  isAbove(slot: number, below: number): boolean {
    for (let up = below; up !== ROOT; up = this.parent(up)) if (up === slot) return true;
    return false;
  }

  add(noeud: N): number {
    const slot = this.#free.pop() ?? this.#nodes.length;
    this.#nodes[slot] = noeud;
    this.#slots.set(noeud.id, slot);
    return slot;
  }

  update(slot: number, noeud: N): void {
    this.#nodes[slot] = noeud;
  }

  /** Removes a node and all below it. The caller then gives its parent its new children. */
  drop(slot: number): void {
    const todo = [slot];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      for (const child of this.#fratries.get(at)?.slots ?? []) todo.push(child);
      this.#slots.delete(this.noeud(at).id);
      this.#fratries.delete(at);
      this.#nodes[at] = undefined;
      this.#free.push(at);
    }
  }

  /** Takes a node out of its parent, with all below it. */
  detach(slot: number): void {
    const parent = this.parent(slot);
    const group = this.#fratries.get(parent)!;
    this.setChildren(parent, group.slots.filter((other) => other !== slot), group.page, group.reloading);
  }

  setChildren(parent: number, slots: readonly number[], page: Page, recharge = false): void {
    const before = this.#fratries.get(parent)?.rows ?? 0;
    const group = new Siblings(page);
    group.reloading = recharge;
    slots.forEach((slot, rang) => {
      this.#parents[slot] = parent;
      this.#ranks[slot] = rang;
      group.push(slot, 1 + (this.isOpen(slot) ? this.#fratries.get(slot)!.rows : 0));
    });
    this.#fratries.set(parent, group);
    if (parent !== ROOT && this.isOpen(parent)) this.#grow(parent, group.rows - before);
  }

  clearChildren(slot: number): void {
    for (const child of this.#fratries.get(slot)?.slots ?? []) this.drop(child);
    this.setChildren(slot, [], { etat: 'complete' });
    this.#fratries.delete(slot);
  }

  setOpen(id: string, open: boolean): void {
    const slot = this.#slots.get(id);
    const rows = slot === undefined ? 0 : this.#fratries.get(slot)?.rows ?? 0;
    if (open) this.open.add(id); else this.open.delete(id);
    if (slot !== undefined) this.#grow(slot, open ? rows : -rows);
  }

  /** Another page state may add or remove the page row. */
  setPage(slot: number, page: Page): void {
    const group = this.#fratries.get(slot)!;
    const before = group.rows;
    group.page = page;
    if (slot !== ROOT && this.isOpen(slot)) this.#grow(slot, group.rows - before);
  }

  /** A node takes up `delta` more rows: so does everything above it, up to the first closed node. */
  #grow(slot: number, delta: number): void {
    if (delta === 0) return;
    for (let at = slot; ; at = this.parent(at)) {
      const parent = this.parent(at);
      this.#fratries.get(parent)!.grow(this.rankOf(at), delta);
      if (parent === ROOT || !this.isOpen(parent)) return;
    }
  }
}
