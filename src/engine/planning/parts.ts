import { jourAt } from './semaine.ts';
import { MINUTES_JOUR, type Intervalle, type Jour, type Semaine } from './types.ts';

/** PLA-11: a night ends at noon at the latest. */
export const FIN_NUIT = MINUTES_JOUR + 720;

/** A range, or a part of one, under the day to which a person counts it; `fin` above 1440 is the next morning. */
export interface Part extends Intervalle {
  readonly jour: Jour;
  readonly type: string;
}

/** PLA-11: the week as seven lists of hours: a night belongs to its evening, a longer range is cut at each midnight. */
export function parts(semaine: Semaine): readonly Part[] {
  return semaine.flatMap(({ debut, fin, type }) => {
    const found: Part[] = [];
    for (let at = debut; at < fin;) {
      const zero = Math.floor(at / MINUTES_JOUR) * MINUTES_JOUR;
      const nuit = fin - zero <= FIN_NUIT && fin - debut < MINUTES_JOUR && at === debut;
      const bout = nuit ? fin : Math.min(fin, zero + MINUTES_JOUR);
      found.push({ jour: jourAt(at), debut: at - zero, fin: bout - zero, type });
      at = bout;
    }
    return found;
  }).sort((a, b) => a.jour - b.jour || a.debut - b.debut || a.fin - b.fin);
}
