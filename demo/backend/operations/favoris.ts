import { changeListes } from '../../../src/engine/favoris/favoris.ts';
import { ecrireListes, lireFavoris, verrouillerListes } from '../repositories/favoris.ts';
import { estVisible } from '../repositories/noeuds.ts';
import { introuvable, regardDe, type Handler } from './service.ts';

export const listerFavoris: Handler<'listerFavoris'> = async (_input, { tx, acteur }) => ({ listes: await lireFavoris(tx, regardDe(acteur)) });

export const changerFavoris: Handler<'changerFavoris'> = async ({ commande }, { tx, acteur, nouvelId }) => {
  const regard = regardDe(acteur);
  // Taking out what is no longer there must stay possible.
  if (commande.type === 'ajouter' && !(await estVisible(tx, commande.noeudId, regard))) throw introuvable('node');
  const avant = await verrouillerListes(tx, acteur.id);
  const { listes, refus } = changeListes(avant, commande, nouvelId);
  if (refus) return { refus };
  await ecrireListes(tx, acteur.id, avant, listes);
  return { listes: await lireFavoris(tx, regard) };
};
