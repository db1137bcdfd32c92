import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { read } from './read.mjs';

const lines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
const cap = (path) => (path.startsWith('src/elements/') ? 400 : 300);
const tall = (files) => files.filter(([path, text]) => lines(text) > cap(path)).map(([path, text]) => `${path}: ${lines(text)} lines, at most ${cap(path)}`);

test('no file outgrows its room', () => {
  assert.deepEqual(tall([...read('src', /\.(ts|css)$/), ...read('demo', /\.(ts|css|html)$/)]), []);
});

test('an element may have 400 lines, another file 300', () => {
  const text = (count) => 'x\n'.repeat(count);
  assert.deepEqual(tall([['src/elements/ror-x/ror-x.ts', text(400)], ['src/ui/x.ts', text(300)]]), []);
  assert.equal(tall([['src/elements/ror-x/ror-x.ts', text(401)], ['src/ui/x.ts', text(301)]]).length, 2);
});

test('each room explains itself in at most 30 lines', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`)
    .flatMap((room) => (room === 'src/engine' ? readdirSync(room).map((name) => `${room}/${name}`) : [room])).concat('demo/backend', 'demo/portal');
  const readme = (room) => (existsSync(`${room}/README.md`) ? lines(read(room, new RegExp(`^${room}/README\\.md$`))[0][1]) : 0);
  assert.deepEqual(rooms.filter((room) => readme(room) < 1 || readme(room) > 30), []);
});
