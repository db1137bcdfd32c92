import { CodeNomenclature, Libelle, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** One way to reach somebody: a telephone number, an e-mail, a web address… (MODEL §7). */
export const Telecommunication = z.object({
  /** 1..1, JDV_J225 (2 fixed telephone, 3 e-mail, 4 web…). */
  canal: CodeNomenclature,
  /** 1..1, the number or address itself, in the form that the channel wants. */
  adresseTelecom: Texte,
  /** 0..1, what the channel is used for. */
  utilisation: z.optional(Texte),
  /** 1..1, JDV_J222: who may read it. At least as restricted as its contact. */
  niveauConfidentialite: CodeNomenclature,
});
export type Telecommunication = z.infer<typeof Telecommunication>;

/** A person or a service that may be contacted (MODEL §7). */
export const Contact = z.object({
  /** 0..1, name of the person. */
  nom: z.optional(Libelle),
  /** 0..1, function of the person, JDV_J220. */
  fonctionContact: z.optional(CodeNomenclature),
  /** 0..1, service or desk, JDV_J221. */
  natureContact: z.optional(CodeNomenclature),
  /** 0..1 */
  description: z.optional(Texte),
  /** 1..1, JDV_J222: 1 accès libre, 2 restreint, 3 très restreint. */
  niveauConfidentialite: CodeNomenclature,
  /** 0..* */
  telecommunication: z.optional(z.array(Telecommunication)),
});
export type Contact = z.infer<typeof Contact>;
