import type { Contenu } from '../../domain/fiche.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import { isEmptyValue } from './equal.ts';
import type { FicheContext, Field, FormSchema, FormView } from './types.ts';
import { valuesInWords, type ValueWords } from './value-in-words.ts';

/** One field in words. */
export interface DocumentRow {
  readonly path: string;
  readonly label: string;
  /** One text, or the lines of a list; empty when a required field is not filled. */
  readonly values: readonly string[];
}

export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly DocumentRow[];
}

/** A value set that gave words to the document, and its day. */
export interface UsedEdition {
  readonly valueSet: ValueSetId;
  readonly edition: string;
}

/** A fiche to print, to write in a file or to copy: everything in words, in the order of the form. */
export interface FicheDocument {
  readonly title: string;
  /** Lines under the title: what it is, where it stands, who and when. */
  readonly facts: readonly string[];
  readonly sections: readonly DocumentSection[];
  /** Lines after the content: editions of the nomenclatures, version, where it was printed. */
  readonly notes: readonly string[];
}

/**
 * FIC-120, FIC-121: what a fiche says, as sections of labels and words. Fields that are neither filled nor required
 * are left out, and so are sections without a field left.
 */
export function documentSections(view: FormView, contenu: Contenu, context: FicheContext, words: ValueWords, slices: FormSchema['slices'] = {}): readonly DocumentSection[] {
  return view.sections
    .map(({ section: { id, title }, fields }) => ({
      id, title, rows: fields
        .map((field) => ({ path: field.field.path, label: field.field.label, values: valuesInWords(field, { contenu, context, words, slices }), required: field.required }))
        .filter(({ values, required }) => values.length > 0 || required)
        .map(({ required: _, ...row }) => row),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** FIC-122: the editions of the codes that the document words. */
export function usedEditions(view: FormView, { nomenclature }: FicheContext): readonly UsedEdition[] {
  const used = new Set(view.sections.flatMap(({ fields }) => fields.flatMap(({ field, value }) => (isEmptyValue(value) ? [] : valueSetsOf(field))))
    .filter((id) => nomenclature.has(id)));
  return [...used].sort().map((valueSet) => ({ valueSet, edition: nomenclature.valueSet(valueSet).edition }));
}

/** The document as plain text, to be pasted anywhere. */
export function documentText({ title, facts, sections, notes }: FicheDocument, missing: string): string {
  const row = ({ label, values }: DocumentRow): string =>
    (values.length > 1 ? [`${label} :`, ...values.map((value) => `- ${value}`)].join('\n') : `${label} : ${values[0] ?? missing}`);
  return [[title, ...facts].join('\n'), ...sections.map((section) => [section.title, ...section.rows.map(row)].join('\n')), notes.join('\n')]
    .filter((block) => block !== '').join('\n\n');
}

/** FIC-123: `<nom> - <date>.pdf`, without what a file name cannot hold on some system. */
export function documentFileName(title: string, day: string, extension: string): string {
  const safe = title.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ').replaceAll(/\s+/g, ' ').trim().replace(/^\.+/, '');
  return `${[...safe].slice(0, 100).join('').trim() || 'fiche'} - ${day}.${extension}`;
}

const valueSetsOf = ({ options, fields = [] }: Field): readonly ValueSetId[] =>
  [...(options && options.valueSet !== 'GGD' ? [options.valueSet] : []), ...fields.flatMap(valueSetsOf)];
