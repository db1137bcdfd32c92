import type { FicheContext, OptionSource } from './types.ts';

/** A list of codes, official (a value set) or regional (GGD). */
export interface CodeList {
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  readonly describe: (code: string) => { readonly label: string; readonly status: 'selectable' | 'retired' | 'unknown' };
}

/** The codes of a source; `undefined` while its value set is not loaded: then nothing is said of any code. */
export function codeList(id: OptionSource['valueSet'], { nomenclature, associations }: FicheContext): CodeList | undefined {
  if (id === 'GGD') {
    const codes = associations.ggds();
    return { codes, describe: (code) => {
      const found = codes.find((entry) => entry.code === code);
      return { label: found?.label ?? code, status: found ? 'selectable' : 'unknown' };
    } };
  }
  if (!nomenclature.has(id)) return undefined;
  const valueSet = nomenclature.valueSet(id);
  return { codes: valueSet.concepts, describe: (code) => valueSet.describe(code) };
}

/** Usual codes of a source for a type d'UO, the likeliest first; empty when nothing is known. */
export function usualCodes(id: OptionSource['valueSet'], typeOffre: unknown, { nomenclature, associations }: FicheContext): readonly string[] {
  if (typeof typeOffre !== 'string') return [];
  if (id === 'GGD') return associations.typeOffre(typeOffre)?.ggd ?? [];
  return nomenclature.has(id) ? associations.usual(id, typeOffre) : [];
}
