import { ajouter, couper } from '../../engine/planning/operations.ts';
import { covered, minuteOf } from '../../engine/planning/semaine.ts';
import type { Jour, Semaine, Suite } from '../../engine/planning/types.ts';
import type { Block } from './geometry.ts';
import { joursOf } from './drag.ts';

/** The same act on several days: the first refusal stops it, and nothing was done. */
export const onEachJour = (semaine: Semaine, concernes: readonly Jour[], acte: (semaine: Semaine, jour: Jour) => Suite): Suite =>
  concernes.reduce<Suite>((fait, jour) => (fait.refus ? fait : acte(fait.semaine, jour)), { semaine });

export const openBlock = (semaine: Semaine, bloc: Block, type: string): Suite =>
  onEachJour(semaine, joursOf(bloc), (faite, jour) => ajouter(faite, { debut: minuteOf(jour, bloc.debut), fin: minuteOf(jour, bloc.fin), type }));

export const closeBlock = (semaine: Semaine, bloc: Block, type?: string): Suite =>
  onEachJour(semaine, joursOf(bloc), (faite, jour) => couper(faite, minuteOf(jour, bloc.debut), minuteOf(jour, bloc.fin), type));

/** Whether the block has nothing left to open in this type. */
export const isAllOpen = (semaine: Semaine, bloc: Block, type: string): boolean =>
  joursOf(bloc).every((jour) => covered(semaine, minuteOf(jour, bloc.debut), minuteOf(jour, bloc.fin), type) === 'tout');
