import type { Contenu } from '../../domain/fiche.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { elementsOf } from './elements.ts';
import { subFields } from './sub-fields.ts';
import type { Condition, Field, FormSchema, KindName } from './types.ts';

/** The value sets to load before the schema is interpreted. */
export function neededValueSets(schema: FormSchema): readonly ValueSetId[] {
  const ids = schema.sections.flatMap((section) => [...conditionValueSets(section.visible), ...section.fields.flatMap(fieldValueSets)]);
  return [...new Set(ids)];
}

/**
 * Of these, what a fiche as it is now needs: all that decides what is shown, the long lists of several codes once
 * their field is shown, and those of the elements of a list once it has one.
 */
export function shownValueSets(schema: FormSchema, shown: readonly Field[], contenu: Contenu): readonly ValueSetId[] {
  const visible = new Set(shown);
  const needed = (field: Field): readonly ValueSetId[] => {
    const own = field.kind === 'codes' && !visible.has(field) ? [] : optionValueSets(field);
    if (field.kind !== 'liste') return [...own, ...ruleValueSets(field), ...subFields(field).flatMap(fieldValueSets)];
    return [...ruleValueSets(field), ...elementsOf(schema, field, contenu).flatMap(({ fields }) => fields.flatMap((sub) => (sub.kind === 'liste' ? needed(sub) : fieldValueSets(sub))))];
  };
  return [...new Set(schema.sections.flatMap(({ visible: when, fields }) => [...conditionValueSets(when), ...fields.flatMap(needed)]))];
}

/** Those of its sub-fields, and of what its kind holds, included. */
const fieldValueSets = (field: Field): readonly ValueSetId[] => [...optionValueSets(field), ...ruleValueSets(field), ...subFields(field).flatMap(fieldValueSets)];

const optionValueSets = ({ options }: Field): readonly ValueSetId[] => (options && options.valueSet !== 'GGD' ? [options.valueSet] : []);

const ruleValueSets = ({ kind, visible, required }: Field): readonly ValueSetId[] => [
  ...[visible, required?.pending, required?.final].flatMap((condition) => (typeof condition === 'object' ? conditionValueSets(condition) : [])),
  ...BY_KIND[kind] ?? [],
];

const BY_KIND: Readonly<Partial<Record<KindName, readonly ValueSetId[]>>> = { territoires: ['J223', 'COG_departements', 'COG_regions'], horaires: ['J41'] };

function conditionValueSets(condition: Condition | undefined): readonly ValueSetId[] {
  if (!condition) return [];
  if ('usualOf' in condition) return [condition.valueSet];
  if ('all' in condition) return condition.all.flatMap(conditionValueSets);
  if ('any' in condition) return condition.any.flatMap(conditionValueSets);
  return 'not' in condition ? conditionValueSets(condition.not) : [];
}
