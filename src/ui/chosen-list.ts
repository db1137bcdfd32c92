import { html, nothing, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FormMessages } from '../i18n/messages.ts';
import { flagTemplate } from './field.ts';
import { icons } from './icons.ts';
import { RowWindow, type RowRange } from './row-window.ts';

export interface ChosenItem {
  readonly value: string;
  readonly label: string;
  /** What is odd about it, in a word or two. */
  readonly flag?: string | undefined;
}

export interface ChosenListProps {
  readonly id: string;
  /** Title of the list. */
  readonly title: string;
  readonly empty: string;
  readonly items: readonly ChosenItem[];
  /** The whole new list, in order. */
  readonly onChange: (values: readonly string[]) => void;
  readonly say: (message: string) => void;
  readonly words: FormMessages['formulaire']['choisis'];
}

/** A longer list has only the lines in view in the page. */
const MANY = 100;
/** Heights of a line, of the list, in CSS pixels, until they are seen. */
const [LINE_HEIGHT, VIEW_HEIGHT] = [45, 384];

/** What has been chosen: lines to tick and remove, one, several or all, and the way back. */
class ChosenList extends AsyncDirective {
  #props!: ChosenListProps;
  #part!: ChildPart;
  readonly #ticked = new Set<string>();
  #before: readonly string[] | undefined;
  readonly #window = new RowWindow(LINE_HEIGHT);
  #scroll = 0;

  override render(_props: ChosenListProps): unknown {
    return nothing;
  }

  override update(part: ChildPart, [props]: [ChosenListProps]): unknown {
    // The part may be reused for the list of another fiche: nothing of the former stays.
    if (this.#props && this.#props.id !== props.id) {
      this.#ticked.clear();
      this.#before = undefined;
    }
    this.#part = part;
    this.#props = props;
    if (this.#window.count !== props.items.length) this.#window.reset(props.items.length);
    if (props.items.length > MANY) queueMicrotask(() => this.isConnected && this.#settle());
    return this.#template();
  }

  #draw(): void {
    this.setValue(this.#template());
    this.#settle();
  }

  /** The lines in the page: all of a short list. */
  get #range(): RowRange {
    const { length } = this.#props.items;
    if (length <= MANY) return { first: 0, last: length, before: 0, after: 0 };
    return this.#window.range(this.#scroll, this.#list?.parentElement?.clientHeight || VIEW_HEIGHT);
  }

  get #list(): HTMLElement | null {
    return this.#root.getElementById(`${this.#props.id}-chosen`);
  }

  /** Room of the absent lines, which no style sheet can say; a line that wraps is known once drawn. */
  #settle(): void {
    const list = this.#list;
    if (!list) return;
    for (let pass = 0; pass < 3; pass++) {
      const { first, before, after } = this.#range;
      list.style.paddingBlock = before + after > 0 ? `${before}px ${after}px` : '';
      if (this.#props.items.length <= MANY) return;
      const changed = [...list.children].filter((line, at) => this.#window.measure(first + at, (line as HTMLElement).offsetHeight)).length > 0;
      if (!changed) return;
      this.setValue(this.#template());
    }
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollTop } = event.target as HTMLElement;
    if (this.#props.items.length <= MANY || Math.abs(scrollTop - this.#scroll) < 1) return;
    this.#scroll = scrollTop;
    this.#draw();
  };

  get #values(): string[] {
    return this.#props.items.map(({ value }) => value);
  }

  #remove(gone: ReadonlySet<string>): void {
    const { size } = gone;
    this.#before = this.#values;
    this.#props.onChange(this.#values.filter((value) => !gone.has(value)));
    this.#ticked.clear();
    this.#draw();
    this.#props.say(this.#props.words.supprimes(size));
  }

  readonly #onTick = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    if (box.checked) this.#ticked.add(box.value);
    else this.#ticked.delete(box.value);
    this.#draw();
  };

  readonly #onLine = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    const line = button?.closest('li');
    if (!button || !line) return;
    const at = [...(line.parentElement?.children ?? [])].indexOf(line);
    this.#remove(new Set([button.value]));
    // Once the list is drawn without the line that had the focus.
    queueMicrotask(() => {
      const lines = this.#list?.querySelectorAll('button') ?? [];
      const next = lines[Math.min(at, lines.length - 1)] ?? this.#root.getElementById(`${this.#props.id}-undo`);
      next?.focus();
    });
  };

  get #root(): ShadowRoot {
    return this.#part.parentNode.getRootNode() as ShadowRoot;
  }

  readonly #onAll = (): void => {
    const all = this.#ticked.size === this.#props.items.length;
    this.#ticked.clear();
    if (!all) for (const value of this.#values) this.#ticked.add(value);
    this.#draw();
    this.#props.say(this.#props.words.coches(this.#ticked.size));
  };

  readonly #onRemove = (): void => {
    if (this.#ticked.size > 0) this.#remove(this.#ticked);
    else this.#props.say(this.#props.words.cochezDabord);
  };

  readonly #onUndo = (): void => {
    const before = this.#before ?? [];
    this.#before = undefined;
    this.#props.onChange([...before, ...this.#values.filter((value) => !before.includes(value))]);
    this.#draw();
    this.#root.getElementById(`${this.#props.id}-all`)?.focus();
    this.#props.say(this.#props.words.remis);
  };

  #template(): TemplateResult {
    const { id, title, empty, items, words } = this.#props;
    if (this.#ticked.size > 0) {
      const values = new Set(this.#values);
      for (const value of this.#ticked) if (!values.has(value)) this.#ticked.delete(value);
    }
    const none = items.length === 0;
    const { first, last } = this.#range;
    return html`<div class="chosen" role="group" aria-labelledby="${id}-title">
      <p class="chosen-title" id="${id}-title">${title}${none ? nothing : html`<span class="count">${items.length}</span>`}</p>
      ${none ? html`<p class="none">${empty}</p>` : html`
        <div class="chosen-scroll" @scroll=${this.#onScroll}><ul id="${id}-chosen" @change=${this.#onTick} @click=${this.#onLine}>${
          repeat(items.slice(first, last), ({ value }) => value, (item, at) => this.#line(item, first + at))}</ul></div>`}
      ${none && !this.#before ? nothing : html`<div class="chosen-actions">
        ${none ? nothing : html`
          <button type="button" class="button small" id="${id}-all" aria-describedby="${id}-title" @click=${this.#onAll}>
            ${this.#ticked.size === items.length ? words.toutDeselectionner : words.toutSelectionner}</button>
          <button type="button" class="button small danger" aria-describedby="${id}-title" aria-disabled=${this.#ticked.size === 0}
            @click=${this.#onRemove}>${words.supprimer}</button>`}
        ${this.#before ? html`<button type="button" class="button small quiet" id="${id}-undo" @click=${this.#onUndo}>${words.remettre}</button>` : nothing}
      </div>`}
    </div>`;
  }

  #line({ value, label, flag }: ChosenItem, at: number): TemplateResult {
    const { length } = this.#props.items;
    return html`<li aria-posinset=${length > MANY ? at + 1 : nothing} aria-setsize=${length > MANY ? length : nothing}>
      <label class="check"><input type="checkbox" .value=${value} .checked=${this.#ticked.has(value)}>
        <span>${label}${flag ? html` ${flagTemplate(flag)}` : nothing}</span></label>
      <button type="button" class="button quiet line-remove" .value=${value} aria-label=${this.#props.words.retirer(label)}>${icons.cross}</button>
    </li>`;
  }
}

/** `${chosenList({…})}`, under the field that adds to it. */
export const chosenList = directive(ChosenList);
