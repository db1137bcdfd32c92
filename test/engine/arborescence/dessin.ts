import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import type { Arbre } from '../../../src/engine/arborescence/arbre.ts';
import { fromList, type NoeudListe } from '../../../src/engine/arborescence/list.ts';
import type { Ligne } from '../../../src/engine/arborescence/rows.ts';

export interface Noeud extends NoeudListe {
  readonly nom: string;
}

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/**
 * Reads an outline: one node a line, two spaces a level, `v` before an open node, `>` before a closed
 * one or a leaf. The name is also the identifier.
 */
export function liste(text: string): { noeuds: readonly Noeud[]; ouverts: readonly string[] } {
  const noeuds: Noeud[] = [];
  const ouverts: string[] = [];
  const path: string[] = [];
  const margin = Math.min(...lines(text).map((line) => line.search(/\S/)));
  for (const line of lines(text)) {
    const depth = (line.search(/\S/) - margin) / 2;
    const [mark, nom = ''] = [line.trim()[0], line.trim().slice(2)];
    path.length = depth;
    noeuds.push(Object.freeze({ id: nom, nom, parentId: path.at(-1) ?? null }));
    path.push(nom);
    if (mark === 'v') ouverts.push(nom);
  }
  return { noeuds: Object.freeze(noeuds), ouverts };
}

export function arbre(text: string): Arbre<Noeud> {
  const { noeuds, ouverts } = liste(text);
  return fromList(noeuds, ouverts).arbre;
}

/** A node as a server announces it: its name is its identifier. */
export const n = (nom: string, nombreEnfants = 0): Noeud => Object.freeze({ id: nom, nom, nombreEnfants });

/** The same, as pages of a server. */
export function arborescence(text: string): Arborescence<Noeud> {
  const { noeuds, ouverts } = liste(text);
  const a = new Arborescence<Noeud>();
  a.replaceExpanded(ouverts);
  for (const parentId of [null, ...noeuds.map(({ id }) => id)]) {
    const group = noeuds.filter((each) => (each.parentId ?? null) === parentId);
    if (parentId === null || group.length > 0) a.receive(parentId, group, null);
  }
  return a;
}

const MARKS = { leaf: '·', collapsed: '>', expanded: 'v' } as const;

function draw(row: Ligne<Noeud>): string {
  const margin = '  '.repeat(row.level - 1);
  if (row.kind === 'noeud') return `${margin}${MARKS[row.state]} ${row.noeud.nom}${row.busy ? ' (…)' : ''}`;
  return `${margin}… ${row.page.etat}${row.page.etat === 'echec' ? ` ${row.page.raison}` : ''} ${row.charges}/${row.total ?? '?'}`;
}

/** The visible rows as an outline. */
export const dessin = (a: Arbre<Noeud>): readonly string[] => a.rows().map(draw);

/** The outline that is expected, without its common margin. */
export function attendu(text: string): readonly string[] {
  const margin = Math.min(...lines(text).map((line) => line.search(/\S/)));
  return lines(text).map((line) => line.slice(margin).trimEnd());
}
