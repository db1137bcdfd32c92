import { nodeKey, suiteKey, type Cle, type Ligne, type NoeudArborescence } from './rows.ts';
import { ROOT, type Registry } from './registry.ts';

/** Where a row stands: the child of this rank, or the page row when the rank is one too many. */
export interface Curseur {
  readonly parent: number;
  readonly rang: number;
  readonly level: number;
}

/** Row n, found from the sums kept by each group: its cost is its depth. */
export function cursorAt(registre: Registry<NoeudArborescence>, index: number): Curseur | undefined {
  if (!(index >= 0 && index < registre.fratrie(ROOT)!.rows)) return undefined;
  let parent = ROOT;
  let ligne = index;
  for (let level = 1; ; level++) {
    const group = registre.fratrie(parent)!;
    const { rang, reste } = group.find(ligne);
    if (reste === 0) return { parent, rang, level };
    parent = group.slots[rang]!;
    ligne = reste - 1;
  }
}

/** The row below: first child, next sibling, or next sibling of what stands above. */
export function cursorNext(registre: Registry<NoeudArborescence>, at: Curseur): Curseur | undefined {
  const slot = registre.fratrie(at.parent)!.slots[at.rang];
  if (slot !== undefined && registre.isOpen(slot) && registre.fratrie(slot)!.rows > 0) return { parent: slot, rang: 0, level: at.level + 1 };
  let { parent, rang, level } = at;
  for (;;) {
    rang += 1;
    const group = registre.fratrie(parent)!;
    if (rang < group.slots.length + (group.page.etat === 'complete' ? 0 : 1)) return { parent, rang, level };
    if (parent === ROOT) return undefined;
    rang = registre.rankOf(parent);
    parent = registre.parent(parent);
    level -= 1;
  }
}

/** Rank of a visible row, -1 when there is none of this name. */
export function indexOf(registre: Registry<NoeudArborescence>, cle: Cle): number {
  const at = placeOf(registre, cle);
  if (!at) return -1;
  let { parent } = at;
  let rows = registre.fratrie(parent)!.before(at.rang);
  while (parent !== ROOT) {
    if (!registre.isOpen(parent)) return -1;
    rows += 1 + registre.fratrie(registre.parent(parent))!.before(registre.rankOf(parent));
    parent = registre.parent(parent);
  }
  return rows;
}

function placeOf(registre: Registry<NoeudArborescence>, cle: Cle): Omit<Curseur, 'level'> | undefined {
  const id = cle.slice(1);
  if (cle.startsWith('n')) {
    const slot = registre.slotOf(id);
    return slot === undefined ? undefined : { parent: registre.parent(slot), rang: registre.rankOf(slot) };
  }
  const parent = registre.slotOf(cle === suiteKey(null) ? null : id);
  const group = parent === undefined ? undefined : registre.fratrie(parent);
  return parent === undefined || !group || group.page.etat === 'complete' ? undefined : { parent, rang: group.slots.length };
}

/** What a row shows. */
export function rowAt<N extends NoeudArborescence>(registre: Registry<N>, { parent, rang, level }: Curseur): Ligne<N> {
  const { slots, page } = registre.fratrie(parent)!;
  const parentId = registre.idOf(parent);
  const annonces = parent === ROOT ? undefined : registre.noeud(parent).nombreEnfants;
  const total = page.etat === 'complete' ? slots.length : annonces === undefined ? undefined : Math.max(annonces, slots.length + 1);
  const place = { parentId, level, setsize: total ?? -1, posinset: rang + 1 };
  if (rang >= slots.length && page.etat !== 'complete') return { kind: 'suite', cle: suiteKey(parentId), ...place, page, charges: slots.length, total };
  const noeud = registre.noeud(slots[rang]!);
  const below = registre.fratrie(slots[rang]!);
  const leaf = below ? below.rows === 0 && !below.busy : !((noeud.nombreEnfants ?? 0) > 0);
  return { kind: 'noeud', cle: nodeKey(noeud.id), ...place, noeud, state: leaf ? 'leaf' : registre.open.has(noeud.id) ? 'expanded' : 'collapsed', busy: below?.busy ?? false };
}
