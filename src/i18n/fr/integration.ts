/** What is said when a page gives a form something that is no fiche or no schema: to the person first, then to whoever made the page. */
export const integration = {
  fiche: (attribut: string) => `Cette fiche ne peut pas être affichée : « ${attribut} » manque ou n’a pas la forme attendue. Prévenez le support.`,
  schema: 'Ce formulaire ne peut pas être affiché : sa description contient des erreurs. Prévenez le support.',
  details: (nombre: number) => (nombre > 1 ? `Pour l’intégrateur : ${nombre} erreurs` : 'Pour l’intégrateur : une erreur'),
  racine: '(racine)',
  inattendu: 'Le formulaire a rencontré une erreur et ne peut pas être affiché. Votre texte déjà enregistré est conservé. Prévenez le support.',
} as const;
