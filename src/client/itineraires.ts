import { z } from '../domain/zod.ts';
import { distanceKm, estimatedDuree } from '../engine/recherche/trajet.ts';
import { RorClientError } from './errors.ts';
import type { Itineraires } from './ports-recherche.ts';

/** Durations from the distance as the crow flies: always an estimate (REC-9). */
export const itinerairesEstimes: Itineraires = {
  durees: (de, vers, moyen) => Promise.resolve(vers.map((point) => estimatedDuree(distanceKm(de, point), moyen))),
};

const Reponse = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.nullable(z.number().check(z.nonnegative())))) });
const PROFILS = { voiture: 'driving', velo: 'cycling', marche: 'foot' } as const;
/** No way of France takes two days; and nobody goes faster than this as the crow flies. */
const MAX_MINUTES = 2_880;
const MAX_KMH = 200;
/** Places a request, so that the address stays readable for any server. */
const LOT = 90;

const lies = (why: string, cause?: unknown): RorClientError => new RorClientError('invalid-answer', `router: ${why}`, undefined, { cause });

/**
 * A router of the shape of OSRM (`/table/v1/{profile}/{lon,lat;…}?sources=0`).
 * @param url of the service, without `/table`. Its origin must be in the `connect-src` of the page.
 * @param profils names of its profiles, when they are not OSRM's usual ones.
 */
export function itinerairesOsrm({ url, fetch: send = globalThis.fetch.bind(globalThis), profils = PROFILS }: {
  readonly url: string; readonly fetch?: typeof fetch; readonly profils?: Readonly<Record<keyof typeof PROFILS, string>>;
}): Itineraires {
  return {
    async durees(de, vers, moyen, { signal }) {
      const minutes: (number | null)[] = [];
      for (let from = 0; from < vers.length; from += LOT) {
        const lot = vers.slice(from, from + LOT);
        const points = [de, ...lot].map(({ latitude, longitude }) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`).join(';');
        const asked = new URL(`${url.replace(/\/+$/, '')}/table/v1/${profils[moyen]}/${points}?sources=0&annotations=duration`, globalThis.location?.href);
        const answer = await send(asked, { headers: { accept: 'application/json' }, credentials: 'omit', referrerPolicy: 'no-referrer', ...(signal && { signal }) });
        if (!answer.ok) throw new RorClientError('server', `router: HTTP ${answer.status}`);
        const read = Reponse.safeParse(await answer.json().catch((error: unknown) => { throw lies('not JSON', error); }));
        if (!read.success) throw lies('not the table expected', read.error);
        const row = read.data.durations[0]?.slice(1);
        if (row?.length !== lot.length) throw lies('a table of another size');
        row.forEach((seconds, i) => {
          const most = seconds === null ? 0 : seconds / 60;
          if (most > MAX_MINUTES || (seconds !== null && distanceKm(de, lot[i]!) > 2 + (seconds / 3600) * MAX_KMH)) throw lies('durations that cannot be');
          minutes.push(seconds === null ? null : Math.ceil(seconds / 60));
        });
      }
      return minutes;
    },
  };
}
