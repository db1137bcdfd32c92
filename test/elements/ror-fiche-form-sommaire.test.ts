import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import * as stories from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

const bare = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

async function ouvre(story: Parameters<typeof formulaire>[0]) {
  const page = await formulaire(story);
  const nav = () => page.root.querySelector<HTMLElement>('nav.sommaire')!;
  const links = () => [...nav().querySelectorAll('a')];
  const lines = () => links().map((link) => bare(link.textContent));
  return { ...page, nav, links, lines, drawn: () => waitUntil(() => links().length > 0, 'the list of sections is drawn') };
}

describe('ror-fiche-form: the sommaire', () => {
  before(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('lists the sections, each with what it lacks, as links that lead to them', async () => {
    const { form, root, nav, links, lines, drawn } = await ouvre(stories.UniteRemplie);
    await drawn();
    const titles = [...root.querySelectorAll('section.card > .heading')].map((heading) => bare(heading.textContent));
    expect(lines().map((line) => line.replace(/ (\d+ à compléter|rien ne manque)$/, ''))).to.deep.equal(titles);
    expect(lines().every((line) => /(à compléter|rien ne manque)$/.test(line))).to.equal(true);
    expect(nav().ariaLabel).to.equal('Sommaire de la fiche');
    expect(getComputedStyle(nav()).display).to.equal('block');
    await expect(form).to.be.accessible();
    const before = location.href;
    links().at(-1)!.click();
    expect(bare(root.activeElement?.textContent)).to.equal(titles.at(-1));
    expect(location.href).to.equal(before);
  });

  it('counts again once a field is left, and never while typing in it', async () => {
    const { lines, drawn, champ, presse } = await ouvre(stories.UniteRemplie);
    await drawn();
    const first = () => lines()[0]!;
    expect(first()).to.contain('rien ne manque');
    const nom = champ('Nom') as HTMLInputElement;
    nom.focus();
    nom.select();
    await presse('Backspace', 'Tab');

    await waitUntil(() => first().includes('1 à compléter'), 'what is missing is counted');
  });

  it('is not there for a block alone, and counts nothing in a fiche that is read', async () => {
    const { form, nav, lines, drawn } = await ouvre(stories.UniteRemplie);
    await drawn();
    form.readonly = true;
    await form.updateComplete;
    await waitUntil(() => !lines().some((line) => /à compléter|rien ne manque/.test(line)), 'no count in a fiche that is read');
    form.readonly = false;
    form.bloc = 'identification';
    await form.updateComplete;
    await waitUntil(() => nav().hidden, 'one section needs no list');
  });

  it('leaves its place to the form in a narrow column', async () => {
    const { nav, top, drawn } = await ouvre(stories.UniteRemplie);
    await drawn();
    top.style.inlineSize = '40rem';
    expect(getComputedStyle(nav()).display).to.equal('none');
  });
});
