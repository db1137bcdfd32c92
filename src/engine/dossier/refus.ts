import { Role } from '../../domain/acteur.ts';
import { EtatDossier } from '../../domain/dossier.ts';
import { TypeFiche } from '../../domain/noeud.ts';
import { z } from '../../domain/zod.ts';
import { Issue } from '../fiche/issue.ts';

/** Why a command is refused: what stands in the way, as data. i18n words it. */
export const Refus = z.discriminatedUnion('code', [
  z.object({ code: z.literal('role'), requis: z.array(Role) }),
  z.object({ code: z.literal('structure-etrangere') }),
  z.object({ code: z.literal('etat'), etat: EtatDossier }),
  z.object({ code: z.literal('dossier-deja-ouvert'), dossierId: z.string() }),
  z.object({ code: z.literal('fiche-inconnue'), ficheId: z.string() }),
  z.object({ code: z.literal('parent-interdit'), typeFiche: TypeFiche, parent: z.nullable(TypeFiche) }),
  z.object({ code: z.literal('nombre-interdit'), min: z.int(), max: z.int() }),
  z.object({ code: z.literal('nom-vide') }),
  /** The entité géographique of the dossier can't be removed, moved or duplicated. */
  z.object({ code: z.literal('fiche-indispensable'), ficheId: z.string() }),
  z.object({ code: z.literal('fiche-incomplete'), ficheId: z.string(), issues: z.array(Issue) }),
  z.object({ code: z.literal('fiches-a-finaliser'), ficheIds: z.array(z.string()) }),
  z.object({ code: z.literal('aucune-fiche-prete') }),
  /** A dossier without any unité opérationnelle describes nothing. */
  z.object({ code: z.literal('niveau-manquant'), typeFiche: TypeFiche }),
  z.object({ code: z.literal('date-effet-absente') }),
  z.object({ code: z.literal('date-effet-passee'), dateEffet: z.string() }),
  z.object({ code: z.literal('date-effet-future'), dateEffet: z.string() }),
  z.object({ code: z.literal('motif-vide') }),
]);
export type Refus = z.infer<typeof Refus>;
