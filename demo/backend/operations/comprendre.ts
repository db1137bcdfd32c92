import { GENRES, type Genre } from '../../../src/engine/recherche/champs.ts';
import { usefulWords } from '../../../src/engine/recherche/words.ts';
import type { Suggestion } from '../../../src/engine/recherche/vocabulaire.ts';
import { words } from '../../../src/nomenclature/text.ts';
import { GENRES_RESTREINTS, type TexteCompris } from '../repositories/recherche-exigences.ts';
import type { ContexteRecherche } from '../repositories/recherche-contexte.ts';

/** Meanings of a text that are looked for. */
const SENS = 5;

/** The kinds that a person may look for. */
export const genresPour = (restreint: boolean): ReadonlySet<Genre> => new Set((Object.keys(GENRES) as Genre[]).filter((genre) => !restreint || !GENRES_RESTREINTS.has(genre)));

/**
 * REC-16: what a text means: words that name a commune, or are a postal code, say where; the others what. Undefined when
 * it holds no word.
 */
export function comprendre(texte: string, { communes, vocabulaire }: ContexteRecherche, restreint: boolean): { readonly texte: TexteCompris; readonly compris: readonly Suggestion[] } | undefined {
  const mots = usefulWords(texte);
  if (mots.length === 0) return undefined;
  const tous = words(texte);
  const dansLieu = new Set<number>();
  // The longest run of words that is the whole name of a commune; a text that is nothing else is a name, not a place.
  for (let longueur = Math.min(6, tous.length - 1); longueur > 0 && dansLieu.size === 0; longueur--) {
    for (let debut = tous.length - longueur; debut >= 0 && dansLieu.size === 0; debut--) {
      const suite = tous.slice(debut, debut + longueur).join(' ');
      const nomme = /^\d{5}$/.test(suite) ? communes.parCodePostal(suite).length > 0 : suite.length > 2 && communes.search(suite, { limit: 3 }).some(({ nom }) => words(nom).join(' ') === suite);
      if (nomme) for (let rang = debut; rang < debut + longueur; rang++) dansLieu.add(rang);
    }
  }
  const lieux = tous.filter((_, rang) => dansLieu.has(rang));
  const quoi = usefulWords(tous.filter((_, rang) => !dansLieu.has(rang)).join(' '));
  const genres = genresPour(restreint);
  const compris = quoi.length > 0 ? vocabulaire.search(quoi.join(' '), SENS, genres) : [];
  return {
    texte: {
      mots: mots.join(' '), lieux: lieux.join(' '), codes: compris.map(({ genre, code }) => `${genre}:${code}`),
      partiel: quoi.length > 1 && quoi.some((mot) => vocabulaire.search(mot, 1, genres).length === 0),
    },
    compris,
  };
}
