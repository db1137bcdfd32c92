import type { Saisie } from '../../domain/fiche.ts';
import { proposals } from './autofill.ts';
import { settle, withPlace } from './elements.ts';
import { equal, isEmptyValue } from './equal.ts';
import type { Issue } from './issue.ts';
import { kindOf } from './kind-registry.ts';
import { readPath, writeField } from './paths.ts';
import { LONGEST_TEXT } from './kinds/kind.ts';
import { rekeyGone } from './rekey.ts';
import { findField } from './schema-index.ts';
import type { FicheContext, FieldView, FormSchema } from './types.ts';

/** One sitting on one fiche: what is typed, and what the screen remembers of it. Never changed in place. */
export interface Session {
  /** As it was last saved. */
  readonly base: Saisie;
  /** As it is now: what a save sends. */
  readonly saisie: Saisie;
  /** The very text of the readable fields being typed, until they are left (FIC-24). */
  readonly typed: Readonly<Record<string, string>>;
  /** Fields that the person has been in and left. */
  readonly left: ReadonlySet<string>;
  /** Whether the person asked to finalise. */
  readonly attempted: boolean;
  /** Values filled by `applyProposals`, by path. */
  readonly proposed: Readonly<Record<string, unknown>>;
}

/** Starts from a fiche as it is stored. */
export function openSession({ contenu, illisibles }: Saisie): Session {
  const base = { contenu, illisibles };
  return { base, saisie: base, typed: {}, left: new Set(), attempted: false, proposed: {} };
}

export { LONGEST_TEXT };

/** The person typed: read it if possible, keep it in any case (FIC-23). The same session for a path without field, and for a text over `LONGEST_TEXT` (FIC-97). */
export function typeText(session: Session, schema: FormSchema, path: string, text: string): Session {
  const field = findField(schema, path)?.field;
  if (!field || text.length > LONGEST_TEXT) return session;
  const parsed = kindOf(field.kind).parse(text, field.constraints ?? {});
  if ('value' in parsed) return { ...setValue(session, schema, path, parsed.value), typed: { ...session.typed, [path]: text } };
  const emptied = setValue(session, schema, path, undefined);
  return { ...emptied, saisie: { contenu: withPlace(schema, emptied.saisie.contenu, path), illisibles: { ...emptied.saisie.illisibles, [path]: text } } };
}

/** The person chose a value. Unchanged for a path without field. */
export function setValue(session: Session, schema: FormSchema, path: string, value: unknown): Session {
  const field = findField(schema, path)?.field;
  if (!field) return session;
  const before = session.saisie.contenu;
  const contenu = writeField(isEmptyValue(value) ? before : withPlace(schema, before, path), field, value, schema.slices);
  const next: Session = {
    ...session,
    saisie: { contenu, illisibles: without(session.saisie.illisibles, path) },
    typed: without(session.typed, path),
    proposed: without(session.proposed, path),
  };
  return path.includes(':') ? rekeyGone(next, before, path, schema) : next;
}

/** The person left the field: from now on it is shown in its usual writing, and its issues may appear. */
export function leaveField(session: Session, path: string): Session {
  if (session.left.has(path) && !Object.hasOwn(session.typed, path)) return session;
  return { ...session, left: new Set([...session.left, path]), typed: without(session.typed, path) };
}

/** The person asked to finalise: every issue is shown from now on. */
export const attempt = (session: Session): Session => (session.attempted ? session : { ...session, attempted: true });

/** Fills what follows from the Type d'UO where nobody typed (FIC-52, FIC-53); the same session when nothing does. */
export function applyProposals(session: Session, schema: FormSchema, context: FicheContext): Session {
  const untouched = Object.entries(session.proposed)
    .filter(([path, value]) => equal(readPath(session.saisie.contenu, path, schema.slices), value))
    .map(([path]) => path);
  return proposals(schema, session.saisie, context, new Set(untouched)).reduce<Session>((now, { path, value }) => {
    const filled = setValue(now, schema, path, value);
    return { ...filled, proposed: { ...filled.proposed, [path]: value } };
  }, session);
}

/** After a save: what was saved is the new base. What was typed meanwhile stays, as a change (FIC-54). */
export function adoptSaved(session: Session, { contenu, illisibles }: Saisie): Session {
  return { ...session, base: { contenu, illisibles } };
}

/** Whether there is something to save. With the schema, elements where nothing is typed are not (FIC-81). */
export function isModified({ base, saisie }: Session, schema?: FormSchema): boolean {
  const [before, now] = schema ? [settle(schema, base), settle(schema, saisie)] : [base, saisie];
  return !equal(before.contenu, now.contenu) || !equal(before.illisibles, now.illisibles);
}

/** The text to show in a field: as typed while the person is in it. */
export const shownText = ({ typed }: Session, { field, text }: FieldView): string => typed[field.path] ?? text;

/** The issues to show beside a field: once left and changed, or filled from the start, or once finalising was asked (FIC-42). */
export function shownIssues(session: Session, schema: FormSchema, { field, issues }: FieldView): readonly Issue[] {
  const { base, saisie, left, attempted } = session;
  const { path } = field;
  const before = readPath(base.contenu, path, schema.slices);
  const unreadable = base.illisibles[path];
  if (attempted || !isEmptyValue(before) || unreadable !== undefined) return issues;
  const changed = !equal(before, readPath(saisie.contenu, path, schema.slices)) || unreadable !== saisie.illisibles[path];
  return left.has(path) && changed ? issues : [];
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
