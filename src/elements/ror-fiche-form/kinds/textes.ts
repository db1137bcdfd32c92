import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { genres } from '../../../i18n/fr/genres.ts';
import { groupTemplate, type ControlAttributes } from '../../../ui/field.ts';
import { icons } from '../../../ui/icons.ts';
import { textLinesStyles } from '../../../ui/text-lines.styles.ts';
import type { LoadedKind } from '../kinds-controller.ts';
import { isRaw, raw } from './brut.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Several short texts: one line each, and an empty one that takes the next. */
const kind: FieldKind = {
  edit: (slot) => (isRaw(slot, isTexts) ? raw(slot) : groupTemplate(slot.props, (control) => lines(slot, control))),
  show: ({ view: { value }, text }) => (isTexts(value) && value.length > 0 ? html`<ul>${value.map((line) => html`<li>${line}</li>`)}</ul>` : text),
};

export const load = (): LoadedKind => ({ kind, styles: [textLinesStyles] });

function lines({ view, form }: FieldSlot, control: ControlAttributes): TemplateResult {
  const { value, field: { path, label, constraints } } = view;
  const { textes: words } = form.messages.genres ?? genres;
  const values = isTexts(value) ? value : [];
  const write = (texts: readonly string[]): void => form.choose(path, texts.length === 0 ? undefined : texts);
  const put = (at: number, text: string): void => write(Object.assign([...values], { [at]: text }));
  const leave = (): void => {
    const kept = values.map((text) => text.trim()).filter((text) => text !== '');
    if (kept.length !== values.length || kept.some((text, at) => text !== values[at])) write(kept);
    form.leave(path);
  };
  const remove = (event: Event, at: number): void => {
    const list = (event.currentTarget as Element).closest('.text-lines');
    write(values.filter((_, other) => other !== at));
    form.say(words.retire(values[at] ?? ''));
    list?.querySelectorAll<HTMLElement>('input')[at]?.focus();
  };
  const full = constraints?.maxItems !== undefined && values.length >= constraints.maxItems;
  return html`<ul class="text-lines">${[...values, ...(full ? [] : [''])].map((text, at) => html`<li class="line">
    <input id=${at === 0 ? control.id : `${control.id}-${at}`} class="control" type="text" autocomplete="off" aria-label=${words.rang(label, at + 1)}
      placeholder=${at === values.length && at > 0 ? words.ajouter : nothing} aria-required=${at === 0 ? control.required : nothing}
      aria-invalid=${control.invalid} aria-errormessage=${control.errorMessage} aria-describedby=${control.describedBy}
      .value=${live(text)} @input=${(event: Event) => put(at, (event.target as HTMLInputElement).value)} @blur=${leave}>
    ${at < values.length ? html`<button type="button" class="button quiet line-remove" aria-label=${words.retirer(text)} @click=${(event: Event) => remove(event, at)}>${icons.cross}</button>` : nothing}
  </li>`)}</ul>`;
}
