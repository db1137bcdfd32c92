import type { Cle, Ligne, NoeudArborescence, Page } from './rows.ts';

/** A tree as the flat list of its visible rows, whatever brought its nodes: pages of a server, or a list of the host. */
export interface Arbre<N extends NoeudArborescence> {
  /** Grows whenever the rows may have changed, so that a reader knows when to read them again. */
  readonly version: number;
  /** How many rows are visible. */
  readonly size: number;
  /** The nodes that are open, or will be when they come (ARB-3). */
  readonly expanded: readonly string[];
  node(id: string): N | undefined;
  /** Parent of a held node: null at the first level, undefined when the node is not held. */
  parentOf(id: string): string | null | undefined;
  /** Children held below a node, or the first level for null, in order. */
  children(parentId: string | null): readonly N[];
  /** How far the children are known; undefined when none were announced or opened yet. */
  pageOf(parentId: string | null): Page | undefined;
  /** True while the children of this node, or the first level for null, are being asked for. */
  isBusy(parentId: string | null): boolean;
  isExpanded(id: string): boolean;
  /** Rank of a visible row, -1 when it is unknown or below a closed node (ARB-2). */
  indexOf(cle: Cle): number;
  /** The nth visible row (ARB-1). */
  row(index: number): Ligne<N> | undefined;
  /** The visible rows from one rank up to another, that one left out (ARB-1). */
  rows(from?: number, to?: number): Ligne<N>[];
  /** The nodes of the visible rows, from one rank on, without building the rows. */
  nodesFrom(index: number): Generator<N>;
  /** Opens or closes a node; what is open below it stays so (ARB-3). */
  setExpanded(id: string, expanded: boolean): void;
  /** Replaces the whole set of open nodes; unknown ones wait for their node (ARB-3). */
  replaceExpanded(ids: Iterable<string>): void;
  /** Opens what stands above a node. False when the node is not held (ARB-4). */
  reveal(id: string): boolean;
}
