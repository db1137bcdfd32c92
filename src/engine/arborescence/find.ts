import { Arborescence } from './arborescence.ts';
import { wordsOf } from './domaines.ts';
import { Foret } from './foret.ts';
import type { NoeudArborescence } from './rows.ts';
import type { Lecteur, Plan } from './plan.ts';

/** Most matches shown of a list: beyond, the words say nothing any more. */
export const MOST_FOUND = 1_000;
/** Names read between two breaths. */
const SLICE = 2_000;

/** A name, by the words that are looked for and the others. */
export interface Morceau {
  readonly texte: string;
  readonly trouve: boolean;
}

/** ARB-20: the pieces of a name, with the beginnings of words that were looked for told apart. */
export function highlight(nom: string, texte: string): readonly Morceau[] {
  const cherches = wordsOf(texte);
  const morceaux: Morceau[] = [];
  let from = 0;
  const push = (to: number, trouve: boolean) => {
    if (to > from) morceaux.push({ texte: nom.slice(from, to), trouve });
    from = Math.max(from, to);
  };
  for (const { 0: mot, index } of nom.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [plie = ''] = wordsOf(mot);
    const long = Math.max(0, ...cherches.filter((debut) => plie.startsWith(debut)).map((debut) => debut.length));
    if (long === 0) continue;
    push(index, false);
    // An accent typed apart and a joined letter do not fold to as many characters: the word then counts whole.
    push(index + (plie.length === mot.length ? long : mot.length), true);
  }
  push(nom.length, false);
  return morceaux;
}

/**
 * The numbers of the nodes of a list whose name holds what is looked for (ARB-20), in the order of reading. Yields
 * between slices, so that a page goes on answering; at most `MOST_FOUND` are kept, all are counted.
 */
export function* findIn<D, N extends NoeudArborescence>(foret: Foret<D, N>, texte: string): Generator<undefined, { readonly slots: readonly number[]; readonly nombre: number }> {
  const cherches = wordsOf(texte);
  const slots: number[] = [];
  let nombre = 0;
  for (let slot = 0; slot < foret.plan.donnees.length; slot++) {
    if (slot % SLICE === SLICE - 1) yield;
    const mots = wordsOf(foret.nomAt(slot));
    if (cherches.length === 0 || !cherches.every((debut) => mots.some((mot) => mot.startsWith(debut)))) continue;
    nombre += 1;
    if (slots.length < MOST_FOUND) slots.push(slot);
  }
  return { slots, nombre };
}

/** What was found in a list, with all that stands above it, open (ARB-23). */
export function foundForet<D, N extends NoeudArborescence>(foret: Foret<D, N>, lecteur: Lecteur<D, N>, slots: readonly number[]): Foret<D, N> {
  const trouvee = new Foret(planPartiel(foret.plan, slots, (slot) => foret.idAt(slot)!), lecteur);
  trouvee.expandAll();
  return trouvee;
}

/** What a server found, with all that stands above it, open; a match that holds more stays closed and may be opened (ARB-23). */
export function foundTree<N extends NoeudArborescence>(resultats: readonly { readonly noeud: N; readonly chemin: readonly N[] }[]): Arborescence<N> {
  const trouves = new Map(resultats.map(({ noeud }) => [noeud.id, noeud]));
  const enfants = new Map<string | null, Map<string, N>>();
  for (const { noeud, chemin } of resultats) {
    let parentId: string | null = null;
    for (const each of [...chemin, noeud]) {
      const group: Map<string, N> = enfants.get(parentId) ?? new Map<string, N>();
      enfants.set(parentId, group);
      if (!group.has(each.id)) group.set(each.id, trouves.get(each.id) ?? each);
      parentId = each.id;
    }
  }
  const arbre = new Arborescence<N>();
  const todo: (string | null)[] = [null];
  for (let parentId = todo.shift(); parentId !== undefined; parentId = todo.shift()) {
    const group = [...(enfants.get(parentId)?.values() ?? [])];
    arbre.receive(parentId, group, null);
    for (const { id } of group) {
      if (!enfants.has(id)) continue;
      arbre.setExpanded(id, true);
      todo.push(id);
    }
  }
  return arbre;
}

/** The match after the current one, or before it, in the order of reading, going round (ARB-24). */
export function neighbour(trouves: readonly string[], courant: string | undefined, pas: 1 | -1): string | undefined {
  const at = courant === undefined ? -1 : trouves.indexOf(courant);
  if (trouves.length === 0) return undefined;
  return trouves[at < 0 ? (pas > 0 ? 0 : trouves.length - 1) : (at + pas + trouves.length) % trouves.length];
}

/** The part of a plan that is kept, with all that stands above it. */
function planPartiel<D>(plan: Plan<D>, slotsGardes: readonly number[], idDe: (slot: number) => string): Plan<D> {
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
  return { donnees: anciens.map((slot) => plan.donnees[slot]!), slots: new Map(anciens.map((ancien, slot) => [idDe(ancien), slot])), parents, fins, rangs, nombres, premiers: nombres[count]!, anomalies: [] };
}
