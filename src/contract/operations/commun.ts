import { DOMAINES, type Domaine } from '../../domain/noeud.ts';
import { z } from '../../domain/zod.ts';

/** Any identifier. */
export const id = z.string().check(z.minLength(1), z.maxLength(64));

/** Where the previous page ended: what its answer said. */
export const suite = z.optional(z.string().check(z.maxLength(500)));

/** The domaines ticked in *Afficher les structures*, separated by commas; `''` = none is; absent = no filter (ARB-16). */
export const domaines = z.optional(z.string().check(z.maxLength(40), z.regex(new RegExp(`^(?:(?:${DOMAINES.join('|')})(?:,(?:${DOMAINES.join('|')}))*)?$`))));

/** The `domaines` of an input as a list: undefined = no filter. */
export const lireDomaines = (texte: string | undefined): readonly Domaine[] | undefined =>
  (texte === undefined ? undefined : [...new Set(texte.split(','))].filter((one): one is Domaine => (DOMAINES as readonly string[]).includes(one)));

/** Path of a field, as the form schemas write it. */
export const chemin = z.string().check(z.minLength(1), z.maxLength(300));
