import type { Dossier } from '../../domain/dossier.ts';
import type { Commande } from './commandes.ts';
import type { Refus } from './refus.ts';
import type { Contexte, Decision } from './types.ts';

type De<T extends Commande['type']> = Extract<Commande, { type: T }>;

/** What still stands between the dossier and its sending, the first thing to do first (DOS-23, DOS-24, DOS-25). */
export function avantEnvoi({ fiches, dateEffet }: Dossier, aujourdhui: string): Refus[] {
  const refus: Refus[] = [];
  const grises = fiches.filter(({ etat }) => etat !== 'finalisee');
  if (grises.length > 0) refus.push({ code: 'fiches-a-finaliser', ficheIds: grises.map(({ id }) => id) });
  if (!fiches.some(({ type }) => type === 'UO')) refus.push({ code: 'niveau-manquant', typeFiche: 'UO' });
  if (dateEffet === null) refus.push({ code: 'date-effet-absente' });
  else if (dateEffet < aujourdhui) refus.push({ code: 'date-effet-passee', dateEffet });
  return refus;
}

/** DOS-26, DOS-27. */
export function envoyer(dossier: Dossier, _commande: De<'envoyer-en-validation'>, { aujourdhui }: Contexte): Decision {
  const [refus] = avantEnvoi(dossier, aujourdhui);
  if (refus) return { refus };
  return { evenements: [{ type: 'dossier-envoye', etat: dossier.circuit === 'sanitaire' ? 'EN_VALIDATION_INTERNE' : 'EN_VALIDATION_GESTIONNAIRE' }] };
}

/** DOS-28. */
export function validerEnInterne(): Decision {
  return { evenements: [{ type: 'dossier-valide-en-interne' }] };
}

/** DOS-31. */
export function valider(dossier: Dossier, _commande: De<'valider'>, { aujourdhui }: Contexte): Decision {
  if (dossier.dateEffet === null) return { refus: { code: 'date-effet-absente' } };
  if (dossier.dateEffet > aujourdhui) return { evenements: [{ type: 'dossier-valide' }] };
  return { evenements: [{ type: 'dossier-valide' }, { type: 'dossier-publie' }] };
}

/** DOS-29, DOS-32. */
export function refuser(_dossier: Dossier, commande: De<'refuser'>): Decision {
  const motif = commande.motif.trim();
  return motif === '' ? { refus: { code: 'motif-vide' } } : { evenements: [{ type: 'dossier-refuse', motif }] };
}

/** DOS-33, DOS-34. */
export function publier({ dateEffet }: Dossier, _commande: De<'publier'>, { aujourdhui }: Contexte): Decision {
  if (dateEffet === null) return { refus: { code: 'date-effet-absente' } };
  if (dateEffet > aujourdhui) return { refus: { code: 'date-effet-future', dateEffet } };
  return { evenements: [{ type: 'dossier-publie' }] };
}

/** DOS-34. */
export function constaterEchec(_dossier: Dossier, { detail }: De<'constater-echec'>): Decision {
  return { evenements: [{ type: 'publication-echouee', detail }] };
}
