import type { Fiche, Saisie } from '../../domain/fiche.ts';
import { fieldView } from '../../engine/fiche/interpret.ts';
import { sameField } from '../../engine/fiche/merge.ts';
import { placedFields } from '../../engine/fiche/schema-index.ts';
import type { FieldView } from '../../engine/fiche/types.ts';
import type { Sitting } from './sitting.ts';

/** A field of which the two versions differ. */
export interface Difference {
  readonly mine: FieldView;
  readonly theirs: FieldView;
  /** Whether the person changed it: else only the other one did. */
  readonly touched: boolean;
}

/** The version of the server, when it came with the failure and can be compared. */
export function storedVersion(failure: { readonly kind: string; readonly problem?: { readonly actuel?: unknown } | undefined } | undefined): Fiche | undefined {
  const actuel = failure?.kind === 'stale' ? failure.problem?.actuel : undefined;
  const fiche = typeof actuel === 'object' && actuel !== null && 'fiche' in actuel ? actuel.fiche : actuel;
  return isFiche(fiche) ? fiche : undefined;
}

/** The fields whose two versions differ, shown or not, in the order of the form. */
export function differences({ schema, saisie, session: { base }, context }: Sitting, theirs: Fiche): readonly Difference[] {
  return [...placedFields(schema)].flatMap(({ field }): Difference[] => {
    if (sameField(schema, field, saisie, theirs)) return [];
    const view = (version: Saisie): FieldView => fieldView(schema, field, version, context);
    return [{ mine: view(saisie), theirs: view(theirs), touched: !sameField(schema, field, saisie, base) }];
  });
}

const isFiche = (value: unknown): value is Fiche => typeof value === 'object' && value !== null
  && 'version' in value && typeof value.version === 'number' && 'id' in value && typeof value.id === 'string'
  && 'contenu' in value && typeof value.contenu === 'object' && value.contenu !== null
  && 'illisibles' in value && typeof value.illisibles === 'object' && value.illisibles !== null;
