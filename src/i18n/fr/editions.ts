/** What another edition of a value set changes. */
export const remplacement = {
  remplacer: (ancien: string) => `Remplacer « ${ancien} »`,
  par: (nouveau: string) => `par « ${nouveau} »`,
  fait: (ancien: string, nouveau: string) => `« ${ancien} » est remplacé par « ${nouveau} ».`,
} as const;
