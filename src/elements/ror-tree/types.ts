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
  /** Code shown before the name: EJ, EG, P, S, UF, UO, DF, DC… */
  readonly code: string;
  readonly nom: string;
  /** `verte`: done; `grise`: something is left to do. Absent: no mark. */
  readonly etat?: 'grise' | 'verte' | undefined;
  /** A few words after the name. */
  readonly mention?: string | undefined;
  /** Entries of its action menu, in order. */
  readonly actions?: readonly ActionNoeud[] | undefined;
  /** How many children it has, when the host does not give them yet: it gives them after `ror-node-toggle`. */
  readonly nombreEnfants?: number | undefined;
  /** It only groups other nodes: choosing it opens or closes it, and never selects it. */
  readonly groupe?: boolean | undefined;
}

/** True when a host gave something that can be shown. */
export function isNoeud(value: unknown): value is NoeudArbre {
  const { id, nom } = (value ?? {}) as Partial<Record<keyof NoeudArbre, unknown>>;
  return typeof id === 'string' && typeof nom === 'string';
}
