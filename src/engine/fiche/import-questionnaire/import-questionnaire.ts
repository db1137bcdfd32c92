import type { TypeFiche } from '../../../domain/noeud.ts';
import { isObject, list, own, text } from '../../../nomenclature/foreign-json.ts';
import type { Nomenclature } from '../../../nomenclature/nomenclature.ts';
import { parseFormSchema } from '../form-schema.ts';
import { findField } from '../schema-index.ts';
import { formSchema } from '../schemas.ts';
import type { Condition, Constraints, Field, FormSchema } from '../types.ts';
import { initialOf, optionsOf, systemsOf } from './answers.ts';
import { enabledWhen, NEVER } from './conditions.ts';
import { resolve, type Attribute } from './definitions.ts';
import { extension, identity, isHidden, readItems, type Draft, type Question } from './items.ts';
import type { ItemReport, LeftOut, NotKept } from './report.ts';

export interface QuestionnaireOptions {
  /** Level of the fiche; told by `subjectType` otherwise (an Organization is then an EG). */
  readonly level?: TypeFiche;
  /** With it, options that its editions do not have are reported. */
  readonly nomenclature?: Nomenclature;
}

/** What a model says of itself, kept for whoever shows it. Days and instants as written. */
export interface ModelHead {
  readonly name?: string; readonly url?: string; readonly version?: string; readonly status?: string; readonly publisher?: string; readonly description?: string;
  readonly date?: string; readonly approvalDate?: string; readonly lastReviewDate?: string;
  readonly effectivePeriod?: { readonly start?: string; readonly end?: string };
  readonly derivedFrom?: readonly string[];
}

export interface ImportedModel {
  /** Absent when no item of the model could become a field. */
  readonly schema?: FormSchema;
  readonly model: ModelHead;
  /** Every item that is not a field, and what kept fields lost, in the order of the model. */
  readonly reports: readonly ItemReport[];
}

/**
 * A national modèle de saisie (FHIR R4 Questionnaire, parsed JSON) as a form schema that
 * `parseFormSchema` accepts. Never throws: what can't be mapped is reported item by item.
 * `initialExpression` is not needed: the path of the attribute says where its value is read.
 */
export function importQuestionnaire(json: unknown, { level: asked, nomenclature }: QuestionnaireOptions = {}): ImportedModel {
  const reports: ItemReport[] = [];
  const report = (remark: ItemReport): void => { if (reports.length < 20_000) reports.push(remark); };
  const whole = (code: LeftOut | NotKept, at = '', value?: string): void => report({ at, code, kept: false, ...(value !== undefined && { value: value.slice(0, 300) }) });
  if (!isObject(json) || own(json, 'resourceType') !== 'Questionnaire') return { model: {}, reports: [{ at: '', code: 'not-a-questionnaire', kept: false }] };
  const model = headOf(json);
  const level = asked ?? levelOf(json);
  if (!level) { whole('level-unknown'); return { model, reports }; }

  const title = (text(json, 'title') ?? model.name ?? level).slice(0, 500);
  const { questions, sections } = readItems<Field>(json, title, report);
  const mapped = mapQuestions(questions, level, report);
  const byLinkId = new Map(mapped.flatMap(({ linkId, attribute }) => (linkId === '' ? [] : [[linkId, attribute] as const])));
  for (const question of mapped) question.section.fields.push(fieldOf(question, level, byLinkId, nomenclature, report));
  const placed = new Map(sections.flatMap(({ fields }) => fields.map((field) => [field.path, field] as const)));
  if (placed.size === 0) { whole('no-field'); return { model, reports: ordered(reports) }; }

  const base = formSchema(level);
  const names = base.names.filter((path) => placed.has(path));
  const named = names.length > 0 ? undefined : findField(base, base.names[0] ?? '')?.field;
  if (named) { whole('name-field-added', '', named.path); placed.set(named.path, named); sections[0]?.fields.unshift(named); }
  const appliesTo = appliesToOf(json, placed.get('typeOffre'), whole);
  const schema: FormSchema = {
    id: identifier(model.name ?? text(json, 'id') ?? title, 'modele'), version: identifier(model.version ?? model.date ?? '', '1'), level, title,
    ...(Object.keys(appliesTo).length > 0 && { appliesTo }), names: named ? [named.path] : names, ...(base.slices && { slices: base.slices }),
    sections: sections.filter(({ fields }) => fields.length > 0).map((draft, at) => sectionOf(draft, at, placed)),
  };
  const checked = parseFormSchema(schema);
  if (checked.errors) { for (const { at, message } of checked.errors) whole('invalid-schema', at, message); return { model, reports: ordered(reports) }; }
  return { schema, model, reports: ordered(reports) };
}

interface Mapped extends Question<Field> { readonly attribute: Attribute }

/** The questions whose attribute is known, each attribute once; the others are reported. */
function mapQuestions(questions: readonly Question<Field>[], level: TypeFiche, report: (remark: ItemReport) => void): readonly Mapped[] {
  const taken = new Set<string>();
  return questions.flatMap((question) => {
    const { item, at, linkId, type, definition, around } = question;
    const left = (code: LeftOut) => { report({ ...identity(item, at), code, kept: false }); return []; };
    if (definition === undefined) return left(isHidden(item) ? 'technical' : 'no-definition');
    const attribute = resolve({ definition, linkId, around: around.flatMap((one) => text(one, 'definition') ?? []), systems: systemsOf(item) }, level);
    if (typeof attribute === 'string') return left(attribute);
    if (!ACCEPTED[attribute.kind]?.includes(type)) return left('type-mismatch');
    if (taken.has(attribute.path)) return left('duplicate-path');
    taken.add(attribute.path);
    return [{ ...question, attribute }];
  });
}

/** Item types that each kind can hold. */
const ACCEPTED: Readonly<Partial<Record<Attribute['kind'], readonly string[]>>> = {
  texte: ['string', 'text', 'url'], 'texte-long': ['string', 'text'], nombre: ['integer', 'decimal', 'quantity'], date: ['date', 'dateTime'],
  booleen: ['boolean'], textes: ['string', 'text'], code: ['choice', 'open-choice'], codes: ['choice', 'open-choice'],
};
const EXPRESSIONS = ['sdc-questionnaire-enableWhenExpression', 'sdc-questionnaire-calculatedExpression', 'sdc-questionnaire-answerExpression', 'questionnaire-constraint'];

function fieldOf({ item, at, linkId, attribute, around }: Mapped, level: TypeFiche, byLinkId: ReadonlyMap<string, Attribute>, nomenclature: Nomenclature | undefined, report: (remark: ItemReport) => void): Field {
  const remark = (code: NotKept, value?: unknown, words?: unknown): void => report({
    ...identity(item, at), code, kept: true,
    ...(['string', 'number', 'boolean'].includes(typeof value) && { value: String(value).slice(0, 300) }), ...(typeof words === 'string' && { label: words.slice(0, 500) }),
  });
  const { path, kind } = attribute;
  const known = findField(formSchema(level), path)?.field;
  const base = known?.kind === kind ? known : undefined;
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

const together = (conditions: readonly Condition[]): Condition | undefined => (conditions.length > 1 ? { all: conditions } : conditions[0]);

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

/** A section; a constraint that looks at an attribute the model does not ask is left out. */
function sectionOf({ title, help, fields }: Draft<Field>, at: number, placed: ReadonlyMap<string, Field>) {
  const words = help.join('\n').slice(0, 4_000);
  return {
    id: `section-${at + 1}`, title: title.slice(0, 500), ...(words !== '' && { help: words }),
    fields: fields.map((field) => {
      const { notUnder, ...rest } = field.constraints ?? {};
      return notUnder === undefined || placed.get(notUnder)?.kind === field.kind ? field : { ...field, constraints: rest };
    }),
  };
}

function levelOf(json: unknown): TypeFiche | undefined {
  const subjects = list(json, 'subjectType');
  return subjects.includes('HealthcareService') ? 'UO' : subjects.includes('Organization') ? 'EG' : undefined;
}

/** `useContext` (catégories d'EG, champ) and the types d'offre among the options of the model. */
function appliesToOf(json: unknown, typeOffre: Field | undefined, whole: (code: NotKept, at: string, value?: string) => void): NonNullable<FormSchema['appliesTo']> {
  const [categoriesEG, champs] = [new Set<string>(), new Set<string>()];
  list(json, 'useContext').forEach((context, at) => {
    const code = text(own(context, 'code'), 'code');
    const values = list(own(context, 'valueCodeableConcept'), 'coding').flatMap((coding) => text(coding, 'code') ?? []).filter((value) => value.length <= 300);
    const into = code === 'EG' ? categoriesEG : code === 'champAct' ? champs : undefined;
    if (!into || values.length === 0) whole('context-not-kept', `useContext.${at}`, [code, ...values].join(' '));
    else for (const value of values) into.add(value);
  });
  const typesOffre = typeOffre?.options?.codes ?? [];
  return { ...(categoriesEG.size > 0 && { categoriesEG: [...categoriesEG] }), ...(champs.size > 0 && { champs: [...champs] }), ...(typesOffre.length > 0 && { typesOffre }) };
}

function headOf(json: unknown): ModelHead {
  const texts = ['name', 'url', 'version', 'status', 'publisher', 'description', 'date', 'approvalDate', 'lastReviewDate'].flatMap((key) => { const value = text(json, key); return value === undefined ? [] : [[key, value] as const]; });
  const period = own(json, 'effectivePeriod');
  const [start, end] = [text(period, 'start'), text(period, 'end')];
  const derivedFrom = list(json, 'derivedFrom').filter((one) => typeof one === 'string');
  return {
    ...Object.fromEntries(texts), ...((start !== undefined || end !== undefined) && { effectivePeriod: { ...(start && { start }), ...(end && { end }) } }),
    ...(derivedFrom.length > 0 && { derivedFrom }),
  };
}

const identifier = (words: string, otherwise: string): string => words.replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, 100) || otherwise;

/** In the order of the model; remarks on the whole come first. */
function ordered(reports: readonly ItemReport[]): readonly ItemReport[] {
  const keys = new Map(reports.map((one) => [one, one.at.split('.').map((part) => part.padStart(6, '0')).join('.')]));
  return [...reports].sort((a, b) => { const [left = '', right = ''] = [keys.get(a), keys.get(b)]; return left < right ? -1 : left > right ? 1 : 0; });
}
