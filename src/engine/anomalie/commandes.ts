import { z } from '../../domain/zod.ts';

const code = z.string().check(z.regex(/^[A-Z0-9]{1,10}$/));
const texte = z.string().check(z.maxLength(2000));

/** What a reporter says. */
export const Declaration = z.object({
  /** JDV_J241. */
  thematique: code,
  /** JDV_J242. */
  actionDemandee: z.optional(code),
  message: texte,
  /** Path of the attribute concerned, as the form schemas write it. */
  chemin: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  valeurProposee: z.optional(texte),
});
export type Declaration = z.infer<typeof Declaration>;

/** What may be done with a report. */
export const CommandeAnomalie = z.discriminatedUnion('type', [
  /** null: to nobody. */
  z.object({ type: z.literal('assigner'), compteId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))) }),
  /** JDV_J244; some statuses need an answer to the reporter (ANO-7). */
  z.object({ type: z.literal('changer-statut'), statut: code, reponse: z.optional(texte) }),
  z.object({ type: z.literal('repondre'), texte }),
  /** The reporter takes it back. */
  z.object({ type: z.literal('annuler') }),
  /** The reporter says that it is not corrected, or not unfounded. */
  z.object({ type: z.literal('contester'), texte }),
]);
export type CommandeAnomalie = z.infer<typeof CommandeAnomalie>;
