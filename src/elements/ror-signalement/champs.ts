import type { OutputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import { loadSurroundings } from '../../controllers/surroundings.ts';
import type { Role } from '../../domain/acteur.ts';
import type { Contenu } from '../../domain/fiche.ts';
import type { TypeNoeud } from '../../domain/noeud.ts';
import { interpret } from '../../engine/fiche/interpret.ts';
import { kinds } from '../../engine/fiche/kinds.ts';
import { formSchema } from '../../engine/fiche/schemas.ts';
import type { FicheContext, Field, FormSchema } from '../../engine/fiche/types.ts';
import { valuesInWords, type ValueWords } from '../../engine/fiche/value-in-words.ts';
import type { ChampSignale } from './events.ts';

/** Loaded when a fiche is there to choose from, or a report names a field: the schemas of the fiches weigh more than the dialog. */

async function surroundings(type: TypeNoeud, role: Role): Promise<{ readonly schema: FormSchema; readonly context: FicheContext }> {
  const schema = formSchema(type);
  return { schema, context: { ...(await loadSurroundings(schema)), role } };
}

const inWords = (field: Field, value: unknown, contenu: Contenu, schema: FormSchema, context: FicheContext, words: ValueWords): string =>
  valuesInWords({ field, value, text: kinds[field.kind].format(value), issues: [] }, { contenu, context, words, slices: schema.slices }).join(' · ');

/** The fields of a published fiche, in its order, filled or not: what is missing may be reported too. */
export async function champsOf({ noeud, contenu }: OutputOf<Operations['lireNoeud']>, role: Role, words: ValueWords): Promise<readonly ChampSignale[]> {
  const { schema, context } = await surroundings(noeud.type, role);
  return interpret(schema, { contenu, illisibles: {} }, context).sections.flatMap(({ section, fields }) =>
    fields.map(({ field, value }) => ({ chemin: field.path, label: field.label, section: section.title, valeur: inWords(field, value, contenu, schema, context, words) || undefined })));
}

/** How a report names a field, and what stood there, for people; undefined when the fiche has no such field any more. */
export async function champSignale(type: TypeNoeud, chemin: string, valeur: string | undefined, role: Role, words: ValueWords): Promise<ChampSignale | undefined> {
  const { schema, context } = await surroundings(type, role);
  for (const section of schema.sections) {
    const field = section.fields.find(({ path }) => path === chemin);
    if (field) return { chemin, label: field.label, section: section.title, valeur: valeur === undefined ? undefined : readable(field, valeur, schema, context, words) };
  }
  return undefined;
}

/** A report keeps what was read as text, or as JSON when it was more than a text. */
function readable(field: Field, text: string, schema: FormSchema, context: FicheContext, words: ValueWords): string {
  try {
    const value: unknown = /^(?:[[{]|true$|false$)/.test(text) ? JSON.parse(text) : text;
    return inWords(field, value, {}, schema, context, words) || text;
  } catch {
    return text;
  }
}
