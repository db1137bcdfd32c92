import type { Saisie } from '../../domain/fiche.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { shapeIssues } from './conformity.ts';
import type { Issue } from './issue.ts';
import { blocking, issues } from './issues.ts';
import { formSchema } from './schemas.ts';
import { subFields } from './sub-fields.ts';
import type { Condition, FicheContext, Field, FormSchema, KindName } from './types.ts';

/**
 * What is missing or wrong before the fiche can be finalised: the same answer for the form and for the server. Once the
 * form has nothing to say, the exposure model has the last word (FIC-57).
 */
export function manques(level: NiveauFiche, saisie: Saisie, context: FicheContext, schema: FormSchema = formSchema(level)): readonly Issue[] {
  const found = blocking(issues(schema, saisie, context), 'finaliser');
  return found.length > 0 ? found : shapeIssues(level, saisie.contenu, schema, context.role);
}

/** The value sets to load before the schema is interpreted. */
export function neededValueSets(schema: FormSchema): readonly ValueSetId[] {
  const ids = schema.sections.flatMap((section) => [...conditionValueSets(section.visible), ...section.fields.flatMap(fieldValueSets)]);
  return [...new Set(ids)];
}

/** Those of its sub-fields, and of what its kind holds, included. */
function fieldValueSets(field: Field): readonly ValueSetId[] {
  const { kind, options, visible, required } = field;
  return [
    ...(options && options.valueSet !== 'GGD' ? [options.valueSet] : []),
    ...[visible, required?.pending, required?.final].flatMap((condition) => (typeof condition === 'object' ? conditionValueSets(condition) : [])),
    ...BY_KIND[kind] ?? [],
    ...subFields(field).flatMap(fieldValueSets),
  ];
}

const BY_KIND: Readonly<Partial<Record<KindName, readonly ValueSetId[]>>> = { territoires: ['J223', 'COG_departements', 'COG_regions'], horaires: ['J41'] };

function conditionValueSets(condition: Condition | undefined): readonly ValueSetId[] {
  if (!condition) return [];
  if ('usualOf' in condition) return [condition.valueSet];
  if ('all' in condition) return condition.all.flatMap(conditionValueSets);
  if ('any' in condition) return condition.any.flatMap(conditionValueSets);
  return 'not' in condition ? conditionValueSets(condition.not) : [];
}
