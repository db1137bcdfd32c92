import type { Brouillon } from '../../controllers/brouillons.ts';
import type { Acteur } from '../../domain/acteur.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FicheResume } from '../../domain/fiche.ts';
import { TypeFicheCreable } from '../../domain/noeud.ts';
import { parentsPermis } from '../../engine/dossier/arbre.ts';
import type { CommandeDossier } from '../../engine/dossier/commandes.ts';
import { apercu } from '../../engine/dossier/contexte.ts';
import { can } from '../../engine/dossier/decide.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { NoeudArbre } from '../ror-tree/types.ts';

/** Acts that the menu of a row may offer. `ouvrir` is always there. */
export type ActionFiche = keyof Messages['dossier']['actions'];

/** The name of a fiche, or what stands for it while it has none. */
export const nameOf = (fiche: FicheResume, messages: Messages): string => fiche.nom || messages.dossier.sansNom[fiche.type];

/** The fiches under which this one may be placed: its own parent is left out. */
export function placesFor(dossier: Dossier, fiche: FicheResume): readonly FicheResume[] {
  const allowed = parentsPermis(dossier.circuit, fiche.type);
  return dossier.fiches.filter(({ id, type }) => allowed.includes(type) && id !== fiche.parentId);
}

/** How many fiches hang below this one, at any depth. */
export function countBelow(dossier: Dossier, ficheId: string): number {
  const inside = new Set([ficheId]);
  for (const { id, parentId } of dossier.fiches) if (parentId !== null && inside.has(parentId)) inside.add(id);
  return inside.size - 1;
}

/** The dossier as rows of `ror-tree`: itself, then its fiches, each with the acts that the rules permit now. */
export function nodesOf(dossier: Dossier, acteur: Acteur, aujourdhui: string, messages: Messages, drafts: readonly Brouillon[] = []): readonly NoeudArbre[] {
  const contexte = apercu(acteur, aujourdhui);
  const permitted = (commande: CommandeDossier): boolean => can(dossier, commande, contexte) === undefined;
  const actionsOf = (fiche: FicheResume): readonly ActionFiche[] => [
    'ouvrir',
    ...TypeFicheCreable.options
      .filter((typeFiche) => permitted({ type: 'creer-fiches', parentId: fiche.id, typeFiche, nombre: 1 }))
      .map((typeFiche) => `creer-${typeFiche}` as const),
    ...(permitted({ type: 'dupliquer-fiche', ficheId: fiche.id }) ? ['dupliquer' as const] : []),
    ...(placesFor(dossier, fiche).some(({ id }) => permitted({ type: 'deplacer-fiche', ficheId: fiche.id, parentId: id })) ? ['deplacer' as const] : []),
    ...(permitted({ type: 'supprimer-fiche', ficheId: fiche.id }) ? ['supprimer' as const] : []),
  ];
  const unnamed = dossier.fiches.filter(({ nom }) => !nom);
  /** Several fiches without a name are told apart by a number. */
  const shown = (fiche: FicheResume): string => {
    const alike = unnamed.filter(({ type }) => type === fiche.type);
    return !fiche.nom && alike.length > 1 ? messages.dossier.numero(nameOf(fiche, messages), alike.indexOf(fiche) + 1) : nameOf(fiche, messages);
  };
  const done = dossier.fiches.every(({ etat }) => etat === 'finalisee');
  return [
    { id: dossier.id, parentId: null, code: 'DC', nom: dossier.nom, etat: done ? 'verte' : 'grise', actions: [{ id: 'ouvrir', libelle: messages.dossier.actions.ouvrir }] },
    ...dossier.fiches.map((fiche): NoeudArbre => ({
      id: fiche.id,
      parentId: fiche.parentId ?? dossier.id,
      code: fiche.type,
      nom: shown(fiche),
      mention: drafts.some(({ ficheId, dossierId }) => ficheId === fiche.id && dossierId === dossier.id) ? messages.formulaire.brouillon.mention : undefined,
      etat: fiche.etat === 'finalisee' ? 'verte' : 'grise',
      actions: actionsOf(fiche).map((id) => ({ id, libelle: messages.dossier.actions[id] })),
    })),
  ];
}
