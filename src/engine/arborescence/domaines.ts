import { DOMAINES } from '../../domain/domaines.ts';
import type { CodeNoeud, Domaine, TypeGroupe, TypeNoeud } from '../../domain/noeud.ts';

/**
 * ARB-16, ARB-17: whether a row is shown when these domaines are ticked.
 * @param domaines of the offers at or below the row. @param coches undefined = no filter.
 */
export function isShown(domaines: readonly string[], coches: readonly string[] | undefined): boolean {
  return coches === undefined || domaines.length === 0 || domaines.some((domaine) => coches.includes(domaine));
}

/** ARB-18: the code before a name (guide 004): a service below a service is a structure of level 2. */
export function nodeCode(type: TypeNoeud | TypeGroupe, typeParent: string | null): CodeNoeud {
  if (type === 'S') return typeParent === 'S' ? 'S2' : 'S1';
  return type;
}

/** ARB-20: the words of a name or of a search, without accents, case or punctuation. */
export const wordsOf = (texte: string): readonly string[] =>
  texte.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').split(/[^\p{L}\p{N}]+/u).filter((mot) => mot !== '');

/** ARB-20: whether every word of the search begins a word of the name. */
export function matches(nom: string, texte: string): boolean {
  const mots = wordsOf(nom);
  const cherches = wordsOf(texte);
  return cherches.length > 0 && cherches.every((debut) => mots.some((mot) => mot.startsWith(debut)));
}

/** Ticked at first (guide 002): what is médico-social is not, and the page says so. */
export const DOMAINES_TICKED: readonly Domaine[] = ['MCO', 'PSY', 'SLD', 'SSR'];

/** The boxes after one of them was pressed, in their usual order. */
export const toggle = (coches: readonly Domaine[], domaine: Domaine): readonly Domaine[] =>
  DOMAINES.filter((each) => (each === domaine) !== coches.includes(each));

/** The boxes of a host or of a link: what is unknown is left out; undefined when it is no list. */
export const readTicked = (given: unknown): readonly Domaine[] | undefined => (Array.isArray(given) ? DOMAINES.filter((each) => given.includes(each)) : undefined);
