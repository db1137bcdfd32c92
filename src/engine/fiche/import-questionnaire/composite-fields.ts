import type { TypeFiche } from '../../../domain/noeud.ts';
import { own, text, type JsonObject } from '../../../nomenclature/foreign-json.ts';
import { conditionPaths } from '../conditions.ts';
import { findField } from '../schema-index.ts';
import { formSchema } from '../schemas.ts';
import { isRelative, isRepeated, subFields } from '../sub-fields.ts';
import type { ElementOfList, Field } from '../types.ts';
import type { Composite, Part } from './composites.ts';
import { enabledWhen, NEVER } from './conditions.ts';
import type { Attribute } from './definitions.ts';
import { ACCEPTED, fieldOf, remarker, together, type Tools } from './fields.ts';
import { isHidden, type Question } from './items.ts';
import type { LeftOut } from './report.ts';

/** A question that is a part of a composite field. */
export interface PartQuestion extends Question<Field> { readonly part: Part }

/** The composite field in the project's own form: all that it can hold. */
function wholeOf({ path, slice }: Composite, level: TypeFiche): Field | undefined {
  if (!slice) return findField(formSchema(level), path)?.field;
  const list = findField(formSchema(level), path.split(':')[0] ?? '')?.field;
  const inner = list && subFields(list).find((sub) => path.endsWith(`.${sub.path}`));
  return inner && { ...inner, path };
}

const insideField = (whole: Field, [first, ...rest]: readonly string[]): Field | undefined => {
  const sub = subFields(whole).find(({ path }) => path === first);
  return sub && rest.length > 0 ? insideField(sub, rest) : sub;
};

/** Why a question can't be the part that its definition names. */
export function refusedPart({ composite, inside }: Part, type: string, level: TypeFiche): LeftOut | undefined {
  const whole = wholeOf(composite, level);
  if (!whole) return 'kind-not-yet-known';
  if (whole.kind !== 'liste') return inside.length === 0 ? undefined : 'unknown-definition';
  const sub = insideField(whole, inside);
  if (!sub) return whole.element?.initial && Object.hasOwn(whole.element.initial, inside[0] ?? '') ? 'computed' : 'unknown-definition';
  return ACCEPTED[sub.kind]?.includes(type) ? undefined : 'type-mismatch';
}

/**
 * The questions of one composite as its field. In a list, what the model asks of an element, under its words and with
 * its options, and what no element can be without; the other kinds have a form of their own.
 * @param all every question that has an attribute: a group around these alone gives its words to the field.
 */
export function compositeField(questions: readonly PartQuestion[], all: readonly Question<Field>[], tools: Tools): Field {
  const [first] = questions;
  const whole = first && wholeOf(first.part.composite, tools.level);
  if (!first || !whole) throw new TypeError('no question');
  const { path, kind } = whole;
  const mine = new Set<Question<Field>>(questions);
  const around = first.around.filter((group) => questions.every((one) => one.around.includes(group)));
  const alone = around.filter((one) => all.every((other) => mine.has(other) || !other.around.includes(one)));
  const group = alone.find((one) => text(one, 'text') !== undefined);
  const outer = group ? around.slice(around.indexOf(group)) : around;
  const inner = (question: PartQuestion): readonly JsonObject[] => question.around.filter((one) => !outer.includes(one));
  const remark = remarker(first, tools);

  // Of a list inside the list, only that one repeats.
  const repeating = questions.flatMap((one) => (one.part.inside.length > 1 ? [] : [one.item, ...inner(one)]));
  const repeats = [...repeating, ...alone].some((item) => own(item, 'repeats') === true)
    || questions.some((one, at) => questions.some((other, before) => before < at && other.part.inside.length > 0 && other.part.inside.join() === one.part.inside.join()));
  if (kind === 'adresse' && repeats) remark('repeats-not-kept');
  if ((isRepeated(whole) || kind === 'territoires' || kind === 'horaires') && !repeats) remark('single-answer-not-kept');
  const conditions = outer.flatMap((one) => enabledWhen(one, tools.byLinkId, (value) => remark('condition-not-kept', value)) ?? []);
  const visible = outer.some(isHidden) ? NEVER : together(conditions);
  const required = alone.length > 0 ? alone.some((one) => own(one, 'required') === true) : questions.some(({ item }) => own(item, 'required') === true);
  const parts = kind === 'liste' ? listParts(whole, questions.map((question) => ({ question: { ...question, around: inner(question) }, inside: question.part.inside })), tools) : undefined;
  if (!parts) for (const question of questions) sayWithin(question, inner(question), path, tools);
  return {
    path, kind, label: (text(group, 'text') ?? whole.label).slice(0, 500),
    ...(whole.help !== undefined && { help: whole.help }), ...(required && { required: { final: true } }), ...(visible && { visible }),
    ...(alone.some((one) => own(one, 'readOnly') === true) ? { editableBy: whole.editableBy ?? [] } : whole.editableBy && { editableBy: whole.editableBy }),
    ...(whole.editedElsewhere && { editedElsewhere: whole.editedElsewhere }), ...(whole.options && { options: whole.options }),
    ...(whole.constraints && { constraints: whole.constraints }), ...(whole.confidentiality && { confidentiality: whole.confidentiality }),
    ...parts,
  };
}

/** A question that a field of its own form asks already, in its own words. */
function sayWithin(question: PartQuestion, inner: readonly JsonObject[], path: string, tools: Tools): void {
  const remark = remarker(question, tools);
  remark('within-field', path);
  for (const one of [question.item, ...inner]) {
    const lost = enabledWhen(one, tools.byLinkId, () => undefined) !== undefined || isHidden(one);
    if (lost) remark('condition-not-kept', path);
  }
}

interface Asked { readonly question: PartQuestion; readonly inside: readonly string[] }

/** The fields of one element, and how it begins. */
function listParts(list: Field, asked: readonly Asked[], tools: Tools): Pick<Field, 'fields' | 'element'> {
  const initial: Record<string, unknown> = { ...list.element?.initial };
  const here = new Map(asked.flatMap(({ question: { linkId }, inside }) => {
    const sub = inside.length === 1 && linkId !== '' ? insideField(list, inside) : undefined;
    return sub ? [[linkId, { ...attributeOf(sub), path: `./${sub.path}` }] as const] : [];
  }));
  const inElement: Tools = { ...tools, byLinkId: new Map([...tools.byLinkId, ...here]) };
  const fields = keptOf(subFields(list), new Set(asked.map(({ inside }) => inside[0] ?? ''))).map((sub) => {
    const [first, ...again] = asked.filter(({ inside }) => inside[0] === sub.path);
    if (!first) return sub;
    if (sub.kind === 'liste') return { ...sub, ...listParts(sub, [first, ...again].map(({ question, inside }) => ({ question, inside: inside.slice(1) })), tools) };
    for (const { question } of again) remarker(question, tools)('within-field', list.path);
    const { initial: begins, ...field } = narrowed(first.question, sub, inElement);
    if (begins !== undefined) initial[sub.path] = begins;
    return field;
  });
  const title = list.element?.title?.filter((path) => fields.some((field) => field.path === path)) ?? [];
  const element: ElementOfList | undefined = list.element && {
    singular: list.element.singular, ...(title.length > 0 && { title }), ...(Object.keys(initial).length > 0 && { initial }),
  };
  return { fields, ...(element && { element }) };
}

const attributeOf = ({ path, kind, options }: Field): Attribute => ({ path, kind, ...(options && options.valueSet !== 'GGD' && { valueSet: options.valueSet }) });

/** What the model asks, what an element needs, and what these are shown or required by. */
function keptOf(subs: readonly Field[], asked: ReadonlySet<string>): readonly Field[] {
  const kept = new Set(subs.filter(({ path, required }) => asked.has(path) || required !== undefined));
  for (const { visible, required, options } of kept) {
    const named = [visible, required?.final, required?.pending].flatMap((condition) => (typeof condition === 'object' ? conditionPaths(condition) : []));
    for (const path of [...named, ...(options?.usualOf === undefined ? [] : [options.usualOf])]) {
      const sub = isRelative(path) ? subs.find((one) => one.path === path.slice(2)) : undefined;
      if (sub) kept.add(sub);
    }
  }
  return subs.filter((sub) => kept.has(sub));
}

/** A field of an element as the model words it, still shown and required when the project's own is. */
function narrowed(question: PartQuestion, sub: Field, tools: Tools): Field {
  const several = sub.kind === 'codes' || sub.kind === 'textes';
  // One answer of an element; several of them are several elements.
  const item = several ? question.item : { ...question.item, repeats: false };
  const field = fieldOf({ ...question, item, attribute: attributeOf(sub) }, sub, tools);
  const visible = together([sub.visible, field.visible].filter((one) => one !== undefined));
  const required = field.required ?? sub.required;
  return { ...field, ...(visible && { visible }), ...(required && { required }), ...(field.options && sub.options && { options: { ...sub.options, ...field.options } }) };
}

/** An element is shown once: a list leaves out the ones that other fields of the model show, and no others. */
export function withoutSlicesOfOthers(field: Field, placed: ReadonlyMap<string, Field>): Field {
  if (field.kind !== 'liste' || !field.element) return field;
  const shown = [...placed.keys()].flatMap((path) => (path.startsWith(`${field.path}:`) ? /^\w+/.exec(path.slice(field.path.length + 1)) ?? [] : []));
  return shown.length === 0 ? field : { ...field, element: { ...field.element, except: [...new Set(shown)] } };
}
