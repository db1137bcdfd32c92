import type { Dossier } from '../../domain/dossier.ts';
import type { Commande } from './commandes.ts';
import type { Contexte, Decision } from './types.ts';

type De<T extends Commande['type']> = Extract<Commande, { type: T }>;

/** DOS-9. */
export function renommer(_dossier: Dossier, commande: De<'renommer'>): Decision {
  const nom = commande.nom.trim();
  return nom === '' ? { refus: { code: 'nom-vide' } } : { evenements: [{ type: 'dossier-renomme', nom }] };
}

/** DOS-25: today or later; null takes the date away. */
export function fixerDateEffet(_dossier: Dossier, { dateEffet }: De<'fixer-date-effet'>, { aujourdhui }: Contexte): Decision {
  if (dateEffet !== null && dateEffet < aujourdhui) return { refus: { code: 'date-effet-passee', dateEffet } };
  return { evenements: [{ type: 'date-effet-fixee', dateEffet }] };
}
