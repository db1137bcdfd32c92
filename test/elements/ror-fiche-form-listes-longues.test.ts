import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { Longues } from '../../src/elements/ror-fiche-form/kinds/code-port.ts';
import { ListsController } from '../../src/elements/ror-fiche-form/lists-controller.ts';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import { comboboxStyles } from '../../src/ui/combobox.styles.ts';
import { uniteHebergement } from '../../stories/ror-fiche-form.ts';
import '../../src/elements/ror-fiche-form/define.ts';
import { waitUntil } from '../support/wait.ts';

/** Answers of the network to the file of the long lists, in order; the last one stays. */
let answers: readonly (() => Promise<Longues>)[] = [];
let asked = 0;
const file = (): Promise<Longues> => import('../../src/elements/ror-fiche-form/kinds/longues.ts');
const cut = (): Promise<Longues> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

class Host extends LitElement {
  readonly lists = new ListsController(this, {
    surround: () => undefined, wanted: () => ['J198'], arrived: () => false,
    longues: () => answers[Math.min(asked++, answers.length - 1)]!(),
  });

  protected override willUpdate(): void { this.lists.want(officialSource, ['J198']); }
  protected override render() { return html`<p>${this.lists.failed ? 'failed' : this.lists.lists ? 'there' : 'waiting'}</p>`; }
}
customElements.define('test-long-lists', Host);

async function host(...given: typeof answers) {
  answers = given;
  asked = 0;
  const element = await fixture<Host>(html`<test-long-lists></test-long-lists>`);
  const text = (): string => element.shadowRoot!.textContent!.trim();
  return { element, text, comes: (wanted: string) => waitUntil(() => text() === wanted, `shows ${wanted}`) };
}

describe('what searches a long list', () => {
  it('comes with the first lists, and its styles with it', async () => {
    const { element, comes } = await host(file);
    expect(element.lists.longues).to.equal(undefined);
    await comes('there');
    expect(element.lists.longues).to.equal(await file());
    expect(element.shadowRoot!.adoptedStyleSheets).to.include(comboboxStyles.styleSheet);
  });

  it('is waited for: no list is shown without it', async () => {
    let arrive: () => void = () => undefined;
    const { element, text, comes } = await host(() => new Promise<void>((resolve) => { arrive = resolve; }).then(file));
    await officialSource.valueSet('J198');
    await element.updateComplete;
    expect([text(), element.lists.lists]).to.deep.equal(['waiting', undefined]);
    arrive();
    await comes('there');
  });

  it('can fail to come: that is said, nothing is asked again by itself, and « Réessayer » brings it', async () => {
    const { element, comes } = await host(cut, file);
    await comes('failed');
    element.requestUpdate();
    await element.updateComplete;
    expect(asked).to.equal(1);
    element.lists.retry();
    await comes('there');
    expect(asked).to.equal(2);
    expect(element.lists.longues).to.equal(await file());
  });

  it('is asked for once, whatever lists come later', async () => {
    const { element, comes } = await host(file);
    await comes('there');
    element.lists.want(officialSource, ['J198', 'J202']);
    await waitUntil(() => element.lists.lists?.nomenclature.has('J202'), 'the second list is there');
    expect(asked).to.equal(1);
  });
});

describe('a form with long lists', () => {
  it('is never shown with a field that another one would take the place of', async () => {
    const form = await fixture<RorFicheForm>(html`<ror-fiche-form drafts="off" guard="off" .fiche=${uniteHebergement}></ror-fiche-form>`);
    const root = form.shadowRoot!;
    await waitUntil(() => root.querySelector('section.card'), 'the form is shown');
    const boxes = root.querySelectorAll('[role=combobox]');
    expect(boxes).to.have.length.greaterThan(0);
    await form.updateComplete;
    for (const box of boxes) expect(box.isConnected).to.equal(true);
  });
});
