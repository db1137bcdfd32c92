import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, withoutComments } from './read.mjs';

const WRITTEN = /^- \*\*([A-Z]{3}-\d+)\*\*/gm;
/** A title begins with the rule or the rules that it shows: 'FIC-1, FIC-2 …'; in a table the rule may be a cell of its own. */
const TITLE = /['"`]((?:[A-Z]{3}-\d+)(?:, [A-Z]{3}-\d+)*)(?=[ '"`])/g;

function compare({ rules, tests, sources }) {
  const written = rules.flatMap(([, text]) => [...text.matchAll(WRITTEN)].map(([, id]) => id));
  const prefixes = new Set(written.map((id) => id.slice(0, 3)));
  const known = (id) => prefixes.has(id.slice(0, 3));
  const tested = new Set(tests.flatMap(([, text]) => [...withoutComments(text).matchAll(TITLE)].flatMap(([, ids]) => ids.split(', '))).filter(known));
  const cited = new Set(sources.flatMap(([, text]) => [...text.matchAll(/\b[A-Z]{3}-\d+\b/g)].map(([id]) => id)).filter(known));
  return {
    twice: written.filter((id, index) => written.indexOf(id) !== index),
    untested: written.filter((id) => !tested.has(id)),
    unknown: [...new Set([...tested, ...cited])].filter((id) => !written.includes(id)),
  };
}

// What a rule asks of the répertoire as a whole (counts, places, alerts) is kept, and shown, by the reference backend.
test('every rule has a test, and every rule that a test or the code names exists', () => {
  const rules = read('src/engine', /\/RULES\.md$/);
  assert.ok(rules.length, 'no RULES.md found');
  assert.deepEqual(compare({ rules, tests: [...read('test/engine', /\.test\.ts$/), ...read('test/backend', /\.test\.ts$/)], sources: read('src/engine') }), { twice: [], untested: [], unknown: [] });
});

test('each engine has its rules', () => {
  const engines = new Set(read('src/engine').map(([path]) => path.split('/')[2]));
  assert.deepEqual([...engines].filter((engine) => !read(`src/engine/${engine}`, /\/RULES\.md$/).length), []);
});

test('a rule without test, a test without rule and a rule written twice are seen', () => {
  const rules = [['RULES.md', '- **FIC-1** Une.\n- **FIC-2** Deux.\n- **FIC-2** Encore.\n']];
  const tests = [['x.test.ts', `test('FIC-1 keeps it', …); [['FIC-9 and no more']]; \n// 'FIC-2 in a comment'\n/* 'FIC-2 too' */`]];
  assert.deepEqual(compare({ rules, tests, sources: [['x.ts', '/** FIC-8, ISO-8601. */']] }), { twice: ['FIC-2'], untested: ['FIC-2', 'FIC-2'], unknown: ['FIC-9', 'FIC-8'] });
});
