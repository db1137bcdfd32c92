import type { NoeudArborescence } from './rows.ts';

/** How the nodes of a list are read: the objects are the host's own, and are not copied. */
export interface Lecteur<D, N extends NoeudArborescence> {
  readonly id: (donnee: D) => unknown;
  /** In a flat list: absent, null or empty at the first level. */
  readonly parentId?: ((donnee: D) => string | null | undefined) | undefined;
  /** In a nested list: what it holds. */
  readonly enfants?: ((donnee: D) => readonly D[] | null | undefined) | undefined;
  /** How many children it announces without holding them. */
  readonly nombre?: ((donnee: D) => number | undefined) | undefined;
  /** What is shown of it; asked for the rows that are read only. */
  readonly noeud: (donnee: D) => N;
}

/** What was wrong in a list; the node is shown all the same (ARB-9, ARB-10), but for a doublon or what has no identifier. */
export interface AnomalieListe {
  readonly code: 'doublon' | 'parent-inconnu' | 'cycle' | 'illisible';
  readonly id: string;
}

/**
 * The nodes of a list in the order of reading, each before what it holds, so that a branch is an interval.
 * Numbers in typed arrays: some forty bytes a node beyond the data of the host, identifiers included.
 */
export interface Plan<D> {
  readonly donnees: readonly D[];
  /** Number of each identifier; absent: nobody needed it yet, and nobody knows whether one comes twice. */
  readonly slots: ReadonlyMap<string, number> | undefined;
  readonly parents: Int32Array;
  /** Where the branch of each node ends, that one left out. */
  readonly fins: Int32Array;
  readonly rangs: Int32Array;
  /** How many children each node holds, as far as they were read. */
  readonly nombres: Int32Array;
  /** How many nodes stand at the first level. */
  readonly premiers: number;
  /** Nodes whose children nobody needed yet; absent: all were read. */
  readonly aLire?: Uint8Array | undefined;
  /** Number of each node in the plan before, -1 when it was not read then. */
  readonly anciens?: Int32Array | undefined;
  readonly anomalies: readonly AnomalieListe[];
}

const idOf = <D>(donnee: D, { id }: Lecteur<D, never>): string | undefined => {
  const read: unknown = typeof donnee === 'object' && donnee !== null ? id(donnee) : undefined;
  return typeof read === 'string' ? read : undefined;
};

/** A branch deeper than this may be a loop. */
const DEEPEST = 32;

/** What was read of nested nodes before. */
export interface Reprise<D> {
  readonly avant: Plan<D> | undefined;
  /** Whether what a node holds is to be read now, by its number in the plan before. What was read stays read. */
  readonly lire: (slot: number) => boolean;
}

/**
 * The plan of nodes that hold one another (ARB-10): all of them, or the first level and what is to be read. Typed arrays from the
 * start and one loop: a list of 100,000 nodes is read in the time of a frame.
 */
export function nestedPlan<D, N extends NoeudArborescence>(racines: readonly D[], { id: idDe, enfants: enfantsDe }: Lecteur<D, N>, { avant, lire }: Reprise<D>): Plan<D> {
  const donnees: D[] = [];
  const anomalies: AnomalieListe[] = [];
  let place = Math.max(64, racines.length);
  let parents = new Int32Array(place);
  let fins = new Int32Array(place);
  let rangs = new Int32Array(place);
  let nombres = new Int32Array(place);
  let anciens = new Int32Array(place);
  let aLire = new Uint8Array(place);
  // One entry a level: the siblings left aside, and which comes next.
  const groupes: (readonly D[])[] = [];
  const suivants: number[] = [];
  let groupe = racines;
  let suivant = 0;
  let pris = 0;
  let parent = -1;
  let slot = 0;
  let vieux = 0;
  // Plain assignments, and no function that closes over them: this loop runs once, cold.
  for (let at = 0; ;) {
    if (suivant >= groupe.length) {
      if (parent < 0) break;
      fins[parent] = slot;
      nombres[parent] = pris;
      pris = rangs[parent]! + 1;
      parent = parents[parent]!;
      at -= 1;
      groupe = groupes[at]!;
      suivant = suivants[at]!;
      continue;
    }
    const donnee = groupe[suivant++]!;
    const id: unknown = typeof donnee === 'object' && donnee !== null ? idDe(donnee) : undefined;
    if (typeof id !== 'string') { anomalies.push({ code: 'illisible', id: '' }); continue; }
    if (at >= DEEPEST && contains(donnees, parents, parent, donnee)) { anomalies.push({ code: 'cycle', id }); continue; }
    if (slot === place) {
      place = place * 2 + 2;
      parents = agrandi(parents);
      fins = agrandi(fins);
      rangs = agrandi(rangs);
      nombres = agrandi(nombres);
      anciens = agrandi(anciens);
      const more = new Uint8Array(place);
      more.set(aLire);
      aLire = more;
    }
    donnees.push(donnee);
    parents[slot] = parent;
    rangs[slot] = pris;
    fins[slot] = slot + 1;
    pris += 1;
    let ancien = -1;
    if (avant && avant.donnees[vieux] === donnee && (parent < 0 || (anciens[parent]! >= 0 && !avant.aLire?.[anciens[parent]!]))) {
      ancien = vieux;
      vieux += 1;
    }
    anciens[slot] = ancien;
    const enfants = enfantsDe?.(donnee);
    if (enfants && enfants.length > 0) {
      if ((ancien >= 0 && !avant!.aLire?.[ancien]) || lire(ancien)) {
        groupes[at] = groupe;
        suivants[at] = suivant;
        at += 1;
        groupe = enfants;
        suivant = 0;
        pris = 0;
        parent = slot;
      } else aLire[slot] = 1;
    }
    slot += 1;
  }
  return {
    donnees, slots: undefined, parents: parents.slice(0, slot), fins: fins.slice(0, slot), rangs: rangs.slice(0, slot), nombres: nombres.slice(0, slot), premiers: pris, anomalies,
    anciens: anciens.slice(0, slot), aLire: aLire.slice(0, slot),
  };
}

function contains<D>(donnees: readonly D[], parents: Int32Array, parent: number, donnee: D): boolean {
  for (let up = parent; up >= 0; up = parents[up]!) if (donnees[up] === donnee) return true;
  return false;
}

/** Twice the room. */
export function agrandi(old: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(old.length * 2 + 2);
  more.set(old);
  return more;
}

/** The plan of nodes that name what holds them, children in the order of the list (ARB-9, ARB-10). */
export function flatPlan<D, N extends NoeudArborescence>(liste: readonly D[], lecteur: Lecteur<D, N>): Plan<D> {
  const lire = lecteur as Lecteur<D, never>;
  const anomalies: AnomalieListe[] = [];
  const slots = new Map<string, number>();
  const ids: string[] = [];
  const gardes: D[] = [];
  for (const donnee of liste) {
    const id = idOf(donnee, lire);
    if (id === undefined) anomalies.push({ code: 'illisible', id: '' });
    else if (slots.has(id)) anomalies.push({ code: 'doublon', id });
    else {
      slots.set(id, ids.length);
      ids.push(id);
      gardes.push(donnee);
    }
  }
  const count = ids.length;
  const dessus = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const parentId = lire.parentId?.(gardes[i]!);
    const parent = parentId ? slots.get(parentId) : -1;
    if (parent === undefined) anomalies.push({ code: 'parent-inconnu', id: ids[i]! });
    dessus[i] = parent ?? -1;
  }
  for (const i of loops(dessus)) {
    dessus[i] = -1;
    anomalies.push({ code: 'cycle', id: ids[i]! });
  }
  // First child and next sibling of each; the entry after the last one stands for the first level.
  const premiers = new Int32Array(count + 1).fill(-1);
  const suivants = new Int32Array(count);
  for (let i = count - 1; i >= 0; i--) {
    const parent = dessus[i] === -1 ? count : dessus[i]!;
    suivants[i] = premiers[parent]!;
    premiers[parent] = i;
  }
  const [parents, fins, rangs, nombres] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count + 1)];
  const places = new Int32Array(count);
  const donnees: D[] = [];
  for (let i = premiers[count]!; i >= 0;) {
    const slot = donnees.length;
    donnees.push(gardes[i]!);
    places[i] = slot;
    slots.set(ids[i]!, slot);
    const parent = dessus[i] === -1 ? -1 : places[dessus[i]!]!;
    parents[slot] = parent;
    rangs[slot] = nombres[parent < 0 ? count : parent]!++;
    if (premiers[i]! >= 0) { i = premiers[i]!; continue; }
    let at = i;
    for (;;) {
      fins[places[at]!] = donnees.length;
      if (suivants[at]! >= 0) { i = suivants[at]!; break; }
      if (dessus[at] === -1) { i = -1; break; }
      at = dessus[at]!;
    }
  }
  return { donnees, slots, parents, fins, rangs, nombres, premiers: nombres[count]!, anomalies };
}

/** One node of each loop: the first one met when climbing from the top of the list. */
function loops(dessus: Int32Array): number[] {
  const found: number[] = [];
  const passage = new Int32Array(dessus.length);
  for (let start = 0; start < dessus.length; start++) {
    for (let i = start; i >= 0; i = dessus[i]!) {
      const seen = passage[i]!;
      if (seen === start + 1) found.push(i);
      if (seen !== 0) break;
      passage[i] = start + 1;
    }
  }
  return found;
}
