import type { fr } from './fr.ts';

/** A catalogue of the same shape as the French one, whatever its words. */
type Words<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Words<T[K]> };

/** What each language provides: a missing key does not compile. */
export type Messages = Words<typeof fr>;
