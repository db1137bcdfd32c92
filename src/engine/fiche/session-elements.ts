import { dropElement, hasRoom, newElement } from './elements.ts';
import { readPath, writePath } from './paths.ts';
import { rekey } from './rekey.ts';
import { findField } from './schema-index.ts';
import type { Session } from './session.ts';
import { isRepeated } from './sub-fields.ts';
import type { FormSchema } from './types.ts';

/** A new element at the end of a list, holding what new ones hold; the same session when there is no such list, or no room in it. */
export function addElement(session: Session, schema: FormSchema, path: string): Session {
  const field = findField(schema, path)?.field;
  if (!field || !hasRoom(schema, field, session.saisie.contenu)) return session;
  return { ...session, saisie: { ...session.saisie, contenu: insert(session, schema, path, elementsAt(session, schema, path).length, newElement(field)) } };
}

/** Takes an element out; what was typed in the others follows them (FIC-82). The same session when it is not there. */
export function removeElement(session: Session, schema: FormSchema, path: string, index: number): Session {
  const field = findField(schema, path)?.field;
  if (!field || !isRepeated(field) || !(index in elementsAt(session, schema, path))) return session;
  const { contenu } = dropElement(schema, session.saisie, path, index);
  return rekey({ ...session, saisie: { ...session.saisie, contenu } }, path, (at) => (at === index ? undefined : at > index ? at - 1 : at));
}

/** An element with the texts typed in it, kept to be put back. */
export interface Kept {
  readonly path: string;
  readonly index: number;
  readonly element: unknown;
  readonly illisibles: Readonly<Record<string, string>>;
}

/** What to keep of an element before it is taken out. */
export function keepElement({ saisie: { contenu, illisibles } }: Session, schema: FormSchema, path: string, index: number): Kept {
  const base = `${path}.${index}`;
  return {
    path, index, element: readPath(contenu, base, schema.slices),
    illisibles: Object.fromEntries(Object.entries(illisibles).filter(([key]) => key.startsWith(`${base}.`))),
  };
}

/** Puts an element back where it was, or at the end of a shorter list; the same session when its list is not of the schema, or nothing was kept. */
export function restoreElement(session: Session, schema: FormSchema, { path, index, element, illisibles }: Kept): Session {
  const field = findField(schema, path)?.field;
  if (!field || !isRepeated(field) || element === undefined) return session;
  const at = Math.min(index, elementsAt(session, schema, path).length);
  const open = rekey(session, path, (place) => (place >= at ? place + 1 : place));
  const texts = Object.entries(illisibles).map(([key, text]) => [`${path}.${at}${key.slice(`${path}.${index}`.length)}`, text] as const);
  return { ...open, saisie: { contenu: insert(session, schema, path, at, element), illisibles: { ...open.saisie.illisibles, ...Object.fromEntries(texts) } } };
}

function elementsAt({ saisie: { contenu } }: Session, schema: FormSchema, path: string): readonly unknown[] {
  const elements = readPath(contenu, path, schema.slices);
  return Array.isArray(elements) ? elements : [];
}

function insert(session: Session, schema: FormSchema, path: string, at: number, element: unknown) {
  const elements = elementsAt(session, schema, path);
  return writePath(session.saisie.contenu, path, [...elements.slice(0, at), element, ...elements.slice(at)], schema.slices);
}
