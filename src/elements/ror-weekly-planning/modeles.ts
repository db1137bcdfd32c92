import { dejeuner, effacerJour, fixerJour, inverser } from '../../engine/planning/jours.ts';
import { JOURS, type Jour, type Semaine, type Suite } from '../../engine/planning/types.ts';
import { surChaque } from './commandes.ts';

export const MODELES = ['bureau', 'dejeuner', 'inverser', 'vider'] as const;
export type Modele = (typeof MODELES)[number];

const OUVRES: readonly Jour[] = [1, 2, 3, 4, 5];

/** A ready-made week, in place of the hours of this type. */
export function appliquerModele(semaine: Semaine, modele: Modele, type: string): Suite {
  if (modele === 'inverser') return inverser(semaine, JOURS, type);
  const vide = surChaque(semaine, JOURS, (faite, jour) => effacerJour(faite, jour, type));
  if (vide.refus || modele === 'vider') return vide;
  if (modele === 'dejeuner') return dejeuner(vide.semaine, OUVRES, { debut: 540, fin: 750 }, { debut: 840, fin: 1080 }, type);
  return surChaque(vide.semaine, OUVRES, (faite, jour) => fixerJour(faite, jour, [{ debut: 540, fin: 1080 }], type));
}
