import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { sommaire } from '../../i18n/fr/sommaire.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import { icons } from '../../ui/icons.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Sitting } from './sitting.ts';
import { sommaireStyles } from './sommaire.styles.ts';

interface Form {
  readonly sitting: () => Sitting | undefined;
  readonly messages: () => FormMessages;
}

/** A form of two sections needs no list of them. */
const FEWEST = 3;

/**
 * The sections of the form as links, each with what it lacks. Drawn at rest into the place the form leaves for it: never
 * on a key press, which looks at one field only.
 */
export class Sommaire implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #form: Form;
  readonly #seen = new Set<Element>();
  readonly #sections = new IntersectionObserver((entries) => { this.#onScroll(entries); }, { rootMargin: '-10% 0px -60% 0px' });
  #waiting = false;
  #drawn: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, form: Form) {
    this.#host = host;
    this.#form = form;
    adopt(host.shadowRoot!, sommaireStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.shadowRoot?.addEventListener('focusout', this.#later);
    this.#later();
  }

  hostDisconnected(): void {
    this.#host.shadowRoot?.removeEventListener('focusout', this.#later);
    this.#sections.disconnect();
    this.#drawn = undefined;
  }

  hostUpdated(): void {
    this.#later();
  }

  readonly #later = (): void => {
    if (this.#waiting) return;
    this.#waiting = true;
    const draw = (): void => {
      this.#waiting = false;
      if (this.#host.isConnected) this.#draw();
    };
    if ('requestIdleCallback' in globalThis) requestIdleCallback(draw);
    else setTimeout(draw, 200);
  };

  get #nav(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.sommaire');
  }

  #draw(): void {
    const nav = this.#nav;
    const sitting = this.#form.sitting();
    if (!nav || !sitting?.ready) return;
    const { outline } = sitting;
    nav.hidden = outline.length < FEWEST;
    if (nav.hidden) {
      render(nothing, nav);
      return;
    }
    const words = this.#form.messages().sommaire ?? sommaire;
    // Only read, nothing is to be filled.
    const filling = this.#host.shadowRoot?.querySelector('.actions') !== null;
    const lacking = new Map<string, number>();
    if (filling) for (const { path } of sitting.missing('finaliser')) {
      const id = outline.find(({ fields }) => fields.some((field) => path === field.path || path.startsWith(`${field.path}.`)))?.section.id;
      if (id !== undefined) lacking.set(id, (lacking.get(id) ?? 0) + 1);
    }
    nav.ariaLabel = words.titre;
    render(html`<ul>${outline.map(({ section: { id, title } }) => html`<li><a href="#section-${id}" @click=${goTo}>${title}${filling ? state(words, lacking.get(id) ?? 0) : nothing}</a></li>`)}</ul>`, nav);
    this.#watch(outline.map(({ section }) => section.id).join(' '));
  }

  #watch(sections: string): void {
    if (sections === this.#drawn) return;
    this.#drawn = sections;
    this.#seen.clear();
    this.#sections.disconnect();
    for (const section of this.#host.shadowRoot?.querySelectorAll('section.card') ?? []) this.#sections.observe(section);
  }

  #onScroll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) if (isIntersecting) this.#seen.add(target); else this.#seen.delete(target);
    const all = [...this.#host.shadowRoot?.querySelectorAll('section.card') ?? []];
    const here = all.find((section) => this.#seen.has(section))?.getAttribute('aria-labelledby');
    for (const link of this.#nav?.querySelectorAll('a') ?? []) link.ariaCurrent = here !== undefined && link.hash === `#${here ?? ''}` ? 'location' : null;
  }
}

const state = (words: { readonly manque: (count: number) => string; readonly complet: string }, count: number): unknown =>
  (count === 0 ? html` <span class="etat complet">${icons.check}<span class="visually-hidden">${words.complet}</span></span>` : html` <span class="etat">${words.manque(count)}</span>`);

/** The address of the page is the host's: the link moves the focus and nothing else. */
function goTo(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const heading = (link.getRootNode() as ShadowRoot).getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}
