import { openDatabase, type OpenOptions } from './database/open.ts';
import { createBackend, type Backend, type BackendOptions } from './dispatch.ts';
import { createHandler, type HandlerOptions } from './doors/http.ts';
import { comptesPresents, seedOnce } from './seed/seed.ts';

export interface OpenBackendOptions extends OpenOptions, HandlerOptions, Pick<BackendOptions, 'clock' | 'newId' | 'timeZone'> {
  /** How often dossiers that are due are looked for. */
  readonly publicationEveryMs?: number;
  /** Whether an empty database is filled with the demonstration; default: unless the environment's `ROR_SEED` is `no`. */
  readonly seed?: boolean;
}

/** A backend at work: its HTTP door, and the publication of what is due. */
export interface OpenBackend extends Backend {
  readonly handle: (request: Request) => Promise<Response>;
  /** Where the data are, for a log. */
  readonly where: string;
}

/**
 * Opens the database that the environment asks for, fills an empty one with the demonstration structures, and keeps
 * publishing what is due until it is closed. Node only.
 */
export async function openBackend(options: OpenBackendOptions = {}): Promise<OpenBackend> {
  const { publicationEveryMs = 60_000, seed = process.env['ROR_SEED'] !== 'no', onError = (error: unknown) => { console.error(error); } } = options;
  const { database, where } = await openDatabase(options);
  try {
    const backend = await createBackend({ ...options, database });
    if (seed) await seedOnce({ ...options, database });
    const publier = () => { backend.publierEchus().catch(onError); };
    publier();
    const timer = setInterval(publier, publicationEveryMs);
    timer.unref();
    return { ...backend, where, handle: createHandler(backend, { demonstration: () => comptesPresents(database), ...options }), close: () => { clearInterval(timer); return backend.close(); } };
  } catch (error) {
    await database.close();
    throw error;
  }
}
