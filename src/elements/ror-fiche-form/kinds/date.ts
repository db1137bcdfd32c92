import { textInput } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import type { FieldKind } from './kind.ts';
import { textProps } from './texte.ts';

/** A day, typed; the shape to type is always said. */
export const date: FieldKind = {
  edit: (slot) => fieldTemplate({ ...slot.props, help: [slot.props.words.jour, slot.props.help].filter(Boolean).join(' ') },
    (control) => textInput(control, { ...textProps(slot), short: true, inputMode: 'numeric' })),
  show: ({ text }) => text,
};
