import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LieuxProches } from '../../../src/engine/recherche/lieux.ts';
import { loadCommunes } from '../../../src/nomenclature/communes.ts';

const { all } = await loadCommunes();
const proches = new LieuxProches(all);
const noms = (texte: string, limite = 3): readonly string[] => proches.chercher(texte, limite).map(({ nom }) => nom);

describe('REC-18 a commune written with mistakes', () => {
  for (const [texte, voulu] of [
    ['versaile', 'Versailles'], ['Versaille', 'Versailles'], ['vresailles', 'Versailles'], ['ersailles', 'Versailles'], ['creteuil', 'Créteil'], ['Cretiel', 'Créteil'],
    ['boulogne bilancourt', 'Boulogne-Billancourt'], ['boulogne bilan', 'Boulogne-Billancourt'], ['argenteuille', 'Argenteuil'], ['Argenteuill', 'Argenteuil'],
    ['mantes la joli', 'Mantes-la-Jolie'], ['mante la jolie', 'Mantes-la-Jolie'], ['saintdenis', 'Saint-Denis'], ['st deni', 'Saint-Denis'], ['fontenaysousbois', 'Fontenay-sous-Bois'],
    ['fontainebleu', 'Fontainebleau'], ['monreuil', 'Montreuil'], ['nantere', 'Nanterre'], ['Neuily sur Seine', 'Neuilly-sur-Seine'], ['courbevoi', 'Courbevoie'],
    ['etempes', 'Étampes'], ['issy les moulinaux', 'Issy-les-Moulineaux'], ['vile juif', 'Villejuif'], ['kremlin bicetres', 'Le Kremlin-Bicêtre'], ['corbeille essonnes', 'Corbeil-Essonnes'],
  ] as const) test(`REC-18 « ${texte} » is ${voulu}`, () => { assert.ok(noms(texte).includes(voulu), `${texte}: ${noms(texte).join(', ')}`); });

  test('REC-18 the fewest mistakes first, then the most people', () => {
    const autres = new LieuxProches([{ nom: 'Bassignyville', population: 10 }, { nom: 'Massignyville', population: 900 }, { nom: 'Vassigniville', population: 9_000 }]);
    assert.deepEqual(autres.chercher('Bassygnyville', 3).map(({ nom }) => nom), ['Bassignyville', 'Massignyville']);
    assert.deepEqual(autres.chercher('Lassignyville', 3).map(({ nom }) => nom), ['Massignyville', 'Bassignyville', 'Vassigniville']);
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
    assert.equal(new Set(proches.chercher('saimt', 50).map(({ code }) => code)).size, proches.chercher('saimt', 50).length);
  });
});
