/** `npm run bench -- [form] [dossier] [backend] [weight] [planning] [--reps N] [--eg N] [--uo N] [--profile]`: prints figures, judges none. */
import { parseArgs } from 'node:util';
import { measureBackend } from './backend.ts';
import { measureDossier } from './dossier.ts';
import { measureForm } from './form.ts';
import { serve, Shown, type Site } from './pages.ts';
import { measurePlanning } from './planning.ts';
import { load, machine, markdown, say, type Table } from './report.ts';
import { measureWeight } from './weight.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reps: { type: 'string', default: '5' }, eg: { type: 'string', default: '30000' }, uo: { type: 'string', default: '300000' }, profile: { type: 'boolean', default: false } },
});

/** A number of the command line. */
function number(name: 'reps' | 'eg' | 'uo', least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} ${values[name]}: a whole number from ${least} on`);
}

const pages = { repetitions: number('reps', 1), profiling: values.profile };
const size = { eg: number('eg', 1_000), uo: number('uo', 10_000) };

async function inPages(names: readonly string[], measure: (site: Site) => Promise<Table>): Promise<Table> {
  const site = await serve(names, { readable: pages.profiling });
  try {
    return await measure(site);
  } finally {
    await site.close();
  }
}

const parts: Readonly<Record<string, () => Promise<Table>>> = {
  form: () => inPages(['form', 'floor'], (site) => measureForm(site, pages)),
  dossier: () => inPages(['dossier', 'floor'], (site) => measureDossier(site, pages)),
  weight: measureWeight,
  planning: measurePlanning,
  backend: () => measureBackend(size),
};

const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const begun = performance.now();
const before = load();
const tables: Table[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    tables.push(await measure());
  } catch (error) {
    // The other parts still have something to say.
    say(`${name}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

console.log(`\n## Bench of ${new Date().toISOString().slice(0, 10)}\n`);
console.log(`${machine()}${Shown.version && `, Chromium ${Shown.version}`}. Load ${before} before, ${load()} after; ${Math.round((performance.now() - begun) / 1000)} s.\n`);
for (const table of tables) console.log(markdown(table));
if (pages.profiling) console.log('The profiler was on: compare nothing with these figures.');
