/**
 * Key of what is drawn from the inside of a path without being one of its fields: the line of an element, the messages
 * of a list, the printed address. A letter typed in `contact.0.nom` draws these again, and no other element.
 */
export const inside = (path: string): string => `${path}+`;

/** Key of the fields of an element: drawn again when one of them appears or goes. */
export const body = (path: string): string => `${path}#`;

/** The keys of everything around a path, from the outermost. */
export function around(path: string): readonly string[] {
  const keys: string[] = [];
  for (let at = path.indexOf('.'); at >= 0; at = path.indexOf('.', at + 1)) keys.push(inside(path.slice(0, at)));
  return keys;
}

/** Whether the first is something inside the second. */
export const isWithin = (path: string, outer: string): boolean => path.startsWith(`${outer}.`);
