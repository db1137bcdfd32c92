import { z } from '../../domain/zod.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const nom = z.string().check(z.maxLength(100));

/** What a person may do with their lists of favourites. */
export const CommandeFavoris = z.discriminatedUnion('type', [
  z.object({ type: z.literal('creer-liste'), nom }),
  z.object({ type: z.literal('renommer-liste'), listeId: id, nom }),
  z.object({ type: z.literal('supprimer-liste'), listeId: id }),
  /** Without a list: the first one, made when there is none (FAV-2). */
  z.object({ type: z.literal('ajouter'), listeId: z.optional(id), noeudId: id }),
  /** Without a list: from all of them. */
  z.object({ type: z.literal('retirer'), listeId: z.optional(id), noeudId: id }),
]);
export type CommandeFavoris = z.infer<typeof CommandeFavoris>;

/** Why a command is refused, as data. */
export const RefusFavoris = z.discriminatedUnion('code', [
  z.object({ code: z.literal('nom-vide') }),
  z.object({ code: z.literal('nom-pris'), listeId: z.string() }),
  z.object({ code: z.literal('liste-inconnue'), listeId: z.string() }),
  z.object({ code: z.literal('trop-de-listes'), max: z.int() }),
  z.object({ code: z.literal('trop-de-favoris'), max: z.int() }),
]);
export type RefusFavoris = z.infer<typeof RefusFavoris>;
