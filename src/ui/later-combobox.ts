import type { LitElement } from 'lit';
import { comboboxTemplate, type ComboboxGestures, type ComboboxProps, type ComboboxState } from './combobox-template.ts';

const CLOSED: ComboboxState = { open: false, query: undefined, active: -1, count: 0, rows: undefined };
type Module = Pick<typeof import('./combobox.ts'), 'combobox'>;

/** Where the person was when they wanted the list that was coming, and the press or key that asked for it. */
interface Asked {
  readonly id: string;
  readonly text: string;
  readonly event: (() => Event) | undefined;
}

/**
 * Comboboxes of a page on which most people may never search: closed fields until somebody comes to one, then the
 * list comes and takes over from where they are. Without it, the field is a text field: what is typed counts.
 */
export class LaterCombobox {
  readonly #host: LitElement;
  readonly #load: () => Promise<Module>;
  readonly #onFailed: () => void;
  #combobox: Module['combobox'] | undefined;
  #coming: Promise<void> | undefined;
  #asked: Asked | undefined;
  /** It did not come; it is asked again with the next gesture. */
  failed = false;

  /** @param load brings the list and its styles. @param onFailed when it does not come. */
  constructor(host: LitElement, load: () => Promise<Module>, onFailed: () => void) {
    this.#host = host;
    this.#load = load;
    this.#onFailed = onFailed;
  }

  render(props: ComboboxProps): unknown {
    // The same template: the field stays the same element, with its focus, its text and its caret.
    return this.#combobox ? this.#combobox(props) : comboboxTemplate(props, CLOSED, this.#gestures(props));
  }

  /** Somebody came to a field. */
  readonly wanted = (): void => {
    if (this.#combobox) return;
    this.#coming ??= this.#load().then(async ({ combobox }) => {
      this.#combobox = combobox;
      this.failed = false;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#resume();
    }, () => {
      this.#coming = undefined;
      this.#asked = undefined;
      if (this.failed) return;
      this.failed = true;
      this.#host.requestUpdate();
      this.#onFailed();
    });
  };

  /** What was typed or asked meanwhile happens now, if the person is still there. */
  #resume(): void {
    const asked = this.#asked;
    this.#asked = undefined;
    const field = asked && this.#host.renderRoot.querySelector<HTMLInputElement>(`#${CSS.escape(asked.id)}`);
    if (!field?.matches(':focus')) return;
    if (field.value !== asked?.text) field.dispatchEvent(new Event('input', { bubbles: true }));
    if (asked?.event) field.dispatchEvent(asked.event());
  }

  #gestures({ control: { id }, text, onText, onLeave }: ComboboxProps): ComboboxGestures {
    const ask = (event?: () => Event): void => {
      this.#asked = { id, text, event };
      this.wanted();
    };
    const commit = (event: Event): boolean => {
      const { value } = event.target as HTMLInputElement;
      this.#asked = undefined;
      if (value === text) return false;
      onText?.(value);
      return true;
    };
    const ignored = (): void => {};
    return {
      onInput: () => { ask(); },
      onClick: () => { ask(() => new MouseEvent('click')); },
      onKey: (event) => {
        const { key, isComposing, ctrlKey, metaKey, altKey } = event;
        if (isComposing || ctrlKey || metaKey) return;
        if (key === 'ArrowDown' || key === 'ArrowUp') ask(() => new KeyboardEvent('keydown', { key, altKey }));
        else if (key === 'Escape') (event.target as HTMLInputElement).value = text;
        else if (key !== 'Enter' || !commit(event)) return;
        event.preventDefault();
      },
      onBlur: (event) => {
        commit(event);
        onLeave?.();
      },
      onSettle: commit, onScroll: ignored, onPick: ignored, onAdd: ignored,
    };
  }
}
