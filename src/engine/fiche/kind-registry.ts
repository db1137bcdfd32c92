import type { Kind } from './kinds/kind.ts';
import type { KindName } from './types.ts';

/** The kinds of fields come with the first schema (`kinds.ts`): a page has nothing to do with them before. */
const known = new Map<KindName, Kind>();

/** Adds kinds to those that the engine knows; the same ones as often as one likes. */
export function learnKinds<T extends Partial<Readonly<Record<KindName, Kind>>>>(kinds: T): T {
  for (const [name, kind] of Object.entries(kinds)) known.set(name as KindName, kind);
  return kinds;
}

/** A kind when it is there already. */
export const knownKind = (name: KindName): Kind | undefined => known.get(name);

/** What answers for a kind of field. Whoever gave the schema made all kinds known: `formSchema`, `loadFormSchema`, what reads a schema of a page. */
export function kindOf(name: KindName): Kind {
  const kind = known.get(name);
  if (!kind) throw new TypeError(`kind not known: ${name}`);
  return kind;
}
