import { Contact } from './contact.ts';
import { IdNatStruct, NumFINESSEG, NumRppsAdeliRang, NumSIRET } from './identifiants.ts';
import { Lieu } from './lieu.ts';
import { Metadonnee } from './metadonnees.ts';
import { Tarif } from './tarif.ts';
import { DivisionTerritoriale } from './territoire.ts';
import { CodeNomenclature, DateJour, Libelle, Nombre, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** An establishment of an entité juridique (MODEL §2). */
export const EntiteGeographique = z.object({
  /** 1..1 */
  idNatStruct: IdNatStruct,
  /** 0..1, FINESS géographique. */
  numFINESS: z.optional(NumFINESSEG),
  /** 0..1, begins with the SIREN of the EJ as a rule. */
  numSIRET: z.optional(NumSIRET),
  /** 0..1 */
  numEG_RPPS_ADELI_Rang: z.optional(NumRppsAdeliRang),
  /** 1..1, the raison sociale of FINESS for the structures of FINESS. */
  denominationEG: Libelle,
  /** 0..1 */
  complementDenominationEG: z.optional(Libelle),
  /** 0..1, usual name among actors. */
  nomOperationnel: z.optional(Libelle),
  /** 1..1, JDV_J55. */
  categorieEG: CodeNomenclature,
  /** 0..1, JDV_J202. */
  modaliteParticipationSPH: z.optional(CodeNomenclature),
  /** 0..*, JDV_J31. */
  aideFinanciere: z.optional(z.array(CodeNomenclature)),
  /** 0..1, whether families may be lodged. */
  hebergementFamille: z.optional(z.boolean()),
  /** 0..1, permanent places open to aide sociale. */
  nbPlaceAideSocialPermanent: z.optional(Nombre),
  /** 0..1, temporary places open to aide sociale. */
  nbPlaceAideSocialTemporaire: z.optional(Nombre),
  /** 0..1, JDV_J50. */
  accessibiliteLieu: z.optional(CodeNomenclature),
  /** 0..1, JDV_J204. Access profile 1 only. */
  niveauRecoursORSAN: z.optional(CodeNomenclature),
  /** 0..1, whether a helicopter may land. Access profile 1 only. */
  zonePoser: z.optional(z.boolean()),
  /** 0..* */
  territoireSante: z.optional(z.array(DivisionTerritoriale)),
  /** 0..1 */
  dateOuverture: z.optional(DateJour),
  /** 0..1 */
  dateFermeture: z.optional(DateJour),
  /** 0..1, JDV_J201. */
  typeFermeture: z.optional(CodeNomenclature),
  /** 0..1, main entrance: address and position. */
  lieuEG: z.optional(Lieu),
  /** 0..* */
  contact: z.optional(z.array(Contact)),
  /** 0..* */
  tarif: z.optional(z.array(Tarif)),
  /** 0..1, what the structure wants to add. */
  commentaire: z.optional(Texte),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type EntiteGeographique = z.infer<typeof EntiteGeographique>;
