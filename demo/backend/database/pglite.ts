import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { Database, Requeteur } from './database.ts';

/** Anything of PGlite that carries out a statement: the database or a transaction. */
interface Statements {
  query<Row>(sql: string, params?: unknown[]): Promise<{ rows: Row[] }>;
  exec(sql: string): Promise<unknown>;
}

const requeteur = (on: Statements): Requeteur => ({
  query: async <Row extends object>(sql: string, params: readonly unknown[] = []) => (await on.query<Row>(sql, [...params])).rows,
  exec: async (sql) => { await on.exec(sql); },
});

/**
 * PostgreSQL compiled to WebAssembly, in this process. Statements and transactions wait for one another:
 * it has one connection.
 * @param dataDir Folder of Node (`.data/ror`), `idb://name` in a browser, or nothing for memory.
 */
export async function openPglite(dataDir = 'memory://'): Promise<Database> {
  const pglite = await PGlite.create({ dataDir, extensions: { unaccent, pg_trgm } });
  return {
    ...requeteur(pglite),
    transaction: (fn, { lecture = false } = {}) =>
      pglite.transaction(async (tx) => {
        if (lecture) await tx.query('set transaction isolation level repeatable read, read only');
        return fn(requeteur(tx));
      }),
    close: () => pglite.close(),
  };
}
