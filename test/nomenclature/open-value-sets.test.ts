import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withEditions } from '../../src/nomenclature/editions.ts';
import { importValueSet } from '../../src/nomenclature/import-fhir.ts';
import { createSource, officialSource } from '../../src/nomenclature/load.ts';
import { isHeld, isValueSetId, openValueSetIds, valueSetIds } from '../../src/nomenclature/value-set-ids.ts';

for (const id of openValueSetIds) {
  test(`${id} is known and not held: any code is its own label`, async () => {
    assert.ok(isValueSetId(id) && !isHeld(id) && !(valueSetIds as readonly string[]).includes(id));
    const valueSet = await officialSource.valueSet(id);
    assert.deepEqual([valueSet.id, valueSet.open, valueSet.get('zz')], [id, true, undefined]);
    assert.deepEqual(valueSet.describe('zz'), { code: 'zz', label: 'zz', status: 'selectable' });
    assert.equal(valueSet, await officialSource.valueSet(id), 'once');
  });
}

test('J230 holds the communes of Île-de-France, found by name or postal code, and refuses no other', async () => {
  const communes = await officialSource.valueSet('J230');
  assert.equal(communes.size, 1286);
  assert.equal(communes.get('78646')?.label, 'Versailles (78000)');
  assert.equal(communes.get('75056')?.label, 'Paris (75001…)');
  assert.equal(communes.search('evry courcouronnes')[0]?.code, '91228');
  assert.ok(communes.search('91580').length > 1);
  assert.equal(communes.describe('13055').status, 'selectable');
});

test('a host’s own edition closes the set', async () => {
  const { data } = importValueSet({
    resourceType: 'ValueSet', id: 'JDV-J36-TypeTarif-ROR', name: 'JDV_J36_TypeTarif_ROR', title: 'Type de tarif', status: 'active', date: '2026-01-31', url: 'https://hote.example/JDV-J36',
    compose: { include: [{ system: 'https://hote.example/TRE', concept: [{ code: 'A', display: 'Libellé de l’hôte' }] }] },
  });
  assert.ok(data);
  const source = withEditions(createSource(), [data]);
  const tarifs = await source.valueSet('J36');
  assert.equal(tarifs.describe('A').label, 'Libellé de l’hôte');
  assert.equal(tarifs.describe('Z').status, 'unknown');
  assert.equal((await source.valueSet('J39')).open, true);
});

test('the sets that are held are closed', async () => {
  for (const id of ['J185', 'J55'] as const) assert.equal((await officialSource.valueSet(id)).open, false);
});
