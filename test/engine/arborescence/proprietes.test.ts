import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Arborescence } from '../../../src/engine/arborescence/arborescence.ts';
import { targetOf } from '../../../src/engine/arborescence/moves.ts';
import { nodeKey, suiteKey, type Cle } from '../../../src/engine/arborescence/rows.ts';
import { fromList } from '../../../src/engine/arborescence/list.ts';
import type { Noeud } from './dessin.ts';

/** The same tree, written in the plainest way: children by parent, and a walk. */
class Oracle {
  readonly children = new Map<string | null, string[]>([[null, []]]);
  readonly complete = new Set<string | null>();
  readonly announced = new Map<string, number>();
  readonly open = new Set<string>();

  has = (id: string) => [...this.children.values()].some((group) => group.includes(id));

  rows(parent: string | null = null): Cle[] {
    const group = this.children.get(parent) ?? [];
    const below = group.flatMap((id) => [nodeKey(id), ...(this.open.has(id) ? this.rows(id) : [])]);
    const missing = parent === null || this.children.has(parent) || (this.announced.get(parent) ?? 0) > 0;
    return missing && !this.complete.has(parent) ? [...below, suiteKey(parent)] : below;
  }

  drop(id: string): void {
    for (const child of this.children.get(id) ?? []) this.drop(child);
    this.children.delete(id);
    this.complete.delete(id);
    this.announced.delete(id);
  }

  receive(parent: string | null, ids: readonly string[], counts: readonly number[], last: boolean, again: boolean): void {
    const old = this.children.get(parent) ?? [];
    const kept = again ? [] : [...old];
    ids.forEach((id, i) => {
      if (kept.includes(id)) return;
      kept.push(id);
      this.announced.set(id, counts[i]!);
    });
    for (const id of old) if (!kept.includes(id)) this.drop(id);
    this.children.set(parent, kept);
    if (last) this.complete.add(parent); else this.complete.delete(parent);
    for (const id of kept) {
      const group = this.children.get(id);
      if (group?.length === 0 && !this.complete.has(id) && this.announced.get(id) === 0) this.children.delete(id);
    }
  }
}

type Act =
  | { readonly kind: 'open' | 'close' | 'forget'; readonly id: string }
  | { readonly kind: 'page'; readonly parent: number; readonly names: readonly number[]; readonly counts: readonly number[]; readonly last: boolean; readonly again: boolean };

/** Identifiers carry their parent, so that no node ever moves: moving has its own tests. */
const ids = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }).map((path) => path.join('.'));
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('open' as const, 'close' as const, 'forget' as const), id: ids }),
  fc.record({
    kind: fc.constant('page' as const), parent: fc.nat(40), names: fc.array(fc.nat(3), { maxLength: 4 }),
    counts: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), last: fc.boolean(), again: fc.boolean(),
  }),
);

test('ARB-1 whatever is opened, closed, received, reloaded and forgotten, the rows are those of a plain walk', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
    const arbre = new Arborescence<Noeud>();
    const oracle = new Oracle();
    const held = () => [null, ...[...oracle.children.values()].flat()];
    for (const a of acts) {
      if (a.kind === 'page') {
        const parents = held();
        const parent = parents[a.parent % parents.length]!;
        const names = a.names.map((name) => (parent === null ? `${name}` : `${parent}.${name}`));
        const first = new Map(names.map((name, i) => [name, a.counts[names.indexOf(name)] ?? i]));
        const again = a.again && ((oracle.children.get(parent)?.length ?? 0) > 0 || (oracle.children.has(parent) && oracle.complete.has(parent)));
        arbre.asking(parent, a.again);
        arbre.receive(parent, names.map((name) => ({ id: name, nom: name, nombreEnfants: first.get(name)! })), a.last ? null : 'next');
        oracle.receive(parent, [...first.keys()], [...first.values()], a.last, again);
      } else if (a.kind === 'forget') {
        arbre.forget(a.id);
        if (oracle.children.has(a.id)) {
          for (const child of oracle.children.get(a.id)!) oracle.drop(child);
          oracle.children.delete(a.id);
          oracle.complete.delete(a.id);
        }
      } else {
        arbre.setExpanded(a.id, a.kind === 'open');
        if (a.kind === 'open') oracle.open.add(a.id); else oracle.open.delete(a.id);
      }
      const rows = arbre.rows();
      assert.deepEqual(rows.map((row) => row.cle), oracle.rows());
      assert.equal(arbre.size, rows.length);
      rows.forEach((row, index) => {
        assert.equal(arbre.indexOf(row.cle), index);
        assert.deepEqual(arbre.row(index), row);
      });
    }
  }), { numRuns: 400 });
});

test('ARB-10 any list, however broken, shows each identifier once and loses none', () => {
  const noeud = fc.record({ id: fc.nat(12).map(String), parentId: fc.option(fc.nat(14).map(String)) });
  fc.assert(fc.property(fc.array(noeud, { maxLength: 20 }), (noeuds) => {
    const all = [...new Set(noeuds.map(({ id }) => id))];
    const { arbre } = fromList(noeuds.map((each) => Object.freeze({ ...each, nom: each.id })), all);
    assert.deepEqual(arbre.rows().map((row) => row.cle).sort(), all.map(nodeKey).sort());
  }));
});

/** `total` nodes: `total / 100` branches of 99; every reading of an identifier is counted. */
function counted(total: number) {
  const count = { reads: 0 };
  const noeud = (id: string, parentId: string | null): Noeud => ({ get id() { count.reads += 1; return id; }, nom: id, parentId });
  const noeuds: Noeud[] = [];
  for (let b = 0; b < total / 100; b++) {
    noeuds.push(noeud(`b${b}`, null));
    for (let i = 1; i < 100; i++) noeuds.push(noeud(`b${b}.${i}`, `b${b}`));
  }
  const branches = Array.from({ length: total / 100 }, (_, b) => `b${b}`);
  const { arbre } = fromList(noeuds, branches);
  const cost = (work: () => unknown) => {
    count.reads = 0;
    const t0 = performance.now();
    work();
    return { reads: count.reads, ms: performance.now() - t0 };
  };
  return { arbre, cost, middle: `b${Math.floor(branches.length / 2)}` };
}

test('ARB-15 opening, moving and finding a rank read as many nodes of 100,000 as of 1,000', (t) => {
  const [small, large] = [counted(1_000), counted(100_000)];
  assert.equal(large.arbre.size, 100_000);
  const works: readonly [string, (of: ReturnType<typeof counted>) => unknown][] = [
    ['close', ({ arbre, middle }) => arbre.setExpanded(middle, false)],
    ['open', ({ arbre, middle }) => arbre.setExpanded(middle, true)],
    ['next row', ({ arbre, middle }) => targetOf(arbre, nodeKey(`${middle}.50`), 'suivante')],
    ['parent', ({ arbre, middle }) => targetOf(arbre, nodeKey(`${middle}.50`), 'parent')],
    ['last row', ({ arbre }) => targetOf(arbre, undefined, 'derniere')],
    ['rank', ({ arbre, middle }) => arbre.indexOf(nodeKey(`${middle}.99`))],
    ['a window of 40 rows', ({ arbre }) => arbre.rows(Math.floor(arbre.size / 2), Math.floor(arbre.size / 2) + 40)],
  ];
  for (const [name, work] of works) {
    const [a, b] = [small.cost(() => work(small)), large.cost(() => work(large))];
    t.diagnostic(`${name}: ${a.reads} reads ${a.ms.toFixed(3)} ms at 1,000; ${b.reads} reads ${b.ms.toFixed(3)} ms at 100,000`);
    assert.ok(b.reads <= a.reads + 4, `${name}: ${a.reads} reads at 1,000, ${b.reads} at 100,000`);
  }
});
