import type { Arbre } from './arbre.ts';
import { nodeKey, type Cle, type NoeudArborescence } from './rows.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/**
 * The visible row whose name begins with the letters typed, without regard to accents or case, looking
 * down from the current row and then from the top (ARB-14). One letter, or the same one again, goes on
 * to the next; more letters may keep the current row.
 */
export function typeAheadTarget<N extends NoeudArborescence>(arbre: Arbre<N>, depuis: Cle | undefined, frappe: string): Cle | undefined {
  const letters = [...frappe];
  const again = letters.every((letter) => letter === letters[0]);
  const wanted = fold(again ? letters[0] ?? '' : frappe);
  if (wanted === '') return undefined;
  const index = Math.max(0, depuis === undefined ? 0 : arbre.indexOf(depuis));
  const start = depuis !== undefined && again ? index + 1 : index;
  // Only the head of each name is read: an accent typed apart takes one more character.
  const found = ({ nom }: N) => fold(nom.slice(0, wanted.length * 3)).startsWith(wanted);
  for (const noeud of arbre.nodesFrom(start)) if (found(noeud)) return nodeKey(noeud.id);
  const stop = arbre.row(start);
  for (const noeud of arbre.nodesFrom(0)) {
    if (found(noeud)) return nodeKey(noeud.id);
    if (stop?.kind === 'noeud' && stop.noeud === noeud) return undefined;
  }
  return undefined;
}
