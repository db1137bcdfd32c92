import { z } from '../domain/zod.ts';
import type { LieuPropose } from '../engine/recherche/resultats.ts';
import { RorClientError } from './errors.ts';
import type { Geocodeur } from './ports-recherche.ts';

/** What is read of an answer; the rest of it is nobody's business. */
const Trouve = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    label: z.string().check(z.minLength(1), z.maxLength(200)),
    type: z.string(),
    city: z.optional(z.string()),
    citycode: z.optional(z.string()),
    postcode: z.optional(z.string()),
    score: z.optional(z.number()),
  }),
});
const Reponse = z.object({ features: z.array(z.unknown()) });

const GENRES: Readonly<Record<string, LieuPropose['genre']>> = { municipality: 'commune', housenumber: 'adresse', street: 'voie', locality: 'voie' };

/** Boxes of the French territories, degrees: south, west, north, east. A point elsewhere is a mistake of the service. */
const FRANCE: readonly (readonly [number, number, number, number])[] = [
  [41, -5.5, 51.5, 10], [14, -63.3, 18.3, -60.7], [2, -55, 6, -51], [-21.6, 55, -20.7, 56], [-13.2, 44.9, -12.4, 45.4], [46.6, -56.6, 47.3, -56],
];
const enFrance = (latitude: number, longitude: number): boolean => FRANCE.some(([s, w, n, e]) => latitude >= s && latitude <= n && longitude >= w && longitude <= e);

const lies = (why: string, cause?: unknown): RorClientError => new RorClientError('invalid-answer', `geocoder: ${why}`, undefined, { cause });

/**
 * A geocoder of the shape of the national address service (BAN, Géoplateforme: `/search?q=…` → GeoJSON). What cannot be
 * read is left out; an answer of which nothing can be read, or only points outside France, is a failure.
 * @param url of the service, without `/search`. Its origin must be in the `connect-src` of the page.
 */
export function geocodeurAdresse({ url, fetch: send = globalThis.fetch.bind(globalThis), limite = 8 }: { readonly url: string; readonly fetch?: typeof fetch; readonly limite?: number }): Geocodeur {
  return {
    async chercher(texte, { signal }) {
      const asked = new URL(`${url.replace(/\/+$/, '')}/search`, globalThis.location?.href);
      // The service refuses a text over 200 characters.
      for (const [name, value] of [['q', texte.slice(0, 200)], ['limit', String(limite)], ['autocomplete', '1']] as const) asked.searchParams.set(name, value);
      const answer = await send(asked, { headers: { accept: 'application/json' }, credentials: 'omit', referrerPolicy: 'no-referrer', ...(signal && { signal }) });
      if (!answer.ok) throw new RorClientError('server', `geocoder: HTTP ${answer.status}`);
      const read = Reponse.safeParse(await answer.json().catch((error: unknown) => { throw lies('not JSON', error); }));
      if (!read.success) throw lies('not the GeoJSON expected', read.error);
      const lieux = read.data.features.slice(0, 50).flatMap(lieu);
      if (lieux.length === 0 && read.data.features.length > 0) throw lies('no feature that can be read');
      return lieux;
    },
  };
}

function lieu(feature: unknown): readonly LieuPropose[] {
  const read = Trouve.safeParse(feature);
  const genre = read.success ? GENRES[read.data.properties.type] : undefined;
  if (!read.success || !genre) return [];
  const { geometry: { coordinates: [longitude, latitude] }, properties: { label, city, citycode, postcode } } = read.data;
  if (!enFrance(latitude, longitude)) return [];
  const code = genre === 'commune' && /^(?:\d{2}|2[AB])\d{3}$/.test(citycode ?? '') ? citycode! : null;
  const detail = genre === 'commune' ? postcode ?? '' : label.includes(city ?? label) ? '' : `${postcode ?? ''} ${city ?? ''}`.trim();
  return [{ genre, code, libelle: label, detail, latitude, longitude }];
}
