import type { Acteur } from '../../domain/acteur.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { changedElsewhere } from '../../engine/correction/corriger.ts';
import { equal, isEmptyValue } from '../../engine/fiche/equal.ts';
import { readPath, writeField } from '../../engine/fiche/paths.ts';
import type { FormSchema } from '../../engine/fiche/types.ts';

const faits = new WeakMap<FormSchema, Map<Acteur['role'], FormSchema>>();

/** The form of a correction: what needs a dossier or the support is only read, and says where it is changed. The same object each time. */
export function toCorrect(schema: FormSchema, acteur: Pick<Acteur, 'role'>): FormSchema {
  const parRole = faits.get(schema) ?? new Map<Acteur['role'], FormSchema>();
  faits.set(schema, parRole);
  const connu = parRole.get(acteur.role);
  if (connu) return connu;
  const neuf: FormSchema = {
    ...schema,
    sections: schema.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => {
        const ou = changedElsewhere(field, acteur);
        return ou ? { ...field, editableBy: [], editedElsewhere: ou } : field;
      }),
    })),
  };
  parRole.set(acteur.role, neuf);
  return neuf;
}

/**
 * What a person changed in a block, by field: the fewest that say it. A list that differs only by elements that other fields of
 * the block have is not named. `null` empties.
 */
export function changedValues(schema: FormSchema, encadre: string, avant: Contenu, apres: Contenu): Readonly<Record<string, unknown>> {
  const { slices } = schema;
  const champs = (schema.sections.find(({ id }) => id === encadre)?.fields ?? []).filter(({ editableBy }) => editableBy === undefined || editableBy.length > 0);
  const ordonnes = [...champs.filter(({ kind }) => kind !== 'liste'), ...champs.filter(({ kind }) => kind === 'liste')];
  const valeurs: Record<string, unknown> = {};
  let contenu = avant;
  for (const field of ordonnes) {
    const [ici, voulue] = [contenu, apres].map((un) => readPath(un, field.path, slices));
    if (equal(ici, voulue) || (isEmptyValue(ici) && isEmptyValue(voulue))) continue;
    valeurs[field.path] = voulue ?? null;
    contenu = writeField(contenu, field, voulue, slices);
  }
  return valeurs;
}
