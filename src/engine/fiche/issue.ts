import { z } from '../../domain/zod.ts';

export const IssueCode = z.enum([
  'manquant', 'illisible', 'code-inconnu', 'code-retire', 'code-hors-liste', 'trop-long', 'trop-petit', 'trop-grand',
  'inferieur-a', 'forme', 'cle', 'copie-de', 'nom-sans-prefixe', 'acronyme-ponctue',
  'doublon', 'trop-nombreux', 'ligne-longue', 'code-postal-commune', 'reference-inconnue', 'capacite-nulle', 'capacite-depassee',
  'horaire-incomplet', 'horaire-inverse',
  'acronyme-minuscule', 'mot-abrege', 'nom-minuscules', 'nom-interne', 'nom-sans-officiel', 'nom-categorie',
]);
export type IssueCode = z.infer<typeof IssueCode>;

/** A value that is wrong or missing. Data only; i18n words it. */
export const Issue = z.object({
  code: IssueCode,
  /** Path of the field in the fiche. */
  path: z.string(),
  /** `erreur` blocks at its level, `avertissement` never blocks. */
  severity: z.enum(['erreur', 'avertissement']),
  /** Earliest save that it blocks. */
  level: z.enum(['attente', 'finaliser']),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** The whole value as it would be once this is mended: a proposal, never applied by itself (FIC-119). */
  corrected: z.optional(z.string()),
});
export type Issue = z.infer<typeof Issue>;
