/** The page of another application: one element in a plain form, filled by keys alone and posted by the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serveNode, type NodeServer } from '../../demo/backend/doors/node.ts';
import { openBrowser, Personne } from './personne.ts';

let server: NodeServer;
let browser: Browser;

before(async () => {
  server = await serveNode({ handle: async () => new Response(null, { status: 404 }), portalDir: fileURLToPath(new URL('../../demo-dist', import.meta.url)) });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('fills the week by keys, posts the form without a framework, and the server receives it', async () => {
  const { page } = await Personne.arrives(browser, `${server.url}viatrajectoire/`);
  // Before anybody comes in, the tree holds the ranges of each day; then all cells.
  await page.getByRole('cell', { name: /^9.h – 17.h$/ }).first().waitFor();
  await page.getByRole('gridcell', { name: /^lundi 7.h, fermé$/ }).focus();
  await page.getByRole('gridcell', { name: /^lundi 9.h, ouvert$/ }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('gridcell', { name: /^mercredi 10.h, fermé$/ }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Envoyer la fiche' }).click();
  await page.getByRole('heading', { name: 'Fiche reçue' }).waitFor();
  const ouverture = JSON.parse(await page.locator('dt:has-text("ouverture") + dd').innerText()) as unknown;
  assert.deepEqual(ouverture, [{ debut: 540, fin: 1020, type: '01' }, { debut: 1980, fin: 2460, type: '01' }, { debut: 3480, fin: 3540, type: '01' }]);
  assert.deepEqual(asked.filter((path) => !path.includes('/assets/')), ['/viatrajectoire/recu']);
});

test('does not send a week that is missing, and leads to the agenda', async () => {
  const { page } = await Personne.arrives(browser, `${server.url}viatrajectoire/`);
  await page.getByRole('button', { name: 'Modèles' }).click();
  await page.getByRole('menuitem', { name: 'Tout effacer' }).click();
  await page.getByRole('button', { name: 'Envoyer la fiche' }).click();
  await page.waitForFunction(() => document.activeElement?.localName === 'ror-weekly-planning');
  assert.match(page.url(), /viatrajectoire\/$/);
  await page.getByRole('button', { name: 'Réinitialiser' }).click();
  await page.getByRole('gridcell', { name: /^lundi 9.h, ouvert$/ }).waitFor();
});

test('refuses what is no form', async () => {
  const send = (init: RequestInit) => fetch(`${server.url}viatrajectoire/recu`, init).then(({ status }) => status);
  assert.equal(await send({}), 405);
  assert.equal(await send({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }), 415);
  assert.equal(await send({ method: 'POST', body: new URLSearchParams({ a: 'x'.repeat(200_000) }) }), 413);
});
