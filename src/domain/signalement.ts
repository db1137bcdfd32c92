import { Role } from './acteur.ts';
import { TypeNoeud } from './noeud.ts';
import { CodeNomenclature } from './types-de-donnees.ts';
import { z } from './zod.ts';

/** A person as a report names them. */
export const Personne = z.object({ id: z.string(), nom: z.string(), role: Role });
export type Personne = z.infer<typeof Personne>;

/** What somebody may do with a report now. */
export const ActionSignalement = z.enum(['assigner', 'changer-statut', 'repondre', 'annuler', 'contester']);
export type ActionSignalement = z.infer<typeof ActionSignalement>;

/**
 * A report of an anomaly as the tool keeps it: the object of exchange is `Anomalie`, this one also knows who treats it
 * and what the node is called.
 */
export const Signalement = z.object({
  id: z.string(),
  noeud: z.object({
    id: z.string(), type: TypeNoeud, nom: z.string(),
    /** The establishment; null for an entité juridique. */
    entiteGeographiqueId: z.nullable(z.string()),
  }),
  /** INSEE codes: more than one only for an entité juridique. */
  departements: z.array(z.string()),
  /** JDV_J241. */
  thematique: CodeNomenclature,
  /** JDV_J242. */
  actionDemandee: z.optional(CodeNomenclature),
  /** JDV_J244. */
  statut: CodeNomenclature,
  /** Path of the attribute concerned. */
  chemin: z.optional(z.string()),
  message: z.string(),
  valeurProposee: z.optional(z.string()),
  /** What the reporter read there when they reported it. */
  valeurErronee: z.optional(z.string()),
  declarant: Personne,
  assigne: z.nullable(Personne),
  /** The last answer to the reporter. */
  reponse: z.nullable(z.string()),
  version: z.int(),
  /** ISO instants. */
  dateCreation: z.string(),
  dateMiseJour: z.string(),
  dateCloture: z.nullable(z.string()),
});
export type Signalement = z.infer<typeof Signalement>;

/** A report with its history and what the person may do with it. */
export const SignalementDetaille = z.extend(Signalement, {
  historique: z.array(z.object({
    type: z.string(), instant: z.string(), auteur: z.nullable(Personne),
    statut: z.optional(z.string()), texte: z.optional(z.string()), assigne: z.optional(z.nullable(Personne)),
  })),
  actions: z.array(ActionSignalement),
  /** Statuses (JDV_J244) to which this person may bring it now. */
  statutsPossibles: z.array(z.string()),
  /** To whom this person may assign it. */
  assignables: z.array(Personne),
});
export type SignalementDetaille = z.infer<typeof SignalementDetaille>;
