import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { acceptSaisie } from '../../../src/engine/fiche/accept.ts';
import { neededValueSets, shownValueSets } from '../../../src/engine/fiche/value-sets.ts';
import { elementsOf, elementTitle, isBlank, settle } from '../../../src/engine/fiche/elements.ts';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { fieldView, interpret } from '../../../src/engine/fiche/interpret.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { options } from '../../../src/engine/fiche/options.ts';
import { locate, parsePath, readPath, writePath } from '../../../src/engine/fiche/paths.ts';
import { dependents, findField } from '../../../src/engine/fiche/schema-index.ts';
import { addElement, keepElement, removeElement, restoreElement } from '../../../src/engine/fiche/session-elements.ts';
import { attempt, isModified, leaveField, openSession, setValue, shownIssues, typeText, type Session } from '../../../src/engine/fiche/session.ts';
import type { Field, FormSchema } from '../../../src/engine/fiche/types.ts';
import { isReadonly, isShown } from '../../../src/engine/fiche/visibility.ts';
import { champ, contexte, dans, gele, resume, saisie, schema, unChamp } from './vocabulaire.ts';

const CANAUX = { valueSet: 'J20' } as const;
const telecoms: Field = unChamp('telecommunication', {
  kind: 'liste', element: { singular: 'moyen', title: ['canal'], initial: { niveauConfidentialite: '1' } }, constraints: { maxItems: 3 },
  fields: [
    unChamp('canal', { kind: 'code', required: { final: true }, options: CANAUX }),
    unChamp('adresseTelecom', { required: { final: true } }),
    unChamp('jour', { kind: 'date', visible: { path: './canal', in: ['04'] } }),
    unChamp('niveauConfidentialite', { required: { final: true } }),
  ],
});
const contacts: Field = unChamp('contact', {
  kind: 'liste', element: { singular: 'contact', title: ['nom', 'age'], initial: { niveauConfidentialite: '2' }, except: ['responsable'] },
  fields: [
    unChamp('nom', { required: { final: { path: 'type', in: ['strict'] } } }),
    unChamp('age', { kind: 'nombre', constraints: { notUnder: './ageMin' } }),
    unChamp('ageMin', { kind: 'nombre' }),
    unChamp('poids.valeur', { kind: 'nombre', constants: { 'poids.unite': 'kg' } }),
    unChamp('niveauConfidentialite', { required: { final: true } }),
    unChamp('cle', { editableBy: ['support'] }),
    telecoms,
  ],
});
const lieux: Field = unChamp('lieu', {
  kind: 'liste', element: { singular: 'lieu' },
  fields: [unChamp('nom'), unChamp('adresse', { kind: 'adresse' }), unChamp('capacites', { kind: 'capacites' })],
});
const MODELE: FormSchema = schema([[
  unChamp('nom', { required: { final: true } }), unChamp('type'), unChamp('contact:responsable.nom'), contacts, lieux, unChamp('note', { visible: { path: 'contact', filled: true } }),
]], { slices: { responsable: { where: { fonctionContact: '22' }, with: { niveauConfidentialite: '2' } } } });

const un = (contenu: Contenu, illisibles = {}): Session => openSession(saisie(contenu, illisibles));
const tape = (session: Session, path: string, text: string): Session => gele(typeText(gele(session), MODELE, path, text));
const dit = (contenu: Contenu, illisibles = {}, fiche = MODELE) => resume(issues(fiche, saisie({ nom: 'n', ...contenu }, illisibles), contexte));

describe('a path with a place', () => {
  const contenu = gele({ contact: [{ nom: 'A' }, { nom: 'B', telecommunication: [{ canal: '1' }] }] });
  test('is read as attributes and places', () => {
    assert.deepEqual(parsePath('contact.0.nom'), [{ name: 'contact' }, { name: '0', index: 0 }, { name: 'nom' }]);
    assert.equal(readPath(contenu, 'contact.1.telecommunication.0.canal'), '1');
    assert.deepEqual(locate(contenu, 'contact.1.telecommunication.0.canal'), ['contact', 1, 'telecommunication', 0, 'canal']);
    for (const path of ['contact.2.nom', 'contact.0.nom.0', 'absent.0.nom', 'contact.01.nom', 'contact.-1.nom', 'contact.9999.nom']) assert.equal(readPath(contenu, path), undefined, path);
  });
  const ecrits: readonly (readonly [titre: string, avant: Contenu, path: string, value: unknown, apres: Contenu])[] = [
    ['FIC-10 changes one element', contenu, 'contact.0.nom', 'C', { contact: [{ nom: 'C' }, contenu.contact[1]] }],
    ['FIC-80 leaves an emptied element in its place', contenu, 'contact.0.nom', '', { contact: [{}, contenu.contact[1]] }],
    ['FIC-80 adds after the last one', { contact: [{ nom: 'A' }] }, 'contact.1.nom', 'B', { contact: [{ nom: 'A' }, { nom: 'B' }] }],
    ['FIC-80 fills the places before a far one', {}, 'contact.2.nom', 'B', { contact: [{}, {}, { nom: 'B' }] }],
    ['puts a list where another shape was', { contact: 'x' }, 'contact.0.nom', 'B', { contact: [{ nom: 'B' }] }],
    ['empties nothing that is not there', { a: 1 }, 'contact.3.nom', undefined, { a: 1 }],
    ['goes through a group', {}, 'lieu.0.adresse.codePostal', '94160', { lieu: [{ adresse: { codePostal: '94160' } }] }],
  ];
  for (const [titre, avant, path, value, apres] of ecrits) test(titre, () => assert.deepEqual(writePath(gele(avant), path, value), apres));
});

describe('a sub-field', () => {
  test('is a field of the form, at its path', () => {
    const placed = findField(MODELE, 'contact.1.telecommunication.0.canal');
    assert.equal(placed?.field.path, 'contact.1.telecommunication.0.canal');
    assert.equal(placed?.section.id, 'section-0');
    assert.equal(findField(MODELE, 'contact.1.telecommunication.0.canal'), placed, 'always the same object');
    assert.equal(findField(MODELE, 'lieu.0.adresse.codePostal')?.field.constraints?.format, 'code-postal');
    assert.equal(findField(MODELE, 'lieu.0.capacites.4.nombreCapacite')?.field.kind, 'nombre');
    assert.equal(findField(MODELE, 'contact.0.poids.valeur')?.field.constants?.['contact.0.poids.unite'], 'kg');
    for (const path of ['contact.0', 'contact.x.nom', 'contact.nom', 'contact.0.absent', 'contact.0.nom.plus', 'contact.1000.nom', 'nom.0.x', 'contact.', 'contact..nom']) assert.equal(findField(MODELE, path), undefined, path);
  });

  test('names its neighbours by ./, and the fields of the form by their paths', () => {
    const { field } = findField(MODELE, 'contact.3.age') ?? {};
    assert.equal(field?.constraints?.notUnder, 'contact.3.ageMin');
    assert.deepEqual(dit({ contact: [{ niveauConfidentialite: '2', age: 3, ageMin: 4 }] }), ['inferieur-a contact.0.age']);
    assert.deepEqual(dit({ type: 'strict', contact: [{ niveauConfidentialite: '2', age: 3 }] }), ['manquant contact.0.nom']);
    const jour = findField(MODELE, 'contact.0.telecommunication.1.jour');
    assert.ok(jour);
    const avec = (canal: string) => ({ contact: [{ telecommunication: [{}, { canal }] }] });
    assert.deepEqual(['04', '01'].map((canal) => isShown(MODELE, jour, avec(canal), contexte)), [true, false]);
  });

  test('the options of all elements are computed once', () => {
    const de = (n: number) => options(champ(`contact.${n}.telecommunication.0.canal`, MODELE), {}, contexte);
    assert.ok(de(0).length > 0);
    assert.equal(de(0), de(7));
  });

  test('FIC-50 is as read-only as its list, and a list is as shown as its section', () => {
    const fiche = schema([[unChamp('nom'), { ...contacts, editableBy: ['support', 'referent'] }]], { slices: MODELE.slices ?? {} });
    const lecture = (role: 'referent' | 'tutelle' | 'support', path: string) => isReadonly(champ(path, fiche), dans({ role }));
    assert.deepEqual([lecture('referent', 'contact.0.nom'), lecture('tutelle', 'contact.0.nom'), lecture('referent', 'contact.0.cle'), lecture('support', 'contact.0.cle')], [false, true, true, false]);
  });

  test('FIC-83 a key looks again at what depends on it in its element, at what the element needs, and at the lists that hold it', () => {
    assert.deepEqual(dependents(MODELE, 'contact.2.ageMin'), ['contact.2.nom', 'contact.2.age', 'contact.2.ageMin', 'contact.2.niveauConfidentialite', 'contact', 'note']);
    assert.deepEqual(dependents(MODELE, 'contact.0.telecommunication.1.canal'), [
      ...['canal', 'adresseTelecom', 'jour', 'niveauConfidentialite'].map((name) => `contact.0.telecommunication.1.${name}`),
      'contact.0.nom', 'contact.0.niveauConfidentialite', 'contact.0.telecommunication', 'contact', 'note',
    ]);
    assert.deepEqual(dependents(MODELE, 'lieu.0.adresse.codePostal'), ['lieu.0.adresse.codePostal', 'lieu.0.adresse', 'lieu']);
    assert.deepEqual(dependents(MODELE, 'contact.0.absent'), []);
  });

  test('FIC-83 a field of the form looks again at the sub-fields made from it, when the content tells where they are', () => {
    assert.deepEqual(dependents(MODELE, 'type'), ['type']);
    assert.deepEqual(dependents(MODELE, 'type', { contact: [{}, {}] }), ['type', 'contact.0.nom', 'contact.1.nom']);
    assert.deepEqual(dependents(MODELE, 'contact:responsable.nom'), ['contact:responsable.nom', 'contact']);
  });

  test('FIC-21 no other view changes', () => {
    const avant = un({ nom: 'n', contact: [{ niveauConfidentialite: '2' }, { nom: 'B', telecommunication: [{ canal: '01' }] }], lieu: [{ nom: 'x' }] });
    const tous = ['nom', 'type', 'contact', 'note', 'lieu', ...[0, 1].flatMap((n) => contacts.fields?.map(({ path }) => `contact.${n}.${path}`) ?? []), 'contact.1.telecommunication.0.canal', 'contact.1.telecommunication.0.adresseTelecom', 'lieu.0.nom'];
    for (const [path, text] of [['contact.0.nom', 'A'], ['contact.0.age', 'x'], ['contact.1.telecommunication.0.canal', ''], ['contact.1.ageMin', '3'], ['lieu.0.adresse.codePostal', '1']] as const) {
      const apres = tape(avant, path, text);
      const vus = (session: Session, one: string) => ({ ...fieldView(MODELE, champ(one, MODELE), session.saisie, contexte), shown: isShown(MODELE, findField(MODELE, one) ?? assert.fail(), session.saisie.contenu, contexte) });
      const changes = tous.filter((one) => JSON.stringify(vus(avant, one)) !== JSON.stringify(vus(apres, one)));
      const vu = new Set(dependents(MODELE, path, apres.saisie.contenu));
      assert.deepEqual(changes.filter((one) => !vu.has(one)), [], path);
    }
  });
});

describe('the elements of a list', () => {
  const contenu = gele({ contact: [{ fonctionContact: '22', nom: 'Chef' }, { nom: 'A' }, 'bruit', { age: 4 }] });
  test('are told with their fields, without those that other fields show', () => {
    assert.deepEqual(elementsOf(MODELE, champ('contact', MODELE), contenu).map(({ index, path }) => [index, path]), [[1, 'contact.1'], [3, 'contact.3']]);
    assert.equal(elementsOf(MODELE, champ('contact', MODELE), contenu)[0]?.fields[0]?.path, 'contact.1.nom');
    assert.deepEqual(elementsOf(MODELE, champ('lieu.0.adresse', MODELE), {}).map(({ index, path, fields }) => [index, path, fields.length]), [[0, 'lieu.0.adresse', 10]]);
    assert.deepEqual(elementsOf(MODELE, champ('nom', MODELE), contenu), []);
  });
  test('are named by the first title that is filled, in words', () => {
    const nomme = (n: number) => elementTitle(MODELE, champ('contact', MODELE), n, contenu, contexte);
    assert.deepEqual([nomme(1), nomme(3), nomme(9)], ['A', '4', '']);
    const canal = contexte.nomenclature.valueSet('J20').concepts[0];
    assert.equal(elementTitle(MODELE, champ('contact.0.telecommunication', MODELE), 0, { contact: [{ telecommunication: [{ canal: canal?.code }] }] }, contexte), canal?.label);
  });
  test('FIC-81 are blank until something is typed', () => {
    const vierges: readonly unknown[] = [{}, { niveauConfidentialite: '2' }, { nom: ' ' }, { telecommunication: [{}, { niveauConfidentialite: '1' }] }, { telecommunication: [] }, { poids: {} }];
    const pleins: readonly unknown[] = [{ nom: 'A' }, { niveauConfidentialite: '3' }, { telecommunication: [{ canal: '01' }] }, { inconnu: 0 }, 'x', null];
    for (const element of vierges) assert.ok(isBlank(element, contacts), JSON.stringify(element));
    for (const element of pleins) assert.ok(!isBlank(element, contacts), JSON.stringify(element));
  });
  test('FIC-81 settle keeps what was typed, and each text with its element', () => {
    const avant = saisie({ contact: [{ niveauConfidentialite: '2' }, { nom: 'A' }, {}, { telecommunication: [{}, { canal: '01' }] }] },
      { 'contact.2.age': 'six', 'contact.3.telecommunication.1.jour': 'hier', nom: 'x' });
    const apres = settle(MODELE, avant);
    assert.deepEqual(apres.contenu, { contact: [{ nom: 'A' }, {}, { telecommunication: [{ canal: '01' }] }] });
    assert.deepEqual(apres.illisibles, { 'contact.1.age': 'six', 'contact.2.telecommunication.0.jour': 'hier', nom: 'x' });
    assert.equal(settle(MODELE, apres), apres);
  });
});

describe('a session on a list', () => {
  test('FIC-80 an element is added with what new ones hold, and is no change until something is typed', () => {
    const avec = addElement(un({}), MODELE, 'contact');
    assert.deepEqual(avec.saisie.contenu, { contact: [{ niveauConfidentialite: '2' }] });
    assert.equal(isModified(avec, MODELE), false);
    assert.equal(isModified(tape(avec, 'contact.0.nom', 'A'), MODELE), true);
    assert.equal(isModified(tape(avec, 'contact.0.age', 'six'), MODELE), true);
    assert.equal(isModified(tape(tape(avec, 'contact.0.nom', 'A'), 'contact.0.nom', ''), MODELE), false);
    assert.deepEqual(dit(avec.saisie.contenu), [], 'FIC-81 it asks nothing');
  });
  test('FIC-80 nothing is added where there is no list, or no room', () => {
    for (const path of ['nom', 'absent', 'lieu.0.adresse', 'contact.0']) assert.equal(addElement(un({}), MODELE, path).saisie.contenu['contact'], undefined, path);
    const plein = un({ contact: [{ telecommunication: [{}, {}, {}] }] });
    assert.equal(addElement(plein, MODELE, 'contact.0.telecommunication'), plein);
    assert.equal(addElement(un({ contact: [{ telecommunication: [] }] }), MODELE, 'contact.0.telecommunication').saisie.contenu['contact'] !== undefined, true);
  });
  test('FIC-23 a text that can\'t be read in a sub-field is kept as typed', () => {
    const typed = tape(un({ contact: [{ nom: 'A' }] }), 'contact.0.age', 'une dizaine');
    assert.deepEqual(typed.saisie.illisibles, { 'contact.0.age': 'une dizaine' });
    assert.equal(fieldView(MODELE, champ('contact.0.age', MODELE), typed.saisie, contexte).text, 'une dizaine');
    assert.deepEqual(dit(typed.saisie.contenu, typed.saisie.illisibles), ['manquant contact.0.niveauConfidentialite', 'illisible contact.0.age'].reverse());
  });
  test('FIC-82 the texts of the other elements follow them when one is taken out, and it can be put back', () => {
    let session = un({ contact: [{ nom: 'A' }, { nom: 'B' }, { nom: 'C' }], nom: 'n' }, { 'contact.1.age': 'deux', 'contact.2.age': 'trois', 'lieu.1.nom': 'x' });
    session = leaveField(tape(session, 'contact.2.nom', 'C '), 'contact.2.age');
    const garde = keepElement(session, MODELE, 'contact', 1);
    const sans = gele(removeElement(gele(session), MODELE, 'contact', 1));
    assert.deepEqual(sans.saisie, { contenu: { contact: [{ nom: 'A' }, { nom: 'C ' }], nom: 'n' }, illisibles: { 'contact.1.age': 'trois', 'lieu.1.nom': 'x' } });
    assert.deepEqual([sans.typed, [...sans.left]], [{ 'contact.1.nom': 'C ' }, ['contact.1.age']]);
    const remis = restoreElement(sans, MODELE, garde);
    assert.deepEqual(remis.saisie, session.saisie);
    assert.deepEqual([remis.typed, [...remis.left]], [session.typed, [...session.left]]);
  });
  test('FIC-82 the last element goes with its list, and comes back', () => {
    const session = un({ contact: [{ nom: 'A' }] });
    const garde = keepElement(session, MODELE, 'contact', 0);
    const sans = removeElement(session, MODELE, 'contact', 0);
    assert.deepEqual(sans.saisie.contenu, {});
    assert.deepEqual(restoreElement(sans, MODELE, garde).saisie, session.saisie);
    for (const index of [1, -1, 0.5]) assert.equal(removeElement(session, MODELE, 'contact', index), session);
    assert.equal(restoreElement(session, MODELE, keepElement(session, MODELE, 'contact', 7)), session);
  });
  test('FIC-82 texts follow their elements when the one of a slice goes', () => {
    const session = un({ contact: [{ fonctionContact: '22', niveauConfidentialite: '2', nom: 'Chef' }, { nom: 'A' }] }, { 'contact.1.age': 'dix' });
    const vide = tape(session, 'contact:responsable.nom', '');
    assert.deepEqual(vide.saisie, { contenu: { contact: [{ nom: 'A' }] }, illisibles: { 'contact.0.age': 'dix' } });
  });
  test('FIC-42 the issues of a sub-field show as those of a field', () => {
    const session = addElement(un({ nom: 'n' }), MODELE, 'contact');
    const vus = (now: Session, path: string) => resume(shownIssues(now, MODELE, fieldView(MODELE, champ(path, MODELE), now.saisie, contexte)));
    assert.deepEqual(vus(attempt(session), 'contact.0.niveauConfidentialite'), []);
    const vide = setValue(tape(session, 'contact.0.nom', 'A'), MODELE, 'contact.0.niveauConfidentialite', undefined);
    assert.deepEqual(vus(vide, 'contact.0.niveauConfidentialite'), []);
    assert.deepEqual(vus(attempt(vide), 'contact.0.niveauConfidentialite'), ['manquant contact.0.niveauConfidentialite']);
  });
  test('FIC-97 a text of 5 MB is refused: the session is the same', () => {
    const session = un({ contact: [{ nom: 'A' }] });
    assert.equal(tape(session, 'contact.0.nom', 'x'.repeat(5_000_000)), session);
    assert.equal(tape(session, 'nom', 'x'.repeat(100_001)), session);
    assert.equal(tape(session, 'nom', 'x'.repeat(100_000)).saisie.contenu['nom'], 'x'.repeat(100_000));
    assert.deepEqual(dit({ nom: 'x'.repeat(100_001) }), ['trop-long nom']);
  });
});

describe('FIC-98 the issues of a list', () => {
  const cas: readonly (readonly [titre: string, contenu: Contenu, attendu: readonly string[]])[] = [
    ['are under the paths of the sub-fields', { contact: [{ nom: 'A', telecommunication: [{ canal: 'ZZ' }] }] },
      ['manquant contact.0.niveauConfidentialite', 'code-inconnu contact.0.telecommunication.0.canal', 'manquant contact.0.telecommunication.0.adresseTelecom', 'manquant contact.0.telecommunication.0.niveauConfidentialite']],
    ['say nothing of a blank element', { contact: [{}, { niveauConfidentialite: '2' }] }, []],
    ['say nothing of an element that other fields show', { contact: [{ fonctionContact: '22', age: 'x' }] }, []],
    ['FIC-85 say that there are too many', { contact: [{ niveauConfidentialite: '2', telecommunication: [1, 2, 3, 4].map((n) => ({ canal: '04', adresseTelecom: `${n}`, niveauConfidentialite: '1' })) }] }, ['trop-nombreux contact.0.telecommunication']],
    ['say that it is no list', { contact: 'x' }, ['illisible contact']],
    ['say that an element is no object', { contact: [{ niveauConfidentialite: '2', nom: 'A' }, 3] }, ['illisible contact']],
  ];
  for (const [titre, contenu, attendu] of cas) test(titre, () => assert.deepEqual(dit(contenu), attendu));
  test('a list where nothing is typed is missing when it is required', () => {
    const fiche = schema([[unChamp('nom'), { ...contacts, required: { final: true } }]], { slices: MODELE.slices ?? {} });
    assert.deepEqual(dit({ contact: [{ niveauConfidentialite: '2' }, { fonctionContact: '22' }] }, {}, fiche), ['manquant contact']);
    assert.deepEqual(dit({ contact: [{}] }, { 'contact.0.age': 'six' }, fiche), ['illisible contact.0.age', 'manquant contact.0.niveauConfidentialite']);
  });
  test('a list is one field of the form', () => assert.deepEqual(interpret(MODELE, saisie({ contact: [{ nom: 'A' }] }), contexte).sections[0]?.fields.map(({ field }) => field.path),
    ['nom', 'type', 'contact:responsable.nom', 'contact', 'lieu', 'note']));
});

describe('FIC-84 a save takes a list element by element', () => {
  const stocke = gele({ contact: [{ fonctionContact: '22', nom: 'Chef', id: 9 }, { nom: 'A', id: 1, cle: 'k1', telecommunication: [{ canal: '01', adresseTelecom: '1', uid: 'u' }] }, { nom: 'B', id: 2 }] });
  const garde = (contact: unknown, illisibles = {}, avant: Contenu = stocke) => acceptSaisie(MODELE, saisie(avant), saisie({ contact }, illisibles), 'referent');
  const [chef, a, b] = stocke.contact as unknown as readonly [Contenu, Contenu, Contenu];
  /** Its own field was sent empty; what no field owns stays. */
  const anonyme = { fonctionContact: '22', id: 9 };
  const cas: readonly (readonly [titre: string, envoye: unknown, garde: unknown])[] = [
    ['as sent', [chef, { ...a, nom: 'AA' }, b], [chef, { ...a, nom: 'AA' }, b]],
    ['one less', [chef, b], [chef, b]],
    ['in another order', [b, chef, a], [b, chef, a]],
    ['one more, without the attributes that no field owns', [chef, a, b, { nom: 'C', id: 3, cle: 'faux' }], [chef, a, b, { nom: 'C' }]],
    ['FIC-81 without what is blank', [chef, a, {}, b, { niveauConfidentialite: '2' }], [chef, a, b]],
    ['without what is no element', [chef, 7, a, null, b], [chef, a, b]],
    ['without a key that this role may not change', [chef, { ...a, cle: 'faux' }, b], [chef, { nom: 'A', telecommunication: [{ canal: '01', adresseTelecom: '1' }] }, b]],
    ['with the elements of a slice as its own fields leave them', [{ ...chef, id: 0 }, a, b], [chef, a, b]],
    ['inner lists too', [chef, { ...a, telecommunication: [{ canal: '01', adresseTelecom: '2', uid: 'u' }, { canal: '04', uid: 'faux' }] }, b], [chef, { ...a, telecommunication: [{ canal: '01', adresseTelecom: '2', uid: 'u' }, { canal: '04' }] }, b]],
    ['emptied', undefined, [anonyme]],
    ['of another shape', 'x', [anonyme]],
  ];
  for (const [titre, envoye, attendu] of cas) test(titre, () => assert.deepEqual(garde(envoye).contenu, { contact: attendu }));

  test('FIC-82 a text that can\'t be read keeps its element, and follows it', () => {
    assert.deepEqual(garde([{}, { niveauConfidentialite: '2' }, { nom: 'B', id: 2 }], { 'contact.1.age': 'six', 'contact.2.ageMin': 'deux', 'contact.2.cle': 'non' }),
      { contenu: { contact: [{ niveauConfidentialite: '2' }, { nom: 'B', id: 2 }, anonyme] }, illisibles: { 'contact.0.age': 'six', 'contact.1.ageMin': 'deux' } });
  });
  test('FIC-55 nothing of a list that this role only reads', () => {
    const fiche = schema([[unChamp('nom'), { ...contacts, editableBy: ['support'] }]], { slices: MODELE.slices ?? {} });
    assert.deepEqual(acceptSaisie(fiche, saisie(stocke), saisie({ contact: [] }, { 'contact.1.age': 'x' }), 'referent'), saisie(stocke));
  });
  test('FIC-56 a list that nobody touched stays as it is, blank elements included', () => {
    const avant = { contact: [{}, 'bruit'] };
    assert.deepEqual(acceptSaisie(MODELE, saisie(avant), saisie({ ...avant, nom: 'n' }), 'referent').contenu, { ...avant, nom: 'n' });
  });
});

describe('a schema with lists', () => {
  const avec = (field: unknown, autres = {}) => parseFormSchema(JSON.parse(JSON.stringify({ ...MODELE, ...autres, sections: [{ id: 's', title: 'S', fields: [unChamp('nom'), unChamp('type'), field] }] })));
  test('is read', () => {
    assert.deepEqual(parseFormSchema(JSON.parse(JSON.stringify(MODELE))).errors, undefined);
    assert.deepEqual(avec(contacts).errors, undefined);
  });
  const faux: readonly (readonly [titre: string, field: unknown, at: string])[] = [
    ['a list without fields', { ...contacts, fields: [] }, 'sections.0.fields.2.fields'],
    ['fields that are no list', unChamp('a', { fields: [unChamp('b')] }), 'sections.0.fields.2.fields'],
    ['an element that is no list', unChamp('a', { element: { singular: 'b' } }), 'sections.0.fields.2.element'],
    ['a title that no field has', { ...contacts, element: { singular: 'c', title: ['zut'] } }, 'sections.0.fields.2.element.title.0'],
    ['a slice that is not there', { ...contacts, element: { singular: 'c', except: ['zut'] } }, 'sections.0.fields.2.element.except'],
    ['a condition on a neighbour that is not there', { ...lieux, fields: [unChamp('a', { visible: { path: './zut', filled: true } })] }, 'sections.0.fields.2.fields.0.visible'],
    ['a neighbour named outside of a list', unChamp('a', { visible: { path: './nom', filled: true } }), 'sections.0.fields.2.visible'],
    ['the same sub-field twice', { ...lieux, fields: [unChamp('a'), unChamp('a')] }, 'sections.0.fields.2.fields.1.path'],
    ['a place in a path', unChamp('contact.0.nom'), 'sections.0.fields.2.path'],
    ['codes without options inside', { ...lieux, fields: [unChamp('a', { kind: 'code' })] }, 'sections.0.fields.2.fields.0.options'],
    ['lists in lists without end', [1, 2, 3, 4, 5, 6].reduce<Field>((inner, n) => unChamp(`l${n}`, { kind: 'liste', fields: [inner] }), unChamp('a')), 'sections.0.fields.2.fields.0.fields.0.fields.0.fields.0.fields.0.fields.0'],
  ];
  for (const [titre, field, at] of faux) test(`refuses ${titre}`, () => assert.ok(avec(field).errors?.some((error) => error.at.startsWith(at)), JSON.stringify(avec(field).errors)));
  test('refuses an element that is shown twice', () => {
    const deux = JSON.parse(JSON.stringify(schema([[unChamp('nom'), unChamp('contact:responsable.nom'), { ...contacts, element: { singular: 'c' } }]], { slices: MODELE.slices ?? {} }))) as unknown;
    assert.ok(parseFormSchema(deux).errors?.some(({ at }) => at === 'sections.0.fields.2.element.except'));
  });
  test('loads the value sets of its sub-fields, and of what its kinds hold', () => {
    assert.deepEqual(new Set(neededValueSets(MODELE)), new Set(['J20', 'J187', 'J188', 'J189', 'J190', 'J191', 'J192', 'J193', 'J194', 'J195']));
    assert.deepEqual(neededValueSets(schema([[unChamp('z', { kind: 'territoires' }), unChamp('h', { kind: 'horaires' })]])), ['J223', 'COG_departements', 'COG_regions', 'J41']);
  });
  for (const [titre, contenu, attendu] of [
    ['an empty list', {}, []],
    ['an element without the inner list', { contact: [{ nom: 'A' }] }, []],
    ['an element of another field', { contact: [{ fonctionContact: '22', telecommunication: [{ canal: '1' }] }] }, []],
    ['an element with an inner one', { contact: [{ nom: 'A', telecommunication: [{}] }] }, ['J20']],
    ['two elements', { contact: [{ telecommunication: [{}] }], lieu: [{}] }, ['J20', 'J187', 'J188', 'J189', 'J190', 'J191', 'J192', 'J193', 'J194', 'J195']],
  ] as const) test(`shows ${titre} with ${attendu.length} value sets`, () => assert.deepEqual(new Set(shownValueSets(MODELE, [], contenu)), new Set(attendu)));
  test('loads a long list with its field, what decides and short lists before', () => {
    const long = unChamp('l', { kind: 'codes', options: { valueSet: 'J17' }, visible: { usualOf: 't', valueSet: 'J16' } });
    const forme = schema([[unChamp('t', { kind: 'code', options: { valueSet: 'J238' } }), long]]);
    assert.deepEqual(shownValueSets(forme, [], {}), ['J238', 'J16']);
    assert.deepEqual(new Set(shownValueSets(forme, forme.sections[0]?.fields ?? [], {})), new Set(['J238', 'J17', 'J16']));
  });
});
