import { textArea } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import type { FieldKind } from './kind.ts';
import { textProps } from './texte.ts';

/** A text on several lines; how many characters are left is said when few are. */
export const texteLong: FieldKind = {
  edit(slot) {
    const { text, props, view: { field: { constraints } } } = slot;
    const max = constraints?.maxLength;
    const count = max !== undefined && text.length > max * 0.8 ? props.words.caracteres(text.length, max) : undefined;
    return fieldTemplate({ ...props, help: [props.help, count].filter(Boolean).join(' ') }, (control) => textArea(control, textProps(slot)));
  },
  show: ({ text }) => text,
};
