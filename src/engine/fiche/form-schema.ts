import { Role } from '../../domain/acteur.ts';
import { NiveauFiche } from '../../domain/noeud.ts';
import { z } from '../../domain/zod.ts';
import { allValueSetIds } from '../../nomenclature/value-set-ids.ts';
import { IDENTIFIER, PATH } from './plain-schema.ts';
import { trust } from './schema-cache.ts';
import { checkReferences, stopsShowing } from './schema-references.ts';
import type { Condition as ConditionType, Field as FieldType, FormSchema as FormSchemaType, KindName } from './types.ts';

/** The shapes of `types.ts`, for a schema that comes from outside. TypeScript checks below that they agree. */

const label = z.string().check(z.minLength(1), z.maxLength(500));
const help = z.string().check(z.minLength(1), z.maxLength(4_000));
const identifier = z.string().check(z.regex(IDENTIFIER));
const path = z.string().check(z.maxLength(300), z.regex(PATH));
/** As a condition names it: `./` before a field of the same element. */
const reference = z.string().check(z.maxLength(300), z.regex(new RegExp(`^(\\./)?${PATH.source.slice(1)}`, 'i')));
const code = z.string().check(z.minLength(1), z.maxLength(300));
const record = <T extends z.ZodMiniType>(value: T) => z.record(z.string().check(z.maxLength(300)), value);

const ValueSetId = z.enum(allValueSetIds);

/** How deep conditions may hold conditions: a deeper one is a mistake or an attack, not a form. */
const DEPTH = 20;

const condition = (depth: number): z.ZodMiniType<ConditionType> => {
  const leaves = [
    z.strictObject({ path: reference, in: z.array(code) }),
    z.strictObject({ path: reference, filled: z.boolean() }),
    z.strictObject({ usualOf: reference, valueSet: ValueSetId }),
    z.strictObject({ categorieEG: z.array(code) }),
    z.strictObject({ handicap: z.boolean() }),
  ] as const;
  if (depth === 0) return z.union(leaves);
  const inner = z.lazy(() => condition(depth - 1));
  return z.union([...leaves, z.strictObject({ all: z.array(inner) }), z.strictObject({ any: z.array(inner) }), z.strictObject({ not: inner })]);
};

const Condition = condition(DEPTH);
const conditional = z.exactOptional(z.union([z.boolean(), Condition]));

const KINDS = [
  'texte', 'texte-long', 'nombre', 'date', 'booleen', 'code', 'codes', 'textes', 'liste', 'adresse', 'territoires', 'capacites', 'horaires', 'reference',
] as const satisfies readonly KindName[];

/** How deep lists may hold lists: limits of an equipment of a place are the third. */
const LISTS = 5;

const field = (depth: number): z.ZodMiniType<FieldType> => z.strictObject({
  path,
  kind: z.enum(KINDS),
  label,
  help: z.exactOptional(help),
  unit: z.exactOptional(label),
  required: z.exactOptional(z.strictObject({ pending: conditional, final: conditional })),
  visible: z.exactOptional(Condition),
  editableBy: z.exactOptional(z.array(Role)),
  editedElsewhere: z.exactOptional(z.enum(['support', 'dossier'])),
  options: z.exactOptional(z.strictObject({
    valueSet: z.enum([...allValueSetIds, 'GGD']),
    codes: z.exactOptional(z.array(code)),
    usualOf: z.exactOptional(reference),
    steps: z.exactOptional(z.array(z.enum(['discipline', 'besoin']))),
    preferCategorieEG: z.exactOptional(z.boolean()),
  })),
  constraints: z.exactOptional(z.strictObject({
    min: z.exactOptional(z.number()),
    max: z.exactOptional(z.number()),
    maxLength: z.exactOptional(z.int().check(z.positive())),
    maxItems: z.exactOptional(z.int().check(z.positive())),
    decimals: z.exactOptional(z.int().check(z.minimum(0), z.maximum(10))),
    format: z.exactOptional(z.enum(['email', 'telephone', 'code-postal', 'finess', 'siret', 'siren', 'url', 'commune', 'numero-voie'])),
    notUnder: z.exactOptional(reference),
  })),
  constants: z.exactOptional(record(z.json())),
  initial: z.exactOptional(z.json()),
  proposal: z.exactOptional(z.enum(['nom-offre', 'usual'])),
  fields: z.exactOptional(z.array(depth > 0 ? z.lazy(() => field(depth - 1)) : z.never())),
  element: z.exactOptional(z.strictObject({
    singular: label, title: z.exactOptional(z.array(path)), initial: z.exactOptional(record(z.json())), except: z.exactOptional(z.array(identifier)),
  })),
  confidentiality: z.exactOptional(z.union([z.enum(['1', '2', '3']), z.strictObject({ path: reference })])),
});

const Field = field(LISTS);

const Section = z.strictObject({
  id: identifier,
  title: label,
  help: z.exactOptional(help),
  visible: z.exactOptional(Condition),
  fields: z.array(Field),
});

/** A form schema as plain JSON. Unknown keys are refused: a misspelt one would be a rule that never applies. */
export const FormSchema = z.strictObject({
  id: identifier,
  version: identifier,
  level: NiveauFiche,
  title: label,
  appliesTo: z.exactOptional(z.strictObject({
    categoriesEG: z.exactOptional(z.array(code)), champs: z.exactOptional(z.array(code)), typesOffre: z.exactOptional(z.array(code)),
  })),
  names: z.array(path),
  slices: z.exactOptional(record(z.strictObject({
    where: record(z.string()), with: z.exactOptional(record(z.json())), inherit: z.exactOptional(z.array(identifier)),
  }))),
  sections: z.array(Section),
}) satisfies z.ZodMiniType<FormSchemaType>;

/** What is wrong in a schema, for whoever wrote it: where (keys from the root), and what. */
export interface SchemaError {
  readonly at: string;
  readonly message: string;
}

/** A schema, or what is wrong in it. */
export type ParsedSchema = { readonly schema: FormSchemaType; readonly errors?: undefined } | { readonly errors: readonly SchemaError[]; readonly schema?: undefined };

/** A schema that can be interpreted, or everything that is wrong in it. Never throws on JSON. */
export const parseFormSchema = (json: unknown): ParsedSchema => parse(json, () => true);

/** As `parseFormSchema`, to show a form only: a schema whose `names` lead to no field can't name its fiche, but fills it. */
export const readFormSchema = (json: unknown): ParsedSchema => parse(json, stopsShowing);

function parse(json: unknown, matters: (error: SchemaError) => boolean): ParsedSchema {
  const parsed = z.safeParse(FormSchema, json);
  if (!parsed.success) return { errors: parsed.error.issues.map((issue) => ({
    at: issue.path.join('.'), message: issue.code === 'unrecognized_keys' ? `unknown key: ${issue.keys.join(', ')}` : issue.code,
  })) };
  const schema: FormSchemaType = parsed.data;
  const errors = checkReferences(schema).filter(matters);
  return errors.length > 0 ? { errors } : { schema: trust(schema) };
}
