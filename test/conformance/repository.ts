/** What every `Database` promises, whichever PostgreSQL is behind it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sqlState, type Database } from '../../demo/backend/database/database.ts';
import { migrate } from '../../demo/backend/database/migrate.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import type { Moteur } from '../support/backend.ts';

export function repositoryConformance({ nom, ouvrir }: Moteur): void {
  describe(`${nom} as a database`, () => {
    let database: Database;
    before(async () => { database = await ouvrir(); });
    after(() => database.close());
    beforeEach(() => database.exec('drop table if exists essai; create table essai (id int primary key, texte text, objet jsonb, liste text[])'));
    const ids = async () => (await database.query<{ id: number }>('select id from essai order by id')).map(({ id }) => id);

    test('gives back texts, lists and objects as they went in', async () => {
      const objet = { accents: 'Éléphant œuvre', vide: '', liste: [1, 2.5, null, true], profond: { a: [{ b: '\'"\\ \n' }] } };
      const liste = ['a', '', 'b,c', '"d"', 'é', 'NULL'];
      await database.query('insert into essai values ($1, $2, $3::jsonb, $4::text[])', [1, '\'; drop table essai; --', JSON.stringify(objet), liste]);
      assert.deepEqual(await database.query('select * from essai'), [{ id: 1, texte: '\'; drop table essai; --', objet, liste }]);
    });

    test('gives nulls and counts as JavaScript has them', async () => {
      assert.deepEqual(await database.query('select null as rien, count(*)::int as nombre, true as oui, \'2026-03-10\'::date::text as jour from essai'), [{ rien: null, nombre: 0, oui: true, jour: '2026-03-10' }]);
    });

    test('gives instants as dates', async () => {
      const [row] = await database.query<{ instant: Date }>('select $1::timestamptz as instant', ['2026-03-29T01:30:00.123Z']);
      assert.equal(row?.instant.toISOString(), '2026-03-29T01:30:00.123Z');
    });

    test('keeps a transaction that ends', async () => {
      assert.equal(await database.transaction(async (tx) => { await tx.query('insert into essai (id) values (1)'); return 'fini'; }), 'fini');
      assert.deepEqual(await ids(), [1]);
    });

    test('forgets a transaction that fails, and goes on', async () => {
      await assert.rejects(database.transaction(async (tx) => { await tx.query('insert into essai (id) values (1)'); throw new Error('coupure'); }), /coupure/);
      await database.query('insert into essai (id) values (2)');
      assert.deepEqual(await ids(), [2]);
    });

    test('forgets a transaction whose statement is wrong, and names the error', async () => {
      const error = await database.transaction(async (tx) => {
        await tx.query('insert into essai (id) values (1)');
        await tx.query('insert into essai (id) values (1)');
      }).catch((reason: unknown) => reason);
      assert.equal(sqlState(error), '23505');
      assert.deepEqual(await ids(), []);
    });

    test('refuses to write in a transaction that reads', async () => {
      const error = await database.transaction((tx) => tx.query('insert into essai (id) values (1)'), { lecture: true }).catch((reason: unknown) => reason);
      assert.equal(sqlState(error), '25006');
    });

    test('lets one transaction at a time change a row', async () => {
      await database.query('insert into essai (id, texte) values (1, \'0\')');
      await Promise.all(Array.from({ length: 8 }, () => database.transaction(async (tx) => {
        const [row] = await tx.query<{ texte: string }>('select texte from essai where id = 1 for update');
        await tx.query('update essai set texte = $1 where id = 1', [String(Number(row?.texte) + 1)]);
      })));
      assert.deepEqual(await database.query('select texte from essai'), [{ texte: '8' }]);
    });

    test('orders names without case and accents, the same everywhere', async () => {
      await migrate(database, readMigrations());
      const noms = ['zèbre', 'Été', 'ETE 2', 'œuvre', 'Avril', 'être', 'EHPAD l’Étoile', 'ehpad du Lac'];
      const rows = await database.query<{ nom: string }>('select nom from unnest($1::text[]) as n (nom) order by cle_de_tri(nom) collate "C", nom collate "C"', [noms]);
      assert.deepEqual(rows.map(({ nom: texte }) => texte), ['Avril', 'ehpad du Lac', 'EHPAD l’Étoile', 'Été', 'ETE 2', 'être', 'œuvre', 'zèbre']);
    });

    test('is migrated once, however many start at the same time', async () => {
      await database.exec('drop schema public cascade; create schema public');
      const runs = await Promise.all([migrate(database, readMigrations()), migrate(database, readMigrations()), migrate(database, readMigrations())]);
      assert.deepEqual(runs.flat().sort(), readMigrations().map(({ name }) => name).sort());
    });

    test('leaves nothing of a migration that fails, and what came before it', async () => {
      const migrations = [{ name: 'a', sql: 'create table premiere (id int)' }, { name: 'b', sql: 'create table seconde (id int); select 1 / 0' }];
      await assert.rejects(migrate(database, migrations));
      const tables = await database.query<{ t: string }>(`select table_name::text as t from information_schema.tables where table_name in ('premiere', 'seconde')`);
      assert.deepEqual(tables, [{ t: 'premiere' }]);
      assert.deepEqual(await migrate(database, migrations.slice(0, 1)), []);
    });
  });
}
