import { Role } from '../../domain/acteur.ts';
import { z } from '../../domain/zod.ts';
import { Issue } from '../fiche/issue.ts';

/** Why a direct correction is refused, as data; i18n words it. */
export const RefusCorrection = z.discriminatedUnion('code', [
  z.object({ code: z.literal('role'), requis: z.array(Role) }),
  z.object({ code: z.literal('structure-etrangere') }),
  /** Nothing was published yet: the first description goes through a dossier. */
  z.object({ code: z.literal('a-decrire') }),
  z.object({ code: z.literal('encadre-inconnu'), encadre: z.string() }),
  z.object({ code: z.literal('champ-inconnu'), path: z.string() }),
  /** It is changed elsewhere: in a dossier collaboratif, or by the support. */
  z.object({ code: z.literal('champ-ailleurs'), path: z.string(), ou: z.enum(['dossier', 'support']) }),
  z.object({ code: z.literal('champs-invalides'), issues: z.array(Issue) }),
]);
export type RefusCorrection = z.infer<typeof RefusCorrection>;
