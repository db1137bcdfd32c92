/** Written where a font has no sign for a character. */
export const ABSENT = '\uFFFD';

/** Signs that many fonts lack and that other ones say. */
const SAID: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '<>', '→': '->', '←': '<-', '●': '•', '▪': '•', '−': '-', '✓': 'x' };

/**
 * The text as a font can write it: composed letters, no control characters, the replacement character for what it lacks.
 * @param ranges first and last code points that the font holds.
 */
export function legible(text: string, ranges: readonly (readonly number[])[]): string {
  const has = (sign: string): boolean => { const point = sign.codePointAt(0) ?? 0; return ranges.some(([first = 0, last = -1]) => first <= point && point <= last); };
  return [...text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')]
    .filter((sign) => sign === '\n' || !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(sign))
    .map((sign) => (sign === '\n' || has(sign) ? sign : SAID[sign] ?? ABSENT)).join('');
}
