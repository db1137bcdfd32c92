import type { Acteur } from '../../domain/acteur.ts';
import type { Dossier } from '../../domain/dossier.ts';

/** Which dossiers a person may see, as data: a server turns it into a query, {@link voit} into a test. */
export type Portee =
  | { readonly type: 'tous' }
  | { readonly type: 'structures'; readonly entitesGeographiques: readonly string[] }
  /** Dossiers to be validated by a tutelle, in these départements (INSEE codes). */
  | { readonly type: 'territoire'; readonly departements: readonly string[] }
  | { readonly type: 'aucun' };

/** DOS-36 to DOS-38 (guide 002 p. 18: the director, the autorités de tutelle, SESAN). */
export function porteeDe(acteur: Acteur): Portee {
  switch (acteur.role) {
    case 'gestionnaire':
    case 'support': return { type: 'tous' };
    case 'referent':
    case 'direction': return { type: 'structures', entitesGeographiques: acteur.entitesGeographiques };
    case 'tutelle': return { type: 'territoire', departements: acteur.departements };
    default: return { type: 'aucun' };
  }
}

/** Whether this person may see this dossier, whatever its state. */
export function voit(acteur: Acteur, dossier: Pick<Dossier, 'entiteGeographiqueId' | 'departement' | 'valideur'>): boolean {
  const portee = porteeDe(acteur);
  switch (portee.type) {
    case 'tous': return true;
    case 'structures': return portee.entitesGeographiques.includes(dossier.entiteGeographiqueId);
    case 'territoire': return dossier.valideur === 'tutelle' && portee.departements.includes(dossier.departement);
    case 'aucun': return false;
  }
}
