import type { Contenu } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { isObject } from '../fiche/equal.ts';

/** Attributes that name an object of each level, the preferred one first (MODEL §2–§4). */
const NOMS: Readonly<Record<TypeFiche, readonly [string, ...string[]]>> = {
  EG: ['nomOperationnel', 'denominationEG'],
  P: ['nomOI'],
  S: ['nomOI'],
  UF: ['nomOI'],
  UO: ['nomOffre'],
};

/** Identifiers, which would make two objects the same (MODEL §3 to §5): of the object, and of its places. */
const PROPRES: ReadonlySet<string> = new Set(['identifiantOI', 'identifiantOffre', 'metadonnee']);
const PROPRES_LIEU: ReadonlySet<string> = new Set(['identifiant', 'idExterneSynchro', 'metadonnee']);

/** Word that marks a duplicate, to be taken away by the person (guide 002 p. 35). */
export const PREFIXE_COPIE = 'COPIE DE ';

/** Name under which a fiche is shown in the tree; empty when nothing was typed. */
export function nomDe(type: TypeFiche, contenu: Contenu): string {
  const typed = NOMS[type].map((attribute) => contenu[attribute]);
  return typed.find((name): name is string => typeof name === 'string' && name.trim() !== '')?.trim() ?? '';
}

/** DOS-16: the content of a duplicate: a name that says so, and no identifier of the original. */
export function copieDe(type: TypeFiche, contenu: Contenu): { readonly nom: string; readonly contenu: Contenu } {
  const kept = autre(contenu);
  const nom = nomDe(type, contenu);
  if (nom === '') return { nom, contenu: kept };
  const marked = nom.startsWith(PREFIXE_COPIE) ? nom : PREFIXE_COPIE + nom;
  return { nom: marked, contenu: { ...kept, [NOMS[type][0]]: marked } };
}

function autre(contenu: Contenu): Contenu {
  const { metadonnee, lieuRealisationOffre: lieux } = contenu;
  const commentaire = isObject(metadonnee) ? metadonnee['commentaire'] : undefined;
  return {
    ...sans(contenu, PROPRES),
    ...(commentaire !== undefined && { metadonnee: { commentaire } }),
    ...(Array.isArray(lieux) && { lieuRealisationOffre: lieux.map((lieu: unknown) => (isObject(lieu) ? sans(lieu, PROPRES_LIEU) : lieu)) }),
  };
}

const sans = (objet: Contenu, attributs: ReadonlySet<string>): Contenu => Object.fromEntries(Object.entries(objet).filter(([attribut]) => !attributs.has(attribut)));
