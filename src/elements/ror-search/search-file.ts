import type { Caller } from '../../controllers/contexts.ts';
import { readAllPages } from '../../controllers/all-pages.ts';
import { workbook, csv } from '../../documents/spreadsheet.ts';
import type { Criteres } from '../../engine/recherche/criteres.ts';
import { provenance, tableau } from '../../engine/recherche/tableau.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { NomenclatureSource } from '../../nomenclature/load.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';

export type Format = 'xlsx' | 'csv';

export interface Fichier {
  readonly nom: string;
  readonly fichier: Blob;
}

/** Value sets whose codes are in the columns. */
const CODED_COLUMNS = ['J238', 'J55', 'J19', 'J30'] as const satisfies readonly ValueSetId[];

/**
 * All the results of a search as a file, with a sheet that says what was asked, when and of whom.
 * @param dits the criteria and the order in words, as the person sees them.
 * @throws RorClientError, the reason of the signal, or what the loading of a list throws.
 */
export async function searchFile({ client, criteres, source, format, mots, dits, repertoire, signal, avance }: {
  readonly client: Caller; readonly criteres: Criteres; readonly source: NomenclatureSource; readonly format: Format; readonly mots: Catalogue['rechercheExport'];
  readonly dits: (tri: string) => { readonly criteres: readonly string[]; readonly tri: string };
  readonly repertoire: string; readonly signal: AbortSignal; readonly avance: (fait: number, total: number) => void;
}): Promise<Fichier> {
  const [{ page, etablissements }, ...sets] = await Promise.all([
    readAllPages(client, criteres, { signal, avance }), ...CODED_COLUMNS.map((id) => source.valueSet(id)),
  ]);
  const byId = new Map(CODED_COLUMNS.map((id, n): [ValueSetId, typeof sets[number] | undefined] => [id, sets[n]]));
  const offres = tableau(etablissements, mots.offres, (id, code) => byId.get(id)?.describe(code).label ?? code);
  const nom = `${mots.nomDeFichier(page.instant.slice(0, 10))}.${format}`;
  signal.throwIfAborted();
  if (format === 'csv') return { nom, fichier: csv(offres) };
  const origine = provenance({
    ...dits(page.tri), instant: new Date(page.instant), source: repertoire, etablissements: page.nombreEtablissements, offres: page.nombreOffres,
    deplacement: page.lieu ? criteres.deplacement ?? 'voiture' : null,
    editions: sets.map(({ id, edition }) => ({ valueSet: id, edition })),
  }, mots.recherche);
  return { nom, fichier: await workbook([offres, origine]) };
}
