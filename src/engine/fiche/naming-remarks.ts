import type { Contenu } from '../../domain/fiche.ts';
import { words } from '../../nomenclature/text.ts';
import type { Issue } from './issue.ts';
import { isAcronym, isInternal, pointedAcronym, shortWord, smallAcronym, upper, withoutCopy, wordsOf, type Rewriting } from './naming-text.ts';
import { completeName, proposeName, surnameOf } from './naming.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';

/** What a name is the name of: it decides which rules look at it. */
export interface Named {
  /** The unit that the name must describe. */
  readonly unite?: Contenu | undefined;
  /** The establishment, of which the usual name keeps the official one. */
  readonly etablissement?: Contenu | undefined;
}

/** What the name in this field is the name of. */
export const namedBy = ({ level }: Pick<FormSchema, 'level'>, { proposal }: Pick<Field, 'proposal'>, contenu: Contenu): Named =>
  ({ ...(proposal === 'nom-offre' && { unite: contenu }), ...(level === 'EG' && { etablissement: contenu }) });

type Remark = Pick<Issue, 'code' | 'params' | 'corrected'>;

/**
 * What the rules say against a name (FIC-66 to FIC-68, FIC-110 to FIC-118), each with the whole name as it would be
 * once this is mended. Only « COPIE DE » is an error, and is said alone: the rest is looked at once it has gone.
 */
export function nameIssues(path: string, nom: string, named: Named, context: FicheContext): readonly Issue[] {
  const copy = withoutCopy(nom);
  if (copy !== undefined) return [{ code: 'copie-de', path, severity: 'erreur', level: 'finaliser', ...(copy !== '' && { corrected: copy }) }];
  const remarks = [...writing(nom, named), ...official(nom, named, context), ...ofUnit(nom, named, context)];
  return remarks.map((remark): Issue => ({ ...remark, path, severity: 'avertissement', level: 'finaliser' }));
}

/** The name once every remark that can be is mended (FIC-119); the same name when there is none. */
export function correctName(nom: string, named: Named, context: FicheContext): string {
  let name = nom;
  // Each correction settles its remark; a bound, should two of them ever undo each other.
  for (let step = 0; step < 12; step++) {
    const next = nameIssues('', name, named, context).find(({ corrected }) => corrected !== undefined)?.corrected;
    if (next === undefined || next === name) return name;
    name = next;
  }
  return name;
}

function writing(nom: string, { etablissement }: Named): readonly Remark[] {
  const kept = new Set(etablissement ? words(text(etablissement, 'denominationEG')) : []);
  return [
    ...found('acronyme-ponctue', pointedAcronym(nom)), ...found('acronyme-minuscule', smallAcronym(nom)), ...found('mot-abrege', shortWord(nom, kept)),
  ];
}

function ofUnit(nom: string, { unite }: Named, context: FicheContext): readonly Remark[] {
  if (!unite) return [];
  // An acronym with full stops is the same word: it is not taken for a surname.
  const corrected = completeName(pointedAcronym(nom)?.corrected ?? nom, unite, context);
  if (corrected !== undefined) return [{ code: 'nom-sans-prefixe', params: { attendu: proposeName(unite, context) ?? '' }, corrected }];
  const surname = surnameOf(nom, unite, context);
  if (surname === undefined || surname === '') return [];
  if (isInternal(surname)) return [{ code: 'nom-interne', params: { trouve: surname } }];
  const attendu = upper(surname);
  return attendu === surname ? [] : [{ code: 'nom-minuscules', params: { trouve: surname, attendu }, corrected: nom.slice(0, nom.length - surname.length) + attendu }];
}

/** FIC-117, FIC-118 (guide 002 p. 19): the official name, and the place when that name says no more than a category. */
function official(nom: string, { etablissement }: Named, context: FicheContext): readonly Remark[] {
  const officiel = etablissement ? text(etablissement, 'denominationEG') : '';
  if (!etablissement || words(officiel).length === 0) return [];
  if (!` ${words(nom).join(' ')} `.includes(` ${words(officiel).join(' ')} `)) {
    const rest = nom.slice(sharedUntil(nom, officiel)).replace(/^[\s\-–—,:;/]+/, '');
    return [{ code: 'nom-sans-officiel', params: { attendu: officiel }, corrected: rest === '' ? officiel : `${officiel} ${rest}` }];
  }
  if (words(nom).join() !== words(officiel).join() || !isCategory(officiel, etablissement, context)) return [];
  const lieu = text((etablissement['lieuEG'] as { adresse?: Contenu } | undefined)?.adresse ?? {}, 'localite');
  return [{ code: 'nom-categorie', params: { trouve: nom }, ...(lieu !== '' && { corrected: `${nom} ${ofTown(lieu)}` }) }];
}

/** Where a name stops saying the same words as the official one. */
function sharedUntil(nom: string, officiel: string): number {
  const wanted = words(officiel);
  const all = wordsOf(nom);
  const at = all.findIndex(({ folded }, place) => folded !== wanted[place]);
  return at < 0 ? nom.length : at === 0 ? 0 : all[at - 1]?.end ?? 0;
}

function isCategory(officiel: string, etablissement: Contenu, { nomenclature, categorieEG }: FicheContext): boolean {
  if (isAcronym(officiel.trim())) return true;
  const code = text(etablissement, 'categorieEG') || categorieEG;
  const label = code !== undefined && nomenclature.has('J55') ? nomenclature.valueSet('J55').get(code)?.label : undefined;
  return label !== undefined && words(label).join() === words(officiel).join();
}

/** « de Melun », « d’Étréchy », « du Mans », « des Ulis ». */
function ofTown(town: string): string {
  const [, article, rest = ''] = /^(les?)\s+(.+)$/i.exec(town) ?? [];
  if (article !== undefined) return `${article.length === 3 ? 'des' : 'du'} ${rest}`;
  return /^[aeiouyh]/.test(words(town)[0] ?? '') ? `d’${town}` : `de ${town}`;
}

const found = (code: Remark['code'], rewriting: Rewriting | undefined): readonly Remark[] =>
  (rewriting ? [{ code, params: { trouve: rewriting.trouve, attendu: rewriting.attendu }, corrected: rewriting.corrected }] : []);

function text(contenu: Contenu, path: string): string {
  const value = contenu[path];
  return typeof value === 'string' ? value : '';
}
