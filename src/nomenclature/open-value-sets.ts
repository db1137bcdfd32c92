import { loadCommunes } from './communes.ts';
import { ValueSet, type ValueSetData } from './value-set.ts';
import type { OpenValueSetId } from './value-set-ids.ts';

/** An open value set as the package knows it: J230 with the communes of Île-de-France, the others without any code. */
export async function openValueSet(id: OpenValueSetId): Promise<ValueSet> {
  const nothing: ValueSetData = {
    id, officialId: `JDV_${id}`, name: `JDV_${id}`, edition: '', source: { repo: '' }, licence: '', systems: [], columns: ['code', 'label'], concepts: [], open: true,
  };
  if (id !== 'J230') return new ValueSet(nothing);
  // The guides show a commune with its postal code: « Versailles (78000) ».
  const concepts = (await loadCommunes()).all.map(({ code, nom, codesPostaux }) => [code, codesPostaux.length === 0 ? nom : `${nom} (${short(codesPostaux)})`]);
  return new ValueSet({ ...nothing, concepts });
}

/** Paris has twenty-one postal codes. */
const short = (codes: readonly string[]): string => (codes.length > 3 ? `${codes[0] ?? ''}…` : codes.join(', '));
