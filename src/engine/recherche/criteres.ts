import { z } from '../../domain/zod.ts';
import { FACETTES, GENRES, type Facette, type Genre } from './champs.ts';

const code = z.string().check(z.minLength(1), z.maxLength(120));
const listOf = (max: number) => z.array(code).check(z.maxLength(max));

/** Longest text that is searched; a longer one is refused, with a message, rather than cut. */
export const LONGEST_TEXTE = 200;

/** What is looked for: one code of a nomenclature, chosen among the suggestions. */
export const Quoi = z.object({ genre: z.enum(Object.keys(GENRES) as [Genre, ...Genre[]]), code });
export type Quoi = z.infer<typeof Quoi>;

const latitude = z.number().check(z.minimum(-90), z.maximum(90));
const longitude = z.number().check(z.minimum(-180), z.maximum(180));

/** Around what it is looked for. */
export const Ou = z.discriminatedUnion('genre', [
  /** INSEE code of a commune or of an arrondissement of Paris. */
  z.object({ genre: z.literal('commune'), code: z.string().check(z.regex(/^(?:\d{2}|2[AB])\d{3}$/)) }),
  z.object({ genre: z.literal('departement'), code: z.string().check(z.regex(/^(?:\d{2}|2[AB]|97\d)$/)) }),
  /** An address, or where the person is: degrees WGS84. */
  z.object({ genre: z.literal('point'), latitude, longitude, libelle: z.string().check(z.maxLength(LONGEST_TEXTE)) }),
  /** Node of the répertoire. */
  z.object({ genre: z.literal('structure'), id: z.string().check(z.minLength(1), z.maxLength(64)) }),
]);
export type Ou = z.infer<typeof Ou>;

export const Tri = z.enum(['pertinence', 'distance', 'duree', 'nom']);
export type Tri = z.infer<typeof Tri>;

export const Deplacement = z.enum(['voiture', 'velo', 'marche']);
export type Deplacement = z.infer<typeof Deplacement>;

/** Everything that a search asks. Absent = not asked. Codes of one facet widen (or), facets narrow (and): REC-1. */
export const Criteres = z.object({
  /** Codes of one kind widen, kinds narrow. */
  quoi: z.optional(z.array(Quoi).check(z.maxLength(20))),
  /** Words that no suggestion was chosen for: names, and what the vocabulary understands of them. */
  texte: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXTE))),
  ou: z.optional(Ou),
  /** Kilometres as the crow flies from `ou`. */
  distanceMax: z.optional(z.number().check(z.positive(), z.maximum(500))),
  /** Minutes of travel from `ou`. */
  dureeMax: z.optional(z.int().check(z.positive(), z.maximum(600))),
  deplacement: z.optional(Deplacement),
  /** Chosen codes by facet. */
  facettes: z.optional(z.partialRecord(z.enum(Object.keys(FACETTES) as [Facette, ...Facette[]]), listOf(50))),
  /** Age of the person, in whole years: only the offers that take it (REC-3). */
  age: z.optional(z.int().check(z.minimum(0), z.maximum(150))),
  /** Open now, surely: an offer whose hours are not known is not (REC-4). */
  ouvert: z.optional(z.boolean()),
  /** At least one available bed or place. */
  places: z.optional(z.boolean()),
  tri: z.optional(Tri),
});
export type Criteres = z.infer<typeof Criteres>;

export { criteresGiven, pruned, withoutCritere, isSituated, triInUse, type Critere } from './given.ts';
