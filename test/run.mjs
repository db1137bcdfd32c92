/**
 * The whole proof, one step after another: `node test/run.mjs [step…]`.
 * Ends with a table and ONE line `N passed, N failed`; a step that finds no test has failed.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { browserRooms, nodeTests, requireBrowserRooms } from './support/files.mjs';

const bin = (name) => ({ tsc: 'node_modules/typescript/bin/tsc', eslint: 'node_modules/eslint/bin/eslint.js', wtr: 'node_modules/@web/test-runner/dist/bin.js' })[name];
const once = ['--test-reporter=spec', 'test/support/one-process.mjs'];
const each = ['--test', '--test-reporter=spec', `--test-concurrency=${Math.min(2, availableParallelism())}`];
const typescript = ['--import', 'tsx'];
const npm = ['--run-npm'];

/**
 * Name → the commands of the step; `counted` says who counts the tests, else the step counts as one. Steps of one processor and no
 * browser have a `lane`: lanes run side by side, first, and a step of a lane prints when it is over.
 */
const steps = {
  typecheck: { lane: 'a', commands: () => [[bin('tsc'), '-p', 'tsconfig.json'], [bin('tsc'), '-p', 'test/architecture/tsconfig.pure.json']] },
  lint: { lane: 'a', commands: () => [[...npm, 'lint']] },
  architecture: { lane: 'a', counted: 'node', commands: () => [[...each, ...nodeTests('architecture')]] },
  engine: { lane: 'b', counted: 'node', commands: () => [[...typescript, ...once, ...nodeTests('engine')]] },
  node: { lane: 'a', counted: 'node', commands: () => [[...typescript, ...once, ...nodeTests('domain', 'nomenclature', 'contract', 'client', 'documents')]] },
  backend: { counted: 'node', commands: () => [[...typescript, ...each, ...nodeTests('backend')]] },
  browser: { counted: 'wtr', commands: () => { requireBrowserRooms(); return [[bin('wtr'), '--config', 'test/wtr.config.mjs']]; } },
  /** The planning again, as seen from La Réunion: neither a clock of the machine nor one of the browser may count. */
  'reunion-node': { lane: 'a', counted: 'node', env: { TZ: 'Indian/Reunion' }, commands: () => [[...typescript, ...once, ...nodeTests('engine/planning')]] },
  'reunion-browser': { counted: 'wtr', env: { TIMEZONE: 'Indian/Reunion' }, commands: () => [[bin('wtr'), '--config', 'test/wtr.config.mjs', '--files', 'test/elements/*planning*.test.ts', '--files', 'test/elements/*horaires*.test.ts']] },
  build: { commands: () => [[...npm, 'build']] },
  e2e: { counted: 'node', needs: 'build', commands: () => [[...typescript, ...each, ...nodeTests('e2e')]] },
};

/** Every room of `test/` with test files belongs to a step: a forgotten room would pass by never running. */
const rooms = new Set(['architecture', 'engine', 'domain', 'nomenclature', 'contract', 'client', 'documents', 'backend', 'e2e', ...browserRooms]);
const strays = () => readdirSync('test', { recursive: true }).map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.test\.(ts|mjs)$/.test(file) && !file.includes('.browser.test.') && !rooms.has(file.split('/')[0])).map((file) => `test/${file} belongs to no step`);

const run = (command, env, apart) => new Promise((done) => {
  const [file, args] = command[0] === npm[0] ? [process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', command[1]]] : [process.execPath, command];
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: file.endsWith('.cmd'), env: { ...process.env, CI: '1', NO_UPDATE_NOTIFIER: '1', ...env } });
  let [text, all] = ['', ''];
  const said = (stream) => (chunk) => { if (apart) all += chunk; else stream.write(chunk); };
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.stdout.on('data', said(process.stdout));
  child.stderr.on('data', said(process.stderr));
  child.on('close', (code) => { process.stdout.write(all); done({ code: code ?? 1, text }); });
});

const last = (text, pattern) => [...text.matchAll(pattern)].at(-1);
const counters = {
  node: (text) => ({ passed: Number(last(text, /^ℹ pass (\d+)$/gm)?.[1] ?? 0), failed: Number(last(text, /^ℹ fail (\d+)$/gm)?.[1] ?? 0) + Number(last(text, /^ℹ cancelled (\d+)$/gm)?.[1] ?? 0) }),
  wtr: (text) => { const line = last(text, /^(\d+) passed, (\d+) failed$/gm); return { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0) }; },
};

async function perform({ commands, counted, needs, env }, results, apart) {
  if (needs && results[needs]?.failed) return { passed: 0, failed: 1, note: `not run: ${needs} failed` };
  let list;
  try { list = commands(); } catch (error) { return { passed: 0, failed: 1, note: error.message }; }
  const total = { passed: 0, failed: 0 };
  let broken = false;
  for (const command of list) {
    const { code, text } = await run(command, env, apart);
    if (code) broken = true;
    if (!counted) continue;
    const { passed, failed } = counters[counted](text);
    total.passed += passed;
    total.failed += failed;
    if (!passed && !failed) return { ...total, failed: total.failed + 1, note: 'found no test' };
  }
  if (!counted) return broken ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
  return broken && !total.failed ? { ...total, failed: 1, note: 'ended with an error' } : total;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps[name]);
if (unknown.length) { console.error(`Unknown step ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`); process.exit(2); }

const results = {};
const asked = Object.entries(steps).filter(([name]) => !wanted.length || wanted.includes(name));
async function inOrder(list, apart) {
  for (const [name, step] of list) {
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const start = performance.now();
    const result = await perform(step, results, apart);
    results[name] = { ...result, seconds: (performance.now() - start) / 1000 };
  }
}
const lanes = [...new Set(asked.map(([, { lane }]) => lane))].filter(Boolean).map((lane) => asked.filter(([, step]) => step.lane === lane));
await Promise.all(lanes.map((list) => inOrder(list, lanes.length > 1)));
await inOrder(asked.filter(([, { lane }]) => !lane), false);
if (!wanted.length) for (const note of strays()) results[note] = { passed: 0, failed: 1, seconds: 0 };

console.log(`\n${'step'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`);
for (const [name, { passed, failed, seconds, note }] of Object.entries(results)) {
  console.log(`${name.padEnd(14)}${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(9)}${note ? `  ${note}` : ''}`);
}
const sum = (key) => Object.values(results).reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
