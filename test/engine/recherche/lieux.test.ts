import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { communesDAdresse, NearbyLieux } from '../../../src/engine/recherche/lieux.ts';
import { loadCommunes } from '../../../src/nomenclature/communes.ts';

const communes = await loadCommunes();
const { all } = communes;
const proches = new NearbyLieux(all);
const noms = (texte: string, limite = 3): readonly string[] => proches.find(texte, limite).map(({ nom }) => nom);

describe('REC-18 a commune written with mistakes', () => {
  for (const [texte, voulu] of [
    ['versaile', 'Versailles'], ['Versaille', 'Versailles'], ['vresailles', 'Versailles'], ['ersailles', 'Versailles'], ['creteuil', 'Créteil'], ['Cretiel', 'Créteil'],
    ['boulogne bilancourt', 'Boulogne-Billancourt'], ['boulogne bilan', 'Boulogne-Billancourt'], ['argenteuille', 'Argenteuil'], ['Argenteuill', 'Argenteuil'],
    ['mantes la joli', 'Mantes-la-Jolie'], ['mante la jolie', 'Mantes-la-Jolie'], ['saintdenis', 'Saint-Denis'], ['st deni', 'Saint-Denis'], ['fontenaysousbois', 'Fontenay-sous-Bois'],
    ['fontainebleu', 'Fontainebleau'], ['monreuil', 'Montreuil'], ['nantere', 'Nanterre'], ['Neuily sur Seine', 'Neuilly-sur-Seine'], ['courbevoi', 'Courbevoie'],
    ['etempes', 'Étampes'], ['issy les moulinaux', 'Issy-les-Moulineaux'], ['vile juif', 'Villejuif'], ['kremlin bicetres', 'Le Kremlin-Bicêtre'], ['corbeille essonnes', 'Corbeil-Essonnes'],
  ] as const) test(`REC-18 « ${texte} » is ${voulu}`, () => { assert.ok(noms(texte).includes(voulu), `${texte}: ${noms(texte).join(', ')}`); });

  test('REC-18 the fewest mistakes first, then the most people', () => {
    const autres = new NearbyLieux([{ nom: 'Bassignyville', population: 10 }, { nom: 'Massignyville', population: 900 }, { nom: 'Vassigniville', population: 9_000 }]);
    assert.deepEqual(autres.find('Bassygnyville', 3).map(({ nom }) => nom), ['Bassignyville', 'Massignyville']);
    assert.deepEqual(autres.find('Lassignyville', 3).map(({ nom }) => nom), ['Massignyville', 'Bassignyville', 'Vassigniville']);
  });

  for (const texte of ['', 'zzzzzz', 'xk', '78000', '78O00 2', "'; drop table offre; --", '<img src=x>', 'a'.repeat(10_000), 'maison de retraite médicalisée']) {
    test(`REC-18 « ${texte.slice(0, 30)} » is no commune`, () => { assert.deepEqual(noms(texte), []); });
  }

  test('REC-18 a text of a hundred words takes no time, nor one of many near names', () => {
    const avant = performance.now();
    for (let i = 0; i < 20; i++) noms(`${'saint '.repeat(100)}germin`);
    for (let i = 0; i < 20; i++) noms('saimt');
    assert.ok((performance.now() - avant) / 40 < 50);
  });

  test('REC-18 no more than asked, and none twice', () => {
    const trouves = noms('saimt', 5);
    assert.equal(trouves.length, 5);
    assert.equal(new Set(proches.find('saimt', 50).map(({ code }) => code)).size, proches.find('saimt', 50).length);
  });
});

describe('REC-19 the commune of a whole address', () => {
  for (const [texte, voulues] of [
    ['12 rue de la Paroisse 78000 Versailles', ['Versailles']], ['12, rue de la Paroisse, 78000 VERSAILLES', ['Versailles']], ['3 allée du Colibri Fontenay-sous-Bois', ['Fontenay-sous-Bois']],
    ['8 avenue de la République st denis', ['Saint-Denis']], ['Résidence les Tilleuls, 4 place du Marché, Créteil', ['Créteil']], ['5 rue de Paris 94220 Charenton-le-Pont', ['Charenton-le-Pont']],
    ['chez Mme Martin 77100', ['Meaux']], ['10 rue de Versailles 99999 Nulle-Part', []], ['maison de retraite', []], ['versailles', []], ['78000', []], ['', []], ['12 rue', []],
  ] as const) test(`REC-19 « ${texte} » is in ${voulues.join() || 'no commune'}`, () => {
    const noms = communesDAdresse(texte, communes).map(({ nom }) => nom);
    assert.deepEqual(noms.slice(0, 1), voulues, noms.join(', '));
  });

  test('REC-19 of several communes of a postal code, the one that is named comes first, and the others after it', () => {
    const noms = communesDAdresse('2 rue du Moulin 77100 Nanteuil-lès-Meaux', communes).map(({ nom }) => nom);
    assert.equal(noms[0], 'Nanteuil-lès-Meaux');
    assert.ok(noms.includes('Meaux'));
  });

  test('REC-19 ten thousand letters and markup are no address', () => {
    for (const texte of ['a '.repeat(5_000), '<img src=x onerror=alert(1)> b c', "'; drop table offre; --"]) assert.deepEqual(communesDAdresse(texte, communes), []);
  });
});
