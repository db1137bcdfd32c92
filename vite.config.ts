import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import { trustedLeaflet } from './test/support/trusted-leaflet.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const load = <T>(path: string) => tsImport(path, import.meta.url) as Promise<T>;

/** `ror-elements/…` is the source in development, so that an edit shows at once; else what `exports` publishes, so that the portal proves it. */
const publishedEntries = (fromSource: boolean): Plugin => ({
  name: 'published-entries', enforce: 'pre',
  resolveId(id) {
    if (id !== 'ror-elements' && !id.startsWith('ror-elements/')) return;
    if (!fromSource) return createRequire(here('./demo/portal/index.js')).resolve(id);
    const entry = id.slice('ror-elements/'.length).replace(/\.js$/, '');
    return here(entry.startsWith('ror-') ? `./src/elements/${entry}/define.ts` : entry === 'client' ? './src/client/index.ts' : `./src/${entry || 'index'}.ts`);
  },
});

/** The reference backend answers `/api` behind the development server and behind `vite preview`. */
const backend = async (): Promise<Plugin[]> => {
  const { rorBackend } = await load<{ rorBackend: () => Plugin }>('./demo/backend/doors/vite.ts');
  return [rorBackend()];
};

/**
 * Zod keeps its configuration and its registry on `globalThis`, shared by all copies on a page.
 * Ours is bundled, and given an object of its own instead: a host's `z.config()` cannot change how we parse, nor ours the host's.
 */
const privateZod = (): Plugin => ({
  name: 'private-zod',
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(core|registries)\.js$/.test(id)) return;
    if (!code.includes('(_a = globalThis).__zod_')) this.error(`zod no longer keeps its globals as expected: ${id}`);
    return { code: `const __own = {};\n${code.replaceAll('globalThis', '__own')}`, map: null };
  },
});

/** Style sheets and templates are texts to a minifier: blanks between their parts, and comments, are taken out here. */
const leanStyles = (): Plugin => ({
  name: 'lean-styles',
  transform(code, id) {
    if (/\/src\/elements\/.*\.ts$/.test(id) && /\bhtml`/.test(code)) return { code: code.replace(/\n +(?=<)/g, '\n'), map: null };
    if (!/(\.styles|\/ui\/tokens)\.ts$/.test(id)) return;
    const lean = (css: string): string => css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').replace(/([:,]) /g, '$1').replaceAll(';}', '}');
    return { code: code.replace(/\bcss`[^`]*`/g, lean), map: null };
  },
});

/** The contract as an OpenAPI 3.1 document beside the code that keeps it. */
const openapi = (): Plugin => ({
  name: 'openapi',
  async generateBundle() {
    const { openApiDocument } = await load<{ openApiDocument: (about: { version: string }) => unknown }>('./src/contract/openapi.ts');
    const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as { version: string };
    this.emitFile({ type: 'asset', fileName: 'openapi.json', source: `${JSON.stringify(openApiDocument({ version }), null, 2)}\n` });
  },
});

/** A page of another application, beside the portal: from its own folder in development, built into a folder of the portal's. */
const page = (name: 'viatrajectoire' | 'partenaire'): Plugin => ({
  name,
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, file] = new RegExp(`^/${name}/(|[\\w-]+\\.(?:ts|css))(?:\\?|$)`).exec(request.url ?? '') ?? [];
      if (file) request.url = `/@fs${here(`./demo/${name}/${file}`)}`;
      if (file !== '') return next();
      const source = readFileSync(here(`./demo/${name}/index.html`), 'utf8');
      void server.transformIndexHtml(`/${name}/index.html`, source).then((html) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html), next);
    });
  },
  async closeBundle() {
    if (this.environment.mode !== 'build') return;
    await build({ configFile: false, logLevel: 'warn', root: here(`./demo/${name}`), base: './', plugins: [publishedEntries(false)], build: { outDir: here(`./demo-dist/${name}`), emptyOutDir: true, target: 'es2022' } });
  },
});

const entries = () => Object.fromEntries([
  ...['index', 'define', 'planning', 'client/index'].map((name) => [name, here(`./src/${name}.ts`)] as const),
  ...readdirSync(here('./src/elements'), { withFileTypes: true }).filter((dir) => dir.isDirectory()).map(({ name }) => [`elements/${name}/define`, here(`./src/elements/${name}/define.ts`)] as const),
]);

const library = (): UserConfig => ({
  publicDir: false,
  plugins: [privateZod(), trustedLeaflet(), leanStyles(), openapi()],
  build: {
    outDir: 'dist', target: 'es2022', minify: false, sourcemap: true,
    lib: { entry: entries(), formats: ['es'] },
    rolldownOptions: {
      external: /^(lit|@lit)(\/|$)/,
      // npm never packs a folder named node_modules, so the bundled zod goes by another name.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, 'vendor/')}.js` },
    },
  },
});

export default defineConfig(async ({ mode, command }): Promise<UserConfig> => {
  if (command === 'build' && mode !== 'portal') return library();
  // The portal, in development too, lives under the policy of the strictest host.
  const { PAGE_HEADERS: headers } = await load<{ PAGE_HEADERS: Record<string, string> }>('./demo/backend/doors/security.ts');
  return {
    root: here('./demo/portal'),
    base: './',
    cacheDir: here('./node_modules/.vite'),
    optimizeDeps: { exclude: ['leaflet'] },
    plugins: [publishedEntries(command === 'serve'), ...(command === 'serve' ? [trustedLeaflet()] : []), page('viatrajectoire'), page('partenaire'), ...(command === 'serve' ? await backend() : [])],
    build: { outDir: here('./demo-dist'), emptyOutDir: true, target: 'es2022' },
    server: { host: '127.0.0.1', port: 5173, strictPort: false, headers, hmr: { overlay: false }, fs: { allow: ['./src', './demo/portal', './demo/viatrajectoire', './demo/partenaire', './node_modules'].map(here) } },
    preview: { host: '127.0.0.1', port: 4173, strictPort: false, headers },
  };
});
