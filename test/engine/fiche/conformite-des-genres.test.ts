import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { fieldView } from '../../../src/engine/fiche/interpret.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { kinds } from '../../../src/engine/fiche/kinds.ts';
import { isModified, leaveField, openSession, shownText, typeText, setValue } from '../../../src/engine/fiche/session.ts';
import { subFields } from '../../../src/engine/fiche/sub-fields.ts';
import type { Constraints, FicheContext, Field, KindName } from '../../../src/engine/fiche/types.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';
import { loadCommunes } from '../../../src/nomenclature/communes.ts';
import { Nomenclature } from '../../../src/nomenclature/nomenclature.ts';
import { contexte, dans, gele, resume, saisie, schema, unChamp } from './vocabulaire.ts';

const nomenclature = await Nomenclature.load(officialSource, ['J19', 'J41', 'J187', 'J188', 'J189', 'J190', 'J191', 'J192', 'J193', 'J194', 'J195', 'J223', 'COG_departements', 'COG_regions']);
const communes = await loadCommunes();
const autour: FicheContext = dans({ nomenclature, communes, references: [{ identifiant: 'eg-1', label: 'EHPAD' }] });

/** What every kind must answer: the engine half of its manners. The browser half is test/elements. */
interface Manieres {
  /** What a person types → what is stored. */
  readonly lit: readonly (readonly [text: string, value: unknown])[];
  /** Texts that can't be read; empty when every text is a value. */
  readonly illisibles: readonly string[];
  /** Values that are right. */
  readonly justes: readonly unknown[];
  /** Values that break a constraint or a rule, with what is said of them. */
  readonly fautes: readonly (readonly [value: unknown, constats: readonly string[], constraints?: Constraints, contenu?: Contenu])[];
  readonly champ?: Partial<Field>;
}

const LITS = { natureCapacite: '01', statutCapacite: '01', affectationTemporaire: '01', temporaliteCapacite: '01', typeSourceCapacite: '01', nombreCapacite: 10 };
const lits = (autres: Contenu) => ({ ...LITS, ...autres });
const TRENTE_NEUF = 'RUE DU GENERAL DE GAULLE PROLONGEE EST1';
const LUNDI = { typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:30' };

const table: Readonly<Record<KindName, Manieres>> = {
  texte: { lit: [['abc', 'abc'], [' a ', ' a ']], illisibles: [], justes: ['abc', '0'], fautes: [['abcd', ['trop-long'], { maxLength: 3 }], ['x', ['forme'], { format: 'email' }], [4, ['illisible']]] },
  'texte-long': { lit: [['a\r\nb', 'a\nb']], illisibles: [], justes: ['a\nb'], fautes: [['abcd', ['trop-long'], { maxLength: 3 }]] },
  nombre: { lit: [['12', 12], ['1 200', 1200], ['0', 0]], illisibles: ['douze', '1.000', '--1'], justes: [0, 12], fautes: [[1.5, ['forme']], [-1, ['trop-petit'], { min: 0 }], [9, ['trop-grand'], { max: 8 }]] },
  date: { lit: [['21/11/2026', '2026-11-21']], illisibles: ['31/02/2026', 'demain', '1/1/26'], justes: ['2026-11-21'], fautes: [['2026-02-30', ['illisible']]] },
  booleen: { lit: [['oui', true], ['non', false]], illisibles: ['peut-être'], justes: [true, false], fautes: [['oui', ['illisible']]] },
  code: { champ: { options: { valueSet: 'J19' } }, lit: [['46', '46']], illisibles: [], justes: ['46'], fautes: [['ZZ', ['code-inconnu']], [46, ['illisible']]] },
  codes: { champ: { options: { valueSet: 'J19' } }, lit: [['46;47', ['46', '47']]], illisibles: [], justes: [['46']], fautes: [[['46', 'ZZ'], ['code-inconnu']], ['46', ['illisible']]] },
  textes: {
    lit: [['Secteur 1\nSecteur 2', ['Secteur 1', 'Secteur 2']], ['\n a \r\n', ['a']]], illisibles: [], justes: [['a', 'b']],
    fautes: [[['a', 'A'], ['doublon']], [['a', 'b'], ['trop-nombreux'], { maxItems: 1 }], [['abcd'], ['trop-long'], { maxLength: 3 }], [['a', 1], ['illisible']]],
  },
  liste: {
    champ: { element: { singular: 'élément' }, fields: [unChamp('nom')] }, lit: [['[{"nom":"a"}]', [{ nom: 'a' }]]], illisibles: ['a', '{"nom":1}', '[1]', '[{'], justes: [[{ nom: 'a' }]],
    fautes: [[[{ nom: 'a' }, { nom: 'b' }], ['trop-nombreux'], { maxItems: 1 }], [[1], ['illisible']]],
  },
  adresse: {
    lit: [['{"codePostal":"94160"}', { codePostal: '94160' }]], illisibles: ['12 rue des Lilas', '[]x'], justes: [{ numeroVoie: '12', libelleVoie: 'RUE DES LILAS', codePostal: '91000', communeCog: '91228' }],
    fautes: [
      [{ numeroVoie: '1234', extension: 'BIS', libelleVoie: TRENTE_NEUF.slice(0, 35) }, ['ligne-longue']],
      [{ codePostal: '75001', communeCog: '94028' }, ['code-postal-commune !']],
      [['x'], ['illisible']],
    ],
  },
  territoires: {
    lit: [['3|94028; 2|94', [{ type: '3', code: '94028' }, { type: '2', code: '94' }]], ['1|11;1|11', [{ type: '1', code: '11' }]]], illisibles: ['94028', '3|', 'Créteil'],
    justes: [[{ type: '3', code: '75101' }, { type: '2', code: '2A' }, { type: '1', code: '11' }, { type: '4', code: 'TS1' }, { type: '5', code: 'FR' }], [{ type: '3', code: '69123' }]],
    fautes: [
      [[{ type: '9', code: '1' }], ['code-inconnu']], [[{ type: '2', code: '99' }], ['code-inconnu']], [[{ type: '3', code: 'x' }], ['code-inconnu']], [[{ type: '3', code: '94999' }], ['code-inconnu !']],
      [[{ type: '2', code: '94' }, { type: '3', code: '94028' }, { type: '2', code: '94' }], ['doublon']], [[{ type: '2', code: '94' }, { type: '2', code: '93' }], ['trop-nombreux'], { maxItems: 1 }], [[{ type: '2' }], ['illisible']],
    ],
  },
  capacites: {
    lit: [[JSON.stringify([LITS]), [LITS]]], illisibles: ['10 lits', '{}x'], justes: [[LITS], [LITS, lits({ natureCapacite: '02' })], [LITS, lits({ statutCapacite: '02', nombreCapacite: 10 })]],
    fautes: [
      [[LITS, lits({ nombreCapacite: 3 })], ['doublon']],
      [[lits({ nombreCapacite: 0 })], ['capacite-nulle !']], [[lits({ statutCapacite: '03' })], ['capacite-nulle !']], [[lits({ nombreCapacite: 0 })], [], {}, { typeOffre: '25' }],
      [[LITS, lits({ statutCapacite: '02', nombreCapacite: 6 }), lits({ statutCapacite: '03', nombreCapacite: 5 })], ['capacite-depassee !']],
      [[LITS, lits({ statutCapacite: '03', nombreCapacite: 11, temporaliteCapacite: '02' })], []],
      [{ nombre: 4 }, ['illisible']],
    ],
  },
  horaires: {
    lit: [[JSON.stringify([LUNDI]), [LUNDI]]], illisibles: ['9h-12h', '[9]'],
    justes: [[LUNDI], [{ ...LUNDI, heureDebut: '20:00', heureFin: '06:00:00' }], [{ ...LUNDI, heureDebut: '00:00', heureFin: '24:00' }], [{ debutDateEffective: '2026-12-24', finDateEffective: '2026-12-26', typePlageHoraire: '08' }]],
    fautes: [
      [[{ jourSemaine: 1, heureDebut: '09:00' }], ['horaire-incomplet !']], [[{ heureDebut: '09:00', heureFin: '10:00' }], ['horaire-incomplet !']], [[{ ...LUNDI, typePlageHoraire: '99' }], ['code-inconnu']],
      [[{ debutDateEffective: '2026-12-24', finDateEffective: '2026-12-20' }], ['horaire-inverse']],
      ...[{ jourSemaine: 8 }, { jourSemaine: '1' }, { jourSemaine: 1.5 }, { heureDebut: '25:00' }, { heureDebut: '24:00' }, { heureFin: '9h' }, { finDateEffective: 'x' }, { typePlageHoraire: 1 }].map((faux): readonly [unknown, readonly string[]] => [[{ ...LUNDI, ...faux }], ['illisible']]),
    ],
  },
  reference: { lit: [[' eg-1 ', 'eg-1']], illisibles: [], justes: ['eg-1'], fautes: [['eg-2', ['reference-inconnue !']], [1, ['illisible']]] },
};

for (const [name, { lit, illisibles, justes, fautes, champ = {} }] of Object.entries(table) as [KindName, Manieres][]) {
  const field = (constraints: Constraints = {}) => unChamp('champ', { kind: name, constraints, ...champ });
  const fiche = (autres: Partial<Field> = {}) => schema([[unChamp('nom'), { ...field(), ...autres }]]);
  const ouvert = (contenu: Contenu = {}) => gele(openSession(saisie(contenu)));
  const vue = (fields: ReturnType<typeof fiche>, session: ReturnType<typeof ouvert>) => fieldView(fields, field(), session.saisie, autour);

  describe(`a field of kind ${name}`, () => {
    test('can be in a schema', () => assert.equal(parseFormSchema(JSON.parse(JSON.stringify(fiche()))).errors, undefined));
    test('parse: reads what a person types', () => { for (const [text, value] of lit) assert.deepEqual(kinds[name].parse(text, {}), { value }); });
    test('format: what it shows is read again as the same value', () => { for (const value of justes) assert.deepEqual(kinds[name].parse(kinds[name].format(value), {}), { value }); });
    test('empty: no text, no value; an emptied field leaves nothing behind', () => {
      assert.deepEqual(kinds[name].parse('', {}), { value: undefined });
      for (const value of justes) {
        assert.ok(!kinds[name].isEmpty(value));
        assert.deepEqual(typeText(ouvert({ champ: value }), fiche(), 'champ', '').saisie.contenu, {});
      }
    });
    test('default: a new fiche may hold any right value', () => {
      for (const initial of justes) assert.equal(parseFormSchema(JSON.parse(JSON.stringify(fiche({ initial })))).errors, undefined);
      assert.ok(parseFormSchema(JSON.parse(JSON.stringify(fiche({ initial: { a: { b: 1 } } })))).errors || name === 'adresse');
    });
    test('constraints: says nothing of what is right, and what is wrong with the rest', () => {
      for (const value of justes) assert.deepEqual(kinds[name].check(gele(value), field(), { context: autour, usual: [], contenu: {} }), [], JSON.stringify(value));
      for (const [value, attendus, constraints, contenu = {}] of fautes) {
        const found = kinds[name].check(gele(value), field(constraints), { context: autour, usual: [], contenu });
        assert.deepEqual(found.map(({ code, severity }) => `${code}${severity === 'erreur' ? '' : ' !'}`), attendus, JSON.stringify(value));
      }
    });
    test('constraints: nothing is said of codes before their lists are loaded', () => {
      for (const value of justes) assert.deepEqual(kinds[name].check(value, field(), { context: dans({ nomenclature: new Nomenclature() }), usual: [], contenu: {} }), []);
    });
    test('required: missing when nothing is there, and only then', () => {
      const exige = fiche({ required: { final: true } });
      assert.deepEqual(resume(issues(exige, saisie(), autour)), ['manquant champ']);
      for (const value of justes) assert.ok(!resume(issues(exige, saisie({ champ: value }), autour)).includes('manquant champ'));
    });
    test('FIC-23 a text that can\'t be read is kept as typed, shown, flagged, and given up for a value', () => {
      for (const text of illisibles) {
        const session = leaveField(typeText(ouvert({ champ: justes[0] }), fiche(), 'champ', text), 'champ');
        assert.deepEqual(session.saisie.illisibles, { champ: text });
        assert.equal(shownText(session, vue(fiche(), session)), text);
        assert.deepEqual(resume(issues(fiche(), session.saisie, autour)), ['illisible champ']);
        assert.ok(isModified(session, fiche()));
        assert.deepEqual(setValue(session, fiche(), 'champ', justes[0]).saisie, { contenu: { champ: justes[0] }, illisibles: {} });
      }
    });
    test('read-only: what is wrong is a warning (FIC-51)', () => {
      for (const [value] of fautes) for (const issue of issues(fiche({ editableBy: ['support'] }), saisie({ champ: value }), autour)) {
        if (issue.path === 'champ') assert.equal(issue.severity, 'avertissement');
      }
    });
    test('its own fields can be in a schema', () => {
      const liste = unChamp('liste', { kind: 'liste', element: { singular: 'x' }, fields: subFields(field()) });
      if (subFields(field()).length > 0) assert.equal(parseFormSchema(JSON.parse(JSON.stringify(schema([[unChamp('nom'), liste]])))).errors, undefined);
    });
    test('never fails, whatever is typed or stored', () => fc.assert(fc.property(fc.string(), fc.jsonValue(), (text, json) => {
      const session = typeText(ouvert({ champ: json }), fiche(), 'champ', text);
      assert.equal(typeof vue(fiche(), session).text, 'string');
      issues(fiche(), gele({ contenu: { champ: json }, illisibles: {} }), autour);
    })));
  });
}

describe('an address', () => {
  const ADRESSE = schema([[unChamp('nom'), unChamp('adresse', { kind: 'adresse' })]]);
  const dit = (adresse: Contenu) => resume(issues(ADRESSE, saisie({ nom: 'n', adresse }), autour));
  const cas: readonly (readonly [regle: string, adresse: Contenu, attendu: readonly string[]])[] = [
    ['FIC-87 an attribute of 39 characters is said on its own field, once', { numeroVoie: '12', libelleVoie: TRENTE_NEUF }, ['trop-long adresse.libelleVoie']],
    ['FIC-87 an attribute of 38 characters is right', { libelleVoie: TRENTE_NEUF.slice(0, 38) }, []],
    ['FIC-87 a line of 39 made of two attributes is said on the address', { codePostal: '94160', localite: 'SAINT MANDE SUR UNE TRES LONGUE LI' }, ['ligne-longue adresse']],
    ['FIC-88 a number has at most four digits', { numeroVoie: '12345' }, ['forme adresse.numeroVoie']],
    ['FIC-88 a number has no letter', { numeroVoie: '12B' }, ['forme adresse.numeroVoie']],
    ['FIC-88 no number is right', { libelleVoie: 'RUE' }, []],
    ['FIC-88 a postal code has five digits', { codePostal: '9416' }, ['forme adresse.codePostal']],
    ['FIC-88 a commune has the shape of the INSEE', { communeCog: '9402' }, ['forme adresse.communeCog']],
    ['FIC-88 a commune of Corsica', { communeCog: '2A004' }, []],
    ['FIC-89 one of the postal codes of a commune', { codePostal: '91080', communeCog: '91228' }, []],
    ['FIC-89 another postal code is a warning', { codePostal: '91580', communeCog: '91228' }, ['code-postal-commune adresse !']],
    ['FIC-89 nothing is said of a CEDEX', { codePostal: '94004', communeCog: '94028' }, []],
    ['FIC-89 nothing is said of a commune of another region', { codePostal: '69001', communeCog: '69123' }, []],
  ];
  for (const [titre, adresse, attendu] of cas) test(titre, () => assert.deepEqual(dit(adresse), attendu));
  test('FIC-89 neither is derived from the other', () => {
    const session = typeText(openSession(saisie({})), ADRESSE, 'adresse.codePostal', '91580');
    assert.deepEqual(session.saisie.contenu, { adresse: { codePostal: '91580' } });
  });
});

describe('capacities and territories', () => {
  const FICHE = schema([[unChamp('nom'), unChamp('typeOffre'), unChamp('capacites', { kind: 'capacites' }), unChamp('zone', { kind: 'territoires' })]]);
  const dit = (contenu: Contenu, illisibles = {}) => resume(issues(FICHE, saisie({ nom: 'n', ...contenu }, illisibles), autour));
  const cas: readonly (readonly [regle: string, contenu: Contenu, attendu: readonly string[]])[] = [
    ['FIC-91 a count is whole', { capacites: [lits({ nombreCapacite: 1.5 })] }, ['forme capacites.0.nombreCapacite']],
    ['FIC-91 a count is not under zero', { capacites: [LITS, lits({ natureCapacite: '02', nombreCapacite: -1 })] }, ['trop-petit capacites.1.nombreCapacite']],
    ['FIC-91 every part of a combination is needed', { capacites: [{ ...LITS, statutCapacite: undefined }] }, ['capacite-nulle capacites !', 'manquant capacites.0.statutCapacite']],
    ['FIC-91 the kind of closing is judged for closed beds', { capacites: [LITS, lits({ statutCapacite: '05', typeFermetureCapacite: 'ZZ' })] }, ['code-inconnu capacites.1.typeFermetureCapacite']],
    ['FIC-91 and for them only', { capacites: [lits({ typeFermetureCapacite: 'ZZ' })] }, []],
    ['FIC-86 FIC-91 a combination is given once', { capacites: [LITS, LITS] }, ['doublon capacites']],
    ['FIC-91 beds of men and of women are two combinations', { capacites: [LITS, ...['01', '02'].map((genre) => lits({ statutCapacite: '02', nombreCapacite: 1, genreCapaciteDispo: genre }))] }, []],
    ['FIC-92 no installed place is a warning', { typeOffre: '21', capacites: [lits({ nombreCapacite: 0 })] }, ['capacite-nulle capacites !']],
    ['FIC-92 but for a PASA', { typeOffre: '25', capacites: [lits({ nombreCapacite: 0 })] }, []],
    ['FIC-92 nothing is said before anything is counted', { typeOffre: '21' }, []],
    ['FIC-93 more occupied and available than installed', { capacites: [LITS, lits({ statutCapacite: '03', nombreCapacite: 11 })] }, ['capacite-depassee capacites !']],
    ['FIC-90 several types at once', { zone: [{ type: '3', code: '94028' }, { type: '2', code: '93' }, { type: '1', code: '11' }] }, []],
    ['FIC-86 FIC-90 a territory twice', { zone: [{ type: '2', code: '93' }, { type: '2', code: '93' }] }, ['doublon zone']],
    ['FIC-90 an unknown type', { zone: [{ type: '8', code: '93' }] }, ['code-inconnu zone']],
  ];
  for (const [titre, contenu, attendu] of cas) test(titre, () => assert.deepEqual(dit(contenu), attendu));
  test('FIC-91 a count that can\'t be read stays in its cell', () => {
    const session = typeText(openSession(saisie({ capacites: [LITS] })), FICHE, 'capacites.0.nombreCapacite', 'dix');
    assert.deepEqual(session.saisie.illisibles, { 'capacites.0.nombreCapacite': 'dix' });
  });
  test('FIC-95 an object out of reach is a warning; nothing is said when none is given', () => {
    const FILS = schema([[unChamp('nom'), unChamp('gestionnaire', { kind: 'reference' })]]);
    const vuDe = (context: FicheContext) => resume(issues(FILS, saisie({ nom: 'n', gestionnaire: 'eg-9' }), context));
    assert.deepEqual([vuDe(autour), vuDe(contexte)], [['reference-inconnue gestionnaire !'], []]);
  });
  test('FIC-94 a week is judged by its shape', () => {
    const SEMAINE = schema([[unChamp('nom'), unChamp('horaire', { kind: 'horaires' })]]);
    assert.deepEqual(resume(issues(SEMAINE, saisie({ nom: 'n', horaire: [LUNDI, { heureDebut: '9' }] }), autour)), ['illisible horaire']);
  });
});
