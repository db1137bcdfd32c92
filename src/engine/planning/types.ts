/** The day of the week of ISO 8601: 1 Monday … 7 Sunday. */
export type Jour = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `YYYY-MM-DD`. */
export type DateJour = string;

export const MINUTES_JOUR = 1440;
export const MINUTES_SEMAINE = 10_080;
export const JOURS: readonly Jour[] = [1, 2, 3, 4, 5, 6, 7];

/** JDV_J41 `01`, opening hours: the type of a range that has none (FHIR.md §5.4). */
export const TYPE_DEFAUT = '01';

/** Minutes, half-open: `debut` is in, `fin` is out. Of the week, or of a day where it is said so. */
export interface Intervalle {
  readonly debut: number;
  readonly fin: number;
}

/**
 * A range of the typical week, in whole minutes since Monday 00:00 of the place: no Date, no zone.
 * `0 ≤ debut < 10080` and `debut < fin ≤ debut + 10080`; a `fin` above 10080 runs into the next Monday.
 */
export interface Plage extends Intervalle {
  /** A code of JDV_J41; an unknown code is kept. */
  readonly type: string;
}

/** Ranges sorted by beginning, then type; those of one type neither overlap nor touch (PLA-2). */
export type Semaine = readonly Plage[];

/** Why an operation is refused, as data: i18n words it. */
export type Refus =
  /** The range would cover another one of the same type (or of any type, when the caller refuses that). */
  | { readonly code: 'chevauchement'; readonly avec: Plage }
  /** The week no longer holds this range. */
  | { readonly code: 'plage-inconnue'; readonly plage: Plage }
  /** The end is not after the beginning. */
  | { readonly code: 'duree-nulle' }
  /** More than a week. */
  | { readonly code: 'duree-excessive'; readonly max: number }
  /** The afternoon does not begin after the end of the morning. */
  | { readonly code: 'pause-nulle' }
  /** Not whole minutes of a week, or of a day. */
  | { readonly code: 'hors-limites' }
  /** Not a day from 1 to 7. */
  | { readonly code: 'jour-inconnu'; readonly jour: number }
  /** More ranges than a week is allowed to have. */
  | { readonly code: 'trop-de-plages'; readonly max: number };

export type Suite =
  | { readonly semaine: Semaine; readonly refus?: undefined }
  | { readonly refus: Refus; readonly semaine?: undefined };

/** What could not be read, or could not be said in a format; the rest was kept. i18n words it. */
export type Constat =
  /** Not what the format asks for. `rang`: its place in the source, from 0; `texte`: the part concerned. */
  | { readonly code: 'illisible'; readonly rang?: number; readonly texte?: string }
  /** The end comes before the beginning. */
  | { readonly code: 'inversee'; readonly rang: number; readonly texte?: string }
  | { readonly code: 'duree-nulle'; readonly rang: number }
  /** Longer than a week; not whole minutes of a week. */
  | { readonly code: 'duree-excessive'; readonly rang: number }
  | { readonly code: 'hors-limites'; readonly rang: number }
  /** Ranges of one type that overlapped were made one. */
  | { readonly code: 'fusion'; readonly nombre: number }
  /** Read, but the planning can't hold it: `texte` says what it was. */
  | { readonly code: 'non-repris'; readonly quoi: NonRepris; readonly rang?: number; readonly texte?: string }
  /** The planning holds it, but the format can't say it. */
  | { readonly code: 'non-dit'; readonly quoi: NonDit; readonly texte?: string }
  /** Only the first ones were kept. */
  | { readonly code: 'trop-de-plages'; readonly nombre: number; readonly max: number }
  | { readonly code: 'trop-d-exceptions'; readonly nombre: number; readonly max: number };

/** No day, no hours, no year, seconds, one week in two, a remark, a later rule that would have the last word, a day of another week. */
export type NonRepris = 'jour' | 'heures' | 'annee' | 'secondes' | 'frequence' | 'commentaire' | 'ordre' | 'fuseau' | 'hors-semaine';

/** A type of range, a reason, a rule for holidays, dates of validity, a closing of the structure, 23:59, an opening without hours, hours instead of others. */
export type NonDit = 'type' | 'motif' | 'feries' | 'vacances' | 'validite' | 'fermeture' | 'derniere-minute' | 'sans-heures' | 'remplacement' | 'sans-fin';
