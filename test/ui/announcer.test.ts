import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Announcer } from '../../src/ui/announcer.ts';
import { waitUntil } from '../support/wait.ts';

class TestAnnouncer extends LitElement {
  readonly announcer = new Announcer(this, 30);
  override render() {
    return this.announcer.render();
  }
}
customElements.define('test-announcer', TestAnnouncer);

async function open() {
  const host = await fixture<TestAnnouncer>(html`<test-announcer></test-announcer>`);
  const region = host.shadowRoot!.querySelector('[role=status]')!;
  const heard: string[] = [];
  new MutationObserver(() => { if (region.textContent) heard.push(region.textContent); }).observe(region, { childList: true, characterData: true, subtree: true });
  return { host, region, heard };
}

describe('Announcer', () => {
  it('is there, and empty, before it has anything to say', async () => {
    const { region } = await open();
    expect(region.textContent).to.equal('');
  });

  it('says only the last of what comes in one go', async () => {
    const { host, heard } = await open();
    for (const words of ['8 résultats', '3 résultats', '1 résultat']) host.announcer.say(words);
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['1 résultat']);
  });

  it('says the same words again', async () => {
    const { host, heard } = await open();
    host.announcer.say('Enregistré');
    await waitUntil(() => heard.length === 1);
    host.announcer.say('Enregistré');
    await waitUntil(() => heard.length === 2);
  });

  it('says nothing once its element is gone', async () => {
    const { host, region } = await open();
    const kept = host.announcer;
    kept.say('trop tard');
    host.remove();
    expect(region.textContent).to.equal('');
  });

  it('speaks inside the modal dialog that is open, as what is behind it is not heard', async () => {
    class DialogAnnouncer extends LitElement {
      readonly announcer = new Announcer(this, 10);
      override render() {
        return html`<dialog>${this.announcer.render()}</dialog>${this.announcer.render()}`;
      }
    }
    customElements.define('dialog-announcer', DialogAnnouncer);
    const host = await fixture<DialogAnnouncer>(html`<dialog-announcer></dialog-announcer>`);
    const dialog = host.shadowRoot!.querySelector('dialog')!;
    const [inside, outside] = host.shadowRoot!.querySelectorAll('[role=status]');
    dialog.showModal();
    host.announcer.say('Arrêté');
    await waitUntil(() => inside!.textContent === 'Arrêté');
    expect(outside!.textContent).to.equal('');
    dialog.close();
    host.announcer.say('3 résultats');
    await waitUntil(() => outside!.textContent === '3 résultats');
  });
});
