import type { Facette, Genre } from './champs.ts';
import type { Criteres, Ou, Tri } from './criteres.ts';

/** What is done with criteria once they are read: apart from their schemas, so that a page does not bring those. */

/** The order used when none is asked, or when the one asked needs a place that is not given (REC-6). */
export function triInUse({ tri, ou, quoi, texte }: Criteres): Tri {
  const wanted = tri ?? (isSituated(ou) ? 'distance' : quoi?.length || texte ? 'pertinence' : 'nom');
  return (wanted === 'distance' || wanted === 'duree') && !isSituated(ou) ? 'nom' : wanted;
}

/** Whether distances can be measured from there: a département is a filter, not a point. */
export const isSituated = (ou: Ou | undefined): boolean => ou !== undefined && ou.genre !== 'departement';

/** One criterion of a search, as a chip that can be removed. */
export type Critere =
  | { readonly nom: 'quoi'; readonly genre: Genre; readonly code: string }
  | { readonly nom: 'facette'; readonly facette: Facette; readonly code: string }
  | { readonly nom: 'texte' | 'ou' | 'distanceMax' | 'dureeMax' | 'age' | 'ouvert' | 'places' };

/** The criteria given, one by one, in the order of the form. */
export function criteresGiven(criteres: Criteres): readonly Critere[] {
  const simple = (['texte', 'ou', 'distanceMax', 'dureeMax', 'age', 'ouvert', 'places'] as const).filter((nom) => criteres[nom] !== undefined && criteres[nom] !== false);
  return [
    ...(criteres.quoi ?? []).map(({ genre, code: chosen }): Critere => ({ nom: 'quoi', genre, code: chosen })),
    ...simple.map((nom): Critere => ({ nom })),
    ...(Object.entries(criteres.facettes ?? {}) as [Facette, readonly string[]][])
      .flatMap(([facette, codes]) => codes.map((chosen): Critere => ({ nom: 'facette', facette, code: chosen }))),
  ];
}

/** The same search without one criterion; what needs a place goes with the place (REC-5). */
export function withoutCritere(criteres: Criteres, critere: Critere): Criteres {
  if (critere.nom === 'quoi') {
    return pruned({ ...criteres, quoi: (criteres.quoi ?? []).filter((one) => one.genre !== critere.genre || one.code !== critere.code) });
  }
  if (critere.nom === 'facette') {
    const rest = (criteres.facettes?.[critere.facette] ?? []).filter((one) => one !== critere.code);
    return pruned({ ...criteres, facettes: { ...criteres.facettes, [critere.facette]: rest } });
  }
  if (critere.nom !== 'ou') {
    const { [critere.nom]: gone, ...rest } = criteres;
    return pruned(rest);
  }
  const { ou, distanceMax, dureeMax, deplacement, tri, ...kept } = criteres;
  return pruned({ ...kept, ...(tri === 'nom' || tri === 'pertinence' ? { tri } : {}) });
}

/** Without empty lists, so that two ways of asking nothing are equal. */
export function pruned({ quoi, facettes, ouvert, places, ...rest }: Criteres): Criteres {
  const kept = Object.fromEntries(Object.entries(facettes ?? {}).filter(([, codes]) => codes !== undefined && codes.length > 0));
  return {
    ...rest,
    ...(quoi && quoi.length > 0 && { quoi }),
    ...(Object.keys(kept).length > 0 && { facettes: kept }),
    ...(ouvert && { ouvert }),
    ...(places && { places }),
  };
}
