import { join } from 'node:path';
import { readMigrations } from '../migrations/read.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';

export interface OpenOptions {
  /** Address of a PostgreSQL server; default: the environment's `DATABASE_URL`. */
  readonly url?: string | undefined;
  /** Folder of the embedded database, or `memory://`; default: the environment's `ROR_DATA`, else `.data`. */
  readonly dataDir?: string | undefined;
}

export interface OpenedDatabase {
  readonly database: Database;
  /** Where the data are, without password. */
  readonly where: string;
  /** Whether it is a PostgreSQL server, that others may use, and not a database of this process. */
  readonly server: boolean;
}

/** Opens the database that the environment asks for, brought to the present schema. Node only. */
export async function openDatabase({ url = process.env['DATABASE_URL'], dataDir = process.env['ROR_DATA'] ?? '.data' }: OpenOptions = {}): Promise<OpenedDatabase> {
  const database = url ? (await import('./postgres.ts')).openPostgres(url) : await openLocal(dataDir);
  try {
    await migrate(database, readMigrations());
    return { database, where: url ? `PostgreSQL ${new URL(url).host}${new URL(url).pathname}` : `PGlite ${dataDir}`, server: Boolean(url) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openLocal(dataDir: string): Promise<Database> {
  const { openPglite } = await import('./pglite.ts');
  if (dataDir.includes('://')) return openPglite(dataDir);
  const unlock = lockFolder(dataDir);
  try {
    const database = await openPglite(join(dataDir, 'ror'));
    return { ...database, close: async () => { await database.close(); unlock(); } };
  } catch (error) {
    unlock();
    throw error;
  }
}
