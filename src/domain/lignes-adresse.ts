/** Longest line of a postal address (NF Z 10-011), in characters. */
export const LONGUEUR_LIGNE_ADRESSE = 38;

type Attribut = 'pointRemise' | 'complementPointGeographique' | 'numeroVoie' | 'extension' | 'libelleVoie' | 'lieuDit' | 'mentionDistribution' | 'codePostal' | 'localite';
type Attributs = { readonly [name in Attribut]?: string | undefined };

/** The lines of an address below the addressee, each with the attribute that ends it. */
export function lignes(adresse: Attributs): { readonly texte: string; readonly attribut: Attribut }[] {
  const join = (...parts: (string | undefined)[]) => parts.filter((part) => part).join(' ');
  return [
    { attribut: 'pointRemise' as const, texte: join(adresse.pointRemise) },
    { attribut: 'complementPointGeographique' as const, texte: join(adresse.complementPointGeographique) },
    // typeVoie is a code and the norm wants the words in libelleVoie: it is not printed.
    { attribut: 'libelleVoie' as const, texte: join(adresse.numeroVoie, adresse.extension, adresse.libelleVoie) },
    { attribut: 'mentionDistribution' as const, texte: join(adresse.lieuDit, adresse.mentionDistribution) },
    { attribut: 'localite' as const, texte: join(adresse.codePostal, adresse.localite) },
  ].filter(({ texte }) => texte !== '');
}

/** The lines to print under the name of the addressee, from the point of delivery to the locality. */
export const lignesAdresse = (adresse: Attributs): string[] => lignes(adresse).map(({ texte }) => texte);
