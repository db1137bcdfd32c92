/** Databases that earlier releases made come to the present schema, with what they hold. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Database } from '../../demo/backend/database/database.ts';
import { migrate, type Migration } from '../../demo/backend/database/migrate.ts';
import { createBackend } from '../../demo/backend/dispatch.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { moteurs } from '../support/backend.ts';

/** What each released migration says, as the first characters of its SHA-256: whoever changes one breaks the databases that have it. */
const PUBLIEES: Readonly<Record<string, string>> = {
  '0001-repertoire.sql': 'bd3281b4', '0002-comptes.sql': '5b1a054e', '0003-dossiers.sql': '06abd331', '0004-comptes-par-departement.sql': '7ce74cb1', '0005-arbre.sql': '3910019a',
  '0006-favoris-corrections-anomalies.sql': '0a8ea1ba', '0007-recherche.sql': 'b4045f73', '0008-editions-des-codes.sql': 'b5238824', '0009-recherche-activites.sql': '12612d4a', '0010-recherche-etablissements.sql': 'a95a1526',
  '0011-recherche-changements.sql': 'eed5c351',
};

const toutes = [...readMigrations()].sort((a, b) => (a.name < b.name ? -1 : 1));
/** The first release had no index of the counts yet. */
const premiere: readonly Migration[] = toutes.slice(0, 3).map(({ name, sql }) => ({ name, sql: sql.replace(/^create index noeud_compte .*$/m, '') }));
/** Schemas that people may have: the first release, before the tree was searched, before the search, before activités were in it. */
const ANCIENNES: readonly (readonly [string, readonly Migration[]])[] = [
  ['the first release', premiere], ['0004', toutes.slice(0, 4)], ['0006', toutes.slice(0, 6)], ['0008', toutes.slice(0, 8)],
];

/** Tables with their columns, and indexes: all that a statement may count on. */
async function schemaDe(database: Database): Promise<unknown> {
  return [
    await database.query(`select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'public' order by 1, 2`),
    await database.query(`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`),
    await database.query(`select conrelid::regclass::text as sur, conname, pg_get_constraintdef(oid) as dit from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`),
  ];
}

const lecteur = comptesDeDemonstration.find(({ role }) => role === 'lecteur')!;

test('a released migration never changes', () => {
  const dites = Object.fromEntries(readMigrations().map(({ name, sql }) => [name, createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex').slice(0, 8)]));
  assert.deepEqual(dites, PUBLIEES);
});

for (const { nom, ouvrir } of moteurs) describe(nom, () => {
  for (const [quand, anciennes] of ANCIENNES) test(`a database of ${quand} has the schema of a new one, keeps its data, and is searched`, async () => {
    const [vieille, neuve] = [await ouvrir(), await ouvrir()];
    try {
      await migrate(vieille, anciennes);
      await vieille.query(`insert into noeud (id, type, parent_id, eg_id, nom, departement) values ('ej', 'EJ', null, null, 'Association des Tilleuls', null), ('eg', 'EG', 'ej', 'eg', 'Résidence des Tilleuls', '77')`);
      const appliquees = await migrate(vieille, toutes);
      assert.deepEqual(appliquees, toutes.slice(anciennes.length).map(({ name }) => name));
      assert.deepEqual(await migrate(vieille, toutes), [], 'a second start has nothing to do');
      await migrate(neuve, toutes);
      assert.deepEqual(await schemaDe(vieille), await schemaDe(neuve));
      const backend = await createBackend({ database: vieille });
      await backend.indexer();
      const { suggestions } = await backend.dispatch('suggererQuoi', { texte: 'tilleuls' }, lecteur) as { suggestions: { label: string }[] };
      assert.ok(suggestions.some(({ label }) => label === 'Résidence des Tilleuls'), JSON.stringify(suggestions));
    } finally {
      await vieille.close();
      await neuve.close();
    }
  });
});
