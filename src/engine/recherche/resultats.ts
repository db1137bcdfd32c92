import { CapacitePriseCharge } from '../../domain/lieu-realisation-offre.ts';
import { TypeNoeud } from '../../domain/noeud.ts';
import { z } from '../../domain/zod.ts';
import { FACETTES, GENRES, type Facette, type Genre } from './champs.ts';
import { Tri } from './criteres.ts';

const genre = z.enum(Object.keys(GENRES) as [Genre, ...Genre[]]);
const facette = z.enum(Object.keys(FACETTES) as [Facette, ...Facette[]]);

/** Whether an offer is open at the instant of the search, in its own time zone; unknown when its hours are (REC-4). */
export const StatutOuverture = z.object({
  etat: z.enum(['ouvert', 'ferme', 'inconnu']),
  /** ISO instant of the next change, when it is known. */
  prochain: z.nullable(z.string()),
  /** Why it is closed: outside the hours, for a time, for good, a public holiday, an exception. */
  raison: z.optional(z.enum(['horaires', 'fermeture-provisoire', 'fermeture-definitive', 'ferie', 'exception'])),
});
export type StatutOuverture = z.infer<typeof StatutOuverture>;

/** One offer (UO) of a result: a row of the table of guide 002. */
export const OffreTrouvee = z.object({
  id: z.string(),
  nom: z.string(),
  /** JDV_J238. */
  typeOffre: z.nullable(z.string()),
  /** JDV_J19. */
  modePriseEnCharge: z.nullable(z.string()),
  /** JDV_J30. */
  temporaliteAccueil: z.nullable(z.string()),
  /** Years, inclusive; null = not said. */
  ageMin: z.nullable(z.number()),
  ageMax: z.nullable(z.number()),
  /** Takes children (under 18), adults: `E`, `A` of the table. */
  enfants: z.boolean(),
  adultes: z.boolean(),
  statut: StatutOuverture,
  /** Beds and places: available now, installed; null = not said or not for this person. */
  places: z.object({ disponibles: z.nullable(z.int()), installees: z.nullable(z.int()), dateMiseJour: z.nullable(z.string()) }),
  /** Telephone and e-mail that this person may read, of the reception first. */
  telephone: z.nullable(z.string()),
  mail: z.nullable(z.string()),
  /** What answered the search in this offer: codes of what was looked for, or words of its name. */
  repond: z.array(z.object({ genre, code: z.string() })),
});
export type OffreTrouvee = z.infer<typeof OffreTrouvee>;

/** One establishment with those of its offers that answer, best first. */
export const EtablissementTrouve = z.object({
  id: z.string(),
  nom: z.string(),
  /** JDV_J55. */
  categorieEG: z.nullable(z.string()),
  /** Lines under the name, ready to print. */
  adresse: z.array(z.string()),
  codeCommune: z.nullable(z.string()),
  commune: z.nullable(z.string()),
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  /** Whether the point is the one of the address, or only the middle of the commune. */
  precision: z.nullable(z.enum(['adresse', 'commune'])),
  /** Kilometres as the crow flies from the place of the search, one decimal; null without place. */
  distanceKm: z.nullable(z.number()),
  /** Minutes of travel; an estimate unless a router was asked. */
  duree: z.nullable(z.object({ minutes: z.int(), estimee: z.boolean() })),
  telephone: z.nullable(z.string()),
  mail: z.nullable(z.string()),
  /** At most twenty; `nombreOffres` tells how many there are. */
  offres: z.array(OffreTrouvee),
  nombreOffres: z.int(),
});
export type EtablissementTrouve = z.infer<typeof EtablissementTrouve>;

/** How many offers each value of a facet would leave, counted without the facet itself (REC-2). */
export const CompteFacette = z.object({ facette, valeurs: z.array(z.object({ code: z.string(), nombre: z.int() })) });
export type CompteFacette = z.infer<typeof CompteFacette>;

/** What a search without result would give if one criterion were left out (REC-11). */
export const Assouplissement = z.object({
  critere: z.union([
    z.object({ nom: z.literal('quoi'), genre, code: z.string() }),
    z.object({ nom: z.literal('facette'), facette, code: z.string() }),
    z.object({ nom: z.enum(['texte', 'ou', 'distanceMax', 'dureeMax', 'age', 'ouvert', 'places']) }),
  ]),
  /** Offers that would answer. */
  nombre: z.int(),
});
export type Assouplissement = z.infer<typeof Assouplissement>;

/** A page of a search. */
export const PageResultats = z.object({
  etablissements: z.array(EtablissementTrouve),
  suite: z.nullable(z.string()),
  nombreEtablissements: z.int(),
  nombreOffres: z.int(),
  /** Only on the first page: the other pages have the same. */
  facettes: z.array(CompteFacette),
  /** Offers surely open now, and with available places, among those found without that criterion. */
  ouverts: z.int(),
  avecPlaces: z.int(),
  /** The order used, and why another was asked (REC-6). */
  tri: Tri,
  /** Where distances are measured from, when it is a place known by the server. */
  lieu: z.nullable(z.object({ libelle: z.string(), latitude: z.number(), longitude: z.number() })),
  /** What the words of `texte` were understood as, most likely first. */
  compris: z.array(z.object({ genre, code: z.string(), label: z.string() })),
  /** Only when nothing was found. */
  assouplissements: z.array(Assouplissement),
  /** ISO instant that open and closed are true for. */
  instant: z.string(),
});
export type PageResultats = z.infer<typeof PageResultats>;

/** A suggestion of the field *quoi*. */
export const SuggestionQuoi = z.union([
  z.object({ genre, code: z.string(), label: z.string(), parSynonyme: z.optional(z.string()) }),
  z.object({ genre: z.literal('structure'), id: z.string(), type: TypeNoeud, label: z.string(), commune: z.nullable(z.string()) }),
]);
export type SuggestionQuoi = z.infer<typeof SuggestionQuoi>;

/** A place that a geocoder proposes. `precision`: what the point is the middle of. */
export const LieuPropose = z.object({
  genre: z.enum(['commune', 'departement', 'adresse', 'structure', 'voie']),
  /** INSEE code of a commune or département, identifier of a structure; null for an address. */
  code: z.nullable(z.string()),
  libelle: z.string(),
  /** What tells two places of the same name apart: postal codes, département. */
  detail: z.string(),
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
});
export type LieuPropose = z.infer<typeof LieuPropose>;

/** A search kept by a person. */
export const RechercheEnregistree = z.object({
  id: z.string(),
  nom: z.string(),
  /** The criteria as a query (`versRequete`), so that a kept search survives a change of the language. */
  requete: z.string(),
  /** Whether the person wants to be told of new offers. */
  alerte: z.boolean(),
  /** Offers that answer now and did not when the person last looked. */
  nouvelles: z.int(),
  dateCreation: z.string(),
});
export type RechercheEnregistree = z.infer<typeof RechercheEnregistree>;

/** The beds and places of one unit that the person answers for. */
export const PlacesUnite = z.object({
  id: z.string(),
  nom: z.string(),
  etablissement: z.object({ id: z.string(), nom: z.string() }),
  version: z.int(),
  capacites: z.array(CapacitePriseCharge),
  /** Latest count; null when nothing was ever counted. */
  dateMiseJour: z.nullable(z.string()),
  /** Planned or present closing of beds. */
  fermetures: z.array(z.object({
    id: z.string(), debut: z.string(), fin: z.nullable(z.string()), nombre: z.int(),
    /** JDV_J191. */
    type: z.nullable(z.string()), commentaire: z.optional(z.string()),
  })),
});
export type PlacesUnite = z.infer<typeof PlacesUnite>;
