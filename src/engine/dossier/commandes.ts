import type { SaisieDatee } from '../../domain/fiche.ts';
import { TypeFicheCreable } from '../../domain/noeud.ts';
import { DateJour } from '../../domain/types-de-donnees.ts';
import { z } from '../../domain/zod.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const texte = z.string().check(z.maxLength(2_000));

/** Commands on the dossier itself: each one names the version of the dossier that the person saw. */
export const CommandeDossier = z.discriminatedUnion('type', [
  z.object({ type: z.literal('renommer'), nom: z.string().check(z.maxLength(250)) }),
  z.object({ type: z.literal('fixer-date-effet'), dateEffet: z.nullable(DateJour) }),
  z.object({ type: z.literal('creer-fiches'), parentId: id, typeFiche: TypeFicheCreable, nombre: z.int() }),
  z.object({ type: z.literal('finaliser-fiches') }),
  z.object({ type: z.literal('dupliquer-fiche'), ficheId: id }),
  z.object({ type: z.literal('deplacer-fiche'), ficheId: id, parentId: id }),
  z.object({ type: z.literal('supprimer-fiche'), ficheId: id }),
  z.object({ type: z.literal('envoyer-en-validation') }),
  z.object({ type: z.literal('valider-en-interne') }),
  z.object({ type: z.literal('valider') }),
  z.object({ type: z.literal('refuser'), motif: texte }),
  z.object({ type: z.literal('publier') }),
]);
export type CommandeDossier = z.infer<typeof CommandeDossier>;

/** Commands on one fiche: each one names the version of the fiche, so that two people may fill two fiches at once. */
export type CommandeFiche =
  | ({ readonly type: 'enregistrer-fiche'; readonly ficheId: string } & SaisieDatee)
  | ({ readonly type: 'finaliser-fiche'; readonly ficheId: string } & SaisieDatee);

/** What the server itself does when a publication could not be carried out. */
export interface ConstaterEchec {
  readonly type: 'constater-echec';
  readonly detail: string;
}

export type Commande = CommandeDossier | CommandeFiche | ConstaterEchec;
export type TypeCommande = Commande['type'];
