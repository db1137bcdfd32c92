import { IdentifiantTechnique } from './identifiants.ts';
import { Metadonnee } from './metadonnees.ts';
import { CodeNomenclature, DateHeure, Libelle, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** A report that something in the répertoire is wrong (MODEL §13; FHIR Task). */
export const Anomalie = z.object({
  /** 1..1, JDV_J241. */
  thematique: CodeNomenclature,
  /** 0..1, add, correct, remove: JDV_J242. */
  actionDemandee: z.optional(CodeNomenclature),
  /** 1..1, JDV_J244. */
  statutMetier: CodeNomenclature,
  /** 1..1, `metadonnee.identifiant` of the object concerned. */
  objet: IdentifiantTechnique,
  /** 0..1, path of the attribute concerned in this object. */
  chemin: z.optional(Libelle),
  /** 0..1, what the declarant writes. */
  description: z.optional(Texte),
  /** 0..* */
  valeurErronee: z.optional(z.array(Texte)),
  /** 0..* */
  valeurProposee: z.optional(z.array(Texte)),
  /** 1..1, tool from which it was reported. */
  systemeDeclarant: Libelle,
  /** 0..1 */
  declarant: z.optional(Libelle),
  /** 0..1, who has to answer. */
  destinataire: z.optional(Libelle),
  /** 0..1, instant at which it was sent to the recipient. */
  dateEnvoi: z.optional(DateHeure),
  /** 0..1 */
  dateCloture: z.optional(DateHeure),
  /** 1..1; its dates are those of the report and of its last change. */
  metadonnee: Metadonnee,
});
export type Anomalie = z.infer<typeof Anomalie>;
