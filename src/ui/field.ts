import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../i18n/messages.ts';
import { icons } from './icons.ts';

/** What every control of a field carries: its id, and how assistive technologies find the texts around it. */
export interface ControlAttributes {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly errorMessage: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
  readonly required: 'true' | typeof nothing;
}

/** A sentence about a value, next to it. */
export interface FieldMessage {
  readonly text: string;
  readonly severity: 'erreur' | 'avertissement';
}

export interface FieldProps {
  /** Id of the control; the texts around it derive theirs. */
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** Explanation, when it is to be shown. */
  readonly help?: string | undefined;
  readonly unit?: string | undefined;
  /** Who will read the value, when it is to be said. */
  readonly audience?: unknown;
  readonly messages: readonly FieldMessage[];
  /** The label says again what the title above says: for the ear only. */
  readonly quiet?: boolean;
  readonly words: FormMessages['formulaire'];
}

/** Attributes of the control that these texts surround. */
export function controlAttributes({ id, required, help, unit, audience, messages }: FieldProps): ControlAttributes {
  const errors = messages.some(({ severity }) => severity === 'erreur');
  const described = [unit && `${id}-unit`, help && `${id}-help`, audience && `${id}-audience`, messages.length > 0 && `${id}-messages`].filter(Boolean).join(' ');
  return {
    id,
    describedBy: described || nothing,
    errorMessage: errors ? `${id}-messages` : nothing,
    invalid: errors ? 'true' : nothing,
    required: required ? 'true' : nothing,
  };
}

/** Red star of what must be filled; the legend of the form explains it, and the control says it by itself. */
export const star = html`<span class="star" aria-hidden="true"> *</span>`;

/** Label, control, unit, help and messages, for one control. */
export function fieldTemplate(props: FieldProps, control: (attributes: ControlAttributes) => unknown): TemplateResult {
  return html`
    <label for=${props.id}>${props.label}${props.required ? star : nothing}</label>
    <div class="line">${control(controlAttributes(props))}${unitTemplate(props)}</div>
    ${aroundTemplate(props)}`;
}

/** The same around several controls that answer one question. */
export function groupTemplate(props: FieldProps, controls: (attributes: ControlAttributes) => unknown, role: 'group' | 'radiogroup' = 'group'): TemplateResult {
  const { describedBy, invalid, required } = controlAttributes(props);
  const radio = role === 'radiogroup';
  return html`<fieldset role=${radio ? role : nothing} aria-describedby=${describedBy}
    aria-invalid=${radio ? invalid : nothing} aria-required=${radio ? required : nothing}>
    <legend class=${props.quiet ? 'visually-hidden' : nothing}>${props.label}${props.required ? star : nothing}${props.required && !radio
      ? html`<span class="visually-hidden"> (${props.words.obligatoire})</span>` : nothing}</legend>
    ${controls(controlAttributes(props))}
    ${aroundTemplate(props)}
  </fieldset>`;
}

/** A value that can't be changed here. */
export function readonlyTemplate({ label, quiet }: Pick<FieldProps, 'label' | 'quiet'>, value: unknown): TemplateResult {
  return html`<dl class="readonly"><dt class=${quiet ? 'visually-hidden' : nothing}>${label}</dt><dd>${value}</dd></dl>`;
}

/** What is odd about a value, in a word or two. */
export const flagTemplate = (text: string): TemplateResult => html`<em class="flag">${icons.warning}${text}</em>`;

function unitTemplate({ id, unit }: FieldProps): unknown {
  return unit ? html`<span class="unit" id="${id}-unit">${unit}</span>` : nothing;
}

function aroundTemplate({ id, help, audience, messages }: FieldProps): unknown {
  if (!help && !audience && messages.length === 0) return nothing;
  return html`${help ? html`<p class="help" id="${id}-help">${help}</p>` : nothing}
    ${audience ? html`<p class="help audience" id="${id}-audience">${audience}</p>` : nothing}
    ${messages.length > 0 ? messagesTemplate(`${id}-messages`, messages) : nothing}`;
}

/** Sentences about a value, under it. */
export const messagesTemplate = (id: string, messages: readonly FieldMessage[]): TemplateResult =>
  html`<ul class="messages" id=${id}>${messages.map(({ text, severity }) =>
    html`<li class=${severity}>${severity === 'erreur' ? icons.error : icons.warning}<span>${text}</span></li>`)}</ul>`;
