import { CapacitePriseCharge } from '../../domain/lieu-realisation-offre.ts';
import { z } from '../../domain/zod.ts';
import { Criteres, LONGEST_TEXTE } from '../../engine/recherche/criteres.ts';
import { LieuPropose, PageResultats, PlacesUnite, RechercheEnregistree, SuggestionQuoi } from '../../engine/recherche/resultats.ts';
import { operation } from '../operation.ts';
import { id, suite } from './commun.ts';

const texte = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXTE));
const lat = z.optional(z.string().check(z.regex(/^-?\d{1,2}(?:\.\d{1,12})?$/)));
const lon = z.optional(z.string().check(z.regex(/^-?\d{1,3}(?:\.\d{1,12})?$/)));

/** What may be looked for. Open to the public profile. */
export const suggererQuoi = operation({
  name: 'suggererQuoi', kind: 'query', method: 'GET', path: '/recherche/quoi',
  summary: 'What may be looked for by these letters: types of UO, activities, acts, professions… and structures by name.',
  input: z.object({ texte, lat, lon }),
  /** Likeliest first; the page groups them by kind. */
  output: z.object({ suggestions: z.array(SuggestionQuoi) }), problems: [],
});

/** The embedded gazetteer of the geocoding port. Open to the public profile. */
export const suggererOu = operation({
  name: 'suggererOu', kind: 'query', method: 'GET', path: '/recherche/ou',
  summary: 'Places by these letters: communes by name or postal code, départements, establishments.',
  input: z.object({ texte }), output: z.object({ lieux: z.array(LieuPropose) }), problems: [],
});

/** A search. POST, because criteria are an object; it changes nothing. Open to the public profile. */
export const rechercher = operation({
  name: 'rechercher', kind: 'query', method: 'POST', path: '/recherche',
  summary: 'Establishments with their offers that answer the criteria, with the count of each facet, by pages.',
  input: z.object({
    criteres: Criteres, suite,
    /** Establishments a page, 20 by default. */
    taille: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
    /** Offers of each establishment, 20 by default; `nombreOffres` tells how many there are. */
    offres: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  }),
  output: PageResultats, problems: ['introuvable'],
});

const recherches = z.object({ recherches: z.array(RechercheEnregistree) });

/** The searches that the person kept, with what is new. */
export const listerRecherches = operation({
  name: 'listerRecherches', kind: 'query', method: 'GET', path: '/recherches',
  summary: 'The searches that the person kept, with how many offers are new in each.',
  input: z.object({}), output: recherches, problems: [],
});

/** Keeps, renames, watches, marks as seen or forgets a search. */
export const changerRecherches = operation({
  name: 'changerRecherches', kind: 'command', method: 'POST', path: '/recherches/commandes',
  summary: 'Keeps a search, renames it, sets its alert, marks what is new as seen, or forgets it.',
  input: z.object({
    commande: z.discriminatedUnion('type', [
      z.object({ type: z.literal('enregistrer'), nom: z.string().check(z.minLength(1), z.maxLength(100)), criteres: Criteres, alerte: z.boolean() }),
      z.object({ type: z.literal('modifier'), rechercheId: id, nom: z.string().check(z.minLength(1), z.maxLength(100)), alerte: z.boolean() }),
      z.object({ type: z.literal('vue'), rechercheId: id }),
      z.object({ type: z.literal('supprimer'), rechercheId: id }),
    ]),
  }),
  output: recherches, problems: ['introuvable'],
});

/** The units whose beds and places the person answers for. */
export const listerPlaces = operation({
  name: 'listerPlaces', kind: 'query', method: 'GET', path: '/places',
  summary: 'The units assigned to the person, with their beds and places and how fresh they are.',
  input: z.object({ suite }), output: z.object({ unites: z.array(PlacesUnite), suite: z.nullable(z.string()) }), problems: [],
});

/** Counts the beds and places of one unit. */
export const saisirPlaces = operation({
  name: 'saisirPlaces', kind: 'command', method: 'PUT', path: '/places/:uniteId',
  summary: 'Writes the beds and places of one unit, and its planned closings, with immediate effect.',
  input: z.object({
    uniteId: id,
    /** Version of the unit that the person saw. */
    version: z.int(),
    /** Dates and sources of the counts are the server's. */
    capacites: z.array(z.omit(CapacitePriseCharge, { dateMAJCapacite: true, typeSourceCapacite: true })).check(z.maxLength(200)),
    fermetures: z.array(z.object({
      debut: z.iso.date(), fin: z.nullable(z.iso.date()), nombre: z.int().check(z.positive(), z.maximum(10_000)),
      type: z.nullable(z.string().check(z.maxLength(20))), commentaire: z.optional(z.string().check(z.maxLength(2_000))),
    })).check(z.maxLength(100)),
  }),
  output: z.object({ unite: PlacesUnite }),
  problems: ['introuvable', 'perime'],
});
