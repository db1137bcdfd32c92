import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('a violation of the policy fails the page whose assertions all hold', () => {
  const run = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/wtr.config.mjs'], { env: { ...process.env, FILES: 'test/support/violating-page.ts' }, encoding: 'utf8' });
  assert.match(run.stdout, /Content-Security-Policy violated:\s+style-src-attr/);
  assert.match(run.stdout, /^1 passed, 1 failed$/m);
  assert.equal(run.status, 1);
});
