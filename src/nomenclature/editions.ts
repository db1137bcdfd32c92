import type { EditionData } from './import-fhir.ts';
import type { NomenclatureSource } from './load.ts';
import { proposer, type Replacement, type Replacements } from './replacement.ts';
import { ValueSet, type ValueSetData } from './value-set.ts';

export type { Replacement, Replacements } from './replacement.ts';

export interface RemovedCode {
  readonly code: string;
  readonly label: string;
  readonly replacement?: Replacement;
}

/** What changed between two editions of a value set, each list in the order of its edition. */
export interface EditionChanges {
  readonly added: readonly { readonly code: string; readonly label: string }[];
  readonly removed: readonly RemovedCode[];
  readonly relabelled: readonly { readonly code: string; readonly before: string; readonly after: string }[];
}

/** What may be chosen in one edition and not in the other, and what changed its words. */
export function compareEditions(before: ValueSet, after: ValueSet, replacedBy: Replacements = after.replacedBy): EditionChanges {
  const propose = proposer(after, replacedBy);
  return {
    added: after.concepts.filter(({ code }) => !before.isSelectable(code)).map(({ code, label }) => ({ code, label })),
    removed: before.concepts.filter(({ code }) => !after.isSelectable(code)).map(({ code, label, system }) => removed(code, label, propose(code, label, system))),
    relabelled: before.concepts.flatMap(({ code, label }) => {
      const now = after.isSelectable(code) ? after.get(code) : undefined;
      return now && now.label !== label ? [{ code, before: label, after: now.label }] : [];
    }),
  };
}

/** A code that a fiche holds: where, and what it said when it was chosen, if that is known. */
export interface StoredCode {
  /** Path of the field. */
  readonly path: string;
  readonly code: string;
  /** Day of the edition in which it was chosen. */
  readonly edition?: string;
  readonly label?: string;
}

/** What an edition would change for one stored code. */
export interface StoredChange {
  readonly path: string;
  readonly code: string;
  /** `retired`: known, not offered any more; `unknown`: not in the edition at all; `relabelled`: other words. */
  readonly change: 'retired' | 'unknown' | 'relabelled';
  /** As it was chosen; the code itself when nothing says it. */
  readonly label: string;
  readonly newLabel?: string;
  readonly editionBefore?: string;
  readonly editionAfter: string;
  readonly replacement?: Replacement;
}

/**
 * What a newer edition would change for the codes of a fiche, in their order; nothing for those that
 * stay as they are. `before` is the edition they came from, when it is at hand.
 */
export function storedChanges(stored: readonly StoredCode[], after: ValueSet, { before, replacedBy = after.replacedBy }: { readonly before?: ValueSet; readonly replacedBy?: Replacements } = {}): readonly StoredChange[] {
  const propose = proposer(after, replacedBy);
  return stored.flatMap(({ path, code, edition, label: said }): StoredChange[] => {
    const now = after.get(code);
    const known = said ?? before?.get(code)?.label;
    const label = known ?? now?.label ?? code;
    const from = edition ?? before?.edition;
    const common = { path, code, label, ...(from !== undefined && { editionBefore: from }), editionAfter: after.edition };
    if (after.isSelectable(code)) return now && now.label !== label ? [{ ...common, change: 'relabelled', newLabel: now.label }] : [];
    const replacement = propose(code, label, before?.get(code)?.system ?? now?.system);
    return [{ ...common, change: now ? 'retired' : 'unknown', ...(replacement && { replacement }) }];
  });
}

/** The newer data, with every code of the older edition that it no longer has kept as retired, so that its label can still be read. */
export function keepRetired<Data extends ValueSetData>(newer: Data, older: ValueSetData): Data {
  const known = new Set([...newer.concepts, ...(newer.retired ?? [])].map(([code]) => code));
  const [codeAt, labelAt] = [older.columns.indexOf('code'), older.columns.indexOf('label')];
  const gone = [
    ...older.concepts.map((row) => [row[codeAt] ?? '', row[labelAt] ?? '', older.edition]),
    ...(older.retired ?? []),
  ].filter(([code]) => code !== undefined && code !== '' && !known.has(code));
  return gone.length === 0 ? newer : { ...newer, retired: [...(newer.retired ?? []), ...gone] };
}

/**
 * A source that gives these editions, and asks `base` for every other value set and for the associations. The codes
 * that `base` had and the new edition has not stay known as retired, so that a fiche shows their words: a fiche never
 * loses the meaning of what it holds by a host's update.
 */
export function withEditions(base: NomenclatureSource, editions: readonly EditionData[]): NomenclatureSource {
  const sets = new Map(editions.map((data) => [data.id, data]));
  const loaded = new Map<string, Promise<ValueSet>>();
  return {
    valueSet: (id) => {
      const data = sets.get(id);
      if (!data) return base.valueSet(id);
      let set = loaded.get(id);
      // A value set that only the host has, or an older edition that can't be fetched, takes nothing from the new one.
      if (!set) loaded.set(id, set = base.valueSet(id).then((older) => new ValueSet(withCodesOf(data, older)), () => new ValueSet(data)));
      return set;
    },
    association: (name) => base.association(name),
  };
}

function withCodesOf(data: EditionData, older: ValueSet): EditionData {
  const known = new Set([...data.concepts, ...(data.retired ?? [])].map(([code]) => code));
  const gone = older.concepts.filter(({ code }) => !known.has(code)).map(({ code, label }) => [code, label, older.edition]);
  const before = older.retired.filter(({ code }) => !known.has(code)).map(({ code, label, lastEdition = '' }) => [code, label, lastEdition]);
  return gone.length + before.length === 0 ? data : { ...data, retired: [...(data.retired ?? []), ...gone, ...before] };
}

const removed = (code: string, label: string, replacement: Replacement | undefined): RemovedCode => ({ code, label, ...(replacement && { replacement }) });
