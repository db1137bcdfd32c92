import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu, Illisibles } from '../../../src/domain/fiche.ts';
import { documentFileName, documentSections, documentText, usedEditions } from '../../../src/engine/fiche/document.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import type { Field } from '../../../src/engine/fiche/types.ts';
import { avecRetires, contexte, EHPAD, gele, nomenclature, saisie, schema, UO, uniteComplete } from './vocabulaire.ts';

const words = { oui: 'Oui', non: 'Non', retire: 'retirée', inconnu: 'inconnue' };
const sections = (contenu: Contenu, illisibles: Illisibles = {}, form = UO, context = EHPAD) =>
  documentSections(interpret(form, gele(saisie(contenu, illisibles)), context), contenu, context, words, form.slices);
const rows = (...given: Parameters<typeof sections>) => sections(...given).flatMap((section) => section.rows);
const said = (path: string, ...given: Parameters<typeof sections>) => rows(...given).find((row) => row.path === path)?.values;

/** What a field alone says of a value. */
const dit = (field: Omit<Field, 'path' | 'label'>, value: unknown, context = contexte) =>
  rows({ x: value }, {}, schema([[{ ...field, path: 'x', label: 'X' }]]), context)[0]?.values;

describe('FIC-120 the document says the fiche in words', () => {
  test('in the order of the form', () => {
    const titles = sections(uniteComplete).map(({ title }) => title);
    assert.deepEqual(titles, interpret(UO, saisie(uniteComplete), EHPAD).sections.map(({ section }) => section.title).filter((title) => titles.includes(title)));
    assert.equal(titles[0], 'Identification');
  });

  test('labels for codes, one a line', () => {
    assert.deepEqual(said('typeOffre', uniteComplete), [nomenclature.valueSet('J238').get('21')!.label]);
    assert.deepEqual(said('activiteOperationnelle', { ...uniteComplete, activiteOperationnelle: ['300', '9999'] }),
      [nomenclature.valueSet('J17').get('300')!.label, '9999 (inconnue)']);
  });

  test('a retired code keeps its label and says so', () => {
    const field = { kind: 'code', options: { valueSet: 'J19' } } as const;
    const [line] = dit(field, '99', avecRetires) ?? [];
    assert.match(line ?? '', /\(retirée\)$/);
  });

  test('numbers with their unit, yes and no, days as they are written', () => {
    assert.match(said('patientele.ageMin.valeur', uniteComplete)?.[0] ?? '', /^60 \p{L}/u);
    assert.deepEqual([dit({ kind: 'booleen' }, true), dit({ kind: 'booleen' }, false)], [['Oui'], ['Non']]);
    assert.deepEqual(dit({ kind: 'date' }, '2026-01-31'), ['31/01/2026']);
  });

  test('a text that can’t be read as typed, beside the value it may replace', () => {
    assert.deepEqual(said('patientele.ageMin.valeur', uniteComplete, { 'patientele.ageMin.valeur': 'soixante' }), ['soixante']);
    assert.deepEqual(said('typeOffre', uniteComplete, { typeOffre: 'hébergement' }), [nomenclature.valueSet('J238').get('21')!.label, 'hébergement']);
  });

  test('an address as its lines, texts as theirs', () => {
    assert.deepEqual(dit({ kind: 'adresse' }, { numeroVoie: '12', libelleVoie: 'RUE DES LILAS', codePostal: '91580', localite: 'ÉTRÉCHY' }), ['12 RUE DES LILAS\n91580 ÉTRÉCHY']);
    assert.deepEqual(dit({ kind: 'textes' }, ['91G01', '91G02']), ['91G01', '91G02']);
  });

  const fields: readonly Field[] = [
    { path: 'nom', kind: 'texte', label: 'Nom' },
    { path: 'telecommunication', kind: 'liste', label: 'Joindre', fields: [{ path: 'adresseTelecom', kind: 'texte', label: 'Coordonnée' }] },
    { path: 'niveauConfidentialite', kind: 'code', label: 'Qui le voit', options: { valueSet: 'J222' } },
  ];

  test('an element of a list on a line, without who may see it', () => {
    const contacts = [{ nom: 'Nadia Perrin', niveauConfidentialite: '2', telecommunication: [{ adresseTelecom: '0160000000' }, { adresseTelecom: 'np@x.example' }] }, {}];
    assert.deepEqual(dit({ kind: 'liste', fields }, contacts), ['Nom : Nadia Perrin · Joindre : Coordonnée : 0160000000, Coordonnée : np@x.example']);
  });

  test('an element that another field shows is not said twice', () => {
    const form = { ...schema([[{ path: 'contact', kind: 'liste', label: 'Contacts', fields, element: { singular: 'contact', except: ['responsable'] } }]]), slices: { responsable: { where: { fonctionContact: '22' } } } };
    assert.deepEqual(said('contact', { contact: [{ fonctionContact: '22', nom: 'A' }, { fonctionContact: '01', nom: 'B' }] }, {}, form), ['Nom : B']);
  });

  test('a reference by its label, or as it is', () => {
    const context = { ...contexte, references: [{ identifiant: 'r1', label: 'Pôle A' }] };
    assert.deepEqual([dit({ kind: 'reference' }, 'r1', context), dit({ kind: 'reference' }, 'r2', context)], [['Pôle A'], ['r2']]);
  });

  test('a territory by its code when its list is not there', () => {
    assert.deepEqual(dit({ kind: 'territoires' }, [{ type: '3', code: '91223' }]), ['91223']);
  });

  test('whatever another program stored is said, and nothing throws', () => {
    const kinds = ['texte', 'texte-long', 'nombre', 'date', 'booleen', 'code', 'codes', 'textes', 'liste', 'adresse', 'territoires', 'capacites', 'horaires', 'reference'] as const;
    fc.assert(fc.property(fc.constantFrom(...kinds), fc.jsonValue(), (kind, value) => {
      const found = dit({ kind, options: { valueSet: 'J19' }, fields }, value);
      assert.ok(found === undefined || found.every((line) => typeof line === 'string' && line.trim() !== ''));
    }), { numRuns: 400 });
  });
});

describe('FIC-121 what is empty', () => {
  test('is left out, unless it is required', () => {
    const shown = rows({ typeOffre: '21' }).map(({ path }) => path);
    assert.ok(shown.includes('nomOffre') && shown.includes('typeOffre'));
    assert.ok(!shown.includes('contact:responsable.nom') || rows({ typeOffre: '21' }).every(({ path, values }) => path !== 'contact:responsable.nom' || values.length === 0));
    const optional = schema([[{ path: 'x', kind: 'texte', label: 'X' }]]);
    assert.deepEqual(sections({}, {}, optional), []);
  });

  test('is said to be empty when it is required', () => {
    assert.deepEqual(rows({}, {}, schema([[{ path: 'x', kind: 'texte', label: 'X', required: { final: true } }]])), [{ path: 'x', label: 'X', values: [] }]);
  });
});

test('FIC-122 names the editions of the codes it words, and no other', () => {
  const view = interpret(UO, saisie({ typeOffre: '21' }), EHPAD);
  assert.deepEqual(usedEditions(view, EHPAD), [{ valueSet: 'J238', edition: nomenclature.valueSet('J238').edition }]);
});

describe('FIC-123 the name of the file', () => {
  for (const [name, expected] of [
    ['Unité CRT', 'Unité CRT - 2026-11-21.pdf'],
    ['Unité A/B: "C" <D>\n?', 'Unité A B C D - 2026-11-21.pdf'],
    ['..', 'fiche - 2026-11-21.pdf'],
    ['', 'fiche - 2026-11-21.pdf'],
    ['é'.repeat(300), `${'é'.repeat(100)} - 2026-11-21.pdf`],
  ] as const) test(`of « ${name.slice(0, 20)} »`, () => assert.equal(documentFileName(name, '2026-11-21', 'pdf'), expected));
});

test('FIC-120 as plain text: titles, labels and words, lists with dashes', () => {
  assert.equal(documentText({ title: 'Unité', facts: ['finalisée'], notes: ['v1'], sections: [{ id: 'a', title: 'Accueil', rows: [
    { path: 'x', label: 'X', values: ['un'] }, { path: 'y', label: 'Y', values: ['a', 'b'] }, { path: 'z', label: 'Z', values: [] },
  ] }] }, 'Non renseigné'), 'Unité\nfinalisée\n\nAccueil\nX : un\nY :\n- a\n- b\nZ : Non renseigné\n\nv1');
});
