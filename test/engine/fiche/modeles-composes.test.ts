import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { TypeFiche } from '../../../src/domain/noeud.ts';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { importQuestionnaire, type ImportedModel } from '../../../src/engine/fiche/import-questionnaire/import-questionnaire.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { findField } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import { openSession } from '../../../src/engine/fiche/session.ts';
import { addElement } from '../../../src/engine/fiche/session-elements.ts';
import type { Field, FormSchema } from '../../../src/engine/fiche/types.ts';
import { ADRESSE_TELECOM, CACHE, CANAL, groupe, lieDe, modele, ms141, offre, option } from './modeles/ms-141.ts';
import { contexte, nomenclature, resume, saisie } from './vocabulaire.ts';

/** What the questions of a model become when several of them make one field of the form (FIC-77, FIC-78). */
type Json = Readonly<Record<string, unknown>>;

const profil = (profile: string, path: string): string => `https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/${profile}#${path}`;
const organisation = (path: string): string => profil('ror-organization', `Organization.${path}`);
const lieu = (path: string): string => profil('ror-location', `Location.${path}`);
const CONTACT = 'extension:ror-healthcareservice-contact';
const TELECOM = `${CONTACT}.extension:ror-healthcareservice-contact-telecom`;
const q = (linkId: string, definition: string, type: string, autres: Json = {}): Json => ({ linkId, definition, type, text: linkId, ...autres });

function schemaDe({ schema, reports }: ImportedModel): FormSchema {
  assert.ok(schema, `no schema: ${JSON.stringify(reports)}`);
  assert.equal(parseFormSchema(structuredClone(schema)).errors, undefined);
  return schema;
}
const avecContacts = await nomenclature.with(['J221']);
const de = (...items: readonly Json[]) => importQuestionnaire(modele(items), { nomenclature: avecContacts });
const deNiveau = (level: TypeFiche, ...items: readonly Json[]) => importQuestionnaire({ resourceType: 'Questionnaire', title: 'Essai', item: [q('n', organisation('name'), 'string'), ...items] }, { level, nomenclature });
const champ = (result: ImportedModel, path: string): Field => {
  const found = findField(schemaDe(result), path);
  assert.ok(found, `no field at ${path} in ${JSON.stringify(result.schema?.sections)}`);
  return found.field;
};
const sous = ({ fields = [] }: Field): string[] => fields.map(({ path, kind }) => `${path} ${kind}`);
const constats = ({ reports }: ImportedModel): string[] => reports.map(({ code, linkId, kept, value }) => [`${code}${kept ? '+' : ''}`, linkId, value].filter((part) => part !== undefined).join(' '));

const contacts = (...items: readonly Json[]) => groupe('contacts', items, { text: 'Personnes à joindre', definition: offre(CONTACT), repeats: true });
const nom = q('Nom', offre(`${CONTACT}.extension:name.valueHumanName.text`), 'string');
const nature = (autres: Json = {}) => q('Nature', offre(`${CONTACT}.extension:purposeContact.value`), 'choice', autres);
const confidentialite = q('Qui le voit', offre(`${CONTACT}.extension:ror-confidentiality-level.value.coding`), 'choice', { required: true });

describe('a group of a model that is a list of the form', () => {
  test('FIC-77 is one field under the words of the group, with what the model asks and what no element can be without', () => {
    const result = de(contacts(nom, nature()));
    const { label, kind, fields, required } = champ(result, 'contact');
    assert.deepEqual([label, kind, fields?.map((sub) => `${sub.path} ${sub.label}`), required], ['Personnes à joindre', 'liste', ['nom Nom', 'natureContact Nature', 'niveauConfidentialite Niveau de confidentialité'], undefined]);
    assert.deepEqual(constats(result), []);
  });

  test('FIC-77 keeps the options, the requirement and the bounds of the questions inside', () => {
    const result = de(contacts({ ...nom, maxLength: 40, required: true }, nature({ answerOption: [option('TRE_R251-NatureContact', '04', 'x'), option('TRE_R251-NatureContact', '09', 'y')] })));
    const [leNom, laNature] = champ(result, 'contact').fields ?? [];
    assert.deepEqual([leNom?.constraints?.maxLength, leNom?.required, laNature?.options], [40, { final: true }, { valueSet: 'J221', codes: ['04', '09'] }]);
  });

  test('FIC-77 keeps a list inside the list: the means of contact of a contact', () => {
    const result = de(contacts(nom, groupe('telecoms', [
      q('Canal', offre(`${TELECOM}.extension:ror-telecom-communication-channel.value`), 'choice'),
      q('Adresse', offre(`${TELECOM}.extension:telecomAddress.value`), 'string'),
    ], { definition: offre(TELECOM), repeats: true })));
    const telecommunication = champ(result, 'contact').fields?.find(({ path }) => path === 'telecommunication');
    assert.ok(telecommunication);
    assert.deepEqual(sous(telecommunication), ['canal code', 'adresseTelecom texte', 'niveauConfidentialite code']);
    assert.deepEqual(telecommunication.fields?.map(({ label }) => label).slice(0, 2), ['Canal', 'Adresse']);
  });

  test('FIC-77 begins an element with what the model gives, asked or hidden', () => {
    const result = de(contacts(nom, nature({ extension: [CACHE], initial: [{ valueCoding: { code: '04' } }] })));
    const schema = schemaDe(result);
    const { element } = champ(result, 'contact');
    assert.deepEqual(element?.initial?.['natureContact'], '04');
    assert.deepEqual(champ(result, 'contact').fields?.find(({ path }) => path === 'natureContact')?.visible, { any: [] });
    const filled = addElement(openSession(newSaisie(schema)), schema, 'contact');
    assert.deepEqual((filled.saisie.contenu['contact'] as readonly Json[])[0]?.['natureContact'], '04');
  });

  test('FIC-77 shows every contact that is stored: it leaves none to fields that the model does not have', () => {
    assert.deepEqual(champ(de(contacts(nom)), 'contact').element?.except, undefined);
    assert.ok(findField(formSchema('UO'), 'contact')?.field.element?.except);
  });

  test('FIC-77 is filled and judged like the forms of the project', () => {
    const schema = schemaDe(de(contacts({ ...nom, required: true }, confidentialite)));
    const remplie = saisie({ nomOffre: 'Unité', contact: [{ niveauConfidentialite: '1', description: 'x' }] });
    assert.deepEqual(resume(issues(schema, remplie, contexte)), ['manquant contact.0.nom']);
  });

  test('FIC-77 is required when the group is', () => {
    assert.deepEqual(champ(de({ ...contacts(nom), required: true }), 'contact').required, { final: true });
  });

  test('FIC-77 says that several elements stay possible when the model asks one', () => {
    assert.deepEqual(constats(de({ ...contacts(nom), repeats: false })), ['single-answer-not-kept+ Nom']);
  });

  test('FIC-77 keeps conditions: of the group, and inside an element on another of its questions', () => {
    const siNature = { enableWhen: [{ question: 'Nature', operator: '=', answerCoding: { code: '09' } }] };
    const siMode = { enableWhen: [{ question: 'mode', operator: '=', answerCoding: { code: '28' } }] };
    const mode = q('mode', offre('characteristic:careMode.coding'), 'choice');
    const result = de(mode, { ...contacts({ ...nom, ...siNature }, nature()), ...siMode });
    const field = champ(result, 'contact');
    assert.deepEqual([field.visible, field.fields?.[0]?.visible], [{ path: 'modePriseEnCharge', in: ['28'] }, { path: './natureContact', in: ['09'] }]);
    assert.deepEqual(constats(result), []);
  });

  test('FIC-73 a condition of another question on one inside an element is reported: there are several elements', () => {
    const result = de(contacts(nature()), q('mode', offre('characteristic:careMode.coding'), 'choice', { enableWhen: [{ question: 'Nature', operator: '=', answerCoding: { code: '09' } }] }));
    assert.deepEqual([champ(result, 'modePriseEnCharge').visible, constats(result)], [undefined, ['condition-not-kept+ mode Nature']]);
  });

  test('FIC-73 a hidden group is in the form and never shown; a read-only one is nobody’s to change', () => {
    const field = champ(de({ ...contacts(nom), extension: [CACHE], readOnly: true }), 'contact');
    assert.deepEqual([field.visible, field.editableBy], [{ any: [] }, []]);
  });

  test('FIC-72 an option inside that the edition does not have is offered and reported', () => {
    assert.deepEqual(constats(de(contacts(nature({ answerOption: [option('TRE_R251-NatureContact', '999', 'Inconnue')] })))), ['option-outside-value-set+ Nature 999']);
  });

  for (const [title, result, path, fields] of [
    ['secure mailboxes', de(groupe('m', [q('Adresse', offre('telecom.value'), 'string'), q('Usage', offre('telecom.extension:ror-telecom-usage.value'), 'string')], { definition: offre('telecom'), repeats: true })), 'boiteLettreMSS', ['adresseTelecom texte', 'utilisation texte', 'niveauConfidentialite code']],
    ['housing', de(groupe('h', [q('Type', lieu('extension:ror-location-residential-capacity.extension:residentialType.value'), 'choice'), q('Nombre', lieu('extension:ror-location-residential-capacity.extension:residentialNumber.value'), 'integer')], { repeats: true })), 'lieuRealisationOffre:principal.capaciteHabitation', ['typeHabitation code', 'nbHabitation nombre']],
    ['equipments and their limits', de(groupe('e', [
      q('Type', lieu('extension:ror-location-equipment.extension:equipmentType.value'), 'choice'),
      q('Limite', lieu('extension:ror-location-equipment.extension:ror-location-equipment-limit.extension:limitValue.value'), 'decimal'),
    ], { repeats: true })), 'lieuRealisationOffre:principal.equipementSpecifique', ['typeEquipement code', 'limiteCaracteristiqueEquipement liste']],
    ['equipments, by the profile of their extension', de(groupe('e', [q('Type', profil('ror-location-equipment', 'Extension.extension:equipmentType.value'), 'choice')], { repeats: true })), 'lieuRealisationOffre:principal.equipementSpecifique', ['typeEquipement code']],
    ['means of contact of the place', de(groupe('t', [q('Adresse', lieu('telecom.value'), 'string')], { repeats: true })), 'lieuRealisationOffre:principal.telecommunication', ['canal code', 'adresseTelecom texte', 'niveauConfidentialite code']],
    ['contacts of an establishment', deNiveau('EG', groupe('c', [q('Nom', organisation('contact.name.text'), 'string'), q('Fonction', organisation('contact.extension:ror-contact-function-contact.value'), 'choice'), q('Téléphone', organisation('contact.telecom.value'), 'string')], { definition: organisation('contact'), repeats: true })), 'contact', ['nom texte', 'fonctionContact code', 'niveauConfidentialite code', 'telecommunication liste']],
    ['prices of an establishment', deNiveau('EG', groupe('p', [q('Montant', organisation('extension:ror-organization-price.extension:amount.value.value'), 'decimal'), q('Jeunes', organisation('extension:ror-organization-price.extension:under60.value'), 'boolean')], { repeats: true })), 'tarif', ['typeTarif code', 'montantTarif.valeur nombre', 'unitePrix code', 'tarifMoins60Ans booleen']],
    ['contacts of a pôle', deNiveau('P', groupe('c', [q('Précisions', organisation('contact.extension:ror-contact-description.value'), 'string')], { definition: organisation('contact'), repeats: true })), 'contact', ['description texte', 'niveauConfidentialite code']],
    ['secure mailboxes of a UF', deNiveau('UF', groupe('m', [q('Adresse', organisation('telecom.value'), 'string')], { repeats: true })), 'boiteLettresMSS', ['adresseTelecom texte', 'niveauConfidentialite code']],
  ] as const) {
    test(`FIC-77 ${title}`, () => assert.deepEqual([sous(champ(result, path)), constats(result)], [fields, []]));
  }

  test('FIC-77 the channel of a secure mailbox is always the same: nobody types it', () => {
    const result = de(groupe('m', [q('Adresse', offre('telecom.value'), 'string'), q('Canal', offre('telecom.extension:ror-telecom-communication-channel.value'), 'choice')], { definition: offre('telecom'), repeats: true }));
    assert.deepEqual(constats(result), ['computed Canal']);
  });

  test('FIC-71 the currency of a price is not asked', () => {
    const price = 'extension:ror-organization-price.extension:amount.value';
    assert.deepEqual(constats(deNiveau('EG', groupe('p', [q('Montant', organisation(`${price}.value`), 'decimal'), q('Devise', organisation(`${price}.currency`), 'string')], { repeats: true }))), ['unit-fixed Devise']);
  });
});

describe('a means of contact that does not say whose it is', () => {
  const telecom = (n: number, autres: Json) => q(`lien-${n}`, ADRESSE_TELECOM, 'string', autres);

  test('FIC-77 is of the group around it', () => {
    const result = de(contacts(nom, telecom(1, {}), q('canal', CANAL, 'choice')));
    const list = champ(result, 'contact').fields?.find(({ path }) => path === 'telecommunication');
    assert.deepEqual([list && sous(list), constats(result)], [['canal code', 'adresseTelecom texte', 'niveauConfidentialite code'], []]);
  });

  test('FIC-77 is of the kind of contact that it reads at the start: each question more is an element more', () => {
    const result = importQuestionnaire(ms141, { nomenclature });
    const schema = schemaDe(result);
    const { label, fields } = champ(result, 'contact:nature09.telecommunication');
    assert.deepEqual([label, fields?.find(({ path }) => path === 'adresseTelecom')?.label], ['Téléconsultation', 'Lien vers l\'outil de téléconsultation']);
    assert.deepEqual(schema.slices?.['nature09'], { where: { natureContact: '09' }, with: { niveauConfidentialite: '1' } });
    assert.deepEqual(Object.keys(formSchema('UO').slices ?? {}).every((name) => schema.slices?.[name]), true);
  });

  test('FIC-77 is written in the contact of that kind, and the list of contacts does not show it again', () => {
    const result = de(groupe('t', [telecom(1, { extension: [lieDe('15')] }), telecom(2, { extension: [lieDe('15')] })], { text: 'Téléexpertise' }), contacts(nom));
    const schema = schemaDe(result);
    assert.deepEqual(champ(result, 'contact').element?.except, ['nature15']);
    const { saisie: { contenu } } = addElement(openSession(newSaisie(schema)), schema, 'contact:nature15.telecommunication');
    assert.deepEqual((contenu['contact'] as readonly Json[]).map(({ natureContact }) => natureContact), ['15']);
  });

  test('FIC-71 is reported when nothing says it', () => {
    assert.deepEqual(constats(de(telecom(1, {}), q('canal', CANAL, 'choice'))), ['kind-not-yet-known lien-1', 'kind-not-yet-known canal']);
  });
});

describe('a group of a model that has a form of its own', () => {
  const territoire = 'extension:ror-territorial-division.extension';
  for (const [title, result, path, kind, inside] of [
    ['territories', de(groupe('z', [q('Type', offre(`${territoire}:typeTerritorialDivision.value`), 'choice'), q('Code', offre(`${territoire}:codeTerritorialDivision.value`), 'choice')], { text: 'Groupe', repeats: true })), 'zoneIntervention', 'territoires', ['Type', 'Code']],
    ['hours', de(groupe('h', [q('Début', offre('availableTime.availableStartTime'), 'time'), q('Jour', profil('ror-available-time-number-days-of-week', 'HealthcareService.availableTime.extension'), 'integer')], { text: 'Groupe', definition: offre('availableTime'), repeats: true })), 'horaire', 'horaires', ['Début']],
    ['beds', de(groupe('c', [q('Nature', lieu('extension:ror-location-supported-capacity.extension:capacityType.value'), 'choice'), q('Nombre', lieu('extension:ror-location-supported-capacity.extension:nbCapacity.value'), 'integer')], { text: 'Groupe', repeats: true })), 'lieuRealisationOffre:principal.capacitePriseCharge', 'capacites', ['Nature', 'Nombre']],
    ['an address', de(groupe('a', [q('Voie', lieu('address.line.extension:streetNameBase.value'), 'string'), q('CP', lieu('address.postalCode'), 'string')], { text: 'Groupe' })), 'lieuRealisationOffre:principal.adresse', 'adresse', ['Voie', 'CP']],
    ['health territories of an establishment', deNiveau('EG', groupe('z', [q('Type', organisation(`${territoire}:typeTerritorialDivision.value`), 'choice')], { text: 'Groupe', repeats: true })), 'territoireSante', 'territoires', ['Type']],
  ] as const) {
    test(`FIC-78 ${title}: one field, and each question says that it is in it`, () => {
      const field = champ(result, path);
      assert.deepEqual([field.kind, field.label], [kind, 'Groupe']);
      assert.deepEqual(constats(result).filter((one) => one.startsWith('within-field+')), inside.map((one) => `within-field+ ${one} ${path}`));
    });
  }

  test('FIC-78 an address asked several times is one address, and that is said', () => {
    assert.ok(constats(de(groupe('a', [q('CP', lieu('address.postalCode'), 'string')], { text: 'Adresse', repeats: true }))).includes('repeats-not-kept+ CP'));
  });

  test('FIC-78 a condition on a question inside is reported', () => {
    const mode = q('mode', offre('characteristic:careMode.coding'), 'choice');
    const si = { enableWhen: [{ question: 'mode', operator: '=', answerCoding: { code: '28' } }] };
    const result = de(mode, groupe('a', [q('CP', lieu('address.postalCode'), 'string', si), q('Ville', lieu('address.city'), 'string')], { text: 'Adresse' }));
    assert.ok(constats(result).some((one) => one.startsWith('condition-not-kept+ CP')));
  });

  test('FIC-78 keeps the words of the project where the group has questions of other attributes too', () => {
    const result = de(groupe('a', [q('CP', lieu('address.postalCode'), 'string'), q('Nom du lieu', lieu('name'), 'string')], { text: 'Localisation' }));
    assert.equal(champ(result, 'lieuRealisationOffre:principal.adresse').label, findField(formSchema('UO'), 'lieuRealisationOffre:principal.adresse')?.field.label);
  });
});

describe('attributes of the place and of the address that are fields of their own', () => {
  for (const [definition, type, path] of [
    [lieu('name'), 'string', 'nom'], [lieu('description'), 'string', 'description'], [lieu('type.coding'), 'choice', 'fonctionLieu'],
    [lieu('extension:ror-commune-cog.value'), 'choice', 'communeCog'], [profil('ror-commune-cog', 'Extension.value'), 'choice', 'communeCog'],
    [lieu('extension:ror-location-status.value'), 'choice', 'statut'], [lieu('position.latitude'), 'decimal', 'coordonneeGeographique.latitude'],
    [lieu('identifier:idExterneSynchro.value'), 'string', 'idExterneSynchro'], [lieu('alias'), 'string', 'nomExterneSynchro'],
  ] as const) {
    test(`FIC-70 ${definition.split('#').at(-1)} → ${path}`, () => {
      const result = de(q('a', definition, type));
      assert.deepEqual([champ(result, `lieuRealisationOffre:principal.${path}`).label, constats(result)], ['a', []]);
    });
  }

  for (const [definition, type, path] of [
    [organisation('address.postalCode'), 'string', 'lieuEG.adresse.codePostal'], [organisation('address.city'), 'string', 'lieuEG.adresse.localite'],
    [organisation('address.line.extension:iso21090-ADXP-houseNumber.value'), 'string', 'lieuEG.adresse.numeroVoie'], [organisation('address.line.extension:streetNameType.value'), 'choice', 'lieuEG.adresse.typeVoie'],
    [organisation('address.extension:inseeCode.value'), 'choice', 'lieuEG.adresse.communeCog'], [organisation('address.extension:ror-organization-geolocation.extension:latitude.value'), 'decimal', 'lieuEG.coordonneeGeographique.latitude'],
    [organisation('type:sphParticipation.coding'), 'choice', 'modaliteParticipationSPH'], [organisation('extension:ror-organization-level-recourse-orsan.value'), 'choice', 'niveauRecoursORSAN'],
    [organisation('extension:ror-organization-closing-type.value'), 'choice', 'typeFermeture'],
  ] as const) {
    test(`FIC-70 of an establishment, ${definition.split('#').at(-1)} → ${path}`, () => {
      const result = deNiveau('EG', q('a', definition, type));
      const base = findField(formSchema('EG'), path)?.field;
      assert.deepEqual([champ(result, path).editableBy, champ(result, path).options?.valueSet, constats(result)], [base?.editableBy, base?.options?.valueSet, []]);
    });
  }
});

describe('any group', () => {
  const definition = fc.constantFrom(
    ADRESSE_TELECOM, CANAL, offre(CONTACT), offre(`${CONTACT}.extension:name.value`), offre(`${TELECOM}.extension:telecomAddress.value`), offre('telecom.value'), offre('availableTime'),
    offre('extension:ror-territorial-division.extension:typeTerritorialDivision.value'), lieu('address.city'), lieu('extension:ror-location-equipment.extension:limitValue.value'),
    lieu('extension:ror-location-supported-capacity'), lieu('extension:ror-location-supported-capacity.extension:__proto__'), lieu('telecom.constructor'), offre('extension'), offre('name'),
  );
  const item: fc.Arbitrary<unknown> = fc.letrec<{ item: unknown }>((tie) => ({
    item: fc.record({
      linkId: fc.constantFrom('a', 'b', 'c', 'd'), definition, type: fc.constantFrom('group', 'string', 'choice', 'integer', 'decimal'), text: fc.constantFrom('Un', 'Deux', ''),
      required: fc.boolean(), repeats: fc.boolean(), readOnly: fc.boolean(), extension: fc.constantFrom([CACHE], [lieDe('09')], [lieDe('01')], [lieDe('__proto__')]), initial: fc.constantFrom([{ valueString: 'x' }], [{ valueCoding: { code: '3' } }]),
      enableWhen: fc.array(fc.record({ question: fc.constantFrom('a', 'b', 'c'), operator: fc.constantFrom('=', 'exists'), answerCoding: fc.constant({ code: '1' }), answerBoolean: fc.boolean() }), { maxLength: 2 }),
      item: fc.array(tie('item'), { maxLength: 4 }),
    }, { requiredKeys: ['definition', 'type'] }),
  })).item;

  test('FIC-75 gives a valid schema or a reason, whatever is in what', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 5 }), (items) => {
      const result = importQuestionnaire(modele(items), { nomenclature });
      assert.ok(!result.reports.some(({ code }) => code === 'invalid-schema'), JSON.stringify(result.reports.filter(({ code }) => code === 'invalid-schema')));
      schemaDe(result);
    }), { numRuns: 500 });
  });
});
