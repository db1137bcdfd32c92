import type { TypeFiche } from '../../../domain/noeud.ts';
import { isObject, list, own, text } from '../../../nomenclature/foreign-json.ts';
import type { Nomenclature } from '../../../nomenclature/nomenclature.ts';
import { parseFormSchema } from '../form-schema.ts';
import { findField } from '../schema-index.ts';
import { formSchema } from '../schemas.ts';
import type { Field, FormSchema } from '../types.ts';
import { systemsOf } from './answers.ts';
import { compositeField, refusedPart, withoutSlicesOfOthers, type PartQuestion } from './composite-fields.ts';
import { resolve } from './definitions.ts';
import { ACCEPTED, baseOf, fieldOf, type FieldQuestion, type Tools } from './fields.ts';
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
  const byLinkId = new Map(mapped.flatMap((one) => ('attribute' in one && one.linkId !== '' ? [[one.linkId, one.attribute] as const] : [])));
  const slices = { ...formSchema(level).slices };
  const tools: Tools = { level, byLinkId, nomenclature, report };
  const done = new Set<string>();
  const inComposite = mapped.filter((one) => 'part' in one);
  for (const question of mapped) {
    if ('attribute' in question) question.section.fields.push(fieldOf(question, baseOf(question.attribute, level), tools));
    else if (!done.has(question.part.composite.path)) {
      const { path, slice } = question.part.composite;
      done.add(path);
      if (slice) slices[slice.name] = slice.where;
      question.section.fields.push(compositeField(inComposite.filter(({ part }) => part.composite.path === path), mapped, tools));
    }
  }
  const placed = new Map(sections.flatMap(({ fields }) => fields.map((field) => [field.path, field] as const)));
  if (placed.size === 0) { whole('no-field'); return { model, reports: ordered(reports) }; }

  const base = formSchema(level);
  const names = base.names.filter((path) => placed.has(path));
  const named = names.length > 0 ? undefined : findField(base, base.names[0] ?? '')?.field;
  if (named) { whole('name-field-added', '', named.path); placed.set(named.path, named); sections[0]?.fields.unshift(named); }
  const appliesTo = appliesToOf(json, placed.get('typeOffre'), whole);
  const schema: FormSchema = {
    id: identifier(model.name ?? text(json, 'id') ?? title, 'modele'), version: identifier(model.version ?? model.date ?? '', '1'), level, title,
    ...(Object.keys(appliesTo).length > 0 && { appliesTo }), names: named ? [named.path] : names, ...(Object.keys(slices).length > 0 && { slices }),
    sections: sections.filter(({ fields }) => fields.length > 0).map((draft, at) => sectionOf(draft, at, placed)),
  };
  const checked = parseFormSchema(schema);
  if (checked.errors) { for (const { at, message } of checked.errors) whole('invalid-schema', at, message); return { model, reports: ordered(reports) }; }
  return { schema, model, reports: ordered(reports) };
}

/** A question whose attribute is known: a field, or a part of one. */
type Mapped = FieldQuestion | PartQuestion;

/** The questions whose attribute is known, each attribute once; the others are reported. */
function mapQuestions(questions: readonly Question<Field>[], level: TypeFiche, report: (remark: ItemReport) => void): readonly Mapped[] {
  const taken = new Set<string>();
  return questions.flatMap((question): readonly Mapped[] => {
    const { item, at, linkId, type, definition, around } = question;
    const left = (code: LeftOut) => { report({ ...identity(item, at), code, kept: false }); return []; };
    if (definition === undefined) return left(isHidden(item) ? 'technical' : 'no-definition');
    const reads = text(own(extension(item, 'sdc-questionnaire-initialExpression'), 'valueExpression'), 'expression');
    const found = resolve({ definition, linkId, around: around.flatMap((one) => text(one, 'definition') ?? []), systems: systemsOf(item), reads }, level);
    if (typeof found === 'string') return left(found);
    if ('composite' in found) {
      const refused = refusedPart(found, type, level);
      return refused ? left(refused) : [{ ...question, part: found }];
    }
    if (!ACCEPTED[found.kind]?.includes(type)) return left('type-mismatch');
    if (taken.has(found.path)) return left('duplicate-path');
    taken.add(found.path);
    return [{ ...question, attribute: found }];
  });
}

/** A section; a constraint that looks at an attribute the model does not ask is left out. */
function sectionOf({ title, help, fields }: Draft<Field>, at: number, placed: ReadonlyMap<string, Field>) {
  const words = help.join('\n').slice(0, 4_000);
  return {
    id: `section-${at + 1}`, title: title.slice(0, 500), ...(words !== '' && { help: words }),
    fields: fields.map((field) => {
      const { notUnder, ...rest } = field.constraints ?? {};
      return withoutSlicesOfOthers(notUnder === undefined || placed.get(notUnder)?.kind === field.kind ? field : { ...field, constraints: rest }, placed);
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
