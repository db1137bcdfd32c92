import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { carryField, heldBy, sameField } from '../../../src/engine/fiche/merge.ts';
import { openSession } from '../../../src/engine/fiche/session.ts';
import { champ, saisie, UO } from './vocabulaire.ts';

const RESPONSABLE = { fonctionContact: '22', niveauConfidentialite: '2' };
const accueil = (nom: string): { readonly nom: string } => ({ ...UO.slices?.['accueil']?.where, nom });
const responsable = (autres: object) => ({ ...RESPONSABLE, ...autres });
const contacts = (...contact: readonly unknown[]) => saisie({ contact });
const dr = (nom: string) => ({ nom, niveauConfidentialite: '2' });
const apres = (path: string, mine: ReturnType<typeof saisie>, theirs: ReturnType<typeof saisie>) => carryField(UO, path, mine, openSession(theirs)).saisie;

describe('two versions of a list that other fields share', () => {
  const liste = champ('contact');

  test('FIC-133 a list holds the elements that no other field shows', () => {
    assert.deepEqual(heldBy(UO, liste, contacts(responsable({ nom: 'A' }), dr('B')).contenu), [dr('B')]);
    assert.equal(heldBy(UO, liste, contacts(responsable({ nom: 'A' })).contenu), undefined);
    // A second person in charge has no field of their own: the list shows them.
    assert.deepEqual(heldBy(UO, liste, contacts(responsable({ nom: 'A' }), responsable({ nom: 'B' })).contenu), [responsable({ nom: 'B' })]);
  });

  test('FIC-133 a change of the responsable is no change of the list', () => {
    assert.ok(sameField(UO, liste, contacts(responsable({ nom: 'A' })), contacts(responsable({ nom: 'B' }))));
    assert.ok(!sameField(UO, liste, contacts(dr('A')), contacts(dr('B'))));
    assert.ok(!sameField(UO, champ('contact:responsable.nom'), contacts(responsable({ nom: 'A' })), contacts(responsable({ nom: 'B' }))));
  });

  test('FIC-133 the list comes without the responsable of its version, whose telephone the other one filled', () => {
    const tel = { telecommunication: [{ canal: '2', adresseTelecom: '01 99 00 00 01', niveauConfidentialite: '2' }] };
    const mine = contacts(responsable({ nom: 'Claire' }), dr('Martin'));
    assert.deepEqual(apres('contact', mine, contacts(responsable(tel))).contenu, { contact: [responsable(tel), dr('Martin')] });
    const both = carryField(UO, 'contact:responsable.nom', mine, carryField(UO, 'contact', mine, openSession(contacts(responsable(tel)))));
    assert.deepEqual(both.saisie.contenu, { contact: [responsable({ ...tel, nom: 'Claire' }), dr('Martin')] });
  });

  test('FIC-133 elements that only the other version has in fields of their own stay, after the others', () => {
    assert.deepEqual(apres('contact', contacts(dr('Martin')), contacts(accueil('Accueil'), responsable({ nom: 'B' }), dr('Parti'))).contenu,
      { contact: [dr('Martin'), accueil('Accueil'), responsable({ nom: 'B' })] });
    assert.deepEqual(apres('contact', contacts(responsable({ nom: 'A' }), dr('Martin')), saisie()).contenu, { contact: [dr('Martin')] });
  });

  test('FIC-133 texts that can’t be read follow their elements', () => {
    const mine = saisie({ contact: [responsable({ nom: 'A' }), dr('Martin'), {}] }, { 'contact.2.telecommunication.0.adresseTelecom': 'illisible', nomOffre: 'autre' });
    assert.deepEqual(apres('contact', mine, saisie({ nomOffre: 'x' })), { contenu: { nomOffre: 'x', contact: [dr('Martin'), {}] }, illisibles: { 'contact.1.telecommunication.0.adresseTelecom': 'illisible' } });
    assert.ok(!sameField(UO, liste, mine, saisie(mine.contenu)));
  });

  test('a field of one value comes as it is, text that can’t be read included; a path without field changes nothing', () => {
    assert.deepEqual(apres('nomOffre', saisie({ nomOffre: 'A', champActivite: '04' }), saisie({ champActivite: '01' })).contenu, { nomOffre: 'A', champActivite: '01' });
    assert.deepEqual(apres('patientele.ageMin.valeur', saisie({}, { 'patientele.ageMin.valeur': 'douze' }), saisie()).illisibles, { 'patientele.ageMin.valeur': 'douze' });
    const session = openSession(saisie({ nomOffre: 'A' }));
    assert.equal(carryField(UO, 'inconnu', saisie({ inconnu: 1 }), session), session);
  });

  test('FIC-133 whatever the two lists, nothing of the other fields changes and nothing of the list is lost', () => {
    type Contact = { readonly nom: string; readonly [key: string]: unknown };
    const element = fc.oneof<fc.Arbitrary<Contact>[]>(fc.constantFrom('A', 'B').map((nom) => ({ ...RESPONSABLE, nom })), fc.constantFrom('C', 'D').map(accueil), fc.constantFrom('E', 'F', 'G').map(dr));
    const version = fc.uniqueArray(element, { maxLength: 6, selector: ({ nom }) => nom });
    const dansLaTranche = (slice: string, list: readonly Contact[]) => list.find((one) => Object.entries(UO.slices?.[slice]?.where ?? {}).every(([key, value]) => one[key] === value));
    fc.assert(fc.property(version, version, (mine, theirs) => {
      const now = (apres('contact', contacts(...mine), contacts(...theirs)).contenu['contact'] ?? []) as readonly Contact[];
      for (const own of (heldBy(UO, liste, { contact: mine }) ?? []) as readonly Contact[]) assert.ok(now.some((one) => one.nom === own.nom));
      for (const slice of ['responsable', 'accueil']) {
        const other = dansLaTranche(slice, theirs);
        if (other) assert.deepEqual(dansLaTranche(slice, now), other);
      }
    }));
  });
});
