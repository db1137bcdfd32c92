import type { Itineraires } from '../client/ports-recherche.ts';
import type { Deplacement } from '../engine/recherche/criteres.ts';
import type { EtablissementTrouve } from '../engine/recherche/resultats.ts';
import type { Point } from '../engine/recherche/trajet.ts';

/**
 * Travel times of the router of the host, by identifier; loaded with the first search of a host that has one.
 * @throws what the router throws, and an error when it answers nonsense.
 */
export async function mesures(itineraires: Itineraires, depuis: Point, vers: readonly (Point & { readonly id: string })[], deplacement: Deplacement, signal: AbortSignal): Promise<ReadonlyMap<string, EtablissementTrouve['duree']>> {
  const durees: unknown = await itineraires.durees(depuis, vers, deplacement, { signal });
  if (!signal.aborted && !estTable(durees, vers.length)) throw new Error('the router answers nonsense');
  const table = durees as readonly (number | null)[];
  return new Map(vers.map(({ id }, at) => {
    const minutes = table[at] ?? null;
    return [id, minutes === null ? null : { minutes: Math.ceil(minutes), estimee: false }];
  }));
}

const estTable = (donne: unknown, taille: number): boolean =>
  Array.isArray(donne) && donne.length === taille && donne.every((minutes) => minutes === null || (typeof minutes === 'number' && minutes >= 0 && minutes < 10_000));
