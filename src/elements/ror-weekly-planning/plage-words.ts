import { jourAt } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Plage } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

/** « lundi de 9 h à 12 h 30 ». */
export function plageWords({ plage }: Catalogue['planningGestes'], { debut, fin }: Plage): string {
  const minute = debut % MINUTES_JOUR;
  return plage(jourAt(debut), { debut: minute, fin: minute + fin - debut }, jourAt(fin - 1));
}
