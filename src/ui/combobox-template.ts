import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.ts';
import type { ControlAttributes } from './field.ts';
import { commonIcons as icons } from './common-icons.ts';
import type { ListGroup } from './list-rows.ts';

export interface ComboboxProps {
  readonly control: ControlAttributes;
  /** Name of the list for the ear: the label of the field. */
  readonly label: string;
  /** What stands in the field when the person is not searching. */
  readonly text: string;
  readonly chosen: ReadonlySet<string>;
  /** Several may be chosen: the list stays open after a choice, and a button adds what was found. */
  readonly multiple?: { readonly add: string };
  readonly placeholder?: string;
  /** What the list holds for a text; all of it for an empty text. */
  readonly search: (text: string) => readonly ListGroup[];
  readonly onChoose: (value: string) => void;
  /** The person left with a text that names no choice; empty when they emptied the field. */
  readonly onText?: (text: string) => void;
  /** Enter takes the text as it is when no row is active, instead of going to the list: a search, not a choice. */
  readonly free?: boolean;
  readonly onLeave?: () => void;
  readonly say: (message: string) => void;
  readonly words: Pick<Messages['formulaire']['liste'], 'resultats' | 'aucun'>;
}

/** Without anchors in the style sheet, the list is laid under its field, in the ordinary layers. */
export const topLayer = typeof CSS !== 'undefined' && CSS.supports('position-area: block-end');

/** What a person does to the field, its list and its button. */
export interface ComboboxGestures {
  readonly onInput: (event: Event) => void;
  readonly onClick: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onBlur: (event: Event) => void;
  readonly onSettle: (event: Event) => void;
  readonly onScroll: (event: Event) => void;
  readonly onPick: (event: Event) => void;
  readonly onAdd: () => void;
}

export interface ComboboxState {
  readonly open: boolean;
  /** What is being searched; undefined while the field shows its value. */
  readonly query: string | undefined;
  /** Row that the keyboard is on; -1 for none. */
  readonly active: number;
  /** How many options there are. */
  readonly count: number;
  /** The rows in view, while the list is open. */
  readonly rows: unknown;
}

/** A press on the list or its button must not take the focus out of the field. */
const keepFocus = (event: Event): void => { event.preventDefault(); };

export function comboboxTemplate({ control, label, text, placeholder, multiple, words }: ComboboxProps, { open, query, active, count, rows }: ComboboxState, on: ComboboxGestures): TemplateResult {
  const { id } = control;
  return html`<div class="combobox">
    <input id=${id} class="control" type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-autocomplete="list" aria-haspopup="listbox" aria-expanded=${open} aria-controls="${id}-list"
      aria-activedescendant=${active >= 0 ? `${id}-row-${active}` : nothing}
      aria-describedby=${control.describedBy} aria-errormessage=${control.errorMessage}
      aria-invalid=${control.invalid} aria-required=${control.required}
      placeholder=${placeholder ?? nothing} .value=${query ?? text} @input=${on.onInput} @click=${on.onClick}
      @keydown=${on.onKey} @blur=${on.onBlur} @settle=${on.onSettle}>
    ${icons.chevron}
    ${multiple ? html`<button type="button" class="button" @mousedown=${keepFocus} @click=${on.onAdd}>${multiple.add}</button>` : nothing}
    <div id="${id}-popup" class="popup" popover=${topLayer ? 'manual' : nothing} ?hidden=${!topLayer && !open}
      @mousedown=${keepFocus} @click=${on.onPick}>
      <div id="${id}-list" class="list" role="listbox" aria-label=${label} aria-multiselectable=${multiple ? 'true' : nothing} @scroll=${on.onScroll}>
        <div role="presentation">${open ? rows : nothing}</div>
      </div>
      ${open && count === 0 ? html`<p class="none">${words.aucun(query ?? '')}</p>` : nothing}
    </div>
  </div>`;
}
