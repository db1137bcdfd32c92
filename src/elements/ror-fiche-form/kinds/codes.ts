import { html, nothing } from 'lit';
import type { FieldView } from '../../../engine/fiche/types.ts';
import { checkboxes } from '../../../ui/controls.ts';
import { fieldTemplate, flagTemplate, groupTemplate } from '../../../ui/field.ts';
import { described, FEW, flagOf, free, replacements } from './code.ts';
import type { FieldKind } from './kind.ts';

/** Several codes: boxes to tick, or a field that searches a long list and adds. */
export const codes: FieldKind = {
  edit(slot) {
    const { view, props, form } = slot;
    const { path } = view.field;
    const { words } = props;
    const values = codesOf(view);
    if (!form.hasOptions(view)) return fieldTemplate(props, ({ id }) => html`<p class="control waiting" role="status" id=${id} tabindex="-1">${words.liste.chargement}</p>`);
    const options = form.options(view);
    if (options.length === 0) return free(slot);
    const replace = () => replacements(slot, values, (code, by) => form.choose(path, [...new Set(values.map((value) => (value === code ? by : value)))]));
    if (options.length <= FEW) {
      const stored = values.filter((value) => !options.some((option) => option.code === value));
      const choices = [...stored.map((value) => form.describe(view, value)), ...options].map((option) => {
        const flag = flagOf(option, words);
        return { value: option.code, label: option.label, flag: flag ? flagTemplate(flag) : nothing };
      });
      return groupTemplate(props, (control) => html`${checkboxes(control, choices, new Set(values), (value, checked) =>
        form.choose(path, checked ? [...values, value] : values.filter((other) => other !== value)), () => form.leave(path))}${replace()}`);
    }
    return form.longues()?.several(slot, values, replace());
  },
  show(slot) {
    const { view, text, form, props } = slot;
    const values = codesOf(view);
    if (values.length === 0 || !form.hasOptions(view)) return text;
    return html`<ul>${values.map((value) => html`<li>${described(form.describe(view, value), props.words)}</li>`)}</ul>`;
  },
};

/** Whatever another program stored where codes should be is shown as an unknown code: nothing is dropped. */
const codesOf = ({ value, text }: FieldView): readonly string[] =>
  (Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : text === '' ? [] : [text]);
