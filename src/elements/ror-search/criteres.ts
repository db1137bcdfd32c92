import type { Criteres } from '../../engine/recherche/criteres.ts';
import { pruned, isSituated } from '../../engine/recherche/given.ts';
import type { SuggestionQuoi } from '../../engine/recherche/resultats.ts';

const TEXTE_MAX = 200;
const QUOI_MAX = 20;

/** A structure is looked for by its name, anything else by its code; what was typed for it is no criterion any more. */
export function withSuggestion({ texte: _tape, ...reste }: Criteres, suggestion: SuggestionQuoi): Criteres {
  if (suggestion.genre === 'structure') return { ...reste, texte: suggestion.label.slice(0, TEXTE_MAX) };
  const { genre, code } = suggestion;
  const autres = (reste.quoi ?? []).filter((one) => one.genre !== genre || one.code !== code);
  return { ...reste, quoi: [...autres, { genre, code }].slice(-QUOI_MAX) };
}

/** Undefined when it is the text searched already. */
export function withTexte({ texte = '', ...reste }: Criteres, donne: string): Criteres | undefined {
  const voulu = donne.trim().slice(0, TEXTE_MAX);
  return voulu === texte ? undefined : { ...reste, ...(voulu !== '' && { texte: voulu }) };
}

/** Without what is empty; and what needs a place has no sense without one (REC-5). */
export function sensible(criteres: Criteres): Criteres {
  const suite = pruned(criteres);
  if (!isSituated(suite.ou)) for (const nom of ['distanceMax', 'dureeMax', 'deplacement'] as const) delete suite[nom];
  return suite;
}
