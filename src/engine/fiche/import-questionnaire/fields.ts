import type { TypeFiche } from '../../../domain/noeud.ts';
import { own, text } from '../../../nomenclature/foreign-json.ts';
import type { Nomenclature } from '../../../nomenclature/nomenclature.ts';
import { findField } from '../schema-index.ts';
import { formSchema } from '../schemas.ts';
import type { Condition, Constraints, Field } from '../types.ts';
import { initialOf, optionsOf } from './answers.ts';
import { enabledWhen, NEVER } from './conditions.ts';
import type { Attribute } from './definitions.ts';
import { extension, identity, isHidden, type Question } from './items.ts';
import type { ItemReport, NotKept } from './report.ts';

/** A question that is a field. */
export interface FieldQuestion extends Question<Field> { readonly attribute: Attribute }

export interface Tools {
  readonly level: TypeFiche;
  /** The attributes that conditions can name. */
  readonly byLinkId: ReadonlyMap<string, Attribute>;
  readonly nomenclature: Nomenclature | undefined;
  readonly report: (remark: ItemReport) => void;
}

/** What the project's own form says of an attribute. */
export function baseOf({ path, kind }: Pick<Attribute, 'path' | 'kind'>, level: TypeFiche): Field | undefined {
  const known = findField(formSchema(level), path)?.field;
  return known?.kind === kind ? known : undefined;
}

/** Says of an item what is lost. */
export const remarker = ({ item, at }: Pick<Question<Field>, 'item' | 'at'>, { report }: Tools) => (code: NotKept, value?: unknown, words?: unknown): void => report({
  ...identity(item, at), code, kept: true,
  ...(['string', 'number', 'boolean'].includes(typeof value) && { value: String(value).slice(0, 300) }), ...(typeof words === 'string' && { label: words.slice(0, 500) }),
});

/** Item types that each kind can hold. */
export const ACCEPTED: Readonly<Partial<Record<Attribute['kind'], readonly string[]>>> = {
  texte: ['string', 'text', 'url'], 'texte-long': ['string', 'text'], nombre: ['integer', 'decimal', 'quantity'], date: ['date', 'dateTime'],
  booleen: ['boolean'], textes: ['string', 'text'], code: ['choice', 'open-choice'], codes: ['choice', 'open-choice'],
};
const EXPRESSIONS = ['sdc-questionnaire-enableWhenExpression', 'sdc-questionnaire-calculatedExpression', 'sdc-questionnaire-answerExpression', 'questionnaire-constraint'];

/** The question as a field. @param base the project's own of the same attribute. */
export function fieldOf(question: FieldQuestion, base: Field | undefined, tools: Tools): Field {
  const { item, linkId, attribute, around } = question;
  const { byLinkId, nomenclature } = tools;
  const { path, kind } = attribute;
  const remark = remarker(question, tools);
  const words = text(item, 'text');
  if (words === undefined) remark('label-missing');
  if (words !== undefined && words.length > 500) remark('text-cut');
  if (own(item, 'repeats') === true && kind !== 'codes' && kind !== 'textes') remark('repeats-not-kept');
  if (own(item, 'repeats') !== true && (kind === 'codes' || kind === 'textes')) remark('single-answer-not-kept');
  for (const name of EXPRESSIONS) if (extension(item, name)) remark('expression-not-kept', name);

  const constraints = constraintsOf(item, attribute, base?.constraints);
  const options = optionsOf(item, attribute, nomenclature, remark);
  const initial = initialOf(item, attribute, constraints, remark) ?? base?.initial;
  const conditions = [item, ...around].flatMap((one) => enabledWhen(one, byLinkId, (value) => remark('condition-not-kept', value)) ?? []);
  const visible = [item, ...around].some(isHidden) ? NEVER : together(conditions);
  const editableBy = own(item, 'readOnly') === true ? base?.editableBy ?? [] : base?.editableBy;
  return {
    path, kind, label: (words ?? base?.label ?? (linkId || path)).slice(0, 500),
    ...(base?.help !== undefined && !options?.codes && { help: base.help }), ...(base?.unit !== undefined && { unit: base.unit }),
    ...(own(item, 'required') === true && { required: { final: true } }), ...(visible && { visible }),
    ...(editableBy && { editableBy }), ...(base?.editedElsewhere && { editedElsewhere: base.editedElsewhere }),
    ...(options && { options }), ...(Object.keys(constraints).length > 0 && { constraints }), ...(base?.constants && { constants: base.constants }),
    ...(initial !== undefined && { initial }), ...(base?.proposal === 'nom-offre' && { proposal: base.proposal }),
  };
}

export const together = (conditions: readonly Condition[]): Condition | undefined => (conditions.length > 1 ? { all: conditions } : conditions[0]);

/** The project's own constraints of the attribute, narrowed by the model. */
function constraintsOf(item: unknown, { kind }: Attribute, base: Constraints = {}): Constraints {
  const longest = own(item, 'maxLength');
  const maxLength = kind.startsWith('texte') && typeof longest === 'number' && Number.isInteger(longest) && longest > 0 ? Math.min(longest, base.maxLength ?? longest) : undefined;
  if (kind !== 'nombre') return { ...base, ...(maxLength !== undefined && { maxLength }) };
  const bound = (name: string) => ['valueInteger', 'valueDecimal'].map((key) => own(extension(item, name), key)).find((value) => typeof value === 'number' && Number.isFinite(value)) as number | undefined;
  const [min, max] = [bound('minValue') ?? base.min, bound('maxValue') ?? base.max];
  const sensible = min === undefined || max === undefined || min <= max;
  return { ...base, ...(sensible && min !== undefined && { min }), ...(sensible && max !== undefined && { max }), ...(own(item, 'type') === 'decimal' && { decimals: base.decimals ?? 2 }) };
}
