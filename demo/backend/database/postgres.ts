import pg from 'pg';
import type { Database, Requeteur } from './database.ts';

const requeteur = (on: pg.Pool | pg.PoolClient): Requeteur => ({
  query: async <Row extends object>(sql: string, params: readonly unknown[] = []) => (await on.query<Row>(sql, [...params])).rows,
  exec: async (sql) => { await on.query(sql); },
});

/**
 * A real PostgreSQL server.
 * @param url `postgres://user:password@host:port/database`
 */
export function openPostgres(url: string, { max = 10 }: { readonly max?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c work_mem=32MB' });
  // An idle connection that the server cuts is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    ...requeteur(pool),
    async transaction(fn, { lecture = false } = {}) {
      const client = await pool.connect();
      let broken: unknown;
      try {
        await client.query(lecture ? 'begin isolation level repeatable read, read only' : 'begin');
        const result = await fn(requeteur(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((reason: unknown) => { broken = reason; });
        throw error;
      } finally {
        client.release(broken !== undefined);
      }
    },
    close: () => pool.end(),
  };
}
