import { CodeCommune, CodePostal } from './identifiants.ts';
import { lignes, LONGUEUR_LIGNE_ADRESSE } from './lignes-adresse.ts';
import { CodeNomenclature } from './types-de-donnees.ts';
import { z } from './zod.ts';

export { lignesAdresse, LONGUEUR_LIGNE_ADRESSE } from './lignes-adresse.ts';

const ligne = z.optional(z.string().check(z.minLength(1), z.maxLength(LONGUEUR_LIGNE_ADRESSE)));

const attributs = {
  /** 0..1, flat, floor, office, mail box. */
  pointRemise: ligne,
  /** 0..1, building, entrance, residence. */
  complementPointGeographique: ligne,
  /** 0..1, 1 to 4 digits. */
  numeroVoie: z.optional(z.string().check(z.regex(/^[0-9]{1,4}$/))),
  /** 0..1, bis, ter, A… */
  extension: z.optional(z.string().check(z.minLength(1), z.maxLength(10))),
  /** 0..1, JDV_J219. Obsolete in the model (the norm puts it into `libelleVoie`), still received. */
  typeVoie: z.optional(CodeNomenclature),
  /** 0..1, name of the way with its type: `RUE DES LILAS`. */
  libelleVoie: ligne,
  /** 0..1 */
  lieuDit: ligne,
  /** 0..1, `BP 42534`. */
  mentionDistribution: ligne,
  /** 0..1, 5 digits, ordinary or CEDEX. */
  codePostal: z.optional(CodePostal),
  /** 0..1, commune or CEDEX office (`ROUBAIX CEDEX 2`). */
  localite: ligne,
  /** 0..1, commune of the COG, JDV_J230. Never derived from `codePostal`. */
  communeCog: z.optional(CodeCommune),
};

/**
 * A postal address (MODEL §8). Each attribute, and each line that several attributes make together,
 * holds 38 characters (NF Z 10-011).
 */
export const Adresse = z.object(attributs).check((context) => {
  // An attribute that is wrong by itself is said once, not again for its line.
  if (context.issues.length > 0) return;
  for (const { texte, attribut } of lignes(context.value)) {
    if (texte.length <= LONGUEUR_LIGNE_ADRESSE) continue;
    context.issues.push({
      code: 'too_big', origin: 'string', maximum: LONGUEUR_LIGNE_ADRESSE, inclusive: true, input: texte, path: [attribut],
    });
  }
});
export type Adresse = z.infer<typeof Adresse>;
