import type { NiveauFiche } from '../../domain/noeud.ts';
import { importAgain } from '../../nomenclature/import-again.ts';
import { learnKinds } from './kind-registry.ts';
import { composeSchema, knownSchema } from './schema-cache.ts';
import type { FormSchema } from './types.ts';

/** Written out, so that a bundler makes one chunk per level. */
const files: Readonly<Record<NiveauFiche, () => Promise<{ readonly default: unknown }>>> = {
  EJ: () => import('./schemas/ej.json'), EG: () => import('./schemas/eg.json'), P: () => import('./schemas/p.json'), S: () => import('./schemas/s.json'),
  UF: () => import('./schemas/uf.json'), UO: () => import('./schemas/uo.json'), LIEU: () => import('./schemas/lieu.json'),
};

/** As `formSchema`, for a page that shows one level and need not load the others; the kinds of its fields come beside it. */
export async function loadFormSchema(level: NiveauFiche): Promise<FormSchema> {
  const known = knownSchema(level);
  if (known) return known;
  const [{ default: file }, { default: parts }, { kinds }] = await Promise.all([
    importAgain(files[level]), importAgain(() => import('./schemas/parties.json')), importAgain(() => import('./kinds.ts')),
  ]);
  learnKinds(kinds);
  return composeSchema(level, file, parts);
}
