import { CodeNomenclature, DateHeure, DateJour, Heure, HeureFin, Libelle, Texte } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * One range of a planning: one day, one range of hours, one type (MODEL §6). A week with a lunch break
 * is ten of them. Nothing here forbids overlaps or a range over midnight: `engine/planning` decides.
 */
export const Horaire = z.object({
  /** 0..1, JDV_J41: opening, secretariat, consultation with or without appointment… */
  typePlageHoraire: z.optional(CodeNomenclature),
  /** 0..1, ISO 8601: 1 Monday to 7 Sunday. */
  jourSemaine: z.optional(z.int().check(z.minimum(1), z.maximum(7))),
  /** 0..1, local time. */
  heureDebut: z.optional(Heure),
  /** 0..1, local time; `24:00` is the end of the day. */
  heureFin: z.optional(HeureFin),
  /** 0..1, first day of an exceptional opening or closing. */
  debutDateEffective: z.optional(DateJour),
  /** 0..1, its last day. */
  finDateEffective: z.optional(DateJour),
  /** 0..1, MOS only: whether the range opens (true) or closes. */
  ouvertureFermeture: z.optional(z.boolean()),
  /** 0..1, MOS only: how often the range comes back (every other week…). */
  frequencePlageHoraire: z.optional(Libelle),
  /** 0..1, MOS only. */
  commentaire: z.optional(Texte),
  /** 0..1, MOS only: instant at which the range was declared. */
  dateDeclaration: z.optional(DateHeure),
  /** 0..1, MOS only. */
  idPlageHoraire: z.optional(Libelle),
});
export type Horaire = z.infer<typeof Horaire>;
