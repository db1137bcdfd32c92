import type { Acteur, Role } from '../../domain/acteur.ts';
import type { Dossier, EtatDossier } from '../../domain/dossier.ts';
import type { Contexte } from './types.ts';
import type { Refus } from './refus.ts';

type Agent = Contexte['acteur'];
type Porte = Pick<Dossier, 'entiteGeographiqueId' | 'departement' | 'valideur' | 'etat'>;

/** Who may do something: the reason why not, or nothing. */
export type Droit = (dossier: Porte, acteur: Agent) => Refus | undefined;

/** DOS-3: states in which the structure may change its dossier. */
export const MODIFIABLES: readonly EtatDossier[] = ['EN_COURS', 'REFUSE'];

/** DOS-1: a référent or a Direction of this structure. */
export const editeur: Droit = (dossier, acteur) => deLaStructure(['referent', 'direction'], dossier.entiteGeographiqueId, acteur);

/** DOS-28: a Direction of this structure. */
export const direction: Droit = (dossier, acteur) => deLaStructure(['direction'], dossier.entiteGeographiqueId, acteur);

/** DOS-30: the regional gestionnaire, or for handicap structures the autorité de tutelle of the département. */
export const valideur: Droit = (dossier, acteur) => {
  if (!aRole([dossier.valideur], acteur)) return { code: 'role', requis: [dossier.valideur] };
  const dehors = acteur.role === 'tutelle' && !acteur.departements.includes(dossier.departement);
  return dehors ? { code: 'structure-etrangere' } : undefined;
};

/** DOS-34: whoever validates, and in every case the gestionnaire, who follows failures up. */
export const repreneur: Droit = (dossier, acteur) => {
  if (aRole(['gestionnaire'], acteur)) return undefined;
  const refus = valideur(dossier, acteur);
  return refus?.code === 'role' ? { code: 'role', requis: [...new Set<Role>([dossier.valideur, 'gestionnaire'])] } : refus;
};

/** DOS-33: the server at the day, or a person of DOS-34 when it is late. */
export const publieur: Droit = (dossier, acteur) => (acteur === 'systeme' ? undefined : repreneur(dossier, acteur));

/** DOS-32: whoever has to validate now may refuse. */
export const refuseur: Droit = (dossier, acteur) => {
  if (dossier.etat === 'EN_VALIDATION_INTERNE') return direction(dossier, acteur);
  return dossier.etat === 'ERREUR_PUBLICATION' ? repreneur(dossier, acteur) : valideur(dossier, acteur);
};

/** Only the server: nobody has a button for it, so the state is reason enough. */
export const serveur: Droit = (dossier, acteur) => (acteur === 'systeme' ? undefined : { code: 'etat', etat: dossier.etat });

/** The role first: telling a reader that a structure is not theirs would hide that none could be. */
export function deLaStructure(requis: Role[], entiteGeographiqueId: string, acteur: Agent): Refus | undefined {
  if (!aRole(requis, acteur)) return { code: 'role', requis };
  return acteur.entitesGeographiques.includes(entiteGeographiqueId) ? undefined : { code: 'structure-etrangere' };
}

function aRole(roles: readonly Role[], acteur: Agent): acteur is Acteur {
  return acteur !== 'systeme' && roles.includes(acteur.role);
}
