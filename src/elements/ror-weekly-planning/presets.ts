import { dejeuner, effacerJour, fixerJour, inverser } from '../../engine/planning/jours.ts';
import { JOURS, type Jour, type Semaine, type Suite } from '../../engine/planning/types.ts';
import { onEachJour } from './block-commands.ts';

export const PRESETS = ['bureau', 'dejeuner', 'inverser', 'vider'] as const;
export type Preset = (typeof PRESETS)[number];

const WORKING_JOURS: readonly Jour[] = [1, 2, 3, 4, 5];

/** A ready-made week, in place of the hours of this type. */
export function applyPreset(semaine: Semaine, modele: Preset, type: string): Suite {
  if (modele === 'inverser') return inverser(semaine, JOURS, type);
  const vide = onEachJour(semaine, JOURS, (faite, jour) => effacerJour(faite, jour, type));
  if (vide.refus || modele === 'vider') return vide;
  if (modele === 'dejeuner') return dejeuner(vide.semaine, WORKING_JOURS, { debut: 540, fin: 750 }, { debut: 840, fin: 1080 }, type);
  return onEachJour(vide.semaine, WORKING_JOURS, (faite, jour) => fixerJour(faite, jour, [{ debut: 540, fin: 1080 }], type));
}
