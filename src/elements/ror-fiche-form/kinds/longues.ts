import { html } from 'lit';
import { suggest } from '../../../engine/fiche/search-options.ts';
import type { Option } from '../../../engine/fiche/types.ts';
import type { FormMessages } from '../../../i18n/messages.ts';
import { chosenList } from '../../../ui/chosen-list.ts';
import { chosenListStyles } from '../../../ui/chosen-list.styles.ts';
import { combobox } from '../../../ui/combobox.ts';
import { comboboxStyles } from '../../../ui/combobox.styles.ts';
import { fieldTemplate, groupTemplate, type ControlAttributes } from '../../../ui/field.ts';
import type { ListGroup } from '../../../ui/list-rows.ts';
import { flagOf, groupsOf } from './code.ts';
import type { FieldSlot } from './kind.ts';

export { synonymes } from '../../../nomenclature/synonymes.ts';

/** What fields of a long list need, beside its value set: they come together (`lists-controller.ts`). */
export const styles = [comboboxStyles, chosenListStyles] as const;

type Champs = FormMessages['formulaire']['choisis']['champs'];

/** FIC-36 and FIC-37 search, grouped, once per text: the list is drawn again at each move of the keyboard. */
function searcher({ view, form, props: { words: { liste } } }: FieldSlot): (text: string) => readonly ListGroup[] {
  let last: { readonly key: string; readonly groups: readonly ListGroup[] } | undefined;
  return (text) => {
    const found = suggest(form.options(view), text, text.trim() === '' ? undefined : form.synonymes(view));
    const key = `${text} ${found.length}`;
    if (last?.key === key) return last.groups;
    const why = new Map(found.flatMap(({ option, par }) => (par === undefined ? [] : [[option.code, liste.parMot(par)]])));
    const groups = groupsOf(found.map(({ option }) => option), liste)
      .map((group) => ({ ...group, options: group.options.map((option) => ({ ...option, hint: why.get(option.value) })) }));
    return (last = { key, groups }).groups;
  };
}

/** One code of a long list: a field that searches it. */
export function one(slot: FieldSlot, control: ControlAttributes, { value, marked }: { readonly value: string; readonly marked: string | undefined }): unknown {
  const { view, text, props: { words, label }, form } = slot;
  const { path } = view.field;
  return combobox({
    control, label, text: view.text === value ? marked ?? '' : text, chosen: new Set(value ? [value] : []), placeholder: words.choisir,
    search: searcher(slot), say: form.say, words: words.liste,
    onChoose: (code) => form.choose(path, code || undefined), onLeave: () => form.leave(path),
    onText: (typed) => (typed.trim() === '' ? form.choose(path, undefined) : form.keepUnreadable(path, typed)),
  });
}

/** Several codes of a long list: a field that adds, and the list of what has been added (guide 004 p. 10). */
export function several(slot: FieldSlot, values: readonly string[], after: unknown): unknown {
  const { view, props, form } = slot;
  const { path, label } = view.field;
  const { words } = props;
  const titles = titlesOf(path, label, words.choisis.champs);
  const onChoose = (code: string) => {
    const gone = values.includes(code);
    form.choose(path, gone ? values.filter((value) => value !== code) : [...values, code]);
    const { label: chosen } = form.describe(view, code);
    form.say(gone ? words.choisis.retire(chosen) : words.choisis.ajoute(chosen));
  };
  const unusualMatters = view.issues.some((issue) => issue.code === 'code-hors-liste');
  const flag = (option: Option): string | undefined => flagOf(option, words) ?? (option.rank === 'autre' && unusualMatters ? words.inhabituel : undefined);
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
        return { value, label: option.label, flag: flag(option) };
      }),
      onChange: (next) => form.choose(path, next),
    })}
    ${after}`);
}

function titlesOf(path: string, label: string, champs: Champs): { readonly ajouter: string; readonly liste: string } {
  if (path === 'activiteOperationnelle') return champs.activiteOperationnelle;
  return { ajouter: champs.autre.ajouter(label), liste: champs.autre.liste(label) };
}
