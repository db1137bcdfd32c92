import type { Saisie } from '../../domain/fiche.ts';
import { codeList } from './code-list.ts';
import { isEmptyValue } from './equal.ts';
import { usualOf } from './options.ts';
import { readPath } from './paths.ts';
import { placedFields } from './schema-index.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';
import { isReadonly, isShown } from './visibility.ts';

export interface Proposal {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Values that follow from the Type d'UO for the fields that nobody filled (FIC-52, FIC-53): the grand groupe
 * de disciplines and the champ d'activité of the type, the mode and the temporalité when only one is usual.
 * Never an empty value: nothing is cleared.
 * @param replaceable paths whose value was itself proposed and is still as proposed: it may be proposed anew.
 */
export function proposals(schema: FormSchema, saisie: Saisie, context: FicheContext, replaceable: ReadonlySet<string> = new Set()): readonly Proposal[] {
  return [...placedFields(schema)].flatMap((placed): Proposal[] => {
    const { field } = placed;
    if (field.proposal !== 'usual' || isReadonly(field, context) || !isShown(schema, placed, saisie.contenu, context)) return [];
    if (Object.hasOwn(saisie.illisibles, field.path)) return [];
    const current = readPath(saisie.contenu, field.path, schema.slices);
    if (!isEmptyValue(current) && !replaceable.has(field.path)) return [];
    const value = usualValue(field, saisie.contenu, context);
    return value === undefined || value === current ? [] : [{ path: field.path, value }];
  });
}

/** The only usual code; of the disciplines, which are listed main first, the main one. */
function usualValue(field: Field, contenu: Saisie['contenu'], context: FicheContext): string | undefined {
  const usual = usualOf(field, contenu, context);
  const [first] = usual;
  if (first === undefined || (usual.length > 1 && field.options?.valueSet !== 'GGD')) return undefined;
  const list = field.options && codeList(field.options.valueSet, context);
  return list?.describe(first).status === 'selectable' ? first : undefined;
}
