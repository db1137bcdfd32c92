import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { echo, ECHO_PATH } from './echo.ts';
import { PAGE_HEADERS } from './security.ts';

export interface NodeServerOptions {
  /** What `createHandler` gives. */
  readonly handle: (request: Request, de?: { readonly adresse?: string | undefined }) => Promise<Response>;
  /** Folder of the built portal; without it, only the API is served. */
  readonly portalDir?: string | undefined;
  readonly port?: number;
  readonly host?: string;
}

export interface NodeServer {
  readonly url: string;
  /** Stops taking requests, ends those under way. */
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json',
  '.map': 'application/json', '.txt': 'text/plain; charset=utf-8',
};

/** A Node HTTP server for the API under `/api` and, beside it, the portal's files under a strict policy. */
export async function serveNode({ handle, portalDir, port = 0, host = '127.0.0.1' }: NodeServerOptions): Promise<NodeServer> {
  const fetch = (request: Request, bindings: unknown): Promise<Response> => {
    // A proxy before this process would have to tell the address: `Forwarded` is not believed.
    const { incoming } = bindings as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
    const { pathname } = new URL(request.url);
    if (pathname === ECHO_PATH) return echo(request);
    return portalDir === undefined || /^\/api(\/|$)/.test(pathname) ? handle(request, { adresse: incoming?.socket?.remoteAddress }) : servePage(portalDir, request.method, pathname);
  };
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => { server.off('error', failed); listening(); });
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((closed, failed) => {
      server.close((error) => { if (error) failed(error); else closed(); });
      server.closeIdleConnections();
    }),
  };
}

async function servePage(folder: string, method: string, pathname: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return page(405, null, { allow: 'GET, HEAD' });
  const file = fileOf(folder, pathname);
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || content === undefined) return page(404, 'Not found', { 'content-type': 'text/plain; charset=utf-8' });
  // Vite puts a digest of the content into the names under assets/.
  const forever = /[\\/]assets[\\/]/.test(file);
  return page(200, method === 'HEAD' ? null : new Uint8Array(content), {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

/** The file of an address; undefined for one that leads out of the folder or to a hidden file. */
function fileOf(folder: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.split(/[\\/]/).some((part) => part.startsWith('.'))) return undefined;
  const root = normalize(folder);
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : undefined;
}

const page = (status: number, body: BodyInit | null, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, { status, headers: { ...PAGE_HEADERS, ...headers } });
