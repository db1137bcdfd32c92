import type { Circuit, Valideur } from '../../domain/dossier.ts';
import type { CategorieEG } from '../../nomenclature/associations.ts';

/** Who will have to validate a dossier. */
export interface CircuitValidation {
  readonly circuit: Circuit;
  readonly valideur: Valideur;
}

/**
 * DOS-8. Only sanitary structures have an internal validation and the levels pôle, service, UF; those
 * of the ville hang their units from the EG, like the médico-social. A category that nobody knows takes
 * the path on which nothing more is asked of the structure.
 */
export function circuitDe(categorie: Pick<CategorieEG, 'niveaux' | 'handicap'> | undefined): CircuitValidation {
  return {
    circuit: categorie?.niveaux === 'sanitaire' ? 'sanitaire' : 'medico-social',
    valideur: categorie?.handicap ? 'tutelle' : 'gestionnaire',
  };
}
