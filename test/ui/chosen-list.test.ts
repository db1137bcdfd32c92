import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { fr } from '../../src/i18n/fr.ts';
import { buttonStyles } from '../../src/ui/button.styles.ts';
import { chosenList } from '../../src/ui/chosen-list.ts';
import { chosenListStyles } from '../../src/ui/chosen-list.styles.ts';
import { fieldStyles } from '../../src/ui/field.styles.ts';
import { tokens } from '../../src/ui/tokens.ts';

class TestChosenList extends LitElement {
  static override properties = { values: {}, list: {} };
  static override styles = [tokens, buttonStyles, fieldStyles, chosenListStyles];
  declare values: readonly string[];
  declare list: string;
  readonly said: string[] = [];

  constructor() {
    super();
    this.values = ['Alcoologie', 'Ergothérapie', 'Suivi'];
    this.list = 'activites';
  }

  override render() {
    return chosenList({
      id: this.list, title: 'Liste des activités', empty: 'Rien pour l’instant.', words: fr.formulaire.choisis, say: (message) => this.said.push(message),
      items: this.values.map((value) => ({ value, label: value, flag: value === 'Suivi' ? 'code inconnu' : undefined })),
      onChange: (values) => { this.values = values; },
    });
  }
}
customElements.define('test-chosen-list', TestChosenList);

async function open(values?: readonly string[]) {
  const host = await fixture<TestChosenList>(html`<test-chosen-list></test-chosen-list>`);
  if (values) host.values = values;
  await host.updateComplete;
  const root = host.shadowRoot!;
  const button = (name: string) => [...root.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent!).trim() === name);
  return {
    host, root, button,
    click: async (name: string) => {
      button(name)!.focus();
      await sendKeys({ press: 'Enter' });
      await host.updateComplete;
    },
    tick: async (name: string) => {
      [...root.querySelectorAll('label')].find((label) => label.textContent!.includes(name))!.querySelector('input')!.focus();
      await sendKeys({ press: 'Space' });
    },
    lines: () => [...root.querySelectorAll('li')].map((line) => line.querySelector('label')!.textContent!.replace('code inconnu', '').trim()),
    focused: () => (root.activeElement as HTMLElement | null)?.ariaLabel ?? root.activeElement?.textContent?.trim(),
  };
}

describe('the list of what has been chosen', () => {
  it('passes axe filled, ticked and empty', async () => {
    const { host, click } = await open();
    await expect(host).to.be.accessible();
    await click('Tout sélectionner');
    await expect(host).to.be.accessible();
    await click('Supprimer');
    await expect(host).to.be.accessible();
  });

  it('removes the ticked lines with « Supprimer », and says how many', async () => {
    const { host, tick, click, lines } = await open();
    await tick('Alcoologie');
    await tick('Suivi');
    await click('Supprimer');
    expect(lines()).to.deep.equal(['Ergothérapie']);
    expect(host.said.at(-1)).to.equal('2 lignes supprimées');
  });

  it('ticks every line with « Tout sélectionner », then none with the same button', async () => {
    const { root, click, button } = await open();
    await click('Tout sélectionner');
    expect(root.querySelectorAll(':checked').length).to.equal(3);
    await click('Tout désélectionner');
    expect(root.querySelectorAll(':checked').length).to.equal(0);
    expect(button('Supprimer')!.getAttribute('aria-disabled')).to.equal('true');
  });

  it('says what to do when « Supprimer » has nothing to remove, and removes nothing', async () => {
    const { host, click, lines } = await open();
    await click('Supprimer');
    expect(host.said).to.deep.equal(['Cochez d’abord les lignes à supprimer.']);
    expect(lines().length).to.equal(3);
  });

  it('removes one line with its own button, and goes to the next line', async () => {
    const { click, lines, focused } = await open();
    await click('Retirer Alcoologie');
    expect(lines()).to.deep.equal(['Ergothérapie', 'Suivi']);
    expect(focused()).to.equal('Retirer Ergothérapie');
  });

  it('goes to the way back when the last line is removed', async () => {
    const { click, focused } = await open(['Suivi']);
    await click('Retirer Suivi');
    expect(focused()).to.equal('Annuler la suppression');
  });

  it('takes a removal back, in the former order, with what was added since', async () => {
    const { host, click, lines } = await open();
    await click('Retirer Ergothérapie');
    host.values = [...host.values, 'Psychologie'];
    await host.updateComplete;
    await click('Annuler la suppression');
    expect(lines()).to.deep.equal(['Alcoologie', 'Ergothérapie', 'Suivi', 'Psychologie']);
  });

  it('shows what is odd about a line', async () => {
    const { root } = await open();
    expect(root.querySelectorAll('li')[2]!.textContent).to.contain('code inconnu');
  });

  it('forgets ticks and removals when it shows another list', async () => {
    const { host, click, tick, root, button } = await open();
    await tick('Ergothérapie');
    await click('Retirer Alcoologie');
    host.list = 'autre';
    host.values = ['Ergothérapie'];
    await host.updateComplete;
    expect(root.querySelectorAll(':checked').length).to.equal(0);
    expect(button('Annuler la suppression')).to.equal(undefined);
  });

  it('says that it is empty', async () => {
    const { host } = await open([]);
    expect(host.shadowRoot!.textContent).to.contain('Rien pour l’instant.');
  });
});
