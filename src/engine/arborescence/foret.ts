import type { Arbre } from './arbre.ts';
import { nodeKey, suiteKey, type Cle, type Ligne, type NoeudArborescence, type Page } from './rows.ts';
import { agrandi, type AnomalieListe, type Lecteur, type Plan, type Reprise } from './plan.ts';

const OPEN = 1;
const ANNOUNCED = 2;
/** Its identifier was met before (ARB-9). */
const DOUBLE = 4;
/** How many identifiers of rows read lately are remembered: those that a person acts on. */
const SEEN = 2_000;

/**
 * The tree of a list given whole (RULES.md). Opening reads no node: the rows are numbers, counted again in one
 * pass that jumps over what is closed, and found by halves because a plan is in the order of reading.
 */
export class Foret<D, N extends NoeudArborescence> implements Arbre<N> {
  version = 0;
  #plan: Plan<D>;
  readonly #reader: Lecteur<D, N>;
  /** Reads more of nested nodes; absent when all were. */
  #makePlan: ((reprise: Reprise<D>) => Plan<D>) | undefined;
  #states = new Uint8Array(0);
  /** Something is open whose children were not read. */
  #late = false;
  readonly #doubles: AnomalieListe[] = [];
  /** Two rows were read under one identifier. */
  #confused = false;
  readonly #seen = new Map<string, number>();
  #slots: ReadonlyMap<string, number> | undefined;
  /** Open, and not in the list. */
  readonly #awaited = new Set<string>();
  /** Twice the number of the node of each visible row, plus one for the row of the children that it only announces. */
  #rows = new Int32Array(0);
  #size = 0;
  #counted = false;

  /** @param planifier reads nested nodes where they are needed, beginning with the first level. */
  constructor(plan: Plan<D> | ((reprise: Reprise<D>) => Plan<D>), lecteur: Lecteur<D, N>) {
    this.#reader = lecteur;
    this.#makePlan = typeof plan === 'function' ? plan : undefined;
    this.#plan = typeof plan === 'function' ? plan({ avant: undefined, lire: () => false }) : plan;
    this.#slots = this.#plan.slots;
    this.#adopt();
  }

  /** All the nodes. */
  get plan(): Plan<D> {
    if (!this.#makePlan) return this.#plan;
    this.#readAgain(() => true);
    this.#makePlan = undefined;
    return (this.#plan = { ...this.#plan, aLire: undefined, anciens: undefined });
  }

  /** What was wrong in what was read so far. */
  get anomalies(): readonly AnomalieListe[] {
    return [...this.#plan.anomalies, ...this.#doubles];
  }

  get size(): number {
    this.#count();
    return this.#size;
  }

  get expanded(): readonly string[] {
    const ids = [...this.#awaited];
    for (let slot = 0; slot < this.#states.length; slot++) if (this.#states[slot]! & OPEN) ids.push(this.idAt(slot)!);
    return ids;
  }

  node(id: string): N | undefined {
    const slot = this.#slotOf(id);
    return slot === undefined ? undefined : this.#read(slot);
  }

  parentOf(id: string): string | null | undefined {
    const slot = this.#slotOf(id);
    return slot === undefined ? undefined : this.idAt(this.#plan.parents[slot]!);
  }

  children(parentId: string | null): readonly N[] {
    let parent = parentId === null ? -1 : this.#slotOf(parentId);
    if (parent === undefined) return [];
    if (parentId !== null && this.#plan.aLire?.[parent]) {
      this.#readAgain((slot) => slot === parent);
      parent = this.#slotOf(parentId)!;
    }
    const { fins, donnees } = this.#plan;
    const end = parent < 0 ? donnees.length : fins[parent]!;
    const found: N[] = [];
    for (let slot = parent + 1; slot < end; slot = fins[slot]!) found.push(this.#read(slot));
    return found;
  }

  pageOf(parentId: string | null): Page | undefined {
    const slot = parentId === null ? -1 : this.#slotOf(parentId);
    if (slot === undefined) return undefined;
    if (slot < 0 || this.#holds(slot)) return { etat: 'complete' };
    return this.#states[slot]! & ANNOUNCED ? { etat: 'a-charger', suite: null } : undefined;
  }

  isBusy(): boolean { return false; }
  isExpanded(id: string): boolean {
    const slot = this.#slotOf(id);
    return slot === undefined ? this.#awaited.has(id) : (this.#states[slot]! & OPEN) !== 0;
  }

  indexOf(cle: Cle): number {
    const id = cle.slice(1);
    // Reading more gives other numbers: first of all.
    this.#count();
    const slot = this.#slotOf(id);
    if (slot === undefined) return -1;
    this.#count();
    const wanted = slot * 2 + (cle === suiteKey(id) ? 1 : 0);
    let [low, high] = [0, this.#size - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#rows[middle]!;
      if (at === wanted) return middle;
      if (at < wanted) low = middle + 1; else high = middle - 1;
    }
    return -1;
  }

  row(index: number): Ligne<N> | undefined {
    return this.rows(index, index + 1)[0];
  }

  rows(from = 0, to = Infinity): Ligne<N>[] {
    this.#count();
    const rows: Ligne<N>[] = [];
    for (let index = from; index >= 0 && index < Math.min(to, this.#size); index++) {
      const at = this.#rows[index]!;
      rows.push(at % 2 === 1 ? this.#suite((at - 1) / 2) : this.#row(at / 2));
    }
    // Two rows of one identifier were read: the second one goes, and any other.
    if (!this.#confused) return rows;
    this.#confused = false;
    this.#compare();
    return this.rows(from, to);
  }

  *nodesFrom(index: number): Generator<N> {
    this.#count();
    for (let at = Math.max(0, index); at < this.#size; at++) if (this.#rows[at]! % 2 === 0) yield this.#read(this.#rows[at]! / 2);
  }

  setExpanded(id: string, expanded: boolean): void {
    if (this.isExpanded(id) === expanded) return;
    this.#changed();
    const slot = this.#slotOf(id);
    if (slot !== undefined) this.#toggle(slot);
    else if (expanded) this.#awaited.add(id); else this.#awaited.delete(id);
  }

  replaceExpanded(ids: Iterable<string>): void {
    this.#changed();
    this.#awaited.clear();
    for (let slot = 0; slot < this.#states.length; slot++) this.#states[slot] = this.#states[slot]! & ~OPEN;
    for (const id of ids) {
      const slot = this.#slotOf(id);
      if (slot === undefined) this.#awaited.add(id); else if (!(this.#states[slot]! & OPEN)) this.#toggle(slot);
    }
  }

  /** Opens everything, but for what is kept closed (ARB-21). */
  expandAll(closed?: (id: string) => boolean): void {
    this.#changed();
    const total = this.plan.fins.length;
    for (let slot = 0; slot < total; slot++) if (!closed?.(this.idAt(slot)!)) this.#states[slot] = this.#states[slot]! | OPEN;
  }

  reveal(id: string): boolean {
    const slot = this.#slotOf(id);
    if (slot === undefined) return false;
    const { parents } = this.#plan;
    this.#changed();
    for (let up = parents[slot]!; up >= 0; up = parents[up]!) this.#states[up] = this.#states[up]! | OPEN;
    return true;
  }

  /** Identifier of the nth node in the order of reading. */
  idAt(slot: number): string | null {
    return slot < 0 ? null : String(this.#reader.id(this.#plan.donnees[slot]!));
  }

  nomAt(slot: number): string { return this.#read(slot).nom; }

  /** What a person acts on was read before: the identifiers of all are only learnt when another one is named. */
  #slotOf(id: string): number | undefined {
    return this.#seen.get(id) ?? (this.#slots ?? this.#compare()).get(id);
  }

  #compare(): ReadonlyMap<string, number> {
    const slots = new Map<string, number>();
    const total = this.plan.fins.length;
    for (let slot = 0; slot < total;) {
      const own = this.idAt(slot)!;
      if (!slots.has(own)) { slots.set(own, slot++); continue; }
      this.#states[slot] = this.#states[slot]! | DOUBLE;
      // What it holds is not shown: the first mention that is shown counts.
      slot = this.#plan.fins[slot]!;
      this.#doubles.push({ code: 'doublon', id: own });
    }
    if (this.#doubles.length > 0) this.#changed();
    this.#seen.clear();
    return (this.#slots = slots);
  }

  #read(slot: number): N {
    return this.#reader.noeud(this.#plan.donnees[slot]!);
  }

  /** Whether a node holds others, read or not. */
  #holds(slot: number): boolean {
    return this.#plan.fins[slot]! > slot + 1 || this.#plan.aLire?.[slot] === 1;
  }

  #toggle(slot: number): void {
    this.#states[slot] = this.#states[slot]! ^ OPEN;
    if (this.#plan.aLire?.[slot]) this.#late = true;
  }

  /** Reads what more nodes hold: numbers change, and what is known by number follows. */
  #readAgain(lire: (slot: number) => boolean): void {
    if (!this.#makePlan) return;
    this.#plan = this.#makePlan({ avant: this.#plan, lire });
    this.#counted = false;
    this.#adopt();
  }

  /** States and rows of a new plan, from those of the plan before. */
  #adopt(): void {
    const { donnees, anciens } = this.#plan;
    const { nombre } = this.#reader;
    const [avant, etats] = [this.#states, new Uint8Array(donnees.length)];
    const nouveaux = new Int32Array(avant.length);
    for (let slot = 0; slot < etats.length; slot++) {
      const ancien = anciens ? anciens[slot]! : -1;
      if (ancien >= 0) { etats[slot] = avant[ancien]! & OPEN; nouveaux[ancien] = slot; }
      if (nombre && !this.#holds(slot) && (nombre(donnees[slot]!) ?? 0) > 0) etats[slot] = etats[slot]! | ANNOUNCED;
    }
    this.#states = etats;
    for (const [id, ancien] of this.#seen) this.#seen.set(id, nouveaux[ancien]!);
  }

  #changed(): void {
    this.version += 1;
    this.#counted = false;
  }

  #count(): void {
    if (this.#counted) return;
    if (this.#late) this.#readAgain((slot) => (this.#states[slot]! & OPEN) !== 0);
    this.#late = false;
    this.#counted = true;
    const { fins } = this.#plan;
    const [etats, total] = [this.#states, fins.length];
    if (this.#rows.length < total) this.#rows = new Int32Array(total + (total >> 3));
    let [lignes, size] = [this.#rows, 0];
    for (let slot = 0; slot < total;) {
      if (size + 2 > lignes.length) lignes = agrandi(lignes);
      const etat = etats[slot]!;
      if (etat & DOUBLE) { slot = fins[slot]!; continue; }
      lignes[size++] = slot * 2;
      if (etat & OPEN && etat & ANNOUNCED) lignes[size++] = slot * 2 + 1;
      slot = etat & OPEN ? slot + 1 : fins[slot]!;
    }
    this.#rows = lignes;
    this.#size = size;
  }

  #level(slot: number): number {
    let level = 0;
    for (let up = slot; up >= 0; up = this.#plan.parents[up]!) level += 1;
    return level;
  }

  #row(slot: number): Ligne<N> {
    const { parents, rangs, nombres, premiers } = this.#plan;
    const parent = parents[slot]!;
    const noeud = this.#read(slot);
    if (this.#seen.size > SEEN) this.#seen.clear();
    if (!this.#slots && (this.#seen.get(noeud.id) ?? slot) !== slot) this.#confused = true;
    this.#seen.set(noeud.id, slot);
    const etat = this.#states[slot]!;
    const leaf = !this.#holds(slot) && !(etat & ANNOUNCED);
    return {
      kind: 'noeud', cle: nodeKey(noeud.id), parentId: this.idAt(parent), level: this.#level(slot),
      setsize: parent < 0 ? premiers : nombres[parent]!, posinset: rangs[slot]! + 1,
      noeud, state: leaf ? 'leaf' : etat & OPEN ? 'expanded' : 'collapsed', busy: false,
    };
  }

  #suite(slot: number): Ligne<N> {
    const id = this.idAt(slot)!;
    const total = this.#reader.nombre?.(this.#plan.donnees[slot]!) ?? 0;
    return { kind: 'suite', cle: suiteKey(id), parentId: id, level: this.#level(slot) + 1, setsize: total, posinset: 1, page: { etat: 'a-charger', suite: null }, charges: 0, total };
  }
}
