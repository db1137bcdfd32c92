/** The weight of a page that uses only the form: `ror-elements/ror-fiche-form.js` with Lit and all shared code, bundled, minified and gzipped, without nomenclature data. */
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const LIMIT_KB = 60;
const input = createRequire(import.meta.url).resolve('ror-elements/ror-fiche-form.js');
const { output } = await build({ configFile: false, logLevel: 'error', build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } } });
const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));

const loaded = new Set();
const load = (name) => { if (!loaded.has(name)) { loaded.add(name); chunks.get(name).imports.forEach(load); } };
[...chunks.values()].filter((chunk) => chunk.isEntry).forEach((chunk) => load(chunk.fileName));

const kb = [...loaded].reduce((sum, name) => sum + gzipSync(chunks.get(name).code, { level: 9 }).length, 0) / 1000;
console.log(`ror-fiche-form with all it needs: ${kb.toFixed(1)} kB gzip, at most ${LIMIT_KB}`);
if (kb > LIMIT_KB) process.exitCode = 1;
