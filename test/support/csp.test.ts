import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { takeViolations } from './csp.ts';

@customElement('test-compteur')
class TestCompteur extends LitElement {
  static override styles = css`button { color: #000; background: #fff }`;
  @property({ type: Number }) valeur = 0;
  override render() {
    return html`<button @click=${() => { this.valeur += 1; }}>Compter</button><p role="status">${this.valeur}</p>`;
  }
}

describe('the test page', () => {
  it('shows an element, passes axe and takes real keys without a violation', async () => {
    const element = await fixture<TestCompteur>(html`<test-compteur></test-compteur>`);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('1');
    expect(element.shadowRoot && getComputedStyle(element.shadowRoot.querySelector('button') as HTMLElement).color).to.equal('rgb(0, 0, 0)');
    expect(await takeViolations()).to.deep.equal([]);
  });

  it('speaks French', () => {
    expect(new Intl.NumberFormat().format(1.5)).to.equal('1,5');
  });
});

describe('the listener for violations', () => {
  const mischief: [string, string, () => unknown][] = [
    ['an inline style', 'style-src-attr', () => fixture(html`<p style="color: red"></p>`)],
    ['a style element', 'style-src-elem', () => { const style = document.createElement('style'); style.textContent = 'p { color: red }'; document.head.append(style); style.remove(); }],
    ['a string given to innerHTML', 'require-trusted-types-for', () => { try { document.createElement('div').innerHTML = '<p>'; } catch { /* refused, as it must be */ } }],
    ['eval', 'require-trusted-types-for', () => { try { (0, eval)('1'); } catch { /* refused, as it must be */ } }],
    ['a second Trusted Types policy', 'trusted-types', () => { try { (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy('other', {}); } catch { /* refused, as it must be */ } }],
    ['a request to another host', 'connect-src', () => fetch('https://example.invalid/').catch(() => undefined)],
  ];
  for (const [title, directive, act] of mischief) it(`sees ${title}`, async () => {
    await act();
    await nextFrame();
    expect((await takeViolations()).map((v) => v.directive)).to.include(directive);
  });
});
