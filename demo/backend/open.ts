import { openDatabase, type OpenOptions } from './database/open.ts';
import { createBackend, type Backend, type BackendOptions } from './dispatch.ts';
import { createHandler, type Appelant, type HandlerOptions } from './doors/http.ts';
import { LIMITES } from './limites.ts';
import { comptesPresents, isEmpty, seedOnce } from './seed/seed.ts';

export interface OpenBackendOptions extends OpenOptions, HandlerOptions, Pick<BackendOptions, 'clock' | 'newId' | 'timeZone'> {
  /** How often dossiers that are due are looked for. */
  readonly publicationEveryMs?: number;
  /** Whether an empty database is filled with the demonstration, and its accounts told to the sign-in page; default: {@link seedAsked}. */
  readonly seed?: boolean;
  /** Invented establishments around those of the demonstration, so that a search finds something near; none by default. */
  readonly voisins?: number;
}

/** Of a demonstration that people walk through. */
export const VOISINS = 140;

/** A backend at work: its HTTP door, and the publication of what is due. */
export interface OpenBackend extends Backend {
  readonly handle: (request: Request, de?: Appelant) => Promise<Response>;
  /** Where the data are, for a log. */
  readonly where: string;
  /** What whoever starts it has to know, for a log. */
  readonly notice?: string;
}

/**
 * What the environment asks: `ROR_SEED` is `yes` or `no`. The accounts of the demonstration have a public password: a
 * server that others reach gets them only when somebody said so.
 */
export const seedAsked = (asked: string | undefined, server: boolean): boolean => asked === 'yes' || (asked !== 'no' && !server);

/**
 * Opens the database that the environment asks for, fills an empty one with the demonstration structures, and keeps
 * publishing what is due until it is closed. Node only.
 */
export async function openBackend(options: OpenBackendOptions = {}): Promise<OpenBackend> {
  const { publicationEveryMs = 60_000, onError = (error: unknown) => { console.error(error); } } = options;
  const { database, where, server } = await openDatabase(options);
  const seed = options.seed ?? seedAsked(process.env['ROR_SEED'], server);
  try {
    const backend = await createBackend({ ...options, database });
    if (seed) await seedOnce({ ...options, database });
    await backend.indexer();
    // Nobody waits for it: meanwhile the database answers.
    const preparation = backend.preparer().catch(onError);
    const publier = () => { backend.publierEchus().catch(onError); };
    publier();
    const timer = setInterval(publier, publicationEveryMs);
    timer.unref();
    const handle = createHandler(backend, { limites: LIMITES, ...(seed && { demonstration: () => comptesPresents(database) }), ...options });
    const notice = server && !seed && await isEmpty(database) ? 'the database is empty: nobody can sign in; ROR_SEED=yes fills it with the demonstration' : undefined;
    return { ...backend, where, ...(notice !== undefined && { notice }), handle, close: async () => { clearInterval(timer); await preparation; await backend.close(); } };
  } catch (error) {
    await database.close();
    throw error;
  }
}
