import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { createServer } from 'vite';
import { puppeteerOptions } from './support/browser.mjs';
import { policy, workerPolicy } from './support/csp-policy.mjs';
import { trustedLeaflet } from './support/trusted-leaflet.mjs';
import { browserTests, litEntries } from './support/files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = process.env.FILES ?? browserTests;

const browser = chromeLauncher({
  launchOptions: await puppeteerOptions(),
  async createPage({ context }) {
    // A context of its own per page: msw's service worker is shared by a context's pages, and one page's stop() would unregister it under another.
    const page = await (await context.browser().createBrowserContext()).newPage();
    const devtools = await page.createCDPSession();
    // All pages believe they have the focus: else sendKeys and sendMouse time out in every page but one.
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await devtools.send('Emulation.setLocaleOverride', { locale: 'fr-FR' });
    // `TIMEZONE=Indian/Reunion`: what is tested may not depend on where it runs.
    if (process.env.TIMEZONE) await devtools.send('Emulation.setTimezoneOverride', { timezoneId: process.env.TIMEZONE });
    return page;
  },
});

// Vite asks its client for this where an address is known only when it is asked for (`import-again.ts`); the rest of the client would look for a server of changes.
const quietClient = { name: 'quiet-client', enforce: 'pre', load: (id) => (id.endsWith('/vite/dist/client/client.mjs') ? 'export const injectQuery = (url) => url;' : undefined) };

// Vite serves the modules, with the same transforms as the build. As `middleware`, because plugins run after the runner's own file serving.
const vite = await createServer({
  root, configFile: false, appType: 'custom', clearScreen: false, logLevel: 'error', cacheDir: `${root}node_modules/.vite-wtr`,
  // Outside watch mode nothing is watched: the runner gives up, without a word, when it hears of a change.
  server: { middlewareMode: true, hmr: false, ws: false, ...(!process.argv.includes('--watch') && { watch: null }) },
  // All prepared before the first page, none discovered later: that would reload modules under a running test.
  optimizeDeps: { noDiscovery: true, include: [...litEntries(), '@socialgouv/jours-feries', 'idb-keyval', 'zod/mini', 'pdfkit', '@open-wc/testing', 'msw', 'msw/browser', 'hono'], exclude: ['@web/test-runner-commands', '@electric-sql/pglite'] },
  plugins: [trustedLeaflet(), quietClient, { name: 'wtr-external', enforce: 'pre', resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : undefined) }],
});

const serveWithVite = async (ctx, next) => {
  if (ctx.path === '/mockServiceWorker.js') ctx.url = '/node_modules/msw/lib/mockServiceWorker.js';
  if (ctx.path === '/' || ctx.path.startsWith('/__web-') || ctx.path.startsWith('/__wtr') || ctx.path.endsWith('/mockServiceWorker.js')) return next();
  if (ctx.path.endsWith('.worker.ts')) ctx.res.setHeader('content-security-policy', workerPolicy);
  await new Promise((done, fail) => { ctx.res.once('close', done); ctx.res.statusCode = 200; vite.middlewares(ctx.req, ctx.res, (e) => (e ? fail(e) : done(next()))); });
  if (ctx.res.headersSent) ctx.respond = false;
};

/** Strict policy on every page; the runner's own inline scripts, and only they, get the page's nonce. */
const serveStrictly = async (ctx, next) => {
  await next();
  if (ctx.path !== '/' || !ctx.response.is('html') || typeof ctx.body !== 'string') return;
  const nonce = randomBytes(16).toString('base64');
  ctx.body = ctx.body.replaceAll(/<script(?![^>]*\bsrc=)/g, `<script nonce="${nonce}"`);
  ctx.set('content-security-policy', policy(nonce));
};

/** The last line, alone and of a fixed form, for whoever reads the log. */
const summary = {
  stop({ sessions }) {
    let passed = 0, failed = 0;
    const walk = (suite) => { for (const t of suite.tests) if (t.passed) passed++; else if (!t.skipped) failed++; suite.suites.forEach(walk); };
    for (const session of sessions) {
      const before = failed;
      if (session.testResults) walk(session.testResults);
      if (!session.passed && failed === before) failed++; // a hook, an import or the page itself
    }
    console.log(`\n${passed} passed, ${failed} failed`);
  },
};

export default {
  rootDir: root,
  files,
  concurrency: 2,
  browsers: [browser],
  middleware: [serveStrictly, serveWithVite],
  plugins: [
    a11ySnapshotPlugin(),
    { name: 'vite', serverStart({ fileWatcher }) { vite.watcher.on('change', (file) => fileWatcher.emit('change', file)); }, serverStop: () => vite.close() },
  ],
  testRunnerHtml: (framework) => `<!doctype html><html lang="fr"><head><title>Test</title></head><body>
<script type="module" src="/test/support/csp.ts"></script><script type="module" src="${framework}"></script></body></html>`,
  testFramework: { config: { timeout: 30_000, forbidOnly: !!process.env.CI } },
  testsFinishTimeout: 120_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text-summary'] },
  reporters: [defaultReporter({ reportTestProgress: false }), summary],
};
