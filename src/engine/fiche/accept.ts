import type { Role } from '../../domain/acteur.ts';
import type { Contenu, Saisie } from '../../domain/fiche.ts';
import { equal } from './equal.ts';
import { readPath, writeField } from './paths.ts';
import { placedFields } from './schema-index.ts';
import type { Field, FormSchema } from './types.ts';
import { isReadonly } from './visibility.ts';

/**
 * What is kept of a save (FIC-55, FIC-56): the stored fiche, where only the fields that this role may edit take what
 * was sent, emptied ones included. Identifiers, read-only fields, attributes and contacts that no field owns stay as
 * they were stored, whatever was sent: a form is not the only thing that can send a save.
 */
export function acceptSaisie(schema: FormSchema, avant: Saisie, apres: Saisie, role: Role): Saisie {
  const fields = [...placedFields(schema)].map(({ field }) => field).filter((field) => !isReadonly(field, { role }));
  const contenu = fields.reduce<Contenu>((kept, field) => (
    differs(field, avant.contenu, apres.contenu, schema) ? writeField(kept, field, readPath(apres.contenu, field.path, schema.slices), schema.slices) : kept
  ), avant.contenu);
  const editable = new Set(fields.map(({ path }) => path));
  const texts = (illisibles: Saisie['illisibles'], wanted: boolean) => Object.entries(illisibles).filter(([path]) => editable.has(path) === wanted);
  return { contenu, illisibles: Object.fromEntries([...texts(avant.illisibles, false), ...texts(apres.illisibles, true)]) };
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
