import { z } from './zod.ts';

/** A measure and its unit. */
export const Quantite = z.object({
  /** 1..1 */
  valeur: z.number(),
  /** 1..1, UCUM code, e.g. `kg`, `cm`, `km`. */
  unite: z.string().check(z.regex(/^\S{1,20}$/)),
});
export type Quantite = z.infer<typeof Quantite>;

/** Units in which an age may be given, UCUM: year, month, week, day. */
export const UniteAge = z.enum(['a', 'mo', 'wk', 'd']);
export type UniteAge = z.infer<typeof UniteAge>;

/** An age: a {@link Quantite} that is whole, not negative, and in an age unit. */
export const Age = z.object({ valeur: z.int().check(z.nonnegative()), unite: UniteAge });
export type Age = z.infer<typeof Age>;

/** An amount of money. */
export const Montant = z.object({
  /** 1..1 */
  valeur: z.number().check(z.nonnegative()),
  /** 1..1, ISO 4217; the ROR says euros, `EUR`. */
  devise: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Montant = z.infer<typeof Montant>;
