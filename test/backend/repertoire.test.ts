import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { TAILLE_PAGE } from '../../demo/backend/repositories/noeuds.ts';
import { generate } from '../../demo/backend/seed/generate.ts';
import { surChaqueMoteur } from '../support/backend.ts';

const UNITES = 1_200;

surChaqueMoteur((banc) => {
  before(async () => {
    await banc.database.exec('truncate noeud cascade');
    await generate({ database: banc.database, entitesGeographiques: 90, unites: UNITES });
  });
  const toutes = async (input: { parentId?: string; par?: 'departement' | 'entite-juridique' }) => {
    const pages = [];
    for (let suite: string | null | undefined; suite !== null;) {
      const page = await banc.demander('listerNoeuds', { ...input, ...(suite !== undefined && { suite }) }, 'lecteur');
      pages.push(page.noeuds);
      suite = page.suite;
    }
    return pages;
  };

  test('a long level comes in pages that hold each row once, by name', async () => {
    const pages = await toutes({ parentId: 'eg-g1' });
    assert.deepEqual(pages.map(({ length }) => length), [200, 200, 200]);
    const noms = pages.flat().map(({ nom }) => nom);
    const cle = (nom: string) => nom.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/œ/giu, 'oe').replace(/’/g, `'`).toLowerCase();
    assert.deepEqual(noms, noms.toSorted((a, b) => (cle(a) < cle(b) ? -1 : 1)));
    assert.equal(new Set(pages.flat().map(({ id }) => id)).size, 600);
  });

  test('a page does not shift when a row that was seen goes away', async () => {
    const premiere = await banc.demander('listerNoeuds', { parentId: 'eg-g1' }, 'lecteur');
    const [avant] = (await toutes({ parentId: 'eg-g1' })).slice(1);
    await banc.database.query('update noeud set ouvert = false where id = any($1::text[])', [[premiere.noeuds[0]!.id, premiere.noeuds.at(-1)!.id]]);
    try {
      const seconde = await banc.demander('listerNoeuds', { parentId: 'eg-g1', suite: premiere.suite! }, 'lecteur');
      assert.deepEqual(seconde.noeuds, avant);
    } finally {
      await banc.database.exec('update noeud set ouvert = true');
    }
  });

  test('rows of the same name, and names as long as one likes in any writing, are all found', async () => {
    const noms = ['Même nom', '漢'.repeat(10_000), '漢'.repeat(9_999), '😀'.repeat(300), 'ا'.repeat(5_000), '<img src=x onerror=alert(1)>', ' ', ''];
    const rows = Array.from({ length: 2 * TAILLE_PAGE + 7 }, (_, i) => ({ id: `x-${i}`, nom: noms[i % noms.length] }));
    await banc.database.query(
      `insert into noeud (id, type, parent_id, eg_id, nom, departement) select id, 'UO', 'eg-g2', 'eg-g2', nom, '94' from jsonb_to_recordset($1::jsonb) as r (id text, nom text)`, [JSON.stringify(rows)],
    );
    const found = (await toutes({ parentId: 'eg-g2' })).flat().filter(({ id }) => id.startsWith('x-'));
    assert.deepEqual(found.map(({ id, nom }) => `${id} ${nom}`).sort(), rows.map(({ id, nom }) => `${id} ${nom}`).sort());
    await banc.database.exec(`delete from noeud where id like 'x-%'`);
  });

  test('the départements of the region come with how many structures they hold, which are their children', async () => {
    const departements = (await toutes({})).flat();
    assert.deepEqual(departements.map(({ nom }) => nom), ['Essonne', 'Hauts-de-Seine', 'Paris', 'Seine-et-Marne', 'Seine-Saint-Denis', 'Val-d\'Oise', 'Val-de-Marne', 'Yvelines']);
    for (const { id, nombreEnfants } of departements) assert.equal((await toutes({ parentId: id })).flat().length, nombreEnfants);
    assert.deepEqual((await toutes({ parentId: 'DF-2A' })).flat(), []);
  });

  test('entités juridiques lead to their establishments', async () => {
    const ejs = (await toutes({ par: 'entite-juridique' })).flat();
    assert.equal(ejs.length, 30);
    const egs = (await Promise.all(ejs.map(async ({ id }) => (await toutes({ parentId: id })).flat()))).flat();
    assert.deepEqual([egs.length, egs.reduce((total, { nombreEnfants }) => total + nombreEnfants, 0)], [90, UNITES]);
  });

  test('the generator makes the same rows again', async () => {
    const somme = async () => (await banc.database.query<{ s: string }>(`select md5(string_agg(to_jsonb(n)::text, '' order by id)) as s from noeud n`))[0]?.s;
    const avant = await somme();
    await banc.database.exec('truncate noeud cascade');
    await generate({ database: banc.database, entitesGeographiques: 90, unites: UNITES });
    assert.equal(await somme(), avant);
  });
}, { neuf: false });
