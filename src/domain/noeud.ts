import { z } from './zod.ts';

/**
 * Levels at which a structure is described (guide 000 "Comprendre l'organisation des données"):
 * entité juridique, entité géographique, pôle, service, unité fonctionnelle, unité opérationnelle.
 * The codes are the ones shown before the names in the tree (guide 004).
 */
export const TypeNoeud = z.enum(['EJ', 'EG', 'P', 'S', 'UF', 'UO']);
export type TypeNoeud = z.infer<typeof TypeNoeud>;

/** Levels that hold a fiche in a dossier collaboratif: an EJ is never described there. */
export const TypeFiche = z.enum(['EG', 'P', 'S', 'UF', 'UO']);
export type TypeFiche = z.infer<typeof TypeFiche>;

/** Levels that a structure may add by itself (the support creates EJ and EG, guide 002). */
export const TypeFicheCreable = z.enum(['P', 'S', 'UF', 'UO']);
export type TypeFicheCreable = z.infer<typeof TypeFicheCreable>;

/** Which dossier, if any, holds a copy of a node, so that its fiche can say so (guide 001, banners). */
export const DossierEnCours = z.object({
  id: z.string(),
  nom: z.string(),
  etat: z.enum(['EN_COURS', 'EN_VALIDATION_INTERNE', 'EN_VALIDATION_GESTIONNAIRE', 'VALIDE', 'REFUSE', 'ERREUR_PUBLICATION']),
});
export type DossierEnCours = z.infer<typeof DossierEnCours>;

/** What the person may do from the menu of a row of the répertoire. */
export const ActionRepertoire = z.enum(['ouvrir', 'ouvrir-dossier', 'creer-dossier']);
export type ActionRepertoire = z.infer<typeof ActionRepertoire>;

/**
 * One row of the répertoire. Grouping rows (`DF`, département français) lead to structures and
 * have no fiche.
 */
export const NoeudRepertoire = z.object({
  id: z.string(),
  type: z.enum([...TypeNoeud.options, 'DF']),
  nom: z.string(),
  /** How many rows lie directly below; 0 closes the row. */
  nombreEnfants: z.int().check(z.nonnegative()),
  /** `decrite`: its offer is published; `a-decrire`: nothing was published yet. Absent on grouping rows. */
  description: z.optional(z.enum(['decrite', 'a-decrire'])),
  actions: z.array(ActionRepertoire),
});
export type NoeudRepertoire = z.infer<typeof NoeudRepertoire>;
