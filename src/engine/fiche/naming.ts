import type { Contenu } from '../../domain/fiche.ts';
import { fold, words } from '../../nomenclature/text.ts';
import type { Issue } from './issue.ts';
import type { FicheContext } from './types.ts';

/** The answers that the name of a unit is made from. */
export const namingInputs = ['typeOffre', 'modePriseEnCharge', 'temporaliteAccueil'] as const;

/** The names that the rules want for a unit. */
interface Expected {
  /** The whole name, without surname. */
  readonly name: string;
  /** Beginnings that are right too: the wording of the nomenclature, its acronyms (FAM, EAM). */
  readonly beginnings: readonly string[];
  /** Wordings that must stand somewhere in the name. */
  readonly parts: readonly string[];
}

/** JDV_J55 category of the centres de jour pour personnes âgées, named CAJ. */
const CENTRE_DE_JOUR = '207';
/** JDV_J30: what a unit is unless it says otherwise, so the name does not say it (FIC-63). */
const PERMANENT = '02';
const UNITE = 'Unité';

/**
 * The name that the rules give to a unit (FIC-60 to FIC-65; guide 002 p. 19), to which the person may add
 * a surname; `undefined` until the type d'UO is known.
 */
export const proposeName = (contenu: Contenu, context: FicheContext): string | undefined => expected(contenu, context)?.name;

/**
 * What the rules say against a name (FIC-66 to FIC-68). Only « COPIE DE » is an error.
 * @param contenu the unit that the name must describe; absent for a name that follows no type (pôle, service).
 */
export function nameIssues(path: string, nom: string, contenu: Contenu | undefined, context: FicheContext): readonly Issue[] {
  const remark = (code: Issue['code'], params?: Issue['params']): Issue =>
    ({ code, path, severity: code === 'copie-de' ? 'erreur' : 'avertissement', level: 'finaliser', ...(params && { params }) });
  if (/\bcopie\s+de\b/.test(fold(nom))) return [remark('copie-de')];
  const acronym = pointedAcronym(nom);
  const wanted = contenu && expected(contenu, context);
  return [
    ...(acronym === undefined ? [] : [remark('acronyme-ponctue', { trouve: acronym, attendu: acronym.replace(/[^\p{L}]/gu, '') })]),
    ...(wanted && !follows(nom, wanted) ? [remark('nom-sans-prefixe', { attendu: wanted.name })] : []),
  ];
}

/** Three capitals or more, each followed by a full stop, a dash or a space: `F.A.M.`, `C-A-J`, `I M E`. */
function pointedAcronym(nom: string): string | undefined {
  return /(?:^|[^\p{L}\p{N}.-])((?:\p{Lu}(?:\.\s?|-|\s)){2,}\p{Lu}\.?)(?![\p{L}\p{N}])/u.exec(nom)?.[1];
}

function expected(contenu: Contenu, context: FicheContext): Expected | undefined {
  const { associations, nomenclature, categorieEG, nomEG = '' } = context;
  const code = readText(contenu, 'typeOffre');
  if (code === undefined) return undefined;
  const type = associations.typeOffre(code);
  const wording = nomenclature.has('J238') ? nomenclature.valueSet('J238').get(code)?.label : undefined;
  if (!type) return wording === undefined ? undefined : only(`${UNITE} ${wording}`);
  const medicoSocial = type.niveaux === 'medico-social';
  if (medicoSocial && (categorieEG === CENTRE_DE_JOUR || words(nomEG)[0] === 'caj')) return only('CAJ');
  const base = type.nomParDefaut;
  // SAVS, SAMSAH, CPTS, CRT: the acronym alone.
  if (!starts(base, UNITE)) return only(base);
  const beginnings = [split(base).head, ...(wording === undefined ? [] : [wording, ...acronyms(wording)].map((end) => `${UNITE} ${end}`))];
  if (!medicoSocial) return { name: base, beginnings, parts: [] };

  const mode = readText(contenu, 'modePriseEnCharge');
  const temporalite = readText(contenu, 'temporaliteAccueil');
  // The only mode of a type tells its units apart from nothing.
  const says = [
    mode === undefined || (type.modes.length === 1 && type.modes[0] === mode) ? undefined : shortLabel('J19', mode, context),
    temporalite === undefined || temporalite === PERMANENT ? undefined : shortLabel('J30', temporalite, context),
  ].map((part) => (part === undefined || holdsWords(base, part) ? undefined : part));
  return { name: compose(base, says[0], says[1]), beginnings, parts: says.filter((part) => part !== undefined) };
}

const only = (name: string): Expected => ({ name, beginnings: [name], parts: [] });

/** « Unité IME Accueil de jour - Temporaire », « Unité foyer - Accueil de jour (établissement non médicalisé) ». */
function compose(base: string, mode: string | undefined, temporalite: string | undefined): string {
  const { head, tail } = split(base);
  const withMode = mode === undefined ? base : tail === '' ? `${head} ${mode}` : `${head} - ${mode} ${tail}`;
  return temporalite === undefined ? withMode : `${withMode} - ${temporalite}`;
}

/** A precision in words at the end of a name, between brackets, stays at the end; an acronym there belongs to the name. */
function split(base: string): { readonly head: string; readonly tail: string } {
  const [, head = base, tail = ''] = /^(.*\S)\s+(\([^()]*\p{Ll}{2}[^()]*\))$/u.exec(base) ?? [];
  return { head, tail };
}

/** The label without what it explains between brackets: « Hébergement (accueil jour et nuit) » → « Hébergement ». */
function shortLabel(id: 'J19' | 'J30', code: string, { nomenclature }: FicheContext): string | undefined {
  const label = nomenclature.has(id) ? nomenclature.valueSet(id).get(code)?.label : undefined;
  return label?.replace(/\s*\([^()]*\)/g, '').trim();
}

const acronyms = (wording: string): readonly string[] => wording.replace(/\./g, '').match(/\p{Lu}[\p{Lu}\p{N}]+/gu) ?? [];

const follows = (nom: string, { beginnings, parts }: Expected): boolean =>
  beginnings.some((beginning) => starts(nom, beginning)) && parts.every((part) => holdsWords(nom, part));

const line = (value: string): string => ` ${words(value).join(' ')} `;
const starts = (value: string, beginning: string): boolean => line(value).startsWith(line(beginning));
const holdsWords = (value: string, part: string): boolean => line(value).includes(line(part));

function readText(contenu: Contenu, path: typeof namingInputs[number]): string | undefined {
  const value = contenu[path];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
