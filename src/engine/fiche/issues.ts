import type { Saisie } from '../../domain/fiche.ts';
import type { Issue } from './issue.ts';
import type { Finding } from './kinds/kind.ts';
import { kindOf } from './kind-registry.ts';
import { usualOf } from './options.ts';
import { readPath } from './paths.ts';
import { hasUnreadable, isBlankPlace, isShownElement, sansElementsMasques } from './elements.ts';
import { basesOf, findField, placedFields, placedSubFields, type Placed } from './schema-index.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';
import { isReadonly, isRequired, isShown } from './visibility.ts';

/** Everything wrong or missing in what is shown, in the order of the form (FIC-22), sub-fields under their own paths (FIC-98). */
export function issues(schema: FormSchema, saisie: Saisie, context: FicheContext): readonly Issue[] {
  return [...placedFields(schema)].flatMap((placed) => deepIssues(schema, placed, saisie, context));
}

function deepIssues(schema: FormSchema, placed: Placed, saisie: Saisie, context: FicheContext): readonly Issue[] {
  if (!isShown(schema, placed, saisie.contenu, context)) return [];
  const bases = basesOf(schema, placed.field, saisie.contenu).filter((base) => isShownElement(schema, placed.field, base, saisie));
  return [
    ...fieldIssues(schema, placed.field, saisie, context),
    ...bases.flatMap((base) => placedSubFields(schema, placed, base).flatMap((sub) => deepIssues(schema, sub, saisie, context))),
  ];
}

/** What is wrong or missing in one field, taken as shown. */
export function fieldIssues(schema: FormSchema, field: Field, saisie: Saisie, context: FicheContext): readonly Issue[] {
  const found = find(schema, field, saisie, context);
  // FIC-51: nobody is blocked by what they can't change.
  return isReadonly(field, context) ? found.map((issue) => ({ ...issue, severity: 'avertissement' })) : found;
}

/** The issues that stop this save (FIC-40, FIC-41). */
export function blocking(all: readonly Issue[], level: Issue['level']): readonly Issue[] {
  return all.filter((issue) => issue.severity === 'erreur' && (level === 'finaliser' || issue.level === 'attente'));
}

function find(schema: FormSchema, field: Field, saisie: Saisie, context: FicheContext): readonly Issue[] {
  const { contenu, illisibles } = saisie;
  const { path } = field;
  if (Object.hasOwn(illisibles, path)) return [{ code: 'illisible', path, severity: 'erreur', level: 'finaliser' }];
  const value = sansElementsMasques(schema, field, readPath(contenu, path, schema.slices));
  const kind = kindOf(field.kind);
  if (kind.isEmpty(value)) return missing(schema, field, saisie, context);
  const usual = field.options?.usualOf === undefined ? [] : usualOf(field, contenu, context);
  const findings = [...kind.check(value, field, { context, usual, contenu }), ...compare(schema, field, value, contenu)];
  const name = path === schema.names[0] && typeof value === 'string'
    ? context.naming?.issues(schema, field, value, contenu, context) ?? [] : [];
  return [...findings.map((finding): Issue => ({ ...finding, path, level: 'finaliser' })), ...name];
}

function missing(schema: FormSchema, field: Field, saisie: Saisie, context: FicheContext): readonly Issue[] {
  const { path } = field;
  const { contenu } = saisie;
  // What is typed in it can't be read yet: it is not missing. An element where nothing is typed asks nothing (FIC-81).
  if (hasUnreadable(saisie, path) || isBlankPlace(schema, path, saisie)) return [];
  if (isRequired(schema, field, contenu, context, 'pending')) return [{ code: 'manquant', path, severity: 'erreur', level: 'attente' }];
  return isRequired(schema, field, contenu, context, 'final') ? [{ code: 'manquant', path, severity: 'erreur', level: 'finaliser' }] : [];
}

/** Numbers as numbers, days (`YYYY-MM-DD`) as texts; nothing is said across the two. */
function compare(schema: FormSchema, field: Field, value: unknown, contenu: Saisie['contenu']): readonly Finding[] {
  const other = field.constraints?.notUnder;
  if (other === undefined) return [];
  const floor = readPath(contenu, other, schema.slices);
  const under = (typeof value === 'number' && typeof floor === 'number' && value < floor)
    || (typeof value === 'string' && typeof floor === 'string' && value < floor);
  return under ? [{ code: 'inferieur-a', severity: 'erreur', params: { autre: findField(schema, other)?.field.label ?? other } }] : [];
}
