import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSource, loadValueSet, officialSource, type NomenclatureSource } from '../../src/nomenclature/load.ts';
import { synonymes } from '../../src/nomenclature/synonymes.ts';

test('people’s words lead to codes that can be chosen, by value set', async () => {
  const words = await synonymes(officialSource);
  assert.ok(words.get('J238')?.some(({ terme, code }) => terme === 'maison de retraite' && code === '21'));
  assert.ok(words.get('J186')?.some(({ terme, code }) => terme === 'IDE' && code === 'TRE_G15-ProfessionSante|60'));
  assert.equal(words.get('J41'), undefined);
  for (const [id, list] of words) {
    const valueSet = await loadValueSet(id);
    for (const { terme, code } of list) assert.ok(valueSet.isSelectable(code), `${terme} → ${id} ${code}`);
  }
});

test('one word may mean several codes, each is kept', async () => {
  const source = hosted([['foyer', 'J238', '22'], ['foyer', 'J238', '39'], ['foyer', 'J9999', '1']]);
  assert.deepEqual([...await synonymes(source)], [['J238', [{ terme: 'foyer', code: '22' }, { terme: 'foyer', code: '39' }]]]);
});

test('the table is read once per source, and again after a failure', async () => {
  let asked = 0;
  const source: NomenclatureSource = { ...createSource(), association: () => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('cut')) : officialSource.association('synonymes');
  } };
  await assert.rejects(synonymes(source), /cut/);
  const [one, two] = await Promise.all([synonymes(source), synonymes(source)]);
  assert.equal(one, two);
  assert.equal(asked, 2);
});

const hosted = (rows: string[][]): NomenclatureSource => ({
  ...officialSource,
  association: () => Promise.resolve({ id: 'synonymes', columns: ['terme', 'valueSet', 'code'], rows }),
});
