import { ListeFavoris } from '../../domain/favoris.ts';
import { z } from '../../domain/zod.ts';
import { CommandeFavoris, RefusFavoris } from '../../engine/favoris/commandes.ts';
import { operation } from '../operation.ts';

const listes = z.object({ listes: z.array(ListeFavoris) });

/** The person's own lists, with what they hold. */
export const listerFavoris = operation({
  name: 'listerFavoris', kind: 'query', method: 'GET', path: '/favoris',
  summary: 'The lists of favourites of the person, with the nodes of each that still exist for them.',
  input: z.object({}), output: listes, problems: [],
});

/** Changes the person's own lists. */
export const changerFavoris = operation({
  name: 'changerFavoris', kind: 'command', method: 'POST', path: '/favoris/commandes',
  summary: 'Creates, renames or deletes a list of favourites, or adds a node to one or takes it out.',
  input: z.object({ commande: CommandeFavoris }),
  output: z.union([listes, z.object({ refus: RefusFavoris })]),
  problems: ['introuvable'],
});
