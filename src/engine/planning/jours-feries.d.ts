/** The library has no types of its own: name of each holiday → its day, as a local midnight. */
declare module '@socialgouv/jours-feries' {
  export default function joursFeries(annee: number, options?: { readonly alsace: boolean }): Record<string, Date>;
}
