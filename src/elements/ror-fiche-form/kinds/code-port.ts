import type { FieldView } from '../../../engine/fiche/types.ts';
import type { Synonyme } from '../../../nomenclature/associations.ts';
import type { Replacement } from '../../../nomenclature/replacement.ts';

/** The fields of long lists, which come with the lists. */
export type Longues = typeof import('./longues.ts');

/** What a field of codes asks of its form besides. */
export interface CodePort {
  /** What searches a long list; there as soon as the options are. */
  longues(): Longues | undefined;
  /** The words of the trade for the list of the field; they come at the first search. */
  synonymes(view: FieldView): readonly Synonyme[] | undefined;
  /** The code that takes the place of a retired or unknown one, when it is known. */
  replacement(view: FieldView, code: string): Replacement | undefined;
}
