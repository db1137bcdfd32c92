import type { Suggestion } from '../../../engine/fiche/search-options.ts';
import type { FieldView } from '../../../engine/fiche/types.ts';
import type { Replacement } from '../../../nomenclature/replacement.ts';

/** What a field of codes asks of its form besides. */
export interface CodePort {
  /** The options that a text finds, the words of the trade included. */
  suggest(view: FieldView, text: string): readonly Suggestion[];
  /** The code that takes the place of a retired or unknown one, when it is known. */
  replacement(view: FieldView, code: string): Replacement | undefined;
}
