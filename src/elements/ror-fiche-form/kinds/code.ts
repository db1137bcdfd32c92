import { html, nothing } from 'lit';
import type { Option } from '../../../engine/fiche/types.ts';
import type { FormMessages } from '../../../i18n/messages.ts';
import { select, textInput, type ChoiceGroup } from '../../../ui/controls.ts';
import { fieldTemplate, flagTemplate, groupTemplate, type ControlAttributes, type FieldProps } from '../../../ui/field.ts';
import type { ListGroup } from '../../../ui/list-rows.ts';
import type { FieldKind, FieldSlot } from './kind.ts';
import { textProps } from './texte.ts';

/** Up to here, a native list is quicker than a search. */
export const FEW = 12;
const RANKS = ['prefere', 'usuel', 'autre'] as const;

/** One code: a short native list, or a field that searches a long one. */
export const code: FieldKind = {
  edit(slot) {
    const { view, props } = slot;
    if (!slot.form.hasOptions(view)) return fieldTemplate(props, ({ id }) => html`<p class="control waiting" role="status" id=${id} tabindex="-1">${props.words.liste.chargement}</p>`);
    if (view.field.options?.steps?.length) return steps(slot);
    if (slot.form.options(view).length === 0) return free(slot);
    return html`${fieldTemplate(props, (control) => chooser(slot, control))}${renderReplacement(slot)}`;
  },
  show(slot) {
    const { view, text, form } = slot;
    if (typeof view.value !== 'string' || !form.hasOptions(view)) return text;
    return described(form.describe(view, view.value), slot.props.words);
  },
};

/** A list that is known without its codes (JDV_J36): the code is typed, a list with nothing in it would be a dead end. */
export const free = (slot: FieldSlot): unknown => fieldTemplate({ ...slot.props, help: [slot.props.words.liste.libre(slot.view.field.kind === 'codes'), slot.props.help].filter(Boolean).join(' ') },
  (control) => textInput(control, textProps(slot)));

/** A label, and what is odd about its code. */
export function described(option: Option, words: FormMessages['formulaire']): unknown {
  const flag = flagOf(option, words);
  return flag ? html`${option.label} ${flagTemplate(flag)}` : option.label;
}

export function flagOf({ status }: Option, words: FormMessages['formulaire']): string | undefined {
  return status === 'unknown' ? words.horsNomenclature : status === 'retired' ? words.retire : undefined;
}

/** Options under the headings of their ranks; a single rank needs no heading. */
export function groupsOf(options: readonly Option[], words: FormMessages['formulaire']['liste']): readonly (ListGroup & ChoiceGroup)[] {
  const byRank = RANKS.map((rank) => ({ rank, options: options.filter((option) => option.rank === rank).map(({ code: value, label }) => ({ value, label })) }))
    .filter((group) => group.options.length > 0);
  const headed = byRank.length > 1 || byRank[0]?.rank === 'prefere';
  return byRank.map(({ rank, options: choices }) => ({
    id: rank, strong: rank === 'prefere', options: choices, choices, ...(headed && { label: words[rank] }),
  }));
}

/** What may take the place of codes that are not offered any more, one button each (FIC-38). */
export function replacements({ view, form, props: { words, id } }: FieldSlot, values: readonly string[], onReplace: (code: string, by: string) => void): unknown {
  const known = values.flatMap((value) => {
    const replacement = form.describe(view, value).status === 'selectable' ? undefined : form.replacement(view, value);
    return replacement ? [{ from: form.describe(view, value).label, value, replacement }] : [];
  });
  return known.length === 0 ? nothing : html`<div class="corrections">${known.map(({ from, value, replacement }) => html`
    <button type="button" class="button quiet small proposal" @click=${(event: Event) => {
      const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
      onReplace(value, replacement.code);
      form.say(words.remplacement.fait(from, replacement.label));
      root.getElementById(id)?.focus();
    }}>${words.remplacement.remplacer(from)} <strong>${words.remplacement.par(replacement.label)}</strong></button>`)}</div>`;
}

function chooser(slot: FieldSlot, control: ControlAttributes): unknown {
  const { view, props: { words }, form } = slot;
  const { path } = view.field;
  const value = typeof view.value === 'string' ? view.value : '';
  const options = form.options(view);
  const current = value ? form.describe(view, value) : undefined;
  const flag = current && flagOf(current, words);
  const marked = current && (flag ? `${current.label} (${flag})` : current.label);
  // A list that steps shorten stays the same control, however short it becomes.
  if (options.length <= FEW && !view.field.options?.steps?.length) {
    const stored = value && !options.some((option) => option.code === value) ? [{ choices: [{ value, label: marked ?? value }] }] : [];
    return select(control, [...stored, ...groupsOf(options, words.liste)], words.choisir, {
      value, onChoose: (code) => form.choose(path, code || undefined), onLeave: () => form.leave(path),
    });
  }
  return form.longues()?.one(slot, control, { value, marked });
}

const renderReplacement = (slot: FieldSlot): unknown =>
  (typeof slot.view.value === 'string' ? replacements(slot, [slot.view.value], (_, by) => slot.form.choose(slot.view.field.path, by)) : nothing);

/** Three steps, of which the third works alone (guide 001 p. 10, guide 002 p. 26). */
function steps(slot: FieldSlot): unknown {
  const { view, props, form } = slot;
  const { path } = view.field;
  const { typeUO } = props.words;
  const filters = form.filters(path);
  return groupTemplate({ ...props, messages: [], help: props.help }, () => html`<div class="steps">
    ${(view.field.options?.steps ?? []).map((step) => {
      const id = `${props.id}-${step}`;
      const choices = form.stepOptions(step).map(({ code: value, label }) => ({ value, label }));
      return html`<div class="field">${fieldTemplate({ ...stepProps(props), id, label: typeUO[step] }, (control) =>
        select(control, [{ choices }], typeUO.tous, { value: filters[step] ?? '', onChoose: (value) => form.filter(path, { ...filters, [step]: value || undefined }) }))}</div>`;
    })}
    <div class="field wide">${fieldTemplate({ ...stepProps(props), label: typeUO.type, required: props.required, messages: props.messages },
      (control) => chooser(slot, control))}${renderReplacement(slot)}</div>
  </div>`);
}

const stepProps = ({ id, words }: FieldProps): FieldProps => ({ id, label: '', required: false, messages: [], words });

