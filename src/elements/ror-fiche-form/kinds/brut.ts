import { textArea } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import type { FieldSlot } from './kind.ts';
import { textProps } from './texte.ts';

/** Whether the field holds something else than its kind: what another program stored, or a text that can't be read. */
export const isRaw = ({ view: { field: { path }, value }, form }: FieldSlot, fits: (value: unknown) => boolean): boolean =>
  Object.hasOwn(form.inner.around.saisie.illisibles, path) || (value !== undefined && !fits(value));

/** Then it is shown as it stands, to be corrected or emptied: nothing is dropped. */
export const raw = (slot: FieldSlot): unknown => fieldTemplate(slot.props, (control) => textArea(control, textProps(slot)));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isRecords = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] => Array.isArray(value) && value.every(isRecord);
