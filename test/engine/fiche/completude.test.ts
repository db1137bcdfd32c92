import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EntiteGeographique } from '../../../src/domain/entite-geographique.ts';
import { EntiteJuridique } from '../../../src/domain/entite-juridique.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { LieuRealisationOffre } from '../../../src/domain/lieu-realisation-offre.ts';
import { NiveauFiche } from '../../../src/domain/noeud.ts';
import { OffreOperationnelle } from '../../../src/domain/offre-operationnelle.ts';
import { OrganisationInterne } from '../../../src/domain/organisation-interne.ts';
import { neededValueSets } from '../../../src/engine/fiche/value-sets.ts';
import { subFields } from '../../../src/engine/fiche/elements.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { findField } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { Field } from '../../../src/engine/fiche/types.ts';
import { isShown } from '../../../src/engine/fiche/visibility.ts';
import { dans, EHPAD, IME, nomenclature, resume, saisie, UO, uniteComplete } from './vocabulaire.ts';

const OBJETS: Readonly<Record<NiveauFiche, unknown>> = { EJ: EntiteJuridique, EG: EntiteGeographique, P: OrganisationInterne, S: OrganisationInterne, UF: OrganisationInterne, UO: OffreOperationnelle, LIEU: LieuRealisationOffre };

/** Attributes that no section has, by the end of their path, and why. */
const RAISONS: readonly (readonly [RegExp, string])[] = [
  [/^(idNatStruct|identifiantOI|identifiantOffre)$/, 'identifier given by the répertoire'],
  [/(^|\.)metadonnee\.(identifiant|dateCreation|dateMiseJour|regionSource|modeleSaisie)$/, 'kept by the répertoire'],
  [/^(lieuRealisationOffre\.)?metadonnee\.commentaire$/, 'the object has its own comment'],
  [/^(lieuEG\.|lieuRealisationOffre\.)?identifiant$/, 'identifier given by the répertoire'],
  [/(^|\.)capacitePriseCharge\.dateMAJCapacite$/, 'dated at the publication (FIC-101)'],
  [/^eloignementCalcule\./, 'computed by a search, never stored'],
  [/dresse(EJ)?\.typeVoie$/, 'obsolete: in libelleVoie (MODEL §8)'],
];

interface Def { readonly type: string; readonly shape?: Readonly<Record<string, unknown>>; readonly innerType?: unknown; readonly element?: unknown }
const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def;

/** Paths of the attributes of an object of the model, list places left out. */
function attributs(schema: unknown, base = ''): readonly string[] {
  const { type, shape, innerType, element } = defOf(schema);
  if (type === 'object') return Object.entries(shape ?? {}).flatMap(([name, inner]) => attributs(inner, base === '' ? name : `${base}.${name}`));
  if (type === 'array') return attributs(element, base);
  return innerType === undefined ? [base] : attributs(innerType, base);
}

const nu = (path: string): string => path.replace(/:\w+/g, '');

/** Paths that a field writes: its own, its constants, its sub-fields, what a new element holds, what its slices set. */
function ecrits(field: Field, base = ''): readonly string[] {
  const path = `${base}${nu(field.path)}`;
  return [
    path, ...Object.keys(field.constants ?? {}).map((at) => `${base}${nu(at)}`),
    ...subFields(field).flatMap((sub) => ecrits(sub, `${path}.`)), ...Object.keys(field.element?.initial ?? {}).map((name) => `${path}.${name}`),
  ];
}

for (const niveau of NiveauFiche.options) {
  describe(`the form of level ${niveau}`, () => {
    const fields = formSchema(niveau).sections.flatMap((section) => section.fields);
    const entiers = new Set(fields.filter(({ kind }) => kind === 'horaires' || kind === 'territoires').map(({ path }) => nu(path)));
    const connus = new Set(fields.flatMap((field) => ecrits(field)));
    const modele = attributs(OBJETS[niveau]);
    const aRaison = (path: string) => RAISONS.some(([end]) => end.test(path));

    test('FIC-102 has every attribute of the model, but those that nobody types', () => {
      assert.deepEqual(modele.filter((path) => !connus.has(path) && !aRaison(path) && ![...entiers].some((whole) => path.startsWith(`${whole}.`))), []);
    });

    test('FIC-102 writes nothing that the model does not have', () => {
      const prefixes = new Set(modele.flatMap((path) => path.split('.').map((_, n, steps) => steps.slice(0, n + 1).join('.'))));
      assert.deepEqual([...connus].filter((path) => !prefixes.has(path)), niveau === 'UO' ? ['grandGroupeDisciplines'] : []);
    });
  });
}

describe('what a unit needs', () => {
  const manquants = (contenu: Contenu, contexte: typeof IME) => resume(issues(UO, saisie({ ...uniteComplete, ...contenu }), contexte)).filter((line) => line.startsWith('manquant'));

  test('FIC-100 a specialisation in a structure of the handicap, and nowhere else', () => {
    assert.deepEqual(manquants({ typeOffre: '48' }, IME), ['manquant specialisationPriseEnCharge']);
    assert.deepEqual(manquants({ typeOffre: '48', specialisationPriseEnCharge: ['14'] }, IME), []);
    assert.deepEqual(manquants({}, EHPAD), []);
  });

  test('FIC-104 a commune for a place of which something is typed, and both coordinates', () => {
    assert.deepEqual(manquants({ lieuRealisationOffre: [{ nom: 'Site' }] }, EHPAD), ['manquant lieuRealisationOffre:principal.communeCog']);
    const position = { communeCog: '94067', coordonneeGeographique: { latitude: 48.8, systemeGeodesique: 'WGS84' } };
    assert.deepEqual(manquants({ lieuRealisationOffre: [position] }, EHPAD), ['manquant lieuRealisationOffre:principal.coordonneeGeographique.longitude']);
  });
});

test('FIC-103 a code of an open value set is never said to be unknown', async () => {
  const tout = dans({ nomenclature: await nomenclature.with(neededValueSets(formSchema('EG'))), categorieEG: '500' });
  const tarif = [{ typeTarif: 'ZZ', montantTarif: { valeur: 10, devise: 'EUR' }, unitePrix: 'YY' }];
  assert.deepEqual(resume(issues(formSchema('EG'), saisie({ tarif }), tout)).filter((line) => line.includes('tarif')), []);
});

describe('what is asked of some only', () => {
  const table: readonly (readonly [path: string, niveau: NiveauFiche, contenu: Contenu, categorieEG: string, montre: boolean])[] = [
    ['secteurPsychiatrique', 'UO', { typeOffre: '21', champActivite: '04' }, '500', false],
    ['secteurPsychiatrique', 'UO', { typeOffre: '10', champActivite: '03' }, '292', true],
    ['secteurPsychiatrique', 'UO', { typeOffre: '21', champActivite: '04', secteurPsychiatrique: ['94G01'] }, '500', true],
    ['modeGestion', 'UO', { typeOffre: '30' }, '460', true], ['modeGestion', 'UO', { typeOffre: '21' }, '500', false],
    ['tarif', 'EG', {}, '500', true], ['tarif', 'EG', {}, '183', false], ['tarif', 'EG', { tarif: [{ typeTarif: 'ZZ' }] }, '183', true],
    ['niveauRecoursORSAN', 'EG', {}, '355', true], ['niveauRecoursORSAN', 'EG', {}, '500', false],
  ];
  for (const [path, niveau, contenu, categorieEG, montre] of table) {
    test(`FIC-105 ${path} of ${categorieEG} ${JSON.stringify(contenu)} is ${montre ? 'shown' : 'not shown'}`, () => {
      const placed = findField(formSchema(niveau), path);
      assert.ok(placed);
      assert.equal(isShown(formSchema(niveau), placed, contenu, dans({ categorieEG })), montre);
    });
  }
});
