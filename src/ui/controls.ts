import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ControlAttributes } from './field.ts';
import { commonIcons as icons } from './common-icons.ts';

export interface TextProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  /** Keyboard offered by telephones. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  readonly autocomplete?: string;
  readonly short?: boolean;
}

const onInput = ({ onText }: TextProps) => (event: Event): void => onText((event.target as HTMLInputElement).value);

/** A native text field. Never `type=number` or `date`: they throw away what they cannot read. */
export function textInput(control: ControlAttributes, props: TextProps): TemplateResult {
  return html`<input id=${control.id} class="control ${props.short ? 'short' : ''}" type="text" inputmode=${props.inputMode ?? nothing}
    autocomplete=${props.autocomplete ?? 'off'} aria-describedby=${control.describedBy} aria-errormessage=${control.errorMessage}
    aria-invalid=${control.invalid} aria-required=${control.required}
    .value=${live(props.text)} @input=${onInput(props)} @blur=${props.onLeave}>`;
}

/** A native text area, as high as its text. */
export function textArea(control: ControlAttributes, props: TextProps): TemplateResult {
  return html`<textarea id=${control.id} class="control" rows="4" aria-describedby=${control.describedBy}
    aria-errormessage=${control.errorMessage} aria-invalid=${control.invalid} aria-required=${control.required}
    .value=${live(props.text)} @input=${onInput(props)} @blur=${props.onLeave}></textarea>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label?: string;
  readonly choices: readonly Choice[];
}

export interface ChoiceProps {
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly onLeave?: () => void;
}

/** A native list of a few choices; `empty` words the absence of choice. */
export function select(control: ControlAttributes, groups: readonly ChoiceGroup[], empty: string, props: ChoiceProps): TemplateResult {
  const option = ({ value, label }: Choice) => html`<option value=${value} .selected=${live(value === props.value)}>${label}</option>`;
  return html`<span class="select"><select id=${control.id} class="control" aria-describedby=${control.describedBy} aria-errormessage=${control.errorMessage}
    aria-invalid=${control.invalid} aria-required=${control.required}
    @change=${(event: Event) => props.onChoose((event.target as HTMLSelectElement).value)} @blur=${props.onLeave ?? nothing}>
    ${option({ value: '', label: empty })}
    ${groups.map(({ label, choices }) => (label ? html`<optgroup label=${label}>${choices.map(option)}</optgroup>` : choices.map(option)))}
  </select>${icons.chevron}</span>`;
}

/** Native radio buttons; the first one carries the id of the question, so that a link to it lands there. */
export function radios({ id }: ControlAttributes, choices: readonly Choice[], props: ChoiceProps): TemplateResult {
  return html`<div class="choices">${choices.map(({ value, label }, at) => html`<label class="check">
    <input type="radio" id=${at === 0 ? id : `${id}-${value}`} name=${id} .value=${value} .checked=${live(value === props.value)}
      @change=${() => props.onChoose(value)} @blur=${props.onLeave ?? nothing}><span>${label}</span></label>`)}</div>`;
}

/** Native check boxes, for a few choices of which several may hold; the first one carries the id of the question. */
export function checkboxes({ id, describedBy }: ControlAttributes, choices: readonly (Choice & { readonly flag?: unknown })[], values: ReadonlySet<string>,
  onChange: (value: string, checked: boolean) => void, onLeave: () => void): TemplateResult {
  return html`<div class="choices columns">${choices.map(({ value, label, flag }, at) => html`<label class="check">
    <input type="checkbox" id=${at === 0 ? id : `${id}-${value}`} aria-describedby=${at === 0 ? describedBy : nothing} .checked=${live(values.has(value))}
      @change=${(event: Event) => onChange(value, (event.target as HTMLInputElement).checked)} @blur=${onLeave}><span>${label}${flag}</span></label>`)}</div>`;
}
