import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkEditions, checkSources } from '../../../src/engine/fiche/check-editions.ts';
import { acceptEditions, editionOf, rememberEditions } from '../../../src/engine/fiche/editions.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { withEditions } from '../../../src/nomenclature/editions.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';
import { Nomenclature } from '../../../src/nomenclature/nomenclature.ts';
import { replacementOf } from '../../../src/nomenclature/replacement.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import type { ValueSetId } from '../../../src/nomenclature/value-set-ids.ts';
import { ValueSet, type ValueSetData } from '../../../src/nomenclature/value-set.ts';
import { avecRetires, contexte, gele, nomenclature, saisie, sansNomenclature, UO } from './vocabulaire.ts';

const J19 = (edition: string, concepts: ValueSetData['concepts'], autres: Partial<ValueSetData> = {}) => new ValueSet({
  id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition, source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts, ...autres,
});
const avec = (set: ValueSet) => new Nomenclature([['J19', set]]);
const now = avec(J19('2025-01-31', [['46', 'Hébergement'], ['47', 'Accueil de jour'], ['49', 'Domicile']]));
const next = avec(J19('2026-06-29', [['46', 'Hébergement complet'], ['50', 'À domicile'], ['51', 'Accueil de jour']], { replacedBy: { '49': '50' } }));

describe('FIC-130 the edition of each code', () => {
  const avant = gele({ contenu: { modePriseEnCharge: '46', activiteOperationnelle: ['300'] }, editions: { J19: { '2020-01-01': ['46'] }, J17: { '2020-01-01': ['300'] } } });
  test('FIC-130 what was there keeps its edition, what is new takes the one loaded, what is gone is forgotten', () => {
    const J17 = nomenclature.valueSet('J17').edition;
    assert.deepEqual(rememberEditions(UO, avant, { modePriseEnCharge: '47', activiteOperationnelle: ['300', '333'] }, nomenclature), {
      J19: { [nomenclature.valueSet('J19').edition]: ['47'] }, J17: { '2020-01-01': ['300'], [J17]: ['333'] },
    });
  });
  test('FIC-130 nothing is invented for a code stored before anything was remembered', () => {
    assert.deepEqual(rememberEditions(UO, { contenu: avant.contenu }, avant.contenu, nomenclature), {});
  });
  test('FIC-130 nor for a list that is not loaded', () => {
    assert.deepEqual(rememberEditions(UO, { contenu: {} }, { modePriseEnCharge: '47' }, sansNomenclature.nomenclature), {});
  });
  test('FIC-130 saving twice changes nothing', () => {
    const once = rememberEditions(UO, { contenu: {} }, avant.contenu, nomenclature);
    assert.deepEqual(rememberEditions(UO, { contenu: avant.contenu, editions: once }, avant.contenu, nomenclature), once);
  });
  test('FIC-130 the edition of a code can be asked', () => {
    assert.equal(editionOf(avant.editions, 'J19', '46'), '2020-01-01');
    for (const [valueSet, code] of [['J19', '47'], ['J99', '46'], ['__proto__', 'x']] as const) assert.equal(editionOf(avant.editions, valueSet, code), undefined);
    assert.equal(editionOf(undefined, 'J19', '46'), undefined);
  });
  test('FIC-130 a save is believed of codes that it brings, never of those whose edition is known, nor of codes that the fiche has not', () => {
    const sent = gele({ J19: { '2025-01-31': ['46', '47'], 'bientôt': ['48'] }, J17: { '2025-01-31': ['300', '333'] }, J99: { '2025-01-31': ['1'] } });
    assert.deepEqual(acceptEditions(UO, avant.editions, sent, { modePriseEnCharge: '46', activiteOperationnelle: ['300', '333'] }), {
      J19: { '2020-01-01': ['46'] }, J17: { '2020-01-01': ['300'], '2025-01-31': ['333'] },
    });
    assert.deepEqual(acceptEditions(UO, undefined, sent, { modePriseEnCharge: '48' }), {});
    assert.deepEqual(acceptEditions(UO, avant.editions, undefined, {}), {});
  });
  test('FIC-130 the content is never touched, whatever it holds', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('modePriseEnCharge', 'activiteOperationnelle', 'typeOffre'), fc.jsonValue()), fc.jsonValue(), (contenu, value) => {
      rememberEditions(UO, gele({ contenu }), gele({ typeOffre: value }), nomenclature);
      checkEditions(UO, gele({ contenu }), nomenclature, nomenclature);
    }));
  });
});

describe('FIC-131 a fiche against a newer edition', () => {
  test('FIC-131 says what leaves, what takes its place, what changes words, field by field', () => {
    const one = (modePriseEnCharge: string) => checkEditions(UO, saisie({ modePriseEnCharge }), now, next).map(({ path, valueSet, code, change, label, newLabel, replacement, editionBefore, editionAfter }) =>
      ({ path, valueSet, code, change, label, newLabel, replacement: replacement?.code, editionBefore, editionAfter }));
    const common = { path: 'modePriseEnCharge', valueSet: 'J19', editionBefore: '2025-01-31', editionAfter: '2026-06-29' };
    assert.deepEqual(one('46'), [{ ...common, code: '46', change: 'relabelled', label: 'Hébergement', newLabel: 'Hébergement complet', replacement: undefined }]);
    assert.deepEqual(one('47'), [{ ...common, code: '47', change: 'unknown', label: 'Accueil de jour', newLabel: undefined, replacement: '51' }]);
    assert.deepEqual(one('49'), [{ ...common, code: '49', change: 'unknown', label: 'Domicile', newLabel: undefined, replacement: '50' }]);
  });
  test('FIC-131 names the edition in which the code was chosen, when it is known', () => {
    const [change] = checkEditions(UO, saisie({ modePriseEnCharge: '49' }), now, next, { J19: { '2020-01-01': ['49'] } });
    assert.equal(change?.editionBefore, '2020-01-01');
  });
  test('FIC-131 against the same edition, nothing', () => {
    assert.deepEqual(checkEditions(UO, saisie({ modePriseEnCharge: '46', activiteOperationnelle: ['300'], typeOffre: '21' }), nomenclature, nomenclature), []);
  });
  test('FIC-131 between the sources of a host', async () => {
    const own = withEditions(officialSource, [{ id: 'J19', officialId: 'JDV_J19', name: 'Mode', edition: '2030-01-01', source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts: [['50', 'À domicile']], replacedBy: { '49': '50' } }]);
    const changes = await checkSources(UO, saisie({ typeOffre: '21', modePriseEnCharge: '49' }), officialSource, own);
    assert.deepEqual(changes.map(({ code, change, replacement }) => [code, change, replacement?.code]), [['49', 'retired', '50']]);
  });
  test('FIC-131 nothing is said of a list that is not loaded', () => {
    assert.deepEqual(checkEditions(UO, saisie({ typeOffre: '21' }), now, next), []);
    assert.equal(checkEditions(UO, saisie({ modePriseEnCharge: '49' }), sansNomenclature.nomenclature, next)[0]?.change, 'unknown');
  });
});

describe('FIC-38 retired codes', () => {
  test('FIC-38 the successor that the edition names, else the only code of the same words, else none', () => {
    const set = J19('2026-06-29', [['50', 'À domicile'], ['51', 'Accueil de jour']], { retired: [['49', 'Domicile', '2025-01-31'], ['47', 'ACCUEIL DE JOUR', '2025-01-31'], ['99', 'Ancien', '2025-01-31']], replacedBy: { '49': '50' } });
    assert.deepEqual(['49', '47', '99', '50', 'ZZ'].map((code) => replacementOf(set, code)?.code), ['50', '51', undefined, undefined, undefined]);
    assert.equal(avecRetires.nomenclature.valueSet('J19').describe('99').label, 'Ancien mode');
    assert.equal(contexte.role, 'referent');
  });
});

describe('codes inside lists, territories and weeks', () => {
  const FICHE = formSchema('UO');
  const CONTACT = gele({ contact: [
    { natureContact: '01', niveauConfidentialite: '1', telecommunication: [{ canal: '2', adresseTelecom: '01 99 00 00 01', niveauConfidentialite: '1' }] },
    { nom: 'A', natureContact: '04', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'a@b.fr', niveauConfidentialite: '9' }] },
  ] });
  const set = (id: ValueSetId, concepts: ValueSetData['concepts']) => [id, new ValueSet({ id, officialId: id, name: id, edition: '2026-06-29', source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts })] as const;
  const sans = (...ids: readonly ValueSetId[]) => new Nomenclature(ids.map((id) => set(id, [['1', 'Libre'], ['zz', 'Autre']])));
  const changements = (contenu: Contenu, ...ids: readonly ValueSetId[]) => checkEditions(FICHE, saisie(contenu), sansNomenclature.nomenclature, sans(...ids)).map(({ path, valueSet, code }) => `${path} ${valueSet} ${code}`);

  test('FIC-131 those of each element are said with their own path, once', () => {
    assert.deepEqual(changements(CONTACT, 'J221', 'J222', 'J225'), [
      'contact.1.natureContact J221 04', 'contact.1.niveauConfidentialite J222 2', 'contact.1.telecommunication.0.canal J225 3', 'contact.1.telecommunication.0.niveauConfidentialite J222 9',
    ]);
  });

  test('FIC-131 of a list in a slice, and of three lists in each other', () => {
    assert.deepEqual(changements({ contact: [{ natureContact: '01', telecommunication: [{ canal: '4', adresseTelecom: 'https://x.fr' }] }] }, 'J225'), ['contact:accueil.telecommunication.0.canal J225 4']);
    const equipement = { typeEquipement: '01', limiteCaracteristiqueEquipement: [{ typeCaracteristique: '02' }] };
    assert.deepEqual(changements({ lieuRealisationOffre: [{}, { equipementSpecifique: [equipement] }] }, 'J18', 'J228'), [
      'lieuRealisationOffre.1.equipementSpecifique.0.typeEquipement J18 01', 'lieuRealisationOffre.1.equipementSpecifique.0.limiteCaracteristiqueEquipement.0.typeCaracteristique J228 02',
    ]);
  });

  test('FIC-131 of beds, territories and hours, which have a form of their own', () => {
    const contenu: Contenu = {
      lieuRealisationOffre: [{ capacitePriseCharge: [{ natureCapacite: '01', statutCapacite: '02', nombreCapacite: 3 }] }],
      zoneIntervention: [{ type: '2', code: '94' }, { type: '1', code: '11' }, { type: '2', code: '94' }, { type: '3', code: '94028' }],
      horaire: [{ typePlageHoraire: '01', jourSemaine: 1 }, { typePlageHoraire: '01', jourSemaine: 2 }, { jourSemaine: 3 }],
    };
    assert.deepEqual([...changements(contenu, 'J187', 'J223', 'COG_departements', 'COG_regions', 'J41')].sort(), [
      'horaire J41 01', 'lieuRealisationOffre:principal.capacitePriseCharge.0.natureCapacite J187 01',
      'zoneIntervention COG_departements 94', 'zoneIntervention COG_regions 11', 'zoneIntervention J223 2', 'zoneIntervention J223 3',
    ]);
  });

  test('FIC-131 what is no list is no element, and nothing throws', () => {
    for (const value of [null, 'x', 3, {}, [null, 'x', [[]]], [{ telecommunication: 'x' }], { 0: { natureContact: '04' } }]) {
      assert.deepEqual(changements({ contact: value, zoneIntervention: value, horaire: value, lieuRealisationOffre: value }, 'J221', 'J223', 'J41', 'J225'), []);
    }
  });

  test('FIC-130 the edition of a code chosen in an element is remembered, kept and forgotten with it', () => {
    const J221 = new Nomenclature([set('J221', [['04', 'x']])]);
    const editions = rememberEditions(FICHE, { contenu: {} }, CONTACT, J221);
    assert.deepEqual(editions, { J221: { '2026-06-29': ['04'] } });
    assert.deepEqual(acceptEditions(FICHE, undefined, editions, CONTACT), editions);
    assert.deepEqual(rememberEditions(FICHE, { contenu: CONTACT, editions }, {}, J221), {});
  });

  test('FIC-131 between sources, the lists of elements are fetched too', async () => {
    const own = withEditions(officialSource, [{ id: 'J221', officialId: 'JDV_J221', name: 'Nature', edition: '2030-01-01', source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts: [['99', 'Tout']] }]);
    const changes = await checkSources(FICHE, saisie(CONTACT), officialSource, own);
    assert.deepEqual(changes.filter(({ valueSet }) => valueSet === 'J221').map(({ path, code, change }) => [path, code, change]), [['contact.1.natureContact', '04', 'retired']]);
  });
});
