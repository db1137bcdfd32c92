import type { Migration } from '../database/migrate.ts';

/** The migrations of this folder, put into the bundle by Vite (browser). */
export const bundledMigrations: readonly Migration[] = Object.entries(
  import.meta.glob<string>('./*.sql', { query: '?raw', import: 'default', eager: true }),
).map(([path, sql]) => ({ name: path.slice('./'.length), sql }));
