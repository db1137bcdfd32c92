import { Telecommunication } from './contact.ts';
import { Horaire } from './horaire.ts';
import { IdNatPS } from './identifiants.ts';
import { Metadonnee } from './metadonnees.ts';
import { CodeNomenclature, Libelle } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** A health or social-care professional (MODEL §12). Comes from the RPPS: never edited here. */
export const Professionnel = z.object({
  /** 1..1 */
  idNat_PS: IdNatPS,
  /** 0..1, JDV_J207. */
  civilite: z.optional(CodeNomenclature),
  /** 0..* */
  boiteLettresMSS: z.optional(z.array(Telecommunication)),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type Professionnel = z.infer<typeof Professionnel>;

/** What a professional is entitled to: a type, and the code of this type. */
export const SavoirFaire = z.object({
  /** 1..1, JDV_J209; it tells which of the others is filled. */
  typeSavoirFaire: CodeNomenclature,
  /** 0..1, JDV_J210. */
  specialite: z.optional(CodeNomenclature),
  /** 0..1, JDV_J232. */
  competence: z.optional(CodeNomenclature),
  /** 0..1, JDV_J211. */
  competenceExclusive: z.optional(CodeNomenclature),
  /** 0..1, JDV_J212. */
  orientationParticuliere: z.optional(CodeNomenclature),
  /** 0..1, JDV_J213. */
  capacite: z.optional(CodeNomenclature),
  /** 0..1, JDV_J214. */
  qualificationPAC: z.optional(CodeNomenclature),
  /** 0..1, JDV_J215. */
  DESCNonQualifiant: z.optional(CodeNomenclature),
  /** 0..1, JDV_J216. */
  droitExerciceComplementaire: z.optional(CodeNomenclature),
});
export type SavoirFaire = z.infer<typeof SavoirFaire>;

/** A profession as one professional exercises it. */
export const ExerciceProfessionnel = z.object({
  /** 1..1 */
  professionnel: Professionnel,
  /** 1..1, JDV_J229. */
  profession: CodeNomenclature,
  /** 1..1 */
  nomExercice: Libelle,
  /** 0..1 */
  prenomExercice: z.optional(Libelle),
  /** 0..1, JDV_J208. */
  civiliteExercice: z.optional(CodeNomenclature),
  /** 0..* */
  savoirFaire: z.optional(z.array(SavoirFaire)),
});
export type ExerciceProfessionnel = z.infer<typeof ExerciceProfessionnel>;

/** An exercise inside one offer (FHIR PractitionerRole). An exercise in two offers is two of them. */
export const SituationOperationnelle = z.object({
  /** 1..1, identifiantOffre, `/`, idNat_PS: `11/666/810000000000`. */
  identifiant: z.string().check(z.regex(/^-?[0-9]{1,2}\/\S{1,64}\/\S{1,64}$/)),
  /** 1..1 */
  exerciceProfessionnel: ExerciceProfessionnel,
  /** 1..1, JDV_J217. */
  modeExerciceOffre: CodeNomenclature,
  /** 0..*, JDV_J33. */
  competenceSpecifique: z.optional(z.array(CodeNomenclature)),
  /** 0..*, the professional's own hours. */
  precisionHoraire: z.optional(z.array(Horaire)),
  /** 0..1, JDV_J218. */
  secteurConventionnement: z.optional(CodeNomenclature),
  /** 0..1, OPTAM. */
  optionContratAccesAuxSoins: z.optional(z.boolean()),
  /** 0..1 */
  carteVitaleAcceptee: z.optional(z.boolean()),
  /** 0..1 */
  telecommunication: z.optional(Telecommunication),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type SituationOperationnelle = z.infer<typeof SituationOperationnelle>;
