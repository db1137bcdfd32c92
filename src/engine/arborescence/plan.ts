import type { NoeudArborescence } from './lignes.ts';

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
  /** How many children each node holds; the first level is the last of them. */
  readonly nombres: Int32Array;
  readonly anomalies: readonly AnomalieListe[];
}

const idDe = <D>(donnee: D, { id }: Lecteur<D, never>): string | undefined => {
  const read: unknown = typeof donnee === 'object' && donnee !== null ? id(donnee) : undefined;
  return typeof read === 'string' ? read : undefined;
};

/** A branch deeper than this may be a loop. */
const PROFOND = 32;

/** The plan of nodes that hold one another (ARB-10). */
export function planImbrique<D, N extends NoeudArborescence>(racines: readonly D[], lecteur: Lecteur<D, N>): Plan<D> {
  const lire = lecteur as Lecteur<D, never>;
  const [donnees, anomalies]: [D[], AnomalieListe[]] = [[], []];
  const [parents, fins, rangs, nombres]: [number[], number[], number[], number[]] = [[], [], [], []];
  // One entry a level: the siblings, which comes next, how many were taken, and whose they are.
  const [groupes, suivants, pris, dessus]: [(readonly D[])[], number[], number[], number[]] = [[racines], [0], [0], [-1]];
  let premierNiveau = 0;
  const contient = (donnee: D, parent: number): boolean => {
    for (let up = parent; up >= 0; up = parents[up]!) if (donnees[up] === donnee) return true;
    return false;
  };
  for (let at = 0; at >= 0;) {
    const groupe = groupes[at]!;
    const i = suivants[at]!;
    const parent = dessus[at]!;
    if (i >= groupe.length) {
      if (parent >= 0) { fins[parent] = donnees.length; nombres[parent] = pris[at]!; } else premierNiveau = pris[at]!;
      groupes.length = at;
      at -= 1;
      continue;
    }
    suivants[at] = i + 1;
    const donnee = groupe[i]!;
    const id = idDe(donnee, lire);
    if (id === undefined || (at >= PROFOND && contient(donnee, parent))) {
      anomalies.push({ code: id === undefined ? 'illisible' : 'cycle', id: id ?? '' });
      continue;
    }
    const slot = donnees.length;
    donnees.push(donnee);
    parents.push(parent);
    rangs.push(pris[at]!++);
    nombres.push(0);
    fins.push(slot + 1);
    const enfants = lire.enfants?.(donnee);
    if (!enfants?.length) continue;
    at += 1;
    groupes[at] = enfants;
    suivants[at] = 0;
    pris[at] = 0;
    dessus[at] = slot;
  }
  nombres.push(premierNiveau);
  return { donnees, slots: undefined, parents: new Int32Array(parents), fins: new Int32Array(fins), rangs: new Int32Array(rangs), nombres: new Int32Array(nombres), anomalies };
}

/** The plan of nodes that name what holds them, children in the order of the list (ARB-9, ARB-10). */
export function planPlat<D, N extends NoeudArborescence>(liste: readonly D[], lecteur: Lecteur<D, N>): Plan<D> {
  const lire = lecteur as Lecteur<D, never>;
  const anomalies: AnomalieListe[] = [];
  const slots = new Map<string, number>();
  const ids: string[] = [];
  const gardes: D[] = [];
  for (const donnee of liste) {
    const id = idDe(donnee, lire);
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
  for (const i of boucles(dessus)) {
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
  return { donnees, slots, parents, fins, rangs, nombres, anomalies };
}

/** One node of each loop: the first one met when climbing from the top of the list. */
function boucles(dessus: Int32Array): number[] {
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

/** The part of a plan that is kept, with all that stands above it. */
export function planPartiel<D>(plan: Plan<D>, slotsGardes: readonly number[], idDe: (slot: number) => string): Plan<D> {
  const garde = new Uint8Array(plan.donnees.length);
  for (const slot of slotsGardes) for (let up = slot; up >= 0 && garde[up] === 0; up = plan.parents[up]!) garde[up] = 1;
  const anciens = [...garde.keys()].filter((slot) => garde[slot] === 1);
  const count = anciens.length;
  const place = new Map(anciens.map((slot, rang) => [slot, rang]));
  const [parents, fins, rangs, nombres] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count + 1)];
  anciens.forEach((ancien, slot) => {
    const parent = place.get(plan.parents[ancien]!) ?? -1;
    parents[slot] = parent;
    rangs[slot] = nombres[parent < 0 ? count : parent]!++;
    for (let up = slot; up >= 0; up = parents[up]!) fins[up] = slot + 1;
  });
  return { donnees: anciens.map((slot) => plan.donnees[slot]!), slots: new Map(anciens.map((ancien, slot) => [idDe(ancien), slot])), parents, fins, rangs, nombres, anomalies: [] };
}
