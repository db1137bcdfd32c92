import type { Database, Requeteur } from './database.ts';

/** One step of the schema, never changed once it has been released. */
export interface Migration {
  /** Its file name: `0001-repertoire.sql`. The number orders it. */
  readonly name: string;
  readonly sql: string;
}

/** Any number, the same for all processes: only one of them migrates at a time. */
const VERROU = 7_261_002;

/**
 * Applies the migrations that the database has not seen, each in its own transaction with its mark.
 * @returns the names of those that were applied.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const alone = <T>(fn: (tx: Requeteur) => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [VERROU]);
      return fn(tx);
    });

  await alone((tx) => tx.exec('create table if not exists migration (nom text primary key, appliquee_le timestamptz not null default now())'));
  const applied: string[] = [];
  for (const { name, sql } of [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    await alone(async (tx) => {
      if ((await tx.query('select 1 from migration where nom = $1', [name])).length > 0) return;
      await tx.exec(sql);
      await tx.query('insert into migration (nom) values ($1)', [name]);
      applied.push(name);
    });
  }
  return applied;
}
