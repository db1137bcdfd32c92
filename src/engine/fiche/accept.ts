import type { Role } from '../../domain/acteur.ts';
import type { Contenu, Saisie } from '../../domain/fiche.ts';
import { acceptList } from './accept-list.ts';
import { hasUnreadable, settleField, withPlace } from './elements.ts';
import { equal } from './equal.ts';
import { readPath, writeField, writePath } from './paths.ts';
import { rekeyRecord } from './rekey.ts';
import { findField, placedFields } from './schema-index.ts';
import { isRepeated } from './sub-fields.ts';
import type { Field, FormSchema } from './types.ts';
import { isReadonly } from './visibility.ts';

/**
 * What is kept of a save (FIC-55, FIC-56): the stored fiche, where only the fields that this role may edit take what
 * was sent, emptied ones included. Identifiers, read-only fields, attributes and contacts that no field owns stay as
 * they were stored, whatever was sent: a form is not the only thing that can send a save. Lists are taken element by
 * element (FIC-84).
 */
export function acceptSaisie(schema: FormSchema, avant: Saisie, sent: Saisie, role: Role): Saisie {
  const apres: Saisie = { ...sent, contenu: Object.keys(sent.illisibles).reduce<Contenu>((contenu, path) => withPlace(schema, contenu, path), sent.contenu) };
  const fields = [...placedFields(schema)].map(({ field }) => field).filter((field) => !isReadonly(field, { role }));
  // Lists last: the elements that other fields show are then as they left them.
  const single = fields.filter((field) => !isRepeated(field));
  const contenu = single.reduce<Contenu>((kept, field) => (
    differs(field, avant.contenu, apres.contenu, schema) ? writeField(kept, field, readPath(apres.contenu, field.path, schema.slices), schema.slices) : kept
  ), avant.contenu);
  const editable = (path: string): boolean => {
    const field = findField(schema, path)?.field;
    return field !== undefined && !isReadonly(field, { role });
  };
  const texts = (illisibles: Saisie['illisibles'], wanted: boolean) => Object.entries(illisibles).filter(([path]) => editable(path) === wanted);
  const illisibles = Object.fromEntries([...texts(avant.illisibles, false), ...texts(apres.illisibles, true)]);
  return fields.filter(isRepeated).reduce<Saisie>((kept, list) => takeList(schema, list, avant, apres, role, kept), { contenu, illisibles });
}

/** Its elements, and the unreadable texts of those that are kept, at their new places. */
function takeList(schema: FormSchema, list: Field, avant: Saisie, apres: Saisie, role: Role, kept: Saisie): Saisie {
  const { path } = list;
  const [now, before, sent] = [kept, avant, apres].map(({ contenu }) => readPath(contenu, path, schema.slices));
  const unreadable = hasUnreadable(kept, path);
  if (equal(before, sent) && !unreadable) return kept;
  const { elements, places } = acceptList(schema, list, role, now, before, sent, (place) => hasUnreadable(kept, `${path}.${place}`));
  const taken: Saisie = {
    contenu: writePath(kept.contenu, path, elements, schema.slices),
    illisibles: unreadable ? rekeyRecord(kept.illisibles, path, (place) => places.get(place)) : kept.illisibles,
  };
  const placed = findField(schema, path);
  return placed ? settleField(schema, placed, taken) : taken;
}

/**
 * Whether somebody wrote into the field. A field that nobody touched is not written again: its constants are those of
 * the form, and an age published in months would become as many years.
 */
function differs({ path, constants = {} }: Field, avant: Contenu, apres: Contenu, { slices }: FormSchema): boolean {
  const read = (contenu: Contenu, at: string) => readPath(contenu, at, slices);
  return !equal(read(avant, path), read(apres, path))
    || Object.entries(constants).some(([at, constant]) => equal(read(apres, at), constant) && !equal(read(avant, at), constant));
}
