import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fixedRange, type RowRange } from './row-window.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** Rows kept on each side of the view, so that a short scroll draws nothing. */
const MARGIN = 6;

/**
 * Which rows of a long list are in the page: those in the view of the scrolling box, all of the same height. The box
 * is drawn by the host (`boxSelector`), with elements `[data-rows]` in place of the rows that are left out.
 */
export class RowView implements ReactiveController {
  /** What the last drawing holds. */
  range: RowRange = { first: 0, last: 0, before: 0, after: 0 };
  readonly #host: Host;
  readonly #boxSelector: string;
  #height = 36;
  #view = 0;
  #count = 0;
  #wanted = -1;
  #observed: Element | undefined;
  #observer: ResizeObserver | undefined;

  constructor(host: Host, boxSelector: string) {
    this.#host = host;
    this.#boxSelector = boxSelector;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = undefined;
  }

  /** The rows to draw for the place where the box is scrolled: the same ones as long as what is seen is among them. */
  compute(count: number): RowRange {
    const view = this.#view || 600;
    // A list that has just become shorter cannot stay scrolled that far.
    const top = Math.max(0, Math.min(this.#box?.scrollTop ?? 0, count * this.#height - view));
    if (count !== this.#count || !this.#holds(top, view)) this.range = fixedRange(count, this.#height, top, view, MARGIN);
    this.#count = count;
    return this.range;
  }

  /** Brings a row into view, with the next drawing. */
  bring(index: number): void {
    this.#wanted = index;
    const box = this.#box;
    // Without a change of height the box can scroll at once, and one drawing is enough.
    if (box && index < this.#count) this.#scroll(box);
  }

  /** For the `scroll` of the box. */
  readonly onScroll = (): void => {
    const box = this.#box;
    if (box && this.#count > 0 && !this.#holds(box.scrollTop, this.#view)) this.#host.requestUpdate();
  };

  /** For `updated` of the host, while its list is long: sizes are written as properties, which a strict policy allows. */
  drawn(): void {
    const box = this.#box;
    if (!box) return;
    // Before anything is measured: a box whose rooms have no size yet would scroll back to its top.
    this.#size(box);
    if (this.#observed !== box) {
      this.#observe(box);
      this.#measure(box);
    }
    // Asking where the box is scrolled costs a layout: only after it was moved. What the browser moves, it tells.
    if (this.#wanted < 0) return;
    this.#scroll(box);
    this.onScroll();
  }

  #holds(top: number, view: number): boolean {
    const seen = fixedRange(this.#count, this.#height, top, view, 0);
    return seen.first >= this.range.first && seen.last <= this.range.last;
  }

  #size(box: HTMLElement): void {
    for (const gap of box.querySelectorAll<HTMLElement>('[data-rows]')) {
      const size = `${Number(gap.dataset['rows']) * this.#height}px`;
      if (gap.style.blockSize !== size) gap.style.blockSize = size;
    }
  }

  /** Rows follow the size of the text and the precision of the pointer. */
  #measure(box: HTMLElement): void {
    const height = box.querySelector<HTMLElement>('.row')?.offsetHeight ?? 0;
    if (height === 0 || height === this.#height) return;
    this.#height = height;
    this.range = { first: 0, last: 0, before: 0, after: 0 };
    this.#size(box);
    this.#host.requestUpdate();
  }

  #scroll(box: HTMLElement): void {
    const top = this.#wanted * this.#height;
    const view = this.#view || box.clientHeight;
    const at = box.scrollTop;
    const to = top < at ? top : top + this.#height > at + view ? top + this.#height - view : at;
    if (to !== at) box.scrollTop = to;
    this.#wanted = -1;
  }

  #observe(box: HTMLElement): void {
    this.#observer?.disconnect();
    this.#observed = box;
    this.#view = box.clientHeight;
    this.#observer = new ResizeObserver(() => {
      this.#measure(box);
      if (box.clientHeight === this.#view) return;
      this.#view = box.clientHeight;
      this.#host.requestUpdate();
    });
    this.#observer.observe(box);
  }

  get #box(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(this.#boxSelector) ?? null;
  }
}
