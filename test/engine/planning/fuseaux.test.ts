/** Nothing may depend on where the computer is: the tests that know of instants run again in Paris; all of them do in La Réunion (step `reunion-node`). */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ici = fileURLToPath(new URL('.', import.meta.url));
const racine = fileURLToPath(new URL('../../../', import.meta.url));
const fichiers = readdirSync(ici, { recursive: true }).map(String).filter((nom) => nom.endsWith('.test.ts') && !nom.startsWith('fuseaux')).sort().map((nom) => ici + nom)
  .filter((fichier) => /(statut|fuseau|feries)\.ts'/.test(readFileSync(fichier, 'utf8')) && !fichier.includes('robustesse'));

async function ailleurs(zone: string): Promise<{ readonly passes: number; readonly echecs: string }> {
  const enfant = spawn(process.execPath, ['--import', 'tsx', '--test-reporter=tap', 'test/support/one-process.mjs', ...fichiers], {
    cwd: racine, env: { ...process.env, TZ: zone, ESSAIS_DIVISES_PAR: '12', NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
  });
  let [dit, plainte] = ['', ''];
  enfant.stdout.on('data', (texte) => { dit += texte; });
  enfant.stderr.on('data', (texte) => { plainte += texte; });
  await once(enfant, 'close');
  const echecs = [...dit.matchAll(/^ *not ok .*$/gm)].map(([ligne]) => ligne).join('\n');
  return { passes: Number(/^# pass (\d+)$/m.exec(dit)?.[1] ?? 0), echecs: echecs || (/^# fail 0$/m.test(dit) ? '' : plainte) };
}

test('PLA-27 these tests pass when the computer is in Paris', async () => {
  const paris = await ailleurs('Europe/Paris');
  assert.equal(paris.echecs, '');
  assert.ok(paris.passes > 500, `${paris.passes} tests`);
});
