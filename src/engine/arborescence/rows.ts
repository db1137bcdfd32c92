/** What the tree must know of a node; everything else in it is carried and never read. */
export interface NoeudArborescence {
  /** Unique in the whole tree. */
  readonly id: string;
  readonly nom: string;
  /** How many children it has when they are not held yet; absent or 0 = none. */
  readonly nombreEnfants?: number | undefined;
}

/**
 * How far the children of a node are known. They come by pages, in order: `suite` is where the next
 * one starts, null for the first.
 */
export type Page =
  | { readonly etat: 'complete' }
  | { readonly etat: 'a-charger' | 'en-cours'; readonly suite: string | null }
  | { readonly etat: 'echec'; readonly suite: string | null; readonly raison: string };

/** Name of a visible row, stable while the tree changes. Made by `nodeKey` and `suiteKey`. */
export type Cle = string;

export const nodeKey = (id: string): Cle => `n${id}`;
export const suiteKey = (parentId: string | null): Cle => (parentId === null ? 's' : `s${parentId}`);

interface Place {
  readonly cle: Cle;
  readonly parentId: string | null;
  /** Depth, 1 for the first level (`aria-level`). */
  readonly level: number;
  /** How many siblings there are in all, -1 when nobody knows yet (`aria-setsize`). */
  readonly setsize: number;
  /** Rank among the siblings, from 1 (`aria-posinset`). */
  readonly posinset: number;
}

/** A visible row that shows a node. */
export interface LigneNoeud<N> extends Place {
  readonly kind: 'noeud';
  readonly noeud: N;
  readonly state: 'leaf' | 'collapsed' | 'expanded';
  /** Its children are being asked for. */
  readonly busy: boolean;
}

/** A visible row that stands for the children not held yet: it closes its level until all have come. */
export interface LigneSuite extends Place {
  readonly kind: 'suite';
  readonly page: Exclude<Page, { etat: 'complete' }>;
  /** Siblings already shown above. */
  readonly charges: number;
  /** Siblings in all, when known. */
  readonly total: number | undefined;
}

export type Ligne<N> = LigneNoeud<N> | LigneSuite;
