import { readdirSync, readFileSync } from 'node:fs';
import type { Migration } from '../database/migrate.ts';

/** The migrations of this folder, read from the disk (Node). */
export function readMigrations(): Migration[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));
}
