import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';

/** A kind of thing that can be looked for: the value set of its codes, the attribute of the offer (or of its establishment) that holds them. */
export interface Champ {
  readonly valueSet: ValueSetId;
  /** Path of the exposure model, from the object named by `de`. */
  readonly attribut: string;
  readonly de: 'offre' | 'etablissement' | 'lieu';
}

/** What can be looked for by a code (the field *quoi*), likeliest kind first: the order of the suggestions of equal worth (REC-10). */
export const GENRES = {
  'type-offre': { valueSet: 'J238', attribut: 'typeOffre', de: 'offre' },
  activite: { valueSet: 'J17', attribut: 'activiteOperationnelle', de: 'offre' },
  specialisation: { valueSet: 'J35', attribut: 'specialisationPriseEnCharge', de: 'offre' },
  profession: { valueSet: 'J186', attribut: 'professionRessource', de: 'offre' },
  acte: { valueSet: 'J16', attribut: 'acteSpecifique', de: 'offre' },
  competence: { valueSet: 'J33', attribut: 'competenceSpecifique', de: 'offre' },
  equipement: { valueSet: 'J18', attribut: 'equipementSpecifique.typeEquipement', de: 'lieu' },
  mode: { valueSet: 'J19', attribut: 'modePriseEnCharge', de: 'offre' },
  modalite: { valueSet: 'J226', attribut: 'modaliteAccueil', de: 'offre' },
  temporalite: { valueSet: 'J30', attribut: 'temporaliteAccueil', de: 'offre' },
  categorie: { valueSet: 'J55', attribut: 'categorieEG', de: 'etablissement' },
} as const satisfies Readonly<Record<string, Champ>>;

export type Genre = keyof typeof GENRES;

/** What narrows a result, with a count for each value (the left side of guide 002). `territoire`: INSEE code of a département; `domaine`: grand groupe de disciplines. */
export const FACETTES = {
  domaine: { valueSet: 'GGD' },
  type: { valueSet: 'J238' },
  categorie: { valueSet: 'J55' },
  champ: { valueSet: 'J20' },
  mode: { valueSet: 'J19' },
  temporalite: { valueSet: 'J30' },
  public: { valueSet: 'J29' },
  specialisation: { valueSet: 'J35' },
  modalite: { valueSet: 'J226' },
  accessibilite: { valueSet: 'J50' },
  territoire: { valueSet: 'COG_departements' },
} as const satisfies Readonly<Record<string, { readonly valueSet: ValueSetId | 'GGD' }>>;

export type Facette = keyof typeof FACETTES;
