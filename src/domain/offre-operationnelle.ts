import { Contact, Telecommunication } from './contact.ts';
import { Horaire } from './horaire.ts';
import { IdentifiantOffre } from './identifiants.ts';
import { LieuRealisationOffre } from './lieu-realisation-offre.ts';
import { Metadonnee } from './metadonnees.ts';
import { Age, Quantite } from './quantite.ts';
import { DivisionTerritoriale } from './territoire.ts';
import { CodeAvecSysteme, CodeNomenclature, DateJour, Libelle } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** The persons whom an offer is for. */
export const Patientele = z.object({
  /** 1..1, inclusive. 0 to 150 years is shown as "no limit" (guide 004). */
  ageMin: Age,
  /** 1..1, inclusive. */
  ageMax: Age,
  /** 0..*, JDV_J29. */
  publicPrisEnCharge: z.optional(z.array(CodeNomenclature)),
});
export type Patientele = z.infer<typeof Patientele>;

/**
 * What a structure can do for somebody: the unité opérationnelle (UO) of the regional tool, the FHIR
 * HealthcareService of the national one (MODEL §4). Which EJ, EG or OI provides it is told by its place
 * in the tree (`noeud.ts`), not repeated here.
 */
export const OffreOperationnelle = z.object({
  /** 1..1, never changes, even when the offer moves to another establishment. */
  identifiantOffre: IdentifiantOffre,
  /** 1..1, displayable to the public. */
  nomOffre: Libelle,
  /** 0..1, JDV_J238. Drives the form, which requires it. */
  typeOffre: z.optional(CodeNomenclature),
  /** 1..1, JDV_J20. */
  champActivite: CodeNomenclature,
  /** 1..1, JDV_J19. */
  modePriseEnCharge: CodeNomenclature,
  /** 0..1, JDV_J30. Temporary means 90 days a year at most, médico-social only. */
  temporaliteAccueil: z.optional(CodeNomenclature),
  /** 0..*, JDV_J226. */
  modaliteAccueil: z.optional(z.array(CodeNomenclature)),
  /** 0..*, home help: prestataire, mandataire, JDV_J26. */
  modeGestion: z.optional(z.array(CodeNomenclature)),
  /** 1..*, JDV_J17. The family (JDV_J51) of each is told by the table ASS_A14, not stored. */
  activiteOperationnelle: z.array(CodeNomenclature).check(z.minLength(1)),
  /** 0..*, JDV_J16, four characters with leading zeros. */
  acteSpecifique: z.optional(z.array(CodeNomenclature)),
  /** 0..*, acts of liberal doctors inside an establishment, JDV_J16. */
  acteRealiseHorsCabinet: z.optional(z.array(CodeNomenclature)),
  /** 0..*, JDV_J35. */
  specialisationPriseEnCharge: z.optional(z.array(CodeNomenclature)),
  /** 0..*, JDV_J186, each `systeme|code`. */
  professionRessource: z.optional(z.array(CodeAvecSysteme)),
  /** 0..*, JDV_J33. */
  competenceSpecifique: z.optional(z.array(CodeNomenclature)),
  /** 0..*, JDV_J227. */
  niveauExpertise: z.optional(z.array(CodeNomenclature)),
  /** 1..1: true hides the whole offer below access profile 1 (prison units). */
  uniteSensible: z.boolean(),
  /** 0..1, psychiatry. */
  habilitationAuxSoinsSansConsentement: z.optional(z.boolean()),
  /** 0..*, free wording of the sector of psychiatry. */
  secteurPsychiatrique: z.optional(z.array(Libelle)),
  /** 0..1, JDV_J28. */
  ouvertureAnnuelle: z.optional(CodeNomenclature),
  /** 0..* */
  zoneIntervention: z.optional(z.array(DivisionTerritoriale)),
  /** 1..1 */
  patientele: Patientele,
  /** 0..1, JDV_J185 (DEF, PRO). */
  typeFermeture: z.optional(CodeNomenclature),
  /** 0..1 */
  dateFermeture: z.optional(DateJour),
  /** 0..1, for a temporary closure. */
  datePrevisionnelleReouverture: z.optional(DateJour),
  /** 0..* */
  horaire: z.optional(z.array(Horaire)),
  /** 0..* */
  contact: z.optional(z.array(Contact)),
  /** 0..*, boxes of secure health messaging. */
  boiteLettreMSS: z.optional(z.array(Telecommunication)),
  /** 0..1, distance to the place of a geographic search: computed by it, never stored. */
  eloignementCalcule: z.optional(Quantite),
  /** 1..* in the model, 0..* here: an offer is created before its places (change log of the guide, 0.6). */
  lieuRealisationOffre: z.optional(z.array(LieuRealisationOffre)),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type OffreOperationnelle = z.infer<typeof OffreOperationnelle>;
