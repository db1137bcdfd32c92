import { html, nothing, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ControlAttributes } from './field.ts';
import { icons } from './icons.ts';

export interface RepeatedGroupWords {
  readonly ajouter: string;
  readonly supprimer: string;
  readonly annuler: string;
  readonly vide: string;
  readonly ajoute: (title: string) => string;
  readonly supprime: (title: string) => string;
  readonly remis: (title: string) => string;
}

export interface RepeatedGroupProps {
  /** Carried by the button that adds: a link to the list lands there. */
  readonly control: ControlAttributes;
  /** Places of the list whose elements are shown, when some are shown elsewhere. */
  readonly places: readonly number[];
  /** Title of an element in plain text, for what is said. */
  readonly title: (place: number) => string;
  /** What stands on the line of an element: its title and, while it is closed, its summary. */
  readonly head: (place: number, open: boolean) => unknown;
  /** The fields of an element; asked only while it is open. */
  readonly body: (place: number) => unknown;
  readonly add?: (() => void) | undefined;
  readonly remove?: ((place: number) => void) | undefined;
  /** Puts back the element that was removed last. */
  readonly restore?: (() => void) | undefined;
  /** Why nothing more can be added. */
  readonly note?: string | undefined;
  readonly say: (message: string) => void;
  readonly words: RepeatedGroupWords;
}

const FIELDS = 'input:not([type=hidden]), select, textarea, [role=combobox], .waiting[tabindex]';

/** Elements of a repeated group: each one is a line that opens on its fields; adding, removing, and the way back. */
class RepeatedGroup extends AsyncDirective {
  #props!: RepeatedGroupProps;
  #part!: ChildPart;
  /** One per element shown: what stays the same when places shift. */
  #keys: number[] = [];
  #next = 0;
  readonly #open = new Set<number>();
  #removed: { readonly at: number; readonly title: string } | undefined;

  override render(_props: RepeatedGroupProps): unknown {
    return nothing;
  }

  override update(part: ChildPart, [props]: [RepeatedGroupProps]): unknown {
    const first = this.#props?.control.id !== props.control.id;
    if (first) this.#reset();
    this.#part = part;
    this.#props = props;
    const { length } = props.places;
    while (this.#keys.length < length) this.#keys.push(this.#next++);
    for (const gone of this.#keys.splice(length)) this.#open.delete(gone);
    // One element alone is what the person came for; more of them are a list to look through.
    if (first && length === 1) this.#open.add(this.#keys[0] ?? 0);
    return this.#template();
  }

  #reset(): void {
    this.#keys = [];
    this.#open.clear();
    this.#removed = undefined;
  }

  #draw(): void {
    this.setValue(this.#template());
  }

  get #root(): ShadowRoot {
    return this.#part.parentNode.getRootNode() as ShadowRoot;
  }

  get #id(): string {
    return this.#props.control.id;
  }

  /** Once the page shows what the gesture did. */
  async #focus(find: (root: ShadowRoot) => HTMLElement | null | undefined): Promise<void> {
    const root = this.#root;
    await (root.host as { updateComplete?: Promise<unknown> }).updateComplete;
    const target = find(root);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }

  readonly #onAdd = (): void => {
    const { add, say, words } = this.#props;
    if (!add) return;
    const at = this.#keys.length;
    this.#removed = undefined;
    this.#keys.push(this.#next);
    this.#open.add(this.#next++);
    add();
    void this.#focus((root) => {
      const place = this.#props.places[at];
      if (place !== undefined) say(words.ajoute(this.#props.title(place)));
      return root.getElementById(`${this.#id}-${at}-body`)?.querySelector<HTMLElement>(FIELDS);
    });
  };

  #remove(at: number): void {
    const { places, remove, title, say, words } = this.#props;
    const place = places[at];
    // Once removed, the fields under the focus are gone: it goes to the element that took the place.
    if (place === undefined || !remove) return;
    this.#removed = { at, title: title(place) };
    for (const gone of this.#keys.splice(at, 1)) this.#open.delete(gone);
    remove(place);
    say(words.supprime(this.#removed.title));
    const next = Math.min(at, this.#keys.length - 1);
    void this.#focus((root) => root.getElementById(next < 0 ? this.#id : `${this.#id}-${next}-toggle`));
  }

  readonly #onUndo = (): void => {
    const removed = this.#removed;
    if (!removed) return;
    const { restore, say, words } = this.#props;
    this.#removed = undefined;
    this.#keys.splice(removed.at, 0, this.#next++);
    restore?.();
    say(words.remis(removed.title));
    void this.#focus((root) => root.getElementById(`${this.#id}-${removed.at}-toggle`));
  };

  #toggle(key: number, open = !this.#open.has(key)): void {
    if (open) this.#open.add(key);
    else this.#open.delete(key);
    this.#draw();
  }

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-element]');
    // An inner list answers for its own lines.
    if (!button || button.closest('.elements') !== event.currentTarget) return;
    const at = Number(button.dataset['element']);
    const key = this.#keys[at];
    if (button.dataset['gesture'] === 'remove') this.#remove(at);
    else if (key !== undefined) this.#toggle(key);
  };

  /** A link to a field of an element opens it: `open-element`, with the place of the element in the list. */
  readonly #onOpen = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    const key = this.#keys[this.#props.places.indexOf((event as CustomEvent<number>).detail)];
    if (key !== undefined) this.#toggle(key, true);
  };

  #template(): TemplateResult {
    const { control, places, add, note, words } = this.#props;
    return html`<div class="elements" id="${control.id}-elements" @click=${this.#onClick} @open-element=${this.#onOpen}>
      ${places.length === 0 ? html`<p class="none">${words.vide}</p>` : html`<ul>${repeat(this.#keys, (key) => key, (key, at) => this.#element(key, at, places[at] ?? at))}</ul>`}
      <div class="elements-actions">
        <button type="button" class="button small" id=${control.id} aria-describedby=${control.describedBy} aria-disabled=${add ? nothing : 'true'}
          @click=${this.#onAdd}>${icons.plus}${words.ajouter}</button>
        ${this.#removed ? html`<button type="button" class="button small quiet" id="${control.id}-undo" @click=${this.#onUndo}>${words.annuler}</button>` : nothing}
        ${note ? html`<p class="help">${note}</p>` : nothing}
      </div>
    </div>`;
  }

  #element(key: number, at: number, place: number): TemplateResult {
    const { head, body, remove, words } = this.#props;
    const id = `${this.#id}-${at}`;
    const open = this.#open.has(key);
    return html`<li class="element ${open ? 'open' : ''}">
      <div class="element-head">
        <button type="button" class="element-toggle" id="${id}-toggle" data-element=${at} aria-expanded=${open} aria-controls="${id}-body">
          ${icons.chevron}<span class="element-line" id="${id}-title">${head(place, open)}</span></button>
        ${remove ? html`<button type="button" class="button quiet line-remove" id="${id}-remove" data-element=${at} data-gesture="remove"
          aria-labelledby="${id}-remove ${id}-title"><span class="remove-word">${words.supprimer}</span>${icons.cross}</button>` : nothing}
      </div>
      <div class="element-body" id="${id}-body" role="group" aria-labelledby="${id}-title" ?hidden=${!open}>${open ? body(place) : nothing}</div>
    </li>`;
  }
}

/** `${repeatedGroup({…})}`, inside the group that names the list. */
export const repeatedGroup = directive(RepeatedGroup);
