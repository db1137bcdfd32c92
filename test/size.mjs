/**
 * The weight of a page that uses one element: its entry with Lit and all shared code, bundled, minified and gzipped,
 * without nomenclature data. What is loaded at start is weighed as one file, as a bundler that knows what is loaded already makes it.
 */
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What was reached, and up to a twentieth more: kB. */
const LIMITS = { 'ror-fiche-form': 53, 'ror-search': 34, 'ror-tree': 25, 'ror-weekly-planning': 20 };

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

for (const [tag, limit] of Object.entries(LIMITS)) {
  const input = resolve(`ror-elements/${tag}.js`);
  const ids = new Set((await chunksOf(input)).flatMap(({ moduleIds }) => moduleIds));
  const start = await chunksOf(input, (id) => ids.has(id));
  const kb = start.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
  console.log(`${tag} with all it needs: ${kb.toFixed(1)} kB gzip, at most ${limit}`);
  if (kb > limit) process.exitCode = 1;
}
