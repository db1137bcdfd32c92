import { DOMAINES, GROUPEMENTS } from './domaines.ts';
import { z } from './zod.ts';

export { DOMAINES } from './domaines.ts';

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

/** Levels that have a form: those of a dossier, and the EJ and the place that the support may look at. */
export const NiveauFiche = z.enum([...TypeFiche.options, 'EJ', 'LIEU']);
export type NiveauFiche = z.infer<typeof NiveauFiche>;

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

export const Domaine = z.enum(DOMAINES);
export type Domaine = z.infer<typeof Domaine>;

/** How the roots of the tree are grouped (guide 001, "Afficher par"). */
export const Par = z.enum(GROUPEMENTS);
export type Par = z.infer<typeof Par>;

/**
 * Grouping rows, which lead to structures and have no fiche: département français, territoire de santé, catégorie de
 * besoins, filière (groupe, type, niveau and the filière itself), and a list of favourites (`FAV`, the project's own).
 */
export const TypeGroupe = z.enum(['DF', 'TS', 'CB', 'GF', 'TF', 'NF', 'F', 'FAV']);
export type TypeGroupe = z.infer<typeof TypeGroupe>;

/** Codes shown before the names (guide 004): those of the levels, told apart as the regional tool does. */
export const CodeNoeud = z.enum(['EJ', 'EG', 'P', 'PM', 'S1', 'S2', 'UF', 'UO', ...TypeGroupe.options]);
export type CodeNoeud = z.infer<typeof CodeNoeud>;

/** What the person may do from the menu of a row of the répertoire, in the order of the menu. */
export const ActionRepertoire = z.enum([
  'ouvrir', 'ouvrir-dossier', 'creer-dossier', 'ajouter-favori', 'retirer-favori',
  /** The name alone: `corrigerFiche` on the block that holds it. */
  'renommer',
  /** In the open dossier, or in one to be opened: the répertoire itself is not rearranged at once. */
  'deplacer',
  'signaler-anomalie',
]);
export type ActionRepertoire = z.infer<typeof ActionRepertoire>;

/** One row of the répertoire. */
export const NoeudRepertoire = z.object({
  id: z.string(),
  type: z.enum([...TypeNoeud.options, ...TypeGroupe.options]),
  /** Absent: the type is the code. */
  code: z.optional(CodeNoeud),
  /** Empty for the groups that gather what has no group (`…-aucune`) and for the first list of favourites: the page words them. */
  nom: z.string(),
  /** How many rows lie directly below, in the ticked domaines; 0 closes the row. */
  nombreEnfants: z.int().check(z.nonnegative()),
  /** `decrite`: its offer is published; `a-decrire`: nothing was published yet. Absent on grouping rows. */
  description: z.optional(z.enum(['decrite', 'a-decrire'])),
  /** Domaines of the offers at or below this row. */
  domaines: z.optional(z.array(z.string())),
  /** In one of the person's lists of favourites. */
  favori: z.optional(z.boolean()),
  /** The dossier that holds it, for those who may see that dossier. */
  dossier: z.optional(DossierEnCours),
  actions: z.array(ActionRepertoire),
});
export type NoeudRepertoire = z.infer<typeof NoeudRepertoire>;

/** A row above another one. */
export const Ancetre = z.object({ id: z.string(), type: z.enum([...TypeNoeud.options, ...TypeGroupe.options]), code: z.optional(CodeNoeud), nom: z.string() });
export type Ancetre = z.infer<typeof Ancetre>;

/** How long ago a fiche was last brought up to date; `ancienne` after a year ([BI] RE1.2), `jamais` before any publication. */
export const Fraicheur = z.object({ etat: z.enum(['a-jour', 'ancienne', 'jamais']), jours: z.nullable(z.int()) });
export type Fraicheur = z.infer<typeof Fraicheur>;
