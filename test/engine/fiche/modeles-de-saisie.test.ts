import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { chooseModel, openModel } from '../../../src/engine/fiche/import-questionnaire/choose-model.ts';
import { importQuestionnaire, type ImportedModel } from '../../../src/engine/fiche/import-questionnaire/import-questionnaire.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { options } from '../../../src/engine/fiche/options.ts';
import { findField, placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import type { Field, FormSchema } from '../../../src/engine/fiche/types.ts';
import { ADRESSE_TELECOM, categories, CACHE, groupe, modele, ms141, offre, option } from './modeles/ms-141.ts';
import { champ, contexte, gele, nomenclature, resume, saisie } from './vocabulaire.ts';

const importe = importQuestionnaire(gele(ms141), { nomenclature });

/** The schema of an import; fails when there is none or when it is not valid. */
function schemaDe({ schema, reports }: ImportedModel): FormSchema {
  assert.ok(schema, `no schema: ${JSON.stringify(reports)}`);
  assert.equal(parseFormSchema(structuredClone(schema)).errors, undefined);
  return schema;
}
const GYNECO = schemaDe(importe);
const champDe = (schema: FormSchema, path: string): Field => {
  const found = findField(schema, path);
  assert.ok(found, `no field at ${path}`);
  return found.field;
};
const constats = ({ reports }: ImportedModel): string[] => reports.map(({ code, linkId, kept, value }) => [`${code}${kept ? '+' : ''}`, linkId, value].filter((part) => part !== undefined).join(' '));
const avec = (item: Readonly<Record<string, unknown>>) => importQuestionnaire(modele([item]));
const mode = { linkId: 'mode', definition: offre('characteristic:careMode.coding'), text: 'Mode', type: 'choice' };

describe('an imported model', () => {
  test('FIC-70 is a valid schema whose sections are the titled groups and the headings', () => {
    assert.deepEqual(GYNECO.sections.map(({ title, fields }) => [title, fields.map(({ path, kind }) => `${path} ${kind}`)]), [
      ['Informations générales', ['nomOffre texte', 'champActivite code', 'uniteSensible booleen']],
      ['Accueil et prise en charge', ['typeOffre code', 'modePriseEnCharge code', 'modaliteAccueil codes', 'modeGestion codes', 'zoneIntervention territoires']],
      ['Téléconsultation', ['contact:nature09.telecommunication liste']],
      ['Patientèle', ['patientele.publicPrisEnCharge codes', 'patientele.ageMin.valeur nombre', 'patientele.ageMax.valeur nombre']],
      ['Activités', ['activiteOperationnelle codes']],
      ['Spécialisations', ['acteSpecifique codes']],
      ['Expertise', ['niveauExpertise codes']],
    ]);
    assert.deepEqual([GYNECO.id, GYNECO.version, GYNECO.level, GYNECO.title, GYNECO.names], ['MS-141', '1', 'UO', 'Unité hospitalière de gynécologie', ['nomOffre']]);
  });

  test('FIC-70 keeps whom it is for: catégories d’EG, champ, and the types d’offre among its options', () => {
    assert.deepEqual(GYNECO.appliesTo, { categoriesEG: categories, champs: ['01'], typesOffre: ['157'] });
  });

  test('FIC-70 keeps what it says of itself', () => {
    assert.deepEqual([importe.model.date, importe.model.lastReviewDate, importe.model.effectivePeriod, importe.model.derivedFrom?.length], ['2026-02-13', '2023-12-05', { start: '2026-03-01' }, 1]);
  });

  test('FIC-70 offers the codes of the model only, each once, under its own words', () => {
    const { label, options: source, required } = champDe(GYNECO, 'modePriseEnCharge');
    assert.deepEqual([label, source, required], ['Mode de prise en charge', { valueSet: 'J19', codes: ['09', '28', '29', '32', '34'] }, { final: true }]);
    assert.deepEqual(champDe(GYNECO, 'modeGestion').options, { valueSet: 'J26' });
  });

  test('FIC-70 can be filled and judged like the forms of the project', () => {
    const neuve = newSaisie(GYNECO);
    assert.deepEqual(neuve.contenu, { uniteSensible: false, patientele: { ageMin: { valeur: 0, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } } });
    assert.deepEqual(resume(issues(GYNECO, neuve, contexte)), ['manquant nomOffre', 'manquant champActivite', 'manquant typeOffre', 'manquant modePriseEnCharge', 'manquant activiteOperationnelle']);
    const remplie = saisie({ ...neuve.contenu, nomOffre: 'Unité hospitalière de gynécologie', champActivite: '01', typeOffre: '157', modePriseEnCharge: '28', activiteOperationnelle: ['053'] });
    assert.deepEqual(resume(issues(GYNECO, remplie, contexte)), []);
  });

  test('FIC-70 keeps a name field in front when the model asks none', () => {
    const result = importQuestionnaire({ resourceType: 'Questionnaire', subjectType: ['HealthcareService'], title: 'Sans nom', item: [mode] });
    assert.deepEqual([...placedFields(schemaDe(result))].map(({ field }) => field.path), ['nomOffre', 'modePriseEnCharge']);
    assert.ok(constats(result).includes('name-field-added nomOffre'));
  });

  test('FIC-70 reads organisations: of an establishment by default, of a pôle when told', () => {
    const nom = { linkId: 'n', definition: 'https://x/StructureDefinition/ror-organization#Organization.name', text: 'Nom', type: 'string' };
    const json = { resourceType: 'Questionnaire', title: 'Structure', subjectType: ['Organization'], item: [nom] };
    assert.deepEqual(schemaDe(importQuestionnaire(json)).names, ['denominationEG']);
    assert.deepEqual(schemaDe(importQuestionnaire(json, { level: 'P' })).names, ['nomOI']);
  });

  for (const [title, definition, linkId, autres, path] of [
    ['the slice', offre('characteristic:receptionType.coding'), 'x', {}, 'temporaliteAccueil'],
    ['the value set, without slice', offre('characteristic.coding'), 'x', { answerValueSet: 'https://mos.esante.gouv.fr/NOS/JDV_J30-TemporaliteAccueil-ROR/FHIR/JDV-J30-TemporaliteAccueil-ROR' }, 'temporaliteAccueil'],
    ['the system of the options', offre('characteristic'), 'x', { answerOption: [option('TRE_R238-OuvertureAnnuelle', '01', 'x')] }, 'ouvertureAnnuelle'],
    ['the kind of act in the linkId', offre('characteristic.coding'), 'Hs1.characteristic:outsideOfficeAct', { answerOption: [option('TRE_R210-ActeSpecifique', '0001', 'x')] }, 'acteRealiseHorsCabinet'],
    ['a profile with its version', offre('category.coding').replace('#', '|0.7.0#'), 'x', {}, 'typeOffre'],
  ] as const) {
    test(`FIC-70 finds the attribute by ${title}`, () => {
      assert.ok(findField(schemaDe(avec({ linkId, definition, text: 'Question', type: 'choice', ...autres })), path));
    });
  }

  test('FIC-70 qualifies professions by their system', () => {
    const result = avec({
      linkId: 'p', definition: offre('characteristic:ressourceProfession.coding'), text: 'Professions', type: 'choice', repeats: true,
      answerOption: [option('TRE_G15-ProfessionSante', '10', 'Médecin'), { valueCoding: { code: '26' } }],
    });
    assert.deepEqual(champDe(schemaDe(result), 'professionRessource').options?.codes, ['TRE_G15-ProfessionSante|10']);
    assert.deepEqual(constats(result), ['option-without-system+ p 26', 'option-not-kept+ p']);
  });
});

describe('a model among others', () => {
  test('FIC-76 keeps every type d’offre and every champ, so that another answer leads to another model', () => {
    const open = openModel(GYNECO, formSchema('UO'));
    assert.deepEqual([champDe(open, 'typeOffre').label, champDe(open, 'typeOffre').options], ['Type d’offre', champ('typeOffre').options].map((one, at) => (at === 0 ? champDe(GYNECO, 'typeOffre').label : one)));
    assert.equal(champDe(open, 'champActivite').options?.codes, undefined);
    assert.deepEqual(champDe(open, 'modePriseEnCharge').options?.codes, ['09', '28', '29', '32', '34']);
    assert.deepEqual([...placedFields(open)].map(({ field }) => field.path), [...placedFields(GYNECO)].map(({ field }) => field.path));
    assert.equal(parseFormSchema(structuredClone(open)).errors, undefined);
    assert.equal(openModel(GYNECO, formSchema('UO')), open);
  });

  test('FIC-76 asks the type d’offre first when the model does not ask it', () => {
    const sans = schemaDe(avec(mode));
    const open = openModel(sans, formSchema('UO'));
    assert.deepEqual([...placedFields(open)].map(({ field }) => field.path), ['typeOffre', 'nomOffre', 'modePriseEnCharge']);
    assert.equal(parseFormSchema(structuredClone(open)).errors, undefined);
    const pole = schemaDe(importQuestionnaire({ resourceType: 'Questionnaire', title: 'P', item: [{ linkId: 'n', definition: 'https://x/StructureDefinition/ror-organization#Organization.name', text: 'Nom', type: 'string' }] }, { level: 'P' }));
    assert.deepEqual(openModel(pole, formSchema('P')).sections, pole.sections);
  });
});

describe('what is not a field', () => {
  test('FIC-71 is reported item by item, with its linkId, its definition and a reason', () => {
    assert.deepEqual(importe.reports.filter(({ kept, linkId }) => !kept && linkId !== undefined).map(({ code, linkId = '' }) => `${code} ${linkId.replace(/.*ageRange\./, '')}`), [
      'computed Hs1.providedBy', 'technical sensitive.url', 'computed Hs1.identifier.value', 'computed Hs1.meta.lastUpdated',
      'unit-fixed range.low.unit', 'technical range.low.system', 'unit-fixed range.high.unit', 'technical range.high.system',
    ]);
    assert.ok(importe.reports.every(({ linkId, definition }) => linkId === undefined || definition !== undefined));
  });

  test('FIC-71 every question is a field or a report, never both nor neither', () => {
    const questions: string[] = [];
    const walk = (items: readonly Record<string, unknown>[]): void => items.forEach((item) => {
      if (item['type'] !== 'group' && item['type'] !== 'display') questions.push(String(item['linkId']));
      walk((item['item'] ?? []) as Record<string, unknown>[]);
    });
    walk(ms141['item'] as Record<string, unknown>[]);
    const left = importe.reports.filter(({ kept, linkId }) => !kept && linkId !== undefined);
    // Four links more than the first are elements of its list.
    const again = importe.reports.filter(({ code, value }) => code === 'within-field' && value?.startsWith('contact'));
    assert.deepEqual(again.map(({ linkId }) => linkId), [2, 3, 4, 5].map((n) => `teleconsultation.telecom.adresse-${n}`));
    assert.equal([...placedFields(GYNECO)].length + again.length + left.length, questions.length);
  });

  for (const [reason, item] of [
    ['no-definition', { linkId: 'a', text: 'Libre', type: 'string' }],
    ['technical', { linkId: 'a', type: 'string', extension: [CACHE] }],
    ['unknown-definition', { linkId: 'a', definition: offre('inconnu'), type: 'string' }],
    ['unknown-definition', { linkId: 'a', definition: offre('__proto__'), type: 'string' }],
    ['other-resource', { linkId: 'a', definition: 'https://x/StructureDefinition/ror-practitioner#Practitioner.name', type: 'string' }],
    ['kind-not-yet-known', { linkId: 'a', definition: offre('location'), type: 'string' }],
    ['kind-not-yet-known', { linkId: 'a', definition: ADRESSE_TELECOM, type: 'string' }],
    ['unknown-definition', { linkId: 'a', definition: offre('extension:ror-healthcareservice-contact.extension:age.value'), type: 'string' }],
    ['type-mismatch', { linkId: 'a', definition: offre('extension:ror-healthcareservice-contact.extension:purposeContact.value'), type: 'string' }],
    ['type-mismatch', { linkId: 'a', definition: offre('category.coding'), type: 'string' }],
    ['duplicate-path', { linkId: 'a', definition: offre('name'), type: 'string' }],
    ['empty-group', { linkId: 'a', text: 'Vide', type: 'group' }],
  ] as const) {
    test(`FIC-71 says ${reason}: ${JSON.stringify(item).slice(0, 70)}`, () => assert.deepEqual(constats(avec(item)), [`${reason} a`]));
  }

  test('FIC-71 says what a kept field loses', () => {
    const result = avec({
      ...mode, text: undefined, type: 'open-choice', repeats: true, answerValueSet: 'https://x/JDV_J17-ActiviteOperationnelle-ROR',
      initial: [{ valueInteger: 3 }], answerOption: [{ valueString: 'Autre' }],
      extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression' }],
    });
    assert.deepEqual(constats(result), [
      'label-missing+ mode', 'repeats-not-kept+ mode', 'expression-not-kept+ mode sdc-questionnaire-enableWhenExpression', 'open-choice-not-kept+ mode',
      'other-value-set+ mode https://x/JDV_J17-ActiviteOperationnelle-ROR', 'option-not-kept+ mode Autre', 'initial-not-kept+ mode 3',
    ]);
    assert.equal(champDe(schemaDe(result), 'modePriseEnCharge').kind, 'code');
  });

  test('FIC-70 the sectors of psychiatry are several texts', () => {
    const secteur = { linkId: 'a', text: 'Secteurs', definition: offre('extension:ror-healthcareservice-psychiatric-sector.valueString'), type: 'string' };
    const result = avec({ ...secteur, repeats: true });
    assert.deepEqual(constats(result), []);
    assert.equal(champDe(schemaDe(result), 'secteurPsychiatrique').kind, 'textes');
    assert.deepEqual(constats(avec(secteur)), ['single-answer-not-kept+ a']);
  });

  test('FIC-71 says the contexts that nothing is chosen by', () => {
    assert.deepEqual(importe.reports.filter(({ at }) => at.startsWith('useContext')).map(({ code, value }) => [code, value]), [['context-not-kept', 'P01 10']]);
  });

  test('FIC-71 says why a whole model gives nothing', () => {
    for (const [json, reason] of [[null, 'not-a-questionnaire'], [{ resourceType: 'ValueSet' }, 'not-a-questionnaire'], [{ resourceType: 'Questionnaire' }, 'level-unknown'],
      [{ resourceType: 'Questionnaire', subjectType: ['HealthcareService'] }, 'no-field']] as const) {
      const { schema, reports } = importQuestionnaire(json);
      assert.deepEqual([schema, reports.map(({ code }) => code)], [undefined, [reason]]);
    }
  });
});

describe('options', () => {
  test('FIC-72 that the edition of July 2026 no longer has stay offered, are flagged, and reported with their words', () => {
    const actes = champDe(GYNECO, 'acteSpecifique');
    assert.deepEqual(options(actes, {}, contexte).map(({ code, status }) => `${code} ${status}`), ['0013 selectable', '0887 unknown', '1026 selectable', '1302 unknown', '1303 unknown']);
    assert.deepEqual(importe.reports.filter(({ code }) => code === 'option-outside-value-set').map(({ value, label }) => [value, label?.slice(0, 12)]), [['0887', 'Chirurgie sé'], ['1302', 'Echographie '], ['1303', 'Échographie ']]);
    assert.ok(resume(issues(GYNECO, saisie({ acteSpecifique: ['0887'] }), contexte)).includes('code-inconnu acteSpecifique'));
  });

  test('FIC-72 are not judged without a nomenclature', () => {
    const sans = importQuestionnaire(ms141);
    assert.deepEqual([sans.schema, sans.reports.some(({ code }) => code === 'option-outside-value-set')], [GYNECO, false]);
  });
});

describe('conditions', () => {
  const temporalite = (autres: Readonly<Record<string, unknown>>) => importQuestionnaire(modele([
    mode, { linkId: 'sensible', definition: offre('extension:ror-healthcareservice-sensitive-unit.value'), type: 'boolean', text: 'Sensible' },
    { linkId: 't', definition: offre('characteristic:receptionType.coding'), text: 'Temporalité', type: 'choice', ...autres },
  ]));
  const visible = (result: ImportedModel) => champDe(schemaDe(result), 'temporaliteAccueil').visible;
  const si = (operator: string, autres: Readonly<Record<string, unknown>> = {}) => ({ question: 'mode', operator, answerCoding: { code: '28' }, ...autres });
  const est = { path: 'modePriseEnCharge', in: ['28'] };

  for (const [title, item, wanted] of [
    ['a code', { enableWhen: [si('=')] }, est],
    ['another code', { enableWhen: [si('!=')] }, { all: [{ path: 'modePriseEnCharge', filled: true }, { not: est }] }],
    ['an answer', { enableWhen: [{ question: 'mode', operator: 'exists', answerBoolean: false }] }, { path: 'modePriseEnCharge', filled: false }],
    ['all', { enableBehavior: 'all', enableWhen: [si('='), si('=', { answerCoding: { code: '29' } })] }, { all: [est, { path: 'modePriseEnCharge', in: ['29'] }] }],
    ['any', { enableBehavior: 'any', enableWhen: [si('='), si('=', { answerCoding: { code: '29' } })] }, { any: [est, { path: 'modePriseEnCharge', in: ['29'] }] }],
  ] as const) {
    test(`FIC-73 enableWhen on ${title} becomes a condition`, () => {
      const result = temporalite(item);
      assert.deepEqual([visible(result), constats(result).filter((one) => one.startsWith('condition'))], [wanted, []]);
    });
  }

  test('FIC-73 the condition of a group holds for its questions', () => {
    const result = importQuestionnaire(modele([mode, groupe('g', [{ linkId: 't', definition: offre('characteristic:receptionType.coding'), text: 'T', type: 'choice', enableWhen: [si('exists', { answerBoolean: true })] }], { text: 'G', enableWhen: [si('=')] })]));
    assert.deepEqual(visible(result), { all: [{ path: 'modePriseEnCharge', filled: true }, est] });
  });

  for (const [title, item] of [
    ['of an unmapped question', { enableWhen: [si('=', { question: 'ailleurs' })] }],
    ['of order', { enableWhen: [si('>')] }],
    ['on yes or no', { enableWhen: [{ question: 'sensible', operator: '=', answerBoolean: true }] }],
    ['half understood, with any', { enableBehavior: 'any', enableWhen: [si('='), si('>')] }],
  ] as const) {
    test(`FIC-73 a condition ${title} is reported and the field stays shown`, () => {
      const result = temporalite(item);
      assert.equal(visible(result), undefined);
      assert.ok(constats(result).some((one) => one.startsWith('condition-not-kept+ t')));
    });
  }

  test('FIC-73 a hidden item keeps its initial value and is never shown', () => {
    const result = importQuestionnaire(modele([groupe('g', [{ ...mode, initial: [{ valueCoding: { code: '28' } }] }], { extension: [CACHE] })]));
    const schema = schemaDe(result);
    assert.deepEqual(newSaisie(schema).contenu, { modePriseEnCharge: '28' });
    assert.deepEqual(interpret(schema, newSaisie(schema), contexte).sections.flatMap(({ fields }) => fields.map(({ field }) => field.path)), ['nomOffre']);
  });

  test('FIC-73 a read-only item is read-only for everybody', () => {
    assert.deepEqual(champDe(schemaDe(avec({ ...mode, readOnly: true })), 'modePriseEnCharge').editableBy, []);
  });
});

describe('the model for a context', () => {
  const de = (id: string, appliesTo?: FormSchema['appliesTo']): FormSchema => ({ id, version: '1', level: 'UO', title: id, names: ['nom'], sections: [], ...(appliesTo && { appliesTo }) });
  const models = [de('tous'), de('categorie', { categoriesEG: ['101', '106'] }), de('type', { categoriesEG: ['101', '106'], typesOffre: ['157'] }), de('juste', { categoriesEG: ['101'], typesOffre: ['157'] }), de('champ', { champs: ['04'] })];

  for (const [context, wanted] of [
    [{}, 'tous'], [{ categorieEG: '106' }, 'categorie'], [{ categorieEG: '106', typeOffre: '157' }, 'type'], [{ categorieEG: '101', typeOffre: '157', champActivite: '01' }, 'juste'],
    [{ categorieEG: '500', champActivite: '04' }, 'champ'], [{ categorieEG: '500' }, 'tous'],
  ] as const) {
    test(`FIC-74 is the most precise of those that fit: ${JSON.stringify(context)}`, () => assert.equal(chooseModel(models, context)?.id, wanted));
  }
  test('FIC-74 there is none when each states something else', () => {
    assert.equal(chooseModel([GYNECO], { categorieEG: '101', champActivite: '01', typeOffre: '21' }), undefined);
    assert.equal(chooseModel([GYNECO], { categorieEG: '101', champActivite: '01', typeOffre: '157' }), GYNECO);
    assert.equal(chooseModel([], {}), undefined);
  });
});

describe('any JSON', () => {
  const key = fc.constantFrom('linkId', 'definition', 'type', 'text', 'item', 'required', 'repeats', 'initial', 'answerOption', 'answerValueSet', 'enableWhen', 'extension', 'maxLength', 'readOnly', '__proto__');
  const definition = fc.constantFrom(...['name', 'category.coding', 'characteristic', 'characteristic:careMode.coding', 'extension:ror-healthcareservice-patient-type.extension:ageRange.value', 'constructor', 'toString.value', ''].map(offre), '#', '|', '#.');
  const part: fc.Arbitrary<unknown> = fc.letrec<{ item: unknown }>((tie) => ({
    item: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.record({
      linkId: fc.oneof(fc.string(), fc.jsonValue()), definition: fc.oneof(definition, fc.jsonValue()), type: fc.oneof(fc.constantFrom('group', 'display', 'string', 'choice', 'integer', 'boolean', 'date'), fc.jsonValue()),
      text: fc.oneof(fc.string(), fc.jsonValue()), required: fc.oneof(fc.boolean(), fc.jsonValue()), repeats: fc.boolean(), readOnly: fc.jsonValue(), maxLength: fc.jsonValue(),
      answerOption: fc.array(fc.oneof(fc.jsonValue(), fc.record({ valueCoding: fc.oneof(fc.jsonValue(), fc.record({ code: fc.string(), system: fc.string() })), initialSelected: fc.boolean() }))),
      initial: fc.array(fc.record({ valueInteger: fc.integer(), valueString: fc.string(), valueBoolean: fc.boolean(), valueDate: fc.string() }, { requiredKeys: [] })),
      enableWhen: fc.array(fc.record({ question: fc.string(), operator: fc.constantFrom('=', '!=', 'exists', '>'), answerString: fc.string(), answerBoolean: fc.boolean() }, { requiredKeys: ['question'] })),
      item: fc.array(tie('item'), { maxLength: 4 }),
    }, { requiredKeys: [] })),
  })).item;
  const check = (json: unknown): void => {
    const { schema, reports } = importQuestionnaire(json, { nomenclature });
    if (schema) assert.equal(parseFormSchema(schema).errors, undefined);
    assert.ok(!reports.some(({ code }) => code === 'invalid-schema'), JSON.stringify(reports));
    assert.ok(schema !== undefined || reports.length > 0);
  };

  test('FIC-75 never throws, and gives a valid schema or a reason', () => {
    fc.assert(fc.property(fc.jsonValue(), check), { numRuns: 300 });
    fc.assert(fc.property(fc.array(part, { maxLength: 6 }), fc.dictionary(key, fc.jsonValue()), (item, autres) => check({ ...autres, resourceType: 'Questionnaire', subjectType: ['HealthcareService'], item })), { numRuns: 700 });
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('name', 'title', 'version', 'useContext', 'subjectType', 'effectivePeriod'), fc.jsonValue()), (autres) => check({ ...ms141, ...autres })), { numRuns: 200 });
  });

  test('FIC-75 bounds depth and size', () => {
    let deep: Record<string, unknown> = { ...mode };
    for (let n = 0; n < 20_000; n += 1) deep = { linkId: String(n), type: 'group', item: [deep] };
    assert.deepEqual(avec(deep).reports.map(({ code }) => code), ['too-deep']);
    const wide = importQuestionnaire(modele(Array.from({ length: 20_000 }, (_, n) => ({ linkId: String(n), type: 'string' }))));
    assert.ok(wide.schema && wide.reports.some(({ code }) => code === 'too-many'));
  });
});
