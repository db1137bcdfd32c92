import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { importValueSet, type EditionData, type Imported } from '../../src/nomenclature/import-fhir.ts';
import { ValueSet, type ValueSetData } from '../../src/nomenclature/value-set.ts';

const folder = new URL('../../src/nomenclature/data/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^(J\d+|COG_\w+)\.json$/.test(name)).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ValueSetData);
const URL_MODE = 'https://mos.esante.gouv.fr/NOS/TRE_R213-ModePriseEnCharge/FHIR/TRE-R213-ModePriseEnCharge';
const AUTRE = 'https://mos.esante.gouv.fr/NOS/TRE_R999-Autre/FHIR/TRE-R999-Autre';
const head = { resourceType: 'ValueSet', id: 'JDV-J19-ModePriseEnCharge-ROR', name: 'JDV_J19_ModePriseEnCharge_ROR', title: 'Mode de prise en charge', version: '20270101120000', date: '2027-01-01T12:00:00+01:00', url: 'https://x/JDV-J19', publisher: 'ANS', copyright: 'Licence Ouverte' };
const compose = (...include: unknown[]) => ({ ...head, compose: { include } });

function dataOf({ data, problems }: Imported): EditionData {
  assert.ok(data, JSON.stringify(problems));
  return data;
}
const faults = ({ problems }: Imported): string[] => problems.map(({ path, code }) => `${code} ${path}`.trim());

test('gives back every file of the package unchanged', () => {
  assert.ok(files.length > 40);
  for (const data of files) {
    // What a later edition is a note about stands in one file; the geographic code has its edition as `edition`.
    const { replacedBy, ...read } = dataOf(importValueSet(data));
    assert.deepEqual([read, replacedBy, importValueSet(data).problems], [data, undefined, []], data.id);
  }
});

test('reads the source form (`code`, `display`, `system`) as the maintainer’s converter does', () => {
  for (const data of files.filter(({ retired }) => !retired)) {
    const set = new ValueSet(data);
    const urls = new Map(data.systems.map(({ id, url }) => [id, url]));
    const { columns: _, concepts: rows, id: __, officialId, edition, url, systems, ...rest } = data;
    const source = {
      ...rest, id: officialId, date: edition, valueSetUrl: url, systems, count: rows.length,
      concepts: set.concepts.map(({ code, label, system, definition, familles, properties }) => ({ code: code.slice(code.indexOf('|') + 1), display: label, system: urls.get(system ?? ''), definition, familles, ...properties })),
      laterEdition: data.laterEdition && { ...data.laterEdition, concepts: data.laterEdition.concepts.map(([code, display]) => ({ code, display })) },
    };
    assert.deepEqual(new ValueSet(dataOf(importValueSet(source))).concepts, set.concepts, data.id);
    assert.deepEqual(faults(importValueSet(source)), [], data.id);
    assert.equal(dataOf(importValueSet(source)).edition, data.edition);
  }
});

test('reads the compose of a ValueSet, with edition, version, address, source and licence', () => {
  const data = dataOf(importValueSet(compose({ system: URL_MODE, concept: [{ code: '01', display: 'Un' }, { code: '09', display: 'Neuf' }] })));
  assert.deepEqual(data, {
    id: 'J19', officialId: 'JDV_J19_ModePriseEnCharge_ROR', name: 'Mode de prise en charge', edition: '2027-01-01', version: '20270101120000', url: 'https://x/JDV-J19',
    source: { repo: 'ANS' }, licence: 'Licence Ouverte', systems: [{ id: 'TRE_R213-ModePriseEnCharge', url: URL_MODE }], columns: ['code', 'label'], concepts: [['01', 'Un'], ['09', 'Neuf']],
  });
  assert.equal(new ValueSet(data).describe('09').label, 'Neuf');
});

test('reads the expansion when there is one: nested, without headings, inactive codes as retired', () => {
  const result = importValueSet({
    ...compose({ system: URL_MODE, concept: [{ code: 'never', display: 'Never read' }] }),
    expansion: { contains: [{ system: URL_MODE, code: 'A', display: 'Titre', abstract: true, contains: [{ system: URL_MODE, code: '01', display: 'Un' }] }, { system: URL_MODE, code: '02', display: 'Deux', inactive: true }] },
  });
  assert.deepEqual([dataOf(result).concepts, dataOf(result).retired, faults(result)], [[['01', 'Un']], [['02', 'Deux']], ['abstract expansion.contains.0']]);
});

test('reads a CodeSystem: properties say what is retired, since when, and what takes its place', () => {
  const concept = (code: string, ...property: unknown[]) => ({ code, display: `Libellé ${code}`, definition: `Définition ${code}`, property });
  const result = importValueSet({
    resourceType: 'CodeSystem', name: 'TRE_R213-ModePriseEnCharge', url: URL_MODE, date: '2026-06-30', concept: [
      { ...concept('1'), concept: [concept('1.1')] }, concept('2', { code: 'inactive', valueBoolean: true }, { code: 'replacedBy', valueCode: '1' }), concept('3', { code: 'status', valueCode: 'retired' }),
      concept('4', { code: 'dateFin', valueDateTime: '2025-12-31' }), concept('5', { code: 'dateFin', valueString: '2030-12-31' }), concept('6', { code: 'notSelectable', valueBoolean: true }),
    ],
  });
  const data = dataOf(result);
  assert.deepEqual(data.concepts.map(([code]) => code), ['1', '1.1', '5']);
  assert.deepEqual(data.retired, [['2', 'Libellé 2'], ['3', 'Libellé 3'], ['4', 'Libellé 4', '2025-12-31']]);
  assert.deepEqual([data.replacedBy, faults(result), new ValueSet(data).get('5')?.definition], [{ 2: '1' }, ['abstract concept.5'], 'Définition 5']);
});

test('takes from a CodeSystem at hand a system that is included whole, and missing labels', () => {
  const codeSystems = [{ resourceType: 'CodeSystem', url: URL_MODE, concept: [{ code: '01', display: 'Un' }, { code: '02', display: 'Deux' }, { code: '03', display: 'Trois' }] }];
  const whole = importValueSet({ ...head, compose: { include: [{ system: URL_MODE }], exclude: [{ system: URL_MODE, concept: [{ code: '03' }] }] } }, { codeSystems });
  assert.deepEqual([dataOf(whole).concepts, faults(whole)], [[['01', 'Un'], ['02', 'Deux']], []]);
  assert.deepEqual(dataOf(importValueSet(compose({ system: URL_MODE, concept: [{ code: '02' }] }), { codeSystems })).concepts, [['02', 'Deux']]);
});

test('codes of several systems become system|code in J186, and where one code stands in two systems', () => {
  const two = [{ system: URL_MODE, concept: [{ code: '10', display: 'Un' }] }, { system: AUTRE, concept: [{ code: '10', display: 'Autre' }, { code: '11', display: 'Onze' }] }];
  const qualified = ['TRE_R213-ModePriseEnCharge|10', 'TRE_R999-Autre|10', 'TRE_R999-Autre|11'];
  assert.deepEqual(dataOf(importValueSet(compose(...two), { id: 'J186' })).concepts.map(([code]) => code), qualified);
  assert.deepEqual(dataOf(importValueSet(compose(...two), { id: 'REGION' })).concepts.map(([code]) => code), qualified);
  assert.equal(new ValueSet(dataOf(importValueSet(compose(...two), { id: 'J186' }))).get(qualified[2] ?? '')?.system, 'TRE_R999-Autre');
});

test('an official value set whose codes are stored without system keeps them so, and says which code came twice', () => {
  const result = importValueSet(compose({ system: URL_MODE, concept: [{ code: '10', display: 'Un' }] }, { system: AUTRE, concept: [{ code: '10', display: 'Autre' }, { code: '11', display: 'Onze' }] }), { id: 'J227' });
  assert.deepEqual([dataOf(result).columns, dataOf(result).concepts], [['code', 'label', 'system'], [['10', 'Un', 'TRE_R213-ModePriseEnCharge'], ['11', 'Onze', 'TRE_R999-Autre']]]);
  assert.deepEqual(faults(result), ['duplicate-code compose.include.1.concept.0']);
});

test('reports each item that it cannot read, where it stands, and keeps the rest', () => {
  const result = importValueSet({ ...compose(
    { system: URL_MODE, concept: [{ code: '01', display: 'Un' }, { display: 'Sans code' }, { code: 2, display: 'Nombre' }, null, { code: '05' }, { code: '01', display: 'Encore' }] },
    { system: AUTRE }, { system: URL_MODE, filter: [{ property: 'concept', op: 'is-a', value: '1' }] }, { valueSet: ['https://x/vs'] },
  ), date: undefined, version: 'v1' });
  assert.deepEqual(faults(result), [
    'codes-not-listed compose.include.1', 'codes-not-listed compose.include.2', 'codes-not-listed compose.include.3', 'no-edition',
    'code-missing compose.include.0.concept.1', 'code-missing compose.include.0.concept.2', 'code-missing compose.include.0.concept.3', 'label-missing compose.include.0.concept.4', 'duplicate-code compose.include.0.concept.5',
  ]);
  assert.deepEqual(dataOf(result).concepts, [['01', 'Un'], ['05', '05']]);
});

for (const [name, json] of [['nothing', null], ['a text', 'ValueSet'], ['a list', []], ['a Patient', { resourceType: 'Patient' }], ['an unknown shape', { a: 1 }]] as const) {
  test(`says that ${name} is not a nomenclature`, () => assert.deepEqual(importValueSet(json), { problems: [{ path: '', code: 'not-readable' }] }));
}

test('an empty value set gives no data and says so', () => {
  assert.deepEqual([importValueSet(head).data, faults(importValueSet(head))], [undefined, ['no-concepts']]);
});

test('bounds depth, number and length', () => {
  let deep: Record<string, unknown> = { code: 'fond', display: 'Fond' };
  for (let n = 0; n < 20_000; n += 1) deep = { code: `n${n}`, display: 'x', concept: [deep] };
  assert.ok(faults(importValueSet({ resourceType: 'CodeSystem', id: 'x', date: '2026', url: 'u', concept: [deep] })).some((fault) => fault.startsWith('too-deep')));
  const many = Array.from({ length: 120_000 }, (_, n) => ({ code: String(n), display: 'x' }));
  const wide = importValueSet(compose({ system: URL_MODE, concept: many }));
  assert.deepEqual([dataOf(wide).concepts.length, wide.problems.map(({ code }) => code)], [100_000, ['too-many']]);
  const long = importValueSet(compose({ system: URL_MODE, concept: [{ code: '1', display: 'é'.repeat(50_000) }] }));
  assert.deepEqual([dataOf(long).concepts[0]?.[1]?.length, faults(long)], [5_000, ['text-too-long compose.include.0.concept.0']]);
  assert.ok(importValueSet(compose({ system: URL_MODE, concept: many.map(() => null) })).problems.length <= 1_001);
});

test('no JSON makes it throw, and what it gives is always a value set', () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '|', '1'), fc.jsonValue());
  const concept = fc.oneof(fc.jsonValue(), fc.record({ code: words, display: words, system: words, definition: words, property: fc.array(fc.record({ code: words, valueCode: words, valueBoolean: fc.boolean() }, { requiredKeys: [] })), concept: fc.array(fc.jsonValue()), familles: fc.jsonValue() }, { requiredKeys: [] }));
  const concepts = fc.oneof(fc.array(concept), fc.array(fc.array(words)), fc.jsonValue());
  const any = fc.oneof(fc.jsonValue(), fc.record({
    resourceType: fc.constantFrom('ValueSet', 'CodeSystem', undefined), id: words, name: words, title: words, date: words, version: words, url: words, source: fc.jsonValue(), systems: fc.array(fc.record({ id: words, url: words })),
    columns: fc.oneof(fc.array(words), fc.constant(['code', 'label']), fc.constant(undefined)), concept: concepts, concepts, retired: concepts, laterEdition: fc.jsonValue(),
    compose: fc.oneof(fc.jsonValue(), fc.record({ include: fc.array(fc.record({ system: words, concept: concepts }, { requiredKeys: [] })), exclude: fc.jsonValue() })),
    expansion: fc.oneof(fc.constant(undefined), fc.record({ contains: concepts })),
  }, { requiredKeys: [] }));
  fc.assert(fc.property(any, (json) => {
    const { data, problems } = importValueSet(json);
    assert.ok(data !== undefined || problems.length > 0);
    if (!data) return;
    const set = new ValueSet(data);
    assert.equal(set.size, data.concepts.length);
    assert.ok([...data.concepts, ...(data.retired ?? [])].every((row) => row.every((cell) => typeof cell === 'string') && set.describe(row[0] ?? '').status !== 'unknown'));
  }), { numRuns: 1_000 });
});
