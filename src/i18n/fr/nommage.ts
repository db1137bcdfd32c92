/** Remarks on a name (guide 002 p. 19), one sentence each, and their buttons. */
export const constatsNom = {
  'copie-de': () => 'Retirez « COPIE DE » du nom : il vient de la duplication.',
  'nom-sans-prefixe': (_: string, { attendu }: Readonly<Record<string, string | number>>) => `Le nom devrait reprendre le type d’UO : « ${attendu} ».`,
  'acronyme-ponctue': (_: string, { trouve, attendu }: Readonly<Record<string, string | number>>) => `Un acronyme s’écrit sans points, espaces ni tirets : ${attendu}, et non « ${trouve} ».`,
  'acronyme-minuscule': (_: string, { trouve, attendu }: Readonly<Record<string, string | number>>) => `Un acronyme s’écrit en majuscules : ${attendu}, et non « ${trouve} ».`,
  'mot-abrege': (_: string, { trouve, attendu }: Readonly<Record<string, string | number>>) => `Un mot s’écrit dans sa totalité : ${attendu}, et non « ${trouve} ».`,
  'nom-minuscules': (_: string, { attendu }: Readonly<Record<string, string | number>>) => `Le surnom s’écrit en majuscules : ${attendu}.`,
  'nom-interne': (_: string, { trouve }: Readonly<Record<string, string | number>>) => `« ${trouve} » n’est compris que dans votre établissement : choisissez un surnom qui parle aux autres professionnels et au public, ou n’en mettez pas.`,
  'nom-sans-officiel': (_: string, { attendu }: Readonly<Record<string, string | number>>) => `Le nom d’usage conserve le nom officiel FINESS : « ${attendu} ».`,
  'nom-categorie': (_: string, { trouve }: Readonly<Record<string, string | number>>) => `« ${trouve} » ne dit que la catégorie : ajoutez la commune, ou l’appellation connue sur le territoire.`,
} as const;

/** One-click corrections of a name. */
export const corrections = {
  corriger: 'Corriger :',
  toutCorriger: 'Tout corriger :',
  entre: (nom: string) => `« ${nom} »`,
  corrige: (nom: string) => `Nom corrigé : ${nom}`,
} as const;
