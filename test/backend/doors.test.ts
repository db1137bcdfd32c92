import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setupServer } from 'msw/node';
import { createServer, type ViteDevServer } from 'vite';
import { embedded, http, RorClient, type RorClientError } from '../../src/client/index.ts';
import { lockFolder } from '../../demo/backend/database/lock.ts';
import { rorHandlers } from '../../demo/backend/doors/msw.ts';
import { serveNode, type NodeServer } from '../../demo/backend/doors/node.ts';
import { rorBackend } from '../../demo/backend/doors/vite.ts';
import { openBackend, seedAsked, type OpenBackend } from '../../demo/backend/open.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';

const NOM = 'Peuplement de EHPAD TEST';
const folder = mkdtempSync(join(tmpdir(), 'ror-doors-'));
after(() => { rmSync(folder, { recursive: true, force: true }); });

describe('the demonstration', () => {
  const asked: readonly (readonly [asked: string | undefined, server: boolean, seeded: boolean])[] = [
    [undefined, false, true], ['yes', false, true], ['no', false, false], ['', false, true], [undefined, true, false], ['', true, false], ['no', true, false], ['true', true, false], ['yes', true, true],
  ];
  for (const [ask, server, seeded] of asked) {
    test(`ROR_SEED=${ask ?? ''} ${seeded ? 'fills' : 'does not fill'} ${server ? 'a PostgreSQL' : 'a PGlite'}`, () => { assert.equal(seedAsked(ask, server), seeded); });
  }

  /** Whether somebody can sign in with the public password, what the page of sign-in is told, and what the log says. */
  async function started(backend: OpenBackend): Promise<readonly [boolean, number, string | undefined]> {
    try {
      const signIn = await backend.connecter({ identifiant: 'gestionnaire', motDePasse: 'demonstration' }).then(() => true, () => false);
      return [signIn, (await backend.handle(new Request('http://ror.test/api/comptes-de-demonstration'))).status, backend.notice];
    } finally {
      await backend.close();
    }
  }

  test('that is not asked for leaves nobody to sign in, and nothing to list', async () => {
    assert.deepEqual(await started(await openBackend({ url: '', dataDir: 'memory://', seed: false })), [false, 404, undefined]);
  });

  test('is not put into a PostgreSQL unless it is asked for, and the log says so', { skip: !process.env['DATABASE_URL'] }, async () => {
    const { url, drop } = await temporaryDatabase(process.env['DATABASE_URL']!);
    const asked = process.env['ROR_SEED'];
    try {
      delete process.env['ROR_SEED'];
      const [signIn, status, notice] = await started(await openBackend({ url }));
      assert.deepEqual([signIn, status], [false, 404]);
      assert.match(notice ?? '', /empty.*ROR_SEED=yes/);
      process.env['ROR_SEED'] = 'yes';
      assert.deepEqual(await started(await openBackend({ url })), [true, 200, undefined]);
      delete process.env['ROR_SEED'];
      assert.deepEqual(await started(await openBackend({ url })), [true, 404, undefined], 'what is there stays');
    } finally {
      if (asked === undefined) delete process.env['ROR_SEED'];
      else process.env['ROR_SEED'] = asked;
      await drop();
    }
  });
});

describe('the doors', () => {
  let backend: OpenBackend;
  let server: NodeServer;
  const portalDir = join(folder, 'portal');
  before(async () => {
    mkdirSync(join(portalDir, 'assets'), { recursive: true });
    writeFileSync(join(portalDir, 'index.html'), '<!doctype html><title>ROR</title>');
    writeFileSync(join(portalDir, 'assets', 'a-1234.js'), 'export {};');
    writeFileSync(join(portalDir, '.secret'), 'x');
    writeFileSync(join(folder, 'dehors.txt'), 'x');
    backend = await openBackend({ url: '', dataDir: 'memory://' });
    server = await serveNode({ handle: backend.handle, portalDir });
  });
  after(async () => {
    await server.close();
    await backend.close();
  });

  /** A client with a session, whose requests go through this `fetch`. */
  async function client(baseUrl: string, doFetch: typeof fetch = fetch): Promise<RorClient> {
    const response = await doFetch(`${baseUrl}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifiant: 'referent', motDePasse: 'demonstration' }) });
    const { jeton } = (await response.json()) as { jeton: string };
    return new RorClient(http({ baseUrl, getToken: () => jeton, fetch: doFetch }));
  }
  const peuplement = async (one: RorClient) => (await one.call('listerDossiers', {})).dossiers.find(({ nom }) => nom === NOM)?.nom;

  test('Node serves the API to the client of the library', async () => {
    assert.equal(await peuplement(await client(`${server.url}api`)), NOM);
  });

  test('MSW answers with the same backend', async () => {
    const msw = setupServer(...rorHandlers(backend.handle));
    msw.listen({ onUnhandledRequest: 'error' });
    try {
      assert.equal(await peuplement(await client('http://page.test/api')), NOM);
    } finally {
      msw.close();
    }
  });

  test('the embedded transport answers with the same backend, and its problems', async () => {
    const { acteur } = await backend.connecter({ identifiant: 'lecteur', motDePasse: 'demonstration' });
    const one = new RorClient(embedded((name, input) => backend.dispatch(name, input, acteur)));
    assert.deepEqual(await one.call('lireProfil', {}), acteur);
    const error = await one.call('lireDossier', { dossierId: 'nulle-part' }).catch((reason: unknown) => reason as RorClientError);
    assert.equal((error as RorClientError).kind, 'missing');
  });

  test('the accounts of a demonstration are told to the sign-in page', async () => {
    const comptes = (await (await fetch(`${server.url}api/comptes-de-demonstration`)).json()) as { identifiant: string; motDePasse: string; texte: string }[];
    assert.equal(comptes.length, 7);
    assert.ok(comptes.every(({ identifiant, motDePasse, texte }) => identifiant && motDePasse && texte));
  });

  test('Node serves the portal under a strict policy', async () => {
    const page = await fetch(server.url);
    assert.deepEqual([page.status, page.headers.get('content-type'), page.headers.get('cache-control')], [200, 'text/html; charset=utf-8', 'no-cache']);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes(`default-src 'none'`) && policy.includes(`require-trusted-types-for 'script'`) && !policy.includes('unsafe'), policy);
    const asset = await fetch(`${server.url}assets/a-1234.js`);
    assert.deepEqual([asset.headers.get('content-type'), asset.headers.get('cache-control')], ['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    assert.equal((await fetch(server.url, { method: 'POST' })).status, 405);
    assert.equal((await fetch(`${server.url}nulle-part`)).status, 404);
  });

  for (const path of ['/../dehors.txt', '/%2e%2e/dehors.txt', '/..%2fdehors.txt', '/assets/../../dehors.txt', '/..%5cdehors.txt', '/.secret', '/%2esecret', '/assets/..%00/index.html', '/%', '//etc/passwd']) {
    test(`Node serves nothing outside the portal's folder: ${path}`, async () => {
      // As it is written: fetch would tidy the path up first.
      const status = await new Promise<number>((done, failed) => {
        const { hostname, port } = new URL(server.url);
        request({ hostname, port, path }, (answer) => { answer.resume(); done(answer.statusCode ?? 0); }).on('error', failed).end();
      });
      assert.ok(status === 404 || status === 400, String(status));
    });
  }
});

describe('the Vite door', () => {
  let vite: ViteDevServer;
  const lines: string[] = [];
  before(async () => {
    process.env['ROR_DATA'] = join(folder, 'data');
    const url = process.env['DATABASE_URL'];
    delete process.env['DATABASE_URL'];
    const root = join(folder, 'site');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Site</title>');
    vite = await createServer({
      configFile: false, root, plugins: [rorBackend()], server: { port: 0, host: '127.0.0.1' }, cacheDir: join(folder, 'cache'), optimizeDeps: { noDiscovery: true },
      customLogger: { info: (line) => { lines.push(line); }, warn: () => {}, warnOnce: () => {}, error: () => {}, clearScreen: () => {}, hasErrorLogged: () => false, hasWarned: false },
    });
    await vite.listen();
    if (url !== undefined) process.env['DATABASE_URL'] = url;
  });
  after(() => vite.close());

  test('serves the API under /api, says so in one line, and leaves the rest to Vite', async () => {
    const base = vite.resolvedUrls!.local[0]!;
    const answer = await fetch(`${base}api/profil`);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [401, 'application/problem+json; charset=utf-8']);
    assert.match(await (await fetch(base)).text(), /<title>Site<\/title>/);
    assert.equal((await fetch(`${base}apiculture`, { headers: { accept: 'text/html' } })).headers.get('content-type')?.split(';')[0], 'text/html');
    assert.deepEqual(lines.filter((line) => line.includes('backend')), [`  backend ready: PGlite ${process.env['ROR_DATA']}`]);
  });

  /** A server beside the first, whose data it would share; what it says. */
  async function beside<T>(use: (base: string, said: readonly string[]) => Promise<T>): Promise<T> {
    const url = process.env['DATABASE_URL'];
    delete process.env['DATABASE_URL'];
    const said: string[] = [];
    const add = (line: string) => { said.push(line); };
    const second = await createServer({
      configFile: false, root: join(folder, 'site'), plugins: [rorBackend()], server: { port: 0, host: '127.0.0.1' }, cacheDir: join(folder, 'cache-2'), optimizeDeps: { noDiscovery: true },
      customLogger: { info: add, warn: () => {}, warnOnce: () => {}, error: add, clearScreen: () => {}, hasErrorLogged: () => false, hasWarned: false },
    });
    try {
      return await use((await second.listen()).resolvedUrls!.local[0]!, said);
    } finally {
      await second.close();
      if (url !== undefined) process.env['DATABASE_URL'] = url;
    }
  }

  test('a second one on the folder that somebody named has no backend, and says what to do', () => beside(async (base, said) => {
    assert.equal((await fetch(`${base}api/profil`)).status, 500);
    const told = said.filter((line) => line.includes('backend not ready'));
    assert.ok(told.length > 0);
    for (const line of told) assert.match(line, new RegExp(`in use by process ${process.pid}; stop it, or set ROR_DATA to another folder`));
  }));

  test('a second one on the usual folder works in memory, and says what becomes of it', async () => {
    const [named, here] = [process.env['ROR_DATA'], process.cwd()];
    const elsewhere = join(folder, 'usual');
    mkdirSync(join(elsewhere, '.data'), { recursive: true });
    delete process.env['ROR_DATA'];
    process.chdir(elsewhere);
    const release = lockFolder('.data');
    try {
      await beside(async (base, said) => {
        assert.equal((await fetch(`${base}api/comptes-de-demonstration`)).status, 200);
        assert.match(said.filter((line) => line.includes('backend')).join('\n'), /in use by process .*in memory: what is done here is lost[^]*backend ready: PGlite memory/);
      });
    } finally {
      release();
      process.chdir(here);
      if (named !== undefined) process.env['ROR_DATA'] = named;
    }
  });

  test('gives its data back when the server closes', async () => {
    await vite.close();
    const again = await openBackend({ url: '', dataDir: process.env['ROR_DATA'] });
    await again.close();
  });
});
