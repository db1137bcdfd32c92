import { Role } from '../../domain/acteur.ts';
import { z } from '../../domain/zod.ts';

/** Why an act on a report is refused, as data; i18n words it. */
export const RefusAnomalie = z.discriminatedUnion('code', [
  z.object({ code: z.literal('role'), requis: z.array(Role) }),
  z.object({ code: z.literal('declarant-seulement') }),
  z.object({ code: z.literal('code-inconnu'), champ: z.enum(['thematique', 'actionDemandee', 'statut']), valeur: z.string() }),
  z.object({ code: z.literal('message-vide') }),
  z.object({ code: z.literal('reponse-vide') }),
  /** The status does not lead to the one that is asked, for this person. */
  z.object({ code: z.literal('transition'), de: z.string(), vers: z.string(), possibles: z.array(z.string()) }),
  z.object({ code: z.literal('clos'), statut: z.string() }),
  z.object({ code: z.literal('non-assignable'), compteId: z.string() }),
]);
export type RefusAnomalie = z.infer<typeof RefusAnomalie>;
