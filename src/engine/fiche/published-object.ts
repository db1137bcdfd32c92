import type { Contenu } from '../../domain/fiche.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import { TYPE_OI } from '../../domain/organisation-interne.ts';
import { isObject } from './equal.ts';
import { publishedPlaces } from './published-places.ts';

/** What the répertoire alone knows of an object. */
export interface Identity {
  /** Its identifier in the répertoire. */
  readonly id: string;
  /** INSEE code of the region, the first part of national identifiers. */
  readonly codeRegion: string;
  /** ISO instant of the publication. */
  readonly instant: string;
}

/**
 * A content as it is published: its identifiers and metadata come from the node or from the répertoire, whatever the
 * content says of them; the comment of the metadata is the person's (FIC-58).
 * @param publie content of the node that it replaces; empty for a new one.
 */
export function publishedObject(type: NiveauFiche, contenu: Contenu, identity: Identity, publie: Contenu = {}): Contenu {
  const { metadonnee, ...rest } = contenu;
  const kept = { ...(isObject(publie['metadonnee']) ? publie['metadonnee'] : {}) };
  delete kept['commentaire'];
  if (isObject(metadonnee) && metadonnee['commentaire'] !== undefined) kept['commentaire'] = metadonnee['commentaire'];
  return { ...rest, ...identifiers(type, contenu, identity, publie), ...(Object.keys(kept).length > 0 && { metadonnee: kept }) };
}

function identifiers(type: NiveauFiche, contenu: Contenu, { id, codeRegion, instant }: Identity, publie: Contenu): Contenu {
  const own = `${codeRegion}/${id}`;
  // A legal person or an establishment is never created by a dossier: its national identifier is in the répertoire.
  if (type === 'EJ' || type === 'EG') return publie['idNatStruct'] === undefined ? {} : { idNatStruct: publie['idNatStruct'] };
  if (type === 'LIEU') return publishedPlaces([contenu], id, instant, [publie])[0] as Contenu;
  if (type !== 'UO') return { identifiantOI: publie['identifiantOI'] ?? own, typeOI: TYPE_OI[type] };
  const lieux = contenu['lieuRealisationOffre'];
  return {
    identifiantOffre: publie['identifiantOffre'] ?? own,
    uniteSensible: contenu['uniteSensible'] ?? false,
    ...(Array.isArray(lieux) && { lieuRealisationOffre: publishedPlaces(lieux, id, instant, publie['lieuRealisationOffre']) }),
  };
}
