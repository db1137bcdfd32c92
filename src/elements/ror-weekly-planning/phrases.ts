import { resumer, typesDe } from '../../engine/planning/resume.ts';
import { duree, jourDe } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Plage, type Semaine } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

/** The words that the element brings itself. */
export interface Mots {
  readonly planning: Pick<Catalogue['planning'], 'semaine'>;
  readonly planningGrille: Catalogue['planningGrille'];
}

/** A type in words; nothing while « ouvert » says enough. */
export type Nommer = (type: string) => string | undefined;

/** The week in one sentence for each of its types. */
export const motsSemaine = ({ planning, planningGrille }: Mots, semaine: Semaine, nommer: Nommer): readonly string[] =>
  typesDe(semaine).map((type) => planningGrille.resume(nommer(type), planning.semaine(resumer(semaine, type)), duree(semaine, type)));

/** « lundi de 9 h à 12 h 30 ». */
export function motsPlage({ planningGrille }: Mots, { debut, fin }: Plage): string {
  const minute = debut % MINUTES_JOUR;
  return planningGrille.plage(jourDe(debut), { debut: minute, fin: minute + fin - debut }, jourDe(fin - 1));
}
