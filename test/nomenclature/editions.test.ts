import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareEditions, keepRetired, storedChanges, withEditions } from '../../src/nomenclature/editions.ts';
import { importValueSet } from '../../src/nomenclature/import-fhir.ts';
import { loadValueSet, officialSource } from '../../src/nomenclature/load.ts';
import { Nomenclature } from '../../src/nomenclature/nomenclature.ts';
import { replacementOf } from '../../src/nomenclature/replacement.ts';
import { ValueSet, type ValueSetData } from '../../src/nomenclature/value-set.ts';

const data = (edition: string, concepts: ValueSetData['concepts'], autres: Partial<ValueSetData> = {}): ValueSetData => ({
  id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition, source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts, ...autres,
});
const before = new ValueSet(data('2025-01-31', [['01', 'Hébergement'], ['02', 'Accueil de jour'], ['03', 'Équipe mobile'], ['04', 'Sans suite'], ['05', 'Ancien']]));
const after = new ValueSet(data('2026-03-30', [['01', 'Hébergement complet'], ['12', 'ACCUEIL  de jour'], ['13', 'Autre équipe'], ['14', 'Tout neuf']], { retired: [['03', 'Équipe mobile', '2025-01-31']] }));

test('two editions: what is added, removed, relabelled, with the replacement that is known', () => {
  assert.deepEqual(compareEditions(before, after, { '03': '13', '05': 'nowhere' }), {
    added: [{ code: '12', label: 'ACCUEIL  de jour' }, { code: '13', label: 'Autre équipe' }, { code: '14', label: 'Tout neuf' }],
    removed: [
      { code: '02', label: 'Accueil de jour', replacement: { code: '12', label: 'ACCUEIL  de jour', reason: 'same-label' } },
      { code: '03', label: 'Équipe mobile', replacement: { code: '13', label: 'Autre équipe', reason: 'declared' } },
      { code: '04', label: 'Sans suite' }, { code: '05', label: 'Ancien' },
    ],
    relabelled: [{ code: '01', before: 'Hébergement', after: 'Hébergement complet' }],
  });
});

test('an edition compared with itself changes nothing', async () => {
  const J16 = await loadValueSet('J16');
  assert.deepEqual(compareEditions(J16, J16), { added: [], removed: [], relabelled: [] });
});

test('successors are followed to one that can be chosen, and a circle ends', () => {
  const find = (replacedBy: Record<string, string>) => compareEditions(before, after, replacedBy).removed.find(({ code }) => code === '04')?.replacement?.code;
  assert.equal(find({ '04': '03', '03': '14' }), '14');
  assert.equal(find({ '04': '03', '03': '04' }), undefined);
});

test('of several codes of the same words none is proposed, unless one is of the same system', () => {
  const systems = [{ id: 'A', url: 'a' }, { id: 'B', url: 'b' }];
  const old = new ValueSet(data('2025', [['1', 'Infirmier', 'B']], { systems, columns: ['code', 'label', 'system'] }));
  const now = (...rows: string[][]) => compareEditions(old, new ValueSet(data('2026', rows, { systems, columns: ['code', 'label', 'system'] }))).removed[0]?.replacement?.code;
  assert.equal(now(['2', 'infirmier', 'A'], ['3', 'Infirmier', 'B']), '3');
  assert.equal(now(['2', 'Infirmier', 'A'], ['3', 'Infirmier', 'A']), undefined);
  assert.equal(now(['2', 'Infirmier', 'A']), '2');
});

test('a fiche against a newer edition: only what changes, code by code, with both editions', () => {
  const stored = [{ path: 'mode', code: '01' }, { path: 'autres', code: '03', edition: '2024-01-01', label: 'Equipe' }, { path: 'autres', code: '02' }, { path: 'autres', code: '12' }, { path: 'x', code: 'ZZ' }];
  assert.deepEqual(storedChanges(stored, after, { before, replacedBy: { '03': '13' } }), [
    { path: 'mode', code: '01', label: 'Hébergement', editionBefore: '2025-01-31', editionAfter: '2026-03-30', change: 'relabelled', newLabel: 'Hébergement complet' },
    { path: 'autres', code: '03', label: 'Equipe', editionBefore: '2024-01-01', editionAfter: '2026-03-30', change: 'retired', replacement: { code: '13', label: 'Autre équipe', reason: 'declared' } },
    { path: 'autres', code: '02', label: 'Accueil de jour', editionBefore: '2025-01-31', editionAfter: '2026-03-30', change: 'unknown', replacement: { code: '12', label: 'ACCUEIL  de jour', reason: 'same-label' } },
    { path: 'x', code: 'ZZ', label: 'ZZ', editionBefore: '2025-01-31', editionAfter: '2026-03-30', change: 'unknown' },
  ]);
});

test('without the older edition, a code that can still be chosen is not said to change', () => {
  assert.deepEqual(storedChanges([{ path: 'mode', code: '01' }], after), []);
  assert.deepEqual(storedChanges([{ path: 'mode', code: '03' }], after).map(({ change, label }) => [change, label]), [['retired', 'Équipe mobile']]);
});

test('codes that left stay readable in the newer edition', () => {
  const old = data('2025-01-31', [['01', 'Un'], ['02', 'Deux']], { retired: [['00', 'Zéro', '2020-01-01']] });
  const kept = keepRetired(data('2026-01-01', [['01', 'Un']]), old);
  assert.deepEqual(kept.retired, [['02', 'Deux', '2025-01-31'], ['00', 'Zéro', '2020-01-01']]);
  assert.deepEqual(keepRetired(kept, old), kept);
});

test('a host’s own edition is loaded in place of the one of the package', async () => {
  const { data: own } = importValueSet({ resourceType: 'ValueSet', name: 'JDV_J19_X_ROR', date: '2030-01-01', url: 'https://x', compose: { include: [{ system: 'https://y/TRE_R213-X/FHIR/z', concept: [{ code: '99', display: 'Nouveau' }] }] } });
  assert.ok(own);
  const nomenclature = await Nomenclature.load(withEditions(officialSource, [own]), ['J19', 'J20']);
  assert.deepEqual([nomenclature.valueSet('J19').edition, nomenclature.valueSet('J19').describe('99').label, nomenclature.valueSet('J20').size], ['2030-01-01', 'Nouveau', 5]);
});

test('a host’s edition keeps the words of the codes that it dropped, and says what takes their place', async () => {
  const own = { ...data('2030-01-01', [['99', 'Nouveau'], ['98', 'Hospitalisation complète']]), replacedBy: { '47': '99' } };
  const set = await withEditions(officialSource, [own]).valueSet('J19');
  const older = await officialSource.valueSet('J19');
  assert.deepEqual(set.concepts.map(({ code }) => code), ['99', '98']);
  assert.deepEqual(set.describe('47'), { code: '47', label: older.describe('47').label, status: 'retired' });
  assert.equal(set.get('47')?.lastEdition, older.edition);
  assert.deepEqual(replacementOf(set, '47'), { code: '99', label: 'Nouveau', reason: 'declared' });
  assert.equal(replacementOf(set, '99'), undefined, 'a code that can be chosen needs none');
  assert.equal(replacementOf(set, 'unheard'), undefined);
  assert.equal((await withEditions(officialSource, [own]).association('ggd')).id, 'ggd');
});

test('a value set that only the host has is given as it is', async () => {
  const none = { valueSet: () => Promise.reject(new Error('none')), association: () => Promise.reject(new Error('none')) };
  assert.equal((await withEditions(none, [data('2030-01-01', [['99', 'Nouveau']])]).valueSet('J19')).size, 1);
});

test('a code that left is replaced by the only one of the same words', () => {
  const set = new ValueSet(data('2030-01-01', [['10', 'Accueil de jour']], { retired: [['02', 'ACCUEIL DE JOUR', '2025-01-31'], ['03', 'Autre', '2025-01-31']] }));
  assert.deepEqual([replacementOf(set, '02')?.reason, replacementOf(set, '03')], ['same-label', undefined]);
});

test('whatever the editions: what is kept, removed and added adds up', () => {
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.constantFrom('a', 'A', 'b', 'é', '')), { selector: ([code]) => code });
  fc.assert(fc.property(rows, rows, fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('1', '2', '3', '4', '__proto__')), (one, two, replacedBy) => {
    const [older, newer] = [new ValueSet(data('2025', one)), new ValueSet(data('2026', two))];
    const { added, removed } = compareEditions(older, newer, replacedBy);
    assert.equal(older.size - removed.length + added.length, newer.size);
    assert.ok(removed.every(({ code, replacement }) => replacement === undefined || (newer.isSelectable(replacement.code) && replacement.code !== code)));
  }));
});
