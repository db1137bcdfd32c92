import { ajouter, couper } from '../../engine/planning/operations.ts';
import { couvert, minuteDe } from '../../engine/planning/semaine.ts';
import type { Jour, Semaine, Suite } from '../../engine/planning/types.ts';
import type { Bloc } from './geometrie.ts';
import { jours } from './tirage.ts';

/** The same act on several days: the first refusal stops it, and nothing was done. */
export const surChaque = (semaine: Semaine, concernes: readonly Jour[], acte: (semaine: Semaine, jour: Jour) => Suite): Suite =>
  concernes.reduce<Suite>((fait, jour) => (fait.refus ? fait : acte(fait.semaine, jour)), { semaine });

export const ouvrirBloc = (semaine: Semaine, bloc: Bloc, type: string): Suite =>
  surChaque(semaine, jours(bloc), (faite, jour) => ajouter(faite, { debut: minuteDe(jour, bloc.debut), fin: minuteDe(jour, bloc.fin), type }));

export const fermerBloc = (semaine: Semaine, bloc: Bloc, type?: string): Suite =>
  surChaque(semaine, jours(bloc), (faite, jour) => couper(faite, minuteDe(jour, bloc.debut), minuteDe(jour, bloc.fin), type));

/** Whether the block has nothing left to open in this type. */
export const toutOuvert = (semaine: Semaine, bloc: Bloc, type: string): boolean =>
  jours(bloc).every((jour) => couvert(semaine, minuteDe(jour, bloc.debut), minuteDe(jour, bloc.fin), type) === 'tout');
