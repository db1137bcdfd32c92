import { expect } from '@open-wc/testing';
import type { Caller } from '../../src/controllers/contexts.ts';
import { readAllPages } from '../../src/controllers/all-pages.ts';
import type { PageResultats } from '../../src/engine/recherche/resultats.ts';
import { etablissement } from '../engine/recherche/exemples.ts';

interface Asked { readonly criteres: unknown; readonly suite?: string; readonly taille: number }

/** A server with so many establishments, `taille` a page. */
function serveur(nombre: number, demandes: Asked[] = [], suiteDe: (at: number) => string | null = (at) => (at < nombre ? String(at) : null)): Caller {
  const call = (_: string, input: Asked, { signal }: { signal?: AbortSignal } = {}) => {
    signal?.throwIfAborted();
    demandes.push(input);
    const from = Number(input.suite ?? 0);
    const to = Math.min(nombre, from + input.taille);
    return Promise.resolve({
      etablissements: Array.from({ length: Math.max(0, to - from) }, (_one, n) => ({ ...etablissement, id: `eg-${from + n}` })), suite: suiteDe(to), nombreEtablissements: nombre, nombreOffres: 2 * nombre,
      facettes: [], ouverts: 0, avecPlaces: 0, tri: 'nom', lieu: null, compris: [], assouplissements: [], instant: '2026-11-21T10:00:00Z',
    } satisfies PageResultats);
  };
  return { call } as unknown as Caller;
}

const jamais = new AbortController().signal;

describe('toutesLesPages', () => {
  for (const [nombre, pages] of [[0, 1], [1, 1], [200, 1], [201, 2], [650, 4]] as const) {
    it(`${nombre} establishments are all there, in ${pages} request(s), each once`, async () => {
      const demandes: Asked[] = [];
      const avances: string[] = [];
      const { etablissements } = await readAllPages(serveur(nombre, demandes), { texte: 'irm' }, { signal: jamais, avance: (fait, total) => avances.push(`${fait}/${total}`) });
      expect(new Set(etablissements.map(({ id }) => id)).size).to.equal(nombre);
      expect(demandes).to.have.length(pages);
      expect(demandes[0]).to.deep.equal({ criteres: { texte: 'irm' }, taille: 200, offres: 500 });
      expect(avances.at(-1)).to.equal(`${nombre}/${nombre}`);
    });
  }

  it('a person who stops it is heard before the next page', async () => {
    const arret = new AbortController();
    const demandes: Asked[] = [];
    const end: unknown = await readAllPages(serveur(1_000, demandes), {}, { signal: arret.signal, avance: (fait) => { if (fait >= 400) arret.abort(); } }).catch((error: unknown) => error);
    expect(end).to.have.property('name', 'AbortError');
    expect(demandes).to.have.length(2);
  });

  it('a server whose cursor does not move does not hold the person for ever', async () => {
    const { etablissements } = await readAllPages(serveur(1_000, [], () => '200'), {}, { signal: jamais, avance: () => undefined });
    expect(etablissements).to.have.length(400);
  });
});
