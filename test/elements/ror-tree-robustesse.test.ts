import { expect, fixture, html } from '@open-wc/testing';
import { RorClientError } from '../../src/client/errors.ts';
import type { NoeudArbre } from '../../src/elements/ror-tree/types.ts';
import { page } from '../../stories/data/repertoire.ts';
import '../../stories/ror-tree.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { heard, TreeReader } from '../support/tree.ts';

const ACTIONS = [{ id: 'ouvrir', libelle: 'Ouvrir' }];

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>&lt;b&gt; ${1} {{x}}';
const ARABE = 'مركز الرعاية (باريس) 12';
const HEBREU_MELE = 'EHPAD בית אבות – site 2';
/** An override of direction that is never closed: it must not turn round what follows. */
const RETOURNE = 'Unité ‮txet esrever';
/** Marks above marks: they must not be drawn over the rows around. */
const EMPILE = `Zalgo ${'a'.concat('\u030d\u0310\u0352'.repeat(40))}`;
const NOMS = [MARKUP, ARABE, HEBREU_MELE, RETOURNE, EMPILE, `Deux\nlignes\tet\u0000 un   blanc`];

const noeudsDe = (noms: readonly string[]): NoeudArbre[] => [
  ...noms.map((nom, i): NoeudArbre => ({ id: `n${i}`, code: 'EG', nom, mention: 'à Créteil', etat: 'verte', actions: ACTIONS })),
  { id: 'fin', code: 'UO', nom: 'Zone sûre' },
];

const fiche = (id: string, nom: string, nombreEnfants = 0, type: 'EG' | 'DF' = 'EG') => ({ id, type, nom, nombreEnfants, domaines: [], actions: [] });
const part = (row: HTMLElement, name: string): HTMLElement => row.querySelector<HTMLElement>(`[part="${name}"]`)!;

describe('ror-tree, names that are not what one expects', () => {
  for (const [mode, windowFrom] of [['all in the page', 1_500], ['drawn as one scrolls', 2]] as const) {
    it(`shows them as they are, each on its row, which stays usable (${mode})`, async () => {
      const title = document.title;
      const reader = await TreeReader.open(html`<ror-tree label="Essai" window-from=${windowFrom} .noeuds=${noeudsDe(NOMS)}></ror-tree>`);
      expect(reader.rows.length).to.equal(NOMS.length + 1);
      expect(reader.tree.shadowRoot!.querySelectorAll('img, script, [role="treeitem"] b').length).to.equal(0);
      for (const [i, nom] of NOMS.entries()) {
        const row = reader.rows[i]!;
        expect(part(row, 'name').textContent).to.equal(nom);
        // Whatever the direction of the name, its code stays before it and the mention after it.
        const [code, name, mention] = [part(row, 'code'), part(row, 'name'), row.querySelector('.mention')!].map((each) => each.getClientRects()[0]!);
        expect(code!.right, nom).to.be.at.most(name!.left + 1);
        expect(mention!.left, nom).to.be.at.least(name!.left);
        await reader.click(part(row, 'name'));
        expect(reader.tree.selection).to.equal(`n${i}`);
        await reader.press('Shift+F10');
        expect(reader.entries).to.deep.equal(['Ouvrir']);
        expect(reader.menu!.ariaLabel).to.equal(`Actions de ${nom}`);
        const actions = heard(reader.tree, 'ror-node-action');
        await reader.press('Enter');
        expect(actions.map(({ detail }) => detail.id)).to.deep.equal([`n${i}`]);
      }
      expect(document.title).to.equal(title);
      await expect(reader.tree).to.be.accessible();
    });
  }

  it('finds names written from right to left by their first letters', async () => {
    const reader = await TreeReader.open(html`<ror-tree .noeuds=${noeudsDe([ARABE, HEBREU_MELE])}></ror-tree>`);
    await reader.focus('Zone');
    // The keyboard of the test has no Arabic keys.
    for (const key of 'مر') reader.tree.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await reader.settle();
    expect(reader.focused).to.contain(ARABE);
  });

  it('gives a row of a long tree its one line, whatever the length of its name, and a button that names it by its beginning', async () => {
    const nom = `Unité ${'sans-fin '.repeat(1_200)}`;
    const page = await fixture<HTMLElement>(html`<div><ror-tree window-from="2" .noeuds=${noeudsDe([nom, 'Courte', `A${'a'.repeat(10_000)}`])}></ror-tree></div>`);
    page.style.width = '320px';
    const reader = new TreeReader(page.querySelector('ror-tree')!);
    await reader.settle();
    const heights = new Set(reader.rows.map((row) => Math.round(row.getBoundingClientRect().height)));
    expect(heights.size).to.equal(1);
    expect(page.scrollWidth).to.equal(320);
    await reader.focus('Unité');
    expect(page.scrollWidth).to.equal(320);
    expect(reader.button!.innerText.length).to.be.below(400);
    await reader.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(reader.focused).to.equal('UO Zone sûre');
  });

  it('shows a row without a name or a code rather than nothing', async () => {
    const reader = await TreeReader.open(html`<ror-tree .noeuds=${[{ id: 'a' }, { id: 'b', code: 7, nom: { toString: () => 'x' } }, { id: 'c', code: 'EG', nom: 'Connue' }] as unknown as NoeudArbre[]}></ror-tree>`);
    expect(reader.rows.length).to.equal(3);
    await reader.focus('Connue');
    await reader.press('ArrowUp', 'ArrowUp');
    expect(reader.stop.length).to.equal(1);
  });
});

describe('ror-tree, nodes that hold themselves or come twice', () => {
  it('shows each identifier on one row, opens what can be, and tells the host once', async () => {
    const warnings: unknown[][] = [];
    const warn = console.warn;
    console.warn = (...args: unknown[]) => { warnings.push(args); };
    try {
      const enfants: NoeudArbre[] = [];
      const boucle: NoeudArbre = { id: 'a', code: 'EG', nom: 'Serpent', enfants };
      enfants.push({ id: 'b', code: 'P', nom: 'Queue', enfants: [boucle, { id: 'c', code: 'UO', nom: 'Unité' }] });
      const reader = await TreeReader.open(html`<ror-tree .noeuds=${[boucle, { id: 'c', code: 'UO', nom: 'Encore' }, { id: 'd', code: 'UO', nom: 'Autre' }] as NoeudArbre[]}></ror-tree>`);
      await reader.focus('Serpent');
      await reader.press('ArrowRight', 'ArrowRight', 'ArrowRight');
      expect(reader.outline).to.deep.equal(['v EG Serpent', '  v P Queue', '    · UO Unité', '· UO Autre']);
      await reader.press('End');
      expect(reader.focused).to.equal('UO Autre');
      await reader.press('ArrowUp', 'ArrowUp');
      expect(reader.focused).to.equal('P Queue');
      reader.tree.expandAll = true;
      await reader.settle();
      expect(reader.names).to.deep.equal(['EG Serpent', 'P Queue', 'UO Unité', 'UO Autre']);
      expect(warnings.length).to.equal(1);
    } finally {
      console.warn = warn;
    }
  });

  it('answers of a server that place a node below itself change nothing of what holds it', async () => {
    const { client } = fakeClient((_, input: { parentId?: string }) => (input.parentId === 'df-78' ? { noeuds: [fiche('df-78', 'Yvelines', 1, 'DF'), fiche('eg-x', 'Dessous')], suite: null } : page(input)));
    const reader = await TreeReader.open(html`<ror-tree bare .client=${client}></ror-tree>`);
    await reader.focus('Yvelines');
    expect(reader.names.filter((name) => name.includes('Yvelines')).length).to.equal(1);
    expect(reader.names).to.include('EG Dessous');
  });
});

describe('ror-tree, a first page that never comes', () => {
  it('says that it is waiting, with a way to give up, then to try again', async () => {
    let silent = true;
    const { client, sent } = fakeClient((_, input: { parentId?: string }) => (silent ? new Promise(() => {}) : page(input)));
    const reader = await TreeReader.open(html`<ror-tree bare .client=${client}></ror-tree>`);
    expect(reader.text).to.contain('Chargement en cours');
    const button = (name: string) => [...reader.tree.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent === name)!;
    await reader.click(button('Annuler'));
    expect(sent.at(-1)!.signal!.aborted).to.equal(true);
    expect(reader.text).to.contain('Le chargement a été interrompu.');
    silent = false;
    await reader.click(button('Réessayer'));
    expect(reader.names).to.include('DF Yvelines');
  });
});

describe('ror-tree, a node that vanished', () => {
  it('says so where it was opened; trying again takes it away, and the person stands on what held it', async () => {
    let gone = false;
    const { client } = fakeClient((_, input: { parentId?: string }) => {
      if (input.parentId === 'eg-cpts') throw new RorClientError('missing', 'gone');
      if (input.parentId === 'df-78') return { noeuds: [...(gone ? [] : [fiche('eg-cpts', 'CPTS Grand Versailles', 2)]), fiche('eg-y', 'Restée')], suite: null };
      return page(input);
    });
    const reader = await TreeReader.open(html`<ror-tree bare .client=${client}></ror-tree>`);
    await reader.focus('Yvelines');
    await reader.focus('CPTS');
    await reader.press('ArrowRight');
    gone = true;
    expect(reader.names.some((name) => name.includes('Cette structure n’existe plus ou ne vous est pas ouverte.'))).to.equal(true);
    expect(reader.names).to.include('EG Restée');
    await reader.press('ArrowDown', 'Enter');
    await reader.settle();
    expect(reader.names.some((name) => name.includes('CPTS') || name.includes('n’existe plus'))).to.equal(false);
    expect(reader.focused).to.equal('DF Yvelines');
    await reader.press('ArrowDown');
    expect(reader.focused).to.equal('EG Restée');
  });
});
