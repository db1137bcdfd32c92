/** Texts of `ror-tree`. */
export const arbre = {} as const;
