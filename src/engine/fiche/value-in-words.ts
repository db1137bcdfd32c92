import { lignesAdresse } from '../../domain/lignes-adresse.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { codeList } from './code-list.ts';
import { isEmptyValue, isObject } from './equal.ts';
import { champsCapacite } from './kinds/capacites.ts';
import { TYPES_TERRITOIRE } from './kinds/territoires.ts';
import { kinds } from './kinds.ts';
import { describeOption } from './options.ts';
import { readPath } from './paths.ts';
import type { FicheContext, Field, FieldView, FormSchema } from './types.ts';

/** The few words that values need, in the language of the reader. */
export interface ValueWords {
  readonly oui: string;
  readonly non: string;
  /** Said after a code that may no longer be chosen, and after one that the nomenclature does not have. */
  readonly retire: string;
  readonly inconnu: string;
  /** The sentences of a week, when whoever asks can say them. */
  readonly semaine?: (value: unknown) => readonly string[];
}

export interface Around {
  readonly contenu: Contenu;
  readonly context: FicheContext;
  readonly words: ValueWords;
  readonly slices: FormSchema['slices'];
}

type Valued = Pick<FieldView, 'field' | 'value' | 'text' | 'issues'>;

/** JDV_J222: who may read an element; its display, not what it says. */
const CONFIDENTIALITE = 'J222';

/** FIC-120: a value as texts a person can read: one, or one a line of a list; none when it is empty. */
export function valuesInWords(view: Valued, around: Around): readonly string[] {
  const { field, value, text, issues } = view;
  const words = isEmptyValue(value) ? [] : byKind(field, value, around);
  // A text that can't be read stays in the fiche beside what it may replace: both are said.
  if (issues.some(({ code }) => code === 'illisible')) return [...(words ?? []), text].filter((line) => line.trim() !== '');
  if (words) return words.filter((line) => line.trim() !== '');
  return text.trim() === '' ? [] : [field.unit && value !== undefined ? `${text} ${field.unit.toLowerCase()}` : text];
}

/** Undefined when the text of the value says it already. */
function byKind(field: Field, value: unknown, around: Around): readonly string[] | undefined {
  const { words, context } = around;
  switch (field.kind) {
    case 'booleen': return typeof value === 'boolean' ? [value ? words.oui : words.non] : undefined;
    case 'code': return typeof value === 'string' ? [codeInWords(field, value, around)] : undefined;
    case 'codes': return texts(value)?.map((code) => codeInWords(field, code, around));
    case 'textes': return texts(value);
    case 'adresse': return isObject(value) ? [lignesAdresse(onlyTexts(value)).join('\n')] : undefined;
    case 'territoires': return objects(value)?.map((one) => territoire(one, context));
    case 'capacites': return objects(value)?.map((one) => element(champsCapacite, one, around));
    case 'liste': return objects(value)?.filter((one) => !isElsewhere(field, one, around.slices)).map((one) => element(field.fields ?? [], one, around));
    case 'reference': return [context.references?.find(({ identifiant }) => identifiant === value)?.label ?? asText(value)];
    case 'horaires': return words.semaine?.(value);
    default: return undefined;
  }
}

function codeInWords(field: Field, code: string, { contenu, context, words }: Around): string {
  const { label, status } = describeOption(field, code, contenu, context);
  return status === 'selectable' ? label : `${label} (${status === 'retired' ? words.retire : words.inconnu})`;
}

/** One element of a list on one line, what names it first. */
function element(fields: readonly Field[], one: Readonly<Record<string, unknown>>, around: Around): string {
  return fields.filter(({ options }) => options?.valueSet !== CONFIDENTIALITE).flatMap((field) => {
    const value = readPath(one, field.path);
    if (isEmptyValue(value)) return [];
    const said = valuesInWords({ field, value, text: kinds[field.kind].format(value), issues: [] }, around);
    return said.length > 0 ? [`${field.label} : ${said.join(', ').replaceAll('\n', ', ')}`] : [];
  }).join(' · ');
}

const LISTES: Readonly<Record<string, 'COG_regions' | 'COG_departements'>> = { [TYPES_TERRITOIRE.region]: 'COG_regions', [TYPES_TERRITOIRE.departement]: 'COG_departements' };

function territoire({ type, code }: Readonly<Record<string, unknown>>, context: FicheContext): string {
  if (typeof code !== 'string') return '';
  const list = typeof type === 'string' ? LISTES[type] : undefined;
  const name = type === TYPES_TERRITOIRE.commune ? context.communes?.get(code)?.nom : list && codeList(list, context)?.describe(code).label;
  return name === undefined || name === code ? code : `${name} (${code})`;
}

/** Elements that other fields show. */
const isElsewhere = ({ element: about }: Field, one: Readonly<Record<string, unknown>>, slices: FormSchema['slices']): boolean =>
  (about?.except ?? []).some((name) => Object.entries(slices?.[name]?.where ?? { '': '' }).every(([key, value]) => one[key] === value));

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const texts = (value: unknown): readonly string[] | undefined =>
  (Array.isArray(value) ? value.map(asText) : undefined);

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined =>
  (Array.isArray(value) && value.every(isObject) ? value : undefined);

const onlyTexts = (value: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
