import { genres } from '../../../i18n/fr/genres.ts';
import { combobox } from '../../../ui/combobox.ts';
import { select, textInput } from '../../../ui/controls.ts';
import { fieldTemplate } from '../../../ui/field.ts';
import { searchOptions } from '../../../engine/fiche/search-options.ts';
import type { Option } from '../../../engine/fiche/types.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { isRaw, raw } from './brut.ts';
import { FEW } from './code.ts';
import type { FieldKind, FieldSlot } from './kind.ts';
import { textProps } from './texte.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Another object of the répertoire, chosen by its name; its identifier is typed where the page gives no choice. */
const kind: FieldKind = {
  edit(slot) {
    const { view, props, form } = slot;
    const { references } = form.inner.around.context;
    if (isRaw(slot, isText) && !references) return raw(slot);
    if (!references) return fieldTemplate(props, (control) => textInput(control, textProps(slot)));
    const { path, label } = view.field;
    const { reference: words } = form.messages.genres ?? genres;
    const value = isText(view.value) ? view.value : '';
    const current = value ? nameOf(slot, value) : '';
    const onChoose = (identifiant: string): void => form.choose(path, identifiant || undefined);
    const onLeave = (): void => form.leave(path);
    if (references.length <= FEW && view.text === value) {
      const stored = value && !references.some(({ identifiant }) => identifiant === value) ? [{ value, label: current }] : [];
      const choices = references.map(({ identifiant, label: name }) => ({ value: identifiant, label: name }));
      return fieldTemplate(props, (control) => select(control, [{ choices: [...stored, ...choices] }], words.choisir, { value, onChoose, onLeave }));
    }
    const options = references.map(({ identifiant, label: name }): Option => ({ code: identifiant, label: name, rank: 'usuel', status: 'selectable' }));
    return fieldTemplate(props, (control) => combobox({
      control, label, text: view.text === value ? current : view.text, chosen: new Set(value ? [value] : []), placeholder: words.choisir, onChoose, onLeave,
      search: (text) => [{ id: 'references', options: searchOptions(options, text, options.length).map(({ code, label: name }) => ({ value: code, label: name })) }],
      onText: (typed) => (typed.trim() === '' ? form.choose(path, undefined) : form.keepUnreadable(path, typed)), say: form.say, words: props.words.liste,
    }));
  },
  show: (slot) => (isText(slot.view.value) ? nameOf(slot, slot.view.value) : slot.text),
};

export const load = (): LoadedKind => ({ kind });

function nameOf({ form }: FieldSlot, identifiant: string): string {
  const { references } = form.inner.around.context;
  const found = references?.find((one) => one.identifiant === identifiant)?.label;
  return found ?? (references ? (form.messages.genres ?? genres).reference.inconnue(identifiant) : identifiant);
}
