import { Adresse } from './adresse.ts';
import { Telecommunication } from './contact.ts';
import { CodeCommune } from './identifiants.ts';
import { CodeNomenclature, Libelle, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** A point on the map. */
export const CoordonneeGeographique = z.object({
  /** 1..1, degrees, north is positive. */
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  /** 1..1, degrees, east is positive. */
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  /** 1..1, `WGS84` everywhere in the ROR. */
  systemeGeodesique: Libelle,
  /** 0..1, whether the way the point was found is reliable. */
  coordonneesFiables: z.optional(z.boolean()),
});
export type CoordonneeGeographique = z.infer<typeof CoordonneeGeographique>;

/** A place: its address and its position (class `Lieu` of ME 3). */
export const Lieu = z.object({
  /** 0..1, functional identifier of the place. */
  identifiant: z.optional(Libelle),
  /** 0..1 */
  nom: z.optional(Libelle),
  /** 0..1, how to get there. */
  description: z.optional(Texte),
  /** 0..1, JDV_J198 (001 hébergement). */
  fonctionLieu: z.optional(CodeNomenclature),
  /** 0..1, JDV_J224: operational, closed for a time, closed for good. */
  statut: z.optional(CodeNomenclature),
  /** 1..1, commune of the COG, JDV_J230. */
  communeCog: CodeCommune,
  /** 0..1 */
  adresse: z.optional(Adresse),
  /** 0..1 */
  coordonneeGeographique: z.optional(CoordonneeGeographique),
  /** 0..* */
  telecommunication: z.optional(z.array(Telecommunication)),
});
export type Lieu = z.infer<typeof Lieu>;
