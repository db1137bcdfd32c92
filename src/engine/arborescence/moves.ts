import type { Arbre } from './arbre.ts';
import { nodeKey, type Cle, type Ligne, type NoeudArborescence } from './rows.ts';

export type Mouvement = 'suivante' | 'precedente' | 'premiere' | 'derniere' | 'parent' | 'premier-enfant';

/** The visible row that a move leads to; undefined when there is none, and the place is kept (ARB-11). */
export function targetOf<N extends NoeudArborescence>(arbre: Arbre<N>, depuis: Cle | undefined, mouvement: Mouvement): Cle | undefined {
  const index = depuis === undefined ? -1 : arbre.indexOf(depuis);
  const at = (rank: number) => arbre.row(rank)?.cle;
  if (mouvement === 'premiere') return at(0);
  if (mouvement === 'derniere') return at(arbre.size - 1);
  if (index < 0) return at(0);
  if (mouvement === 'suivante') return at(index + 1);
  if (mouvement === 'precedente') return at(index - 1);
  const row = arbre.row(index)!;
  if (mouvement === 'parent') return row.parentId === null ? undefined : nodeKey(row.parentId);
  const below = arbre.row(index + 1);
  return below && below.level > row.level ? below.cle : undefined;
}

/** The row to stand on when the tree has changed: the same, else the nearest node above it, else the first row (ARB-12). */
export function refuge<N extends NoeudArborescence>(arbre: Arbre<N>, depuis: Cle | undefined, ancetres: readonly string[]): Cle | undefined {
  if (depuis !== undefined && arbre.indexOf(depuis) >= 0) return depuis;
  const above = ancetres.map(nodeKey).find((cle) => arbre.indexOf(cle) >= 0);
  return above ?? arbre.row(0)?.cle;
}

/** The nodes above a row, nearest first. */
export function ancestors<N extends NoeudArborescence>(arbre: Arbre<N>, row: Ligne<N>): readonly string[] {
  const ids: string[] = [];
  for (let id: string | null | undefined = row.parentId; id; id = arbre.parentOf(id)) ids.push(id);
  return ids;
}

/**
 * The siblings that « * » opens: all those whose children are held, and at most `demandes` whose
 * children must be asked for, so that one key never starts thousands of requests (ARB-13).
 */
export function siblingsToOpen<N extends NoeudArborescence>(arbre: Arbre<N>, id: string, demandes: number): readonly string[] {
  const parentId = arbre.parentOf(id);
  if (parentId === undefined) return [];
  let left = demandes;
  return arbre.children(parentId).filter((noeud) => {
    if (arbre.isExpanded(noeud.id)) return false;
    const page = arbre.pageOf(noeud.id);
    if (page?.etat === 'complete') return arbre.children(noeud.id).length > 0;
    return (noeud.nombreEnfants ?? 0) > 0 && left-- > 0;
  }).map((noeud) => noeud.id);
}
