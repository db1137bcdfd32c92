import type { Piece } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, type Intervalle, type Jour } from '../../engine/planning/types.ts';

/** The part of each day that is drawn: minutes of the day. */
export type HourWindow = Intervalle;

/** One slot of one day. */
export interface Slot {
  readonly jour: Jour;
  /** Its beginning, in minutes of the day. */
  readonly debut: number;
}

/** The same hours of one day or of several that follow one another. */
export interface Block extends Intervalle {
  readonly premier: Jour;
  readonly dernier: Jour;
}

/** A place in the grid: the day, the minute of the day (any fraction) and how far across the column, 0 to 1. */
export interface Point {
  readonly jour: Jour;
  readonly minute: number;
  readonly travers: number;
}

/** A piece of a range in its column, beside those of other types at the same time. */
export interface Placement {
  readonly morceau: Piece;
  readonly couloir: number;
  readonly couloirs: number;
}

/** The hours to show: those asked for, those that hold a range, and those shown before; whole hours. */
export function hourWindow(demande: HourWindow, morceaux: readonly Intervalle[], avant?: HourWindow): HourWindow {
  const [debut, fin] = Number.isFinite(demande.debut) && demande.fin > demande.debut ? [demande.debut, demande.fin] : [0, MINUTES_JOUR];
  const premier = Math.min(debut, avant?.debut ?? debut, ...morceaux.map((morceau) => morceau.debut));
  const dernier = Math.max(fin, avant?.fin ?? fin, ...morceaux.map((morceau) => morceau.fin));
  return { debut: Math.max(Math.floor(premier / 60) * 60, 0), fin: Math.min(Math.ceil(dernier / 60) * 60, MINUTES_JOUR) };
}

/** Sets the pieces of a day side by side where they meet, each group no narrower than it must be. */
export function layOut(morceaux: readonly Piece[]): readonly Placement[] {
  const poses: Placement[] = [];
  let groupe: { readonly morceau: Piece; readonly couloir: number }[] = [];
  let fins: number[] = [];
  const clore = (): void => {
    for (const pose of groupe) poses.push({ ...pose, couloirs: fins.length });
    groupe = [];
    fins = [];
  };
  for (const morceau of morceaux) {
    if (fins.every((fin) => fin <= morceau.debut)) clore();
    const libre = fins.findIndex((fin) => fin <= morceau.debut);
    const couloir = libre < 0 ? fins.length : libre;
    fins[couloir] = morceau.fin;
    groupe.push({ morceau, couloir });
  }
  clore();
  return poses;
}
