import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { blocking, fieldIssues, issues } from '../../../src/engine/fiche/issues.ts';
import { writePath } from '../../../src/engine/fiche/paths.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { Field } from '../../../src/engine/fiche/types.ts';
import { champ, contexte, dans, EG, EHPAD, gele, resume, saisie, schema, unChamp, UO, uniteComplete } from './vocabulaire.ts';

const avec = (path: string, value: unknown, contenu: Contenu = uniteComplete) => saisie(writePath(contenu, path, value, UO.slices));
const MAIL = 'contact:responsable.telecommunication:mail.adresseTelecom';

describe('what is missing', () => {
  test("a unit without Type d'UO misses its name, its discipline and its type only", () => {
    assert.deepEqual(resume(issues(UO, saisie(), contexte)), ['manquant nomOffre', 'manquant grandGroupeDisciplines', 'manquant typeOffre']);
  });

  test('FIC-44 a complete unit misses nothing', () => {
    assert.deepEqual(issues(UO, saisie(uniteComplete), EHPAD), []);
  });

  const obligatoires = ['nomOffre', 'grandGroupeDisciplines', 'typeOffre', 'champActivite', 'patientele.ageMin.valeur', 'patientele.ageMax.valeur', 'modePriseEnCharge',
    'temporaliteAccueil', 'activiteOperationnelle', 'uniteSensible', 'contact:responsable.nom', MAIL];
  for (const path of obligatoires) {
    test(`FIC-40 ${path} is needed to finalise, not to put on hold`, () => {
      const found = issues(UO, avec(path, undefined), EHPAD);
      assert.ok(found.some((issue) => issue.code === 'manquant' && issue.path === path && issue.level === 'finaliser'));
      assert.deepEqual(blocking(found, 'attente'), []);
    });
  }

  for (const path of ['patientele.publicPrisEnCharge', 'metadonnee.commentaire', 'contact:accueil.telecommunication:mail.adresseTelecom', 'contact:responsable.telecommunication:telephone.adresseTelecom']) {
    test(`${path} is not needed`, () => assert.deepEqual(issues(UO, avec(path, undefined), EHPAD), []));
  }

  test('FIC-45 a unit without activity or manager is told so', () => {
    const { activiteOperationnelle, contact, ...reste } = uniteComplete;
    assert.ok(activiteOperationnelle && contact);
    assert.deepEqual(resume(manques('UO', saisie(reste), EHPAD)), ['manquant activiteOperationnelle', 'manquant contact:responsable.nom', `manquant ${MAIL}`]);
    assert.deepEqual(resume(manques('UO', avec('contact:responsable.nom', undefined), EHPAD)), ['manquant contact:responsable.nom']);
  });

  test('FIC-12 a name made of spaces is missing', () => assert.deepEqual(resume(issues(UO, avec('nomOffre', '   '), EHPAD)), ['manquant nomOffre']));

  test('FIC-46 the temporalité is asked only where it makes sense', () => {
    const sans = avec('temporaliteAccueil', undefined).contenu;
    assert.deepEqual(resume(blocking(issues(UO, saisie(sans), EHPAD), 'finaliser')), ['manquant temporaliteAccueil']);
    assert.ok(!resume(issues(UO, avec('typeOffre', '28', sans), EHPAD)).includes('manquant temporaliteAccueil'));
  });
});

describe('FIC-40 the two levels', () => {
  const niveaux = schema([[
    unChamp('nom', { required: { pending: true } }),
    unChamp('suite', { required: { final: true } }),
    unChamp('si', { required: { pending: { path: 'nom', in: ['x'] }, final: true } }),
  ]]);
  const table: readonly (readonly [string, Contenu, readonly string[], readonly string[]])[] = [
    ['nothing filled', {}, ['nom'], ['nom', 'suite', 'si']],
    ['enough to be put on hold', { nom: 'a' }, [], ['suite', 'si']],
    ['a condition makes a field needed earlier', { nom: 'x' }, ['si'], ['suite', 'si']],
    ['everything', { nom: 'x', suite: 'b', si: 'c' }, [], []],
  ];
  for (const [titre, contenu, attente, finaliser] of table) {
    test(titre, () => {
      const found = issues(niveaux, saisie(contenu), contexte);
      assert.deepEqual(blocking(found, 'attente').map(({ path }) => path), attente);
      assert.deepEqual(blocking(found, 'finaliser').map(({ path }) => path), finaliser);
    });
  }

  test('the fiches of the project can be put on hold in any state', () => {
    assert.deepEqual(blocking(issues(UO, saisie(), contexte), 'attente'), []);
    assert.deepEqual(blocking(issues(EG, saisie(), contexte), 'attente'), []);
    assert.deepEqual(blocking(issues(UO, saisie({ typeOffre: 'ZZ', nomOffre: 3, patientele: 'x' }, { 'patientele.ageMin.valeur': 'douze' }), contexte), 'attente'), []);
  });
});

describe('what is wrong', () => {
  const table: readonly (readonly [string, string, unknown, readonly string[]])[] = [
    ['FIC-26 an e-mail without @', MAIL, 'claire.durand', [`forme ${MAIL}`]],
    ['FIC-34 an unknown type', 'typeOffre', 'ZZ', ['code-inconnu typeOffre']],
    ['FIC-35 a mode that the type does not know', 'modePriseEnCharge', '33', ['code-hors-liste modePriseEnCharge !', 'nom-sans-prefixe nomOffre !']],
    ['FIC-35 another champ', 'champActivite', '01', ['code-hors-liste champActivite !']],
    ['FIC-35 another discipline', 'grandGroupeDisciplines', 'MCO', ['code-hors-liste grandGroupeDisciplines !']],
    ['FIC-43 the maximum age under the minimum', 'patientele.ageMax.valeur', 59, ['inferieur-a patientele.ageMax.valeur']],
    ['FIC-43 equal ages are fine', 'patientele.ageMax.valeur', 60, []],
    ['an age over 150', 'patientele.ageMax.valeur', 151, ['trop-grand patientele.ageMax.valeur']],
    ['a negative age', 'patientele.ageMin.valeur', -1, ['trop-petit patientele.ageMin.valeur']],
    ['half a year', 'patientele.ageMin.valeur', 0.5, ['forme patientele.ageMin.valeur']],
    ['FIC-24 a long comment', 'metadonnee.commentaire', 'x'.repeat(2001), ['trop-long metadonnee.commentaire']],
    ['a value of a wrong type', 'nomOffre', 12, ['illisible nomOffre']],
    ['a list in a text', 'activiteOperationnelle', 'x', ['illisible activiteOperationnelle']],
  ];
  for (const [titre, path, value, found] of table) {
    test(titre, () => assert.deepEqual([...resume(issues(UO, avec(path, value), EHPAD))].sort(), [...found].sort()));
  }

  test('FIC-43 tells which field is the other one', () => {
    const [found] = issues(UO, avec('patientele.ageMax.valeur', 10), EHPAD);
    assert.deepEqual(found?.params, { autre: 'Âge minimum' });
  });

  test('FIC-43 days are compared as days, and nothing is said across a day and a number', () => {
    const jours = schema([[unChamp('nom', { kind: 'date' }), unChamp('fin', { kind: 'date', constraints: { notUnder: 'nom' } })]]);
    assert.deepEqual(resume(issues(jours, saisie({ nom: '2026-10-01', fin: '2026-09-30' }), contexte)), ['inferieur-a fin']);
    assert.deepEqual(resume(issues(jours, saisie({ nom: '2026-10-01', fin: '2026-10-01' }), contexte)), []);
    assert.deepEqual(resume(issues(jours, saisie({ nom: 3, fin: '2026-10-01' }), contexte)), ['illisible nom']);
  });

  test('FIC-23 an unreadable text is the only thing said of its field', () => {
    const found = issues(UO, saisie(avec('patientele.ageMin.valeur', undefined).contenu, { 'patientele.ageMin.valeur': 'soixante' }), EHPAD);
    assert.deepEqual(found, [{ code: 'illisible', path: 'patientele.ageMin.valeur', severity: 'erreur', level: 'finaliser' }]);
  });

  test('FIC-41 a warning never blocks', () => {
    const found = issues(UO, avec('champActivite', '01'), EHPAD);
    assert.equal(found.length, 1);
    assert.deepEqual(blocking(found, 'finaliser'), []);
  });

  test('issues come in the order of the form', () => {
    const order = UO.sections.flatMap(({ fields }) => fields.map(({ path }) => path));
    const found = issues(UO, saisie({ typeOffre: '21', metadonnee: { commentaire: 3 } }), EHPAD).map(({ path }) => order.indexOf(path));
    assert.deepEqual(found, [...found].sort((a, b) => a - b));
  });
});

describe('FIC-22 what is hidden', () => {
  test('gives no issue, whatever it holds', () => {
    const contenu = gele({ champActivite: 'ZZ', modePriseEnCharge: 3, contact: 'abîmé' });
    assert.deepEqual(resume(issues(UO, saisie(contenu, { 'patientele.ageMin.valeur': 'douze' }), contexte)), ['manquant nomOffre', 'manquant grandGroupeDisciplines', 'manquant typeOffre']);
  });

  test('a hidden section hides its fields', () => {
    const cache = schema([{ id: 's', title: 'S', visible: { path: 'nom', filled: true }, fields: [unChamp('dedans', { required: { final: true } })] }, [unChamp('nom')]]);
    assert.deepEqual(issues(cache, saisie(), contexte), []);
    assert.deepEqual(resume(issues(cache, saisie({ nom: 'x' }), contexte)), ['manquant dedans']);
  });
});

describe('what a person may not change', () => {
  test('FIC-51 never blocks that person, and blocks the one who may', () => {
    const contenu = { numFINESS: '123', contact: [{ fonctionContact: '01', nom: 'D', telecommunication: [{ canal: '3', adresseTelecom: 'd@e.fr' }] }] };
    const found = (role: 'direction' | 'support') => resume(blocking(issues(EG, saisie(contenu), dans({ role })), 'finaliser'));
    assert.deepEqual(found('direction'), []);
    assert.deepEqual(found('support'), ['forme numFINESS']);
    assert.deepEqual(resume(issues(EG, saisie(contenu), dans({ role: 'direction' }))), ['forme numFINESS !']);
  });

  test('FIC-51 a missing value too', () => {
    const ferme: Field = unChamp('nom', { required: { pending: true }, editableBy: ['support'] });
    assert.deepEqual(blocking(fieldIssues(schema([[ferme]]), ferme, saisie(), contexte), 'attente'), []);
    assert.equal(blocking(fieldIssues(schema([[ferme]]), ferme, saisie(), dans({ role: 'support' })), 'attente').length, 1);
  });
});

describe('manques', () => {
  test('is what blocks the finalisation, warnings apart', () => {
    assert.deepEqual(manques('UO', saisie(uniteComplete), EHPAD), []);
    assert.deepEqual(manques('UO', avec('champActivite', '01'), EHPAD), []);
    assert.deepEqual(resume(manques('UO', saisie(), contexte)), ['manquant nomOffre', 'manquant grandGroupeDisciplines', 'manquant typeOffre']);
    assert.deepEqual(resume(manques('P', saisie(), contexte)), ['manquant nomOI']);
  });

  test('may be asked of the schema of a host', () => {
    assert.deepEqual(resume(manques('UO', saisie(), contexte, schema([[unChamp('nom', { required: { final: true } })]]))), ['manquant nom']);
  });

  test('one field alone gives what the whole form gives of it', () => {
    const mauvaise = saisie({ typeOffre: '21', nomOffre: 'COPIE DE X', patientele: { ageMin: { valeur: 12 }, ageMax: { valeur: 3 } } });
    const all = issues(UO, mauvaise, EHPAD);
    for (const path of ['nomOffre', 'typeOffre', 'patientele.ageMax.valeur', 'activiteOperationnelle']) {
      assert.deepEqual(fieldIssues(UO, champ(path), mauvaise, EHPAD), all.filter((issue) => issue.path === path), path);
    }
  });
});
