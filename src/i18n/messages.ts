import type { catalogue } from './catalogue.ts';
import type { formulaireDebut } from './fr/formulaire-debut.ts';
import type { fr } from './fr.ts';

/** A catalogue of the same shape as the French one, whatever its words. */
type Words<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Words<T[K]> };

/** All the words of a language: a missing key does not compile. */
export type Catalogue = Words<typeof catalogue>;

/** What each language provides: all that every entry uses; the words of one tool (the planning) may be left out, and stay French then. */
export type Messages = Words<typeof fr> & Partial<Catalogue>;

/**
 * What a form alone uses: a page that embeds only that does not bring the words of the others. What a form says later
 * (`fr/formulaire-suite.ts`, refusals, remarks on names) comes with the parts that say it.
 */
export type FormMessages = Pick<Messages, 'commun' | 'exportPdf' | 'echecs'> & Partial<Pick<Messages, 'refus'>> & Partial<Omit<Catalogue, 'formulaire' | 'constats'>>
  & { readonly formulaire: Words<typeof formulaireDebut>; readonly constats: Partial<Messages['constats']> };
