import type { CommandeFavoris, RefusFavoris } from './commandes.ts';

/** A list with the identifiers of its nodes, in the order in which they were added. */
export interface Liste {
  readonly id: string;
  readonly nom: string;
  readonly noeuds: readonly string[];
}

/** FAV-5: what one person may keep. */
export const MAX_LISTES = 50;
export const MAX_FAVORIS = 500;

export type ResultatFavoris =
  | { readonly listes: readonly Liste[]; readonly refus?: undefined }
  | { readonly refus: RefusFavoris; readonly listes?: undefined };

const refuse = (refus: RefusFavoris): ResultatFavoris => ({ refus });
const keyOf = (nom: string): string => nom.trim().toLocaleLowerCase('fr');

/** FAV-1 to FAV-6: the lists of a person after a command, or why not. */
export function changeListes(listes: readonly Liste[], commande: CommandeFavoris, nouvelId: () => string): ResultatFavoris {
  const visee = 'listeId' in commande && commande.listeId !== undefined ? listes.find(({ id }) => id === commande.listeId) : undefined;
  if ('listeId' in commande && commande.listeId !== undefined && !visee) return refuse({ code: 'liste-inconnue', listeId: commande.listeId });
  const remplacer = (liste: Liste): ResultatFavoris => ({ listes: listes.map((une) => (une.id === liste.id ? liste : une)) });

  switch (commande.type) {
    case 'creer-liste': {
      const faux = isWrongNom(listes, commande.nom);
      if (faux) return refuse(faux);
      if (listes.length >= MAX_LISTES) return refuse({ code: 'trop-de-listes', max: MAX_LISTES });
      return { listes: [...listes, { id: nouvelId(), nom: commande.nom.trim(), noeuds: [] }] };
    }
    case 'renommer-liste': {
      const faux = isWrongNom(listes.filter(({ id }) => id !== commande.listeId), commande.nom);
      return faux ? refuse(faux) : remplacer({ ...visee!, nom: commande.nom.trim() });
    }
    case 'supprimer-liste':
      return { listes: listes.filter(({ id }) => id !== commande.listeId) };
    case 'ajouter': {
      const liste = visee ?? listes[0];
      if (!liste) return { listes: [{ id: nouvelId(), nom: '', noeuds: [commande.noeudId] }] };
      if (liste.noeuds.includes(commande.noeudId)) return { listes };
      if (liste.noeuds.length >= MAX_FAVORIS) return refuse({ code: 'trop-de-favoris', max: MAX_FAVORIS });
      return remplacer({ ...liste, noeuds: [...liste.noeuds, commande.noeudId] });
    }
    case 'retirer':
      return { listes: listes.map((une) => (visee && une.id !== visee.id ? une : { ...une, noeuds: une.noeuds.filter((id) => id !== commande.noeudId) })) };
  }
}

function isWrongNom(autres: readonly Liste[], nom: string): RefusFavoris | undefined {
  if (nom.trim() === '') return { code: 'nom-vide' };
  const prise = autres.find((une) => keyOf(une.nom) === keyOf(nom));
  return prise && { code: 'nom-pris', listeId: prise.id };
}
