import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { css, html, LitElement } from 'lit';
import { estSituable, ouvrirCarte, type Carte, type OptionsDeCarte } from '../../src/ui/carte.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { waitUntil } from '../support/wait.ts';

class Hote extends LitElement {
  static override styles = [tokens, css`.place { block-size: 300px; inline-size: 400px; }`];
  protected override render() { return html`<div class="place"></div>`; }
}
customElements.define('test-carte', Hote);

const points = [
  { id: 'a', nom: 'EHPAD du Colibri', latitude: 48.85, longitude: 2.35, repere: '1' },
  { id: 'b', nom: '<img src=x onerror=alert(1)>', latitude: 48.9, longitude: 2.4, repere: '2' },
];

const opened = async (options: OptionsDeCarte): Promise<{ root: ShadowRoot; place: HTMLElement; carte: Carte }> => {
  const host = await fixture<Hote>(html`<test-carte></test-carte>`);
  const place = host.shadowRoot!.querySelector<HTMLElement>('.place')!;
  return { root: host.shadowRoot!, place, carte: await ouvrirCarte(place, options) };
};
const marks = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.carte-repere')];

describe('carte', () => {
  it('places the points on a page that allows no markup from strings, and writes a name as text', async () => {
    const { root } = await opened({ points });
    expect(marks(root).map((mark) => mark.ariaLabel)).to.deep.equal(points.map(({ nom, repere }) => `${repere}. ${nom}`));
    expect(root.querySelector('img')).to.equal(null);
    const [a, b] = marks(root).map((mark) => mark.getBoundingClientRect());
    expect(a!.left).to.be.lessThan(b!.left);
    expect(a!.top).to.be.greaterThan(b!.top);
    expect(getComputedStyle(marks(root)[0]!).position).to.equal('absolute');
  });

  it('says who drew the background, or that there is none, or that it does not answer', async () => {
    const { root, carte } = await opened({ points });
    const note = () => root.querySelector('.carte-note')!.textContent;
    expect(note()).to.contain('Sans fond de carte');
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    carte.update({ points, tuiles: { url: pixel, attribution: '© IGN' } });
    expect(note()).to.equal('© IGN');
    await waitUntil(() => root.querySelector('img.leaflet-tile-loaded'));
    carte.update({ points, tuiles: { url: 'data:image/png,{z}{x}{y}', attribution: '© IGN' } });
    await waitUntil(() => note()!.includes('ne répond pas'));
  });

  it('shows where distances are measured from, as no choice, and how long a kilometre is', async () => {
    const { root, carte } = await opened({ points, depart: { nom: 'Créteil', latitude: 48.78, longitude: 2.45 } });
    const ring = root.querySelector<HTMLElement>('.carte-depart')!;
    expect([ring.role, ring.ariaLabel, ring.tabIndex]).to.deep.equal(['img', 'Point de départ : Créteil', -1]);
    expect(marks(root)).to.have.length(2);
    const fond = root.querySelector('.carte')!.getBoundingClientRect();
    expect(ring.getBoundingClientRect().bottom, 'within the view').to.be.at.most(fond.bottom);
    const scale = root.querySelector<HTMLElement>('.carte-echelle')!;
    expect(scale.textContent).to.match(/^(?:1|2|5|10|20|50)0?\s(?:m|km)$/);
    expect(scale.offsetWidth).to.be.within(20, 101);
    carte.update({ points });
    expect(root.querySelector('.carte-depart')).to.equal(null);
  });

  it('tells which place was chosen, by the pointer or by the keyboard, with one stop for the tabulation', async () => {
    const chosen: string[] = [];
    const { root } = await opened({ points, onChoisir: (id) => chosen.push(id) });
    marks(root)[1]!.click();
    expect(marks(root).map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1]);
    marks(root)[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(root.activeElement).to.equal(marks(root)[1]);
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal(['b', 'b']);
  });

  it('marks the chosen one, follows other points, and leaves nothing behind', async () => {
    const { root, place, carte } = await opened({ points, choisi: 'b' });
    expect(marks(root).map((mark) => mark.hasAttribute('data-choisi'))).to.deep.equal([false, true]);
    carte.update({ points: [{ ...points[0]!, nom: 'Autre nom' }] });
    expect(marks(root).map((mark) => mark.title)).to.deep.equal(['Autre nom']);
    carte.close();
    expect(place.childElementCount).to.equal(0);
  });

  it('tells where the person moved to, and nothing when the page moves it', async () => {
    const views: number[] = [];
    const { root } = await opened({ points, onDeplacer: ({ nord, sud }) => views.push(nord - sud) });
    expect(views).to.have.length(0);
    [...root.querySelectorAll('button')].find(({ ariaLabel }) => ariaLabel === 'Zoomer')!.click();
    await waitUntil(() => views.length === 1);
  });

  it('passes axe', async () => {
    const { root } = await opened({ points, choisi: 'a' });
    await expect(root.host).to.be.accessible();
  });

  for (const [latitude, longitude, can] of [[48.8, 2.3, true], [0, 0, false], [91, 2, false], ['48', '2', false], [undefined, 2, false], [Number.NaN, 2, false]] as const) {
    it(`${can ? 'can' : 'cannot'} place ${String(latitude)}, ${String(longitude)}`, () => { expect(estSituable(latitude, longitude)).to.equal(can); });
  }
});
