/** The answers that the name of a unit is made from. */
export const namingInputs = ['typeOffre', 'modePriseEnCharge', 'temporaliteAccueil'] as const;
/** The answers that the name of an establishment is looked at with (FIC-117, FIC-118). */
export const officialInputs = ['denominationEG', 'categorieEG', 'lieuEG.adresse.localite'] as const;
