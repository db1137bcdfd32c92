import type { OutputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import type { Acteur } from '../../domain/acteur.ts';
import { lignesAdresse } from '../../domain/lignes-adresse.ts';
import { isObject } from '../../engine/fiche/equal.ts';
import { readPath } from '../../engine/fiche/paths.ts';
import type { FicheContext, FormSchema } from '../../engine/fiche/types.ts';
import { estSituable } from '../../ui/carte.ts';

/** What the server says of a node, and what it takes to say it in words. */
export type Lue = OutputOf<Operations['lireNoeud']> & { readonly acteur: Acteur; readonly schema: FormSchema; readonly context: FicheContext };

/** Where a place is, as its fiche says. */
export interface Situation {
  readonly lignes: readonly string[];
  readonly point?: { readonly latitude: number; readonly longitude: number; readonly fiable: boolean } | undefined;
  /** INSEE code. */
  readonly commune?: string | undefined;
  /** Name of the establishment, when the place is its own and not that of the unit. */
  readonly heritee?: string | undefined;
}

/** The place of the fiche; that of its establishment where the fiche says none. */
export function situationOf({ contenu, etablissement, noeud }: Pick<Lue, 'contenu' | 'etablissement' | 'noeud'>): Situation | undefined {
  const [lieu] = Array.isArray(contenu['lieuRealisationOffre']) ? (contenu['lieuRealisationOffre'] as unknown[]) : [];
  const sienne = read(noeud.type === 'EG' ? contenu['lieuEG'] : noeud.type === 'EJ' ? { adresse: contenu['adresseEJ'] } : lieu);
  if (sienne && (sienne.point || sienne.lignes.length > 0)) return sienne;
  const dessus = etablissement && read(etablissement.contenu['lieuEG']);
  return dessus && (dessus.point || dessus.lignes.length > 0) ? { ...dessus, heritee: etablissement.nom } : undefined;
}

function read(lieu: unknown): Situation | undefined {
  if (!isObject(lieu)) return undefined;
  const adresse = lieu['adresse'];
  const [latitude, longitude] = ['latitude', 'longitude'].map((nom) => readPath(lieu, `coordonneeGeographique.${nom}`));
  return {
    lignes: isObject(adresse) ? lignesAdresse(Object.fromEntries(Object.entries(adresse).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))) : [],
    ...(estSituable(latitude, longitude) && { point: { latitude: latitude as number, longitude: longitude as number, fiable: readPath(lieu, 'coordonneeGeographique.coordonneesFiables') !== false } }),
    ...(typeof lieu['communeCog'] === 'string' && { commune: lieu['communeCog'] }),
  };
}
