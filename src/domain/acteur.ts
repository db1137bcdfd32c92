import { z } from './zod.ts';

/**
 * Roles of the people of a regional ROR (WORKFLOW §1).
 * `referent` edits; `direction` edits and validates; `tutelle` (ARS, conseil départemental) validates the
 * handicap structures of its territory; `gestionnaire` (SESAN) validates the others.
 */
export const Role = z.enum([
  'lecteur', 'referent', 'direction', 'responsable-disponibilites', 'tutelle', 'gestionnaire', 'support',
]);
export type Role = z.infer<typeof Role>;

/** The person who acts, as the server knows them. */
export const Acteur = z.object({
  id: z.string(),
  nom: z.string(),
  role: Role,
  /** Identifiers of the entités géographiques that this person describes (référent, direction). */
  entitesGeographiques: z.array(z.string()),
  /** INSEE codes of the départements of a territory (tutelle); empty means none. */
  departements: z.array(z.string()),
});
export type Acteur = z.infer<typeof Acteur>;
