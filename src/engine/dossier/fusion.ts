import type { Conflit, Dossier } from '../../domain/dossier.ts';
import type { Contenu, FicheResume, Saisie } from '../../domain/fiche.ts';
import { branche } from './arbre.ts';
import type { NoeudPublie } from './creer.ts';
import { nomDe } from './nom.ts';

/** What the répertoire must do, all at once or not at all. */
export interface Changements {
  /** Parents first; each parent is published or comes earlier in the list. */
  readonly creer: readonly NoeudPublie[];
  readonly modifier: readonly NoeudPublie[];
  /** Identifiers, children first. */
  readonly retirer: readonly string[];
  /** They stop nothing: they go into the event `dossier-publie`, for the notification of the structure. */
  readonly conflits: readonly Conflit[];
  /** Node of each fiche. */
  readonly noeuds: ReadonlyMap<string, string>;
}

export interface OptionsPublication {
  readonly nouvelId: () => string;
  /**
   * Content of each node (by its identifier) when the dossier was created. With it, what was changed
   * directly in the répertoire since then is kept (DOS-43); without it, the dossier wins everywhere.
   */
  readonly copies?: ReadonlyMap<string, Contenu> | undefined;
}

/**
 * DOS-41 to DOS-45: merges a dossier into the répertoire. Nothing is written here.
 * @param saisies what is typed into each fiche, by identifier.
 * @param noeudsPublies the EG and all below it as they are now, parents first, and any node that a fiche comes from.
 * @throws when a fiche has no content in `saisies`: publishing it empty would erase its node.
 */
export function publier(dossier: Dossier, saisies: ReadonlyMap<string, Saisie>, noeudsPublies: readonly NoeudPublie[], options: OptionsPublication): Changements {
  const publies = new Map(noeudsPublies.map((noeud) => [noeud.id, noeud]));
  const noeuds = new Map<string, string>();
  const creer: NoeudPublie[] = [];
  const modifier: NoeudPublie[] = [];
  const conflits: Conflit[] = [];
  for (const fiche of dossier.fiches) {
    const id = fiche.origineId ?? options.nouvelId();
    noeuds.set(fiche.id, id);
    const publie = publies.get(id);
    const parentId = fiche.parentId === null ? (publie?.parentId ?? null) : (noeuds.get(fiche.parentId) ?? null);
    const saisie = saisies.get(fiche.id);
    if (!saisie) throw new Error(`No content for fiche ${fiche.id}`);
    if (!publie) {
      creer.push(noeud(fiche, id, parentId, saisie.contenu));
      continue;
    }
    const fusion = fusionner(publie, options.copies?.get(id), saisie.contenu);
    conflits.push(...fusion.conflits);
    const suite = noeud(fiche, id, parentId, fusion.contenu);
    if (!pareil(suite, publie)) modifier.push(suite);
  }
  const retrait = retirer(new Set(noeuds.values()), noeudsPublies, options.copies);
  return { creer, modifier, retirer: retrait.retirer, conflits: [...conflits, ...retrait.conflits], noeuds };
}

function noeud({ type, nom }: FicheResume, id: string, parentId: string | null, contenu: Contenu): NoeudPublie {
  return { id, type, parentId, nom: nomDe(type, contenu) || nom, contenu };
}

/** DOS-43, DOS-44: attribute by attribute. A later issue may go down into an attribute here, and nowhere else. */
function fusionner({ id: noeudId, nom, contenu: publie }: NoeudPublie, copie: Contenu | undefined, dossier: Contenu): { contenu: Contenu; conflits: Conflit[] } {
  if (!copie) return { contenu: dossier, conflits: [] };
  const valeurs: [string, unknown][] = [];
  const conflits: Conflit[] = [];
  for (const champ of new Set([...Object.keys(dossier), ...Object.keys(publie)])) {
    const ici = !pareil(dossier[champ], copie[champ]);
    const labas = !pareil(publie[champ], copie[champ]);
    const valeur = labas && !ici ? publie[champ] : dossier[champ];
    if (valeur !== undefined) valeurs.push([champ, valeur]);
    if (ici && labas && !pareil(dossier[champ], publie[champ])) {
      conflits.push({ type: 'champ', noeudId, nom, champ, publie: publie[champ], dossier: dossier[champ] });
    }
  }
  return { contenu: Object.fromEntries(valeurs), conflits };
}

/** DOS-42, DOS-45. */
function retirer(gardes: ReadonlySet<string>, publies: readonly NoeudPublie[], copies: OptionsPublication['copies']): { retirer: string[]; conflits: Conflit[] } {
  const absents = publies.filter(({ id }) => !gardes.has(id));
  const voulus = absents.filter(({ id }) => copies?.has(id) ?? true);
  const nouveaux = new Set(absents.filter((noeudPublie) => !voulus.includes(noeudPublie)).map(({ id }) => id));
  const retenus = voulus.filter(({ id }) => nouveaux.size > 0 && branche(publies, id).some((dessous) => nouveaux.has(dessous.id)));
  return {
    retirer: voulus.filter((voulu) => !retenus.includes(voulu)).map(({ id }) => id).toReversed(),
    conflits: retenus.map(({ id, nom }) => ({ type: 'noeud-garde', noeudId: id, nom })),
  };
}

/** Same JSON, whatever the order of the keys. */
function pareil(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => pareil((a as Contenu)[key], (b as Contenu)[key]));
}
