import type { NoeudPartiel } from '../../controllers/arborescence-controller.ts';
import type { ActionRepertoire } from '../../domain/noeud.ts';
import type { Mots } from './words.ts';
import type { Lecteur } from '../../engine/arborescence/list.ts';
import type { LectureNoeuds, NoeudArbre } from './types.ts';

/** The other rows of the répertoire group structures. */
const LEVELS: readonly string[] = ['EJ', 'EG', 'P', 'S', 'UF', 'UO'];

/** A row of the répertoire as the tree shows it. */
export function asRow({ id, type, code, nom, nombreEnfants, description, favori, actions = [] }: NoeudPartiel, { arbre }: Mots): NoeudArbre {
  const words: Readonly<Partial<Record<ActionRepertoire, string>>> = arbre.actions;
  const groupe = !LEVELS.includes(type);
  return {
    id, code: code ?? type, nom: nom || (type === 'FAV' ? arbre.sansNom.FAV : groupe ? arbre.sansNom.groupe : arbre.sansNom.fiche), nombreEnfants, groupe, favori,
    etat: description && (description === 'decrite' ? 'verte' : 'grise'),
    actions: actions.flatMap((action) => (words[action] === undefined ? [] : [{ id: action, libelle: words[action] }])),
  };
}

/** How the nodes of a host are read: as it says, or as they say it themselves. */
export function readerOf(noeuds: readonly unknown[], lecture: LectureNoeuds | undefined): Lecteur<unknown, NoeudArbre> {
  if (lecture) return { id: lecture.id, enfants: lecture.enfants, parentId: lecture.parentId, noeud: lecture.noeud } as unknown as Lecteur<unknown, NoeudArbre>;
  const nested = noeuds.some((each) => typeof each === 'object' && each !== null && 'enfants' in each);
  const own: Lecteur<NoeudArbre, NoeudArbre> = {
    id: ({ id }) => id, nombre: ({ nombreEnfants }) => nombreEnfants, noeud: (noeud) => (typeof noeud.nom === 'string' ? noeud : { ...noeud, nom: '' }),
    ...(nested ? { enfants: ({ enfants }) => enfants } : { parentId: ({ parentId }) => parentId }),
  };
  return own as unknown as Lecteur<unknown, NoeudArbre>;
}
