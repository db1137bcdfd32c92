import type { FormView } from '../../engine/fiche/types.ts';
import { valuesInWords, type ValueWords } from '../../engine/fiche/value-in-words.ts';
import { situationOf, type Lue } from './lue.ts';

/** Blocks that say how to reach or to find somebody: they stand together, first, in this order. */
export const PRACTICAL: readonly string[] = ['secretariat', 'direction', 'contacts', 'planning', 'adresse', 'localisation', 'lieux'];
const CONTACTS: ReadonlySet<string> = new Set(['secretariat', 'direction', 'contacts']);

/** The contacts that this person reads, as lines of plain text; none when there is no way to reach anybody. */
export function contactsAsText(view: FormView, lue: Lue, words: ValueWords): readonly string[] {
  const lignes = view.sections.filter(({ section }) => CONTACTS.has(section.id)).flatMap(({ fields }) => fields.flatMap((field) => {
    const textes = valuesInWords(field, { contenu: lue.contenu, context: lue.context, words, slices: lue.schema.slices ?? {} });
    return textes.map((texte) => `${field.field.label} : ${texte}`);
  }));
  if (lignes.length === 0) return [];
  const adresse = situationOf(lue)?.lignes ?? [];
  return [lue.noeud.nom, ...(adresse.length > 0 ? [adresse.join(', ')] : []), ...lignes];
}
