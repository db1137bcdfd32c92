import { RowWindow, type RowRange } from './row-window.ts';

export interface ListOption {
  readonly value: string;
  readonly label: string;
  /** Why it was found, after the label. */
  readonly hint?: string | undefined;
}

export interface ListGroup {
  readonly id: string;
  /** Heading; a group without one is not a group for the ear either. */
  readonly label?: string;
  /** Bold. */
  readonly strong?: boolean;
  readonly options: readonly ListOption[];
}

/** A line of an open list: a heading, or an option with its place among the options. */
export interface ListRow {
  readonly key: string;
  readonly group: ListGroup;
  readonly option?: ListOption;
  readonly position: number;
}

/** Rows are at least as high as a finger. */
const ROW_HEIGHT = 44;
const VIEW_HEIGHT = 8 * ROW_HEIGHT;
const PAGE = 8;

/** The open list of a combobox: its rows, which one the keyboard is on, which ones are in view. Knows no page. */
export class ListRows {
  rows: readonly ListRow[] = [];
  /** How many options. */
  count = 0;
  /** Row that the keyboard is on; -1 for none. */
  active = -1;
  scroll = 0;
  readonly #window = new RowWindow(ROW_HEIGHT);

  /** Shows these groups. The active row is kept when it is still there. */
  fill(groups: readonly ListGroup[]): void {
    const activeKey = this.rows[this.active]?.key;
    const rows: ListRow[] = [];
    let position = 0;
    for (const group of groups) {
      if (group.options.length === 0) continue;
      if (group.label) rows.push({ key: `group ${group.id}`, group, position: 0 });
      for (const option of group.options) rows.push({ key: `option ${option.value}`, group, option, position: ++position });
    }
    if (rows.length !== this.rows.length || rows.some(({ key }, at) => key !== this.rows[at]?.key)) this.#window.reset(rows.length);
    this.rows = rows;
    this.count = position;
    this.active = activeKey === undefined ? -1 : rows.findIndex(({ key }) => key === activeKey);
  }

  /** Back to the top, on no row. */
  rewind(): void {
    this.active = -1;
    this.scroll = 0;
  }

  get activeOption(): ListOption | undefined {
    return this.rows[this.active]?.option;
  }

  /** The option of a search that found only one. */
  get onlyOption(): ListOption | undefined {
    return this.count === 1 ? this.rows.find(({ option }) => option)?.option : undefined;
  }

  /** Answers a key of the list; false when the key means nothing here. Both ends are joined. */
  move(key: string): boolean {
    const last = this.rows.length - 1;
    if (key === 'ArrowDown') return this.#goTo(this.active + 1, 1);
    if (key === 'ArrowUp') return this.#goTo(this.active < 0 ? last : this.active - 1, -1);
    if (key === 'PageDown') return this.#goTo(Math.min(last, this.active + PAGE), -1);
    if (key === 'PageUp') return this.#goTo(Math.max(0, this.active - PAGE), 1);
    // Without an active option, Home and End belong to the text.
    if (key === 'Home') return this.active >= 0 && this.#goTo(0, 1);
    if (key === 'End') return this.active >= 0 && this.#goTo(last, -1);
    return false;
  }

  /** Puts the keyboard on the first option that is so. */
  moveTo(wanted: (option: ListOption) => boolean): boolean {
    const row = this.rows.findIndex(({ option }) => option && wanted(option));
    return row >= 0 && this.#goTo(row, 1);
  }

  range(view: number): RowRange {
    return this.#window.range(this.scroll, view || VIEW_HEIGHT);
  }

  measure(row: number, height: number): boolean {
    return this.#window.measure(row, height);
  }

  /** Scrolls as little as shows the active row; with its heading when it is the first. */
  reveal(view: number): void {
    if (this.active < 0) return;
    this.scroll = this.active === 1 && !this.rows[0]?.option ? 0 : this.#window.reveal(this.active, this.scroll, view || VIEW_HEIGHT);
  }

  #goTo(start: number, step: 1 | -1): boolean {
    const { length } = this.rows;
    for (let tries = 0; tries < length; tries++) {
      const row = (start + tries * step + 2 * length) % length;
      if (!this.rows[row]?.option) continue;
      this.active = row;
      return true;
    }
    return false;
  }
}
