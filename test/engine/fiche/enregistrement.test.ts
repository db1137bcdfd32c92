import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Role } from '../../../src/domain/acteur.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { TypeFiche } from '../../../src/domain/noeud.ts';
import { acceptSaisie } from '../../../src/engine/fiche/accept.ts';
import { readPath, writeField } from '../../../src/engine/fiche/paths.ts';
import { placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { FormSchema } from '../../../src/engine/fiche/types.ts';
import { isReadonly } from '../../../src/engine/fiche/visibility.ts';
import { EG as ETABLISSEMENT, gele, saisie, sansListes, schema, unChamp, UO } from './vocabulaire.ts';

/** Without its list of contacts, and without what is said of the directeur beside a name and how to reach them. */
const EG: FormSchema = gele({ ...sansListes(ETABLISSEMENT), sections: sansListes(ETABLISSEMENT).sections.map((section) => ({ ...section, fields: section.fields.filter(({ path }) => !path.endsWith('.description')) })) });

const etablissement: Contenu = gele({
  idNatStruct: '1940990028', numFINESS: '940990028', numSIRET: '99900001600019', denominationEG: 'EHPAD TEST', categorieEG: '500',
  lieuEG: { communeCog: '94028', adresse: { libelleVoie: 'RUE DES EXEMPLES', codePostal: '94000' } },
  contact: [
    { description: 'Astreinte', niveauConfidentialite: '3' },
    { nom: 'Anne Roux', fonctionContact: '01', niveauConfidentialite: '3', description: 'Le matin', telecommunication: [{ canal: '4', adresseTelecom: 'https://x.example', niveauConfidentialite: '3' }] },
  ],
});
const offre: Contenu = gele({
  identifiantOffre: '11/1', nomOffre: 'Unité PASA', typeOffre: '25', uniteSensible: false, horaire: [{ jourSemaine: 1 }],
  patientele: { ageMin: { valeur: 6, unite: 'mo' }, ageMax: { valeur: 3, unite: 'a' } },
  metadonnee: { identifiant: 'n1', commentaire: 'Avant' },
});
const garde = (role: Role, avant: Contenu, apres: Contenu, forme = EG) => acceptSaisie(forme, saisie(avant), saisie(apres), role).contenu;

describe('what a save may change', () => {
  const FORGES: readonly (readonly [titre: string, forge: Contenu])[] = [
    ['a FINESS number', { numFINESS: '750000001' }],
    ['a SIRET number', { numSIRET: '12345678901234' }],
    ['an official name', { denominationEG: 'Autre' }],
    ['a category', { categorieEG: '183' }],
    ['an address', { lieuEG: { communeCog: '75056', adresse: { libelleVoie: 'AILLEURS' } } }],
    ['a national identifier', { idNatStruct: '1750000001' }],
    ['an attribute of another level', { identifiantOffre: '11/autre', uniteSensible: true }],
    ['attributes that nobody knows', { inconnu: { a: [1] }, horaire: 'jamais' }],
    ['a contact without a field', { contact: [...(etablissement['contact'] as object[]), { natureContact: '99', nom: 'Forgé', niveauConfidentialite: '1' }] }],
    ['attributes of a contact without a field', { contact: [{ fonctionContact: '01', nom: 'Anne Roux', niveauConfidentialite: '1', description: 'Forgé' }] }],
    ['a list of contacts that is none', { contact: [{ fonctionContact: '01', nom: 'Anne Roux' }, null, 7] }],
  ];
  for (const role of ['referent', 'direction'] as const) {
    for (const [titre, forge] of FORGES) {
      test(`FIC-55 ${role} does not change ${titre}`, () => assert.deepEqual(garde(role, etablissement, { ...etablissement, ...forge }), etablissement));
    }
    test(`FIC-55 ${role} does not erase what has no field by leaving it out`, () => {
      const { contact } = etablissement;
      assert.deepEqual(garde(role, etablissement, { contact }), etablissement);
    });
  }

  test('FIC-55 a field that lies beside read-only ones is taken, filled or emptied', () => {
    const avec = garde('referent', etablissement, { ...etablissement, numFINESS: 'x', nomOperationnel: 'EHPAD de Créteil' });
    assert.deepEqual(avec, { ...etablissement, nomOperationnel: 'EHPAD de Créteil' });
    assert.deepEqual(garde('referent', avec, { ...avec, nomOperationnel: '' }), etablissement);
    assert.deepEqual(garde('referent', avec, {}), { ...etablissement, contact: [{ description: 'Astreinte', niveauConfidentialite: '3' }, { ...(etablissement['contact'] as object[])[1], nom: undefined }].map((one) => JSON.parse(JSON.stringify(one)) as unknown) });
  });

  test('FIC-55 the role that a field names may change it', () => {
    assert.equal(garde('support', etablissement, { ...etablissement, numFINESS: '750000001' })['numFINESS'], '750000001');
  });

  test('FIC-55 a new contact gets what its slice says, not what was sent', () => {
    const sent = { contact: [{ natureContact: '01', niveauConfidentialite: '9', forge: true, telecommunication: [{ canal: '3', adresseTelecom: 'a@b.example', niveauConfidentialite: '9' }] }] };
    assert.deepEqual(garde('referent', {}, sent), {
      contact: [{ natureContact: '01', niveauConfidentialite: '1', telecommunication: [{ canal: '3', niveauConfidentialite: '1', adresseTelecom: 'a@b.example' }] }],
    });
  });

  test('FIC-55 of a list of metadata, the comment alone belongs to the person', () => {
    const sent = { ...offre, identifiantOffre: '11/2', metadonnee: { identifiant: 'forgé', commentaire: 'Après' } };
    assert.deepEqual(garde('referent', offre, sent, UO), { ...offre, metadonnee: { identifiant: 'n1', commentaire: 'Après' } });
  });

  test('FIC-55 unreadable texts are taken for fields that the role may edit, and only for them', () => {
    const apres = { contenu: {}, illisibles: { numFINESS: 'forgé', inconnu: 'x', commentaire: 'illisible' } };
    assert.deepEqual(acceptSaisie(EG, saisie(), apres, 'referent').illisibles, { commentaire: 'illisible' });
    assert.deepEqual(acceptSaisie(EG, saisie({}, { numFINESS: 'stocké', commentaire: 'avant' }), saisie(), 'referent').illisibles, { numFINESS: 'stocké' });
  });

  const AGES: readonly (readonly [titre: string, sent: unknown, kept: unknown])[] = [
    ['left alone stays in its unit', { valeur: 6, unite: 'mo' }, { valeur: 6, unite: 'mo' }],
    ['left alone does not take a forged unit', { valeur: 6, unite: 'wk' }, { valeur: 6, unite: 'mo' }],
    ['typed anew is in years', { valeur: 7, unite: 'a' }, { valeur: 7, unite: 'a' }],
    ['typed anew is in years, whatever unit was sent', { valeur: 7, unite: 'mo' }, { valeur: 7, unite: 'a' }],
    ['typed anew as the same number is in years', { valeur: 6, unite: 'a' }, { valeur: 6, unite: 'a' }],
    ['that is not an age is emptied', 'x', undefined],
  ];
  for (const [titre, ageMin, attendu] of AGES) {
    test(`FIC-56 an age ${titre}`, () => {
      const ageMax = { valeur: 3, unite: 'a' };
      assert.deepEqual(garde('referent', offre, { ...offre, patientele: { ageMin, ageMax } }, UO)['patientele'], { ...(attendu !== undefined && { ageMin: attendu }), ageMax });
    });
  }

  test('FIC-55 a schema decides, whatever it is', () => {
    const forme = schema([[unChamp('a'), unChamp('b', { editableBy: [] }), unChamp('c', { constants: { d: 1 } })]]);
    assert.deepEqual(garde('referent', { b: 1, z: 1 }, { a: 'x', b: 2, c: 'y', d: 9, z: 2 }, forme), { b: 1, z: 1, a: 'x', c: 'y', d: 1 });
  });

  test('FIC-55 nothing is changed in place', () => {
    const [avant, apres] = [saisie(etablissement), saisie({ nomOperationnel: 'X' })];
    assert.notEqual(acceptSaisie(EG, avant, apres, 'referent').contenu, avant.contenu);
    assert.equal(acceptSaisie(EG, avant, avant, 'referent').contenu, avant.contenu);
  });
});

const sauvages = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('contact', 'patientele', 'metadonnee', 'numFINESS', 'nomOffre', 'nomOI')), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 });

describe('whatever is sent', () => {
  for (const level of TypeFiche.options) {
    const forme = sansListes(formSchema(level));
    test(`FIC-55 ${level}: what was filled in the form is kept, the rest is as it was stored`, () => {
      fc.assert(fc.property(fc.constantFrom(...Role.options), sauvages, sauvages, (role, stocke, envoye) => {
        const avant = JSON.parse(JSON.stringify(stocke)) as Contenu;
        const apres = JSON.parse(JSON.stringify(envoye)) as Contenu;
        const kept = garde(role, gele(avant), gele(apres), forme);
        for (const { field } of placedFields(forme)) {
          const read = (contenu: Contenu) => readPath(contenu, field.path, forme.slices) ?? '';
          const wanted = read(isReadonly(field, { role }) ? avant : apres);
          assert.deepEqual(Array.isArray(read(kept)) && (read(kept) as []).length === 0 ? '' : read(kept), Array.isArray(wanted) && wanted.length === 0 ? '' : wanted, field.path);
        }
        assert.deepEqual(garde(role, kept, apres, forme), kept, 'the same save again changes nothing');
      }), { numRuns: 150, seed: 55 });
    });

    test(`FIC-55 ${level}: what the form itself made is kept as it made it`, () => {
      const fields = [...placedFields(forme)].map(({ field }) => field).filter((field) => !isReadonly(field, { role: 'referent' }));
      fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom('x', 'y', 12, ['a'], undefined)), { maxLength: 12 }), (gestes) => {
        const base = level === 'EG' ? etablissement : level === 'UO' ? offre : {};
        const made = gestes.reduce((contenu, [field, value]) => writeField(contenu, field, value, forme.slices), base);
        const kept = garde('referent', base, made, forme);
        for (const field of fields) assert.deepEqual(readPath(kept, field.path, forme.slices), readPath(made, field.path, forme.slices), field.path);
        assert.equal(garde('referent', kept, made, forme), kept);
      }), { numRuns: 100, seed: 56 });
    });
  }
});
