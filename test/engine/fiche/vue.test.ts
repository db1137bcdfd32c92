import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { fieldView, interpret } from '../../../src/engine/fiche/interpret.ts';
import { writeField } from '../../../src/engine/fiche/paths.ts';
import { dependents, findField, placedFields } from '../../../src/engine/fiche/schema-index.ts';
import type { FicheContext, FormSchema, FormView } from '../../../src/engine/fiche/types.ts';
import { isShown } from '../../../src/engine/fiche/visibility.ts';
import { champ, contexte, dans, EG, EHPAD, gele, resume, saisie, schema, unChamp, UO, uniteComplete } from './vocabulaire.ts';

const rubriques = (view: FormView) => view.sections.map(({ section }) => section.title);
const chemins = (view: FormView) => view.sections.flatMap(({ fields }) => fields.map(({ field }) => field.path));
const vue = (contenu: Contenu, context: FicheContext = contexte, schema: FormSchema = UO) => interpret(schema, saisie(contenu), context);

describe('FIC-20 choosing the Type d’UO', () => {
  test('a new unit shows its name, its discipline and its type only', () => {
    assert.deepEqual(rubriques(vue({})), ['Identification']);
    assert.deepEqual(chemins(vue({})), ['nomOffre', 'grandGroupeDisciplines', 'typeOffre']);
  });

  test('makes the whole fiche appear', () => {
    assert.deepEqual(rubriques(vue({ typeOffre: '21' })), [
      'Identification', 'Conditions d’admission', 'Conditions d’accueil', 'Activités opérationnelles', 'Aptitudes', 'Spécialisation de prise en charge', 'Compétences ressources',
      'Planning d’ouverture', 'Capacité d’accueil', 'Équipements', 'Localisation', 'Intervention', 'Secrétariat – Accueil', 'Contacts', 'Ouverture et fermeture', 'Informations complémentaires',
    ]);
    // FIC-105: the others are asked of psychiatry, of home help, of offices, or once something is there.
    const propres = UO.sections.flatMap(({ id, fields }) => (id === 'lieux' ? fields : fields.filter(({ visible }) => visible && JSON.stringify(visible) !== JSON.stringify({ path: 'typeOffre', filled: true }))).map(({ path }) => path));
    const toujours = UO.sections.flatMap(({ fields }) => fields.map(({ path }) => path)).filter((path) => !propres.includes(path) || path === 'temporaliteAccueil');
    assert.deepEqual(chemins(vue({ typeOffre: '21' })), toujours);
    assert.deepEqual(propres.filter((path) => !toujours.includes(path)), [
      'habilitationAuxSoinsSansConsentement', 'modeGestion', 'acteRealiseHorsCabinet', 'lieuRealisationOffre:principal.coordonneeGeographique.coordonneesFiables', 'lieuRealisationOffre',
      'secteurPsychiatrique', 'datePrevisionnelleReouverture',
    ]);
  });

  const temporalites: readonly (readonly [string, Contenu, boolean])[] = [
    ['FIC-46 asked of an EHPAD', { typeOffre: '21' }, true],
    ['FIC-46 not asked of a SSIAD', { typeOffre: '28' }, false],
    ['FIC-46 not asked of a ward of gynaecology', { typeOffre: '157' }, false],
    ['FIC-46 still shown when it was filled', { typeOffre: '28', temporaliteAccueil: '01' }, true],
    ['FIC-46 not asked of a type of a newer edition', { typeOffre: 'ZZ' }, false],
  ];
  for (const [titre, contenu, shown] of temporalites) {
    test(`${titre}: the temporalité`, () => assert.equal(chemins(vue(contenu)).includes('temporaliteAccueil'), shown));
  }

  test('FIC-22 removing the type hides the rest and loses nothing', () => {
    const { typeOffre, ...sansType } = uniteComplete;
    assert.ok(typeOffre);
    const view = vue(sansType, EHPAD);
    assert.deepEqual(chemins(view), ['nomOffre', 'grandGroupeDisciplines', 'typeOffre']);
    assert.equal(sansType['modePriseEnCharge'], '46');
  });
});

describe('a view of a field', () => {
  const de = (path: string, contenu: Contenu, illisibles = {}, context = EHPAD) => fieldView(UO, champ(path), saisie(contenu, illisibles), context);

  test('has its value and its text', () => {
    assert.deepEqual([de('patientele.ageMin.valeur', uniteComplete).value, de('patientele.ageMin.valeur', uniteComplete).text], [60, '60']);
    assert.deepEqual([de('activiteOperationnelle', { activiteOperationnelle: ['1', '2'] }).text], ['1;2']);
    assert.deepEqual([de('contact:responsable.nom', uniteComplete).value], ['Mme DURAND Claire']);
    assert.deepEqual([de('nomOffre', {}).value, de('nomOffre', {}).text], [undefined, '']);
  });

  test('FIC-23 shows the text that can’t be read rather than the value', () => {
    assert.equal(de('patientele.ageMin.valeur', uniteComplete, { 'patientele.ageMin.valeur': 'soixante ' }).text, 'soixante ');
  });

  test('is starred when the field is needed for either save', () => {
    assert.equal(de('nomOffre', {}).required, true);
    assert.equal(de('metadonnee.commentaire', {}).required, false);
    assert.equal(de('temporaliteAccueil', { typeOffre: '21' }).required, true);
    assert.equal(de('temporaliteAccueil', { typeOffre: '28' }).required, false);
    const tot = unChamp('nom', { required: { pending: true } });
    assert.equal(fieldView(schema([[tot]]), tot, saisie(), contexte).required, true);
  });

  test('carries its issues', () => {
    assert.deepEqual(resume(de('nomOffre', {}).issues), ['manquant nomOffre']);
    assert.deepEqual(de('nomOffre', uniteComplete).issues, []);
  });

  const autorites = ['denominationEG', 'numFINESS', 'numSIRET', 'categorieEG', 'lieuEG.adresse.libelleVoie', 'lieuEG.adresse.codePostal', 'lieuEG.adresse.localite'];
  for (const path of autorites) {
    test(`FIC-50 ${path} is for the support to change`, () => {
      const field = champ(path, EG);
      for (const role of ['referent', 'direction', 'gestionnaire', 'tutelle', 'lecteur'] as const) assert.equal(fieldView(EG, field, saisie(), dans({ role })).readonly, true, role);
      assert.equal(fieldView(EG, field, saisie(), dans({ role: 'support' })).readonly, false);
      assert.equal(field.editedElsewhere, 'support');
    });
  }

  test('FIC-50 the usual name and the contacts of an establishment are for whoever edits the fiche', () => {
    for (const path of ['nomOperationnel', 'contact:directeur.nom', 'commentaire']) assert.equal(fieldView(EG, champ(path, EG), saisie(), contexte).readonly, false);
  });
});

/** Whether the field at this path is shown. */
function isVisible(forme: FormSchema, path: string, contenu: Contenu, context: FicheContext): boolean {
  const placed = findField(forme, path);
  return placed !== undefined && isShown(forme, placed, contenu, context);
}

describe('isShown', () => {
  const table: readonly (readonly [string, Contenu, boolean])[] = [
    ['nomOffre', {}, true], ['champActivite', {}, false], ['champActivite', { typeOffre: '21' }, true],
    ['modePriseEnCharge', {}, false], ['modePriseEnCharge', { typeOffre: '21' }, true], ['inconnu', { typeOffre: '21' }, false],
  ];
  for (const [path, contenu, shown] of table) {
    test(`FIC-20 ${path} ${shown ? 'is' : 'is not'} shown with ${JSON.stringify(contenu)}`, () => assert.equal(isVisible(UO, path, gele(contenu), contexte), shown));
  }

  test('says of each field what the whole form says', () => {
    for (const contenu of [{}, { typeOffre: '21' }, { typeOffre: '28' }]) {
      assert.deepEqual([...placedFields(UO)].map(({ field }) => field.path).filter((path) => isVisible(UO, path, contenu, contexte)), chemins(vue(contenu)));
    }
  });
});

describe('FIC-21 what depends on a field', () => {
  test('the type of a unit moves all but a few fields', () => {
    const moved = dependents(UO, 'typeOffre');
    for (const path of ['typeOffre', 'nomOffre', 'grandGroupeDisciplines', 'champActivite', 'activiteOperationnelle', 'contact:responsable.nom', 'metadonnee.commentaire']) assert.ok(moved.includes(path), path);
  });

  const table: readonly (readonly [string, readonly string[]])[] = [
    ['nomOffre', ['nomOffre']],
    ['modePriseEnCharge', ['nomOffre', 'modePriseEnCharge']],
    ['temporaliteAccueil', ['nomOffre', 'temporaliteAccueil']],
    ['patientele.ageMin.valeur', ['patientele.ageMin.valeur', 'patientele.ageMax.valeur']],
    ['patientele.ageMax.valeur', ['patientele.ageMax.valeur']],
    ['contact:responsable.nom', ['contact:responsable.nom', 'contact']],
    ['inconnu', []],
  ];
  for (const [path, moved] of table) test(`${path} moves ${moved.join(', ') || 'nothing'}`, () => assert.deepEqual(dependents(UO, path), moved));

  test('conditions of the section, of the field and of its requirement count', () => {
    const lie = schema([
      { id: 's', title: 'S', visible: { path: 'a', filled: true }, fields: [unChamp('b'), unChamp('c', { visible: { not: { path: 'd', filled: true } } })] },
      [unChamp('a'), unChamp('d'), unChamp('e', { required: { final: { path: 'd', in: ['x'] }, pending: { path: 'a', filled: true } } })],
    ]);
    assert.deepEqual(dependents(lie, 'a'), ['b', 'c', 'a', 'e']);
    assert.deepEqual(dependents(lie, 'd'), ['c', 'd', 'e']);
  });

  test('a change of one field leaves the view of every field that does not depend on it as it was', () => {
    const values: Readonly<Record<string, unknown>> = {
      nomOffre: 'Unité X', grandGroupeDisciplines: 'MCO', typeOffre: '28', champActivite: '01', 'patientele.ageMin.valeur': 70, 'patientele.ageMax.valeur': 50,
      'patientele.publicPrisEnCharge': ['01'], modePriseEnCharge: '47', temporaliteAccueil: '01', activiteOperationnelle: ['ZZ'], uniteSensible: true,
      'contact:responsable.nom': 'X', 'metadonnee.commentaire': 'x',
    };
    const paths = Object.keys(values);
    const edits = fc.array(fc.tuple(fc.constantFrom(...paths), fc.boolean()), { maxLength: 8 });
    fc.assert(fc.property(edits, fc.constantFrom(...paths), fc.boolean(), (before, path, filled) => {
      const contenu = before.reduce<Contenu>((made, [where, on]) => writeField(made, champ(where), on ? values[where] : undefined, UO.slices), uniteComplete);
      const after = writeField(contenu, champ(path), filled ? values[path] : undefined, UO.slices);
      const moved = dependents(UO, path);
      for (const { field } of placedFields(UO)) {
        if (moved.includes(field.path)) continue;
        assert.deepEqual(fieldView(UO, field, saisie(after), EHPAD), fieldView(UO, field, saisie(contenu), EHPAD), field.path);
        assert.equal(isVisible(UO, field.path, after, EHPAD), isVisible(UO, field.path, contenu, EHPAD), field.path);
      }
    }), { numRuns: 60 });
  });
});

test('a field is found with its section, or not at all', () => {
  assert.equal(findField(UO, 'modePriseEnCharge')?.section.title, 'Conditions d’accueil');
  assert.equal(findField(UO, 'inconnu'), undefined);
});
