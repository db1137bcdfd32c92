import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officialSource } from '../../src/nomenclature/load.ts';
import { Nomenclature, ValueSetNotLoadedError } from '../../src/nomenclature/nomenclature.ts';

test('gives, without waiting, the value sets that were loaded', async () => {
  const nomenclature = await Nomenclature.load(officialSource, ['J20', 'J30']);
  assert.ok(nomenclature.has('J20'));
  assert.ok(!nomenclature.has('J16'));
  assert.deepEqual(nomenclature.ids, ['J20', 'J30']);
  assert.equal(nomenclature.valueSet('J30').get('02')?.label, 'Permanent');
});

test('names the value set that nobody loaded', async () => {
  const nomenclature = await Nomenclature.load(officialSource, []);
  assert.throws(() => nomenclature.valueSet('J16'), (error) => error instanceof ValueSetNotLoadedError && error.name === 'ValueSetNotLoadedError' && error.id === 'J16');
});

test('grows by making a new view; the first one stays as it was', async () => {
  const first = await Nomenclature.load(officialSource, ['J20']);
  const second = await first.with(['J30', 'J20', 'J30']);
  assert.ok(!first.has('J30'));
  assert.deepEqual(second.ids, ['J20', 'J30']);
  assert.equal(first.valueSet('J20'), second.valueSet('J20'));
});

test('is itself when nothing is missing', async () => {
  const nomenclature = await Nomenclature.load(officialSource, ['J20']);
  assert.equal(await nomenclature.with(['J20']), nomenclature);
});

test('can be made of value sets at hand, and then cannot fetch others', async () => {
  const nomenclature = new Nomenclature([['J30', await officialSource.valueSet('J30')]]);
  assert.ok(nomenclature.has('J30'));
  await assert.rejects(nomenclature.with(['J20']), ValueSetNotLoadedError);
});

test('takes the editions of the source it is given', async () => {
  const own = { ...officialSource, valueSet: async () => officialSource.valueSet('J30') };
  assert.equal((await Nomenclature.load(own, ['J20'])).valueSet('J20').id, 'J30');
});
