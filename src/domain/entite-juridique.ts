import { Adresse } from './adresse.ts';
import { Contact, Telecommunication } from './contact.ts';
import { IdNatStruct, NumFINESSEJ, NumRppsAdeliRang, NumSIREN } from './identifiants.ts';
import { Metadonnee } from './metadonnees.ts';
import { CodeNomenclature, DateJour, Libelle } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * The legal person that answers for one or more entités géographiques (MODEL §1). It has no opening
 * day; its `dateCreation` is the one of law, not the one of the répertoire.
 */
export const EntiteJuridique = z.object({
  /** 1..1 */
  idNatStruct: IdNatStruct,
  /** 0..1, FINESS juridique. */
  numFINESS: z.optional(NumFINESSEJ),
  /** 0..1 */
  numSIREN: z.optional(NumSIREN),
  /** 0..1, for the practices that have no SIREN. */
  numEJ_RPPS_ADELI_Rang: z.optional(NumRppsAdeliRang),
  /** 1..1 */
  raisonSociale: Libelle,
  /** 0..1 */
  complementRaisonSociale: z.optional(Libelle),
  /** 1..1, JDV_J199. */
  statutJuridique: CodeNomenclature,
  /** 0..1, JDV_J200. */
  sousEnsembleAgregatStatutJuridique: z.optional(CodeNomenclature),
  /** 0..1, head office. */
  adresseEJ: z.optional(Adresse),
  /** 0..* */
  contact: z.optional(z.array(Contact)),
  /** 0..* */
  telecommunication: z.optional(z.array(Telecommunication)),
  /** 0..1, day of the administrative creation. */
  dateCreation: z.optional(DateJour),
  /** 0..1 */
  dateFermeture: z.optional(DateJour),
  /** 0..1, JDV_J201. */
  typeFermeture: z.optional(CodeNomenclature),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type EntiteJuridique = z.infer<typeof EntiteJuridique>;
