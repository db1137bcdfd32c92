import { textInput } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import type { FieldKind } from './kind.ts';
import { textProps } from './texte.ts';

/** A number with its unit. */
export const nombre: FieldKind = {
  edit: (slot) => fieldTemplate(slot.props, (control) => textInput(control, {
    ...textProps(slot), short: true, inputMode: slot.view.field.constraints?.decimals ? 'decimal' : 'numeric',
  })),
  show: ({ text, view: { field: { unit } } }) => (text && unit ? `${text} ${unit}` : text),
};
