import type { Contenu, Saisie } from '../../domain/fiche.ts';
import { locate, readPath } from './paths.ts';
import type { FormSchema } from './types.ts';

/** Where the element at a place goes; `undefined` when it goes away. */
export type Move = (index: number) => number | undefined;

/** What a session remembers by path. */
interface Remembered {
  readonly saisie: Saisie;
  readonly typed: Readonly<Record<string, string>>;
  readonly left: ReadonlySet<string>;
  readonly proposed: Readonly<Record<string, unknown>>;
}

/** FIC-82: what is remembered of the sub-fields of a list follows their elements. */
export function rekey<S extends Remembered>(session: S, list: string, move: Move): S {
  return {
    ...session,
    saisie: { ...session.saisie, illisibles: rekeyRecord(session.saisie.illisibles, list, move) },
    typed: rekeyRecord(session.typed, list, move),
    proposed: rekeyRecord(session.proposed, list, move),
    left: new Set([...session.left].flatMap((path) => moved(path, list, move) ?? [])),
  };
}

/** The same record when nothing in it is of this list. */
export function rekeyRecord<T>(record: Readonly<Record<string, T>>, list: string, move: Move): Readonly<Record<string, T>> {
  if (!Object.keys(record).some((key) => key.startsWith(`${list}.`))) return record;
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => {
    const to = moved(key, list, move);
    return to === undefined ? [] : [[to, value] as const];
  }));
}

function moved(path: string, list: string, move: Move): string | undefined {
  if (!path.startsWith(`${list}.`)) return path;
  const [place = '', ...rest] = path.slice(list.length + 1).split('.');
  if (!/^\d+$/.test(place)) return path;
  const to = move(Number(place));
  return to === undefined ? undefined : [list, to, ...rest].join('.');
}

/** After a field of a slice was written: when its element went away, those after it moved. */
export function rekeyGone<S extends Remembered>(session: S, before: Contenu, path: string, { slices }: FormSchema): S {
  const place = locate(before, path, slices);
  let list = '';
  for (const [at, key] of place.entries()) {
    if (typeof key === 'string') { list = list === '' ? key : `${list}.${key}`; continue; }
    const [was, is] = [readPath(before, list, slices), readPath(session.saisie.contenu, list, slices)];
    const [lengthBefore, lengthNow] = [was, is].map((value) => (Array.isArray(value) ? value.length : 0)) as [number, number];
    if (key >= 0 && lengthNow < lengthBefore) return rekey(session, list, (index) => (index === key ? undefined : index > key ? index - 1 : index));
    // Lists inside the slice are named by the path of the slice.
    list = path.split('.').slice(0, place.slice(0, at + 1).filter((one) => typeof one === 'string').length).join('.');
  }
  return session;
}
