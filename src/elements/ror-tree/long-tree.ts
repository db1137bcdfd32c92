import type { Arbre } from '../../engine/arborescence/arbre.ts';
import type { Cle, Ligne } from '../../engine/arborescence/rows.ts';
import { RowView } from '../../ui/row-view.ts';
import type { Drawn, Vide } from './ror-tree.drawn.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

/** Keys of rows begin with a letter. */
const vide = (cle: string, lignes: number): Vide[] => (lignes > 0 ? [{ kind: 'vide', cle: `-${cle}`, lignes }] : []);

/** Most trees are short: the code that draws a long one as it scrolls comes with the first that is. */
export const fenetreDe = (element: RorTree): RowView => new RowView(element, '.tree');

/** What to draw now of a long tree; the same object when nothing has changed. Rows and rooms keep their order, so that the focused one is never moved in the page. */
export function drawn(arbre: Arbre<NoeudArbre>, before: Drawn, view: RowView, active: Cle | undefined): Drawn {
  const { size, version } = arbre;
  const same = before.arbre === arbre && before.version === version;
  const { first, last } = view.compute(size);
  const kept = active === undefined ? -1 : arbre.indexOf(active);
  const outside = kept >= 0 && (kept < first || kept >= last);
  if (same && before.windowed && before.first === first && before.last === last && (before.active === active || (!outside && before.active === undefined))) return before;
  const above = outside && kept < first;
  const below = outside && kept >= last;
  return {
    rows: [
      ...(above ? [...vide('avant', kept), ...arbre.rows(kept, kept + 1), ...vide('haut', first - kept - 1)] : vide('avant', first)),
      ...window(arbre, first, last, same && before.windowed ? before : undefined),
      ...(below ? [...vide('bas', kept - last), ...arbre.rows(kept, kept + 1), ...vide('apres', size - kept - 1)] : vide('apres', size - last)),
    ],
    windowed: true, first, last, arbre, version, active: outside ? active : undefined,
  };
}

/** Rows that were drawn before stay the same objects, and are not drawn again. */
function window(arbre: Arbre<NoeudArbre>, first: number, last: number, before: Drawn | undefined): readonly Ligne<NoeudArbre>[] {
  const rows = arbre.rows(first, last);
  if (!before) return rows;
  const known = new Map(before.rows.map((row) => [row.cle, row]));
  return rows.map((row) => {
    const old = known.get(row.cle);
    return old && old.kind !== 'vide' ? old : row;
  });
}
