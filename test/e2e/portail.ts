import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serveNode } from '../../demo/backend/doors/node.ts';
import { openBackend, type OpenBackend } from '../../demo/backend/open.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { openBrowser, Personne } from './personne.ts';

const built = fileURLToPath(new URL('../../demo-dist', import.meta.url));

/** The built portal and its backend on a database of their own, and a browser: all that a test file needs. */
export interface Portail {
  readonly url: string;
  readonly backend: OpenBackend;
  /** Moves the clock of the server: sessions end, dates d'effet come. */
  readonly passe: (ms: number) => void;
  /** Somebody opens a browser on the portal; `path` is what follows the address. */
  readonly arrive: (path?: string, viewport?: { width: number; height: number }, device?: { tactile?: boolean }) => Promise<Personne>;
  readonly close: () => Promise<void>;
}

/** On PGlite in memory; on a new database of the server of `DATABASE_URL` when it is set. */
export async function ouvrePortail(): Promise<Portail> {
  const postgres = process.env['DATABASE_URL'];
  const temporary = postgres ? await temporaryDatabase(postgres) : undefined;
  let decalage = 0;
  const backend = await openBackend({ url: temporary?.url, dataDir: 'memory://', seed: true, clock: () => new Date(Date.now() + decalage) });
  const server = await serveNode({ handle: backend.handle, portalDir: built });
  const browser: Browser = await openBrowser();
  return {
    url: server.url, backend,
    passe: (ms) => { decalage += ms; },
    arrive: (path = '', viewport, device) => Personne.arrives(browser, server.url + path, viewport, device),
    close: async () => {
      await browser.close();
      await server.close();
      await backend.close();
      await temporary?.drop();
    },
  };
}

/** Steps of one story: after one that fails, the others can only fail too, slowly. */
export function etapes(): (title: string, step: () => Promise<void>) => void {
  let broken = false;
  return (title, step) => void test(title, async (context) => {
    if (broken) return context.skip('an earlier step failed');
    broken = true;
    await step();
    broken = false;
  });
}

/** Today as the portal's date field and the guides write it. */
export const aujourdhui = (): string => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());

export const MOT_DE_PASSE = 'demonstration';
