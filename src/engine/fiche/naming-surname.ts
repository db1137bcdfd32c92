import { words } from '../../nomenclature/text.ts';
import { wordsOf, type Word } from './naming-text.ts';
import type { FicheContext } from './types.ts';

/** The names that the rules want for a unit. */
export interface Expected {
  /** The whole name, without surname. */
  readonly name: string;
  /** Beginnings that are right too: the wording of the nomenclature, its acronyms (FAM, EAM). */
  readonly beginnings: readonly string[];
  /** Wordings that must stand somewhere in the name. */
  readonly parts: readonly string[];
}

type Phrase = readonly string[];

const UNITE = 'unite';
/** Wordings of every type, without « Unité », the longest first. Goes away with the nomenclature. */
const known = new WeakMap<FicheContext['associations'], readonly Phrase[]>();
const said = new WeakMap<FicheContext['nomenclature'], readonly Phrase[]>();

/**
 * Where the surname begins in a name: after all that says the type, the mode and the temporalité, as the rules
 * want them or as another choice of the type would (FIC-115). The length of the name when there is no surname.
 * Words that merely look alike stay with the surname: it is never cut.
 */
export function surnameAt(nom: string, expected: Expected, context: FicheContext): number {
  const all = wordsOf(nom);
  let at = all[0]?.folded === UNITE ? 1 : 0;
  const own = [expected.name, ...expected.beginnings].flatMap((name) => [words(name), withoutUnite(words(name))]).sort(longest);
  at = Math.max(eat(all, 0, own), eat(all, at, own), at);
  if (at === 1 && all[0]?.folded === UNITE) at = eat(all, 1, otherTypes(context));
  const precisions = [expected.name.match(/\([^()]*\)/g) ?? [], expected.parts].flat().map(words).sort(longest);
  const after = [...precisions, ...labels(context)].sort(longest);
  // A mode or a temporalité says nothing of a unit until its type is said: before it, only the one wanted is.
  for (let next = at; ;) {
    next = eat(all, at, at > 0 ? after : precisions);
    if (next === at) break;
    at = next;
  }
  const end = at === 0 ? 0 : all[at - 1]?.end ?? nom.length;
  return end + (/^[\s\-–—_,:;/.+)]*/.exec(nom.slice(end))?.[0].length ?? 0);
}

/** The place after the longest of these phrases that stands here; the same place when none does. */
function eat(all: readonly Word[], at: number, phrases: readonly Phrase[]): number {
  const found = phrases.find((phrase) => phrase.length > 0 && phrase.every((word, place) => all[at + place]?.folded === word));
  return at + (found?.length ?? 0);
}

const longest = (a: Phrase, b: Phrase): number => b.length - a.length;
const withoutUnite = (phrase: Phrase): Phrase => (phrase[0] === UNITE ? phrase.slice(1) : phrase);

function otherTypes({ associations, nomenclature }: FicheContext): readonly Phrase[] {
  let phrases = known.get(associations);
  if (!phrases) {
    const types = associations.typesOffre({}).flatMap((code) => associations.typeOffre(code)?.nomParDefaut ?? []);
    const wordings = nomenclature.has('J238') ? nomenclature.valueSet('J238').concepts.map(({ label }) => label) : [];
    const shorter = types.map((name) => name.replace(/\s*\([^()]*\)\s*$/, ''));
    known.set(associations, phrases = [...types, ...shorter, ...wordings].map((name) => withoutUnite(words(name))).sort(longest));
  }
  return phrases;
}

/** Wordings of every mode and temporalité, without what they explain between brackets. */
const labels = ({ nomenclature }: FicheContext): readonly Phrase[] => {
  let phrases = said.get(nomenclature);
  if (!phrases) {
    said.set(nomenclature, phrases = (['J19', 'J30'] as const).flatMap((id) =>
      (nomenclature.has(id) ? nomenclature.valueSet(id).concepts.map(({ label }) => words(label.replace(/\s*\([^()]*\)/g, ''))) : [])));
  }
  return phrases;
};
