import type { Criteres } from '../engine/recherche/criteres.ts';
import type { EtablissementTrouve, PageResultats } from '../engine/recherche/resultats.ts';
import type { Caller } from './contexts.ts';

/** Establishments asked at once: the most that the contract gives. */
const PAGE_SIZE = 200;
/** Offers of each: the most that the contract gives. */
const OFFRES_SHOWN = 500;

export interface AllPages {
  /** The first page: what all the pages have in common. */
  readonly page: PageResultats;
  readonly etablissements: readonly EtablissementTrouve[];
}

/**
 * Every result of a search, not only a page.
 * @param avance told of how many establishments are there, of how many.
 * @throws RorClientError, or the reason of the signal when it is aborted.
 */
export async function readAllPages(client: Caller, criteres: Criteres, { signal, avance }: {
  readonly signal: AbortSignal; readonly avance: (fait: number, total: number) => void;
}): Promise<AllPages> {
  const ask = (suite?: string | null) => client.call('rechercher', { criteres, taille: PAGE_SIZE, offres: OFFRES_SHOWN, ...(suite && { suite }) }, { signal });
  const page = await ask();
  const etablissements = [...page.etablissements];
  for (let { suite } = page; suite !== null;) {
    signal.throwIfAborted();
    avance(etablissements.length, page.nombreEtablissements);
    const next = await ask(suite);
    etablissements.push(...next.etablissements);
    // A server that gives the same cursor again would never end.
    suite = next.suite === suite || next.etablissements.length === 0 ? null : next.suite;
  }
  avance(etablissements.length, page.nombreEtablissements);
  return { page, etablissements };
}
