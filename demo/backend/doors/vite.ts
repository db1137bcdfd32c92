import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { FolderInUse } from '../database/lock.ts';
import { openBackend, VOISINS, type OpenBackend } from '../open.ts';
import { echo, ECHO_PATH } from './echo.ts';

/**
 * The reference backend behind Vite's development and preview servers, under `/api`. The database is opened once the
 * server listens, or at the first request when it never does (middleware mode).
 */
export function rorBackend(): Plugin {
  let opening: Promise<OpenBackend> | undefined;
  let log: (line: string) => void = () => {};
  let complain: (line: string) => void = () => {};
  /** A second server on the same data gets the demonstration in memory: a portal without backend is of no use. A folder that somebody named is never swapped. */
  const openSomewhere = () => openBackend({ voisins: VOISINS }).catch((error: unknown) => {
    if (!(error instanceof FolderInUse) || process.env['ROR_DATA'] !== undefined) throw error;
    complain(`backend: ${error.message}. Meanwhile this server has a demonstration in memory: what is done here is lost when it stops.`);
    return openBackend({ voisins: VOISINS, dataDir: 'memory://' });
  });
  const open = () => (opening ??= openSomewhere().then((backend) => {
    log(`backend ready: ${backend.where}`);
    if (backend.notice !== undefined) log(`backend: ${backend.notice}`);
    return backend;
  }, (error: unknown) => {
    opening = undefined;
    complain(`backend not ready: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }));
  const close = async () => {
    const opened = opening;
    opening = undefined;
    await (await opened?.catch(() => undefined))?.close();
  };

  interface Server {
    readonly config: { readonly logger: { info(line: string): void; error(line: string): void } };
    readonly httpServer: { once(event: 'listening' | 'close', listener: () => void): unknown } | null;
    readonly middlewares: { use(handler: (request: Parameters<ReturnType<typeof getRequestListener>>[0], response: Parameters<ReturnType<typeof getRequestListener>>[1], next: () => void) => void): unknown };
  }
  const mount = ({ config, httpServer, middlewares }: Server) => {
    log = (line) => { config.logger.info(`  ${line}`); };
    complain = (line) => { config.logger.error(`  ${line}`); };
    const listener = getRequestListener(async (request) => (await open()).handle(request), { overrideGlobalObjects: false });
    const echoed = getRequestListener(echo, { overrideGlobalObjects: false });
    middlewares.use((request, response, next) => {
      if (request.url === ECHO_PATH) void echoed(request, response);
      else if (!/^\/api(\/|$|\?)/.test(request.url ?? '')) next();
      else void listener(request, response);
    });
    httpServer?.once('listening', () => { open().catch(() => {}); });
    httpServer?.once('close', () => { void close(); });
  };

  return {
    name: 'ror-backend',
    configureServer: (server) => { mount(server); },
    configurePreviewServer: (server) => { mount(server); },
    closeBundle: close,
  };
}
