import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadValueSet } from '../../src/nomenclature/load.ts';
import { ValueSet, type ValueSetData } from '../../src/nomenclature/value-set.ts';

const small: ValueSetData = Object.freeze({
  id: 'J0',
  officialId: 'JDV_J0_Essai_ROR',
  name: 'Essai',
  edition: '2026-01-31',
  source: { repo: 'somebody/something', path: 'a.fsh', commit: 'abc' },
  licence: 'Licence Ouverte 2.0',
  systems: [{ id: 'TRE_R1-Essai', url: 'https://example.org/TRE-R1' }],
  columns: ['code', 'label', 'definition', 'familles', 'couleur'],
  concepts: [['001', 'Un'], ['1', 'Autre un', 'Une définition'], ['002', 'Deux', '', '004;005'], ['003', 'Trois', '', '', 'bleu']],
  retired: [['004', 'Quatre', '2024-12-31']],
});
const valueSet = new ValueSet(small);

test('keeps name, edition, source and licence', () => {
  assert.deepEqual(
    [valueSet.id, valueSet.name, valueSet.edition, valueSet.source.commit, valueSet.licence, valueSet.version],
    ['J0', 'Essai', '2026-01-31', 'abc', 'Licence Ouverte 2.0', undefined],
  );
});

test('gives the concepts in the published order, retired ones apart', () => {
  assert.deepEqual(valueSet.concepts.map(({ code }) => code), ['001', '1', '002', '003']);
  assert.equal(valueSet.size, 4);
});

test('codes are texts: leading zeros count', () => {
  assert.equal(valueSet.get('001')?.label, 'Un');
  assert.equal(valueSet.get('1')?.label, 'Autre un');
  assert.equal(valueSet.get('01'), undefined);
});

test('a concept says its system, definition, families and other properties only when it has them', () => {
  assert.deepEqual(valueSet.get('001'), { code: '001', label: 'Un', system: 'TRE_R1-Essai' });
  assert.equal(valueSet.get('1')?.definition, 'Une définition');
  assert.deepEqual(valueSet.get('002')?.familles, ['004', '005']);
  assert.deepEqual(valueSet.get('003')?.properties, { couleur: 'bleu' });
});

const statuses = [
  { code: '001', label: 'Un', status: 'selectable' },
  { code: '004', label: 'Quatre', status: 'retired' },
  { code: '999', label: '999', status: 'unknown' },
  { code: '', label: '', status: 'unknown' },
  { code: '__proto__', label: '__proto__', status: 'unknown' },
] as const;

for (const expected of statuses) {
  test(`code "${expected.code}" is displayable and ${expected.status}`, () => {
    assert.deepEqual(valueSet.describe(expected.code), expected);
    assert.equal(valueSet.isSelectable(expected.code), expected.status === 'selectable');
  });
}

test('a retired concept says the last edition in which it was seen', () => {
  assert.deepEqual(valueSet.get('004'), { code: '004', label: 'Quatre', retired: true, system: 'TRE_R1-Essai', lastEdition: '2024-12-31' });
});

test('types of offer that left between two editions are known as retired', async () => {
  const types = await loadValueSet('J238');
  for (const code of ['116', '118', '147', '235', '243']) assert.equal(types.describe(code).status, 'retired', code);
  assert.equal(types.size, 307);
});

test('acts that a national model still offers but the edition dropped are shown as unknown', async () => {
  const acts = await loadValueSet('J16');
  for (const code of ['0887', '1302', '1303']) assert.deepEqual(acts.describe(code), { code, label: code, status: 'unknown' });
});

test('a profession is known by its system and its code', async () => {
  const professions = await loadValueSet('J186');
  assert.equal(professions.get('10'), undefined);
  const twins = professions.concepts.filter(({ code }) => code.endsWith('|10'));
  assert.equal(twins.length, 2);
  assert.notEqual(twins[0]?.label, twins[1]?.label);
  assert.equal(professions.get('TRE_G15-ProfessionSante|10')?.label, 'Médecin');
  assert.equal(professions.get('TRE_G15-ProfessionSante|10')?.system, 'TRE_G15-ProfessionSante');
  const codes = professions.concepts.map(({ code }) => code.slice(code.indexOf('|') + 1));
  assert.equal(codes.length - new Set(codes).size, 33);
});

test('in a value set over several systems each concept names its own', async () => {
  const categories = await loadValueSet('J55');
  assert.equal(categories.get('183')?.system, 'TRE_R66-CategorieEtablissement');
  assert.equal(categories.get('SA07')?.system, 'TRE_R02-SecteurActivite');
});

test('a newer edition of the activities is only information', async () => {
  const activites = await loadValueSet('J17');
  assert.equal(activites.laterEdition?.concepts.length, 8);
  assert.equal(activites.describe('632').status, 'unknown');
  assert.equal(activites.describe('626').label, 'Orthoptie orientation basse vision');
});

test('58 activities have a family, each a code of J51', async () => {
  const [activites, familles] = await Promise.all([loadValueSet('J17'), loadValueSet('J51')]);
  const withFamily = activites.concepts.filter((concept) => concept.familles);
  assert.equal(withFamily.length, 58);
  for (const concept of withFamily) for (const famille of concept.familles ?? []) assert.ok(familles.isSelectable(famille), famille);
});

test('a département says its region', async () => {
  assert.equal((await loadValueSet('COG_departements')).get('94')?.properties?.['region'], '11');
});
