import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EntiteGeographique } from '../../../src/domain/entite-geographique.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { NiveauFiche, type TypeFiche } from '../../../src/domain/noeud.ts';
import { OffreOperationnelle } from '../../../src/domain/offre-operationnelle.ts';
import { OrganisationInterne, TYPE_OI } from '../../../src/domain/organisation-interne.ts';
import { z } from '../../../src/domain/zod.ts';
import { nomDe } from '../../../src/engine/dossier/nom.ts';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { neededValueSets } from '../../../src/engine/fiche/value-sets.ts';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { readPath, writeField } from '../../../src/engine/fiche/paths.ts';
import { publishedObject } from '../../../src/engine/fiche/published-object.ts';
import { placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import type { Field, FormSchema } from '../../../src/engine/fiche/types.ts';
import { associations, champ, contexte, dans, EG, EHPAD, gele, nomenclature, saisie, schema, unChamp, UO, uniteComplete } from './vocabulaire.ts';

const NIVEAUX = NiveauFiche.options;
const toutes = await nomenclature.with(NIVEAUX.flatMap((level) => neededValueSets(formSchema(level))));

describe('the fiches of the project', () => {
  for (const level of NIVEAUX) {
    const fiche = formSchema(level);

    test(`${level} has the shape of a form schema, and all that it refers to exists`, () => assert.deepEqual(parseFormSchema(fiche), { schema: fiche }));
    test(`${level} describes its level`, () => assert.equal(fiche.level, level));

    test(`${level} has a label and a section title for every field, without stars or colons`, () => {
      for (const { field, section } of placedFields(fiche)) for (const text of [field.label, section.title]) assert.match(text, /^[^*:★]*[^*:★ ]$/, field.path);
    });

    test(`${level} has one label per field of a section`, () => {
      for (const { fields } of fiche.sections) assert.equal(new Set(fields.map(({ label }) => label)).size, fields.length);
    });

    test(`${level} bounds every text`, () => {
      for (const { field } of placedFields(fiche)) {
        const bounded = field.constraints?.maxLength !== undefined || ['finess', 'siret', 'code-postal'].includes(field.constraints?.format ?? '');
        assert.ok(!field.kind.startsWith('texte') || bounded, field.path);
      }
    });

    test(`${level} names contacts and channels by codes of the nomenclature`, async () => {
      const { loadValueSet } = await import('../../../src/nomenclature/load.ts');
      const sets = { fonctionContact: await loadValueSet('J220'), natureContact: await loadValueSet('J221'), canal: await loadValueSet('J225'), niveauConfidentialite: await loadValueSet('J222') };
      for (const slice of Object.values(fiche.slices ?? {})) {
        for (const [name, code] of Object.entries({ ...slice.where, ...slice.with })) assert.ok(sets[name as keyof typeof sets].isSelectable(String(code)), `${name} ${String(code)}`);
      }
    });

    test(`${level} reads only value sets that it says it needs`, async () => {
      const { officialSource } = await import('../../../src/nomenclature/load.ts');
      const { Nomenclature } = await import('../../../src/nomenclature/nomenclature.ts');
      const only = await Nomenclature.load(officialSource, neededValueSets(fiche));
      const seul = dans({ nomenclature: only, associations: associations.with(only), categorieEG: '500', role: 'support' });
      const contenu = { ...uniteComplete, categorieEG: '500' };
      assert.deepEqual(issues(fiche, saisie(contenu), seul), issues(fiche, saisie(contenu), dans({ categorieEG: '500', role: 'support' })));
    });
  }

  test('a unit needs those of its fields, of its places and of its hours', () => {
    for (const id of ['J16', 'J17', 'J18', 'J19', 'J20', 'J29', 'J30', 'J33', 'J35', 'J41', 'J186', 'J187', 'J188', 'J220', 'J223', 'J226', 'J227', 'J238'] as const) assert.ok(neededValueSets(UO).includes(id), id);
    assert.ok(!neededValueSets(UO).includes('J55'));
  });
  test('a pôle needs those of its contacts and of its closing', () => assert.deepEqual([...neededValueSets(formSchema('P'))].sort(), ['J185', 'J220', 'J221', 'J222', 'J225']));

  test('value sets of conditions are needed too', () => {
    const lie = schema([{ id: 's', title: 'S', visible: { all: [{ not: { usualOf: 'nom', valueSet: 'J30' } }, { any: [{ usualOf: 'nom', valueSet: 'J35' }] }, { handicap: true }] }, fields: [unChamp('nom', { visible: { usualOf: 'nom', valueSet: 'J26' }, required: { final: { usualOf: 'nom', valueSet: 'J28' } } })] }]);
    assert.deepEqual(neededValueSets(lie), ['J30', 'J35', 'J26', 'J28']);
  });

  const libelles: readonly (readonly [FormSchema, string, string])[] = [
    [UO, 'nomOffre', 'Nom'], [UO, 'grandGroupeDisciplines', 'Grand groupe de disciplines'], [UO, 'typeOffre', 'Type d’UO'],
    [UO, 'patientele.ageMin.valeur', 'Âge minimum'], [UO, 'patientele.ageMax.valeur', 'Âge maximum'], [UO, 'activiteOperationnelle', 'Activités opérationnelles'],
    [UO, 'modePriseEnCharge', 'Mode de prise en charge'], [UO, 'contact:responsable.nom', 'Nom du responsable'],
    [UO, 'contact:responsable.telecommunication:mail.adresseTelecom', 'Adresse mail du responsable'],
    [EG, 'numFINESS', 'Numéro FINESS'], [EG, 'denominationEG', 'Raison sociale'], [EG, 'contact:directeur.nom', 'Nom du directeur'],
  ];
  for (const [fiche, path, label] of libelles) test(`${path} is called « ${label} » as in the guides`, () => assert.equal(champ(path, fiche).label, label));

  test('FIC-32 the type of a unit is chosen in three steps', () => assert.deepEqual(champ('typeOffre').options?.steps, ['discipline', 'besoin']));
});

describe('a new fiche', () => {
  test('FIC-44 a unit is for everybody from 0 to 150, and not sensitive', () => {
    assert.deepEqual(newSaisie(UO), { contenu: { patientele: { ageMin: { valeur: 0, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } }, uniteSensible: false }, illisibles: {} });
  });

  for (const level of ['EG', 'P', 'S', 'UF'] as const) test(`${level} is empty`, () => assert.deepEqual(newSaisie(formSchema(level)), { contenu: {}, illisibles: {} }));

  const noms: readonly (readonly [FormSchema, Contenu, string])[] = [
    [UO, { nomOffre: ' Unité IME ' }, 'Unité IME'], [UO, {}, ''], [UO, { nomOffre: '  ' }, ''], [UO, { nomOffre: 3 }, ''],
    [EG, { denominationEG: 'IME T KITOI' }, 'IME T KITOI'], [EG, { denominationEG: 'IME CESAP', nomOperationnel: 'IME CESAP de Melun' }, 'IME CESAP de Melun'],
    [formSchema('S'), { nomOI: 'Neurologie' }, 'Neurologie'],
  ];
  for (const [fiche, contenu, name] of noms) test(`${fiche.level} ${JSON.stringify(contenu)} is called « ${name} »`, () => assert.equal(nomDe(fiche.level as TypeFiche, gele(contenu)), name));
});

describe('FIC-44 a fiche without manque is an object of the exposure model', () => {
  const metadonnee = { identifiant: 'x1', dateCreation: '2026-11-21T08:00:00Z', dateMiseJour: '2026-11-21T08:00:00Z' };
  /** What the server adds: identifiers and metadata, without losing the comment typed there. */
  const publie = (contenu: Contenu, identifiants: Contenu) => ({ ...contenu, ...identifiants, metadonnee: { ...(contenu['metadonnee'] as object | undefined), ...metadonnee } });
  const valid = (model: z.ZodMiniType, object: unknown) => assert.deepEqual(z.safeParse(model, object).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [], []);

  /** Something right to put into each field. */
  function value(field: Field): unknown {
    const { kind, options, constraints = {} } = field;
    const first = options && (options.valueSet === 'GGD' ? 'MSS' : toutes.valueSet(options.valueSet).concepts[0]?.code ?? 'ZZ');
    const formats = { email: 'a@b.fr', telephone: '01 23 45 67 89', 'code-postal': '94160', finess: '940690324', siret: '73282932000074', siren: '732829320', url: 'https://a.fr', commune: '94067', 'numero-voie': '7' };
    return {
      texte: field.path.endsWith('_Rang') ? '10000000009012' : constraints.format ? formats[constraints.format] : '1234TEXTE'.slice(0, constraints.maxLength), 'texte-long': 'Un\nDeux', nombre: constraints.max ?? 1,
      date: '2026-11-21', booleen: true, code: first, codes: [first], textes: ['A', 'B'], reference: 'n2', territoires: [{ type: '3', code: '94067' }],
      adresse: { numeroVoie: '7', libelleVoie: 'RUE MONGENOT', codePostal: '94160', localite: 'SAINT MANDE', communeCog: '94067' },
      capacites: [{ affectationTemporaire: '01', natureCapacite: '02', statutCapacite: '01', temporaliteCapacite: '01', nombreCapacite: 48, typeSourceCapacite: '01' }],
      horaires: [{ typePlageHoraire: '01', jourSemaine: 1, heureDebut: '08:30', heureFin: '12:00' }],
      liste: [(field.fields ?? []).reduce<Contenu>((made, sub) => writeField(made, sub, value(sub)), { ...field.element?.initial })],
    }[kind];
  }
  const rempli = (fiche: FormSchema, fields: readonly Field[]) => fields.reduce<Contenu>((made, field) => {
    // The elements that other fields filled stay before the one of the list.
    const avant = field.element?.except ? (readPath(made, field.path, fiche.slices) ?? []) as unknown[] : [];
    return writeField(made, field, field.kind === 'liste' ? [...avant, ...value(field) as unknown[]] : value(field), fiche.slices);
  }, newSaisie(fiche).contenu);
  const tous = (fiche: FormSchema) => [...placedFields(fiche)].map(({ field }) => field);
  const starred = (fiche: FormSchema) => tous(fiche).filter(({ required }) => required?.final !== undefined);

  const objets: readonly (readonly [TypeFiche, z.ZodMiniType, Contenu, Contenu])[] = [
    ['UO', OffreOperationnelle, { identifiantOffre: '11/666' }, { typeOffre: '48' }],
    ['P', OrganisationInterne, { identifiantOI: '11/1' }, {}],
    ['S', OrganisationInterne, { identifiantOI: '11/2' }, {}],
    ['UF', OrganisationInterne, { identifiantOI: '11/3' }, {}],
    // The address and the identification of an establishment come from FINESS, before any fiche.
    ['EG', EntiteGeographique, { idNatStruct: '1940690324', denominationEG: 'IME', categorieEG: '183' }, {}],
  ];
  for (const [level, model, identifiants, autres] of objets) {
    const fiche = formSchema(level);
    for (const [titre, fields] of [['the starred fields', starred(fiche)], ['every field', tous(fiche)]] as const) {
      test(`${level} with ${titre}`, () => {
        const contenu = { ...rempli(fiche, fields), ...autres };
        assert.deepEqual(manques(level, saisie(contenu), EHPAD), []);
        // The commune of an establishment comes from FINESS too.
        const lieu = contenu['lieuEG'] as object | undefined;
        valid(model, publie(publishedObject(level, { ...contenu, ...(lieu && { lieuEG: { communeCog: '94067', ...lieu } }) }, { id: 'x1', codeRegion: '11', instant: metadonnee.dateMiseJour }, identifiants), identifiants));
      });
    }
  }

  test('the unit of the tests is complete', () => valid(OffreOperationnelle, publie(uniteComplete, { identifiantOffre: '11/666' })));

  for (const level of ['P', 'S', 'UF'] as const) {
    test(`${level} carries its typeOI with its name`, () => assert.equal(rempli(formSchema(level), starred(formSchema(level)))['typeOI'], TYPE_OI[level]));
  }

  test('the telecommunications of a manager are as restricted as the manager', () => {
    const [contact] = rempli(UO, tous(UO).filter(({ path, kind }) => kind === 'texte' && path.startsWith('contact:responsable')))['contact'] as { niveauConfidentialite: string; telecommunication: { niveauConfidentialite: string }[] }[];
    assert.deepEqual([contact?.niveauConfidentialite, ...(contact?.telecommunication ?? []).map(({ niveauConfidentialite }) => niveauConfidentialite)], ['2', '2', '2']);
  });
});

describe('a schema from outside', () => {
  const bon = schema([[unChamp('nom'), unChamp('type', { kind: 'code', options: { valueSet: 'J238' } })]]);
  const avec = (...fields: Field[]): unknown => ({ ...bon, sections: [...bon.sections, { id: 'autre', title: 'Autre', fields }] });
  const code = (autres: Partial<Field> = {}) => unChamp('x', { kind: 'code', options: { valueSet: 'J19' }, ...autres });

  test('is given back when it is right', () => assert.deepEqual(parseFormSchema(JSON.parse(JSON.stringify(bon))), { schema: bon }));

  const refuses: readonly (readonly [string, unknown, RegExp])[] = [
    ['nothing', undefined, /^ /],
    ['a text', 'schema', /^ /],
    ['a list', [], /^ /],
    ['no section', { ...bon, sections: undefined }, /^sections /],
    ['an unknown level', { ...bon, level: 'ZZ' }, /^level /],
    ['an unknown key', { ...bon, onload: 'alert(1)' }, /onload/],
    ['an unknown key of a field', avec({ ...unChamp('x'), validate: 'x > 1' } as unknown as Field), /validate/],
    ['an unknown kind', avec(unChamp('x', { kind: 'couleur' as never })), /^sections.1.fields.0.kind /],
    ['an unknown value set', avec(code({ options: { valueSet: 'J999' as never } })), /^sections.1.fields.0.options.valueSet /],
    ['an unknown role', avec(unChamp('x', { editableBy: ['roi' as never] })), /^sections.1.fields.0.editableBy/],
    ['an unknown format', avec(unChamp('x', { constraints: { format: 'iban' as never } })), /^sections.1.fields.0.constraints.format /],
    ['a path with spaces', avec(unChamp('x y')), /^sections.1.fields.0.path /],
    ['a path to a prototype', avec(unChamp('__proto__.x')), /^sections.1.fields.0.path /],
    ['a path with an index', avec(unChamp('contact[0].nom')), /^sections.1.fields.0.path /],
    ['a condition in code', avec(unChamp('x', { visible: 'typeOffre == "21"' as never })), /^sections.1.fields.0.visible /],
    ['a condition of two shapes', avec(unChamp('x', { visible: { path: 'nom', filled: true, in: ['1'] } as never })), /^sections.1.fields.0.visible /],
    ['two fields at one path', avec(unChamp('nom')), /^sections.1.fields.0.path .*nom/],
    ['two sections of one id', { ...bon, sections: [...bon.sections, { ...bon.sections[0], fields: [] }] }, /^sections.1.id /],
    ['a condition on a field that does not exist', avec(unChamp('x', { visible: { not: { path: 'absent', filled: true } } })), /^sections.1.fields.0.visible .*absent/],
    ['a requirement on a field that does not exist', avec(unChamp('x', { required: { final: { path: 'absent', filled: true } } })), /^sections.1.fields.0.required.final .*absent/],
    ['a section on a field that does not exist', { ...bon, sections: [{ ...bon.sections[0], visible: { usualOf: 'absent', valueSet: 'J30' } }] }, /^sections.0.visible .*absent/],
    ['usual values of a field that does not exist', avec(code({ options: { valueSet: 'J19', usualOf: 'absent' } })), /^sections.1.fields.0.options.usualOf .*absent/],
    ['usual values of a text', avec(code({ options: { valueSet: 'J19', usualOf: 'nom' } })), /^sections.1.fields.0.options.usualOf .*nom/],
    ['a slice that does not exist', avec(unChamp('contact:maire.nom')), /^sections.1.fields.0 .*maire/],
    ['a path that ends with a slice', { ...(avec(unChamp('contact:maire')) as object), slices: { maire: { where: { a: '1' } } } }, /^sections.1.fields.0 .*contact:maire/],
    ['a constant in a slice that does not exist', avec(unChamp('x', { constants: { 'contact:maire.a': 1 } })), /^sections.1.fields.0 .*maire/],
    ['a code without options', avec(unChamp('x', { kind: 'code' })), /^sections.1.fields.0.options /],
    ['a text with options', avec(unChamp('x', { options: { valueSet: 'J19' } })), /^sections.1.fields.0.options /],
    ['bounds the wrong way round', avec(unChamp('x', { kind: 'nombre', constraints: { min: 2, max: 1 } })), /^sections.1.fields.0.constraints /],
    ['a comparison with another kind', avec(unChamp('x', { kind: 'nombre', constraints: { notUnder: 'nom' } })), /notUnder .*nom/],
    ['an initial value of another kind', avec(unChamp('x', { kind: 'nombre', initial: 'zéro' })), /^sections.1.fields.0.initial /],
    ['an initial list in a code', avec(code({ initial: ['46'] })), /^sections.1.fields.0.initial /],
    ['a name that is not a field', { ...bon, names: ['absent'] }, /^names.0 .*absent/],
    ['no name', { ...bon, names: [] }, /^names /],
  ];
  for (const [titre, json, expected] of refuses) {
    test(`is refused with ${titre}, and told where`, () => {
      const { errors = [] } = parseFormSchema(json);
      assert.ok(errors.some(({ at, message }) => expected.test(`${at} ${message}`)), JSON.stringify(errors));
    });
  }

  test('everything wrong is told at once', () => {
    const { errors = [] } = parseFormSchema(avec(unChamp('a', { kind: 'code' }), unChamp('b', { visible: { path: 'absent', filled: true } }), unChamp('b')));
    assert.equal(errors.length, 3);
  });

  test('conditions may hold conditions, within reason', () => {
    const nested = (depth: number): unknown => (depth === 0 ? { path: 'nom', filled: true } : { not: nested(depth - 1) });
    assert.equal(parseFormSchema(avec(unChamp('x', { visible: nested(10) as never }))).errors, undefined);
    assert.ok(parseFormSchema(avec(unChamp('x', { visible: nested(200) as never }))).errors);
  });

  test('may use everything of the language', () => {
    const complet: FormSchema = gele({
      id: 'MS-141', version: '2026-02-13', level: 'UO', title: 'Unité de gynécologie', names: ['nomOffre'],
      appliesTo: { categoriesEG: ['101'], champs: ['01'], typesOffre: ['157'] },
      slices: { mail: { where: { canal: '3' }, with: { niveauConfidentialite: '1' }, inherit: ['niveauConfidentialite'] } },
      sections: [{ id: 'a', title: 'A', help: 'Aide', visible: { any: [{ handicap: true }, { categorieEG: ['101'] }] }, fields: [
        unChamp('nomOffre', { proposal: 'nom-offre', help: 'Aide', required: { pending: true, final: true } }),
        unChamp('typeOffre', { kind: 'code', options: { valueSet: 'J238', steps: ['discipline', 'besoin'], preferCategorieEG: true }, editableBy: ['support'], editedElsewhere: 'dossier' }),
        unChamp('modes', { kind: 'codes', options: { valueSet: 'J19', codes: ['09', '28'], usualOf: 'typeOffre' }, proposal: 'usual', initial: ['28'] }),
        unChamp('ggd', { kind: 'code', options: { valueSet: 'GGD' }, visible: { all: [{ path: 'typeOffre', in: ['157'] }, { not: { usualOf: 'typeOffre', valueSet: 'J30' } }] } }),
        unChamp('age', { kind: 'nombre', unit: 'Ans', constraints: { min: 0, max: 150, decimals: 0 }, constants: { unite: 'a' }, initial: 0 }),
        unChamp('ouverture', { kind: 'date', initial: '2026-01-01' }),
        unChamp('fermeture', { kind: 'date', constraints: { notUnder: 'ouverture' } }),
        unChamp('oui', { kind: 'booleen', initial: false }),
        unChamp('texte', { kind: 'texte-long', constraints: { maxLength: 10 }, initial: 'a\nb' }),
        unChamp('telecommunication:mail.adresseTelecom', { constraints: { format: 'email' } }),
      ] }],
    });
    assert.deepEqual(parseFormSchema(JSON.parse(JSON.stringify(complet))), { schema: complet });
    assert.deepEqual(issues(complet, newSaisie(complet), contexte), []);
  });
});
