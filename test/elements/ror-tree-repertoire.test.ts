import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { NoeudRepertoire } from '../../src/domain/noeud.ts';
import type { RorTree } from '../../src/elements/ror-tree/ror-tree.ts';
import type { NoeudArbre } from '../../src/elements/ror-tree/types.ts';
import { page } from '../../stories/data/repertoire.ts';
import '../../stories/ror-tree.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { heard, TreeReader } from '../support/tree.ts';
import { RorClientError } from '../../src/client/errors.ts';
import { waitUntil } from '../support/wait.ts';

const IME: NoeudRepertoire = { id: 'eg-ime', type: 'EG', nom: 'IME T KITOI', nombreEnfants: 3, domaines: ['MSS'], actions: ['ouvrir', 'ajouter-favori', 'signaler-anomalie'] };
const chemin = [{ id: 'df-94', type: 'DF' as const, nom: 'Val-de-Marne' }];

interface Asked { parentId?: string; domaines?: string; texte?: string; noeudId?: string; commande?: { type: string; listeId?: string; nom?: string } }

/** A répertoire in which the IME is hidden as long as MSS is not ticked. */
function serveur(listes: readonly { id: string; nom: string }[] = []) {
  return fakeClient((name: string, input: Asked) => {
    const mss = input.domaines === undefined || input.domaines.includes('MSS');
    if (name === 'chercherDansArbre') {
      return mss ? { resultats: [{ noeud: IME, chemin }], suite: null, nombre: 1, nombreHorsDomaines: 0, horsDomaines: [], tronque: false }
        : { resultats: [], suite: null, nombre: 0, nombreHorsDomaines: 3, horsDomaines: [{ domaine: 'MSS', nombre: 3 }], tronque: false };
    }
    if (name === 'lireNoeud') {
      if (input.noeudId !== 'eg-ime') throw new RorClientError('missing', 'gone');
      return { noeud: IME, contenu: {}, profil: 1, version: 1, ancetres: [], chemin, etablissement: null, dossier: null, dateMiseJour: null, fraicheur: { etat: 'jamais', jours: null }, encadres: [], favoris: [] };
    }
    if (name === 'listerFavoris') return { listes: listes.map((each) => ({ ...each, noeuds: [] })) };
    if (name === 'changerFavoris' && input.commande?.type === 'creer-liste') {
      const nom = input.commande.nom!;
      return listes.some((liste) => liste.nom === nom) ? { refus: { code: 'nom-pris', listeId: 'l2' } } : { listes: [...listes, { id: 'l3', nom }].map((each) => ({ ...each, noeuds: [] })) };
    }
    if (name === 'changerFavoris') return { listes: [{ id: input.commande!.listeId ?? 'l1', nom: '', noeuds: [{ id: 'eg-ime', type: 'EG', nom: IME.nom }] }] };
    const answer = page(input as never);
    return input.parentId === 'df-94' ? { noeuds: mss ? [IME] : [], suite: null } : answer;
  });
}

async function ouvre(client: unknown): Promise<TreeReader> {
  const reader = await TreeReader.open(html`<ror-tree .client=${client as RorTree['client']}></ror-tree>`);
  await waitUntil(() => outil(reader, '#recherche'), 'the search never came');
  await reader.settle();
  return reader;
}
const outil = <E extends HTMLElement>(reader: TreeReader, selector: string): E => reader.tree.shadowRoot!.querySelector<E>(selector)!;
const boite = (reader: TreeReader) => outil<HTMLInputElement>(reader, '#recherche');
const bouton = (reader: TreeReader, name: string): HTMLButtonElement =>
  [...reader.tree.shadowRoot!.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.textContent).replace(/\s+/g, ' ').includes(name))!;
async function cherche(reader: TreeReader, texte: string): Promise<void> {
  boite(reader).value = texte;
  boite(reader).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await waitUntil(() => !/en cours/.test(outil(reader, '.find').textContent) && /résultat/.test(outil(reader, '.find').textContent), 'no answer');
  await reader.settle();
}

describe('ror-tree, filters of the répertoire', () => {
  it('ticks MCO, PSY, SLD and SSR at first, says that MSS is hidden, and asks again when it is ticked', async () => {
    const { client, sent } = serveur();
    const reader = await ouvre(client);
    const boxes = [...reader.tree.shadowRoot!.querySelectorAll<HTMLInputElement>('.domain input')];
    expect(boxes.map((box) => `${box.labels![0]!.textContent.trim()} ${box.checked}`)).to.deep.equal(['MCO true', 'MSS false', 'PSY true', 'SLD true', 'SMA false', 'SSR true', 'VIL false']);
    expect(reader.text).to.contain('MSS n’est pas coché');
    const changes = heard(reader.tree, 'ror-etat-change');
    await reader.click(bouton(reader, 'Afficher MSS'));
    expect(sent.at(-1)!.input).to.deep.equal({ par: 'departement', domaines: 'MCO,MSS,PSY,SLD,SSR' });
    expect(reader.text).not.to.contain('MSS n’est pas coché');
    expect(changes.at(-1)!.detail.etat.domaines).to.include('MSS');
    await expect(reader.tree).to.be.accessible();
  });

  it('groups otherwise, and goes back to the usual view', async () => {
    const { client, sent } = serveur();
    const reader = await ouvre(client);
    const par = outil<HTMLSelectElement>(reader, '#par');
    expect([...par.options].map(({ label }) => label)).to.deep.equal(['Entité juridique', 'Département français', 'Catégorie de besoins', 'Territoire de santé', 'Filière', 'Favoris']);
    par.value = 'entite-juridique';
    par.dispatchEvent(new Event('change', { bubbles: true }));
    await reader.settle();
    expect((sent.at(-1)!.input as { par: string }).par).to.equal('entite-juridique');
    await reader.click(bouton(reader, 'Réinitialiser'));
    expect(par.value).to.equal('departement');
    expect(reader.tree.par).to.equal('departement');
  });

  it('shows nothing above the rows when it is bare', async () => {
    const { client } = serveur();
    const reader = await TreeReader.open(html`<ror-tree bare .client=${client}></ror-tree>`);
    expect(outil(reader, '#recherche')).to.equal(null);
  });

  it('takes and gives its state as one value', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    reader.tree.etat = { par: 'departement', domaines: ['MSS'], expanded: ['df-94'], selection: 'eg-ime' };
    await reader.settle();
    expect(reader.selected).to.deep.equal(['EG IME T KITOI']);
    expect(reader.tree.etat).to.deep.equal({ par: 'departement', domaines: ['MSS'], expanded: ['df-94'], selection: 'eg-ime', texte: '' });
  });
});

describe('ror-tree, search', () => {
  it('offers what the ticked boxes hide, and shows it with what stands above, marked, once it is asked', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    await cherche(reader, 'ime');
    expect(reader.text).to.contain('3 résultats dans MSS');
    expect(reader.rows.length, 'the tree stays').to.equal(5);
    await waitUntil(() => reader.status.includes('3 résultats dans MSS'));
    await reader.click(bouton(reader, 'afficher'));
    await waitUntil(() => reader.text.includes('1 résultat'), 'never found');
    await reader.settle();
    expect(reader.outline).to.deep.equal(['v DF Val-de-Marne', '  > EG IME T KITOI résultat']);
    expect(reader.row('IME').querySelector('mark')!.textContent).to.equal('IME');
  });

  it('shows everything again when the text is cleared, and marks among all rows when asked', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    reader.tree.domaines = ['MSS'];
    await cherche(reader, 'ime');
    expect(reader.rows.length).to.equal(2);
    await reader.click(bouton(reader, 'Surligner'));
    await reader.settle();
    expect(reader.rows.length).to.be.greaterThan(5);
    expect(reader.names.some((name) => name.includes('IME T KITOI'))).to.equal(true);
    await reader.click(bouton(reader, 'Effacer'));
    expect(reader.tree.texte).to.equal('');
  });

  it('comes by Ctrl + F, once: the second is the browser’s; Enter and F3 go from match to match', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    await reader.focus('Paris');
    const press = (target: HTMLElement, init: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press(reader.row('Paris'), { key: 'f', ctrlKey: true })).to.equal(true);
    expect(reader.tree.shadowRoot!.activeElement).to.equal(boite(reader));
    expect(press(boite(reader), { key: 'f', ctrlKey: true })).to.equal(false);
    reader.tree.domaines = ['MSS'];
    await cherche(reader, 'ime');
    press(boite(reader), { key: 'Enter' });
    await reader.settle();
    expect(reader.text).to.contain('1 sur 1');
    press(boite(reader), { key: 'ArrowDown' });
    await reader.settle();
    expect(reader.focused).to.contain('IME T KITOI');
  });

  it('searches a list of the host in the page', async () => {
    const noeuds: NoeudArbre[] = [{ id: 'a', code: 'EG', nom: 'Alpha' }, { id: 'b', parentId: 'a', code: 'UO', nom: 'Unité été' }, { id: 'c', code: 'EG', nom: 'Autre' }];
    const reader = await TreeReader.open(html`<ror-tree searchable .noeuds=${noeuds}></ror-tree>`);
    await waitUntil(() => boite(reader), 'no search');
    await cherche(reader, 'ete');
    expect(reader.outline).to.deep.equal(['v EG Alpha', '  · UO Unité été résultat']);
  });
});

describe('ror-tree, deep link', () => {
  it('opens what stands above a node that no page has brought, ticks what hides it, says so, and puts the focus there', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    expect(await reader.tree.reveal('eg-ime')).to.equal(true);
    await reader.settle();
    expect(reader.selected).to.deep.equal(['EG IME T KITOI']);
    expect(reader.focused).to.equal('EG IME T KITOI');
    expect(reader.tree.domaines).to.include('MSS');
    expect(reader.text).to.contain('MSS a été coché');
  });

  it('says that a node has vanished', async () => {
    const { client } = serveur();
    const reader = await ouvre(client);
    expect(await reader.tree.reveal('gone')).to.equal(false);
    await reader.settle();
    expect(reader.text).to.contain('n’existe plus');
  });
});

describe('ror-tree, favourites', () => {
  it('keeps them on the server, tells the host, and changes the entry of the menu', async () => {
    const { client, sent } = serveur();
    const reader = await ouvre(client);
    await reader.tree.reveal('eg-ime');
    const changes = heard(reader.tree, 'ror-favoris-change');
    await reader.click(reader.button!);
    expect(reader.entries).to.deep.equal(['Ouvrir', 'Ajouter aux favoris', 'Signaler une anomalie']);
    await reader.press('ArrowDown', 'Enter');
    await waitUntil(() => changes.length === 1, 'the host never knew');
    await reader.settle();
    expect(sent.at(-1)!.input).to.deep.equal({ commande: { type: 'ajouter', noeudId: 'eg-ime' } });
    expect(reader.row('IME').textContent).to.contain('favori');
    await reader.click(reader.button!);
    expect(reader.entries).to.include('Retirer des favoris');
  });

  it('asks which list when there are several', async () => {
    const { client, sent } = serveur([{ id: 'l1', nom: '' }, { id: 'l2', nom: 'Autisme' }]);
    const reader = await ouvre(client);
    await reader.tree.reveal('eg-ime');
    await reader.click(reader.button!);
    await reader.press('ArrowDown', 'Enter');
    await waitUntil(() => reader.entries.includes('Autisme'), 'no choice');
    expect(reader.entries).to.deep.equal(['Favoris', 'Autisme', 'Nouvelle liste…']);
    await reader.press('ArrowDown', 'Enter');
    await waitUntil(() => sent.at(-1)!.name === 'changerFavoris');
    expect((sent.at(-1)!.input as Asked).commande!.listeId).to.equal('l2');
  });

  it('makes a list on the way: its name is asked, refused when it is taken, and the row gets the focus back', async () => {
    const { client, sent } = serveur([{ id: 'l1', nom: '' }, { id: 'l2', nom: 'Autisme' }]);
    const reader = await ouvre(client);
    await reader.tree.reveal('eg-ime');
    await reader.click(reader.button!);
    await reader.press('ArrowDown', 'Enter');
    await waitUntil(() => reader.entries.includes('Nouvelle liste…'), 'no choice');
    await reader.press('End', 'Enter');
    await waitUntil(() => outil<HTMLDialogElement>(reader, 'dialog')?.open, 'no question');
    const nom = outil<HTMLInputElement>(reader, '#nom-liste');
    expect(reader.tree.shadowRoot!.activeElement).to.equal(nom);
    await expect(reader.tree).to.be.accessible();
    await sendKeys({ type: 'Autisme' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => outil(reader, 'dialog .error').textContent.includes('porte déjà ce nom'), 'not refused');
    nom.value = 'Sorties';
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !outil(reader, 'dialog'), 'never made');
    await waitUntil(() => (sent.at(-1)!.input as Asked).commande?.listeId === 'l3', 'not added');
    expect(sent.filter(({ name }) => name === 'changerFavoris').map(({ input }) => (input as Asked).commande)).to.deep.equal([
      { type: 'creer-liste', nom: 'Autisme' }, { type: 'creer-liste', nom: 'Sorties' }, { type: 'ajouter', noeudId: 'eg-ime', listeId: 'l3' },
    ]);
    await reader.settle();
    expect(reader.focused).to.contain('IME T KITOI');
  });
});

describe('ror-tree, more rows than fit', () => {
  const noeuds: NoeudArbre[] = Array.from({ length: 100 }, (_, d) => [
    { id: `d${d}`, code: 'DF', nom: `Département ${d}` }, ...Array.from({ length: 999 }, (__, i) => ({ id: `d${d}u${i}`, parentId: `d${d}`, code: 'UO', nom: `Unité ${i}` })),
  ]).flat();

  it('draws less than two hundred elements of 100,000 nodes, with level, size and rank of each', async () => {
    const reader = await TreeReader.open(html`<ror-tree expand-all .noeuds=${noeuds}></ror-tree>`);
    expect(reader.tree.shadowRoot!.querySelectorAll('[role="treeitem"]').length).to.be.below(60);
    const row = reader.row('Unité 3');
    expect([row.ariaLevel, row.ariaSetSize, row.ariaPosInSet]).to.deep.equal(['2', '999', '4']);
    await expect(reader.tree).to.be.accessible();
  });

  it('goes to the far end by one key, and comes back', async () => {
    const reader = await TreeReader.open(html`<ror-tree expand-all .noeuds=${noeuds}></ror-tree>`);
    await reader.focus('Département 0');
    await reader.press('End');
    expect(reader.focused).to.equal('UO Unité 998');
    const box = outil(reader, '.tree').getBoundingClientRect();
    const last = (reader.tree.shadowRoot!.activeElement as HTMLElement).getBoundingClientRect();
    expect(last.bottom).to.be.at.most(box.bottom + 1);
    expect(last.top).to.be.at.least(box.top);
    await reader.press('Home');
    expect(reader.focused).to.equal('DF Département 0');
  });

  it('keeps the row that has the focus when it is scrolled away, and goes on from it', async () => {
    const reader = await TreeReader.open(html`<ror-tree expand-all .noeuds=${noeuds}></ror-tree>`);
    await reader.focus('Unité 5');
    const row = reader.tree.shadowRoot!.activeElement!;
    const box = outil(reader, '.tree');
    for (const top of [40_000, 2_000_000, 3_500_000, 900]) {
      box.scrollTop = top;
      box.dispatchEvent(new Event('scroll'));
      await reader.settle();
      expect(reader.tree.shadowRoot!.activeElement, `scrolled to ${top}`).to.equal(row);
    }
    box.scrollTop = 1_000_000;
    box.dispatchEvent(new Event('scroll'));
    await reader.settle();
    await reader.press('ArrowDown');
    expect(reader.focused).to.equal('UO Unité 6');
    expect(box.scrollTop).to.be.below(1_000);
  });
});
