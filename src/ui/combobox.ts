import { nothing, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { comboboxTemplate, topLayer, type ComboboxGestures, type ComboboxProps } from './combobox-template.ts';
import { roomFor } from './room-for.ts';
import { rowsTemplate } from './list-rows-template.ts';
import { ListRows, type ListOption } from './list-rows.ts';
import { stayInView } from './stay-in-view.ts';

/**
 * The editable combobox with a list of the ARIA practices (1.2), manual selection: the field keeps the
 * focus, the list is in the same root, only the rows in view exist.
 */
class Combobox extends AsyncDirective {
  #props!: ComboboxProps;
  #part!: ChildPart;
  #open = false;
  /** What is being searched; undefined while the field shows its value. */
  #query: string | undefined;
  #leave: (() => void) | undefined;
  readonly #list = new ListRows();

  override render(_props: ComboboxProps): unknown {
    return nothing;
  }

  override update(part: ChildPart, [props]: [ComboboxProps]): unknown {
    this.#part = part;
    this.#props = props;
    if (this.#open) {
      this.#fill();
      queueMicrotask(() => this.isConnected && this.#settle(false));
    }
    return this.#template();
  }

  override disconnected(): void {
    this.#leave?.();
    this.#open = false;
    this.#query = undefined;
  }

  /** @param follow scrolls to the active row: not when it is the person who scrolls. */
  #draw(follow = true): void {
    if (this.#open && follow) this.#list.reveal(this.#view);
    this.setValue(this.#template());
    if (this.#open) this.#settle(follow);
  }

  /** After drawing: what only the page knows (heights), and what no style sheet can say (room of absent rows). */
  #settle(follow: boolean): void {
    const popup = this.#find('-popup');
    const list = this.#find('-list');
    const rows = list?.firstElementChild as HTMLElement | null | undefined;
    if (!popup || !list || !rows || !this.#open) return;
    if (topLayer && !popup.matches(':popover-open')) {
      // A typed letter brings the caret into view, under a bar that sticks there too.
      this.#input.scrollIntoView({ block: 'nearest' });
      popup.style.maxBlockSize = `${roomFor(this.#input)}px`;
      popup.showPopover();
      this.#leave = stayInView(this.#input);
    }
    // Wrapped rows are known once drawn, and may bring others into view: two passes are enough in practice.
    for (let pass = 0; pass < 3; pass++) {
      const { before, after } = this.#list.range(this.#view);
      rows.style.paddingBlock = `${before}px ${after}px`;
      if (follow) list.scrollTop = this.#list.scroll;
      let changed = false;
      for (const row of list.querySelectorAll<HTMLElement>('[data-row]:not(.away)')) {
        changed = this.#list.measure(Number(row.dataset['row']), row.offsetHeight) || changed;
      }
      if (!changed) return;
      if (follow) this.#list.reveal(this.#view);
      this.setValue(this.#template());
    }
  }

  #find(name: '' | '-popup' | '-list'): HTMLElement | null {
    return (this.#part.parentNode.getRootNode() as ShadowRoot).getElementById(this.#props.control.id + name);
  }

  get #input(): HTMLInputElement {
    return this.#find('') as HTMLInputElement;
  }

  get #view(): number {
    return this.#find('-list')?.clientHeight ?? 0;
  }

  #fill(): void {
    this.#list.fill(this.#props.search(this.#query ?? ''));
  }

  #show(): void {
    if (this.#open) return;
    this.#open = true;
    this.#list.rewind();
    this.#fill();
  }

  #hide(): void {
    if (!this.#open) return;
    this.#leave?.();
    if (topLayer) this.#find('-popup')?.hidePopover();
    this.#open = false;
    this.#list.fill([]);
  }

  #choose({ value }: ListOption): void {
    this.#props.onChoose(value);
    if (this.#props.multiple) {
      // The found rows stay, for a second choice; the next letter begins another search.
      this.#input.select();
      return;
    }
    this.#hide();
    this.#query = undefined;
  }

  /** Takes the typed text for what it is: a choice when it names one, else a text. */
  #commit(): void {
    const query = this.#query;
    if (query === undefined) return;
    const named = query.trim() === '' ? undefined : this.#named(query);
    if (this.#props.multiple) {
      if (!named) return;
      this.#query = undefined;
      if (!this.#props.chosen.has(named.value)) this.#props.onChoose(named.value);
      return;
    }
    this.#query = undefined;
    if (query === this.#props.text) return;
    if (named) this.#props.onChoose(named.value);
    else this.#props.onText?.(query);
  }

  #named(text: string): ListOption | undefined {
    const wanted = text.trim();
    return this.#props.search(text).flatMap(({ options }) => options)
      .find(({ label }) => label.localeCompare(wanted, 'fr', { sensitivity: 'base' }) === 0);
  }

  readonly #onInput = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    if (this.#open) {
      this.#list.rewind();
      this.#fill();
    } else this.#show();
    this.#props.say(this.#props.words.resultats(this.#list.count));
    this.#draw();
  };

  readonly #onClick = (): void => {
    if (this.#open) return;
    this.#show();
    this.#goToChosen();
    // The next letter begins a search instead of adding itself to the value.
    if (this.#query === undefined) this.#input.select();
    this.#draw();
  };

  #goToChosen(): boolean {
    return this.#query === undefined && !this.#props.multiple && this.#list.moveTo(({ value }) => this.#props.chosen.has(value));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (!(this.#open ? this.#keyWhenOpen(event) : this.#keyWhenClosed(event))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#draw();
  };

  #keyWhenClosed({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'Escape' && this.#query !== undefined) {
      this.#query = undefined;
      return true;
    }
    if (key === 'Enter' && this.#props.free && this.#query !== undefined) {
      this.#commit();
      return true;
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    this.#show();
    if (!altKey && !this.#goToChosen()) this.#list.move(key);
    return true;
  }

  #keyWhenOpen({ key, altKey, shiftKey }: KeyboardEvent): boolean {
    const option = this.#list.activeOption;
    if (key === 'Escape' || (key === 'ArrowUp' && altKey)) {
      if (key === 'Escape') this.#query = undefined;
      this.#hide();
      return true;
    }
    if (key === 'Enter' && !option && this.#props.free) {
      this.#hide();
      this.#commit();
      return true;
    }
    if (key === 'Enter') {
      const choice = option ?? (this.#query ? this.#list.onlyOption : undefined);
      if (choice) this.#choose(choice);
      else this.#list.move('ArrowDown');
      return true;
    }
    // Who walked to an option and goes on wants it; in a list of several, each one is chosen by itself.
    if (key === 'Tab' && option && !this.#props.multiple) this.#choose(option);
    if (key === 'Tab' || (shiftKey && (key === 'Home' || key === 'End'))) return false;
    return this.#list.move(key);
  }

  readonly #onBlur = (): void => {
    this.#hide();
    this.#commit();
    this.#props.onLeave?.();
    this.#draw();
  };

  /** Lets the element take a text before its field is left, by sending `settle` to the field that has the focus. */
  readonly #onSettle = (): void => {
    this.#commit();
    this.#draw(false);
  };

  readonly #onScroll = (event: Event): void => {
    const { scrollTop } = event.target as HTMLElement;
    if (!this.#open || Math.abs(scrollTop - this.#list.scroll) < 1) return;
    this.#list.scroll = scrollTop;
    this.#draw(false);
  };

  readonly #onPick = (event: Event): void => {
    const index = Number((event.target as Element).closest<HTMLElement>('[role=option]')?.dataset['row'] ?? -1);
    const option = this.#list.rows[index]?.option;
    if (!option) return;
    this.#list.active = index;
    this.#choose(option);
    this.#draw(false);
  };

  /** Adds what the person points at, or what they named; else shows what there is. */
  readonly #onAdd = (): void => {
    const found = this.#list.activeOption ?? (this.#query ? this.#named(this.#query) ?? this.#single(this.#query) : undefined);
    if (found) {
      if (!this.#props.chosen.has(found.value)) this.#props.onChoose(found.value);
      this.#query = undefined;
      this.#hide();
    } else if (this.#open && !this.#query) this.#hide();
    else this.#show();
    this.#input.focus();
    this.#draw();
  };

  #single(text: string): ListOption | undefined {
    const options = this.#props.search(text).flatMap((group) => group.options);
    return options.length === 1 ? options[0] : undefined;
  }

  readonly #gestures: ComboboxGestures = {
    onInput: this.#onInput, onClick: this.#onClick, onKey: this.#onKey, onBlur: this.#onBlur, onSettle: this.#onSettle, onScroll: this.#onScroll, onPick: this.#onPick, onAdd: this.#onAdd,
  };

  #template(): TemplateResult {
    const { control: { id }, chosen, multiple } = this.#props;
    const list = this.#list;
    const rows = this.#open ? rowsTemplate(list, { id, view: this.#view, chosen, multiple: !!multiple }) : nothing;
    return comboboxTemplate(this.#props, { open: this.#open, query: this.#query, active: list.active, count: list.count, rows }, this.#gestures);
  }
}

/** `${combobox({…})}`, once per field. */
export const combobox = directive(Combobox);
