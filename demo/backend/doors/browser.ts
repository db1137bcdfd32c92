import { migrate } from '../database/migrate.ts';
import { openPglite } from '../database/pglite.ts';
import { createBackend, type Backend, type BackendOptions } from '../dispatch.ts';
import { bundledMigrations } from '../migrations/bundled.ts';
import { comptesPresents, seedOnce } from '../seed/seed.ts';
import { createHandler } from './http.ts';

export interface BrowserBackendOptions extends Pick<BackendOptions, 'clock' | 'newId'> {
  /** `memory://`, or `idb://name` to keep the data in the browser. */
  readonly dataDir?: string;
}

/**
 * The reference backend inside a page or a worker (behind Vite). PGlite compiles code from strings: under a strict
 * policy, run it in a worker whose own answer carries a looser one.
 */
export async function openInBrowser({ dataDir = 'memory://', ...options }: BrowserBackendOptions = {}): Promise<Backend & { readonly handle: (request: Request) => Promise<Response> }> {
  const database = await openPglite(dataDir);
  await migrate(database, bundledMigrations);
  const backend = await createBackend({ ...options, database });
  await seedOnce({ ...options, database });
  await backend.indexer();
  return { ...backend, handle: createHandler(backend, { demonstration: () => comptesPresents(database) }) };
}
