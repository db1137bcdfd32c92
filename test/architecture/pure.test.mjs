import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { read, withoutComments } from './read.mjs';

const rooms = ['domain', 'nomenclature', 'engine', 'contract', 'fhir'].map((room) => `src/${room}`).filter((room) => existsSync(room));
const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|\bDate\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\.now\b|\bset(?:Timeout|Interval)\b|\bTemporal\.Now\b/;

const impure = (files) => files.filter(([, text]) => IMPURE.test(withoutComments(text))).map(([path]) => path);

test('the pure rooms read no clock and throw no dice', () => {
  assert.deepEqual(impure(rooms.flatMap((room) => read(room))), []);
});

for (const text of ['Date.now()', 'new Date()', 'new Date( )', 'Math.random()', 'crypto.randomUUID()', 'setTimeout(f)', 'performance.now()']) {
  test(`${text} is a clock or a die`, () => assert.equal(impure([['x.ts', text]]).length, 1));
}
test('a date that is given is not a clock', () => assert.deepEqual(impure([['x.ts', `new Date(2026, 0, 1); /* not Date.now() */`]]), []));

const compile = (project) => spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { encoding: 'utf8' });

test('the pure rooms compile without the DOM library', () => {
  assert.equal(compile('test/architecture/tsconfig.pure.json').stdout, '');
});

test('a page in a pure room is a compile error', () => {
  const dir = 'node_modules/.cache/pure-self-test';
  mkdirSync(dir, { recursive: true });
  try {
    writeFileSync(`${dir}/x.ts`, 'export const title = document.title;\n');
    writeFileSync(`${dir}/tsconfig.json`, JSON.stringify({ extends: '../../../test/architecture/tsconfig.pure.json', include: ['x.ts'] }));
    assert.match(compile(dir).stdout, /Cannot find name 'document'/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
