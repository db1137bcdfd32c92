import type { Geocodeur } from '../client/ports-recherche.ts';
import type { Ou } from '../engine/recherche/criteres.ts';
import type { LieuPropose } from '../engine/recherche/resultats.ts';
import type { Caller } from './contexts.ts';

/** A place proposed, and where it was found. */
export interface Lieu extends LieuPropose {
  /** From the geocoder of the host, whose codes our server may not know. */
  readonly exterieur?: true;
}

/** The embedded gazetteer: communes, départements and establishments of the server. */
export const embeddedGeocodeur = (client: Caller): Geocodeur => ({
  chercher: async (texte, { signal }) => (await client.call('suggererOu', { texte }, signal ? { signal } : {})).lieux,
});

/**
 * Places for a text. The geocoder of the host does not know our establishments, and may be down or lie: the embedded
 * one is always asked too, and answers alone then.
 * @returns `panne` when the geocoder of the host gave nothing that can be used.
 */
export async function findLieux(texte: string, client: Caller, geocodeur: Geocodeur | undefined, signal: AbortSignal): Promise<{ readonly lieux: readonly Lieu[]; readonly panne: boolean }> {
  const embarque = embeddedGeocodeur(client).chercher(texte, { signal });
  if (!geocodeur) return { lieux: await embarque, panne: false };
  const [ours, theirs] = await Promise.allSettled([embarque, withDeadline(geocodeur, texte, signal)]);
  signal.throwIfAborted();
  const given: readonly unknown[] | undefined = theirs.status === 'fulfilled' && Array.isArray(theirs.value) ? theirs.value : undefined;
  const lieux = given?.filter(isLieu).map((lieu): Lieu => ({ ...lieu, exterieur: true }));
  const panne = lieux === undefined || (lieux.length === 0 && given!.length > 0);
  if (ours.status === 'rejected') {
    if (panne) throw ours.reason;
    return { lieux, panne };
  }
  return panne || lieux.length === 0 ? { lieux: ours.value, panne } : { lieux: [...ours.value.filter(({ genre }) => genre === 'structure' || genre === 'departement'), ...lieux], panne };
}

/** A geocoder that does not answer is down: nobody waits for it longer than this. */
const PATIENCE_MS = 4_000;

function withDeadline(geocodeur: Geocodeur, texte: string, signal: AbortSignal): Promise<readonly LieuPropose[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error('the geocoder does not answer')); }, PATIENCE_MS);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason as Error); }, { once: true });
    // Within `then`, so that one that throws at once is like one that rejects.
    Promise.resolve().then(() => geocodeur.chercher(texte, { signal })).then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}

const GENRES: readonly unknown[] = ['commune', 'departement', 'adresse', 'structure', 'voie'];

/** A place of a foreign geocoder is one only with a name and a point of the Earth. */
function isLieu(donne: unknown): donne is LieuPropose {
  const lieu = donne as Partial<LieuPropose> | null;
  return typeof lieu === 'object' && lieu !== null && GENRES.includes(lieu.genre) && typeof lieu.libelle === 'string' && lieu.libelle.trim() !== ''
    && Math.abs(lieu.latitude ?? Number.NaN) <= 90 && Math.abs(lieu.longitude ?? Number.NaN) <= 180;
}

/** Where the person is, asked only when they want it; rejects when they, or the page's policy, say no. */
export function currentPosition(libelle: string): Promise<Ou> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('no geolocation'));
    navigator.geolocation.getCurrentPosition(
      // A hundred metres are enough to find a hospital, and say less of the person in an address that is shared.
      ({ coords: { latitude, longitude } }) => { resolve({ genre: 'point', latitude: Number(latitude.toFixed(3)), longitude: Number(longitude.toFixed(3)), libelle }); },
      reject, { timeout: 10_000, maximumAge: 300_000 });
  });
}
