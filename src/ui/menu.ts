import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

export interface MenuEntry {
  readonly id: string;
  readonly libelle: string;
}

export interface MenuOpening {
  /** Name of the menu for the ear. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Names what opened it, so that pressing the same thing again closes it. */
  readonly opener: string;
  /** Where it opens, in the viewport: below this rectangle, or above when there is no room. */
  readonly at: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
  /** Who gets the focus back. Asked at closing time, as rows may have been drawn again. */
  readonly returnTo: () => HTMLElement | null;
  readonly onChoose: (id: string) => void;
}

const MARGIN = 8;

/**
 * The one menu of an element, in its own root so that roles and focus stay together: a popover (it closes
 * on a press outside and goes above everything) with the keys of the ARIA menu pattern.
 */
export class Menu implements ReactiveController {
  readonly #host: Host;
  #opening: MenuOpening | undefined;
  #closedByPress: string | undefined;
  #released: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#opening = undefined;
  }

  get isOpen(): boolean {
    return this.#opening !== undefined;
  }

  /** Opens, or opens elsewhere, and moves the focus to the first entry. */
  async open(opening: MenuOpening): Promise<void> {
    await this.#released;
    this.#opening = opening;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const menu = this.#element;
    if (!menu || this.#opening !== opening) return;
    if (!menu.matches(':popover-open')) menu.showPopover();
    this.#place(menu, opening.at);
    this.#items[0]?.focus();
  }

  /**
   * For `pointerdown` on what opens it. A press closes the menu before its click comes; and a menu opened
   * while a button or a finger is still down (`contextmenu`) would be closed by its release.
   */
  readonly onPress = (): void => {
    this.#closedByPress = this.#opening?.opener;
    this.#released = new Promise((done) => {
      const end = new AbortController();
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => { end.abort(); setTimeout(done); }, { signal: end.signal, capture: true });
    });
  };

  /** True when this click is the second half of the press that closed the menu of the same opener. */
  closedBy(click: MouseEvent, opener: string): boolean {
    const closed = click.detail > 0 && this.#closedByPress === opener;
    this.#closedByPress = undefined;
    return closed;
  }

  /** To be placed once in the template of the host. */
  render(): TemplateResult {
    const { label = '', entries = [] } = this.#opening ?? {};
    return html`<div class="menu" id="menu" part="menu" role="menu" popover="auto" tabindex="-1" aria-label=${label}
      @beforetoggle=${this.#onBeforeToggle} @keydown=${this.#onKeydown} @contextmenu=${(event: Event) => event.preventDefault()}>
      ${entries.map(({ id, libelle }) => html`<button type="button" class="menu-item" role="menuitem" tabindex="-1" @click=${() => this.#choose(id)}>${libelle}</button>`)}
    </div>`;
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#menu');
  }

  get #items(): HTMLElement[] {
    return [...(this.#element?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  #choose(id: string): void {
    const opening = this.#opening;
    this.#element?.hidePopover();
    opening?.onChoose(id);
  }

  /** Geometry is known to the page only; written as properties, which a strict policy allows. */
  #place(menu: HTMLElement, at: MenuOpening['at']): void {
    const { offsetWidth: width, offsetHeight: height } = menu;
    const left = menu.matches(':dir(rtl)') ? at.right - width : at.left;
    const below = at.bottom + 2;
    const top = below + height <= innerHeight - MARGIN ? below : at.top - 2 - height;
    menu.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - MARGIN - width))}px`;
    menu.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - MARGIN - height))}px`;
  }

  /** The focus goes back only when it is still in the menu: a press elsewhere has already moved it. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') return;
    const inside = this.#element?.contains((this.#element.getRootNode() as ShadowRoot).activeElement);
    const back = inside ? this.#opening?.returnTo() : null;
    this.#opening = undefined;
    back?.focus();
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const index = items.indexOf(event.target as HTMLElement);
    const focus = (to: number): void => { items[(to + items.length) % items.length]?.focus(); };
    if (event.key === 'ArrowDown') focus(index + 1);
    else if (event.key === 'ArrowUp') focus(index <= 0 ? items.length - 1 : index - 1);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(items.length - 1);
    else if (event.key === 'Escape') this.#element?.hidePopover();
    else if (event.key === 'Tab') return this.#element?.hidePopover();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLocaleLowerCase();
      const order = [...items.slice(index + 1), ...items.slice(0, index + 1)];
      order.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
