import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { associationFiles, valueSetFiles } from '../../src/nomenclature/data-files.ts';
import { createSource, loadCatalogue, loadValueSet } from '../../src/nomenclature/load.ts';
import { isValueSetId, valueSetIds } from '../../src/nomenclature/value-set-ids.ts';

const room = new URL('../../src/nomenclature/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(`data/${name}`, room), 'utf8')) as Record<string, unknown>;
const named = (folder: string) => readdirSync(new URL(folder, room)).filter((name) => name.endsWith('.json'));

test('every committed value set has an id in the code, and every id a file', () => {
  const files = named('data').map((name) => name.slice(0, -5)).filter((id) => !['A14', 'catalogue', 'communes-idf'].includes(id));
  assert.deepEqual([...valueSetIds].sort(), files.sort());
  assert.ok(isValueSetId('J17'));
  assert.ok(!isValueSetId('J999'));
  assert.ok(!isValueSetId('toString'));
});

for (const id of valueSetIds) {
  test(`${id} keeps its name, edition, source and licence, and no code twice`, async () => {
    const valueSet = await loadValueSet(id);
    assert.equal(valueSet.id, id);
    assert.notEqual(valueSet.name, '');
    assert.match(valueSet.edition, /^20\d\d-\d\d-\d\d$/);
    assert.match(valueSet.source.repo, /\//);
    assert.ok(valueSet.licence.length > 20);
    assert.ok(valueSet.size > 0);
    assert.equal(new Set(valueSet.concepts.map(({ code }) => code)).size, valueSet.size);
    for (const concept of valueSet.concepts) {
      assert.match(concept.code, /^\S+$/);
      assert.equal(concept.label, concept.label.trim());
      assert.notEqual(concept.label, '');
      if (!id.startsWith('COG_')) assert.ok(valueSet.systems.some((system) => system.id === concept.system), concept.code);
    }
  });
}

const sizes = { J238: 307, J17: 548, J16: 1305, J18: 163, J186: 150, J33: 56, J35: 66, J19: 36, J226: 17, J227: 37, J51: 29, J55: 181, J41: 11, J221: 17, J220: 26, J20: 5, J29: 9, J30: 2 } as const;

for (const [id, size] of Object.entries(sizes)) {
  test(`${id} holds ${size} codes`, async () => {
    assert.ok(isValueSetId(id));
    assert.equal((await loadValueSet(id)).size, size);
  });
}

test('the catalogue says the name, edition and size of each value set without loading them', async () => {
  const catalogue = await loadCatalogue();
  assert.deepEqual(catalogue.map(({ id }) => id), [...valueSetIds]);
  for (const entry of catalogue) {
    const { id, name, edition, size } = await loadValueSet(entry.id);
    assert.deepEqual(entry, { id, name, edition, size });
  }
});

test('every table authored by the project says so, and A14 says its official source', () => {
  for (const name of named('data/associations')) {
    assert.match(String(read(`associations/${name}`)['provenance']), /not an official ANS or SESAN association/, name);
  }
  assert.deepEqual(Object.keys(associationFiles).sort(), ['A14', ...named('data/associations').map((name) => name.slice(0, -5))].sort());
  assert.match(String((read('A14.json')['source'] as { path: string }).path), /ASS-A14/);
});

test('the data shows one concept per line', () => {
  const lines = readFileSync(new URL('data/J16.json', room), 'utf8').split('\n');
  assert.equal(lines.filter((line) => /^\["\d{4}",/.test(line)).length, 1305);
});

test('loading one value set loads that one only, once', async () => {
  const calls: string[] = [];
  const counted = Object.fromEntries(Object.entries(valueSetFiles).map(([id, load]) => [id, () => { calls.push(id); return load(); }])) as typeof valueSetFiles;
  const source = createSource(counted);
  for (const id of valueSetIds) {
    calls.length = 0;
    const [first, second] = await Promise.all([source.valueSet(id), source.valueSet(id)]);
    assert.equal(first, second);
    assert.equal(first.id, id);
    assert.deepEqual(calls, [id]);
  }
});

test('no module of the room imports data before it is asked for', () => {
  for (const name of readdirSync(room).filter((file) => file.endsWith('.ts'))) {
    assert.doesNotMatch(readFileSync(new URL(name, room), 'utf8'), /from '[^']*\.json'/, name);
  }
});

test('a value set that could not be fetched is fetched again when asked again', async () => {
  let broken = true;
  const flaky = { ...valueSetFiles, J30: () => (broken ? Promise.reject(new Error('offline')) : valueSetFiles.J30()) };
  const source = createSource(flaky);
  await assert.rejects(source.valueSet('J30'), /offline/);
  broken = false;
  assert.equal((await source.valueSet('J30')).size, 2);
});
