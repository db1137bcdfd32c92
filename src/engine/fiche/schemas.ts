import type { Contenu, Saisie } from '../../domain/fiche.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import { learnKinds } from './kind-registry.ts';
import { kinds } from './kinds.ts';
import { writeField } from './paths.ts';
import { composeSchema } from './schema-cache.ts';
import eg from './schemas/eg.json';
import ej from './schemas/ej.json';
import lieu from './schemas/lieu.json';
import p from './schemas/p.json';
import parties from './schemas/parties.json';
import s from './schemas/s.json';
import uf from './schemas/uf.json';
import uo from './schemas/uo.json';
import type { FormSchema } from './types.ts';

const files: Readonly<Record<NiveauFiche, unknown>> = { EJ: ej, EG: eg, P: p, S: s, UF: uf, UO: uo, LIEU: lieu };

// A bundler must see that they are used.
learnKinds(kinds);

/** The form of a level, as described by the project from the guides of the regional tool; always the same object. */
export function formSchema(level: NiveauFiche): FormSchema {
  return composeSchema(level, files[level], parties);
}

/** What a new fiche holds: the initial values of its schema. */
export function newSaisie(schema: FormSchema): Saisie {
  const fields = schema.sections.flatMap((section) => section.fields);
  const contenu = fields.reduce<Contenu>((filled, field) =>
    (field.initial === undefined ? filled : writeField(filled, field, field.initial, schema.slices)), {});
  return { contenu, illisibles: {} };
}
