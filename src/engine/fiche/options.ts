import type { Contenu } from '../../domain/fiche.ts';
import { codeList, usualCodes, type CodeList } from './code-list.ts';
import { readPath } from './paths.ts';
import type { FicheContext, Field, Option, OptionSource } from './types.ts';

/** Steps of a choice that shorten the list and are not stored: GGD code, code of a catégorie de besoins. */
export interface Filters {
  readonly discipline?: string | undefined;
  readonly besoin?: string | undefined;
}

const NONE: readonly Option[] = [];
/** Lists computed so far, by what they are made from: the elements of a repeated group share them. Goes away with the nomenclature and the schema. */
const known = new WeakMap<FicheContext['nomenclature'], WeakMap<FicheContext['associations'], WeakMap<OptionSource, Map<string, readonly Option[]>>>>();
/** Lists kept per field: types d'UO looked at in one sitting. */
const KEPT = 50;

/**
 * The choices of a field, in the order to show them (FIC-30 to FIC-32): those that fit the establishment,
 * the usual ones for the answers given, then all the rest. The same array comes back for the same answers.
 * Empty for a field without options, and while its value set is not loaded.
 */
export function options(field: Field, contenu: Contenu, context: FicheContext, filters: Filters = {}): readonly Option[] {
  const source = field.options;
  if (!source || (source.valueSet !== 'GGD' && !context.nomenclature.has(source.valueSet))) return NONE;
  const type = typeOf(field, contenu);
  const key = JSON.stringify([type, source.preferCategorieEG && context.categorieEG, filters.discipline, filters.besoin]);
  const lists = listsOf(shared(source, context), context);
  const found = lists.get(key);
  if (found) return found;
  const computed = Object.freeze(compute(field, type, context, filters));
  if (lists.size >= KEPT) lists.delete(lists.keys().next().value ?? '');
  lists.set(key, computed);
  return computed;
}

/** What to show of a code of this field, stored or not, retired or unknown (FIC-33). */
export function describeOption(field: Field, code: string, contenu: Contenu, context: FicheContext): Option {
  const found = options(field, contenu, context).find((option) => option.code === code);
  if (found) return found;
  const list = field.options && codeList(field.options.valueSet, context);
  return { code, label: code, status: 'unknown', ...list?.describe(code), rank: 'autre' };
}

/** The choices, preceded by the stored codes that are no longer among them: nothing stored is ever hidden (FIC-33). */
export function withStored(choices: readonly Option[], field: Field, value: unknown, contenu: Contenu, context: FicheContext): readonly Option[] {
  const stored = (Array.isArray(value) ? value : [value]).filter((code): code is string => typeof code === 'string' && code !== '');
  if (stored.length === 0) return choices;
  const offered = new Set(choices.map(({ code }) => code));
  const missing = stored.filter((code) => !offered.has(code));
  return missing.length === 0 ? choices : [...missing.map((code) => describeOption(field, code, contenu, context)), ...choices];
}

/** What each step of a choice offers. */
export function stepOptions(step: 'discipline' | 'besoin', { associations }: FicheContext): readonly { readonly code: string; readonly label: string }[] {
  return step === 'discipline' ? associations.ggds() : associations.besoins();
}

/** The usual codes of a field for the answers given; empty when nothing is known of them. */
export const usualOf = (field: Field, contenu: Contenu, context: FicheContext): readonly string[] =>
  (field.options ? usualCodes(field.options.valueSet, typeOf(field, contenu), context) : []);

function typeOf(field: Field, contenu: Contenu): string | undefined {
  const type = field.options?.usualOf === undefined ? undefined : readPath(contenu, field.options.usualOf);
  return typeof type === 'string' ? type : undefined;
}

function listsOf(source: OptionSource, { nomenclature, associations }: FicheContext): Map<string, readonly Option[]> {
  const byAssociations = getOrAdd(known, nomenclature, () => new WeakMap<FicheContext['associations'], WeakMap<OptionSource, Map<string, readonly Option[]>>>());
  const bySource = getOrAdd(byAssociations, associations, () => new WeakMap<OptionSource, Map<string, readonly Option[]>>());
  return getOrAdd(bySource, source, () => new Map<string, readonly Option[]>());
}

const sources = new WeakMap<FicheContext['nomenclature'], Map<string, OptionSource>>();

/** Fields that say no more than the name of their value set share its choices: a form may have fifty of them over a thousand codes. */
function shared(source: OptionSource, { nomenclature }: FicheContext): OptionSource {
  const { valueSet, usualOf, ...rest } = source;
  if (usualOf !== undefined || Object.keys(rest).length > 0) return source;
  return getOrAdd(getOrAdd(sources, nomenclature, () => new Map<string, OptionSource>()), valueSet, () => source);
}

function getOrAdd<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, value = create());
  return value;
}

function compute(field: Field, type: string | undefined, context: FicheContext, filters: Filters): Option[] {
  const source = field.options;
  const list = source && codeList(source.valueSet, context);
  if (!list) return [];
  const allowed = source.codes ?? list.codes.map(({ code }) => code);
  const preferred = source.preferCategorieEG && context.categorieEG !== undefined
    ? allowed.filter((code) => context.associations.fitsCategorieEG(code, context.categorieEG ?? '')) : [];
  const offered = source.steps?.length ? filtered(allowed, context, filters) : allowed;
  const first = new Set(offered === allowed ? preferred : offered.filter((code) => preferred.includes(code)));
  const usual = new Set(usualCodes(source.valueSet, type, context).filter((code) => !first.has(code)));
  const within = new Set(offered);
  const ordered = [...first, ...[...usual].filter((code) => within.has(code)), ...offered.filter((code) => !first.has(code) && !usual.has(code))];
  const ranked = first.size > 0 || usual.size > 0;
  return ordered.map((code) => describe(list, code, first.has(code) ? 'prefere' : usual.has(code) || !ranked ? 'usuel' : 'autre'));
}

/** The types d'UO of a discipline and of a need, in the order of the associations; all of them without filter. */
function filtered(allowed: readonly string[], { associations, categorieEG }: FicheContext, { discipline, besoin }: Filters): readonly string[] {
  const codes = associations.typesOffre({
    ...(discipline !== undefined && { ggd: discipline }), ...(besoin !== undefined && { besoin }), ...(categorieEG !== undefined && { categorieEG }),
  });
  const kept = new Set(allowed);
  const shown = codes.filter((code) => kept.has(code));
  if (discipline !== undefined || besoin !== undefined) return shown;
  // A type of a newer edition, of which the associations know nothing, can still be chosen.
  const already = new Set(shown);
  return [...shown, ...allowed.filter((code) => !already.has(code))];
}

const describe = (list: CodeList, code: string, rank: Option['rank']): Option => ({ code, ...pick(list.describe(code)), rank });
const pick = ({ label, status }: ReturnType<CodeList['describe']>) => ({ label, status });
