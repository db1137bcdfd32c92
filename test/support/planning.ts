import { fixture } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/elements/ror-weekly-planning/list-and-menus.ts';
import { listAndMenusStyles } from '../../src/elements/ror-weekly-planning/list-and-menus.styles.ts';
import { gesturesStyles } from '../../src/elements/ror-weekly-planning/gestures.styles.ts';
import type { RorWeeklyPlanning } from '../../src/elements/ror-weekly-planning/ror-weekly-planning.ts';
import { writeHeures } from '../../src/engine/planning/heures.ts';
import { heuresOfJour } from '../../src/engine/planning/jours.ts';
import { typesOf } from '../../src/engine/planning/summary.ts';
import { JOURS, type Semaine } from '../../src/engine/planning/types.ts';
import { waitUntil } from './wait.ts';

const NOMS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** A week as a person would note it: « lundi 9h-12h30, 14h-18h »; the type when it is not opening hours. */
export const notes = (semaine: Semaine): readonly string[] => typesOf(semaine).flatMap((type) => JOURS.flatMap((jour) => {
  const heures = writeHeures(heuresOfJour(semaine, jour, type));
  return heures ? [`${NOMS[jour - 1]} ${heures}${type === '01' ? '' : ` (${type})`}`] : [];
}));

/** What a person perceives of a planning, and what they do to it. */
export class PlanningReader {
  constructor(readonly planning: RorWeeklyPlanning) {}

  static async open(template: TemplateResult): Promise<PlanningReader> {
    const root = await fixture<HTMLElement>(template);
    const reader = new PlanningReader((root.matches('ror-weekly-planning') ? root : root.querySelector('ror-weekly-planning')) as RorWeeklyPlanning);
    await reader.settle();
    await reader.enter();
    return reader;
  }

  /** Comes in by the keyboard: gestures are fetched and all the cells are there, the focus stays where it is. */
  async enter(): Promise<void> {
    const body = this.root.querySelector('.corps');
    if (!body) return;
    body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, composed: true }));
    const rows = Number(this.root.querySelector('[role="grid"]')!.ariaRowCount) - 2;
    await waitUntil(() => this.cells.length === rows * 7, 'all cells are there');
    const { styleSheet } = this.planning.readonly || this.planning.matches(':disabled') ? gesturesStyles : listAndMenusStyles;
    await waitUntil(() => this.root.adoptedStyleSheets.includes(styleSheet!), 'gestures are there');
    await this.settle();
  }

  /** Updates, and what is loaded on demand: by now it only takes a few turns. */
  settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await this.planning.updateComplete.then(() => new Promise((done) => { setTimeout(done); }));
  };

  get root(): ShadowRoot {
    return this.planning.shadowRoot!;
  }

  get notes(): readonly string[] {
    return notes(this.planning.value);
  }

  get cells(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role="gridcell"]')];
  }

  /** The cell whose name begins so: « mardi 9 h 30 ». */
  cell(name: string): HTMLElement {
    const found = this.cells.find((cell) => plain(cell.ariaLabel).startsWith(`${name},`));
    if (!found) throw new Error(`no cell « ${name} »`);
    return found;
  }

  /** What the cell that has the focus is called. */
  get focused(): string | undefined {
    const element = this.root.activeElement;
    return element?.role === 'gridcell' ? plain(element.ariaLabel) : undefined;
  }

  get stops(): string[] {
    return this.cells.filter((cell) => cell.tabIndex === 0).map((cell) => plain(cell.ariaLabel));
  }

  get selected(): string[] {
    return this.cells.filter((cell) => cell.ariaSelected === 'true').map((cell) => plain(cell.ariaLabel));
  }

  get status(): string {
    return plain(this.root.querySelector('[role="status"]')?.textContent);
  }

  get message(): string {
    return plain(this.root.querySelector('.message')?.textContent);
  }

  get summary(): string {
    return plain(this.root.querySelector('[part="resume"]')?.textContent);
  }

  get menu(): string[] {
    const menu = this.root.querySelector<HTMLElement>('[role="menu"]');
    return menu?.matches(':popover-open') ? [...menu.querySelectorAll('[role="menuitem"]')].map((entry) => plain(entry.textContent)) : [];
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((button) => plain(button.textContent) === name || plain(button.ariaLabel) === name);
    if (!found) throw new Error(`no button « ${name} »`);
    return found;
  }

  async pressButton(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }

  /** Presses an entry of the open menu. */
  async choose(name: string): Promise<void> {
    const entry = [...this.root.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((item) => plain(item.textContent) === name);
    if (!entry) throw new Error(`no entry « ${name} » among ${this.menu.join(' | ')}`);
    entry.click();
    await this.settle();
  }

  /** The field of a day in the list of hours. */
  field(jour: number): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`#heures-${jour}`)!;
  }

  async type(jour: number, text: string, end = 'Enter'): Promise<void> {
    const field = this.field(jour);
    field.focus();
    field.select();
    await sendKeys({ press: 'Delete' });
    if (text) await sendKeys({ type: text });
    await sendKeys({ press: end });
    await this.settle();
  }

  async focus(name: string): Promise<void> {
    this.cell(name).focus();
    await this.settle();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const chord of keys) {
      const [press = '', ...held] = chord.split('+').reverse();
      for (const key of held) await sendKeys({ down: key });
      await sendKeys({ press });
      for (const key of held) await sendKeys({ up: key });
      await this.settle();
    }
  }

  /** A place in the viewport: the day, 1 Monday, and the hour (9.5 is half past nine). */
  at(jour: number, heure: number): [number, number] {
    const { left, top, width, height } = this.root.querySelector('.zone')!.getBoundingClientRect();
    const first = Number.parseInt(plain(this.root.querySelector('.heures')?.firstElementChild?.textContent), 10);
    const hours = this.root.querySelector('.heures')!.childElementCount;
    const column = this.planning.matches(':dir(rtl)') ? 8 - jour : jour;
    return [Math.round(left + (width * (column - 0.5)) / 7), Math.round(top + (height * (heure - first)) / hours)];
  }

  async click(jour: number, heure: number): Promise<void> {
    await sendMouse({ type: 'click', position: this.at(jour, heure) });
    await this.settle();
  }

  /** A real drag by the mouse, in a few moves; `release` false leaves the button down. */
  async drag(from: readonly [number, number], to: readonly [number, number], release = true): Promise<void> {
    const [start, end] = [this.at(...from), this.at(...to)];
    await sendMouse({ type: 'move', position: start });
    await sendMouse({ type: 'down' });
    for (const part of [0.3, 0.6, 1]) await sendMouse({ type: 'move', position: [Math.round(start[0] + (end[0] - start[0]) * part), Math.round(start[1] + (end[1] - start[1]) * part)] });
    if (release) await sendMouse({ type: 'up' });
    await this.settle();
  }

  /** A pointer event as another device would send it. */
  async pointer(type: string, [clientX, clientY]: readonly [number, number], pointerType: 'touch' | 'pen' | 'mouse', more: PointerEventInit = {}): Promise<PointerEvent> {
    const event = new PointerEvent(type, { clientX, clientY, pointerType, pointerId: 7, isPrimary: true, button: 0, buttons: type === 'pointerup' ? 0 : 1, bubbles: true, composed: true, cancelable: true, ...more });
    const zone = this.root.querySelector('.zone')!;
    zone.setPointerCapture = () => {}; // The browser knows no such pointer.
    zone.dispatchEvent(event);
    await this.settle();
    return event;
  }
}

/** Spaces that do not break count as spaces. */
export const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
