import type { Contenu } from '../../domain/fiche.ts';
import { z } from '../../domain/zod.ts';
import { equal } from '../fiche/equal.ts';
import { parsePath, readPath, type Slices } from '../fiche/paths.ts';

/** One field in which an open dossier differs from what was just corrected in the répertoire. */
export const Difference = z.object({
  path: z.string(),
  /** In the fiche of the dossier; null = empty. */
  dossier: z.unknown(),
  /** In the répertoire, after the correction. */
  repertoire: z.unknown(),
  /**
   * What the publication of the dossier would do if nothing is taken over (DOS-43, DOS-44): keep the correction, or
   * replace it by the dossier's value and write the conflict down.
   */
  sansRepercussion: z.enum(['gardee', 'ecrasee']),
});
export type Difference = z.infer<typeof Difference>;

/**
 * COR-8: the corrected fields that the dossier's fiche holds otherwise.
 * @param copie content of the node when the dossier was opened; undefined when it was not kept.
 */
export function differences(paths: readonly string[], repertoire: Contenu, fiche: Contenu, copie: Contenu | undefined, slices: Slices = {}): readonly Difference[] {
  return paths.flatMap((path): Difference[] => {
    const ici = readPath(fiche, path, slices);
    const publie = readPath(repertoire, path, slices);
    if (equal(ici, publie)) return [];
    // The merge goes attribute by attribute: a change of another contact in the dossier takes this one along.
    const attribut = parsePath(path)[0]!.name;
    const intact = copie !== undefined && equal(fiche[attribut], copie[attribut]);
    return [{ path, dossier: ici ?? null, repertoire: publie ?? null, sansRepercussion: intact ? 'gardee' : 'ecrasee' }];
  });
}
