import { html, nothing } from 'lit';
import type { FieldView } from '../../../engine/fiche/types.ts';
import { chosenList } from '../../../ui/chosen-list.ts';
import { combobox } from '../../../ui/combobox.ts';
import { checkboxes } from '../../../ui/controls.ts';
import { fieldTemplate, flagTemplate, groupTemplate } from '../../../ui/field.ts';
import type { FormMessages } from '../../../i18n/messages.ts';
import { described, FEW, flagOf, free, replacements, searcher } from './code.ts';
import type { FieldKind } from './kind.ts';

type Champs = FormMessages['formulaire']['choisis']['champs'];

/** Several codes: a field that adds, and the list of what has been added (guide 004 p. 10). */
export const codes: FieldKind = {
  edit(slot) {
    const { view, props, form } = slot;
    const { path, label } = view.field;
    const { words } = props;
    const values = codesOf(view);
    const titles = titlesOf(path, label, words.choisis.champs);
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
    const onChoose = (code: string) => {
      const gone = values.includes(code);
      form.choose(path, gone ? values.filter((value) => value !== code) : [...values, code]);
      const { label: chosen } = form.describe(view, code);
      form.say(gone ? words.choisis.retire(chosen) : words.choisis.ajoute(chosen));
    };
    const unusualMatters = view.issues.some((issue) => issue.code === 'code-hors-liste');
    return groupTemplate(props, (attributes) => html`
      <div class="field">${fieldTemplate({ ...props, label: titles.ajouter, required: props.required && (props.quiet ?? false), help: undefined, messages: [] }, (control) => combobox({
        control: { ...control, invalid: attributes.invalid, errorMessage: attributes.errorMessage, describedBy: attributes.describedBy },
        label: titles.ajouter, text: '', chosen: new Set(values), multiple: { add: words.choisis.ajouter }, placeholder: words.choisis.rechercher,
        search: searcher(slot), onChoose, onLeave: () => form.leave(path), say: form.say, words: words.liste,
      }))}</div>
      ${chosenList({
        id: props.id, title: titles.liste, empty: words.choisis.vide, words: words.choisis, say: form.say,
        items: values.map((value) => {
          const option = form.describe(view, value);
          const unusual = option.rank === 'autre' && unusualMatters ? words.inhabituel : undefined;
          return { value, label: option.label, flag: flagOf(option, words) ?? unusual };
        }),
        onChange: (next) => form.choose(path, next),
      })}
      ${replace()}`);
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

function titlesOf(path: string, label: string, champs: Champs): { readonly ajouter: string; readonly liste: string } {
  if (path === 'activiteOperationnelle') return champs.activiteOperationnelle;
  return { ajouter: champs.autre.ajouter(label), liste: champs.autre.liste(label) };
}
