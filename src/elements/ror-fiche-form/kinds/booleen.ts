import { radios } from '../../../ui/controls.ts';
import { groupTemplate } from '../../../ui/field.ts';
import type { FieldKind } from './kind.ts';

/** Yes, no, or not answered yet: two radio buttons, none of them pressed at first. */
export const booleen: FieldKind = {
  edit({ view, props, form }) {
    const { path } = view.field;
    const choices = [{ value: 'oui', label: props.words.oui }, { value: 'non', label: props.words.non }];
    return groupTemplate(props, (control) => radios(control, choices, {
      value: view.text, onChoose: (value) => form.choose(path, value === 'oui'), onLeave: () => form.leave(path),
    }), 'radiogroup');
  },
  show: ({ view: { value }, text, props: { words } }) => (value === true ? words.oui : value === false ? words.non : text),
};
