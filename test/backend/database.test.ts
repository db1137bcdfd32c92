import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockFolder } from '../../demo/backend/database/lock.ts';
import { openDatabase } from '../../demo/backend/database/open.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import { repositoryConformance } from '../conformance/repository.ts';
import { moteurs } from '../support/backend.ts';

for (const moteur of moteurs) repositoryConformance(moteur);

const temporary = (run: (folder: string) => void | Promise<void>) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ror-test-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test('a local folder keeps its data from one start to the next, and belongs to one at a time', temporary(async (folder) => {
  const first = await openDatabase({ url: '', dataDir: folder });
  await first.database.query(`insert into noeud (id, type, nom) values ('ej', 'EJ', 'Essai')`);
  await assert.rejects(openDatabase({ url: '', dataDir: folder }), new RegExp(`in use by process ${process.pid}`));
  await first.database.close();
  const second = await openDatabase({ url: '', dataDir: folder });
  assert.deepEqual(await second.database.query('select nom from noeud'), [{ nom: 'Essai' }]);
  await second.database.close();
}));

test('a lock is released by hand, and taken over from a process that has died', temporary((folder) => {
  const release = lockFolder(folder);
  assert.throws(() => lockFolder(folder), /in use/);
  release();
  lockFolder(folder)();
  // The highest number that Linux gives is 4,194,304.
  writeFileSync(join(folder, 'verrou'), '4194305');
  lockFolder(folder)();
  writeFileSync(join(folder, 'verrou'), 'not a number');
  lockFolder(folder)();
}));

test('a lock of this process number that this process does not hold is a former life of the container', temporary((folder) => {
  writeFileSync(join(folder, 'verrou'), String(process.pid));
  lockFolder(folder)();
}));

test('migrations are numbered from 1 without a hole', () => {
  assert.deepEqual(readMigrations().map(({ name }) => Number(name.slice(0, 4))).sort((a, b) => a - b), readMigrations().map((_, i) => i + 1));
});
