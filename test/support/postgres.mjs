/**
 * Runs a command with `DATABASE_URL` set to a throw-away PostgreSQL server: `node test/support/postgres.mjs node --test …`.
 * The server is the one that is installed (`PG_BIN`, `pg_config`, or Debian's folder), its data a temporary folder.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `initdb` and `pg_ctl`; undefined when PostgreSQL is not installed. */
export function postgresBin() {
  const debian = '/usr/lib/postgresql';
  const candidates = [
    process.env.PG_BIN,
    ...(existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')) : []),
    said('pg_config', ['--bindir']),
  ];
  return candidates.find((folder) => folder && existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root: there, its own account does it. */
const isRoot = process.getuid?.() === 0;
const server = (file, args) => (isRoot ? execFileSync('runuser', ['-u', 'postgres', '--', file, ...args], { stdio: 'pipe' }) : execFileSync(file, args, { stdio: 'pipe' }));

function said(file, args) {
  try { return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(); } catch { return undefined; }
}

const freePort = () => new Promise((done, failed) => {
  const probe = createServer().once('error', failed).listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); });
});

/** Starts a server. Gives its address and how to stop it. */
export async function startPostgres(bin = postgresBin()) {
  if (!bin) throw new Error('PostgreSQL is not installed: Debian has it as postgresql and postgresql-contrib; or set PG_BIN');
  const folder = mkdtempSync(join(tmpdir(), 'ror-postgres-'));
  if (isRoot) chownSync(folder, Number(said('id', ['-u', 'postgres'])), Number(said('id', ['-g', 'postgres'])));
  const data = join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    server(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '--no-sync']);
    const port = await freePort();
    // Nothing here outlives the run: no need to wait for the disk.
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off`;
    server(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: () => { try { server(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']); } finally { remove(); } },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  if (!file) { console.error('Usage: node test/support/postgres.mjs command [argument…]'); process.exit(2); }
  const { url, stop } = await startPostgres().catch((error) => { console.error(error.stderr?.toString() || error.message); process.exit(1); });
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => { console.error(error.message); stop(); process.exit(1); });
  child.on('close', (code) => { stop(); process.exit(code ?? 1); });
}
