import { IdentifiantTechnique } from './identifiants.ts';
import { Lieu } from './lieu.ts';
import { Metadonnee } from './metadonnees.ts';
import { Quantite } from './quantite.ts';
import { CodeNomenclature, DateHeure, Libelle, Nombre, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** The greatest value that the most tolerant of the equipments of one type bears. */
export const LimiteCaracteristiqueEquipement = z.object({
  /** 1..1, JDV_J228: maximum weight, maximum diameter. */
  typeCaracteristique: CodeNomenclature,
  /** 1..1 */
  valeurLimite: Quantite,
});
export type LimiteCaracteristiqueEquipement = z.infer<typeof LimiteCaracteristiqueEquipement>;

/** Specialised equipment of a place. */
export const EquipementSpecifique = z.object({
  /** 1..1, JDV_J18. */
  typeEquipement: CodeNomenclature,
  /** 0..1 */
  nbEquipementEnService: z.optional(Nombre),
  /** 0..* */
  limiteCaracteristiqueEquipement: z.optional(z.array(LimiteCaracteristiqueEquipement)),
});
export type EquipementSpecifique = z.infer<typeof EquipementSpecifique>;

/** How many dwellings of one type a place has. */
export const CapaciteHabitation = z.object({
  /** 1..1, JDV_J32. */
  typeHabitation: CodeNomenclature,
  /** 0..1 */
  nbHabitation: z.optional(Nombre),
});
export type CapaciteHabitation = z.infer<typeof CapaciteHabitation>;

/**
 * A number of beds or places for one combination of nature, status, time and affectation: a grid of beds
 * is a pivot of such records.
 */
export const CapacitePriseCharge = z.object({
  /** 1..1, patients for whom the beds are kept, JDV_J195. */
  affectationTemporaire: CodeNomenclature,
  /** 1..1, bed or place, JDV_J187. */
  natureCapacite: CodeNomenclature,
  /** 1..1, installed, available, occupied, reserved, closed, additional: JDV_J188. */
  statutCapacite: CodeNomenclature,
  /** 1..1, now or in 1 h, 24 h, 48 h, 7 days: JDV_J189. */
  temporaliteCapacite: CodeNomenclature,
  /** 1..1 */
  nombreCapacite: Nombre,
  /** 1..1, typed or sent by a tool, JDV_J193. */
  typeSourceCapacite: CodeNomenclature,
  /** 1..1, instant of the count in its source. */
  dateMAJCapacite: DateHeure,
  /** 0..1, JDV_J190; has a meaning for available beds. */
  genreCapaciteDispo: z.optional(CodeNomenclature),
  /** 0..1, JDV_J191; for closed beds. */
  typeFermetureCapacite: z.optional(CodeNomenclature),
  /** 0..1, JDV_J192; for additional beds. */
  typeLitsSupplementaire: z.optional(CodeNomenclature),
  /** 0..1, JDV_J194; for additional beds. */
  typeCrise: z.optional(CodeNomenclature),
  /** 0..1 */
  commentaire: z.optional(Texte),
});
export type CapacitePriseCharge = z.infer<typeof CapacitePriseCharge>;

/** A place where an offer is carried out, with its equipment and its capacities (MODEL §5). */
export const LieuRealisationOffre = z.extend(Lieu, {
  /** 0..1, identifier given by the bed-management tool of the structure. */
  idExterneSynchro: z.optional(Libelle),
  /** 0..1 */
  nomExterneSynchro: z.optional(Libelle),
  /** 0..1, `metadonnee.identifiant` of the EJ, EG or OI that manages the place. */
  managingOrganization: z.optional(IdentifiantTechnique),
  /** 0..1 */
  commentaire: z.optional(Texte),
  /** 0..* */
  equipementSpecifique: z.optional(z.array(EquipementSpecifique)),
  /** 0..* */
  capaciteHabitation: z.optional(z.array(CapaciteHabitation)),
  /** 0..* */
  capacitePriseCharge: z.optional(z.array(CapacitePriseCharge)),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type LieuRealisationOffre = z.infer<typeof LieuRealisationOffre>;
