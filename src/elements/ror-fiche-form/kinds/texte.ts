import type { Field } from '../../../engine/fiche/types.ts';
import { textInput, type TextProps } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

const INPUT_MODES: Readonly<Record<NonNullable<NonNullable<Field['constraints']>['format']>, NonNullable<TextProps['inputMode']>>> = {
  email: 'email', telephone: 'tel', url: 'url', 'code-postal': 'numeric', finess: 'text', siret: 'numeric', siren: 'numeric', commune: 'text', 'numero-voie': 'numeric',
};

/** A text on one line. */
export const texte: FieldKind = {
  edit: (slot) => fieldTemplate(slot.props, (control) => textInput(control, textProps(slot))),
  show: ({ text }) => text,
};

/** What every typed kind gives its native field. */
export function textProps({ view: { field }, text, form }: FieldSlot): TextProps {
  const { format } = field.constraints ?? {};
  return {
    text,
    ...(format && { inputMode: INPUT_MODES[format] }),
    onText: (typed) => form.type(field.path, typed),
    onLeave: () => form.leave(field.path),
  };
}
