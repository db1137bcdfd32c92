import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { a11ySnapshot, sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { RorClientError } from '../../src/client/errors.ts';
import { defineElement } from '../../src/elements/define-element.ts';
import type { RorTree } from '../../src/elements/ror-tree/ror-tree.ts';
import type { NoeudArbre } from '../../src/elements/ror-tree/types.ts';
import { clientOf, DOSSIER, page } from '../../stories/data/repertoire.ts';
import * as stories from '../../stories/ror-tree.ts';
import { deferred } from '../support/fake-host.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { heard, TreeReader } from '../support/tree.ts';
import { waitUntil } from '../support/wait.ts';

type Page = ReturnType<typeof page>;
const { default: _meta, ...situations } = stories;
const open = (story: { render: () => TemplateResult }) => TreeReader.open(story.render());

/** Two levels closed, a leaf between. */
const NOEUDS: readonly NoeudArbre[] = [
  { id: 'a', code: 'EG', nom: 'Alpha', actions: [{ id: 'ouvrir', libelle: 'Ouvrir' }, { id: 'copier', libelle: 'Dupliquer' }, { id: 'oter', libelle: 'Supprimer' }] },
  { id: 'a1', parentId: 'a', code: 'P', nom: 'Pôle un' },
  { id: 'a11', parentId: 'a1', code: 'UO', nom: 'Unité' },
  { id: 'a2', parentId: 'a', code: 'P', nom: 'Pôle deux' },
  { id: 'b', code: 'EG', nom: 'Béta' },
  { id: 'c', code: 'EG', nom: 'Gamma' },
  { id: 'c1', parentId: 'c', code: 'UO', nom: 'Unité de Gamma' },
];
const list = (more: { expanded?: readonly string[]; selection?: string } = {}) =>
  TreeReader.open(html`<ror-tree label="Essai" .noeuds=${NOEUDS} .expanded=${more.expanded ?? []} .selection=${more.selection ?? null}></ror-tree>`);

describe('ror-tree, every story', () => {
  for (const [name, story] of Object.entries(situations)) {
    it(`${name}: axe finds nothing, and no row has a button inside`, async () => {
      const reader = await open(story);
      await expect(reader.tree).to.be.accessible();
      expect(reader.tree.shadowRoot!.querySelectorAll('[role="treeitem"] :is(button, a, input, [tabindex])').length).to.equal(0);
    });
  }

  it('Etroit: nothing goes beyond the width of a telephone, and names are not cut', async () => {
    const page = await fixture<HTMLElement>(html`<div>${stories.NomsLongs.render()}</div>`);
    page.style.width = '320px';
    const reader = new TreeReader(page.querySelector('ror-tree')!);
    await reader.settle();
    expect(page.scrollWidth).to.equal(320);
    for (const row of reader.rows) expect(row.scrollWidth, row.innerText).to.be.at.most(row.clientWidth);
    expect(getComputedStyle(reader.row('Unité Accueil').querySelector('[part="name"]')!).textOverflow).to.equal('clip');
    await expect(reader.tree).to.be.accessible();
  });

  it('what is pressed by mouse or touch is at least 24 pixels', async () => {
    const reader = await open(stories.Dossier);
    for (const target of reader.tree.shadowRoot!.querySelectorAll('[data-do], [part="toolbar"] button')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(23.9);
    }
  });
});

describe('ror-tree, what it says', () => {
  it('is a tree of rows with level, rank, size, open or closed, selected', async () => {
    const reader = await list({ expanded: ['a'], selection: 'a2' });
    expect(reader.rows.map((row) => [row.ariaLevel, row.ariaPosInSet, row.ariaSetSize, row.ariaExpanded, row.ariaSelected])).to.deep.equal([
      ['1', '1', '3', 'true', 'false'],
      ['2', '1', '2', 'false', 'false'],
      ['2', '2', '2', null, 'true'],
      ['1', '2', '3', null, 'false'],
      ['1', '3', '3', 'false', 'false'],
    ]);
  });

  it('names each row by its code, its name and its state in words', async () => {
    const reader = await open(stories.Dossier);
    interface Node { role: string; name?: string; children?: Node[] }
    const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
    const all = flat(await a11ySnapshot({}) as unknown as Node);
    const named = (role: string) => all.filter((node) => node.role === role).map((node) => node.name?.replace(/\s+/g, ' ').trim());
    expect(named('tree')).to.include('Arborescence du dossier');
    expect(named('treeitem')).to.include('EG CH Sainte-Claire 7 fiches finalisée');
    expect(named('treeitem')).to.include('UO Unité sans nom à compléter');
    expect(named('button')).to.deep.equal(['Actions de Unité sans nom']);
    expect(reader.row('Neurologie').querySelector('[part="code"]')!.getAttribute('title')).to.equal('Service');
  });

  it('says « décrite » or « à décrire » of published structures', async () => {
    const reader = await open(stories.RepertoireOuvert);
    expect(reader.row('EHPAD TEST').textContent).to.contain('à décrire');
    expect(reader.row('CPTS Grand Versailles').textContent).to.contain('décrite');
    expect(reader.row('DF Paris').textContent).not.to.contain('décri');
  });

  it('shows names that look like markup as they are', async () => {
    const reader = await open(stories.NomsLongs);
    expect(reader.row('<img src=x').querySelector('img')).to.equal(null);
    expect(reader.names.at(-1)).to.contain('<img src=x onerror=alert(1)> & « guillemets »');
  });

  it('shows the beginning of a name of 10,000 characters, which neither widens the page nor grows its row without end', async () => {
    const nom = `Unité ${'très'.repeat(2_500)}`;
    const page = await fixture<HTMLElement>(html`<div><ror-tree label="Essai" .noeuds=${[{ id: 'a', code: 'EG', nom, mention: nom }, { id: 'b', code: 'EG', nom: 'Béta' }]}></ror-tree></div>`);
    page.style.width = '320px';
    const reader = new TreeReader(page.querySelector('ror-tree')!);
    await reader.settle();
    expect(page.scrollWidth).to.equal(320);
    const [row] = reader.rows;
    expect(row!.scrollWidth).to.be.at.most(row!.clientWidth);
    expect(row!.getBoundingClientRect().height).to.be.below(800);
    const shown = row!.querySelector('[part="name"]')!.textContent;
    expect([shown.length < 400, shown.startsWith('Unité très'), shown.endsWith('…')]).to.deep.equal([true, true, true]);
    await reader.focus('Unité');
    await reader.press('ArrowDown');
    expect(reader.focused).to.equal('EG Béta');
    await expect(reader.tree).to.be.accessible();
  });

  it('tells the action menu once, when the tree first has the focus', async () => {
    const reader = await open(stories.Dossier);
    await reader.focus('Neurologie');
    await waitUntil(() => reader.status !== '', 'the menu was not announced');
    expect(reader.status).to.contain('Menu d’actions disponible');
    const other = await open(stories.Dossier);
    await other.focus('Neurologie');
    await aTimeout(700);
    expect(other.status).to.equal('');
  });
});

describe('ror-tree, keyboard', () => {
  it('brings Tab back to the selected row, wherever the person had walked before leaving', async () => {
    const after = document.createElement('button');
    const tree = await TreeReader.open(stories.Dossier.render());
    tree.tree.after(after);
    const [selected] = tree.stop;
    tree.row(selected!).focus();
    await tree.press('Home');
    expect(tree.stop).not.to.deep.equal([selected]);
    after.focus();
    await tree.settle();
    expect(tree.stop).to.deep.equal([selected]);
    after.remove();
  });

  it('has one stop for Tab, on the selected row or else on the first', async () => {
    expect((await list()).stop).to.deep.equal(['EG Alpha']);
    expect((await list({ expanded: ['a'], selection: 'a2' })).stop).to.deep.equal(['P Pôle deux']);
    fixtureCleanup();
    const reader = await list();
    await reader.press('Tab', 'Tab');
    expect(reader.focused, 'after the button').to.equal('EG Alpha');
    await reader.press('Tab');
    expect(reader.focused).to.equal(undefined);
  });

  it('moves by arrows, Home and End, over visible rows only, and stays at the ends', async () => {
    const reader = await list();
    await reader.focus('Alpha');
    await reader.press('ArrowDown');
    expect(reader.focused).to.equal('EG Béta');
    expect(reader.stop).to.deep.equal(['EG Béta']);
    await reader.press('End', 'ArrowDown');
    expect(reader.focused).to.equal('EG Gamma');
    await reader.press('Home', 'ArrowUp');
    expect(reader.focused).to.equal('EG Alpha');
  });

  it('opens with the right arrow, then goes in; closes with the left one, then goes out', async () => {
    const reader = await list();
    await reader.focus('Alpha');
    await reader.press('ArrowRight');
    expect(reader.outline).to.deep.equal(['v EG Alpha', '  > P Pôle un', '  · P Pôle deux', '· EG Béta', '> EG Gamma']);
    expect(reader.focused).to.equal('EG Alpha');
    await reader.press('ArrowRight');
    expect(reader.focused).to.equal('P Pôle un');
    await reader.press('ArrowLeft');
    expect(reader.focused).to.equal('EG Alpha');
    await reader.press('ArrowLeft');
    expect(reader.outline).to.deep.equal(['> EG Alpha', '· EG Béta', '> EG Gamma']);
    await reader.press('ArrowLeft');
    expect(reader.focused).to.equal('EG Alpha');
  });

  it('swaps left and right in a page written from right to left', async () => {
    const reader = await TreeReader.open(html`<div dir="rtl"><ror-tree .noeuds=${NOEUDS}></ror-tree></div>`);
    await reader.focus('Alpha');
    await reader.press('ArrowLeft', 'ArrowLeft');
    expect(reader.focused).to.equal('P Pôle un');
    await reader.press('ArrowRight', 'ArrowRight');
    expect(reader.outline[0]).to.equal('> EG Alpha');
  });

  for (const key of ['Enter', 'Space']) {
    it(`selects with ${key}, and says so once`, async () => {
      const reader = await list();
      await reader.focus('Béta');
      const events = heard(reader.tree, 'ror-selection-change');
      await reader.press('ArrowDown', key, key);
      expect(reader.selected).to.deep.equal(['EG Gamma']);
      expect(reader.tree.selection).to.equal('c');
      expect(events.map(({ detail }) => detail)).to.deep.equal([{ id: 'c', noeud: NOEUDS[5] }]);
    });
  }

  it('opens all siblings with *', async () => {
    const reader = await list();
    await reader.focus('Béta');
    await reader.press('*');
    expect(reader.outline).to.deep.equal(['v EG Alpha', '  > P Pôle un', '  · P Pôle deux', '· EG Béta', 'v EG Gamma', '  · UO Unité de Gamma']);
    expect(reader.focused).to.equal('EG Béta');
  });

  it('goes to the row whose name begins with what is typed, accents or not', async () => {
    const reader = await list({ expanded: ['a', 'c'] });
    await reader.focus('Alpha');
    await reader.press('b', 'e', 't');
    expect(reader.focused).to.equal('EG Béta');
    await aTimeout(850);
    await reader.press('p', 'o', 'l', 'e', ' ', 'd');
    expect(reader.focused).to.equal('P Pôle deux');
    expect(reader.selected).to.deep.equal(['EG Alpha']);
  });

  it('goes on from a row that a screen reader has put the focus on', async () => {
    const reader = await list();
    reader.row('Béta').focus();
    await reader.settle();
    expect(reader.stop).to.deep.equal(['EG Béta']);
    expect(reader.button!.textContent).to.contain('Actions de Béta');
  });

  it('leaves the keys of the browser to the browser', async () => {
    const reader = await list();
    await reader.focus('Alpha');
    for (const init of [{ key: 'f', ctrlKey: true }, { key: 'Tab' }, { key: 'F5' }, { key: 'ArrowDown', altKey: true }]) {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true, cancelable: true });
      reader.row('Alpha').dispatchEvent(event);
      expect(event.defaultPrevented, JSON.stringify(init)).to.equal(false);
    }
  });
});

describe('ror-tree, mouse', () => {
  it('opens by the arrow without selecting, selects by the name without opening', async () => {
    const reader = await list();
    const selections = heard(reader.tree, 'ror-selection-change');
    await reader.click(reader.arrow('Alpha', 'toggle'));
    expect(reader.outline[0]).to.equal('v EG Alpha');
    expect(selections.length).to.equal(0);
    await reader.click(reader.row('Gamma').querySelector('[part="name"]')!);
    expect(reader.outline.at(-1)).to.equal('> EG Gamma');
    expect(reader.selected).to.deep.equal(['EG Gamma']);
  });

  it('opens a row that only groups, and never selects it', async () => {
    const reader = await open(stories.Repertoire);
    const selections = heard(reader.tree, 'ror-selection-change');
    await reader.click(reader.row('Yvelines'));
    expect(reader.outline).to.include('  > EG CPTS Grand Versailles décrite');
    await reader.press('Enter');
    expect(reader.outline).to.not.include('  > EG CPTS Grand Versailles décrite');
    await reader.click(reader.row('Val-d’Oise'));
    expect(selections.length).to.equal(0);
    expect(reader.row('Yvelines').hasAttribute('aria-selected')).to.equal(false);
  });
});

describe('ror-tree, action menu', () => {
  const keys: readonly (readonly [string, () => Promise<void>])[] = [
    ['Shift+F10', () => pressed('F10', { shiftKey: true })],
    ['the menu key', () => pressed('ContextMenu')],
    ['Alt+Enter', () => pressed('Enter', { altKey: true })],
  ];
  let reader: TreeReader;
  /** Chords that the runner would keep for itself. */
  async function pressed(key: string, more: KeyboardEventInit = {}): Promise<void> {
    reader.tree.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));
    await reader.settle();
  }

  for (const [name, press] of keys) {
    it(`opens with ${name}, moves by arrows, and chooses with Enter`, async () => {
      reader = await list();
      const actions = heard(reader.tree, 'ror-node-action');
      await reader.focus('Alpha');
      await press();
      expect(reader.menu!.getAttribute('aria-label')).to.equal('Actions de Alpha');
      expect(reader.entries).to.deep.equal(['Ouvrir', 'Dupliquer', 'Supprimer']);
      expect(reader.entry).to.equal('Ouvrir');
      await reader.press('ArrowDown');
      expect(reader.entry).to.equal('Dupliquer');
      await reader.press('Enter');
      expect(reader.menu).to.equal(null);
      expect(reader.focused).to.equal('EG Alpha');
      expect(actions.map(({ detail }) => detail)).to.deep.equal([{ id: 'a', action: 'copier', noeud: NOEUDS[0] }]);
    });
  }

  it('goes round by arrows, to the ends by Home and End, and by first letters', async () => {
    reader = await list();
    await reader.focus('Alpha');
    await pressed('F10', { shiftKey: true });
    await reader.press('ArrowUp');
    expect(reader.entry).to.equal('Supprimer');
    await reader.press('ArrowDown');
    expect(reader.entry).to.equal('Ouvrir');
    await reader.press('End');
    expect(reader.entry).to.equal('Supprimer');
    await reader.press('Home', 'd');
    expect(reader.entry).to.equal('Dupliquer');
  });

  it('closes with Escape and gives the focus back', async () => {
    reader = await list();
    const actions = heard(reader.tree, 'ror-node-action');
    await reader.focus('Alpha');
    await pressed('F10', { shiftKey: true });
    await reader.press('Escape');
    expect(reader.menu).to.equal(null);
    expect(reader.focused).to.equal('EG Alpha');
    expect(actions.length).to.equal(0);
  });

  it('is open to axe', async () => {
    reader = await list();
    await reader.focus('Alpha');
    await pressed('F10', { shiftKey: true });
    await expect(reader.tree).to.be.accessible();
  });

  it('opens by a real button that names the current row, is reached by Tab, and gets the focus back', async () => {
    reader = await open(stories.Dossier);
    await reader.focus('Neurologie');
    expect(reader.button!.innerText.replace('▾', '').trim()).to.equal('Actions de Neurologie');
    expect(reader.button!.getAttribute('aria-haspopup')).to.equal('menu');
    expect(reader.button!.closest('[role="tree"]')).to.equal(null);
    await reader.press('Shift+Tab', 'Enter');
    expect(reader.button!.getAttribute('aria-expanded')).to.equal('true');
    expect(reader.entries).to.deep.equal(['Ouvrir', 'Créer des unités fonctionnelles', 'Supprimer']);
    await reader.press('Escape');
    expect(reader.tree.shadowRoot!.activeElement).to.equal(reader.button);
    expect(reader.button!.getAttribute('aria-expanded')).to.equal('false');
  });

  it('has a button that follows the current row, and is off where there is nothing to do', async () => {
    reader = await open(stories.RepertoireOuvert);
    await reader.focus('EHPAD TEST');
    expect(reader.button!.disabled).to.equal(false);
    await reader.press('ArrowUp');
    expect(reader.button!.textContent).to.contain('Actions de Paris');
    expect(reader.button!.disabled).to.equal(true);
  });

  it('opens by the arrow of a row and by the right button, and closes by a press outside', async () => {
    reader = await list();
    await reader.focus('Béta');
    const middle = (element: Element): [number, number] => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    await sendMouse({ type: 'click', position: middle(reader.arrow('Alpha', 'menu')) });
    await reader.settle();
    expect(reader.entries.length).to.equal(3);
    expect(reader.stop).to.deep.equal(['EG Alpha']);
    expect(reader.selected).to.deep.equal(['EG Béta']);
    await sendMouse({ type: 'click', position: middle(reader.arrow('Alpha', 'menu')) });
    await reader.settle();
    expect(reader.menu, 'pressing the arrow again closes').to.equal(null);
    await sendMouse({ type: 'click', button: 'right', position: middle(reader.row('Alpha')) });
    await reader.settle();
    const [x, y] = middle(reader.row('Alpha'));
    const box = reader.menu!.getBoundingClientRect();
    expect([Math.round(box.left), Math.round(box.top)]).to.deep.equal([x, y + 2]);
    await sendMouse({ type: 'click', position: [innerWidth - 5, innerHeight - 5] });
    await reader.settle();
    expect(reader.menu).to.equal(null);
  });

  it('stays within the window', async () => {
    const bottom = document.createElement('div');
    bottom.style.height = '500px';
    document.body.prepend(bottom);
    reader = await open(stories.Dossier);
    reader.row('Unité sans nom').scrollIntoView({ block: 'end' });
    await reader.focus('Unité sans nom');
    await pressed('ContextMenu');
    const box = reader.menu!.getBoundingClientRect();
    expect(box.bottom).to.be.at.most(innerHeight);
    expect(box.left).to.be.at.least(0);
    bottom.remove();
  });

  it('leaves the menu of the browser to rows without actions', async () => {
    reader = await list();
    const event = new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true });
    reader.row('Béta').dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    await reader.focus('Béta');
    await pressed('F10', { shiftKey: true });
    expect(reader.menu).to.equal(null);
  });

  it('offers what the server permits, in French', async () => {
    reader = await open(stories.RepertoireOuvert);
    const actions = heard(reader.tree, 'ror-node-action');
    await reader.focus('EHPAD TEST');
    await reader.click(reader.button!);
    expect(reader.entries).to.deep.equal(['Ouvrir', 'Ouvrir le dossier collaboratif']);
    await reader.press('End', 'Enter');
    expect(actions.map(({ detail: { id, action } }) => [id, action])).to.deep.equal([['eg-test', 'ouvrir-dossier']]);
    await reader.focus('CPTS Grand Versailles');
    await reader.click(reader.button!);
    expect(reader.entries).to.deep.equal(['Ouvrir', 'Créer un dossier collaboratif']);
  });
});

describe('ror-tree, the répertoire', () => {
  it('asks for the roots, then for the children of what is opened, by pages', async () => {
    const { client, sent } = fakeClient((_, input) => page(input));
    const reader = await TreeReader.open(html`<ror-tree .client=${client}></ror-tree>`);
    expect(reader.outline).to.deep.equal(['> DF Paris', '> DF Yvelines', '> DF Essonne', '> DF Val-de-Marne', '· DF Val-d’Oise']);
    await reader.focus('Paris');
    expect(reader.rows.length).to.equal(5 + 20 + 1);
    expect(reader.row('EHPAD TEST').ariaSetSize).to.equal('45');
    expect(sent.map(({ name, input }) => [name, input])).to.deep.equal([
      ['listerNoeuds', { par: 'departement', domaines: 'MCO,PSY,SLD,SSR' }],
      ['listerNoeuds', { parentId: 'df-75', domaines: 'MCO,PSY,SLD,SSR' }],
    ]);
    await reader.click(reader.row('Afficher la suite (20 sur 45)'));
    expect(sent.at(-1)!.input).to.deep.equal({ parentId: 'df-75', domaines: 'MCO,PSY,SLD,SSR', suite: '20' });
    expect(reader.focused, 'the first of the new rows').to.contain('Résidence des Tilleuls 20');
    await waitUntil(() => reader.status === '20 lignes de plus.', reader.status);
  });

  it('shows the next rows by keyboard too', async () => {
    const reader = await open(stories.RepertoireOuvert);
    await reader.focus('Résidence des Tilleuls 19');
    await reader.press('ArrowDown', 'Enter');
    expect(reader.focused).to.contain('Résidence des Tilleuls 20');
  });

  it('says that it is waiting, for the whole tree and for one row', async () => {
    const reader = await open(stories.Chargement);
    expect(reader.text).to.contain('Chargement en cours');
    const answer = deferred<Page>();
    const other = await TreeReader.open(html`<ror-tree .client=${clientOf((input) => (input.parentId ? answer.promise : page(input)))}></ror-tree>`);
    await other.focus('Yvelines');
    expect(other.row('Yvelines').ariaBusy).to.equal('true');
    // A while later the row offers to give up, too.
    expect(other.names.some((name) => name.startsWith('Chargement en cours…'))).to.equal(true);
    answer.resolve(page({ parentId: 'df-78' }));
    await other.settle();
    expect(other.row('Yvelines').ariaBusy).to.equal(null);
    expect(other.names).to.include('EG CPTS Grand Versailles décrite');
  });

  it('waits for a page that never comes without holding the person, who may go on elsewhere and give up by closing or cancelling', async () => {
    let asked: AbortSignal | undefined;
    const { client, sent } = fakeClient((_, input: { parentId?: string }) => (input.parentId === 'df-75' ? new Promise(() => {}) : page(input)));
    const reader = await TreeReader.open(html`<ror-tree .client=${client}></ror-tree>`);
    const waiting = (): HTMLElement[] => reader.rows.filter((row) => row.textContent.includes('Chargement en cours'));
    await reader.focus('Paris');
    asked = sent.at(-1)!.signal;
    expect(waiting().map((row) => [row.ariaLevel, row.ariaBusy])).to.deep.equal([['2', 'true']]);
    await reader.focus('Yvelines');
    expect(reader.names).to.include('EG CPTS Grand Versailles décrite');
    expect(waiting().length).to.equal(1);
    await reader.focus('Paris');
    expect(reader.row('Paris').ariaExpanded).to.equal('false');
    expect(waiting()).to.deep.equal([]);
    expect(asked!.aborted).to.equal(true);
    await reader.focus('Paris');
    expect(waiting().length).to.equal(1);
    expect(sent.filter(({ input }) => (input as { parentId?: string }).parentId === 'df-75').length).to.equal(2);
    asked = sent.at(-1)!.signal;
    await reader.press('ArrowDown', 'Enter');
    expect(reader.focused).to.contain('Le chargement a été interrompu.');
    expect(asked!.aborted).to.equal(true);
  });

  it('offers to try again on the row that failed, by mouse and by keyboard, and leaves the others alone', async () => {
    let failing = true;
    const reader = await TreeReader.open(html`<ror-tree .expanded=${['df-75', 'df-78']} .client=${clientOf((input) => {
      if (input.parentId === 'df-75' && failing) throw new RorClientError('offline', 'cut');
      return page(input);
    })}></ror-tree>`);
    expect(reader.outline.slice(0, 4)).to.deep.equal(['v DF Paris', '  · La connexion est interrompue. Réessayer', 'v DF Yvelines', '  > EG CPTS Grand Versailles décrite']);
    await waitUntil(() => reader.status === 'La connexion est interrompue.', reader.status);
    await reader.click(reader.row('Réessayer'));
    expect(reader.focused).to.contain('Réessayer');
    failing = false;
    await reader.press('Enter');
    expect(reader.names).to.include('EG EHPAD TEST à décrire');
    expect(reader.focused).to.equal('EG EHPAD TEST à décrire');
  });

  it('offers to try again when nothing came at all', async () => {
    let failing = true;
    const reader = await TreeReader.open(html`<ror-tree .client=${clientOf((input) => {
      if (failing) throw new RorClientError('server', 'down');
      return page(input);
    })}></ror-tree>`);
    expect(reader.text).to.contain('Le serveur a rencontré une erreur.');
    failing = false;
    await reader.click(reader.tree.shadowRoot!.querySelector('button')!);
    expect(reader.rows.length).to.equal(5);
  });

  it('says which piece is missing when nobody gave a client, and starts as soon as one comes', async () => {
    const reader = await open(stories.SansClient);
    expect(reader.text).to.contain('<ror-provider>');
    reader.tree.client = clientOf(page);
    await reader.settle();
    expect(reader.rows.length).to.equal(5);
  });

  it('groups otherwise when asked, and takes an unknown grouping for the usual one', async () => {
    const { client, sent } = fakeClient((_, input) => page(input));
    const reader = await TreeReader.open(html`<ror-tree .client=${client} par="entite-juridique"></ror-tree>`);
    expect(reader.names).to.deep.equal(['EJ Institut le Val Mandé décrite', 'EJ SA Equateur décrite']);
    reader.tree.setAttribute('par', 'lune');
    await reader.settle();
    expect(sent.map(({ input }) => input)).to.deep.equal([{ par: 'entite-juridique', domaines: 'MCO,PSY,SLD,SSR' }, { par: 'departement', domaines: 'MCO,PSY,SLD,SSR' }]);
  });

  it('ignores the answer of a grouping that was left', async () => {
    const late = deferred<Page>();
    const reader = await TreeReader.open(html`<ror-tree .client=${clientOf((input) => (input.par === 'departement' ? late.promise : page(input)))}></ror-tree>`);
    reader.tree.par = 'entite-juridique';
    await reader.settle();
    late.resolve(page({ par: 'departement' }));
    await reader.settle();
    expect(reader.names[0]).to.contain('Institut le Val Mandé');
  });

  it('reloads without closing anything, keeping the selection and the focus', async () => {
    let named = 'EHPAD TEST';
    const client = clientOf((input) => {
      const answer = page(input);
      return { ...answer, noeuds: answer.noeuds.map((noeud) => (noeud.id === 'eg-test' ? { ...noeud, nom: named, description: 'decrite' as const } : noeud)) };
    });
    const reader = await TreeReader.open(html`<ror-tree .client=${client} .expanded=${['df-75', 'df-78']} selection="eg-test"></ror-tree>`);
    await reader.focus('EHPAD TEST');
    named = 'EHPAD TEST renommé';
    await reader.tree.reload();
    await reader.settle();
    expect(reader.selected).to.deep.equal(['EG EHPAD TEST renommé décrite']);
    expect(reader.focused).to.equal('EG EHPAD TEST renommé décrite');
    expect(reader.outline).to.include('  > EG CPTS Grand Versailles décrite');
  });

  it('keeps its rows when a reload fails, says so, and tries again', async () => {
    let failing = false;
    const reader = await TreeReader.open(html`<ror-tree .client=${clientOf((input) => {
      if (failing) throw new RorClientError('offline', 'cut');
      return page(input);
    })}></ror-tree>`);
    failing = true;
    await reader.tree.reload();
    await reader.settle();
    expect(reader.rows.length).to.equal(5);
    expect(reader.text).to.contain('La connexion est interrompue.');
    failing = false;
    await reader.click([...reader.tree.shadowRoot!.querySelectorAll('button')].find((button) => button.innerText.includes('Réessayer'))!);
    expect(reader.text).not.to.contain('La connexion est interrompue.');
  });

  it('reloads from the first page while a next one is under way', async () => {
    const second = deferred<Page>();
    const { client, sent } = fakeClient((_, input: { suite?: string }) => (input.suite ? second.promise : page(input)));
    const reader = await TreeReader.open(html`<ror-tree .client=${client} .expanded=${['df-75']}></ror-tree>`);
    await reader.click(reader.row('Afficher la suite'));
    const done = reader.tree.reload('df-75');
    expect(sent.at(-1)!.signal!.aborted).to.equal(true);
    second.resolve(page({ parentId: 'df-75', suite: '20' }));
    await done;
    await reader.settle();
    expect(reader.names.slice(1, 3)).to.deep.equal(['EG EHPAD TEST à décrire', 'EG Résidence des Tilleuls 1 décrite']);
    expect(reader.names).to.include('Afficher la suite (20 sur 45)');
  });

  it('moves the focus to what contained a row that a reload took away', async () => {
    let gone = false;
    const reader = await TreeReader.open(html`<ror-tree .expanded=${['df-78', 'eg-cpts']} .client=${clientOf((input) => (gone && input.parentId === 'eg-cpts' ? { noeuds: [], suite: null } : page(input)))}></ror-tree>`);
    await reader.focus('Unité Communautés');
    gone = true;
    await reader.tree.reload('df-78');
    await reader.settle();
    expect(reader.focused).to.contain('CPTS Grand Versailles');
  });

  it('stops asking when it leaves the page, and asks again when it comes back', async () => {
    const { client, sent } = fakeClient((_, input: { parentId?: string }) => (input.parentId && sent.length < 3 ? new Promise(() => {}) : page(input)));
    const reader = await TreeReader.open(html`<ror-tree .client=${client} .expanded=${['df-78']}></ror-tree>`);
    const parent = reader.tree.parentElement!;
    reader.tree.remove();
    expect(sent[1]!.signal!.aborted).to.equal(true);
    parent.append(reader.tree);
    await reader.settle();
    expect(reader.outline).to.include('  > EG CPTS Grand Versailles décrite');
  });

  it('selects a node that comes later, and opens what contains it as soon as it can', async () => {
    const reader = await TreeReader.open(html`<ror-tree .client=${clientOf(page)} .expanded=${['df-78', 'eg-cpts']} selection="uo-cpts"></ror-tree>`);
    expect(reader.selected.length).to.equal(1);
    reader.tree.expanded = [];
    await reader.settle();
    expect(reader.selected).to.deep.equal([]);
    reader.tree.selection = 'eg-cpts';
    await reader.settle();
    expect(reader.selected).to.deep.equal(['EG CPTS Grand Versailles décrite']);
  });
});

describe('ror-tree, a list of the host', () => {
  it('asks nothing from a server, with or without a client', async () => {
    const { client, sent } = fakeClient(() => ({}));
    const reader = await TreeReader.open(html`<ror-tree .client=${client} .noeuds=${NOEUDS}></ror-tree>`);
    await reader.focus('Alpha');
    await reader.press('ArrowRight', '*', 'End', 'Enter');
    await reader.tree.reload();
    expect(sent).to.deep.equal([]);
  });

  it('opens all with expand-all, what is added later too, and leaves closed what the person closed', async () => {
    const reader = await open(stories.Dossier);
    expect(reader.rows.length).to.equal(DOSSIER.length);
    await reader.click(reader.arrow('Neurologie', 'toggle'));
    reader.tree.noeuds = [...DOSSIER, { id: 'p2', parentId: 'eg', code: 'P', nom: 'Pôle neuf' }, { id: 's2', parentId: 'p2', code: 'S', nom: 'Service neuf' }];
    await reader.settle();
    expect(reader.outline.map((line) => line.trim().slice(0, 12))).to.deep.equal(['v DC Peuplem', 'v EG CH Sain', 'v P Pôle méd', '> S Neurolog', 'v P Pôle neu', '· S Service ']);
  });

  it('opens all when expand-all comes after the list', async () => {
    const reader = await list();
    reader.tree.expandAll = true;
    await reader.settle();
    expect(reader.rows.length).to.equal(NOEUDS.length);
  });

  it('keeps focus, open rows and selection when the host gives a new list', async () => {
    const reader = await list({ expanded: ['a'] });
    await reader.focus('Pôle deux');
    reader.tree.noeuds = NOEUDS.filter(({ id }) => id !== 'a1' && id !== 'a11').map((noeud) => ({ ...noeud, etat: 'verte' }));
    await reader.settle();
    expect(reader.outline).to.deep.equal(['v EG Alpha finalisée', '  · P Pôle deux finalisée', '· EG Béta finalisée', '> EG Gamma finalisée']);
    expect(reader.focused).to.equal('P Pôle deux finalisée');
    reader.tree.noeuds = NOEUDS.filter(({ id }) => id !== 'a2');
    await reader.settle();
    expect(reader.focused, 'the row is gone: the one that contained it').to.equal('EG Alpha');
  });

  it('does not take the focus when it is elsewhere', async () => {
    const reader = await list({ expanded: ['a'], selection: 'a2' });
    reader.tree.noeuds = NOEUDS.slice(0, 3);
    reader.tree.selection = 'a11';
    await reader.settle();
    expect(document.activeElement).to.equal(document.body);
    expect(reader.stop).to.deep.equal(['UO Unité']);
  });

  it('opens what contains the selection, once: the person may close it again', async () => {
    const reader = await list({ selection: 'a11' });
    expect(reader.selected).to.deep.equal(['UO Unité']);
    await reader.click(reader.arrow('Alpha', 'toggle'));
    reader.tree.noeuds = [...NOEUDS];
    await reader.settle();
    expect(reader.outline[0]).to.equal('> EG Alpha');
  });

  it('fires nothing for what the host does', async () => {
    const reader = await list();
    const all = [heard(reader.tree, 'ror-selection-change'), heard(reader.tree, 'ror-node-toggle'), heard(reader.tree, 'ror-node-action')];
    reader.tree.selection = 'a11';
    reader.tree.expanded = ['c'];
    reader.tree.noeuds = NOEUDS.slice(0, 5);
    await reader.settle();
    expect(all.map((events) => events.length)).to.deep.equal([0, 0, 0]);
  });

  it('tells what is open, and replaces the array rather than changing it', async () => {
    const expanded = Object.freeze(['c']);
    const reader = await list({ expanded });
    await reader.click(reader.arrow('Alpha', 'toggle'));
    expect([...reader.tree.expanded].sort()).to.deep.equal(['a', 'c']);
  });

  it('lets the host keep a row closed, and open it later', async () => {
    const reader = await TreeReader.open(html`<ror-tree .noeuds=${[{ id: 'x', code: 'EG', nom: 'Loin', nombreEnfants: 2 }]} @ror-node-toggle=${(event: Event) => event.preventDefault()}></ror-tree>`);
    const toggles = heard(reader.tree, 'ror-node-toggle');
    await reader.click(reader.arrow('Loin', 'toggle'));
    expect(toggles.map(({ detail: { id, expanded } }) => [id, expanded])).to.deep.equal([['x', true]]);
    expect(reader.outline).to.deep.equal(['> EG Loin']);
    reader.tree.noeuds = [{ id: 'x', code: 'EG', nom: 'Loin' }, { id: 'y', parentId: 'x', code: 'UO', nom: 'Venue' }];
    reader.tree.expanded = ['x'];
    await reader.settle();
    expect(reader.outline).to.deep.equal(['v EG Loin', '  · UO Venue']);
  });

  it('shows a broken list as well as it can, and warns once', async () => {
    const warnings: unknown[][] = [];
    const warn = console.warn;
    console.warn = (...args: unknown[]) => { warnings.push(args); };
    try {
      const broken = [{ id: 'a', code: 'EG', nom: 'A', parentId: 'b' }, { id: 'b', code: 'EG', nom: 'B', parentId: 'a' }, { id: 'a', code: 'EG', nom: 'encore' }, null, { id: 7 }, { id: 'c', code: 'EG', nom: 'C', parentId: 'nowhere', etat: 'bleue' }];
      const reader = await TreeReader.open(html`<ror-tree expand-all .noeuds=${broken}></ror-tree>`);
      expect(reader.outline).to.deep.equal(['v EG A', '  · EG B', '· EG C']);
      reader.tree.noeuds = [...broken] as NoeudArbre[];
      reader.tree.expanded = null as unknown as string[];
      await reader.settle();
      expect(warnings.length).to.equal(1);
    } finally {
      console.warn = warn;
    }
  });
});

describe('ror-tree, in a page', () => {
  const make = (before: boolean): RorTree => {
    const tree = document.createElement('ror-tree');
    const set = () => Object.assign(tree, { client: clientOf(page), expanded: ['df-78', 'eg-cpts'], selection: 'uo-cpts', label: 'Annuaire' });
    if (before) set();
    document.body.append(tree);
    if (!before) set();
    return tree;
  };
  for (const before of [true, false]) {
    it(`behaves the same with properties set ${before ? 'before' : 'after'} attachment`, async () => {
      const reader = new TreeReader(make(before));
      await reader.settle();
      expect(reader.selected).to.deep.equal(['UO Unité Communautés professionnelles territoriales de santé (CPTS) décrite']);
      expect(reader.tree.shadowRoot!.querySelector('[role="tree"]')!.getAttribute('aria-label')).to.equal('Annuaire');
      reader.tree.remove();
    });
  }

  it('behaves the same when properties come long after attachment', async () => {
    const reader = new TreeReader(document.body.appendChild(document.createElement('ror-tree')));
    await reader.settle();
    reader.tree.noeuds = NOEUDS;
    await reader.settle();
    expect(reader.rows.length).to.equal(3);
    reader.tree.remove();
  });

  it('lives beside another tree without knowing it', async () => {
    const both = await fixture<HTMLElement>(html`<div>${stories.Dossier.render()}${stories.RepertoireOuvert.render()}</div>`);
    const [one, two] = [...both.querySelectorAll('ror-tree')].map((tree) => new TreeReader(tree)) as [TreeReader, TreeReader];
    await Promise.all([one.settle(), two.settle()]);
    await one.focus('Neurologie');
    await one.click(one.button!);
    expect(one.entries.length).to.equal(3);
    expect(two.menu).to.equal(null);
    expect(two.selected.length).to.equal(1);
    await two.focus('EHPAD TEST');
    expect(one.selected).to.deep.equal(['S Neurologie finalisée']);
    await expect(both).to.be.accessible();
  });

  it('adds nothing to the page outside itself', async () => {
    const count = () => [document.head.childElementCount, document.body.childElementCount, document.adoptedStyleSheets.length];
    fixtureCleanup();
    const before = count();
    const tree = document.createElement('ror-tree');
    tree.noeuds = NOEUDS;
    document.body.append(tree);
    await new TreeReader(tree).settle();
    tree.remove();
    expect(count()).to.deep.equal(before);
  });

  it('keeps the first definition of its tag, and warns once', () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => { warnings.push(message); };
    try {
      const first = customElements.get('ror-tree')!;
      defineElement('ror-tree', first);
      expect(warnings).to.deep.equal([]);
      defineElement('ror-tree', class extends HTMLElement {});
      expect(customElements.get('ror-tree')).to.equal(first);
      expect(warnings.length).to.equal(1);
    } finally {
      console.warn = warn;
    }
  });
});
