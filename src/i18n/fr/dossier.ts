/** Texts of `ror-dossier`. */
export const dossier = {} as const;
