import { words } from '../../nomenclature/text.ts';

/** Words that say nothing of what is looked for. */
const EMPTY_WORDS = new Set(['a', 'au', 'aux', 'avec', 'ce', 'd', 'dans', 'de', 'des', 'du', 'en', 'et', 'hors', 'l', 'la', 'le', 'les', 'ou', 'par', 'pour', 's', 'sans', 'sur', 'un', 'une', 'unite', 'unites']);

/** The words that count in a text, folded; every word when none counts. */
export function usefulWords(texte: string): readonly string[] {
  const tous = words(texte);
  const utiles = tous.filter((mot) => !EMPTY_WORDS.has(mot));
  return utiles.length > 0 ? utiles : tous;
}

/** Endings of one family of words: the speciality, who practises it, and the adjective (cardiologie, cardiologue, cardiologique). */
const FAMILLES: readonly (readonly [RegExp, string])[] = [
  [/olog(?:ie|ue|ique|iste)$/, 'olog'], [/iatr(?:ie|e|ique)$/, 'iatr'], [/(?:paed|ped)ie$/, 'ped'], [/therap(?:ie|eute|eutique)$/, 'therap'],
  [/oph?oni(?:e|ste|que)$/, 'ophoni'], [/(?:trice|teur)$/, 'teur'], [/(?:iere|ier)$/, 'ier'], [/(?:ienne|ien)$/, 'ien'], [/(?:euse|eur)$/, 'eur'], [/aux$/, 'al'],
];

/** What the singular and the plural, the feminine, the trade and its practitioner have in common; short words stay whole (REC-13). */
export function stem(mot: string): string {
  if (mot.length <= 4 || /\d/.test(mot)) return mot;
  const singulier = mot.replace(/[sx]$/, (fin) => (mot.endsWith('aux') ? fin : ''));
  for (const [fin, commune] of FAMILLES) if (fin.test(singulier)) return singulier.replace(fin, commune);
  return singulier.length > 5 ? singulier.replace(/ee?$/, '') : singulier;
}

/** By how many letters added, missing, changed or swapped with the next two words differ; `undefined` when by more than `max`. */
export function distance(a: string, b: string, max: number): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  let avant: number[] = [];
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const suivante = [i];
    let moindre = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cout = Math.min((ligne[j] ?? 0) + 1, (suivante[j - 1] ?? 0) + 1, (ligne[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cout = Math.min(cout, (avant[j - 2] ?? 0) + 1);
      suivante.push(cout);
      if (cout < moindre) moindre = cout;
    }
    if (moindre > max) return undefined;
    avant = ligne;
    ligne = suivante;
  }
  const total = ligne[b.length] ?? 0;
  return total <= max ? total : undefined;
}

/** How many mistakes a word of this length may hold and still be understood (REC-12). */
export const allowedMistakes = (mot: string): number => (/\d/.test(mot) || mot.length < 5 ? 0 : mot.length < 9 ? 1 : 2);

/** One bit a letter: words whose signatures differ by more than two bits a mistake can't be close. */
export function signature(mot: string): number {
  let bits = 0;
  for (let i = 0; i < mot.length; i += 1) {
    const lettre = mot.charCodeAt(i) - 97;
    bits |= 1 << (lettre >= 0 && lettre < 26 ? lettre : 26);
  }
  return bits;
}

/** Bits that differ. */
export function signatureDistance(a: number, b: number): number {
  let bits = a ^ b;
  let nombre = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    nombre += 1;
  }
  return nombre;
}
