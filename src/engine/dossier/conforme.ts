import { misfits } from '../fiche/conformity.ts';
import { equal } from '../fiche/equal.ts';
import { publishedObject, type Identity } from '../fiche/published-object.ts';
import type { NoeudPublie } from './creer.ts';

/**
 * DOS-46: a node as it will stand in the répertoire, with the identifiers that the répertoire gives.
 * @param publie the node that it replaces; undefined for a new one.
 * @throws naming what is not as the exposure model says and was not already so.
 */
export function conforme(noeud: NoeudPublie, publie: NoeudPublie | undefined, options: Omit<Identity, 'id'>): NoeudPublie {
  const identity = { ...options, id: noeud.id };
  const contenu = publishedObject(noeud.type, noeud.contenu, identity, publie?.contenu);
  const faux = misfits(noeud.type, contenu, identity)
    .filter(([attribut]) => !publie || !equal(contenu[String(attribut)], publie.contenu[String(attribut)]));
  if (faux.length > 0) throw new Error(`${noeud.type} ${noeud.nom}: not as the exposure model says: ${faux.map((place) => place.join('.')).join(', ')}`);
  return { ...noeud, contenu };
}
