import { Montant } from './quantite.ts';
import { CodeNomenclature, DateJour, Libelle } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * A price of an entité géographique (MODEL §2b). The model has one class per type of price; they are one
 * object here, because `typeTarif` alone, a code of a nomenclature, tells them apart. Which of the
 * optional attributes a type needs is a rule, not a shape.
 */
export const Tarif = z.object({
  /** 1..1, JDV_J36. */
  typeTarif: CodeNomenclature,
  /** 1..1, euros. */
  montantTarif: Montant,
  /** 1..1, what one pays for (a day, an hour, a meal), JDV_J205. */
  unitePrix: CodeNomenclature,
  /** 0..1 */
  dateDebutValiditeTarif: z.optional(DateJour),
  /** Forfait socle hébergement, supplément: JDV_J32. */
  typeHabitation: z.optional(CodeNomenclature),
  /** Forfait socle hébergement, dépendance: JDV_J30. */
  temporaliteAccueil: z.optional(CodeNomenclature),
  /** Forfait socle, accueil de jour, aides humaines, portage de repas: JDV_J39. */
  conditionTarifaire: z.optional(CodeNomenclature),
  /** Forfait socle hébergement: true when the price is the one of persons under 60. */
  tarifMoins60Ans: z.optional(z.boolean()),
  /** Forfait socle hébergement: 0..*, JDV_J206. */
  prestationsNonObligatoiresIncluses: z.optional(z.array(CodeNomenclature)),
  /** Forfait socle hébergement: 0..*, those that JDV_J206 lacks. */
  autresPrestationsNonObligatoiresIncluses: z.optional(z.array(Libelle)),
  /** Dépendance: group of GIR, JDV_J27. */
  groupeTarifaireDependance: z.optional(CodeNomenclature),
  /** Aides humaines. */
  nomTarifAidesHumaines: z.optional(Libelle),
  /** Aides humaines: prestataire or mandataire, JDV_J26. */
  modeGestion: z.optional(CodeNomenclature),
  /** Portage de repas. */
  nomTarifPortageRepas: z.optional(Libelle),
  /** Prestation supplémentaire, JDV_J206. Excludes `nomAutrePrestationSupp`. */
  nomPrestationSupp: z.optional(CodeNomenclature),
  /** Prestation supplémentaire that JDV_J206 lacks. */
  nomAutrePrestationSupp: z.optional(Libelle),
});
export type Tarif = z.infer<typeof Tarif>;
