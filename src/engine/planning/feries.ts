import joursFeries from '@socialgouv/jours-feries';
import { dayNumber } from './dates.ts';
import type { JourFerie } from './journees.ts';

export interface OptionsFeries {
  /** Moselle, Bas-Rhin, Haut-Rhin: Good Friday and 26 December too. */
  readonly alsaceMoselle?: boolean;
}

/** Days of abolition of slavery, public holidays of their territory (decree 83-1003 of 23 November 1983), by zone: month and day. */
const ABOLITION: Readonly<Record<string, string>> = {
  'America/Guadeloupe': '05-27', 'America/St_Barthelemy': '10-09', 'America/Marigot': '05-28', 'America/Martinique': '05-22',
  'America/Cayenne': '06-10', 'Indian/Reunion': '12-20', 'Indian/Mayotte': '04-27',
};

/**
 * PLA-23: public holidays of a year (1900 to 2099: the library is wrong on Easter from 2106 on) in the zone of a place, in order.
 * The library gives local midnights, an hour off after a change of offset: six hours later it is still that day, wherever this runs.
 * This file is apart so that only who needs the holidays loads them.
 */
export function feries(annee: number, zone: string, { alsaceMoselle = false }: OptionsFeries = {}): readonly JourFerie[] {
  if (!Number.isInteger(annee) || annee < 1900 || annee > 2099) return [];
  const nationaux = Object.entries(joursFeries(annee, { alsace: alsaceMoselle })).map(([nom, minuit]) => ({ nom, jour: jourLocal(minuit) }));
  const abolition = ABOLITION[zone];
  const tous = abolition === undefined ? nationaux : [...nationaux, { nom: 'Abolition de l’esclavage', jour: `${annee}-${abolition}` }];
  return tous.filter(({ jour }) => dayNumber(jour) !== undefined).sort((a, b) => (a.jour < b.jour ? -1 : 1));
}

function jourLocal(minuit: Date): string {
  const jour = new Date(minuit.getTime() + 6 * 3_600_000);
  return [jour.getFullYear(), jour.getMonth() + 1, jour.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
