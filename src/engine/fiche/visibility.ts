import type { Contenu } from '../../domain/fiche.ts';
import { holds } from './conditions.ts';
import type { Placed } from './schema-index.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';

/** Whether a field is shown now: its section and itself (FIC-20). */
export function isShown(schema: FormSchema, { field, section }: Placed, contenu: Contenu, context: FicheContext): boolean {
  return [section.visible, field.visible].every((condition) => !condition || holds(condition, contenu, context, schema.slices));
}

/** Whether the field is starred: needed to finalise, or even to put the fiche on hold. */
export function isRequired(schema: FormSchema, field: Field, contenu: Contenu, context: FicheContext, level: 'pending' | 'final'): boolean {
  const required = field.required?.[level] ?? false;
  return typeof required === 'boolean' ? required : holds(required, contenu, context, schema.slices);
}

/** Whether the role may only read the field (FIC-50). */
export const isReadonly = ({ editableBy }: Field, { role }: Pick<FicheContext, 'role'>): boolean => editableBy !== undefined && !editableBy.includes(role);
