import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeFiche } from '../../../src/domain/noeud.ts';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { misfits, shapeIssues } from '../../../src/engine/fiche/conformity.ts';
import { locate } from '../../../src/engine/fiche/paths.ts';
import { publishedObject } from '../../../src/engine/fiche/published-object.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { EG, EHPAD, gele, resume, saisie, UO, uniteComplete } from './vocabulaire.ts';

const qui = gele({ id: 'n1', codeRegion: '11', instant: '2026-03-10T08:00:00Z' });
const publie = (contenu: Contenu) => publishedObject('UO', { ...uniteComplete, ...contenu }, qui);
const etablissement: Contenu = gele({
  idNatStruct: '1940990028', numFINESS: '940990028', denominationEG: 'EHPAD TEST', categorieEG: '500',
  contact: [{ nom: 'Anne Roux', fonctionContact: '01', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'a@b.example', niveauConfidentialite: '2' }] }],
});

describe('where a content is not an object of the exposure model', () => {
  const table: readonly (readonly [titre: string, contenu: Contenu, places: readonly string[]])[] = [
    ['complete', {}, []],
    ['contacts that are none', { contact: [null, 7] }, ['contact.0', 'contact.1']],
    ['a contact without level', { contact: [{ nom: 'x' }] }, ['contact.0.niveauConfidentialite']],
    ['a place that is no list', { lieuRealisationOffre: { a: 1 } }, ['lieuRealisationOffre']],
    ['an age that is none', { patientele: { ageMin: 'x' } }, ['patientele.ageMin', 'patientele.ageMax']],
    ['hours in a word', { horaire: 'jamais' }, ['horaire']],
    ['a comment that is no text', { metadonnee: { commentaire: 7 } }, ['metadonnee.commentaire']],
    ['a name too long', { nomOffre: 'x'.repeat(256) }, ['nomOffre']],
    ['a sensitive unit in a word', { uniteSensible: 'oui' }, ['uniteSensible']],
  ];
  for (const [titre, contenu, places] of table) {
    test(`FIC-57 ${titre}`, () => assert.deepEqual(misfits('UO', publie(contenu), qui).map((place) => place.join('.')), places));
  }

  const champs: readonly (readonly [titre: string, level: TypeFiche, contenu: Contenu, issues: readonly string[]])[] = [
    ['a complete unit', 'UO', uniteComplete, []],
    ['the level of a contact of the list', 'UO', { ...uniteComplete, contact: [...(uniteComplete['contact'] as object[]), { nom: 'x', niveauConfidentialite: 7 }] }, ['illisible contact.1.niveauConfidentialite']],
    ['a name that is too long', 'UO', { ...uniteComplete, nomOffre: 'x'.repeat(256) }, ['illisible nomOffre']],
    ['a unit of age, beside its number', 'UO', { ...uniteComplete, patientele: { ageMin: { valeur: 1, unite: 'siècle' }, ageMax: { valeur: 3, unite: 'a' } } }, ['illisible patientele.ageMin.valeur']],
    ['contacts in a text', 'P', { nomOI: 'Pôle', contact: 'x' }, [
      'illisible contact:accueil.telecommunication:telephone.adresseTelecom', 'illisible contact:accueil.telecommunication:mail.adresseTelecom', 'illisible contact:accueil.telecommunication',
      'illisible contact:accueil.nom', 'illisible contact:accueil.description', 'illisible contact:responsable.nom',
      'illisible contact:responsable.telecommunication:mail.adresseTelecom', 'illisible contact:responsable.telecommunication:telephone.adresseTelecom',
      'illisible contact:responsable.telecommunication', 'illisible contact:responsable.description', 'illisible contact',
    ]],
    ['an attribute that no field owns', 'UO', { ...uniteComplete, eloignementCalcule: 'loin' }, []],
    ['hours in a word', 'UO', { ...uniteComplete, horaire: 'jamais' }, ['illisible horaire']],
    ['a field that the person only reads', 'EG', { ...etablissement, numFINESS: '?' }, []],
  ];
  for (const [titre, level, contenu, issues] of champs) {
    test(`FIC-57 is told on the field where the person can mend it: ${titre}`, () => assert.deepEqual(resume(shapeIssues(level, gele(contenu), formSchema(level), 'referent')), issues));
  }

  test('FIC-57 only once the form itself has nothing to say', () => {
    const ages = { ageMin: { valeur: 1, unite: 'siècle' }, ageMax: { valeur: 3, unite: 'a' } };
    assert.deepEqual(resume(manques('UO', saisie({ ...uniteComplete, patientele: ages }), EHPAD)), ['illisible patientele.ageMin.valeur']);
    assert.deepEqual(resume(manques('UO', saisie({ ...uniteComplete, patientele: ages, typeOffre: undefined }), EHPAD)), ['manquant typeOffre']);
  });

  test('FIC-51 nobody is kept from finalising by what they can’t change', () => {
    assert.deepEqual(manques('EG', saisie({ ...etablissement, numFINESS: '?', eloignementCalcule: 'loin', dateOuverture: 7 }), EHPAD), []);
  });
});

describe('what is published', () => {
  const forge: Contenu = gele({ ...uniteComplete, identifiantOffre: '11/forgé', metadonnee: { identifiant: 'forgé', dateCreation: 'hier', commentaire: 'Le samedi aussi' } });

  test('FIC-58 a new unit takes its identifiers from the répertoire, and keeps the comment', () => {
    assert.deepEqual(publishedObject('UO', forge, qui), { ...uniteComplete, identifiantOffre: '11/n1', metadonnee: { commentaire: 'Le samedi aussi' } });
  });

  test('FIC-58 a known unit keeps those of its node', () => {
    const avant = { identifiantOffre: '94/666', metadonnee: { identifiant: 'n1', regionSource: '11', commentaire: 'Avant' } };
    assert.deepEqual(publishedObject('UO', forge, qui, avant), { ...uniteComplete, identifiantOffre: '94/666', metadonnee: { identifiant: 'n1', regionSource: '11', commentaire: 'Le samedi aussi' } });
    const { metadonnee: _metadonnee, ...sansMot } = forge;
    assert.deepEqual(publishedObject('UO', sansMot, qui, avant)['metadonnee'], { identifiant: 'n1', regionSource: '11' }, 'an emptied comment is emptied');
  });

  for (const [level, typeOI] of [['P', '1'], ['S', '2'], ['UF', '3']] as const) {
    test(`FIC-58 ${level} is of type ${typeOI}, whatever the content says`, () => {
      assert.deepEqual(publishedObject(level, { nomOI: 'x', typeOI: '9', identifiantOI: '11/forgé' }, qui), { nomOI: 'x', typeOI, identifiantOI: '11/n1' });
      assert.equal(publishedObject(level, { nomOI: 'x' }, qui, { identifiantOI: '94/1' })['identifiantOI'], '94/1');
    });
  }

  test('FIC-58 an establishment keeps its national identifier', () => {
    assert.deepEqual(publishedObject('EG', { idNatStruct: '1750000001', commentaire: 'x' }, qui, { idNatStruct: '1940990028' }), { idNatStruct: '1940990028', commentaire: 'x' });
  });

  test('FIC-58 places without metadata, those of a duplicate, get their own', () => {
    const connu = { communeCog: '94028', metadonnee: { identifiant: 'l1' } };
    const objet = publie({ lieuRealisationOffre: [connu, { communeCog: '94067' }] });
    const dates = { dateCreation: qui.instant, dateMiseJour: qui.instant };
    assert.deepEqual(objet['lieuRealisationOffre'], [connu, { communeCog: '94067', metadonnee: { identifiant: 'n1-lieu-2', ...dates } }]);
  });

  test('FIC-58 a new place never takes the identifier of another one', () => {
    const avant = { communeCog: '94028', metadonnee: { identifiant: 'n1-lieu-2' } };
    const lieux = publie({ lieuRealisationOffre: [avant, { communeCog: '94067' }, { communeCog: '94068' }, 'x'] })['lieuRealisationOffre'] as { metadonnee?: { identifiant: string } }[];
    assert.deepEqual(lieux.map((lieu) => lieu.metadonnee?.identifiant), ['n1-lieu-2', 'n1-lieu-3', 'n1-lieu-4', undefined]);
  });

  test('a place is in the commune of its address, unless it says another one', () => {
    const adresse = { communeCog: '94067' };
    const lieux = publie({ lieuRealisationOffre: [{ adresse }, { adresse, communeCog: '94028' }, { adresse: {} }] })['lieuRealisationOffre'] as Contenu[];
    assert.deepEqual(lieux.map(({ communeCog }) => communeCog), ['94067', '94028', undefined]);
  });

  const LITS = gele({ natureCapacite: '01', statutCapacite: '01', nombreCapacite: 12 });
  const DATE = '2026-01-05T08:00:00Z';
  const dates: readonly (readonly [titre: string, compte: unknown, avant: unknown, date: unknown])[] = [
    ['new', LITS, undefined, qui.instant],
    ['untouched', { ...LITS, dateMAJCapacite: DATE }, { ...LITS, dateMAJCapacite: DATE }, DATE],
    ['changed by a person, who keeps its old date', { ...LITS, nombreCapacite: 13, dateMAJCapacite: DATE }, { ...LITS, dateMAJCapacite: DATE }, qui.instant],
    ['changed without any date', { ...LITS, nombreCapacite: 13 }, { ...LITS, dateMAJCapacite: DATE }, qui.instant],
    ['sent with its own date by a tool', { ...LITS, nombreCapacite: 13, dateMAJCapacite: '2026-03-09T23:00:00Z' }, { ...LITS, dateMAJCapacite: DATE }, '2026-03-09T23:00:00Z'],
    ['no capacity at all', 7, undefined, undefined],
  ];
  for (const [titre, compte, avant, date] of dates) {
    test(`FIC-101 the day of a capacity that is ${titre}`, () => {
      const metadonnee = { identifiant: 'l1' };
      const publies = { lieuRealisationOffre: [{ metadonnee, capacitePriseCharge: [avant] }] };
      const objet = publishedObject('UO', { ...uniteComplete, lieuRealisationOffre: [{ metadonnee, capacitePriseCharge: [compte] }] }, qui, publies);
      const [lieu] = objet['lieuRealisationOffre'] as { capacitePriseCharge: Contenu[] }[];
      assert.equal(lieu?.capacitePriseCharge[0]?.['dateMAJCapacite'], date);
    });
  }

  test('an EJ keeps its national identifier, a place gets its metadata', () => {
    assert.deepEqual(publishedObject('EJ', { raisonSociale: 'X', idNatStruct: '1000000000' }, qui, { idNatStruct: '1940001019' }), { raisonSociale: 'X', idNatStruct: '1940001019' });
    const lieu = publishedObject('LIEU', { communeCog: '94067' }, qui);
    assert.deepEqual(misfits('LIEU', lieu, qui), []);
    assert.deepEqual(misfits('EJ', { raisonSociale: 'X' }, qui).map((place) => place.join('.')), ['idNatStruct', 'statutJuridique']);
  });
});

describe('where a path leads', () => {
  const table: readonly (readonly [path: string, contenu: Contenu, place: readonly (string | number)[]])[] = [
    ['denominationEG', {}, ['denominationEG']],
    ['lieuEG.adresse.localite', { lieuEG: 'x' }, ['lieuEG', 'adresse', 'localite']],
    ['contact:directeur.nom', etablissement, ['contact', 0, 'nom']],
    ['contact:directeur.telecommunication:mail.adresseTelecom', etablissement, ['contact', 0, 'telecommunication', 0, 'adresseTelecom']],
    ['contact:directeur.telecommunication:telephone.adresseTelecom', etablissement, ['contact', 0, 'telecommunication', -1]],
    ['contact:accueil.telecommunication:mail.adresseTelecom', etablissement, ['contact', -1]],
    ['contact:directeur.nom', { contact: 'x' }, ['contact', -1]],
  ];
  for (const [path, contenu, place] of table) {
    test(`FIC-57 ${path} in ${Object.keys(contenu).length} attributes is at ${place.join('.')}`, () => assert.deepEqual(locate(contenu, path, EG.slices), place));
  }
  test('FIC-57 every field of a complete unit leads somewhere', () => {
    for (const section of UO.sections) for (const { path } of section.fields) assert.ok(locate(uniteComplete, path, UO.slices).length > 0);
  });
});
