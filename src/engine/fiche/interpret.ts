import type { Saisie } from '../../domain/fiche.ts';
import { fieldIssues } from './issues.ts';
import { kindOf } from './kind-registry.ts';
import { readPath } from './paths.ts';
import type { FicheContext, Field, FieldView, FormSchema, FormView } from './types.ts';
import { isReadonly, isRequired, isShown } from './visibility.ts';

/** The whole form as it is now: what is shown, in order; sections without a shown field are left out. */
export function interpret(schema: FormSchema, saisie: Saisie, context: FicheContext): FormView {
  const sections = schema.sections.map((section) => ({
    section,
    fields: section.fields
      .filter((field) => isShown(schema, { field, section }, saisie.contenu, context))
      .map((field) => fieldView(schema, field, saisie, context)),
  }));
  return { sections: sections.filter(({ fields }) => fields.length > 0) };
}

/** One field as it is now, taken as shown. For one key press: this, for the paths of `dependents`. */
export function fieldView(schema: FormSchema, field: Field, saisie: Saisie, context: FicheContext): FieldView {
  const { contenu, illisibles } = saisie;
  const value = readPath(contenu, field.path, schema.slices);
  return {
    field,
    value,
    text: Object.hasOwn(illisibles, field.path) ? illisibles[field.path] ?? '' : kindOf(field.kind).format(value),
    required: isRequired(schema, field, contenu, context, 'final') || isRequired(schema, field, contenu, context, 'pending'),
    readonly: isReadonly(field, context),
    issues: fieldIssues(schema, field, saisie, context),
  };
}
