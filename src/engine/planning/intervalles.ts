import { MINUTES_SEMAINE, type Intervalle, type Plage } from './types.ts';

/** Sorted, and what overlaps or touches made one. */
export function union(intervalles: Iterable<Intervalle>): Intervalle[] {
  const joined: { debut: number; fin: number }[] = [];
  for (const { debut, fin } of [...intervalles].sort((a, b) => a.debut - b.debut)) {
    const last = joined.at(-1);
    if (last && debut <= last.fin) last.fin = Math.max(last.fin, fin);
    else joined.push({ debut, fin });
  }
  return joined;
}

/** What is in `source` and not in `trous`; both as {@link union} gives them. */
export function subtract(source: readonly Intervalle[], trous: readonly Intervalle[]): Intervalle[] {
  const left: Intervalle[] = [];
  let first = 0;
  for (const { debut, fin } of source) {
    while (first < trous.length && trous[first]!.fin <= debut) first++;
    let from = debut;
    for (let at = first; at < trous.length && trous[at]!.debut < fin; at++) {
      const trou = trous[at]!;
      if (trou.debut > from) left.push({ debut: from, fin: trou.debut });
      from = Math.max(from, trou.fin);
    }
    if (from < fin) left.push({ debut: from, fin });
  }
  return left;
}

export const totalLength = (intervalles: readonly Intervalle[]): number => intervalles.reduce((sum, { debut, fin }) => sum + fin - debut, 0);

/** The minutes of the week that a range covers: two stretches when it passes Sunday night. */
export function extent({ debut, fin }: Intervalle): readonly Intervalle[] {
  return fin <= MINUTES_SEMAINE ? [{ debut, fin }] : [{ debut, fin: MINUTES_SEMAINE }, { debut: 0, fin: fin - MINUTES_SEMAINE }];
}

/** The minutes covered by ranges, of one type or of all, as stretches of one week. */
export function coverage(plages: readonly Plage[], type?: string): Intervalle[] {
  return union((type === undefined ? plages : plages.filter((plage) => plage.type === type)).flatMap(extent));
}

/** PLA-4: stretches of one week as ranges: what ends on Sunday night goes on with what begins on Monday. */
export function asPlages(stretches: readonly Intervalle[], type: string): Plage[] {
  const [first, ...others] = stretches;
  const last = others.at(-1);
  if (first?.debut !== 0 || last?.fin !== MINUTES_SEMAINE) return stretches.map(({ debut, fin }) => ({ debut, fin, type }));
  return [...others.slice(0, -1), { debut: last.debut, fin: MINUTES_SEMAINE + first.fin }].map(({ debut, fin }) => ({ debut, fin, type }));
}

/** Whether two ranges of a week share a minute. */
export function overlap(a: Intervalle, b: Intervalle): boolean {
  return extent(a).some((x) => extent(b).some((y) => x.debut < y.fin && y.debut < x.fin));
}
