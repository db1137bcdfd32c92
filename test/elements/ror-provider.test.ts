import { expect, fixture, html } from '@open-wc/testing';
import { fr } from '../../src/i18n/fr.ts';
import type { RorProvider } from '../../src/elements/ror-provider/ror-provider.ts';
import type { RorTree } from '../../src/elements/ror-tree/ror-tree.ts';
import { clientOf, page } from '../../stories/data/repertoire.ts';
import * as stories from '../../stories/ror-provider.ts';
import { TreeReader } from '../support/tree.ts';
import { waitUntil } from '../support/wait.ts';

const { default: _meta, ...situations } = stories;
const EMPTY = { noeuds: [], suite: null };

async function open(template: ReturnType<typeof html>): Promise<{ root: HTMLElement; trees: TreeReader[] }> {
  const root = await fixture<HTMLElement>(template);
  const trees = [...root.querySelectorAll<RorTree>('ror-tree')].map((tree) => new TreeReader(tree));
  for (const tree of trees) await tree.settle();
  return { root, trees };
}

/** Answers `/api` without a server, and tells what was asked. */
function fakeFetch(answer: (request: Request, nth: number) => Response): { asked: Request[]; restore: () => void } {
  const real = window.fetch;
  const asked: Request[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!new URL(request.url).pathname.startsWith('/api')) return real(input, init);
    asked.push(request);
    return answer(request, asked.length);
  };
  return { asked, restore: () => { window.fetch = real; } };
}

describe('ror-provider', () => {
  for (const [name, story] of Object.entries(situations)) {
    it(`${name}: axe finds nothing`, async () => {
      const { root } = await open(html`<div>${story.render()}</div>`);
      await expect(root).to.be.accessible();
    });
  }

  it('gives its client to everything in it, and has no box', async () => {
    const { root, trees } = await open(stories.UnClientPourDeux.render());
    expect(trees.map(({ names }) => names.length)).to.deep.equal([5, 2]);
    expect(getComputedStyle(root).display).to.equal('contents');
    root.hidden = true;
    expect(getComputedStyle(root).display).to.equal('none');
  });

  it('lets what it holds wait for a client rather than fail, and start when it comes', async () => {
    const { root, trees: [tree] } = await open(stories.EnAttente.render());
    expect(tree!.text).to.contain('Chargement en cours');
    (root as RorProvider).client = clientOf(page);
    await root.querySelector('ror-tree')!.updateComplete;
    await tree!.settle();
    expect(tree!.rows.length).to.equal(5);
  });

  it('serves again with another client when it changes', async () => {
    const { root, trees: [tree] } = await open(html`<ror-provider .client=${clientOf(page)}><ror-tree></ror-tree></ror-provider>`);
    (root as RorProvider).client = clientOf(() => EMPTY);
    await (root as RorProvider).updateComplete;
    await tree!.settle();
    expect(tree!.text).to.contain('Aucune structure');
  });

  it('leaves alone an element that has its own client', async () => {
    const { trees: [tree] } = await open(html`<ror-provider .client=${clientOf(() => EMPTY)}><ror-tree .client=${clientOf(page)}></ror-tree></ror-provider>`);
    expect(tree!.rows.length).to.equal(5);
  });

  it('passes on what it was not given itself', async () => {
    const { root, trees: [tree] } = await open(stories.AutresMots.render());
    expect(tree!.rows.length).to.equal(5);
    const name = () => tree!.tree.shadowRoot!.querySelector('[role="tree"]')!.getAttribute('aria-label');
    expect(name()).to.equal('Annuaire');
    root.querySelector('ror-provider')!.messages = { ...fr, arbre: { ...fr.arbre, etiquette: 'Directory' } };
    await root.querySelector('ror-provider')!.updateComplete;
    await tree!.settle();
    expect(name()).to.equal('Directory');
  });

  it('makes an HTTP client from its base-url, with the token of the page, whatever was set first', async () => {
    const { asked, restore } = fakeFetch((request) => Response.json(page({ par: new URL(request.url).searchParams.get('par') as 'departement' })));
    try {
      const { root, trees: [tree] } = await open(html`<ror-provider base-url="/api/"><ror-tree hidden></ror-tree></ror-provider>`);
      await waitUntil(() => tree!.rows.length === 5, 'the rows did not come');
      expect(new URL(asked[0]!.url).pathname).to.equal('/api/repertoire/noeuds');
      expect(asked[0]!.headers.get('authorization')).to.equal(null);
      (root as RorProvider).getToken = async () => 'jeton';
      await tree!.tree.reload();
      expect(asked.at(-1)!.headers.get('authorization')).to.equal('Bearer jeton');
    } finally {
      restore();
    }
  });

  it('asks the page for another token when the server refuses the first', async () => {
    const { asked, restore } = fakeFetch((request) => (request.headers.get('authorization') === 'Bearer neuf' ? Response.json(page({})) : new Response(null, { status: 401 })));
    try {
      const asks: boolean[] = [];
      const getToken = ({ renouveler }: { renouveler: boolean }) => { asks.push(renouveler); return renouveler ? 'neuf' : 'vieux'; };
      const { trees: [tree] } = await open(html`<ror-provider .getToken=${getToken} base-url="/api"><ror-tree></ror-tree></ror-provider>`);
      await waitUntil(() => tree!.rows.length === 5, 'the rows did not come');
      expect(asks).to.deep.equal([false, true]);
      expect(asked.length).to.equal(2);
    } finally {
      restore();
    }
  });

  it('says that the session has expired when no token helps', async () => {
    const { restore } = fakeFetch(() => new Response(null, { status: 401 }));
    try {
      const { trees: [tree] } = await open(html`<ror-provider base-url="/api"><ror-tree></ror-tree></ror-provider>`);
      await waitUntil(() => tree!.text.includes('Votre session a expiré'), tree!.text);
    } finally {
      restore();
    }
  });
});
