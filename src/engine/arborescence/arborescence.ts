import type { Arbre } from './arbre.ts';
import { cursorAt, cursorNext, indexOf, rowAt } from './reading.ts';
import type { Cle, Ligne, NoeudArborescence, Page } from './rows.ts';
import { ROOT, Registry } from './registry.ts';

/**
 * A tree as the flat list of its visible rows, of which only some pages may be held (RULES.md).
 * Opening a node or moving by a row costs its depth, whatever the number of nodes. It neither waits nor
 * asks: the caller reads which pages are missing and brings them.
 */
export class Arborescence<N extends NoeudArborescence> implements Arbre<N> {
  readonly #registry = new Registry<N>();
  /** Nodes shown before the page that holds them (ARB-22). */
  readonly #places = new Set<number>();
  #version = 0;

  /** Grows whenever the rows may have changed, so that a reader knows when to read them again. */
  get version(): number {
    return this.#version;
  }

  /** How many rows are visible. */
  get size(): number {
    return this.#registry.fratrie(ROOT)!.rows;
  }

  /** The nodes that are open, or will be when they come (ARB-3). */
  get expanded(): readonly string[] {
    return [...this.#registry.open];
  }

  node(id: string): N | undefined {
    const slot = this.#registry.slotOf(id);
    return slot === undefined ? undefined : this.#registry.noeud(slot);
  }

  /** Parent of a held node: null at the first level, undefined when the node is not held. */
  parentOf(id: string): string | null | undefined {
    const slot = this.#registry.slotOf(id);
    return slot === undefined ? undefined : this.#registry.idOf(this.#registry.parent(slot));
  }

  /** Children held below a node, or the first level for null, in order. */
  children(parentId: string | null): readonly N[] {
    return (this.#registry.fratrieOf(parentId)?.slots ?? []).map((slot) => this.#registry.noeud(slot));
  }

  /** How far the children are known; undefined when none were announced or opened yet. */
  pageOf(parentId: string | null): Page | undefined {
    return this.#registry.fratrieOf(parentId)?.page;
  }

  /** True while the children of this node, or the first level for null, are being asked for. */
  isBusy(parentId: string | null): boolean {
    return this.#registry.fratrieOf(parentId)?.busy ?? false;
  }

  isExpanded(id: string): boolean {
    return this.#registry.open.has(id);
  }

  /** Rank of a visible row, -1 when it is unknown or below a closed node (ARB-2). */
  indexOf(cle: Cle): number {
    return indexOf(this.#registry, cle);
  }

  /** The nth visible row (ARB-1). */
  row(index: number): Ligne<N> | undefined {
    const at = cursorAt(this.#registry, index);
    return at && rowAt(this.#registry, at);
  }

  /** The visible rows from one rank up to another, that one left out (ARB-1). */
  rows(from = 0, to = this.size): Ligne<N>[] {
    const rows: Ligne<N>[] = [];
    let at = cursorAt(this.#registry, from);
    for (let i = from; at && i < to; i++) {
      rows.push(rowAt(this.#registry, at));
      at = cursorNext(this.#registry, at);
    }
    return rows;
  }

  /** The nodes of the visible rows, from one rank on, without building the rows. */
  *nodesFrom(index: number): Generator<N> {
    for (let at = cursorAt(this.#registry, index); at; at = cursorNext(this.#registry, at)) {
      const slot = this.#registry.fratrie(at.parent)!.slots[at.rang];
      if (slot !== undefined) yield this.#registry.noeud(slot);
    }
  }

  /** Opens or closes a node; what is open below it stays so (ARB-3). */
  setExpanded(id: string, expanded: boolean): void {
    if (this.#registry.open.has(id) === expanded) return;
    this.#version += 1;
    this.#registry.setOpen(id, expanded);
    const slot = this.#registry.slotOf(id);
    if (slot !== undefined) this.#expect(slot);
  }

  /** Replaces the whole set of open nodes; unknown ones wait for their node (ARB-3). */
  replaceExpanded(ids: Iterable<string>): void {
    const wanted = new Set(ids);
    for (const id of this.expanded) if (!wanted.has(id)) this.setExpanded(id, false);
    for (const id of wanted) this.setExpanded(id, true);
  }

  /** Opens what stands above a node. False when the node is not held (ARB-4). */
  reveal(id: string): boolean {
    const slot = this.#registry.slotOf(id);
    if (slot === undefined) return false;
    for (let up = this.#registry.parent(slot); up !== ROOT; up = this.#registry.parent(up)) this.setExpanded(this.#registry.noeud(up).id, true);
    return true;
  }

  /** The next page of a node's children is being asked for; or, with `recharge`, all of them again (ARB-8). */
  asking(parentId: string | null, recharge = false): void {
    const group = this.#registry.fratrieOf(parentId);
    if (!group) return;
    this.#version += 1;
    if (recharge && (group.slots.length > 0 || group.page.etat === 'complete')) group.reloading = true;
    else if (group.page.etat !== 'complete') group.page = { etat: 'en-cours', suite: group.page.suite };
  }

  /** The page did not come: its row says so until it is asked again (ARB-7). */
  failed(parentId: string | null, raison: string): void {
    this.#settle(parentId, (suite) => ({ etat: 'echec', suite, raison }));
  }

  /** Nobody waits for the page any more: it may be asked for again (ARB-7). */
  abandoned(parentId: string | null): void {
    this.#settle(parentId, (suite) => ({ etat: 'a-charger', suite }));
  }

  /** A page of children came (ARB-5, ARB-8, ARB-9). `suite` is where the next one starts, null when this was the last. */
  receive(parentId: string | null, noeuds: readonly N[], suite: string | null): void {
    const registre = this.#registry;
    const parent = registre.slotOf(parentId);
    if (parent === undefined) return;
    this.#version += 1;
    const old = registre.fratrie(parent);
    const before = new Set(old?.slots);
    const children = old?.reloading ? [] : [...before];
    const taken = new Set(children);
    for (const noeud of noeuds) {
      const known = registre.slotOf(noeud.id);
      if (known !== undefined && this.#places.delete(known) && taken.delete(known)) children.splice(children.indexOf(known), 1);
      if (known !== undefined && (taken.has(known) || registre.isAbove(known, parent))) continue;
      if (known !== undefined && !before.has(known)) registre.detach(known);
      if (known !== undefined) registre.update(known, noeud);
      const slot = known ?? registre.add(noeud);
      taken.add(slot);
      children.push(slot);
    }
    for (const slot of before) if (!taken.has(slot)) { registre.drop(slot); this.#places.delete(slot); }
    registre.setChildren(parent, children, suite === null ? { etat: 'complete' } : { etat: 'a-charger', suite });
    for (const slot of children) this.#announce(slot);
  }

  /** Shows a node below another before the page that holds it comes: it takes its rank when that page does (ARB-22). */
  place(parentId: string | null, noeud: N): void {
    const registre = this.#registry;
    const parent = registre.slotOf(parentId);
    if (parent === undefined || registre.slotOf(noeud.id) !== undefined) return;
    this.#version += 1;
    const group = registre.fratrie(parent);
    const slot = registre.add(noeud);
    this.#places.add(slot);
    registre.setChildren(parent, [...(group?.slots ?? []), slot], group?.page ?? { etat: 'a-charger', suite: null }, group?.reloading);
    this.#announce(slot);
  }

  /** The same node, told otherwise; its place and its children stay. */
  replace(noeud: N): void {
    const slot = this.#registry.slotOf(noeud.id);
    if (slot === undefined) return;
    this.#version += 1;
    this.#registry.update(slot, noeud);
    this.#announce(slot);
  }

  /** Forgets the children held below a node: they are asked for again when it opens (ARB-8). */
  forget(id: string): void {
    const slot = this.#registry.slotOf(id);
    if (slot === undefined || !this.#registry.fratrie(slot)) return;
    this.#version += 1;
    this.#registry.clearChildren(slot);
    this.#announce(slot);
  }

  /** Whose children are held, among a node (or the whole tree for null) and what is below it, and whether they are shown. */
  loadedBelow(parentId: string | null): { readonly parentId: string | null; readonly visible: boolean }[] {
    const registre = this.#registry;
    const root = registre.slotOf(parentId);
    const found: { parentId: string | null; visible: boolean }[] = [];
    const todo = root === undefined ? [] : [{ slot: root, visible: root === ROOT || registre.isOpen(root) }];
    for (let at = todo.pop(); at; at = todo.pop()) {
      const group = registre.fratrie(at.slot);
      if (!group) continue;
      found.push({ parentId: registre.idOf(at.slot), visible: at.visible });
      for (const slot of group.slots) if (registre.fratrie(slot)) todo.push({ slot, visible: at.visible && registre.isOpen(slot) });
    }
    return found;
  }

  /** Gives an open node its page row as soon as it says that it has children. */
  #expect(slot: number): void {
    const registre = this.#registry;
    const { id, nombreEnfants = 0 } = registre.noeud(slot);
    if (nombreEnfants > 0 && !registre.fratrie(slot) && registre.open.has(id)) registre.setChildren(slot, [], { etat: 'a-charger', suite: null });
  }

  /** The same when the node was told anew; and takes the row back when it says that it has none. */
  #announce(slot: number): void {
    this.#expect(slot);
    const registre = this.#registry;
    const group = registre.fratrie(slot);
    if (group?.slots.length === 0 && group.page.etat === 'a-charger' && (registre.noeud(slot).nombreEnfants ?? 0) === 0) registre.clearChildren(slot);
  }

  #settle(parentId: string | null, page: (suite: string | null) => Page): void {
    const slot = this.#registry.slotOf(parentId);
    const group = slot === undefined ? undefined : this.#registry.fratrie(slot);
    if (slot === undefined || !group) return;
    this.#version += 1;
    if (group.reloading) group.reloading = false;
    else if (group.page.etat !== 'complete') this.#registry.setPage(slot, page(group.page.suite));
  }
}
