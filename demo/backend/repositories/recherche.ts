import type { Requeteur } from '../database/database.ts';
import { compterDansLaBase, sansChacun, trouverDansLaBase, type Assouplissement } from './recherche-base.ts';
import type { ContexteRecherche } from './recherche-contexte.ts';
import type { Demande, Question } from './recherche-exigences.ts';
import { lirePage, type StructureLue, type Trouvailles } from './recherche-page.ts';

type Connu = Pick<ContexteRecherche, 'memoire' | 'classes'>;

/** One page and the counts of each facet without itself (REC-2): found in memory, or in the database while the memory can't follow, which is the same. */
export async function chercherOffres(tx: Requeteur, { memoire, classes }: Connu, demande: Demande): Promise<Omit<Trouvailles, 'page'> & { readonly page: readonly StructureLue[] }> {
  const trouvailles = await memoire.trouver(tx, demande) ?? await trouverDansLaBase(tx, classes, demande);
  return { ...trouvailles, page: await lirePage(tx, trouvailles.page) };
}

/** REC-11: how many offers would answer without each criterion; those that would give none are left out. */
export async function compterSans(tx: Requeteur, { memoire }: Connu, question: Question): Promise<readonly Assouplissement[]> {
  const sans = sansChacun(question);
  if (sans.length === 0) return [];
  const questions = sans.map((une) => une.sans);
  const nombres = await memoire.compter(tx, questions) ?? await compterDansLaBase(tx, questions);
  return sans.flatMap(({ critere }, rang) => {
    const nombre = nombres[rang] ?? 0;
    return nombre > 0 ? [{ critere, nombre }] : [];
  });
}
