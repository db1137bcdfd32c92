import { IdentifiantTechnique } from './identifiants.ts';
import { CodeNomenclature, DateHeure, Libelle, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * What the répertoire knows about an object, apart from what the object says (MODEL §0).
 *
 * It hangs under `metadonnee`, as in the official class diagram: an EJ has its own `dateCreation` (a day
 * of law), an EG its own `commentaire`, a place its own `identifiant`.
 */
export const Metadonnee = z.object({
  /** 1..1 here (0..1 in exchanges): the key under which the répertoire stores the object. */
  identifiant: IdentifiantTechnique,
  /** 1..1, instant. */
  dateCreation: DateHeure,
  /** 1..1, instant; equal to `dateCreation` at creation. */
  dateMiseJour: DateHeure,
  /** 0..1, region that the data come from, JDV_J237. */
  regionSource: z.optional(CodeNomenclature),
  /** 0..1 */
  commentaire: z.optional(Texte),
  /** 0..1, identifier and version of the modèle de saisie with which the object was written. */
  modeleSaisie: z.optional(Libelle),
});
export type Metadonnee = z.infer<typeof Metadonnee>;
