import type { Circuit } from '../../domain/dossier.ts';
import type { TypeFiche } from '../../domain/noeud.ts';

/** Anything that hangs in a tree. */
export interface Place {
  readonly id: string;
  readonly parentId: string | null;
}

/** DOS-10, DOS-11 (guide 000 "Comprendre l'organisation des données"). */
const PARENTS: Readonly<Record<Circuit, Readonly<Record<TypeFiche, readonly TypeFiche[]>>>> = {
  sanitaire: { EG: [], P: ['EG'], S: ['P'], UF: ['S'], UO: ['UF'] },
  'medico-social': { EG: [], P: ['EG'], S: [], UF: [], UO: ['EG', 'P'] },
};

/** Levels under which a fiche of this level may be placed; empty = it may not be placed at all. */
export function parentsPermis(circuit: Circuit, type: TypeFiche): readonly TypeFiche[] {
  return PARENTS[circuit][type];
}

/** The row and all rows below it, in the order given, which must have parents first. Empty when it is not there. */
export function branche<R extends Place>(rows: readonly R[], id: string): readonly R[] {
  const ids = new Set([id]);
  return rows.filter((row) => {
    const inside = row.id === id || (row.parentId !== null && ids.has(row.parentId));
    if (inside) ids.add(row.id);
    return inside;
  });
}

/** All rows but this one and those below it. */
export function sansBranche<R extends Place>(rows: readonly R[], id: string): readonly R[] {
  const gone = new Set(branche(rows, id));
  return rows.filter((row) => !gone.has(row));
}

/** DOS-20: the rows (one row and those below it) become the last ones under the parent. */
export function placer<R extends Place>(rows: readonly R[], added: readonly R[], parentId: string | null): readonly R[] {
  const last = parentId === null ? undefined : branche(rows, parentId).at(-1);
  const at = last === undefined ? rows.length : rows.indexOf(last) + 1;
  return [...rows.slice(0, at), ...added, ...rows.slice(at)];
}

/**
 * The rows in tree order: each parent, then all that lies below it; brothers keep their order.
 * @throws when a row hangs from nothing or from itself: losing it here would remove it from the répertoire.
 */
export function enOrdre<R extends Place>(rows: readonly R[], rootId: string): readonly R[] {
  const below = new Map<string, R[]>();
  for (const row of rows) {
    if (row.id === rootId || row.parentId === null) continue;
    const brothers = below.get(row.parentId);
    if (brothers) brothers.push(row);
    else below.set(row.parentId, [row]);
  }
  const ordered: R[] = [];
  const next = rows.filter((row) => row.id === rootId);
  for (let row = next.pop(); row; row = next.pop()) {
    ordered.push(row);
    next.push(...(below.get(row.id) ?? []).toReversed());
  }
  if (ordered.length !== rows.length) throw new Error(`${rows.length - ordered.length} rows are not below ${rootId}`);
  return ordered;
}
