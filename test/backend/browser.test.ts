import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { playwrightOptions } from '../support/browser.mjs';

test('the same backend answers inside a browser', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ror-browser-'));
  const repository = fileURLToPath(new URL('../..', import.meta.url));
  writeFileSync(join(root, 'index.html'), '<!doctype html><script type="module" src="./page.ts"></script>');
  writeFileSync(join(root, 'page.ts'), `
    import { openInBrowser } from '/@fs${repository}demo/backend/doors/browser.ts';
    const ask = async (backend, method, path, jeton, corps) => {
      const response = await backend.handle(new Request('http://ror.test/api' + path, {
        method, headers: { ...(jeton && { authorization: 'Bearer ' + jeton }), ...(corps && { 'content-type': 'application/json' }) }, ...(corps && { body: JSON.stringify(corps) }),
      }));
      return [response.status, await response.json()];
    };
    globalThis.result = (async () => {
      const backend = await openInBrowser();
      const [, { jeton }] = await ask(backend, 'POST', '/session', undefined, { identifiant: 'referent', motDePasse: 'demonstration' });
      const [status, dossiers] = await ask(backend, 'GET', '/dossiers', jeton);
      const [refused] = await ask(backend, 'GET', '/dossiers');
      return { status, refused, noms: dossiers.map(({ nom }) => nom).sort() };
    })();
  `);
  const vite = await createServer({
    configFile: false, root, logLevel: 'silent', cacheDir: join(root, 'cache'), optimizeDeps: { exclude: ['@electric-sql/pglite'], noDiscovery: true, include: [] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [root, repository] } },
  });
  const browser = await chromium.launch(await playwrightOptions());
  try {
    await vite.listen();
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(vite.resolvedUrls!.local[0]!);
    await page.waitForFunction(() => 'result' in globalThis, undefined, { timeout: 60_000 }).catch((reason: unknown) => { throw new Error(errors.join('\n'), { cause: reason }); });
    assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { result: Promise<unknown> }).result), {
      status: 200, refused: 401, noms: ['Peuplement de CH Sainte-Claire Site des Tilleuls', 'Peuplement de EHPAD TEST'],
    });
  } finally {
    await browser.close();
    await vite.close();
    rmSync(root, { recursive: true, force: true });
  }
});
