import type { Role } from '../../domain/acteur.ts';
import { EntiteGeographique } from '../../domain/entite-geographique.ts';
import { EntiteJuridique } from '../../domain/entite-juridique.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { LieuRealisationOffre } from '../../domain/lieu-realisation-offre.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import { OffreOperationnelle } from '../../domain/offre-operationnelle.ts';
import { OrganisationInterne } from '../../domain/organisation-interne.ts';
import type { z } from '../../domain/zod.ts';
import { isObject } from './equal.ts';
import type { Issue } from './issue.ts';
import { locate } from './paths.ts';
import { publishedObject, type Identity } from './published-object.ts';
import { basesOf, placedFields, placedSubFields, type Placed } from './schema-index.ts';
import type { FormSchema } from './types.ts';
import { isReadonly } from './visibility.ts';

const OBJECTS: Readonly<Record<NiveauFiche, z.ZodMiniType>> = {
  EJ: EntiteJuridique, EG: EntiteGeographique, P: OrganisationInterne, S: OrganisationInterne, UF: OrganisationInterne, UO: OffreOperationnelle, LIEU: LieuRealisationOffre,
};

/** Keys and list places from the root of the object: `['contact', 0, 'nom']`. */
export type Place = readonly PropertyKey[];

/** Where a published content is not an object of the exposure model; empty when it is. Its metadata are those of the répertoire. */
export function misfits(type: NiveauFiche, contenu: Contenu, { id, instant }: Identity): readonly Place[] {
  const metadonnee = { identifiant: id, dateCreation: instant, dateMiseJour: instant, ...(isObject(contenu['metadonnee']) ? contenu['metadonnee'] : {}) };
  const parsed = OBJECTS[type].safeParse({ ...contenu, metadonnee });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path);
}

/** Any identity of the right shape: it is not known before the publication. */
const SOME: Identity = { id: 'x', codeRegion: '0', instant: '2000-01-01T00:00:00Z' };

/** FIC-57: the fields of this role where the content could not be published. Elsewhere nobody could mend it here (FIC-51). */
export function shapeIssues(type: NiveauFiche, contenu: Contenu, schema: FormSchema, role: Role): readonly Issue[] {
  const wrong = misfits(type, publishedObject(type, contenu, SOME, contenu), SOME);
  if (wrong.length === 0) return [];
  const look = (placed: Placed): readonly Issue[] => {
    const { field } = placed;
    if (isReadonly(field, { role })) return [];
    const places = [field.path, ...Object.keys(field.constants ?? {})].map((path) => locate(contenu, path, schema.slices));
    if (!places.some((place) => wrong.some((at) => meet(place, at)))) return [];
    // The sub-field where it can be mended, else the list.
    const inside = basesOf(schema, field, contenu).flatMap((base) => placedSubFields(schema, placed, base).flatMap(look));
    return inside.length > 0 ? inside : [{ code: 'illisible', path: field.path, severity: 'erreur', level: 'finaliser' }];
  };
  return [...placedFields(schema)].flatMap(look);
}

/** Whether one place is the other, or holds it. */
const meet = (a: Place, b: Place): boolean => a.slice(0, b.length).every((key, at) => key === b[at]);
