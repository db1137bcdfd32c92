import type { Contenu } from '../../domain/fiche.ts';
import { words } from '../../nomenclature/text.ts';
import type { namingInputs } from './naming-inputs.ts';
import { surnameAt, type Expected } from './naming-surname.ts';
import type { FicheContext } from './types.ts';

/** JDV_J55 category of the centres de jour pour personnes âgées, named CAJ. */
const CENTRE_DE_JOUR = '207';
/** JDV_J30: what a unit is unless it says otherwise, so the name does not say it (FIC-63). */
const PERMANENT = '02';
const UNITE = 'Unité';

/**
 * The name that the rules give to a unit (FIC-60 to FIC-65; guide 002 p. 19), to which the person may add
 * a surname; `undefined` until the type d'UO is known.
 */
export const proposeName = (contenu: Contenu, context: FicheContext): string | undefined => expectedName(contenu, context)?.name;

/** The proposed name, followed by the surname that the person gave (FIC-115); `undefined` when the name is already so, or no type is known. */
export function completeName(nom: string, contenu: Contenu, context: FicheContext): string | undefined {
  const wanted = expectedName(contenu, context);
  if (!wanted || follows(nom, wanted)) return undefined;
  const surname = nom.slice(surnameAt(nom, wanted, context));
  return surname === '' ? wanted.name : `${wanted.name} ${surname}`;
}

/** The surname of a name that says what the rules want; an empty text when it has none, `undefined` when the name does not say it. */
export function surnameOf(nom: string, contenu: Contenu, context: FicheContext): string | undefined {
  const wanted = expectedName(contenu, context);
  return wanted && follows(nom, wanted) ? nom.slice(surnameAt(nom, wanted, context)) : undefined;
}

function expectedName(contenu: Contenu, context: FicheContext): Expected | undefined {
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
