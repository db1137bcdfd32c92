import { summarize, typesOf } from '../../engine/planning/summary.ts';
import { totalMinutes } from '../../engine/planning/semaine.ts';
import type { Semaine } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

/** The words that the element brings itself. */
export interface Mots {
  readonly planning: Pick<Catalogue['planning'], 'semaine'>;
  readonly planningGrille: Catalogue['planningGrille'];
}

/** A type in words; nothing while « ouvert » says enough. */
export type Nommer = (type: string) => string | undefined;

/** The week in one sentence for each of its types. */
export const semaineWords = ({ planning, planningGrille }: Mots, semaine: Semaine, nommer: Nommer): readonly string[] =>
  typesOf(semaine).map((type) => planningGrille.resume(nommer(type), planning.semaine(summarize(semaine, type)), totalMinutes(semaine, type)));
