import type { Acteur } from '../../domain/acteur.ts';
import type { Anomalie } from './types.ts';

/** Which reports a person may see besides their own, as data: a server turns it into a query, {@link seesAnomalie} into a test. */
export type PorteeAnomalies =
  | { readonly type: 'toutes' }
  | { readonly type: 'territoire'; readonly departements: readonly string[] }
  | { readonly type: 'structures'; readonly entitesGeographiques: readonly string[] }
  | { readonly type: 'aucune' };

/** ANO-1 to ANO-3. */
export function porteeAnomalies(acteur: Acteur): PorteeAnomalies {
  switch (acteur.role) {
    case 'gestionnaire':
    case 'support': return { type: 'toutes' };
    case 'tutelle': return { type: 'territoire', departements: acteur.departements };
    case 'referent':
    case 'direction': return { type: 'structures', entitesGeographiques: acteur.entitesGeographiques };
    default: return { type: 'aucune' };
  }
}

/** As what somebody looks at a report; one person may be several of these. */
export type Qualite = 'administrateur' | 'responsable' | 'declarant';

export function qualites(acteur: Acteur, { declarant, departements, noeud }: Pick<Anomalie, 'declarant' | 'departements' | 'noeud'>): readonly Qualite[] {
  const portee = porteeAnomalies(acteur);
  const administre = portee.type === 'toutes' || (portee.type === 'territoire' && departements.some((code) => portee.departements.includes(code)));
  const repond = portee.type === 'structures' && noeud.entiteGeographiqueId !== null && portee.entitesGeographiques.includes(noeud.entiteGeographiqueId);
  return [
    ...(administre ? ['administrateur' as const] : []), ...(repond ? ['responsable' as const] : []),
    ...(declarant.id === acteur.id ? ['declarant' as const] : []),
  ];
}

/** Whether this person may see this report. */
export const seesAnomalie = (acteur: Acteur, anomalie: Pick<Anomalie, 'declarant' | 'departements' | 'noeud'>): boolean => qualites(acteur, anomalie).length > 0;
