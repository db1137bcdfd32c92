const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae' };

/** Lower case, without accents, `œ` as `oe`, `²` as `2`: what two spellings of a word have in common. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** The folded words of a text; apostrophes, hyphens and any other sign separate words. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
