import type { Contenu, Saisie } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { writeField } from './paths.ts';
import eg from './schemas/eg.json';
import p from './schemas/p.json';
import s from './schemas/s.json';
import uf from './schemas/uf.json';
import uo from './schemas/uo.json';
import type { FormSchema } from './types.ts';

// TypeScript reads the texts of a JSON file as any text; a test parses each file with the schema of schemas.
const schemas = { EG: eg, P: p, S: s, UF: uf, UO: uo } as unknown as Readonly<Record<TypeFiche, FormSchema>>;

/** The form of a level, as described by the project from the guides of the regional tool. */
export const formSchema = (level: TypeFiche): FormSchema => schemas[level];

/** What a new fiche holds: the initial values of its schema. */
export function newSaisie(schema: FormSchema): Saisie {
  const fields = schema.sections.flatMap((section) => section.fields);
  const contenu = fields.reduce<Contenu>((filled, field) =>
    (field.initial === undefined ? filled : writeField(filled, field, field.initial, schema.slices)), {});
  return { contenu, illisibles: {} };
}
