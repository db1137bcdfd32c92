import type { ValueSet } from './value-set.ts';

/** What decides which codes usually fit a type of offer. */
export interface Profile {
  readonly domaines: readonly string[];
  readonly champActivite: string;
  /** Beginnings of words. */
  readonly motsCles: readonly string[];
}

/** A code and the domaines it belongs to; `champs` only where the table has them (activities). */
export interface Link {
  readonly code: string;
  readonly domaines: readonly string[];
  readonly champs?: readonly string[];
}

const TRANSVERSAL = 'transversal';

/**
 * The codes that usually fit, ordered: those whose label holds a key word of the type at the
 * beginning of a word; those whose first domaine is the type's first; those that share another
 * domaine; the transversal ones. Inside each, the order of the table, which is the official one.
 *
 * A code fits when its champs (if any) hold the type's champ, and it shares a domaine with the type
 * or is transversal. A type that is itself transversal gets every code of its champ. Codes that the
 * edition no longer offers are left out.
 */
export function usualCodes(profile: Profile, links: readonly Link[], valueSet: ValueSet): readonly string[] {
  const named = new Set(profile.motsCles.flatMap((mot) => valueSet.search(mot).map(({ code }) => code)));
  const everything = profile.domaines.includes(TRANSVERSAL);
  const rank = (link: Link): number | undefined => {
    if (link.champs && !link.champs.includes(profile.champActivite)) return undefined;
    const shares = link.domaines.some((domaine) => profile.domaines.includes(domaine));
    const transversal = link.domaines.includes(TRANSVERSAL);
    if (!shares && !transversal && !everything) return undefined;
    if (named.has(link.code)) return 0;
    if (link.domaines[0] === profile.domaines[0]) return 1;
    return shares ? 2 : 3;
  };
  return links
    .flatMap((link) => {
      const at = valueSet.isSelectable(link.code) ? rank(link) : undefined;
      return at === undefined ? [] : [{ code: link.code, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ code }) => code);
}
