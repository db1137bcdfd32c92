import { fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { RorTree } from '../../src/elements/ror-tree/ror-tree.ts';

const settled = async (tree: RorTree): Promise<void> => {
  // An answer of the embedded client takes a few turns; nothing here waits for time.
  for (let turn = 0; turn < 5; turn++) await tree.updateComplete.then(() => new Promise((done) => { setTimeout(done); }));
};

/** What a person perceives of a tree, and what they do to it. */
export class TreeReader {
  constructor(readonly tree: RorTree) {}

  static async open(template: TemplateResult): Promise<TreeReader> {
    const root = await fixture<HTMLElement>(template);
    const tree = (root.matches('ror-tree') ? root : root.querySelector('ror-tree')) as RorTree;
    const reader = new TreeReader(tree);
    await reader.settle();
    return reader;
  }

  settle = (): Promise<void> => settled(this.tree);

  get #root(): ShadowRoot {
    return this.tree.shadowRoot!;
  }

  get rows(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[role="tree"] > [role="treeitem"]')];
  }

  /** Names of the rows as they are read out: white space folded. */
  get names(): string[] {
    return this.rows.map((row) => nameOf(row));
  }

  /** Rows as an outline: level, open or closed, name. */
  get outline(): string[] {
    return this.rows.map((row) => {
      const mark = { true: 'v', false: '>', null: '·' }[String(row.getAttribute('aria-expanded')) as 'true' | 'false' | 'null'];
      return `${'  '.repeat(Number(row.ariaLevel) - 1)}${mark} ${nameOf(row)}`;
    });
  }

  row(name: string): HTMLElement {
    const found = this.rows.find((row) => nameOf(row).includes(name));
    if (!found) throw new Error(`no row « ${name} » among ${this.names.join(' | ')}`);
    return found;
  }

  /** Name of the row that has the focus. */
  get focused(): string | undefined {
    const element = this.#root.activeElement;
    return element instanceof HTMLElement && element.getAttribute('role') === 'treeitem' ? nameOf(element) : undefined;
  }

  /** The row that Tab reaches; there must be one, and one only. */
  get stop(): string[] {
    return this.rows.filter((row) => row.tabIndex === 0).map(nameOf);
  }

  get selected(): string[] {
    return this.rows.filter((row) => row.ariaSelected === 'true').map(nameOf);
  }

  get button(): HTMLButtonElement | null {
    return this.#root.querySelector<HTMLButtonElement>('[part="toolbar"] button');
  }

  get menu(): HTMLElement | null {
    const menu = this.#root.querySelector<HTMLElement>('[role="menu"]');
    return menu?.matches(':popover-open') ? menu : null;
  }

  get entries(): string[] {
    return [...(this.menu?.querySelectorAll('[role="menuitem"]') ?? [])].map((entry) => entry.textContent.trim());
  }

  /** Entry of the menu that has the focus. */
  get entry(): string | undefined {
    const element = this.#root.activeElement;
    return element?.getAttribute('role') === 'menuitem' ? element.textContent?.trim() : undefined;
  }

  get text(): string {
    return this.#root.textContent?.replace(/\s+/g, ' ') ?? '';
  }

  get status(): string {
    return this.#root.querySelector('[role="status"]')?.textContent ?? '';
  }

  arrow(name: string, what: 'toggle' | 'menu'): HTMLElement {
    return this.row(name).querySelector<HTMLElement>(`[data-do="${what}"]`)!;
  }

  async focus(name: string): Promise<void> {
    this.row(name).click();
    await this.settle();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const chord of keys) {
      const [press = '', held] = chord === '+' ? ['+'] : chord.split('+').reverse();
      if (held) await sendKeys({ down: held });
      await sendKeys({ press });
      if (held) await sendKeys({ up: held });
      await this.settle();
    }
  }

  async click(target: HTMLElement): Promise<void> {
    target.click();
    await this.settle();
  }
}

export const nameOf = (row: HTMLElement): string => row.innerText.replace(/[▾\s]+/g, ' ').trim() || row.textContent!.replace(/[▾\s]+/g, ' ').trim();

/** Events of a kind fired at or above a target, in order. */
export function heard<K extends keyof HTMLElementEventMap>(target: HTMLElement, type: K): HTMLElementEventMap[K][] {
  const events: HTMLElementEventMap[K][] = [];
  target.addEventListener(type, (event) => { events.push(event as HTMLElementEventMap[K]); });
  return events;
}
