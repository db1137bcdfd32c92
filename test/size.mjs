/**
 * The weight of a page that uses one element: its entry with Lit and all shared code, bundled, minified and gzipped,
 * without nomenclature data. What is loaded at start is weighed as one file, as a bundler that knows what is loaded already makes it.
 * Beside it, what comes with the first fiche: code of the fields that it has (`WITH_FICHE`), not its schema, which is data.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What was reached, and up to a twentieth more: kB. */
const LIMITS = { 'ror-fiche-form': 45, 'ror-search': 31, 'ror-tree': 26, 'ror-weekly-planning': 20 };

/** Parts of the form that are fetched once a schema has long lists, lists of elements, addresses, agendas… */
const WITH_FICHE = { 'ror-fiche-form': [
  'engine/fiche/kinds', 'nomenclature/data-files', ...['longues', 'adresse', 'capacites', 'horaires', 'liste', 'reference', 'territoires', 'textes'].map((name) => `elements/ror-fiche-form/kinds/${name}`),
] };

const { resolve } = createRequire(import.meta.url);

async function chunksOf(input, isStart) {
  const codeSplitting = isStart ? { groups: [{ name: 'start', test: isStart }] } : true;
  const [{ output }] = await build({ configFile: false, logLevel: 'error', build: {
    write: false, target: 'es2022', lib: { entry: input, formats: ['es'] }, rolldownOptions: { output: { minify: true, codeSplitting } },
  } });
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set();
  const load = (name) => { if (!loaded.has(name)) { loaded.add(name); chunks.get(name).imports.forEach(load); } };
  [...chunks.values()].filter((chunk) => chunk.isEntry).forEach((chunk) => load(chunk.fileName));
  return [...loaded].map((name) => chunks.get(name));
}

async function weigh(input) {
  const ids = new Set((await chunksOf(input)).flatMap(({ moduleIds }) => moduleIds));
  const start = await chunksOf(input, (id) => ids.has(id));
  return start.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
}

for (const [tag, limit] of Object.entries(LIMITS)) {
  const input = resolve(`ror-elements/${tag}.js`);
  const kb = await weigh(input);
  const parts = WITH_FICHE[tag]?.map((name) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url)));
  const all = parts ? `, ${(await weigh([input, ...parts])).toFixed(1)} with every kind of field` : '';
  console.log(`${tag} with all it needs: ${kb.toFixed(1)} kB gzip, at most ${limit}${all}`);
  if (kb > limit) process.exitCode = 1;
}
