/** How many statements each operation sends: the same for one row and for a hundred, never one per row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database, Requeteur } from '../../demo/backend/database/database.ts';
import { createBackend } from '../../demo/backend/dispatch.ts';
import type { OperationName } from '../../src/contract/operations.ts';
import { surChaqueMoteur } from '../support/backend.ts';

/** A database that counts the statements of its transactions. */
function compter(database: Database): { readonly database: Database; readonly nombre: () => number } {
  let nombre = 0;
  const compteur = (on: Requeteur): Requeteur => ({ query: (sql, params) => { nombre++; return on.query(sql, params); }, exec: (sql) => { nombre++; return on.exec(sql); } });
  return {
    database: { ...database, ...compteur(database), transaction: (fn, options) => database.transaction((tx) => fn(compteur(tx)), options) },
    nombre: () => { const lu = nombre; nombre = 0; return lu; },
  };
}

/** The most that each operation of the répertoire may send. */
const AU_PLUS: readonly (readonly [OperationName, (n: number) => object, number])[] = [
  ['listerNoeuds', () => ({}), 1],
  ['listerNoeuds', () => ({ par: 'categorie-de-besoins', domaines: 'MSS' }), 1],
  ['listerNoeuds', () => ({ par: 'favoris' }), 1],
  ['listerNoeuds', () => ({ parentId: 'DF-94' }), 1],
  ['listerNoeuds', () => ({ parentId: 'eg-ehpad-du-colibri' }), 2],
  ['listerNoeuds', () => ({ parentId: 'FAV-liste-lecteur' }), 1],
  ['chercherDansArbre', () => ({ texte: 'zephyr' }), 3],
  ['chercherDansArbre', () => ({ texte: 'introuvable' }), 1],
  ['lireNoeud', () => ({ noeudId: 'uo-crt-volet-1' }), 2],
  ['listerFavoris', () => ({}), 1],
  ['changerFavoris', (n) => ({ commande: { type: 'ajouter', noeudId: `z-${n + 1}` } }), 6],
  ['signalerAnomalie', () => ({ noeudId: 'uo-crt-volet-1', thematique: '06', message: 'Essai' }), 7],
  ['listerAnomalies', () => ({}), 2],
  ['suggererQuoi', () => ({ texte: 'zephyr' }), 1],
  ['suggererOu', () => ({ texte: 'colibri' }), 1],
  ['rechercher', () => ({ criteres: {} }), 2],
  ['rechercher', () => ({ criteres: { texte: 'zephyr' }, taille: 1 }), 2],
  ['rechercher', () => ({ criteres: { texte: 'zephyr', ou: { genre: 'structure', id: 'eg-ehpad-du-colibri' }, ouvert: true, places: true, age: 3 } }), 4],
  ['changerRecherches', (n) => ({ commande: { type: 'enregistrer', nom: `Recherche ${n}`, criteres: { texte: 'zephyr' }, alerte: true } }), 5],
  ['listerRecherches', () => ({}), 2],
];

surChaqueMoteur((banc) => {
  const ajouter = async (de: number, a: number): Promise<void> => {
    await banc.database.query(
      `insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit, domaines) select 'z-' || n, 'UO', 'eg-ehpad-du-colibri', 'eg-ehpad-du-colibri', 'Zéphyr ' || n, '94', true, '{MSS}' from generate_series($1::int, $2::int) n`, [de, a],
    );
    await banc.database.query(`insert into favori (liste_id, noeud_id, rang) select 'liste-lecteur', 'z-' || n, n from generate_series($1::int, $2::int) n where n > 10`, [de, a]);
    // What was written by other means is not in the search until it is built anew.
    await banc.database.exec('truncate recherche_nom cascade');
    await banc.backend.indexer();
    for (let n = de; n <= Math.min(a, 30); n++) await banc.demander('signalerAnomalie', { noeudId: 'uo-crt-volet-2', thematique: '06', message: `n° ${n}` }, 'lecteur');
  };

  test('no operation of the répertoire sends a statement per row', async () => {
    const { database, nombre } = compter(banc.database);
    const backend = await createBackend({ database, clock: banc.clock, newId: banc.newId });
    // Hours are looked at once a day, by the first search.
    await backend.dispatch('rechercher', { criteres: {} }, banc.acteur('lecteur'));
    const mesurer = async (tour: number) => {
      const mesures = [];
      nombre();
      // What changed is read once, all together, by the first search that comes after.
      await backend.dispatch('rechercher', { criteres: {} }, banc.acteur('lecteur'));
      assert.ok(nombre() <= 6, 'what changed takes a few statements, however much it is');
      for (const [name, input] of AU_PLUS) {
        nombre();
        await backend.dispatch(name, input(tour), banc.acteur('lecteur'));
        mesures.push(nombre());
      }
      return mesures;
    };
    await ajouter(1, 3);
    const peu = await mesurer(0);
    await ajouter(4, 150);
    const beaucoup = await mesurer(3);
    AU_PLUS.forEach(([name, input, max], rang) => {
      assert.equal(beaucoup[rang], peu[rang], `${name} ${JSON.stringify(input(0))}`);
      assert.ok(peu[rang]! <= max, `${name} ${JSON.stringify(input(0))}: ${peu[rang]} statements`);
    });
  });

  test('a correction sends as many statements in a structure of three units and of a hundred', async () => {
    const { database, nombre } = compter(banc.database);
    const backend = await createBackend({ database, clock: banc.clock, newId: banc.newId });
    const corriger = async () => {
      const { version, encadres } = await banc.demander('lireNoeud', { noeudId: 'uo-crt-volet-1' }, 'referent');
      assert.ok(encadres.length > 0);
      nombre();
      const valeurs = { nomOffre: `CRT – Volet 1 ${version}` };
      const answer = await backend.dispatch('corrigerFiche', { noeudId: 'uo-crt-volet-1', encadre: 'identification', version, valeurs }, banc.acteur('referent'));
      assert.ok(!('refus' in (answer as object)), JSON.stringify(answer));
      return nombre();
    };
    const peu = await corriger();
    await ajouter(1, 100);
    assert.equal(await corriger(), peu);
    assert.ok(peu <= 7, `${peu} statements`);
  });
});
