import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Adresse, lignesAdresse } from '../../src/domain/adresse.ts';
import type { EntiteGeographique } from '../../src/domain/entite-geographique.ts';
import { Horaire } from '../../src/domain/horaire.ts';
import { NumFINESSEJ } from '../../src/domain/identifiants.ts';
import { LieuRealisationOffre } from '../../src/domain/lieu-realisation-offre.ts';
import { CoordonneeGeographique } from '../../src/domain/lieu.ts';
import { OffreOperationnelle } from '../../src/domain/offre-operationnelle.ts';
import { TYPE_OI } from '../../src/domain/organisation-interne.ts';
import { Age, Montant, Quantite } from '../../src/domain/quantite.ts';
import { CodeAvecSysteme, CodeNomenclature, DateHeure, DateJour, Heure, HeureFin, Libelle, Nombre, Texte } from '../../src/domain/types-de-donnees.ts';
import { z } from '../../src/domain/zod.ts';
import * as exemple from './exemples.ts';

type Rows = readonly { readonly nom: string; readonly schema: z.ZodMiniType; readonly oui: readonly unknown[]; readonly non: readonly unknown[] }[];
const types: Rows = [
  { nom: 'a text', schema: Texte, oui: ['a', 'é'.repeat(2000), 'deux\nlignes'], non: ['', 'a'.repeat(2001), 1] },
  { nom: 'a wording', schema: Libelle, oui: ['EHPAD TEST', 'a'.repeat(255)], non: ['', 'a'.repeat(256)] },
  { nom: 'a code', schema: CodeNomenclature, oui: ['0887', 'SA05', '-1', 'DEF', '2A'], non: ['', ' ', '08 87', 887] },
  { nom: 'a code with its system', schema: CodeAvecSysteme, oui: ['TRE_G15-ProfessionSante|10'], non: ['10', '|10', 'TRE|', 'a|b|c', 'TRE G15|10'] },
  {
    nom: 'a day',
    schema: DateJour,
    oui: ['2026-11-21', '2024-02-29', '2000-02-29', '1900-01-01'],
    non: ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '21/11/2026', '2026-11-21T00:00:00Z', ''],
  },
  {
    nom: 'an instant',
    schema: DateHeure,
    oui: ['2026-11-21T07:32:00Z', '2026-11-21T08:32:00.250+01:00', '2026-11-21T11:32:00+04:00'],
    non: ['2026-11-21', '2026-11-21T07:32:00', '2026-02-30T07:32:00Z', '2026-11-21T25:00:00Z', '2026-11-21 07:32:00Z'],
  },
  { nom: 'a time', schema: Heure, oui: ['00:00', '08:30', '23:59:59'], non: ['24:00', '8:30', '08:60', '08:30:60', '08h30', '08:30:00.5', ''] },
  { nom: 'an end time', schema: HeureFin, oui: ['12:00', '23:59:59', '24:00', '24:00:00'], non: ['24:01', '24:00:01', '25:00', ''] },
  { nom: 'a count', schema: Nombre, oui: [0, 48, 1_000_000], non: [-1, 1.5, NaN, Infinity, 1_000_001, '48'] },
  { nom: 'a measure', schema: Quantite, oui: [{ valeur: -2.5, unite: 'Cel' }, { valeur: 200, unite: 'kg' }], non: [{ valeur: 200 }, { unite: 'kg' }, { valeur: 200, unite: '' }, { valeur: Infinity, unite: 'kg' }] },
  {
    nom: 'an age',
    schema: Age,
    oui: [{ valeur: 0, unite: 'a' }, { valeur: 150, unite: 'a' }, { valeur: 18, unite: 'mo' }, { valeur: 6, unite: 'wk' }, { valeur: 28, unite: 'd' }],
    non: [{ valeur: -1, unite: 'a' }, { valeur: 2.5, unite: 'a' }, { valeur: 6, unite: 'ans' }, { valeur: 6, unite: 'kg' }, { valeur: '6', unite: 'a' }, { valeur: 6 }],
  },
  { nom: 'an amount', schema: Montant, oui: [{ valeur: 78.45, devise: 'EUR' }, { valeur: 0, devise: 'EUR' }], non: [{ valeur: -1, devise: 'EUR' }, { valeur: 1, devise: '€' }, { valeur: 1 }] },
  {
    nom: 'a position',
    schema: CoordonneeGeographique,
    oui: [{ latitude: -20.88, longitude: 55.45, systemeGeodesique: 'WGS84' }],
    non: [{ latitude: 91, longitude: 0, systemeGeodesique: 'WGS84' }, { latitude: 0, longitude: -181, systemeGeodesique: 'WGS84' }, { latitude: 0, longitude: 0 }],
  },
];

for (const { nom, schema, oui, non } of types) {
  describe(nom, () => {
    for (const value of oui) test(`may be ${JSON.stringify(value).slice(0, 60)}`, () => assert.deepEqual(schema.safeParse(value).data, value));
    for (const value of non) test(`is not ${JSON.stringify(value).slice(0, 60)}`, () => assert.equal(schema.safeParse(value).success, false));
  });
}

describe('a range of a planning', () => {
  for (const jour of [1, 7]) test(`may be on day ${jour}`, () => assert.equal(Horaire.safeParse({ jourSemaine: jour }).success, true));
  for (const jour of [0, 8, 1.5, '1']) test(`is on no day ${JSON.stringify(jour)}`, () => assert.equal(Horaire.safeParse({ jourSemaine: jour }).success, false));
  test('may lack everything: whether it means something is a rule of the planning', () => assert.deepEqual(z.parse(Horaire, {}), {}));
  test('may end at the end of the day and may not begin there', () => {
    assert.equal(Horaire.safeParse({ heureDebut: '00:00', heureFin: '24:00' }).success, true);
    assert.deepEqual(Horaire.safeParse({ heureDebut: '24:00' }).error?.issues[0]?.path, ['heureDebut']);
  });
});

describe('an address', () => {
  const complete = z.parse(Adresse, exemple.adresse);
  test('is printed line by line, from the point of delivery to the locality', () => {
    assert.deepEqual(lignesAdresse(complete), [
      'PORTE 2', 'BATIMENT LES TILLEULS', '7 BIS RUE MONGENOT', 'LA TOURELLE BP 42534', '94160 SAINT MANDE',
    ]);
  });
  test('prints no empty line', () => {
    assert.deepEqual(lignesAdresse(z.parse(Adresse, { codePostal: '94160', localite: 'SAINT MANDE' })), ['94160 SAINT MANDE']);
    assert.deepEqual(lignesAdresse({}), []);
  });

  const trente = 'A'.repeat(30);
  const trenteHuit = 'A'.repeat(38);
  const rows: readonly (readonly [adresse: Record<string, string>, tooLong: readonly string[]])[] = [
    [{ libelleVoie: trenteHuit }, []],
    [{ libelleVoie: `${trenteHuit}A` }, ['libelleVoie']],
    [{ numeroVoie: '1', libelleVoie: trenteHuit }, ['libelleVoie']],
    [{ numeroVoie: '12', extension: 'TER', libelleVoie: trente }, []],
    [{ numeroVoie: '1234', extension: 'TER', libelleVoie: trente }, ['libelleVoie']],
    [{ lieuDit: trente, mentionDistribution: 'BP 1234' }, []],
    [{ lieuDit: trente, mentionDistribution: 'BP 12345' }, ['mentionDistribution']],
    [{ codePostal: '94160', localite: trente }, []],
    [{ codePostal: '94160', localite: 'A'.repeat(33) }, ['localite']],
    [{ pointRemise: `${trenteHuit}A`, localite: `${trenteHuit}A` }, ['pointRemise', 'localite']],
    [{ numeroVoie: '12345' }, ['numeroVoie']],
    [{ numeroVoie: '7B' }, ['numeroVoie']],
    [{ codePostal: '94160 CEDEX' }, ['codePostal']],
    [{ communeCog: '2C004' }, ['communeCog']],
  ];
  for (const [adresse, tooLong] of rows) {
    const outcome = tooLong.length === 0 ? 'holds in its lines' : `does not hold: ${tooLong.join(', ')}`;
    test(`${JSON.stringify(adresse)} ${outcome}`, () => {
      assert.deepEqual((Adresse.safeParse(adresse).error?.issues ?? []).map((issue) => issue.path.join('.')), tooLong);
    });
  }
});

describe('a published offer', () => {
  /** What a finalised UO fiche holds, before the répertoire adds identifiers and metadata. */
  const fiche = Object.freeze({
    ggd: 'MSS',
    nomOffre: 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité',
    typeOffre: '21',
    champActivite: '04',
    modePriseEnCharge: '46',
    temporaliteAccueil: '02',
    uniteSensible: false,
    patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' }, publicPrisEnCharge: ['01'] },
    activiteOperationnelle: ['313'],
    contact: [{
      nom: 'M. BERNARD Paul',
      fonctionContact: '22',
      niveauConfidentialite: '2',
      telecommunication: [{ canal: '3', adresseTelecom: 'cadre@ehpad-test.example', niveauConfidentialite: '2' }],
    }],
  });
  const published = { ...fiche, identifiantOffre: '11/667', metadonnee: exemple.metadonnee };
  const paths = (value: unknown) => (OffreOperationnelle.safeParse(value).error?.issues ?? []).map((issue) => issue.path.join('.'));

  test('is a finalised fiche of EHPAD TEST with its identifiers and metadata', () => {
    const { ggd, ...attributs } = published;
    assert.equal(ggd, 'MSS');
    assert.deepEqual(z.parse(OffreOperationnelle, published), attributs);
  });
  test('is not the fiche alone', () => assert.deepEqual(paths(fiche), ['identifiantOffre', 'metadonnee']));
  test('has at least one activité opérationnelle', () => assert.deepEqual(paths({ ...published, activiteOperationnelle: [] }), ['activiteOperationnelle']));
  test('names its profession with the system', () => assert.deepEqual(paths({ ...published, professionRessource: ['10'] }), ['professionRessource.0']));
  test('says whether it is sensitive by a boolean only', () => assert.deepEqual(paths({ ...published, uniteSensible: 0 }), ['uniteSensible']));
  test('may have no place yet', () => assert.deepEqual(paths({ ...published, lieuRealisationOffre: [] }), []));
});

describe('a place', () => {
  test('counts its beds in whole numbers', () => {
    const [capacite] = exemple.lieuRealisationOffre['capacitePriseCharge'] as readonly object[];
    const paths = (nombreCapacite: number) =>
      (LieuRealisationOffre.safeParse({ ...exemple.lieuRealisationOffre, capacitePriseCharge: [{ ...capacite, nombreCapacite }] }).error?.issues ?? [])
        .map((issue) => issue.path.join('.'));
    assert.deepEqual(paths(0), []);
    assert.deepEqual(paths(-1), ['capacitePriseCharge.0.nombreCapacite']);
    assert.deepEqual(paths(1.5), ['capacitePriseCharge.0.nombreCapacite']);
  });
});

test('pôle, service and unité fonctionnelle have the codes of JDV_J203', () => {
  assert.deepEqual(TYPE_OI, { P: '1', S: '2', UF: '3' });
});

test('the number of an EJ does not compile as the number of an EG', () => {
  const numero = z.parse(NumFINESSEJ, '940001019');
  // @ts-expect-error -- the brands differ although the texts have one shape
  const entite: Pick<EntiteGeographique, 'numFINESS'> = { numFINESS: numero };
  assert.equal(entite.numFINESS, '940001019');
});
