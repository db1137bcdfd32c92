import { coverage, asPlages } from './intervalles.ts';
import { parts } from './parts.ts';
import { JOURS, type Intervalle, type Jour, type Semaine } from './types.ts';

/** Days that have the same hours. */
export interface Groupe {
  readonly jours: readonly Jour[];
  /** The same days as runs: Monday to Wednesday, then Friday. */
  readonly suites: readonly { readonly de: Jour; readonly a: Jour }[];
  /** Minutes of the day, in order; `fin` above 1440 ends the next morning (PLA-11). */
  readonly heures: readonly Intervalle[];
}

/** PLA-18: days with the same hours together, in the order of their first day; days without hours are absent. Of one type, or of all together. */
export function summarize(semaine: Semaine, type?: string): readonly Groupe[] {
  const groupes = new Map<string, { jours: Jour[]; heures: readonly Intervalle[] }>();
  const cherchees = parts(asPlages(coverage(semaine, type), type ?? ''));
  for (const jour of JOURS) {
    const heures = cherchees.filter((part) => part.jour === jour).map(({ debut, fin }) => ({ debut, fin }));
    const cle = heures.map(({ debut, fin }) => `${debut}-${fin}`).join();
    const groupe = groupes.get(cle);
    if (groupe) groupe.jours.push(jour);
    else if (heures.length > 0) groupes.set(cle, { jours: [jour], heures });
  }
  return [...groupes.values()].map(({ jours, heures }) => ({ jours, suites: runsOf(jours), heures }));
}

/** The types of the ranges, in the order of their code. */
export const typesOf = (semaine: Semaine): readonly string[] => [...new Set(semaine.map(({ type }) => type))].sort();

/** Consecutive days as runs; the days come in order. */
export function runsOf(jours: readonly Jour[]): readonly { readonly de: Jour; readonly a: Jour }[] {
  const runs: { de: Jour; a: Jour }[] = [];
  for (const jour of jours) {
    const last = runs.at(-1);
    if (last?.a === jour - 1) last.a = jour;
    else runs.push({ de: jour, a: jour });
  }
  return runs;
}
