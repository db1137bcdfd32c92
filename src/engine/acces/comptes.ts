import type { Acteur, Role } from '../../domain/acteur.ts';
import type { Profil } from './profils.ts';

/** ACC-10: profile of each role in the whole répertoire. */
const PROFILS_OF_ROLES: Readonly<Record<Role, Profil>> = {
  gestionnaire: 1, support: 1, tutelle: 2, direction: 2, referent: 2, 'responsable-disponibilites': 2, lecteur: 2,
};

/** Where a person has profile 1, as data for a query: everywhere, in some structures, in some départements. */
export interface PleinAcces {
  readonly partout: boolean;
  readonly entitesGeographiques: readonly string[];
  readonly departements: readonly string[];
}

/** Those who describe a structure see all of it, and a tutelle all of its territory; nobody (`null`) nothing more than the public. */
export function fullAcces(acteur: Acteur | null): PleinAcces {
  const decrit = acteur?.role === 'referent' || acteur?.role === 'direction';
  return {
    partout: acteur !== null && PROFILS_OF_ROLES[acteur.role] === 1,
    entitesGeographiques: decrit ? acteur.entitesGeographiques : [],
    departements: acteur?.role === 'tutelle' ? acteur.departements : [],
  };
}

/** The profile of a person (`null` = the public) for what is in one structure. */
export function profilFor(acteur: Acteur | null, structure: { readonly egId: string | null; readonly departement: string | null }): Profil {
  if (acteur === null) return 0;
  const { partout, entitesGeographiques, departements } = fullAcces(acteur);
  const plein = partout || (structure.egId !== null && entitesGeographiques.includes(structure.egId))
    || (structure.departement !== null && departements.includes(structure.departement));
  return plein ? 1 : PROFILS_OF_ROLES[acteur.role];
}
