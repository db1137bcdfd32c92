/** What a page downloads for each published entry: bundled with Lit, minified, gzip -9, nomenclature data apart. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { say, type Table } from './report.ts';

const AIM_KB = 45;
const root = fileURLToPath(new URL('../..', import.meta.url));

type Chunk = Rolldown.OutputChunk;

const kilobytes = (chunks: readonly Chunk[]): number => chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
const kb = (chunks: readonly Chunk[]): string => kilobytes(chunks).toFixed(1);
const isData = ({ moduleIds }: Chunk): boolean => moduleIds.length > 0 && moduleIds.every((id) => /\/nomenclature\/data\//.test(id));

/** `dist` as the present source gives it, in a folder from which Lit is found. */
async function library(): Promise<string> {
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'bench-dist-'));
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true, sourcemap: false } });
  const { sideEffects } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly sideEffects: readonly string[] };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', sideEffects: sideEffects.map((path) => path.replace('./dist/', './')) }));
  return folder;
}

interface Bundle {
  /** Loaded with the entry. */
  readonly start: readonly Chunk[];
  /** Code loaded when it is needed. */
  readonly later: readonly Chunk[];
  readonly data: readonly Chunk[];
}

async function bundle(entries: readonly string[]): Promise<Bundle> {
  const virtual = '\0page';
  const { output } = await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    plugins: [{ name: 'page', resolveId: (id) => (id === virtual ? id : null), load: (id) => (id === virtual ? entries.map((entry, at) => `export * as entry${at} from ${JSON.stringify(entry)};`).join('\n') : null) }],
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: virtual, preserveEntrySignatures: 'strict' } },
  }) as Rolldown.RolldownOutput;
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const reach = (from: readonly Chunk[], edges: (chunk: Chunk) => readonly string[]): ReadonlySet<Chunk> => {
    const reached = new Set(from);
    for (const chunk of reached) for (const name of edges(chunk)) { const next = chunks.get(name); if (next) reached.add(next); }
    return reached;
  };
  const all = [...chunks.values()];
  const start = reach(all.filter(({ isEntry }) => isEntry), ({ imports }) => imports);
  const rest = all.filter((chunk) => !start.has(chunk));
  return { start: [...start], later: rest.filter((chunk) => !isData(chunk)), data: rest.filter(isData) };
}

function originOf(path: string): string {
  if (path.startsWith('\0')) return 'bundler';
  if (/\/(@?lit[\w-]*)\//.test(path)) return 'lit';
  if (/vendor\/zod/.test(path)) return 'zod';
  return path.split('/').slice(0, path.startsWith('engine/') ? 2 : 1).join('/');
}

/** Which part of the code loaded at start comes from where, largest first, before minification. */
function origins({ start }: Bundle, folder: string): string {
  const sizes = new Map<string, number>();
  for (const { modules } of start) {
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const origin = originOf(id.startsWith(folder) ? id.slice(folder.length + 1) : id);
      sizes.set(origin, (sizes.get(origin) ?? 0) + renderedLength);
    }
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return [...sizes].sort(([, a], [, b]) => b - a).map(([origin, size]) => `${origin} ${Math.round((size / total) * 100)} %`).join(', ');
}

export async function measureWeight(): Promise<Table> {
  say('weight: building');
  const folder = await library();
  try {
    const tags = (await readdir(join(folder, 'elements'), { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name.startsWith('ror-')).map(({ name }) => name).sort();
    const define = (tag: string): string => join(folder, 'elements', tag, 'define.js');
    const pages: readonly (readonly [string, readonly string[]])[] = [
      ...tags.map((tag) => [`${tag}.js`, [define(tag)]] as const),
      ...(tags.includes('ror-provider') ? [['ror-fiche-form.js + ror-provider.js', [define('ror-fiche-form'), define('ror-provider')]] as const] : []),
      ['client.js', [join(folder, 'client/index.js')]],
      ['define.js (all tags) + client.js', [join(folder, 'define.js'), join(folder, 'client/index.js')]],
    ];
    const bundles: (readonly [string, Bundle])[] = [];
    for (const [title, entries] of pages) bundles.push([title, await bundle(entries)]);
    const names = (chunks: readonly Chunk[]): string => chunks.map((chunk) => `${chunk.isEntry ? 'one chunk,' : chunk.name} ${kb([chunk])}`).join(', ') || 'nothing';
    const form = bundles.find(([title]) => title === 'ror-fiche-form.js')?.[1];
    const atStart = form ? kilobytes(form.start) : NaN;
    return {
      title: 'Weight, kB gzip -9, Lit included',
      head: ['entry', 'code at start', 'code on demand', 'data on demand'],
      rows: bundles.map(([title, { start, later, data }]) => [title, kb(start), later.length > 0 ? `${kb(later)} (${later.length} chunks)` : '0', data.length > 0 ? `${kb(data)} in all (${data.length} chunks)` : '0']),
      notes: [
        `Shared runtime and \`ror-fiche-form\`: ${atStart.toFixed(1)} kB at start, aim at most ${AIM_KB} kB${atStart > AIM_KB ? `: ${(atStart - AIM_KB).toFixed(1)} kB too much` : ''}.`,
        ...(form ? [
          `\`ror-fiche-form.js\` at start: ${names(form.start)}. Code on demand: ${names(form.later)}. Data on demand, one chunk each: ${form.data.map(({ name }) => name.replace('.json', '')).sort().join(', ')}.`,
          `Its code at start by origin, before minification: ${origins(form, folder)}.`,
          ...(form.start.some(isData) ? ['Nomenclature data are in the code at start.'] : []),
        ] : []),
        ...bundles.filter(([title, { later }]) => later.length > 0 && title !== 'ror-fiche-form.js').map(([title, { later }]) => `\`${title}\`, code on demand: ${names(later)}.`),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
