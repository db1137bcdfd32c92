/** The sections of a form as links, each with what it lacks. */
export const sommaire = {
  titre: 'Sommaire de la fiche',
  manque: (nombre: number) => `${nombre} à compléter`,
  complet: 'rien ne manque',
} as const;
