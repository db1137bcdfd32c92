import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer, type Plugin } from 'vite';
import { playwrightOptions } from '../support/browser.mjs';

test('the same backend answers inside a browser', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'ror-browser-'));
  const script = `
    import { openInBrowser } from '/demo/backend/doors/browser.ts';
    const ask = async (backend, method, path, jeton, corps) => {
      const response = await backend.handle(new Request('http://ror.test/api' + path, {
        method, headers: { ...(jeton && { authorization: 'Bearer ' + jeton }), ...(corps && { 'content-type': 'application/json' }) }, ...(corps && { body: JSON.stringify(corps) }),
      }));
      return [response.status, await response.json()];
    };
    globalThis.result = (async () => {
      const backend = await openInBrowser();
      const [, { jeton }] = await ask(backend, 'POST', '/session', undefined, { identifiant: 'referent', motDePasse: 'demonstration' });
      const [status, { dossiers }] = await ask(backend, 'GET', '/dossiers', jeton);
      const [refused] = await ask(backend, 'GET', '/dossiers');
      return { status, refused, noms: dossiers.map(({ nom }) => nom).sort() };
    })();
  `;
  const page: Plugin = {
    name: 'page', resolveId: (id) => (id === '/page.js' ? id : undefined), load: (id) => (id === '/page.js' ? script : undefined),
    configureServer: ({ middlewares }) => void middlewares.use((request, response, next) => (request.url === '/' ? response.end('<!doctype html><script type="module" src="/page.js"></script>') : next())),
  };
  const vite = await createServer({
    configFile: false, appType: 'custom', root: fileURLToPath(new URL('../..', import.meta.url)), logLevel: 'silent', cacheDir, plugins: [page],
    optimizeDeps: { exclude: ['@electric-sql/pglite'], noDiscovery: true, include: ['@socialgouv/jours-feries'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  const browser = await chromium.launch(await playwrightOptions());
  try {
    await vite.listen();
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.goto(vite.resolvedUrls!.local[0]!);
    await tab.waitForFunction(() => 'result' in globalThis, undefined, { timeout: 60_000 }).catch((reason: unknown) => { throw new Error(errors.join('\n'), { cause: reason }); });
    assert.deepEqual(await tab.evaluate(() => (globalThis as unknown as { result: Promise<unknown> }).result), {
      status: 200, refused: 401, noms: ['Peuplement de CH Sainte-Claire Site des Tilleuls', 'Peuplement de EHPAD TEST'],
    });
  } finally {
    await browser.close();
    await vite.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
});
