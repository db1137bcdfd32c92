import { Arborescence } from './arborescence.ts';
import type { NoeudArborescence } from './lignes.ts';

/** A node of a list given whole. */
export interface NoeudListe extends NoeudArborescence {
  /** Absent, null or empty at the first level. */
  readonly parentId?: string | null | undefined;
}

/** What was wrong in a list; the node is shown all the same (ARB-9, ARB-10), but for a doublon. */
export interface AnomalieListe {
  readonly code: 'doublon' | 'parent-inconnu' | 'cycle';
  readonly id: string;
}

/** Builds a tree from a flat list, children in the order of the list (ARB-9, ARB-10). */
export function fromList<N extends NoeudListe>(noeuds: readonly N[], expanded: Iterable<string> = []): { arbre: Arborescence<N>; anomalies: readonly AnomalieListe[] } {
  const anomalies: AnomalieListe[] = [];
  const byId = new Map<string, N>();
  for (const noeud of noeuds) {
    if (byId.has(noeud.id)) anomalies.push({ code: 'doublon', id: noeud.id });
    else byId.set(noeud.id, noeud);
  }

  const lost = new Set<string>();
  const parentOf = ({ id, parentId }: N) => (parentId && !lost.has(id) ? parentId : null);
  for (const { id, parentId } of byId.values()) {
    if (!parentId || byId.has(parentId)) continue;
    lost.add(id);
    anomalies.push({ code: 'parent-inconnu', id });
  }
  for (const id of loops(byId, parentOf)) {
    lost.add(id);
    anomalies.push({ code: 'cycle', id });
  }

  const children = new Map<string | null, N[]>();
  for (const noeud of byId.values()) {
    const parentId = parentOf(noeud);
    const group = children.get(parentId);
    if (group) group.push(noeud); else children.set(parentId, [noeud]);
  }

  const arbre = new Arborescence<N>();
  arbre.replaceExpanded(expanded);
  const todo: (string | null)[] = [null];
  for (let parentId = todo.pop(); parentId !== undefined; parentId = todo.pop()) {
    const group = children.get(parentId) ?? [];
    arbre.receive(parentId, group, null);
    for (const { id } of group) if (children.has(id)) todo.push(id);
  }
  return { arbre, anomalies };
}

/** One node of each loop: the first one met when climbing from the top of the list. */
function loops<N extends NoeudListe>(byId: ReadonlyMap<string, N>, parentOf: (noeud: N) => string | null): string[] {
  const found: string[] = [];
  const passage = new Map<string, number>();
  let climb = 0;
  for (const start of byId.keys()) {
    climb += 1;
    for (let id: string | null = start; id !== null; id = parentOf(byId.get(id)!)) {
      const seen = passage.get(id);
      if (seen === climb) found.push(id);
      if (seen !== undefined) break;
      passage.set(id, climb);
    }
  }
  return found;
}
