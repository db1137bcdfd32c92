import type { PleinAcces } from '../../../src/engine/acces/comptes.ts';
import { FACETTES, type Facette, type Genre } from '../../../src/engine/recherche/champs.ts';
import type { Criteres, Tri } from '../../../src/engine/recherche/criteres.ts';
import { reachKm, type Point } from '../../../src/engine/recherche/trajet.ts';

/** For whom it is searched. `restreint`: some attributes are not for them (ACC-4, ACC-8), and are nowhere in the search. */
export interface RegardRecherche {
  readonly plein: PleinAcces;
  readonly restreint: boolean;
}

/** What the words of `texte` mean. */
export interface TexteCompris {
  /** The words that count, for names. */
  readonly mots: string;
  /** `genre:code`, likeliest first. */
  readonly codes: readonly string[];
  /** Words that name a commune or are a postal code: they narrow what the codes find. */
  readonly lieux: string;
  /** Some words mean nothing of the vocabulary: the codes count only when no name holds all the words. */
  readonly partiel: boolean;
}

/** What is searched, by whom and when. */
export interface Question {
  readonly criteres: Criteres;
  readonly centre: Point | null;
  readonly texte: TexteCompris | null;
  readonly regard: RegardRecherche;
  /** ISO instant, and the day where the region is. */
  readonly instant: string;
  readonly aujourdhui: string;
}

/** What some profiles do not read: neither looked for, nor counted. */
export const GENRES_RESTREINTS: ReadonlySet<Genre> = new Set(['specialisation', 'profession', 'acte', 'competence', 'equipement']);
const FACETTES_RESTREINTES: ReadonlySet<Facette> = new Set(['specialisation']);

/** What the combinations say of an offer (`recherche_classe`): the facets, and the activités. */
export type Colonne = Facette | 'activite';
export const NOMS_FACETTES = Object.keys(FACETTES) as Facette[];
export const COLONNES: readonly Colonne[] = [...NOMS_FACETTES, 'activite'];
const LISTES: ReadonlySet<Colonne> = new Set(['public', 'specialisation', 'modalite', 'activite']);
export const estListe = (colonne: Colonne): boolean => LISTES.has(colonne);
/** The kinds that combinations hold: looked for among them, not among the offers. */
const COLONNE_DU_GENRE: Partial<Readonly<Record<Genre, Colonne>>> = { activite: 'activite', 'type-offre': 'type', mode: 'mode', temporalite: 'temporalite', categorie: 'categorie', specialisation: 'specialisation', modalite: 'modalite' };

/** One of the meanings of the words, and how well it answers. */
export interface Sens {
  readonly note: number;
  /** `genre:code`. */
  readonly code: string;
  /** Where combinations hold it; null: among the codes of the offers. */
  readonly colonne: Colonne | null;
  readonly valeur: string;
}

/** How well an offer answers whose names hold all the words; an establishment whose own name does gets as much again. */
export const NOTE_DU_NOM = 4;

/**
 * What a question asks of each offer, decided here once: the database (`recherche-base.ts`) and the memory
 * (`recherche-parcours.ts`) only look. An empty list of codes is met by nothing: so is what a profile does not read.
 */
export interface Exigences {
  /** One code of each list. */
  readonly classes: readonly { readonly colonne: Colonne; readonly codes: readonly string[] }[];
  /** The same among the codes of the offers, `genre:code`. */
  readonly codes: readonly (readonly string[])[];
  readonly plein: PleinAcces;
  readonly departement: string | null;
  readonly age: number | null;
  readonly centre: Point | null;
  /** Kilometres from the centre; infinite without a limit. */
  readonly portee: number;
  readonly texte: { readonly mots: string; readonly lieux: string; readonly partiel: boolean; readonly sens: readonly Sens[] } | null;
  readonly choix: readonly { readonly facette: Facette; readonly codes: readonly string[] }[];
  /** The facets of which values are counted. */
  readonly comptees: readonly Facette[];
  readonly ouvert: boolean;
  readonly places: boolean;
  /** False: nobody of this profile is told of places. */
  readonly placesDites: boolean;
  readonly instant: string;
  readonly aujourdhui: string;
}

export function exigencesDe({ criteres, centre, texte, regard, instant, aujourdhui }: Question): Exigences {
  const { quoi = [], ou, distanceMax, dureeMax, deplacement, age, facettes } = criteres;
  const parGenre = new Map<Genre, string[]>();
  for (const { genre, code } of quoi) parGenre.set(genre, [...(parGenre.get(genre) ?? []), ...(regard.restreint && GENRES_RESTREINTS.has(genre) ? [] : [code])]);
  const refusee = (facette: Facette): boolean => regard.restreint && FACETTES_RESTREINTES.has(facette);
  return {
    classes: [...parGenre].flatMap(([genre, codes]) => { const colonne = COLONNE_DU_GENRE[genre]; return colonne ? [{ colonne, codes }] : []; }),
    codes: [...parGenre].flatMap(([genre, codes]) => (COLONNE_DU_GENRE[genre] ? [] : [codes.map((code) => `${genre}:${code}`)])),
    plein: regard.plein,
    departement: ou?.genre === 'departement' ? ou.code : null,
    age: age ?? null,
    centre,
    portee: centre === null ? Number.POSITIVE_INFINITY
      : Math.min(distanceMax ?? Number.POSITIVE_INFINITY, dureeMax === undefined ? Number.POSITIVE_INFINITY : reachKm(dureeMax, deplacement)),
    texte: texte && { mots: texte.mots, lieux: texte.lieux, partiel: texte.partiel, sens: texte.codes.map((code, rang) => sensDe(code, rang, texte.lieux)) },
    choix: NOMS_FACETTES.flatMap((facette) => {
      const codes = facettes?.[facette];
      return codes && codes.length > 0 ? [{ facette, codes: refusee(facette) ? [] : codes }] : [];
    }),
    comptees: NOMS_FACETTES.filter((facette) => !refusee(facette)),
    ouvert: criteres.ouvert === true, places: criteres.places === true, placesDites: !regard.restreint,
    instant, aujourdhui,
  };
}

function sensDe(code: string, rang: number, lieux: string): Sens {
  const fin = code.indexOf(':');
  // In the four bytes of a `real`: a cursor of one way is read by the other.
  return { note: Math.fround(3.5 - 0.4 * rang), code, valeur: code.slice(fin + 1), colonne: (lieux === '' && COLONNE_DU_GENRE[code.slice(0, fin) as Genre]) || null };
}

/** One page: after which establishment it begins, how many it holds, how many offers of each. */
export interface Demande {
  readonly question: Question;
  readonly tri: Tri;
  readonly taille: number;
  readonly offres: number;
  readonly suite: CurseurResultats | null;
}

/** Where a page begins: after this establishment. */
export interface CurseurResultats {
  readonly rang: readonly [number, number];
  /** Key of its name; empty when names do not count for the order. */
  readonly cle: string;
  readonly no: string;
}

/** What an order compares: names alone; names among those that answer as well; neither. */
export function ordreDe(tri: Tri, texte: Exigences['texte']): { readonly parNom: boolean; readonly nommes: boolean } {
  const nommes = tri === 'pertinence' && texte !== null;
  return { parNom: tri === 'nom' || nommes, nommes };
}
