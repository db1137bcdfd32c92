import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { equal, isEmptyValue } from '../../../src/engine/fiche/equal.ts';
import { parsePath, readPath, writeField, writePath, type Slices } from '../../../src/engine/fiche/paths.ts';
import { gele, unChamp } from './vocabulaire.ts';

const slices: Slices = gele({
  responsable: { where: { fonctionContact: '22' }, with: { niveauConfidentialite: '2' } },
  accueil: { where: { natureContact: '01' }, with: { niveauConfidentialite: '1' } },
  mail: { where: { canal: '3' }, with: { niveauConfidentialite: '1' }, inherit: ['niveauConfidentialite'] },
  telephone: { where: { canal: '2' } },
});

const MAIL = 'contact:responsable.telecommunication:mail.adresseTelecom';

describe('a path', () => {
  test('is read as attributes and slices', () => {
    assert.deepEqual(parsePath('nomOffre'), [{ name: 'nomOffre' }]);
    assert.deepEqual(parsePath('patientele.ageMin.valeur'), [{ name: 'patientele' }, { name: 'ageMin' }, { name: 'valeur' }]);
    assert.deepEqual(parsePath('contact:accueil.nom'), [{ name: 'contact', slice: 'accueil' }, { name: 'nom' }]);
  });

  const contenu: Contenu = gele({
    nomOffre: 'Unité IME',
    patientele: { ageMin: { valeur: 0, unite: 'a' } },
    contact: [
      { natureContact: '01', nom: 'Accueil' },
      { fonctionContact: '22', nom: 'Mme DURAND', telecommunication: [{ canal: '2', adresseTelecom: '01' }, { canal: '3', adresseTelecom: 'a@b.fr' }] },
      { fonctionContact: '22', nom: 'second responsable' },
    ],
    texte: 'pas un objet',
    liste: 'pas une liste',
  });

  const lectures: readonly (readonly [string, unknown])[] = [
    ['nomOffre', 'Unité IME'],
    ['patientele.ageMin.valeur', 0],
    ['patientele.ageMax.valeur', undefined],
    ['patientele.ageMin.valeur.plus.loin', undefined],
    ['contact:accueil.nom', 'Accueil'],
    ['contact:responsable.nom', 'Mme DURAND'],
    [MAIL, 'a@b.fr'],
    ['contact:responsable.telecommunication:telephone.adresseTelecom', '01'],
    ['contact:accueil.telecommunication:mail.adresseTelecom', undefined],
    ['contact:inconnu.nom', undefined],
    ['texte.dedans', undefined],
    ['liste:responsable.nom', undefined],
    ['absent.du.tout', undefined],
    ['toString', undefined],
    ['constructor.name', undefined],
    ['__proto__.toString', undefined],
  ];
  for (const [path, value] of lectures) {
    test(`${path} reads ${JSON.stringify(value)}`, () => assert.deepEqual(readPath(contenu, path, slices), value));
  }
});

describe('writing', () => {
  const ecritures: readonly (readonly [string, Contenu, string, unknown, Contenu])[] = [
    ['FIC-10 adds an attribute', {}, 'nom', 'A', { nom: 'A' }],
    ['FIC-10 replaces an attribute', { nom: 'A', b: 1 }, 'nom', 'B', { nom: 'B', b: 1 }],
    ['FIC-10 creates the objects on the way', {}, 'a.b.c', 1, { a: { b: { c: 1 } } }],
    ['FIC-10 keeps the neighbours', { a: { x: 1 } }, 'a.b', 2, { a: { x: 1, b: 2 } }],
    ['FIC-10 creates the element of a slice with what it carries', {}, 'contact:responsable.nom', 'D',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', nom: 'D' }] }],
    ['FIC-10 adds to the element that exists', { contact: [{ fonctionContact: '22' }] }, 'contact:responsable.nom', 'D',
      { contact: [{ fonctionContact: '22', nom: 'D' }] }],
    ['FIC-10 leaves the other elements', { contact: [{ natureContact: '01' }] }, 'contact:responsable.nom', 'D',
      { contact: [{ natureContact: '01' }, { fonctionContact: '22', niveauConfidentialite: '2', nom: 'D' }] }],
    ['FIC-10 creates both slices of a path; the inner one is as restricted as the outer', {}, MAIL, 'a@b.fr',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [{ canal: '3', niveauConfidentialite: '2', adresseTelecom: 'a@b.fr' }] }] }],
    ['FIC-10 puts a list where another shape was', { contact: 'abîmé' }, 'contact:accueil.nom', 'A',
      { contact: [{ natureContact: '01', niveauConfidentialite: '1', nom: 'A' }] }],
    ['FIC-10 puts an object where another shape was', { a: [1] }, 'a.b', 1, { a: { b: 1 } }],
    ['FIC-10 does not touch the prototype', {}, '__proto__.x', 1, JSON.parse('{"__proto__":{"x":1}}') as Contenu],
    ['FIC-11 removes an attribute', { nom: 'A', b: 1 }, 'nom', undefined, { b: 1 }],
    ['FIC-11 removes the objects left empty', { a: { b: { c: 1 } }, d: 1 }, 'a.b.c', undefined, { d: 1 }],
    ['FIC-11 removes the last attribute of all', { a: { b: 1 } }, 'a.b', '', {}],
    ['FIC-11 removes the element that holds nothing typed',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', nom: 'D' }] }, 'contact:responsable.nom', undefined, {}],
    ['FIC-11 keeps the element that holds something else',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', nom: 'D', description: 'le matin' }] }, 'contact:responsable.nom', undefined,
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', description: 'le matin' }] }],
    ['FIC-11 keeps a confidentiality that somebody chose',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '3', nom: 'D' }] }, 'contact:responsable.nom', undefined,
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '3' }] }],
    ['FIC-11 removes both slices of a path',
      { contact: [{ fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [{ canal: '3', niveauConfidentialite: '2', adresseTelecom: 'a@b.fr' }] }] },
      MAIL, undefined, {}],
    ['FIC-11 takes an empty list as nothing', { codes: ['1'] }, 'codes', [], {}],
    ['FIC-11 takes null as nothing', { a: 1 }, 'a', null, {}],
    ['keeps false', {}, 'sensible', false, { sensible: false }],
    ['keeps zero', {}, 'age', 0, { age: 0 }],
  ];
  for (const [titre, avant, path, valeur, apres] of ecritures) {
    test(titre, () => assert.deepEqual(writePath(gele(avant), path, gele(valeur), slices), apres));
  }

  test('gives the same object back when nothing changes', () => {
    const contenu = gele({ nom: 'A', codes: ['1', '2'], a: { b: 1 } });
    for (const [path, value] of [['nom', 'A'], ['codes', ['1', '2']], ['a.b', 1], ['absent', undefined], ['absent', ''], ['contact:responsable.nom', undefined], ['x.y', []]] as const) {
      assert.equal(writePath(contenu, path, value, slices), contenu, path);
    }
  });
});

describe('writing a field', () => {
  const age = unChamp('patientele.ageMin.valeur', { kind: 'nombre', constants: { 'patientele.ageMin.unite': 'a' } });

  test('FIC-10 writes its constants beside it', () => {
    assert.deepEqual(writeField({}, age, 6), { patientele: { ageMin: { valeur: 6, unite: 'a' } } });
  });

  test('FIC-11 removes its constants with it', () => {
    assert.deepEqual(writeField(gele({ patientele: { ageMin: { valeur: 6, unite: 'a' } }, b: 1 }), age, undefined), { b: 1 });
  });

  test('does not touch the constants of a field that was empty and stays so', () => {
    const contenu = gele({ patientele: { ageMin: { unite: 'mo' } } });
    assert.equal(writeField(contenu, age, undefined), contenu);
  });

  test('completes the constants of a value written by another program', () => {
    assert.deepEqual(writeField(gele({ patientele: { ageMin: { valeur: 6 } } }), age, 6), { patientele: { ageMin: { valeur: 6, unite: 'a' } } });
  });
});

describe('properties', () => {
  const paths = ['nom', 'a', 'b.c', 'b.d', 'b.e.f', 'contact:responsable.nom', 'contact:responsable.description', MAIL,
    'contact:responsable.telecommunication:telephone.adresseTelecom', 'contact:accueil.nom', 'contact:accueil.telecommunication:mail.adresseTelecom'] as const;
  const path = fc.constantFrom(...paths);
  const value = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean(), fc.array(fc.string(), { minLength: 1 }));
  /** A content made by writing, as every content is. */
  const contenu = fc.array(fc.tuple(path, value), { maxLength: 6 }).map((edits) => gele(edits.reduce<Contenu>((made, [where, what]) => writePath(made, where, what, slices), {})));

  test('FIC-10 what was written is read', () => fc.assert(fc.property(contenu, path, value, (before, where, what) => {
    assert.deepEqual(readPath(writePath(before, where, what, slices), where, slices), what);
  })));

  test('FIC-10 every other path reads as before', () => fc.assert(fc.property(contenu, path, value, (before, where, what) => {
    const after = writePath(before, where, what, slices);
    for (const other of paths) if (other !== where) assert.deepEqual(readPath(after, other, slices), readPath(before, other, slices), other);
  })));

  test('FIC-11 emptying what was added restores the content', () => fc.assert(fc.property(contenu, path, value, (before, where, what) => {
    fc.pre(readPath(before, where, slices) === undefined);
    assert.deepEqual(writePath(writePath(before, where, what, slices), where, undefined, slices), before);
  })));

  test('FIC-11 emptying everything leaves nothing', () => fc.assert(fc.property(contenu, (before) => {
    assert.deepEqual(paths.reduce<Contenu>((rest, where) => writePath(rest, where, undefined, slices), before), {});
  })));

  test('any JSON can be read and written without failing', () => fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'contact', 'nom'), fc.jsonValue()), path, value, (before, where, what) => {
    assert.deepEqual(readPath(writePath(gele(before), where, what, slices), where, slices), what);
  })));
});

describe('equal and empty', () => {
  const paires: readonly (readonly [unknown, unknown, boolean])[] = [
    [1, 1, true], [1, '1', false], [undefined, undefined, true], [undefined, null, false], [Number.NaN, Number.NaN, true],
    [[1, [2]], [1, [2]], true], [[1, 2], [2, 1], false], [[], {}, false], [{}, [], false], [[1], [1, 2], false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true], [{ a: 1 }, { a: 1, b: undefined }, false], [{ a: undefined }, { b: undefined }, false], [{ a: 1 }, 'a', false],
  ];
  for (const [a, b, same] of paires) {
    test(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${same ? 'equal' : 'different'}`, () => assert.equal(equal(a, b), same));
  }

  const vides: readonly (readonly [unknown, boolean])[] = [
    [undefined, true], [null, true], ['', true], ['  \n', true], [[], true], [false, false], [0, false], ['non', false], [[''], false], [{}, false],
  ];
  for (const [value, empty] of vides) {
    test(`FIC-12 ${JSON.stringify(value)} is ${empty ? '' : 'not '}empty`, () => assert.equal(isEmptyValue(value), empty));
  }
});
