import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement, nothing } from 'lit';
import { fr } from '../../src/i18n/fr.ts';
import { combobox } from '../../src/ui/combobox.ts';
import type { ComboboxProps } from '../../src/ui/combobox-template.ts';
import { comboboxStyles } from '../../src/ui/combobox.styles.ts';
import { fieldStyles } from '../../src/ui/field.styles.ts';
import type { ListGroup } from '../../src/ui/list-rows.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { waitUntil } from '../support/wait.ts';

const FRUITS = ['Abricot', 'Banane', 'Cerise', 'Datte', 'Figue', 'Pêche', 'Poire', 'Pomme'];
const ofFruits = (names: readonly string[], label?: string): ListGroup => ({
  id: label ?? 'tous', options: names.map((name) => ({ value: name.slice(0, 3).toLowerCase(), label: name })), ...(label && { label, strong: true }),
});
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const found = (names: readonly string[], text: string) => names.filter((name) => fold(name).startsWith(fold(text)));

class TestCombobox extends LitElement {
  static override properties = { value: {}, groups: {}, multiple: { type: Boolean } };
  static override styles = [tokens, fieldStyles, comboboxStyles];
  declare value: string[];
  declare groups: (text: string) => readonly ListGroup[];
  declare multiple: boolean;
  readonly log: string[] = [];

  constructor() {
    super();
    this.value = [];
    this.groups = (text) => [ofFruits(found(FRUITS, text))];
    this.multiple = false;
  }

  override render() {
    const label = (value: string | undefined) => FRUITS.find((name) => name.slice(0, 3).toLowerCase() === value) ?? '';
    const props: ComboboxProps = {
      control: { id: 'fruit', describedBy: nothing, errorMessage: nothing, invalid: nothing, required: 'true' },
      label: 'Fruit', text: this.multiple ? '' : label(this.value[0]), chosen: new Set(this.value), search: (text) => this.groups(text),
      words: fr.formulaire.liste, say: (message) => this.log.push(`dit ${message}`), onLeave: () => this.log.push('quitte'),
      onChoose: (value) => {
        this.log.push(`choisit ${value}`);
        this.value = this.multiple ? (this.value.includes(value) ? this.value.filter((other) => other !== value) : [...this.value, value]) : [value];
      },
      onText: (text) => this.log.push(`texte ${text}`),
      ...(this.multiple && { multiple: { add: 'Ajouter' } }),
    };
    return html`<label for="fruit">Fruit</label>${combobox(props)}<button id="after">Suite</button>`;
  }
}
customElements.define('test-combobox', TestCombobox);

interface Setup { readonly value?: string[]; readonly groups?: (text: string) => readonly ListGroup[]; readonly multiple?: boolean }

async function open({ value = [], groups, multiple = false }: Setup = {}) {
  const host = await fixture<TestCombobox>(html`<test-combobox .value=${value} .multiple=${multiple}></test-combobox>`);
  if (groups) host.groups = groups;
  await host.updateComplete;
  const root = host.shadowRoot!;
  const input = root.querySelector('input')!;
  input.focus();
  return {
    host, input,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        const [modifier, press] = key.includes('+') ? key.split('+') as [string, string] : [undefined, key];
        if (modifier) await sendKeys({ down: modifier });
        await sendKeys({ press });
        if (modifier) await sendKeys({ up: modifier });
      }
      await host.updateComplete;
    },
    type: async (text: string) => {
      await sendKeys({ type: text });
      await host.updateComplete;
    },
    expanded: () => input.getAttribute('aria-expanded') === 'true',
    options: () => [...root.querySelectorAll('[role=option]')].map((option) => option.textContent!.trim()),
    active: () => root.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim(),
    popup: root.querySelector<HTMLElement>('.popup')!,
    listbox: root.querySelector('[role=listbox]')!,
  };
}

describe('combobox: what assistive technologies meet', () => {
  it('is a collapsed combobox with its list named, before any use', async () => {
    const { input, listbox } = await open();
    expect(input.getAttribute('role')).to.equal('combobox');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.getAttribute('aria-controls')).to.equal(listbox.id);
    expect(input.getAttribute('aria-autocomplete')).to.equal('list');
    expect(input.hasAttribute('aria-activedescendant')).to.equal(false);
    expect(listbox.getAttribute('aria-label')).to.equal('Fruit');
  });

  it('passes axe closed, open, with groups, and with nothing found', async () => {
    const { host, press, type } = await open({ groups: (text) => [ofFruits(found(FRUITS.slice(0, 3), text), 'Premiers'), ofFruits(found(FRUITS.slice(3), text))] });
    await expect(host).to.be.accessible();
    await press('ArrowDown');
    await expect(host).to.be.accessible();
    await type('zzz');
    await expect(host).to.be.accessible();
  });

  it('names groups for the ear and numbers options across them', async () => {
    const { press, listbox } = await open({ groups: () => [ofFruits(['Abricot', 'Banane'], 'Premiers'), ofFruits(['Cerise'], 'Autres')] });
    await press('ArrowDown');
    const groups = [...listbox.querySelectorAll('[role=group]')];
    expect(groups.map((group) => group.getAttribute('aria-label'))).to.deep.equal(['Premiers', 'Autres']);
    const cerise = groups[1]!.querySelector('[role=option]')!;
    expect([cerise.getAttribute('aria-posinset'), cerise.getAttribute('aria-setsize')]).to.deep.equal(['3', '3']);
  });

  it('says how many results there are', async () => {
    const { host, type } = await open();
    await type('po');
    expect(host.log.at(-1)).to.equal('dit 2 résultats');
    await type('x');
    expect(host.log.at(-1)).to.equal('dit Aucun résultat');
  });
});

describe('combobox: keys', () => {
  it('opens on the first option with Down, on the last with Up', async () => {
    const first = await open();
    await first.press('ArrowDown');
    expect([first.expanded(), first.active()]).to.deep.equal([true, 'Abricot']);
    const last = await open();
    await last.press('ArrowUp');
    expect(last.active()).to.equal('Pomme');
  });

  it('opens on the chosen option', async () => {
    const { press, active } = await open({ value: ['dat'] });
    await press('ArrowDown');
    expect(active()).to.equal('Datte');
  });

  it('opens without moving with Alt+Down, and closes with Alt+Up', async () => {
    const { press, active, expanded } = await open();
    await press('Alt+ArrowDown');
    expect([expanded(), active()]).to.deep.equal([true, undefined]);
    await press('Alt+ArrowUp');
    expect(expanded()).to.equal(false);
  });

  it('walks with Up, Down, Home, End, Page Up and Page Down', async () => {
    const { press, active } = await open();
    for (const [key, expected] of [['ArrowDown', 'Abricot'], ['ArrowDown', 'Banane'], ['ArrowUp', 'Abricot'], ['End', 'Pomme'], ['ArrowDown', 'Abricot'],
      ['PageDown', 'Pomme'], ['PageUp', 'Abricot'], ['ArrowDown', 'Banane'], ['Home', 'Abricot']] as const) {
      await press(key);
      expect(active(), key).to.equal(expected);
    }
  });

  it('chooses with Enter and closes', async () => {
    const { host, press, expanded, input } = await open();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    expect(host.value).to.deep.equal(['ban']);
    expect([expanded(), input.value]).to.deep.equal([false, 'Banane']);
  });

  it('chooses the only result with Enter', async () => {
    const { host, type, press } = await open();
    await type('fig');
    await press('Enter');
    expect(host.value).to.deep.equal(['fig']);
  });

  it('moves to the first of several results with Enter, and chooses nothing yet', async () => {
    const { host, type, press, active } = await open();
    await type('po');
    await press('Enter');
    expect([active(), host.value.length]).to.deep.equal(['Poire', 0]);
  });

  it('gives the value back with Escape, and closes', async () => {
    const { type, press, input, expanded, host } = await open({ value: ['dat'] });
    await type('xyz');
    await press('Escape');
    expect([expanded(), input.value]).to.deep.equal([false, 'Datte']);
    expect(host.value).to.deep.equal(['dat']);
  });

  it('keeps Escape to itself while open, and leaves it to the page once closed', async () => {
    const { host, press } = await open();
    let heard = 0;
    host.addEventListener('keydown', ({ key }) => { heard += key === 'Escape' ? 1 : 0; });
    await press('ArrowDown', 'Escape');
    expect(heard).to.equal(0);
    await press('Escape');
    expect(heard).to.equal(1);
  });

  it('chooses the option walked to when Tab leaves', async () => {
    const { host, press } = await open();
    await press('ArrowDown', 'ArrowDown', 'Tab');
    expect(host.value).to.deep.equal(['ban']);
    expect((host.shadowRoot!.activeElement as HTMLElement).id).to.equal('after');
  });
});

describe('combobox: text', () => {
  it('shows what begins like the text, whatever its accents and case', async () => {
    const { type, options } = await open();
    await type('PEC');
    expect(options()).to.deep.equal(['Pêche']);
  });

  it('takes a text that names a choice for that choice', async () => {
    const { host, type, press } = await open();
    await type('peche');
    await press('Tab');
    expect(host.value).to.deep.equal(['pêc']);
  });

  it('hands over a text that names nothing, as typed', async () => {
    const { host, type, press } = await open();
    await type('Mangue ');
    await press('Tab');
    expect(host.log).to.include('texte Mangue ');
    expect(host.value).to.deep.equal([]);
  });

  it('hands over an emptied field as an empty text', async () => {
    const { host, input, press } = await open({ value: ['dat'] });
    input.select();
    await press('Backspace', 'Tab');
    expect(host.log).to.include('texte ');
  });

  it('says nothing of a field that was only passed through', async () => {
    const { host, press } = await open({ value: ['dat'] });
    await press('Tab');
    expect(host.log).to.deep.equal(['quitte']);
  });

  it('says that nothing is found', async () => {
    const { type, popup } = await open();
    await type('zz');
    expect(popup.textContent).to.contain('Aucun résultat pour « zz ».');
  });
});

describe('combobox: pointer', () => {
  const centre = (element: Element): [number, number] => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
  };

  it('opens on a press and chooses on another, without losing the focus', async () => {
    const { host, input, listbox } = await open();
    await sendMouse({ type: 'click', position: centre(input) });
    await sendMouse({ type: 'click', position: centre([...listbox.querySelectorAll('[role=option]')][2]!) });
    expect(host.value).to.deep.equal(['cer']);
    expect(host.shadowRoot!.activeElement).to.equal(input);
  });

  it('has rows that a finger can hit', async () => {
    const { press, listbox } = await open();
    await press('ArrowDown');
    for (const option of listbox.querySelectorAll('[role=option]')) expect(option.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('keeps its field in view when something comes above it, and leaves who scrolls alone', async () => {
    const { host, input, press } = await open();
    const inView = (): boolean => { const { top, bottom } = input.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; };
    const [late, below] = [document.createElement('div'), document.createElement('div')];
    host.before(late);
    host.after(below);
    below.style.blockSize = '3000px';
    document.documentElement.style.overflowAnchor = 'none';
    try {
      await press('ArrowDown');
      await nextFrame();
      late.style.blockSize = `${innerHeight + 300}px`;
      await waitUntil(inView, 'the field has come back');
      window.scrollTo(0, document.documentElement.scrollHeight);
      await nextFrame();
      await nextFrame();
      expect(inView(), 'after a scroll').to.equal(false);
    } finally {
      document.documentElement.style.overflowAnchor = '';
      window.scrollTo(0, 0);
      late.remove();
      below.remove();
    }
  });

  it('opens over the page, in the top layer, at the width of its field', async () => {
    const { press, popup, input } = await open();
    await press('ArrowDown');
    expect(popup.matches(':popover-open')).to.equal(true);
    expect(Math.round(popup.getBoundingClientRect().left)).to.equal(Math.round(input.getBoundingClientRect().left));
  });
});

describe('combobox: thousands of options', () => {
  const many: ListGroup = { id: 'tous', options: Array.from({ length: 3000 }, (_, at) => ({ value: String(at), label: `Acte ${at} ${'long '.repeat(at % 30)}` })) };

  it('draws only the rows in view', async () => {
    const { press, options } = await open({ groups: () => [many] });
    await press('ArrowDown');
    expect(options().length).to.be.within(8, 40);
  });

  it('reaches the last one, drawn in view, and says which it is', async () => {
    const { press, active, popup, listbox } = await open({ groups: () => [many] });
    await press('ArrowDown', 'End');
    expect(active()).to.contain('Acte 2999');
    const row = listbox.querySelector('.active')!.getBoundingClientRect();
    const view = popup.getBoundingClientRect();
    expect(row.bottom).to.be.at.most(view.bottom + 1);
    expect(row.top).to.be.at.least(view.top);
    expect(listbox.querySelector('.active')!.getAttribute('aria-posinset')).to.equal('3000');
  });

  it('keeps the active option for the ear when the pointer scrolls away from it', async () => {
    const { press, listbox, active, options } = await open({ groups: () => [many] });
    await press('ArrowDown');
    listbox.scrollTop = 40_000;
    await waitUntil(() => !options().includes('Acte 1'));
    expect(active()).to.equal('Acte 0');
    expect(options().length).to.be.below(40);
  });

  it('shows every row without a hole while scrolling', async () => {
    const { press, listbox } = await open({ groups: () => [many] });
    await press('ArrowDown');
    for (const top of [500, 5_000, 60_000]) {
      listbox.scrollTop = top;
      await nextFrame();
      await nextFrame();
      const rows = [...listbox.querySelectorAll('[role=option]:not(.away)')].map((row) => row.getBoundingClientRect());
      const view = listbox.getBoundingClientRect();
      expect(Math.min(...rows.map((row) => row.top)), `from the top at ${top}`).to.be.at.most(view.top + 1);
      expect(Math.max(...rows.map((row) => row.bottom)), `to the bottom at ${top}`).to.be.at.least(view.bottom - 1);
    }
  });
});

describe('combobox: several choices', () => {
  it('stays open after a choice, marks what is chosen, and takes it back by the same gesture', async () => {
    const { host, press, expanded, listbox } = await open({ multiple: true });
    await press('ArrowDown', 'Enter', 'ArrowDown', 'Enter');
    expect([host.value, expanded()]).to.deep.equal([['abr', 'ban'], true]);
    expect(listbox.getAttribute('aria-multiselectable')).to.equal('true');
    expect(listbox.querySelectorAll('[aria-selected=true]').length).to.equal(2);
    await press('Enter');
    expect(host.value).to.deep.equal(['abr']);
  });

  it('adds what the text names with the button, and empties the text', async () => {
    const { host, type, input } = await open({ multiple: true });
    await type('cer');
    host.shadowRoot!.querySelector('button')!.click();
    await host.updateComplete;
    expect([host.value, input.value]).to.deep.equal([['cer'], '']);
  });

  it('adds the option walked to with the button', async () => {
    const { host, press } = await open({ multiple: true });
    await press('ArrowDown', 'ArrowDown');
    host.shadowRoot!.querySelector('button')!.click();
    await host.updateComplete;
    expect(host.value).to.deep.equal(['ban']);
  });

  it('shows the list when the button has nothing to add', async () => {
    const { host, expanded } = await open({ multiple: true });
    host.shadowRoot!.querySelector('button')!.click();
    await host.updateComplete;
    expect([host.value.length, expanded()]).to.deep.equal([0, true]);
  });

  it('keeps an unfinished search in the field when it is left', async () => {
    const { host, type, press, input } = await open({ multiple: true });
    await type('po');
    await press('Tab', 'Tab');
    expect([input.value, host.value.length]).to.deep.equal(['po', 0]);
  });
});
