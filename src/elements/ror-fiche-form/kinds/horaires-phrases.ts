import { wordsOf } from '../../../controllers/words-controller.ts';
import { readFiche, type HorairesDeFiche } from '../../../engine/planning/conversion/horaires-de-fiche.ts';
import type { Exception, Periode } from '../../../engine/planning/planning.ts';
import { summarize, typesOf } from '../../../engine/planning/summary.ts';
import { TYPE_DEFAUT, type Semaine } from '../../../engine/planning/types.ts';
import { periode } from '../../../i18n/fr/planning-dates.ts';
import { planningFiche } from '../../../i18n/fr/planning-fiche.ts';
import { jour, semaine } from '../../../i18n/fr/planning-semaine.ts';
import type { Catalogue, FormMessages } from '../../../i18n/messages.ts';

/** The words of this kind of field, which come with it. */
export interface MotsHoraires extends Pick<Catalogue, 'planningFiche'> {
  readonly planning: Pick<Catalogue['planning'], 'semaine' | 'periode' | 'jour'>;
}

const siens: MotsHoraires = { planningFiche, planning: { semaine, periode, jour } };

/** The words of the page, else French. */
export const motsHoraires = (messages: FormMessages): MotsHoraires => wordsOf<MotsHoraires>(messages, siens);

/** Official label of a type of range (JDV_J41). */
export type Nommer = (type: string) => string;

/** The week, one sentence a type; opening hours alone are not named. */
export function phrasesDeLaSemaine(laSemaine: Semaine, { planningFiche: mots, planning }: MotsHoraires, nommer: Nommer): readonly string[] {
  const types = typesOf(laSemaine);
  return types.map((type) => mots.phrase(type === TYPE_DEFAUT && types.length === 1 ? undefined : nommer(type), planning.semaine(summarize(laSemaine, type))));
}

/** What the agenda does not show, in words. */
export function phrasesDuReste({ planning: { exceptions = [], validite }, reste }: HorairesDeFiche, { planningFiche: { reste: mots }, planning }: MotsHoraires): readonly string[] {
  const datees = exceptions.map((exception) => mots[exception.effet === 'fermeture' ? 'fermeture' : 'ouverture'](
    planning.periode(periodeDe(exception)), exception.semaine ? planning.semaine(summarize(exception.semaine)) : '', exception.motif ?? ''));
  const muets = reste.filter((item) => !estDit(item)).length;
  return [...datees, ...(muets > 0 ? [mots.autres(muets)] : []), ...(validite ? [mots.validite(planning.periode(validite))] : [])];
}

const periodeDe = ({ du, au }: Exception): Periode => ({ ...(du !== undefined && { du }), ...(au !== undefined && { au }) });

/** Dated records are told as exceptions; of a record that can't be read, only that it is there. */
function estDit(item: unknown): boolean {
  const { exceptions = [], validite } = readFiche([item]).planning;
  return exceptions.length > 0 || validite !== undefined;
}
