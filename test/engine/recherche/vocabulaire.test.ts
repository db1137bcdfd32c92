import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { loadVocabulaire } from '../../../src/engine/recherche/load.ts';
import { distance, usefulWords, stem } from '../../../src/engine/recherche/words.ts';
import { Vocabulaire } from '../../../src/engine/recherche/vocabulaire.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';

/** One query a line, with the codes of which one must be among the first three: what a professional of the field expects, read label by label. */
const attentes = readFileSync(new URL('./pertinence.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t') as [string, string]);

describe('the vocabulary of the official nomenclatures', () => {
  let vocabulaire: Vocabulaire;
  before(async () => { vocabulaire = await loadVocabulaire(officialSource); });

  test('REC-14 at least 120 queries of the field, 95 in a hundred answered in the first three', () => {
    assert.ok(attentes.length >= 120, String(attentes.length));
    assert.equal(new Set(attentes.map(([requete]) => requete)).size, attentes.length, 'a query is there twice');
    const manquees = attentes.filter(([requete, attendus]) =>
      !vocabulaire.search(requete, 3).some(({ genre, code }) => attendus.split(';').includes(`${genre}:${code}`)));
    assert.ok(manquees.length <= attentes.length * 0.05, manquees.map(([requete]) => requete).join(', '));
  });

  test('REC-14 three letters suggest something, and small words change nothing', () => {
    for (const debut of ['car', 'dia', 'ehp', 'mat', 'psy', 'soi', 'kin']) assert.ok(vocabulaire.search(debut, 10).length > 0, debut);
    assert.deepEqual(vocabulaire.search('la maison de la retraite', 3)[0]?.code, vocabulaire.search('maison retraite', 3)[0]?.code);
  });

  test('REC-12 what is written as in the nomenclature is not taken for a mistake of something else', () => {
    for (const requete of ['audition', 'addiction', 'chirurgie', 'orthoptie', 'orthophonie']) {
      const [first] = vocabulaire.search(requete, 1);
      assert.ok(first?.label.toLowerCase().includes(requete.slice(0, 6)), `${requete} → ${first?.label}`);
    }
  });

  for (const [faute, juste] of [['cardiolgie', 'cardiologie'], ['psychatrie', 'psychiatrie'], ['ginecologie', 'gynecologie'], ['pneumolojie', 'pneumologie'], ['gériartie', 'gériatrie'], ['onkologie', 'oncologie'], ['neurlogie', 'neurologie'], ['addictolgie', 'addictologie']] as const) {
    test(`REC-12 « ${faute} » is understood as « ${juste} »`, () => {
      const wanted = new Set(vocabulaire.search(juste, 60).map(({ genre, code }) => `${genre}:${code}`));
      assert.ok(vocabulaire.search(faute, 3).some(({ genre, code }) => wanted.has(`${genre}:${code}`)));
    });
  }

  test('REC-13 accents, capitals, plurals and apostrophes change nothing to the first answer', () => {
    for (const [un, autre] of [['géronto-psychiatrie', 'GERONTO PSYCHIATRIE'], ['sage-femme', 'sages femmes'], ['soins palliatifs', 'soin palliatif'], ['bilan mémoire', 'BILAN MEMOIRE'], ["accueil d'urgence", 'accueil d’urgence']] as const) {
      assert.deepEqual(vocabulaire.search(un, 1), vocabulaire.search(autre, 1), un);
    }
  });

  test('REC-10 a type d’UO comes before an act of the same words', () => {
    const found = vocabulaire.search('cardiologie', 40).map(({ genre }) => genre);
    assert.ok(found.indexOf('type-offre') < found.indexOf('acte'));
  });

  test('a synonym that answered is told, a label that answered is enough', () => {
    assert.equal(vocabulaire.search('maison de retraite', 1)[0]?.parSynonyme, 'maison de retraite');
    assert.equal(vocabulaire.search('réanimation', 1)[0]?.parSynonyme, undefined);
  });

  test('only the kinds asked for are suggested', () => {
    const found = vocabulaire.search('cardio', 50, new Set(['acte']));
    assert.ok(found.length > 3 && found.every(({ genre }) => genre === 'acte'));
  });

  test('REC-15 signs, mark-up and SQL are only separators; nothing is too long or too odd', () => {
    for (const texte of ['<script>alert(1)</script>', "'; drop table noeud; --", '%', '_', '\\', '((((', '"irm"', '\u0000', '😀', '   ', '', 'x'.repeat(10_000), 'a '.repeat(5_000)]) {
      assert.ok(Array.isArray(vocabulaire.search(texte, 5)), texte.slice(0, 20));
    }
    assert.equal(vocabulaire.search('"irm"', 1)[0]?.code, vocabulaire.search('irm', 1)[0]?.code);
    fc.assert(fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: -1, max: 30 }), (texte, limite) => {
      const found = vocabulaire.search(texte, limite);
      assert.ok(found.length <= Math.max(0, limite));
      assert.equal(new Set(found.map(({ genre, code }) => `${genre}:${code}`)).size, found.length);
    }), { numRuns: 500 });
  });
});

test('every label of a vocabulary is found by its own words', () => {
  const labels = ['Unité de soins intensifs', 'Soins de suite', 'Équipe mobile de gériatrie', 'A', '24h/24'];
  const vocabulaire = new Vocabulaire(labels.map((label, at) => ({ genre: 'acte', code: String(at), label, synonymes: [] })));
  labels.forEach((label, at) => assert.equal(vocabulaire.search(label, 1)[0]?.code, String(at), label));
});

test('the words that count: all of them when none does', () => {
  assert.deepEqual(usefulWords('La maison de l’enfance'), ['maison', 'enfance']);
  assert.deepEqual(usefulWords('de la'), ['de', 'la']);
});

for (const [a, b] of [['cardiologie', 'cardiologues'], ['pédiatre'.normalize('NFD').replace(/\p{M}/gu, ''), 'pediatriques'], ['hopital', 'hopitaux'], ['infirmier', 'infirmieres'], ['sages', 'sage'], ['orthophonie', 'orthophonistes'], ['kinesitherapie', 'kinesitherapeute']] as const) {
  test(`REC-13 ${a} and ${b} are one word`, () => assert.equal(stem(a), stem(b)));
}

for (const [a, b, max, attendu] of [
  ['dialyse', 'dialise', 1, true], ['ehpda', 'ehpad', 1, true], ['urgences', 'urgnces', 1, true], ['mas', 'fam', 1, false], ['cardiologie', 'radiologie', 2, true], ['cardiologie', 'radiologie', 1, false], ['', 'ab', 1, false], ['', 'a', 1, true],
] as const) {
  test(`REC-12 ${a} and ${b} differ by at most ${max}: ${attendu}`, () => assert.equal(distance(a, b, max) !== undefined, attendu));
}
