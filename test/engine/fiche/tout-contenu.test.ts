/** Anything another program could have stored or described, and anything a person could type: 10,000 of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import { acceptSaisie } from '../../../src/engine/fiche/accept.ts';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { elementsOf, elementTitle, settle } from '../../../src/engine/fiche/elements.ts';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { readPath } from '../../../src/engine/fiche/paths.ts';
import { dependents, findField, placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { addElement, keepElement, removeElement, restoreElement } from '../../../src/engine/fiche/session-elements.ts';
import { adoptSaved, isModified, leaveField, openSession, typeText, type Session } from '../../../src/engine/fiche/session.ts';
import type { FormSchema, KindName } from '../../../src/engine/fiche/types.ts';
import { contexte, EHPAD, gele, schema, UO, unChamp } from './vocabulaire.ts';

const sousListe = unChamp('l', { kind: 'liste', element: { singular: 'x', title: ['t'], initial: { i: '1' } }, fields: [unChamp('t'), unChamp('n', { kind: 'nombre', visible: { path: './t', filled: true } })] });
const liste = unChamp('liste', { kind: 'liste', element: { singular: 'x', title: ['t'], except: ['s'] }, fields: [unChamp('t'), unChamp('n', { kind: 'nombre' }), unChamp('d', { kind: 'date', constraints: { notUnder: './d2' } }), unChamp('d2', { kind: 'date' }), unChamp('a', { kind: 'adresse' }), sousListe] });
const MODELE: FormSchema = schema([[
  unChamp('nom'), unChamp('liste:s.t'), liste, unChamp('textes', { kind: 'textes' }), unChamp('adresse', { kind: 'adresse' }), unChamp('territoires', { kind: 'territoires' }),
  unChamp('capacites', { kind: 'capacites' }), unChamp('horaires', { kind: 'horaires' }), unChamp('reference', { kind: 'reference' }), unChamp('groupe.n', { kind: 'nombre', visible: { path: 'liste', filled: true } }),
]], { slices: { s: { where: { role: 's' } } } });
const NOMS = ['nom', 'liste', 'textes', 'adresse', 'territoires', 'capacites', 'horaires', 'reference', 'groupe'];
const CLES = [...NOMS, 't', 'n', 'd', 'd2', 'a', 'l', 'i', 'role', 'codePostal', 'numeroVoie', 'statutCapacite', 'nombreCapacite', 'type', 'code', 'jourSemaine', '__proto__', 'length', '0'];

const valeur = fc.letrec<{ une: unknown }>((tie) => ({
  une: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 's', '01', '94028', '2026-11-21'), fc.string(),
    fc.array(tie('une'), { maxLength: 4 }), fc.dictionary(fc.constantFrom(...CLES), tie('une'), { maxKeys: 6 })),
})).une;
const contenu = fc.dictionary(fc.constantFrom(...NOMS), valeur, { noNullPrototype: true }).map((json) => JSON.parse(JSON.stringify(json)) as Contenu);
const chemin = fc.oneof(
  fc.constantFrom('nom', 'liste', 'groupe.n', 'adresse', 'capacites', 'liste:s.t', 'adresse.codePostal', 'absent.0.x', '', '.', 'liste.', 'liste.0', 'liste.999.t'),
  fc.tuple(fc.nat(3), fc.constantFrom('t', 'n', 'd', 'd2', 'a.codePostal', 'l.0.t', 'l.1.n', 'l', 'zut')).map(([n, name]) => `liste.${n}.${name}`),
  fc.tuple(fc.nat(2), fc.constantFrom('nombreCapacite', 'statutCapacite')).map(([n, name]) => `capacites.${n}.${name}`),
);
const saisies = fc.record({ contenu, illisibles: fc.dictionary(chemin, fc.string(), { maxKeys: 3, noNullPrototype: true }) });

function tout(fiche: FormSchema, saisie: Saisie): void {
  interpret(fiche, saisie, contexte);
  issues(fiche, saisie, contexte);
  const settled = settle(fiche, saisie);
  assert.equal(settle(fiche, settled), settled);
  for (const { field } of placedFields(fiche)) for (const { index, fields } of elementsOf(fiche, field, saisie.contenu)) {
    assert.equal(typeof elementTitle(fiche, field, index, saisie.contenu, contexte), 'string');
    for (const { path } of fields) assert.ok(dependents(fiche, path, saisie.contenu).includes(path));
  }
}

describe('any fiche and any schema', () => {
  test('any stored content is shown, judged, edited and saved without failing, and without being changed', () => fc.assert(fc.property(saisies, saisies, chemin, fc.string(), fc.nat(4), (avant, apres, path, text, place) => {
    const copie = JSON.stringify(avant);
    gele(avant);
    tout(MODELE, avant);
    let session: Session = openSession(avant);
    for (const act of [typeText(session, MODELE, path, text), addElement(session, MODELE, path), removeElement(session, MODELE, path, place), restoreElement(session, MODELE, keepElement(session, MODELE, path, place))]) {
      session = leaveField(gele(act), path);
      tout(MODELE, session.saisie);
      isModified(session, MODELE);
    }
    const garde = acceptSaisie(MODELE, avant, gele(apres), 'referent');
    assert.deepEqual(acceptSaisie(MODELE, garde, garde, 'referent'), garde, 'what was saved is saved again as it is');
    assert.equal(JSON.stringify(avant), copie);
  }), { numRuns: 3_000 }));

  test('any content in the form of a unit', () => fc.assert(fc.property(fc.dictionary(fc.constantFrom('contact', 'lieuRealisationOffre', 'zoneIntervention', 'horaire', 'secteurPsychiatrique', 'boiteLettreMSS', 'typeOffre', 'nomOffre', 'patientele'), valeur), (json) => {
    const saisie: Saisie = gele({ contenu: JSON.parse(JSON.stringify(json)) as Contenu, illisibles: {} });
    tout(UO, saisie);
    manques('UO', saisie, EHPAD);
  }), { numRuns: 1_000 }));

  const genre = fc.constantFrom<KindName | 'zut'>('texte', 'texte-long', 'nombre', 'date', 'booleen', 'code', 'codes', 'textes', 'liste', 'adresse', 'territoires', 'capacites', 'horaires', 'reference', 'zut');
  const nom = fc.constantFrom('nom', 'a', 'b', 'a.b', './a', 'liste', 'a.0', 'x:s.y');
  const condition = fc.oneof(fc.record({ path: nom, filled: fc.boolean() }), fc.record({ all: fc.array(fc.record({ path: nom, in: fc.array(fc.string()) })) }), fc.jsonValue());
  const champs = fc.letrec<{ un: unknown }>((tie) => ({
    un: fc.record({
      path: nom, kind: genre, label: fc.constantFrom('Libellé', ''), visible: condition, required: fc.oneof(fc.record({ final: fc.oneof(fc.boolean(), condition) }), fc.jsonValue()),
      options: fc.oneof(fc.record({ valueSet: fc.constantFrom('J19', 'GGD', 'J0'), usualOf: nom }, { requiredKeys: ['valueSet'] }), fc.jsonValue()),
      constraints: fc.oneof(fc.record({ min: fc.integer(), max: fc.integer(), maxItems: fc.integer(), notUnder: nom }, { requiredKeys: [] }), fc.jsonValue()), initial: fc.jsonValue(),
      fields: fc.array(tie('un'), { maxLength: 3 }), element: fc.oneof(fc.record({ singular: fc.string(), title: fc.array(nom, { maxLength: 2 }), except: fc.array(fc.constantFrom('s', 'zut'), { maxLength: 1 }) }, { requiredKeys: ['singular'] }), fc.jsonValue()),
    }, { requiredKeys: ['path', 'kind', 'label'] }),
  })).un;
  test('any schema is refused with a reason, or works', () => {
    let lus = 0;
    fc.assert(fc.property(fc.array(champs, { maxLength: 3 }), contenu, (fields, stored) => {
      const json: unknown = JSON.parse(JSON.stringify({ ...MODELE, sections: [{ id: 's', title: 'S', fields: [{ path: 'titre', kind: 'texte', label: 'T' }, ...fields] }], names: ['titre'] }));
      const { schema: read, errors } = parseFormSchema(json);
      if (errors) { assert.ok(errors.every(({ message }) => message !== '')); return; }
      lus += 1;
      tout(read, gele({ contenu: stored, illisibles: {} }));
    }), { numRuns: 2_000 });
    assert.ok(lus > 20, `only ${lus} schemas were valid`);
  });

  test('any JSON as a schema is refused', () => fc.assert(fc.property(fc.jsonValue(), (json) => { assert.ok((parseFormSchema(json).errors ?? []).length > 0); }), { numRuns: 4_000 }));
});

describe('never a character lost', () => {
  /** What is there of a sub-field: its value, or the text that can't be read. */
  const tenu = ({ contenu: stored, illisibles }: Saisie, path: string) => illisibles[path] ?? readPath(stored, path);
  const gestes = fc.array(fc.tuple(fc.nat(2), fc.constantFrom('t', 'n', 'd', 'a.codePostal', 'l.0.t', 'l.1.n'), fc.string()), { minLength: 1, maxLength: 8 });

  /** An element of a list inside is added before it is typed into. */
  const tape = (session: Session, n: number, name: string, text: string): Session => {
    const place = name.startsWith('l.') ? Number(name.charAt(2)) : -1;
    let now = session;
    for (let held = 0; held <= place; held += 1) {
      const elements = readPath(now.saisie.contenu, `liste.${n}.l`);
      if (!Array.isArray(elements) || elements.length <= place) now = addElement(now, MODELE, `liste.${n}.l`);
    }
    return typeText(now, MODELE, `liste.${n}.${name}`, text);
  };

  test('FIC-23 FIC-81 whatever is typed in sub-fields, a save keeps it, and says that there is nothing more to save', () => fc.assert(fc.property(gestes, (typed) => {
    let session = openSession(gele({ contenu: {}, illisibles: {} }));
    for (const [n, name, text] of typed) session = gele(tape(session, n, name, text));
    const garde = acceptSaisie(MODELE, { contenu: {}, illisibles: {} }, session.saisie, 'referent');
    assert.deepEqual(garde, settle(MODELE, session.saisie));
    const mots = ({ contenu: stored, illisibles }: Saisie) => JSON.stringify([stored, Object.values(illisibles).sort()]);
    for (const [n, name] of typed) {
      const value = tenu(session.saisie, `liste.${n}.${name}`);
      if (typeof value === 'string' && value.trim() !== '') assert.ok(mots(garde).includes(JSON.stringify(value)), value);
    }
    assert.equal(isModified(adoptSaved(session, garde), MODELE), false);
  }), { numRuns: 1_000 }));

  test('FIC-82 taking an element out and putting it back changes nothing', () => fc.assert(fc.property(gestes, fc.nat(2), (typed, place) => {
    let session = openSession(gele({ contenu: {}, illisibles: {} }));
    for (const [n, name, text] of typed) session = typeText(session, MODELE, `liste.${n}.${name}`, text);
    gele(session);
    const remis = restoreElement(removeElement(session, MODELE, 'liste', place), MODELE, keepElement(session, MODELE, 'liste', place));
    assert.deepEqual(remis.saisie, session.saisie);
  }), { numRuns: 500 }));

  test('the path of a sub-field always comes back as it is', () => fc.assert(fc.property(chemin, (path) => { const placed = findField(MODELE, path); assert.ok(placed === undefined || placed.field.path === path); }), { numRuns: 500 }));
  test('the fields of this file are those of a valid schema', () => assert.equal(parseFormSchema(JSON.parse(JSON.stringify(MODELE))).errors, undefined));
});

