/** Texts of `ror-fiche-form` and of the fields. */
export const formulaire = {} as const;
