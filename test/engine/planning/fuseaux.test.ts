/** Nothing may depend on where the computer is: the tests of this folder run again elsewhere, and the engine is asked the same questions there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ici = fileURLToPath(new URL('.', import.meta.url));
const racine = fileURLToPath(new URL('../../../', import.meta.url));
const fichiers = readdirSync(ici, { recursive: true }).map(String).filter((nom) => nom.endsWith('.test.ts') && !nom.startsWith('fuseaux')).sort().map((nom) => ici + nom);

async function ailleurs(zone: string): Promise<{ readonly passes: number; readonly echecs: string }> {
  const enfant = spawn(process.execPath, ['--import', 'tsx', '--test-reporter=tap', 'test/support/one-process.mjs', ...fichiers], {
    cwd: racine, env: { ...process.env, TZ: zone, ESSAIS_DIVISES_PAR: '6', NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
  });
  let [dit, plainte] = ['', ''];
  enfant.stdout.on('data', (texte) => { dit += texte; });
  enfant.stderr.on('data', (texte) => { plainte += texte; });
  await once(enfant, 'close');
  const echecs = [...dit.matchAll(/^ *not ok .*$/gm)].map(([ligne]) => ligne).join('\n');
  return { passes: Number(/^# pass (\d+)$/m.exec(dit)?.[1] ?? 0), echecs: echecs || (/^# fail 0$/m.test(dit) ? '' : plainte) };
}

test('PLA-27 all these tests pass when the computer is in Paris and when it is in La Réunion, and they are the same', async () => {
  const [paris, reunion] = await Promise.all(['Europe/Paris', 'Indian/Reunion'].map(ailleurs));
  assert.deepEqual([paris?.echecs, reunion?.echecs], ['', '']);
  assert.ok(paris!.passes > 1000, `${paris!.passes} tests`);
  assert.equal(paris!.passes, reunion!.passes);
});
