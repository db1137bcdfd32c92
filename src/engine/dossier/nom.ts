import type { Contenu } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';

/** Attributes that name an object of each level, the preferred one first (MODEL §2–§4). */
const NOMS: Readonly<Record<TypeFiche, readonly [string, ...string[]]>> = {
  EG: ['nomOperationnel', 'denominationEG'],
  P: ['nomOI'],
  S: ['nomOI'],
  UF: ['nomOI'],
  UO: ['nomOffre'],
};

/** What belongs to one object only, and would make two of them the same (MODEL §3, §4). */
const PROPRES: ReadonlySet<string> = new Set(['identifiantOI', 'identifiantOffre', 'metadonnee']);

/** Word that marks a duplicate, to be taken away by the person (guide 002 p. 35). */
export const PREFIXE_COPIE = 'COPIE DE ';

/** Name under which a fiche is shown in the tree; empty when nothing was typed. */
export function nomDe(type: TypeFiche, contenu: Contenu): string {
  const typed = NOMS[type].map((attribute) => contenu[attribute]);
  return typed.find((name): name is string => typeof name === 'string' && name.trim() !== '')?.trim() ?? '';
}

/** DOS-16: the content of a duplicate: a name that says so, and no identifier of the original. */
export function copieDe(type: TypeFiche, contenu: Contenu): { readonly nom: string; readonly contenu: Contenu } {
  const kept = Object.fromEntries(Object.entries(contenu).filter(([attribute]) => !PROPRES.has(attribute)));
  const nom = nomDe(type, contenu);
  if (nom === '') return { nom, contenu: kept };
  const marked = nom.startsWith(PREFIXE_COPIE) ? nom : PREFIXE_COPIE + nom;
  return { nom: marked, contenu: { ...kept, [NOMS[type][0]]: marked } };
}
