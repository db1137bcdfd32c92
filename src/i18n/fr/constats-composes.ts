/** One sentence per code of issue of the composite fields: lists, addresses, capacities, hours. */
export const constatsComposes = {
  doublon: () => 'La même valeur est donnée plusieurs fois : gardez-en une.',
  'trop-nombreux': (_: string, { max }: Params) => `Au plus ${max} valeurs sont possibles.`,
  'ligne-longue': (_: string, { ligne, max }: Params) => `La ligne « ${ligne} » dépasse ${max} caractères, la longueur d’une ligne d’adresse.`,
  'code-postal-commune': (_: string, { codePostal, commune }: Params) => `Le code postal ${codePostal} n’est pas un code habituel de ${commune} : vérifiez l’adresse.`,
  'reference-inconnue': (_: string, { identifiant }: Params) => `L’objet ${identifiant} n’est pas parmi ceux que vous pouvez choisir.`,
  'capacite-nulle': () => 'Aucun lit ni aucune place n’est installé : vérifiez la capacité.',
  'capacite-depassee': (_: string, { total, installees }: Params) => `Les lits et places occupés et disponibles (${total}) dépassent ceux installés (${installees}).`,
  'horaire-incomplet': (_: string, { nombre }: Params) => `${nombre === 1 ? 'Un horaire n’a' : `${nombre} horaires n’ont`} pas de jour, de début ou de fin.`,
  'horaire-inverse': () => 'La fin d’une période précède son début.',
};

type Params = Readonly<Record<string, string | number>>;
