import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/** One screen ahead on a telephone, a little less on a large one. */
const MARGIN = '600px';

/**
 * Which rows of a long list are near the view: the others are drawn without their details. A row that is far carries
 * `data-far` (its key) and `data-rows` (how many lines it will have); what was near once stays so until `begin`.
 */
export class NearView implements ReactiveController {
  readonly #host: Host;
  readonly #near = new Set<string>();
  readonly #watched = new Set<Element>();
  #observer: IntersectionObserver | undefined;
  #print: MediaQueryList | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#print = matchMedia('print');
    this.#print.addEventListener('change', this.#onPrint);
  }

  hostDisconnected(): void {
    this.#print?.removeEventListener('change', this.#onPrint);
    this.#forget();
  }

  hostUpdated(): void {
    for (const row of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-far]')) {
      if (this.#watched.has(row)) continue;
      this.#observer ??= new IntersectionObserver(this.#onSeen, { rootMargin: MARGIN });
      this.#watched.add(row);
      this.#observer.observe(row);
      row.style.setProperty('--_rows', row.dataset['rows'] ?? '0');
    }
  }

  has(key: string): boolean {
    return this.#near.has(key);
  }

  /** Another list: these are at its beginning, the page tells of the rest. */
  begin(keys: readonly string[]): void {
    this.#forget();
    this.#near.clear();
    for (const key of keys) this.#near.add(key);
  }

  #forget(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#watched.clear();
  }

  #keep(rows: Iterable<Element>): void {
    let more = false;
    for (const row of rows) {
      this.#observer?.unobserve(row);
      this.#watched.delete(row);
      const key = row.getAttribute('data-far');
      if (key === null) continue;
      this.#near.add(key);
      more = true;
    }
    if (more) this.#host.requestUpdate();
  }

  readonly #onSeen = (entries: readonly IntersectionObserverEntry[]): void => {
    this.#keep(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
  };

  /** Paper has no view: all of it is printed. */
  readonly #onPrint = ({ matches }: MediaQueryListEvent): void => {
    if (matches) this.#keep([...this.#watched]);
  };
}
