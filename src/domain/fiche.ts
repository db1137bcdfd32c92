import { TypeFiche } from './noeud.ts';
import { z } from './zod.ts';

/**
 * Life of a fiche in a dossier (WORKFLOW §2): `en-creation` never saved, `en-attente` saved and not
 * finalised (both grey in the tree), `finalisee` complete (green).
 */
export const EtatFiche = z.enum(['en-creation', 'en-attente', 'finalisee']);
export type EtatFiche = z.infer<typeof EtatFiche>;

/** A draft of an object of the exposure model: same attribute names, anything may still be missing. */
export const Contenu = z.record(z.string(), z.unknown());
export type Contenu = Readonly<Record<string, unknown>>;

/** Text typed into a field that can't be read as a value yet, by field path. It is kept as typed. */
export const Illisibles = z.record(z.string(), z.string().check(z.maxLength(100_000)));
export type Illisibles = Readonly<Record<string, string>>;

/**
 * In which edition the codes of a fiche were chosen: value set → edition (YYYY-MM-DD) → codes. Kept beside the
 * content, never in it: the exposure model has no place for it, and a published object stays what it is.
 */
export const Editions = z.record(z.string(), z.record(z.string(), z.array(z.string())));
export type Editions = z.infer<typeof Editions>;

/** What a person has typed into one fiche. */
export const Saisie = z.object({ contenu: Contenu, illisibles: Illisibles });
export interface Saisie {
  readonly contenu: Contenu;
  readonly illisibles: Illisibles;
}

/** The same, with the editions of its codes where they are known. */
export type SaisieDatee = Saisie & { readonly editions?: Editions | undefined };

/** A fiche as a row of a dossier: all but what was typed into it. */
export const FicheResume = z.object({
  id: z.string(),
  type: TypeFiche,
  parentId: z.nullable(z.string()),
  nom: z.string(),
  etat: EtatFiche,
  /** Grows by one at each save; a save must name the version it started from. */
  version: z.int(),
  /** Identifier of the node of the répertoire that this fiche describes; absent for a new unit. */
  origineId: z.optional(z.string()),
});
export type FicheResume = z.infer<typeof FicheResume>;

/** A fiche with what was typed into it. */
export const Fiche = z.extend(FicheResume, {
  contenu: Contenu,
  illisibles: Illisibles,
  /** ISO instant of the last save. */
  dateMiseJour: z.string(),
  /** Name of the person of the last save. */
  auteur: z.optional(z.string()),
  editions: z.optional(Editions),
});
export type Fiche = FicheResume & Saisie & { dateMiseJour: string; auteur?: string | undefined; editions?: Editions | undefined };
