import { snap, minuteOf, modulo } from '../../engine/planning/semaine.ts';
import { MINUTES_JOUR, MINUTES_SEMAINE, type Jour, type Plage } from '../../engine/planning/types.ts';
import type { Block, Slot, HourWindow, Point, Placement } from './geometry.ts';

/** What is done to a range: moved, or one of its ends. */
export type Grip = 'deplacer' | 'debut' | 'fin';

export const joursOf = ({ premier, dernier }: Pick<Block, 'premier' | 'dernier'>): readonly Jour[] =>
  Array.from({ length: dernier - premier + 1 }, (_, rang) => (premier + rang) as Jour);

/** The block between two slots, both in it. */
export function blockBetween(a: Slot, b: Slot, pas: number): Block {
  return {
    premier: Math.min(a.jour, b.jour) as Jour, dernier: Math.max(a.jour, b.jour) as Jour,
    debut: Math.min(a.debut, b.debut), fin: Math.min(Math.max(a.debut, b.debut) + pas, MINUTES_JOUR),
  };
}

export function slotAt(point: Pick<Point, 'jour' | 'minute'>, pas: number): Slot {
  return { jour: point.jour, debut: Math.floor(point.minute / pas) * pas };
}

/** Where a pointer is; outside of the grid counts as its nearest edge. */
export function pointAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }, { left, top, width, height }: DOMRectReadOnly, { debut, fin }: HourWindow, rtl: boolean): Point {
  const sept = Math.min(Math.max((clientX - left) / width, 0), 0.999_999) * 7;
  const x = rtl ? 7 - sept : sept;
  const rang = Math.min(Math.floor(x), 6);
  const y = Math.min(Math.max((clientY - top) / height, 0), 0.999_999);
  return { jour: (rang + 1) as Jour, minute: debut + y * (fin - debut), travers: x - rang };
}

/** What a pointer touches: a range, and its end when that is nearer than `marge` (minutes). */
export function hitTest({ minute, travers }: Point, poses: readonly Placement[], marge: number): { readonly plage: Plage; readonly prise: Grip } | undefined {
  const pose = poses.find(({ morceau: { debut, fin }, couloir, couloirs }) =>
    debut <= minute && minute < fin && couloir <= travers * couloirs && travers * couloirs < couloir + 1);
  if (!pose) return undefined;
  const { plage, debut, fin, avant, apres } = pose.morceau;
  const bord = Math.min(marge, (fin - debut) / 4);
  const prise = !avant && minute - debut < bord ? 'debut' : !apres && fin - minute < bord ? 'fin' : 'deplacer';
  return { plage, prise };
}

/** The range as it would be; what is finer than the step stays so, except for the end that is pulled. */
export function draggedPlage(plage: Plage, prise: Grip, depart: Point, vers: Point, pas: number): Plage {
  if (prise === 'deplacer') {
    const delta = snap(vers.minute - depart.minute, pas) + (vers.jour - depart.jour) * MINUTES_JOUR;
    return shift(plage, delta);
  }
  const ici = minuteOf(vers.jour, snap(vers.minute, pas));
  // The end of a range that passes Sunday midnight lies in the next week.
  const tours = prise === 'fin' && ici <= plage.debut && plage.fin > MINUTES_SEMAINE ? MINUTES_SEMAINE : 0;
  const tiree = prise === 'debut' ? { ...plage, debut: ici } : { ...plage, fin: ici + tours };
  return tiree.fin > tiree.debut ? tiree : plage;
}

/** The whole range moved by some minutes: it goes round the week. */
export function shift(plage: Plage, minutes: number): Plage {
  const debut = modulo(plage.debut + minutes, MINUTES_SEMAINE);
  return { ...plage, debut, fin: debut + plage.fin - plage.debut };
}
