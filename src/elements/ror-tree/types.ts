import type { Domaine, Par } from '../../domain/noeud.ts';

/** An entry of the action menu of a row. */
export interface ActionNoeud {
  /** Given back by `ror-node-action`. */
  readonly id: string;
  /** What the person reads. */
  readonly libelle: string;
}

/** One node of `ror-tree`, from the host or from the répertoire. */
export interface NoeudArbre {
  /** Unique in the whole tree. */
  readonly id: string;
  /** Node above it; absent or null at the first level. */
  readonly parentId?: string | null | undefined;
  /** Nodes that it holds: the list is then nested, and `parentId` is not read. */
  readonly enfants?: readonly NoeudArbre[] | undefined;
  /** Code shown before the name: EJ, EG, P, S1, UF, UO, DF, DC… */
  readonly code: string;
  readonly nom: string;
  /** `verte`: done; `grise`: something is left to do. Absent: no mark. */
  readonly etat?: 'grise' | 'verte' | undefined;
  /** A few words after the name. */
  readonly mention?: string | undefined;
  /** In the person's favourites. */
  readonly favori?: boolean | undefined;
  /** Entries of its action menu, in order. */
  readonly actions?: readonly ActionNoeud[] | undefined;
  /** How many children it has, when the host does not give them yet: it gives them after `ror-node-toggle`. */
  readonly nombreEnfants?: number | undefined;
  /** It only groups other nodes: choosing it opens or closes it, and never selects it. */
  readonly groupe?: boolean | undefined;
}

/** How `ror-tree` reads objects that are not its own: they are not copied, and `noeud` is asked for the rows that are shown only. */
export interface LectureNoeuds {
  /** Identifier, unique in the whole tree. */
  readonly id: (donnee: never) => string;
  /** What it holds, when the list is nested. */
  readonly enfants?: ((donnee: never) => readonly unknown[] | null | undefined) | undefined;
  /** What holds it, when the list is flat. */
  readonly parentId?: ((donnee: never) => string | null | undefined) | undefined;
  /** What is shown of it. */
  readonly noeud: (donnee: never) => NoeudArbre;
}

/** What a host may keep of a tree and give back: what is open, selected, filtered and searched. */
export interface EtatArbre {
  readonly par: Par;
  /** Ticked boxes of *Afficher les structures*. */
  readonly domaines: readonly Domaine[];
  readonly expanded: readonly string[];
  readonly selection: string | null;
  /** Text of the search box. */
  readonly texte: string;
}
