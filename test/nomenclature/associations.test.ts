import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../../src/nomenclature/association-data.ts';
import { AssociationNotLoadedError, Associations, tablesFor } from '../../src/nomenclature/associations.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import { Nomenclature, ValueSetNotLoadedError } from '../../src/nomenclature/nomenclature.ts';
import { usualCodes, type Link } from '../../src/nomenclature/usual.ts';
import { ValueSet } from '../../src/nomenclature/value-set.ts';
import type { ValueSetId } from '../../src/nomenclature/value-set-ids.ts';

const LINKED = ['J17', 'J16', 'J35', 'J33', 'J18', 'J186', 'J226', 'J29'] as const;
const nomenclature = await Nomenclature.load(officialSource, [...LINKED, 'J19', 'J20', 'J30', 'J55', 'J238']);
const associations = await Associations.load(officialSource, nomenclature);
const types = nomenclature.valueSet('J238').concepts.map(({ code }) => code);

test('every type of offer has a row, of existing codes', () => {
  for (const code of types) {
    const type = associations.typeOffre(code);
    assert.ok(type, code);
    assert.notEqual(type.nomParDefaut, '');
    assert.ok(nomenclature.valueSet('J20').isSelectable(type.champActivite), code);
    for (const category of type.categoriesEG) assert.ok(nomenclature.valueSet('J55').isSelectable(category), `${code} ${category}`);
    for (const mode of type.modes) assert.ok(nomenclature.valueSet('J19').isSelectable(mode), `${code} ${mode}`);
  }
  assert.equal(associations.typeOffre('116'), undefined);
  assert.equal(associations.typeOffre('unknown'), undefined);
});

/** The types of the spot checks: what the row says. */
const rows: readonly (readonly [string, string, string, string, string, string, string])[] = [
  // type, ggd, champ, niveaux, categories, modes, temporalités
  ['21', 'MSS', '04', 'medico-social', '500;207', '46;47;48', '01;02'],
  ['48', 'MSS', '04', 'medico-social', '183', '46;47;48', '01;02'],
  ['103', 'SSR', '02', 'sanitaire', '109;101;355;365;106;698', '28;29;34;32', ''],
  ['136', 'MSS', '04', 'medico-social', '500;209;354', '58;49;54', ''],
  ['157', 'MCO', '01', 'sanitaire', '101;106;114;355;365;698;128;129;122;131', '09;28;29;32;34', ''],
  ['255', 'MSS;VIL', '04', 'medico-social', '604', '58', ''],
];

for (const [code, ggd, champ, niveaux, categories, modes, temporalites] of rows) {
  test(`type ${code}: GGD ${ggd}, champ ${champ}, ${niveaux}`, () => {
    const type = associations.typeOffre(code);
    assert.ok(type);
    assert.deepEqual(
      [type.ggd.join(';'), type.champActivite, type.niveaux, type.categoriesEG.join(';'), type.modes.join(';'), type.temporalites.join(';')],
      [ggd, champ, niveaux, categories, modes, temporalites],
    );
    assert.deepEqual(associations.usual('J19', code), type.modes);
    assert.deepEqual(associations.usual('J30', code), type.temporalites);
    assert.deepEqual(associations.usual('J20', code), [champ]);
  });
}

/** What the public examples show must be among the usual codes. */
const proposed: readonly (readonly [string, ValueSetId, readonly string[]])[] = [
  ['48', 'J17', ['300', '313', '323']],
  ['48', 'J16', ['0669', '0670', '0671', '0672', '0726', '0776', '0787', '0812']],
  ['48', 'J19', ['46', '47']],
  ['103', 'J17', ['234']],
  ['103', 'J16', ['0596']],
  ['136', 'J17', ['334', '325']],
  ['136', 'J16', ['1431', '0778', '0774', '0824']],
  ['157', 'J226', ['02', '03', '04', '09', '10', '11', '12']],
  ['249', 'J17', ['333']],
  ['255', 'J17', ['475', '471']],
  ['255', 'J19', ['58']],
];

for (const [type, id, codes] of proposed) {
  test(`type ${type} usually has ${codes.join(', ')} of ${id}`, () => {
    const usual = associations.usual(id, type);
    assert.deepEqual(codes.filter((code) => !usual.includes(code)), []);
  });
}

test('key words put the codes that hold them first', () => {
  const holds = (id: ValueSetId, code: string | undefined, beginnings: RegExp) => beginnings.test(nomenclature.valueSet(id).describe(code ?? '').label);
  const [nerveux] = associations.usual('J17', '103');
  assert.ok(holds('J17', nerveux, /nerveux|neuro|cérébr|AVC|médull|moteur/i), nerveux);
  const [coeur] = associations.usual('J17', '149');
  assert.ok(holds('J17', coeur, /cardi|coron|rythm/i), coeur);
});

test('of every type and value set: no code twice, only codes of the edition, at least three activities and ten acts', () => {
  for (const type of types) {
    for (const id of LINKED) {
      const usual = associations.usual(id, type);
      assert.equal(new Set(usual).size, usual.length, `${type} ${id}`);
      assert.ok(usual.every((code) => nomenclature.valueSet(id).isSelectable(code)), `${type} ${id}`);
    }
    assert.ok(associations.usual('J17', type).length >= 3, type);
    assert.ok(associations.usual('J16', type).length >= 10, type);
  }
});

test('usual activities are a part of the nomenclature, and of the champ of the type', async () => {
  const champs = new Map(readRows(await officialSource.association('activites'), ['code', 'champs']).map((row) => [row.code, row.champs.split(';')]));
  for (const [type, , champ] of rows) {
    const usual = associations.usual('J17', type);
    assert.ok(usual.length < 548, type);
    assert.deepEqual(usual.filter((code) => !champs.get(code)?.includes(champ)), [], type);
  }
});

test('nothing is usual for an unknown type or a value set without links', () => {
  assert.deepEqual(associations.usual('J17', 'unknown'), []);
  assert.deepEqual(associations.usual('J41', '21'), []);
});

test('the experimental type gets every code of its champ', () => {
  assert.equal(associations.usual('J16', '88').length, nomenclature.valueSet('J16').size);
  const activites = associations.usual('J17', '88').length;
  assert.ok(activites > 50 && activites < 548);
});

const valueSet = new ValueSet({
  id: 'J0', officialId: 'J0', name: 'Essai', edition: '2026-01-01', source: { repo: 'a/b' }, licence: '', systems: [], columns: ['code', 'label'],
  concepts: [['a', 'Alpha'], ['b', 'Bêta cœur'], ['c', 'Gamma'], ['d', 'Delta'], ['e', 'Coeur'], ['f', 'Zêta'], ['g', 'Êta']],
  retired: [['r', 'Retiré']],
});
const links: readonly Link[] = Object.freeze([
  { code: 'a', domaines: ['transversal'] },
  { code: 'b', domaines: ['y', 'x'] },
  { code: 'c', domaines: ['y', 'x'] },
  { code: 'd', domaines: ['x'] },
  { code: 'e', domaines: ['z'] },
  { code: 'f', domaines: ['x'], champs: ['05'] },
  { code: 'g', domaines: ['x'], champs: ['01', '05'] },
  { code: 'r', domaines: ['x'] },
  { code: 'gone', domaines: ['x'] },
]);

const orders: readonly (readonly [string, Parameters<typeof usualCodes>[0], readonly string[]])[] = [
  ['first domaine, then shared, then transversal', { domaines: ['x'], champActivite: '01', motsCles: [] }, ['d', 'g', 'b', 'c', 'a']],
  ['key words before all', { domaines: ['x'], champActivite: '01', motsCles: ['coeur'] }, ['b', 'd', 'g', 'c', 'a']],
  ['a key word does not bring in what does not fit', { domaines: ['y'], champActivite: '01', motsCles: ['coeur'] }, ['b', 'c', 'a']],
  ['another champ', { domaines: ['x'], champActivite: '05', motsCles: [] }, ['d', 'f', 'g', 'b', 'c', 'a']],
  ['a transversal type', { domaines: ['transversal'], champActivite: '01', motsCles: [] }, ['a', 'b', 'c', 'd', 'e', 'g']],
];

for (const [why, profile, expected] of orders) {
  test(`order of usual codes: ${why}`, () => assert.deepEqual(usualCodes(profile, links, valueSet), expected));
}

test('types of a discipline and of a need, in the official order', () => {
  assert.deepEqual(associations.typesOffre(), types);
  const psy = associations.typesOffre({ ggd: 'PSY' });
  assert.ok(psy.includes('01') && psy.includes('85') && !psy.includes('21'));
  assert.deepEqual(psy, types.filter((code) => psy.includes(code)));
  const aged = associations.typesOffre({ ggd: 'MSS', besoin: 'avancee-en-age' });
  assert.ok(aged.includes('21') && !aged.includes('48'));
  assert.deepEqual(associations.typesOffre({ ggd: 'SMA' }), []);
  assert.deepEqual(associations.typesOffre({ besoin: 'inconnu' }), []);
});

test('types of the category of the establishment come first, and none is lost', () => {
  const ehpad = associations.typesOffre({ ggd: 'MSS', categorieEG: '500' });
  assert.equal(ehpad[0], '21');
  assert.deepEqual([...ehpad].sort(), [...associations.typesOffre({ ggd: 'MSS' })].sort());
  const fits = ehpad.map((code) => associations.fitsCategorieEG(code, '500'));
  assert.equal(fits.lastIndexOf(true), fits.filter(Boolean).length - 1);
  assert.ok(fits.filter(Boolean).length >= 9);
  assert.ok(!associations.fitsCategorieEG('unknown', '500'));
  assert.equal(associations.typesOffre({ categorieEG: '183' })[0], '48');
  assert.deepEqual(associations.typesOffre({ categorieEG: 'unknown' }), types);
});

test('the seven disciplines have French labels, except the one that no text explains', () => {
  assert.deepEqual(associations.ggds().map(({ code }) => code), ['MCO', 'MSS', 'PSY', 'SLD', 'SMA', 'SSR', 'VIL']);
  assert.equal(associations.ggds().find(({ code }) => code === 'SLD')?.label, 'Soins de Longue Durée');
  assert.equal(associations.ggds().find(({ code }) => code === 'SMA')?.label, 'SMA');
});

test('each domaine but transversal is in exactly one need', () => {
  assert.equal(associations.besoins().length, 16);
  const grouped = associations.besoins().flatMap(({ domaines }) => domaines).sort();
  assert.deepEqual(grouped, associations.domaines().map(({ code }) => code).filter((code) => code !== 'transversal').sort());
});

test('filières and territoires are the lists of the project', () => {
  assert.equal(associations.filieres().length, 16);
  assert.deepEqual(associations.territoires()[0], { code: 'TS-75', label: 'Paris', departement: '75' });
});

const handicap = ['182', '183', '186', '188', '189', '190', '192', '194', '195', '196', '198', '238', '246', '249', '252', '253', '255', '370', '377', '379', '382', '390', '395', '396', '402', '437', '445', '446', '448', '449', '461', '464', '705'];

test('categories that serve disabled persons are known, and no others', () => {
  const found = nomenclature.valueSet('J55').concepts.map(({ code }) => code).filter((code) => associations.categorieEG(code)?.handicap);
  assert.deepEqual([...found].sort(), handicap);
});

const categories: readonly (readonly [string, readonly string[], string, boolean])[] = [
  ['500', ['MSS'], 'medico-social', false],
  ['202', ['MSS'], 'medico-social', false],
  ['183', ['MSS'], 'medico-social', true],
  ['604', ['MSS', 'VIL'], 'medico-social', false],
  ['101', ['MCO', 'PSY', 'SSR', 'SLD'], 'sanitaire', false],
  ['355', ['MCO', 'PSY', 'SSR', 'SLD'], 'sanitaire', false],
  ['106', ['MCO', 'SSR', 'SLD'], 'sanitaire', false],
  ['365', ['MCO', 'PSY', 'SSR'], 'sanitaire', false],
  ['292', ['PSY'], 'sanitaire', false],
  ['109', ['SSR'], 'sanitaire', false],
  ['362', ['SLD', 'MSS'], 'sanitaire', false],
  ['603', ['VIL'], 'ville', false],
  ['611', ['VIL', 'MCO'], 'ville', false],
  ['SA07', ['VIL'], 'ville', false],
];

for (const [code, ggd, niveaux, isHandicap] of categories) {
  test(`category ${code} is ${ggd.join(', ')}, ${niveaux}`, () => assert.deepEqual(associations.categorieEG(code), { ggd, niveaux, handicap: isHandicap }));
}

test('nothing is said of a category without evidence', () => {
  for (const code of ['126', '300', '633', 'unknown']) assert.equal(associations.categorieEG(code), undefined, code);
});

test('synonyms lead to codes of their value set', () => {
  assert.ok(associations.synonymes('J238').some(({ terme, code }) => terme === 'FAM' && code === '39'));
  assert.ok(associations.synonymes('J186').some(({ terme, code }) => terme === 'IDE' && code === 'TRE_G15-ProfessionSante|60'));
  for (const id of [...LINKED, 'J238', 'J19', 'J55', 'J30'] as const) {
    for (const { terme, code } of associations.synonymes(id)) assert.ok(nomenclature.valueSet(id).isSelectable(code), `${terme} ${code}`);
  }
  assert.deepEqual(associations.synonymes('J41'), []);
});

test('says which value set or table is missing instead of guessing', async () => {
  const bare = await Nomenclature.load(officialSource, []);
  assert.throws(() => associations.with(bare).usual('J17', '21'), ValueSetNotLoadedError);
  assert.deepEqual(associations.with(bare).usual('J19', '21'), ['46', '47', '48']);
  const few = await Associations.load(officialSource, nomenclature, ['types-offre', 'mots-cles']);
  assert.equal(few.typeOffre('21')?.champActivite, '04');
  assert.throws(() => few.usual('J17', '21'), AssociationNotLoadedError);
  assert.throws(() => few.ggds(), AssociationNotLoadedError);
});

test('loads what a form asks about, and no other long list', async () => {
  const few = await Associations.load(officialSource, nomenclature, tablesFor(['J17', 'J238', 'J19']));
  assert.deepEqual(few.usual('J17', '21'), associations.usual('J17', '21'));
  assert.deepEqual(few.typesOffre({ ggd: 'SLD', besoin: 'handicap', categorieEG: '500' }), associations.typesOffre({ ggd: 'SLD', besoin: 'handicap', categorieEG: '500' }));
  assert.equal(few.categorieEG('500')?.handicap, false);
  assert.throws(() => few.usual('J16', '21'), AssociationNotLoadedError);
});

test('the same nomenclature gives the same associations', () => assert.equal(associations.with(nomenclature), associations));
