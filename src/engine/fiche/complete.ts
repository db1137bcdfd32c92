import type { Saisie } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { shapeIssues } from './conformity.ts';
import type { Issue } from './issue.ts';
import { blocking, issues } from './issues.ts';
import { formSchema } from './schemas.ts';
import type { Condition, FicheContext, FormSchema } from './types.ts';

/**
 * What is missing or wrong before the fiche can be finalised: the same answer for the form and for the server. Once the
 * form has nothing to say, the exposure model has the last word (FIC-57).
 */
export function manques(level: TypeFiche, saisie: Saisie, context: FicheContext, schema: FormSchema = formSchema(level)): readonly Issue[] {
  const found = blocking(issues(schema, saisie, context), 'finaliser');
  return found.length > 0 ? found : shapeIssues(level, saisie.contenu, schema, context.role);
}

/** The value sets to load before the schema is interpreted. */
export function neededValueSets(schema: FormSchema): readonly ValueSetId[] {
  const ids = schema.sections.flatMap((section) => [
    ...conditionValueSets(section.visible),
    ...section.fields.flatMap(({ options, visible, required }) => [
      ...(options && options.valueSet !== 'GGD' ? [options.valueSet] : []),
      ...[visible, required?.pending, required?.final].flatMap((condition) => (typeof condition === 'object' ? conditionValueSets(condition) : [])),
    ]),
  ]);
  return [...new Set(ids)];
}

function conditionValueSets(condition: Condition | undefined): readonly ValueSetId[] {
  if (!condition) return [];
  if ('usualOf' in condition) return [condition.valueSet];
  if ('all' in condition) return condition.all.flatMap(conditionValueSets);
  if ('any' in condition) return condition.any.flatMap(conditionValueSets);
  return 'not' in condition ? conditionValueSets(condition.not) : [];
}
