import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ValueSet, type ValueSetData } from '../../src/nomenclature/value-set.ts';

const converter = fileURLToPath(new URL('../../demo/nomenclature/convert.mjs', import.meta.url));
const room = mkdtempSync(join(tmpdir(), 'ror-nomenclature-'));
after(() => rmSync(room, { recursive: true, force: true }));

interface RawConcept { code: unknown; display: string; system?: string; familles?: string[] }
interface RawValueSet { id: string; name: string; date?: string; version?: string; source: unknown; licence: string; systems: { id: string; url: string }[]; concepts: RawConcept[]; count: number }

/** A made-up source folder, as small as the checks allow. */
function smallSource() {
  const valueSet = (number: string, codes: Readonly<Record<string, string>>): RawValueSet => ({
    id: `JDV_${number}_Essai_ROR`, name: `Essai ${number}`, date: '2026-03-30', version: '20260330120000',
    source: { repo: 'somebody/something', path: `${number}.fsh`, commit: 'abc' }, licence: 'Licence Ouverte 2.0',
    systems: [{ id: `TRE_${number}`, url: `https://example.org/${number}` }],
    concepts: Object.entries(codes).map(([code, display]) => ({ code, display, system: `https://example.org/${number}` })),
    count: Object.keys(codes).length,
  });
  const valueSets: Record<string, RawValueSet> = {
    J238: valueSet('J238', { t1: 'Unité de soins', t2: 'Foyer' }),
    J34: valueSet('J34', { t1: 'Soins', t0: 'Ancienne unité' }),
    J17: valueSet('J17', { a01: 'Activité une', a02: 'Activité deux' }),
    J16: valueSet('J16', { c01: 'Acte' }),
    J35: valueSet('J35', { s01: 'Spécialisation' }),
    J33: valueSet('J33', { k01: 'Compétence' }),
    J18: valueSet('J18', { e01: 'Équipement' }),
    J226: valueSet('J226', { m01: 'Modalité' }),
    J29: valueSet('J29', { p01: 'Public' }),
    J186: valueSet('J186', { r10: 'Médecin' }),
    J19: valueSet('J19', { d01: 'Mode' }),
    J20: valueSet('J20', { '01': 'MCO', '04': 'MS' }),
    J30: valueSet('J30', { '01': 'Temporaire' }),
    J55: valueSet('J55', { g1: 'Hôpital', g2: 'Foyer', g3: 'Autre' }),
  };
  const other = { id: 'TRE_autre', url: 'https://example.org/autre' };
  valueSets['J186']?.systems.push(other);
  valueSets['J186']?.concepts.push({ code: 'r10', display: 'Assistant', system: other.url });
  (valueSets['J186'] as RawValueSet).count = 2;
  const departements = valueSet('J0', { 75: 'Paris' });
  const { date: _date, version: _version, ...undated } = departements;
  valueSets['COG_departements'] = { ...undated, id: 'COG_departements', systems: [], concepts: [{ code: '75', display: 'Paris' }], count: 1, source: { repo: 'x/y', version: '1.0 (millésime 2026)' } };
  const tables: Record<string, string[]> = {
    domaines: ['code\tlibelle', 'soins\tSoins', 'handicap-adulte\tHandicap', 'transversal\tTransversal'],
    'type-offre': [
      'code\tlibelle\tggd\tchampActivite\tdomaines\tniveaux\tcategoriesEG\tmodes\ttemporalites\tnomParDefaut',
      't1\tUnité de soins\tMCO\t01\tsoins\tsanitaire\tg1\td01\t\tUnité de soins',
      't2\tFoyer\tMSS\t04\thandicap-adulte\tmedico-social\tg2\td01\t01\tUnité Foyer',
    ],
    activites: ['code\tlibelle\tchamps\tdomaines', 'a01\tActivité une\t01;04\tsoins', 'a02\tActivité deux\t04\ttransversal'],
    actes: ['code\tlibelle\tdomaines', 'c01\tActe\tsoins'],
    specialisations: ['code\tlibelle\tdomaines', 's01\tSpécialisation\tsoins'],
    competences: ['code\tlibelle\tdomaines', 'k01\tCompétence\tsoins'],
    equipements: ['code\tlibelle\tdomaines', 'e01\tÉquipement\tsoins'],
    modalites: ['code\tlibelle\tdomaines', 'm01\tModalité\tsoins;handicap-adulte'],
    publics: ['code\tlibelle\tdomaines', 'p01\tPublic\ttransversal'],
    professions: ['systeme\tcode\tlibelle\tdomaines', 'TRE_J186\tr10\tMédecin\tsoins', 'TRE_autre\tr10\tAssistant\tsoins'],
    besoins: ['code\tlibelle\tdomaines', 'b1\tSe soigner\tsoins', 'b2\tHandicap\thandicap-adulte'],
    filieres: ['code\tlibelle\tdomaines', 'f1\tFilière\tsoins'],
    territoires: ['code\tlibelle\tdepartement', 'TS-75\tParis\t75'],
    synonymes: ['terme\tcible\tcode\tsysteme', 'docteur\tJDV_J186_Essai_ROR\tr10\tTRE_J186', 'foyer\tJDV_J238_Essai_ROR\tt2\t'],
    'mots-cles': ['code\tlibelle\tmotsCles', 't1\tUnité de soins\tsoin;cure'],
  };
  const communes = {
    id: 'communes-idf', description: 'Made up (COG 2026)', count: 1,
    communes: [{ code: '75056', nom: 'Paris', type: 'commune-actuelle', departement: '75', codesPostaux: ['75001', '75002'], population: 3, latitude: 48.85, longitude: 2.35 }],
  };
  return { valueSets, tables, communes };
}

type Source = ReturnType<typeof smallSource>;

function run(source: Source, target = mkdtempSync(join(room, 'target-'))) {
  const folder = mkdtempSync(join(room, 'source-'));
  mkdirSync(join(folder, 'nomenclatures'));
  mkdirSync(join(folder, 'associations'));
  for (const [name, data] of Object.entries(source.valueSets)) writeFileSync(join(folder, 'nomenclatures', `${name}.json`), JSON.stringify(data));
  for (const [name, lines] of Object.entries(source.tables)) writeFileSync(join(folder, 'associations', `${name}.tsv`), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'communes-idf.json'), JSON.stringify(source.communes));
  const { status, stdout, stderr } = spawnSync(process.execPath, [converter, folder, target], { encoding: 'utf8' });
  const read = <Data>(name: string) => JSON.parse(readFileSync(join(target, name), 'utf8')) as Data;
  return { status, stdout, stderr, target, read };
}

test('converts a small source: value sets, tables, categories, communes', () => {
  const { status, stderr, read } = run(smallSource());
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const types = new ValueSet(read<ValueSetData>('J238.json'));
  assert.deepEqual([types.id, types.name, types.edition, types.version, types.size], ['J238', 'Essai J238', '2026-03-30', '20260330120000', 2]);
  assert.deepEqual(types.source, { repo: 'somebody/something', path: 'J238.fsh', commit: 'abc' });
  assert.deepEqual(types.describe('t0'), { code: 't0', label: 'Ancienne unité', status: 'retired' });
  assert.deepEqual(new ValueSet(read<ValueSetData>('J186.json')).concepts.map(({ code }) => code), ['TRE_J186|r10', 'TRE_autre|r10']);
  assert.equal(new ValueSet(read<ValueSetData>('COG_departements.json')).edition, '2026-01-01');
  const rows = (name: string) => read<{ rows: string[][] }>(name).rows;
  assert.deepEqual(rows('associations/categories-eg.json'), [['g1', 'MCO', 'sanitaire'], ['g2', 'MSS', 'medico-social', 'handicap']]);
  assert.deepEqual(rows('associations/synonymes.json'), [['docteur', 'J186', 'TRE_J186|r10'], ['foyer', 'J238', 't2']]);
  assert.deepEqual(rows('associations/types-offre.json')[0], ['t1', 'MCO', '01', 'soins', 'sanitaire', 'g1', 'd01', '', 'Unité de soins']);
  assert.deepEqual(rows('communes-idf.json'), [['75056', 'Paris', '75', '75001;75002', '48.85', '2.35', '3']]);
});

test('the same source gives the same bytes, and nothing is rewritten', () => {
  const first = run(smallSource());
  const bytes = (target: string) => readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort()
    .map((name) => [name, readFileSync(join(target, name), 'utf8')]);
  const before = bytes(first.target);
  const again = run(smallSource(), first.target);
  assert.match(again.stdout, / 0 changed/);
  assert.deepEqual(bytes(again.target), before);
  assert.deepEqual(bytes(run(smallSource()).target), before);
});

test('a code that a newer edition drops stays known as retired, with the edition where it was last seen', () => {
  const { target } = run(smallSource());
  const newer = smallSource();
  const actes = newer.valueSets['J16'] as RawValueSet;
  newer.valueSets['J16'] = { ...actes, date: '2026-09-28', concepts: [{ ...(actes.concepts[0] as RawConcept), code: 'c02', display: 'Nouvel acte' }] };
  newer.tables['actes'] = ['code\tlibelle\tdomaines', 'c02\tNouvel acte\tsoins'];
  const { read } = run(newer, target);
  const valueSet = new ValueSet(read<ValueSetData>('J16.json'));
  assert.equal(valueSet.edition, '2026-09-28');
  assert.equal(valueSet.describe('c02').status, 'selectable');
  assert.deepEqual(valueSet.get('c01'), { code: 'c01', label: 'Acte', retired: true, system: 'TRE_J16', lastEdition: '2026-03-30' });
  assert.ok(new ValueSet(run(smallSource(), target).read<ValueSetData>('J16.json')).isSelectable('c01'), 'a code that comes back is selectable again');
});

test('a new code without a row is said, not refused', () => {
  const source = smallSource();
  source.tables['activites'] = source.tables['activites']?.slice(0, 2) ?? [];
  const { status, stdout } = run(source);
  assert.equal(status, 0);
  assert.match(stdout, /note: activites: no row for 1 code\(s\) of J17: a02/);
});

type Fault = (source: Source) => void;
const valueSetOf = (source: Source, id: string) => source.valueSets[id] as RawValueSet;
const append = (table: string, line: string): Fault => (source) => source.tables[table]?.push(line);
const replace = (table: string, from: string, to: string): Fault => (source) => {
  source.tables[table] = (source.tables[table] ?? []).map((line) => line.replace(from, to));
};

const faults: readonly (readonly [string, Fault, RegExp])[] = [
  ['a code that occurs twice', (source) => { const set = valueSetOf(source, 'J17'); set.concepts.push({ ...(set.concepts[0] as RawConcept) }); set.count += 1; }, /J17\.json: duplicate code a01/],
  ['a code that is a number', (source) => { (valueSetOf(source, 'J17').concepts[0] as RawConcept).code = 1; }, /a code is not a text: 1/],
  ['a missing label', (source) => { (valueSetOf(source, 'J17').concepts[0] as RawConcept).display = ' '; }, /a01: no label/],
  ['a system that is not declared', (source) => { (valueSetOf(source, 'J17').concepts[0] as RawConcept).system = 'https://example.org/none'; }, /unknown system https:\/\/example\.org\/none/],
  ['a wrong count', (source) => { valueSetOf(source, 'J17').count = 9; }, /says 9 concepts and holds 2/],
  ['an edition without a date', (source) => { valueSetOf(source, 'J17').date = 'juin 2026'; }, /no edition date/],
  ['no licence', (source) => { valueSetOf(source, 'J17').licence = ''; }, /no licence/],
  ['an association of an unknown code', append('activites', 'a99\tInconnue\t01\tsoins'), /activites a99: unknown code in J17/],
  ['an association given twice', append('actes', 'c01\tActe\tsoins'), /actes\.tsv: duplicate row \|c01/],
  ['a label that is not the official one', replace('actes', 'Acte', 'Acte autre'), /actes c01: label "Acte autre" is not the one of J16, "Acte"/],
  ['an unknown domaine', replace('actes', 'soins', 'soin'), /actes c01: unknown domaine soin/],
  ['an unknown champ', replace('activites', '01;04', '01;09'), /activites a01: unknown code 09 in J20/],
  ['an unknown GGD', replace('type-offre', 'MCO', 'MCQ'), /type-offre t1: unknown ggd MCQ/],
  ['a champ that does not follow from the GGD', replace('type-offre', 'MSS\t04', 'MSS\t01'), /type-offre t2: champ 01 does not follow from ggd MSS/],
  ['an unknown category', replace('type-offre', 'g1', 'g9'), /type-offre t1: unknown code g9 in J55/],
  ['unknown niveaux', replace('type-offre', 'sanitaire', 'hopital'), /type-offre t1: unknown niveaux hopital/],
  ['a need that forgets a domaine', replace('besoins', 'handicap-adulte', 'soins'), /domaine handicap-adulte is in 0 besoins/],
  ['a synonym of an unknown code', replace('synonymes', '\tt2\t', '\tt9\t'), /synonymes foyer: unknown code t9 in J238/],
  ['a profession of the wrong system', replace('professions', 'TRE_autre', 'TRE_none'), /professions TRE_none\|r10: unknown code in J186/],
  ['a table with other columns', replace('actes', 'domaines', 'domaine'), /actes\.tsv: columns are/],
  ['a line with too many cells', append('filieres', 'f2\tAutre\tsoins\tsoins'), /filieres\.tsv line 3: 4 cells, expected 3/],
  ['a missing table', (source) => { delete source.tables['publics']; }, /publics\.tsv: is missing/],
  ['a commune with a wrong postal code', (source) => { source.communes.communes[0]!.codesPostaux = ['7500']; }, /commune 75056: postal codes are not five digits/],
  ['a commune of an unknown département', (source) => { source.communes.communes[0]!.departement = '99'; }, /commune 75056: unknown département 99/],
  ['a commune outside France', (source) => { source.communes.communes[0]!.latitude = 2.35; }, /commune 75056: centroid is not in France/],
];

for (const [what, spoil, message] of faults) {
  test(`refuses ${what} and writes nothing`, () => {
    const source = smallSource();
    spoil(source);
    const { status, stderr, target } = run(source);
    assert.equal(status, 1);
    assert.match(stderr, /nothing was written/);
    assert.match(stderr, message);
    assert.deepEqual(readdirSync(target), []);
  });
}

test('says everything that is wrong at once', () => {
  const source = smallSource();
  replace('actes', 'soins', 'soin')(source);
  replace('type-offre', 'g1', 'g9')(source);
  assert.equal(run(source).stderr.trim().split('\n').length, 3);
});

test('says how to be called, and refuses a folder that is not a source', () => {
  const bare = spawnSync(process.execPath, [converter], { encoding: 'utf8' });
  assert.equal(bare.status, 2);
  assert.match(bare.stderr, /npm run nomenclature/);
  const wrong = spawnSync(process.execPath, [converter, mkdtempSync(join(room, 'empty-')), mkdtempSync(join(room, 'target-'))], { encoding: 'utf8' });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /holds no nomenclatures/);
});
