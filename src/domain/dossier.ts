import { FicheResume } from './fiche.ts';
import { DateJour } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * Life of a dossier collaboratif (WORKFLOW §2). `VALIDE` waits for its date d'effet;
 * `REFUSE` and `ERREUR_PUBLICATION` can go on.
 */
export const EtatDossier = z.enum([
  'EN_COURS', 'EN_VALIDATION_INTERNE', 'EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'PUBLIE', 'REFUSE', 'ERREUR_PUBLICATION',
]);
export type EtatDossier = z.infer<typeof EtatDossier>;

/** `sanitaire`: a Direction validates before the gestionnaire; `medico-social`: no internal validation. */
export const Circuit = z.enum(['sanitaire', 'medico-social']);
export type Circuit = z.infer<typeof Circuit>;

/** Who publishes: the regional gestionnaire, or the autorité de tutelle for handicap structures. */
export const Valideur = z.enum(['gestionnaire', 'tutelle']);
export type Valideur = z.infer<typeof Valideur>;

/** What the dossier and the répertoire both changed since the copy, or what a removal would have taken along (DOS-44, DOS-45). */
export const Conflit = z.discriminatedUnion('type', [
  /** The dossier's value was taken. `champ`: an attribute of the model. `nom`: of the node when it was published. */
  z.object({ type: z.literal('champ'), noeudId: z.string(), nom: z.optional(z.string()), champ: z.string(), publie: z.optional(z.unknown()), dossier: z.optional(z.unknown()) }),
  /** The node was to be removed, but something was added below it in the répertoire: it stays. */
  z.object({ type: z.literal('noeud-garde'), noeudId: z.string(), nom: z.optional(z.string()) }),
]);
export type Conflit = z.infer<typeof Conflit>;

const dossierFields = {
  id: z.string(),
  nom: z.string(),
  entiteGeographiqueId: z.string(),
  /** JDV_J55 code of the establishment; narrows the types d'UO proposed. */
  categorieEG: z.optional(z.string()),
  /** INSEE code of the département, for the access of the tutelles. */
  departement: z.string(),
  circuit: Circuit,
  valideur: Valideur,
  etat: EtatDossier,
  /** Day from which the publication may take effect. */
  dateEffet: z.nullable(DateJour),
  /** Why it was last refused or sent back; null once it is sent again. */
  motifRefus: z.nullable(z.string()),
  /** Grows at each accepted command other than a save of a fiche. */
  version: z.int(),
  /** ISO instants. */
  dateCreation: z.string(),
  dateMiseJour: z.string(),
} as const;

/** A dossier as a row of the list of dossiers. */
export const DossierResume = z.object({
  ...dossierFields,
  nombreFiches: z.int(),
  nombreFinalisees: z.int(),
});
export type DossierResume = z.infer<typeof DossierResume>;

/**
 * A dossier collaboratif: the working copy of one entité géographique and of all that lies below it
 * (guide 002 p. 18). The fiches are in tree order, parents first.
 */
export const Dossier = z.object({
  ...dossierFields,
  fiches: z.array(FicheResume),
  /** What its publication found, once it is published and when it found something. */
  conflits: z.optional(z.array(Conflit)),
});
export type Dossier = z.infer<typeof Dossier>;
