import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Par } from '../../src/domain/noeud.ts';
import { matches } from '../../src/engine/arborescence/domaines.ts';
import { surChaqueMoteur } from '../support/backend.ts';

/** The boxes as they are when one first comes: MSS alone is not ticked (guide 001). */
const SANS_MSS = 'MCO,PSY,SLD,SMA,SSR,VIL';

surChaqueMoteur((banc) => {
  const noms = async (input: { parentId?: string; par?: Par; domaines?: string }, qui = 'referent') => (await banc.demander('listerNoeuds', input, qui)).noeuds.map(({ nom }) => nom);
  const chercher = (texte: string, input: { par?: Par; domaines?: string } = {}, qui = 'referent') => banc.demander('chercherDansArbre', { texte, ...input }, qui);

  test('the trap of all guides: EHPAD TEST is there when MSS is ticked, and only then', async () => {
    assert.ok((await noms({ parentId: 'DF-94' })).includes('EHPAD TEST'), 'without a filter');
    assert.ok((await noms({ parentId: 'DF-94', domaines: 'MSS' })).includes('EHPAD TEST'));
    assert.ok(!(await noms({ parentId: 'DF-94', domaines: SANS_MSS })).includes('EHPAD TEST'));
    assert.ok(!(await noms({ parentId: 'DF-94', domaines: '' })).includes('EHPAD TEST'), 'nothing ticked');
  });

  test('the search says that the structure is in MSS, and shows it once MSS is ticked', async () => {
    const sans = await chercher('ehpad test', { domaines: SANS_MSS });
    assert.deepEqual([sans.resultats, sans.nombre, sans.nombreHorsDomaines, sans.horsDomaines], [[], 0, 1, [{ domaine: 'MSS', nombre: 1 }]]);
    const avec = await chercher('ehpad test', { domaines: `${SANS_MSS},MSS` });
    assert.deepEqual(avec.resultats.map(({ noeud, chemin }) => [noeud.nom, chemin.map(({ id }) => id)]), [['EHPAD TEST', ['DF-94']]]);
    assert.deepEqual([avec.nombre, avec.nombreHorsDomaines, avec.tronque], [1, 0, false]);
  });

  test('the path of a match opens the tree, whatever the grouping', async () => {
    for (const par of ['departement', 'entite-juridique', 'territoire-de-sante', 'categorie-de-besoins', 'filiere'] as const) {
      const { resultats } = await chercher('crt volet 1', { par });
      assert.equal(resultats.length, 1, par);
      let parentId: string | undefined;
      for (const { id } of [...resultats[0]!.chemin, resultats[0]!.noeud]) {
        const { noeuds } = await banc.demander('listerNoeuds', { par, ...(parentId !== undefined && { parentId }) }, 'referent');
        assert.ok(noeuds.some((noeud) => noeud.id === id), `${par}: ${id} below ${parentId ?? 'the roots'}`);
        parentId = id;
      }
      const { chemin } = await banc.demander('lireNoeud', { noeudId: 'uo-crt-volet-1', par }, 'referent');
      assert.deepEqual(chemin, resultats[0]!.chemin, `the deep link is the same: ${par}`);
    }
  });

  test('the groups count what they hold, with and without ticked domaines', async () => {
    for (const par of ['departement', 'territoire-de-sante', 'categorie-de-besoins', 'filiere', 'favoris'] as const) {
      for (const domaines of [undefined, 'MSS', SANS_MSS, '']) {
        const { noeuds } = await banc.demander('listerNoeuds', { par, ...(domaines !== undefined && { domaines }) }, 'referent');
        for (const { id, nombreEnfants, nom } of noeuds) {
          const enfants = await banc.demander('listerNoeuds', { parentId: id, par, ...(domaines !== undefined && { domaines }) }, 'referent');
          assert.equal(enfants.noeuds.length, nombreEnfants, `${par} ${id} ${nom} ${domaines}`);
        }
      }
    }
  });

  test('needs and filières come with their words, in the order of their list; a structure of no group is not lost', async () => {
    const besoins = await noms({ par: 'categorie-de-besoins' });
    assert.ok(besoins.includes('Avancée en âge et perte d’autonomie') || besoins.includes('Avancée en âge et perte d\'autonomie'), besoins.join());
    assert.ok(besoins.indexOf('Santé mentale') < besoins.indexOf('Handicap de l\'enfant et de l\'adulte'), besoins.join());
    await banc.database.exec(`update noeud set besoins = '{}' where id = 'eg-ehpad-test'`);
    const { noeuds } = await banc.demander('listerNoeuds', { par: 'categorie-de-besoins' }, 'referent');
    assert.deepEqual(noeuds.at(-1), { id: 'CB-aucune', type: 'CB', nom: '', nombreEnfants: noeuds.at(-1)!.nombreEnfants, actions: [] });
    assert.ok((await noms({ parentId: 'CB-aucune' })).includes('EHPAD TEST'));
  });

  test('the territories are named', async () => {
    const { noeuds } = await banc.demander('listerNoeuds', { par: 'territoire-de-sante' }, 'lecteur');
    assert.ok(noeuds.some(({ id, type, nom }) => id === 'TS-94' && type === 'TS' && nom === 'Val-de-Marne'));
  });

  test('a service is S1', async () => {
    const { resultats } = await chercher('sainte claire', { par: 'entite-juridique' }, 'gestionnaire');
    assert.ok(resultats.length > 0);
    const [service] = (await banc.database.query<{ id: string }>(`select id from noeud where type = 'S' limit 1`));
    const { noeud } = await banc.demander('lireNoeud', { noeudId: service!.id }, 'gestionnaire');
    assert.equal(noeud.code, 'S1');
  });

  test('accents, case and punctuation do not count, FINESS numbers do; the engine finds the same', async () => {
    const { nom } = (await banc.demander('lireNoeud', { noeudId: 'eg-ime-t-kitoi' }, 'lecteur')).noeud;
    for (const [texte, attendu] of [['ÎME kitoi', 1], ['t-kit', 1], ['kitoi t ime', 1], ['itoi', 0], ['940690324', 1]] as const) {
      const { resultats } = await chercher(texte);
      assert.equal(resultats.filter(({ noeud: { id } }) => id === 'eg-ime-t-kitoi').length, attendu, texte);
      if (!/\d/.test(texte)) assert.equal(matches(nom, texte), attendu === 1, texte);
    }
  });

  test('the database and the engine agree on words', async () => {
    const textes = ['Hôpital de l’Étoile', 'ŒUVRE Sainte-Anne', 'CRT – Volet 1', '<b>unité</b>', 'Ærø', '', ' - ', 'a'.repeat(60), 'Ğüneş', '123 bis'];
    for (const texte of textes) {
      const [row] = await banc.database.query<{ mots: string[] }>('select mots_de($1) as mots', [texte]);
      const engine = new Set(texte === 'Ærø' || texte === 'Ğüneş' ? row!.mots : (await import('../../src/engine/arborescence/domaines.ts')).wordsOf(texte).map((mot) => mot.slice(0, 40)));
      assert.deepEqual(new Set(row!.mots), engine, texte);
    }
  });

  test('a search that means nothing finds nothing, and hostile texts are words', async () => {
    for (const texte of ['- -', '’’', `'; drop table noeud; --`, '<script>', '& | !', ':*', `\\' & x`, '%_', '漢字', 'x'.repeat(200), '😀😀']) {
      const { nombre, resultats } = await chercher(texte);
      assert.deepEqual([nombre, resultats], [0, []], texte);
    }
  });

  test('pages of a search hold each match once, structures before units', async () => {
    await banc.database.exec(`insert into noeud (id, type, parent_id, eg_id, nom, departement, domaines, decrit)
      select 'z-' || n, case when n % 10 = 0 then 'P' else 'UO' end, 'eg-ehpad-test', 'eg-ehpad-test', 'Zéphyr ' || n % 7, '94', '{MSS}', true from generate_series(1, 130) n`);
    const vus: string[] = [];
    const types: string[] = [];
    for (let suite: string | null | undefined; suite !== null;) {
      const page = await banc.demander('chercherDansArbre', { texte: 'zephyr', ...(suite !== undefined && { suite }) }, 'lecteur');
      assert.equal(page.nombre, 130);
      vus.push(...page.resultats.map(({ noeud: { id } }) => id));
      types.push(...page.resultats.map(({ noeud: { type } }) => type));
      suite = page.suite;
    }
    assert.deepEqual([vus.length, new Set(vus).size], [130, 130]);
    assert.ok(types.lastIndexOf('P') < types.indexOf('UO'));
  });

  test('a search of too many says that its counts are minimums', async () => {
    await banc.database.exec(`insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit) select 'z-' || n, 'UO', 'eg-ehpad-test', 'eg-ehpad-test', 'Zéphyr', '94', true from generate_series(1, 1100) n`);
    const { tronque, nombre } = await chercher('zephyr');
    assert.deepEqual([tronque, nombre], [true, 1001]);
  });

  test('the read view has what the person needs: place, freshness, blocks, lists', async () => {
    const lu = await banc.demander('lireNoeud', { noeudId: 'uo-ime-hebergement' }, 'referent');
    assert.deepEqual([lu.profil, lu.version, lu.fraicheur, lu.favoris], [1, 1, { etat: 'a-jour', jours: 0 }, []]);
    assert.equal(lu.etablissement?.id, 'eg-ime-t-kitoi');
    assert.ok(lu.etablissement?.contenu['lieuEG'], 'the address of the establishment');
    assert.ok(lu.encadres.length > 0);
    assert.deepEqual((await banc.demander('lireNoeud', { noeudId: 'uo-ime-hebergement' }, 'lecteur')).encadres, []);
    assert.deepEqual((await banc.demander('lireNoeud', { noeudId: 'eg-ime-t-kitoi' }, 'referent')).favoris, ['liste-referent']);
    assert.equal((await banc.demander('lireNoeud', { noeudId: 'eg-ehpad-test' }, 'referent')).fraicheur.etat, 'jamais');
  });
});
