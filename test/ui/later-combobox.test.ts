import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, nothing } from 'lit';
import { fr } from '../../src/i18n/fr.ts';
import { combobox } from '../../src/ui/combobox.ts';
import { comboboxStyles } from '../../src/ui/combobox.styles.ts';
import { fieldStyles } from '../../src/ui/field.styles.ts';
import { LaterCombobox } from '../../src/ui/later-combobox.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { waitUntil } from '../support/wait.ts';

const FRUITS = ['Abricot', 'Pêche', 'Poire', 'Pomme'];

class TestLater extends LitElement {
  static override styles = [tokens, fieldStyles, comboboxStyles];
  value = '';
  readonly log: string[] = [];
  asked = 0;
  /** Ends the loading that is under way. */
  answer: (there: boolean) => Promise<void> = () => Promise.resolve();

  readonly champ = new LaterCombobox(this, () => new Promise((resolve, reject) => {
    this.asked++;
    this.answer = async (there) => {
      if (there) resolve({ combobox });
      else reject(new Error('cut'));
      await new Promise((done) => { setTimeout(done); });
      await this.updateComplete;
    };
  }), () => this.log.push('en panne'));

  override render() {
    return html`<label for="fruit">Fruit</label><div @focusin=${this.champ.wanted}>${this.champ.render({
      control: { id: 'fruit', describedBy: nothing, errorMessage: nothing, invalid: nothing, required: nothing }, label: 'Fruit', text: this.value, chosen: new Set(), free: true,
      search: (text) => [{ id: 'tous', options: FRUITS.filter((name) => name.toLowerCase().startsWith(text.toLowerCase())).map((name) => ({ value: name, label: name })) }],
      words: fr.formulaire.liste, say: () => {}, onLeave: () => this.log.push('quitte'),
      onChoose: (value) => { this.log.push(`choisit ${value}`); }, onText: (text) => { this.log.push(`texte ${text}`); this.value = text; this.requestUpdate(); },
    })}</div><button id="after">Suite</button>`;
  }
}
customElements.define('test-later', TestLater);

async function open(): Promise<{ host: TestLater; input: HTMLInputElement; options: () => string[] }> {
  const host = await fixture<TestLater>(html`<test-later></test-later>`);
  const root = host.shadowRoot!;
  return { host, input: root.querySelector('input')!, options: () => [...root.querySelectorAll<HTMLElement>('[role=option]')].map((one) => one.innerText.trim()) };
}

describe('a combobox whose list comes when somebody comes to it', () => {
  it('is a closed combobox for the ear, and asks for nothing, until then', async () => {
    const { host, input } = await open();
    expect([input.getAttribute('role'), input.ariaExpanded, host.asked]).to.deep.equal(['combobox', 'false', 0]);
    await expect(host).to.be.accessible();
    input.focus();
    input.blur();
    input.focus();
    expect(host.asked).to.equal(1);
  });

  it('goes on from what was typed, in the same field, with the caret where it was', async () => {
    const { host, input, options } = await open();
    input.focus();
    await sendKeys({ type: 'po' });
    await sendKeys({ press: 'ArrowLeft' });
    await host.answer(true);
    expect(host.shadowRoot!.querySelector('input')).to.equal(input);
    expect(host.shadowRoot!.activeElement).to.equal(input);
    expect([input.value, input.selectionStart]).to.deep.equal(['po', 1]);
    await waitUntil(() => options().length === 2);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(host.log).to.deep.equal(['choisit Poire']);
  });

  it('does the key that asked for it, once it is there', async () => {
    const { host, input, options } = await open();
    input.focus();
    await sendKeys({ type: 'p' });
    await sendKeys({ press: 'ArrowDown' });
    await host.answer(true);
    await waitUntil(() => options().length === 3);
    await waitUntil(() => input.getAttribute('aria-activedescendant') === 'fruit-row-0');
  });

  it('opens at a press that came before', async () => {
    const { host, input, options } = await open();
    input.focus();
    input.click();
    await host.answer(true);
    await waitUntil(() => options().length === 4);
  });

  it('takes the text with Enter, and when the person leaves, without the list; and does not open then', async () => {
    const { host, input, options } = await open();
    input.focus();
    await sendKeys({ type: 'kiwi' });
    await sendKeys({ press: 'Enter' });
    expect(host.log).to.deep.equal(['texte kiwi']);
    await sendKeys({ type: 's' });
    await sendKeys({ press: 'Tab' });
    expect(host.log).to.deep.equal(['texte kiwi', 'texte kiwis', 'quitte']);
    await host.answer(true);
    expect([input.ariaExpanded, options().length, input.value]).to.deep.equal(['false', 0, 'kiwis']);
  });

  it('gives the text back with Escape', async () => {
    const { input, host } = await open();
    input.focus();
    await sendKeys({ type: 'kiwi' });
    await sendKeys({ press: 'Escape' });
    expect(input.value).to.equal('');
    await host.answer(true);
    expect(host.log).to.deep.equal([]);
  });

  it('stays a text field when the list does not come, says so once, and asks again with the next letter', async () => {
    const { host, input, options } = await open();
    input.focus();
    await sendKeys({ type: 'p' });
    await host.answer(false);
    expect([host.champ.failed, host.log, input.value]).to.deep.equal([true, ['en panne'], 'p']);
    await sendKeys({ type: 'o' });
    expect(host.asked).to.equal(2);
    await host.answer(false);
    expect(host.log).to.deep.equal(['en panne']);
    await sendKeys({ type: 'm' });
    await host.answer(true);
    await waitUntil(() => options().join() === 'Pomme');
    expect(host.champ.failed).to.equal(false);
  });
});
