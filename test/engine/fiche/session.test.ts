import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fieldView } from '../../../src/engine/fiche/interpret.ts';
import { readPath } from '../../../src/engine/fiche/paths.ts';
import { adoptSaved, applyProposals, attempt, isModified, leaveField, openSession, setValue, shownIssues, shownText, typeText, type Session } from '../../../src/engine/fiche/session.ts';
import { champ, EHPAD, gele, resume, saisie, schema, unChamp, UO, uniteComplete } from './vocabulaire.ts';

const AGE = 'patientele.ageMin.valeur';
const TEL = 'contact:accueil.telecommunication:telephone.adresseTelecom';
const MAIL = 'contact:responsable.telecommunication:mail.adresseTelecom';
const ouverte = (contenu = {}, illisibles = {}) => gele(openSession(saisie(contenu, illisibles)));
const tape = (session: Session, path: string, text: string) => gele(typeText(session, UO, path, text));
const quitte = (session: Session, path: string) => gele(leaveField(session, path));
const vue = (session: Session, path: string) => fieldView(UO, champ(path), session.saisie, EHPAD);
const texte = (session: Session, path: string) => shownText(session, vue(session, path));
const constats = (session: Session, path: string) => resume(shownIssues(session, UO, vue(session, path)));
const valeur = (session: Session, path: string) => readPath(session.saisie.contenu, path, UO.slices);

describe('typing', () => {
  test('FIC-10 a readable text becomes a value', () => {
    const session = tape(ouverte(), 'nomOffre', 'Unité IME');
    assert.equal(valeur(session, 'nomOffre'), 'Unité IME');
    assert.deepEqual(session.saisie.illisibles, {});
  });

  test('FIC-23 an unreadable text is kept aside, exactly, in the place of the value', () => {
    const session = tape(ouverte(uniteComplete), AGE, ' soixante  ans ');
    assert.equal(valeur(session, AGE), undefined);
    assert.deepEqual(session.saisie.illisibles, { [AGE]: ' soixante  ans ' });
    assert.equal(texte(session, AGE), ' soixante  ans ');
    assert.equal(texte(quitte(session, AGE), AGE), ' soixante  ans ');
  });

  test('FIC-23 the text aside goes once a readable one is typed', () => {
    const session = tape(tape(ouverte(), AGE, 'soixante'), AGE, '60');
    assert.equal(valeur(session, AGE), 60);
    assert.deepEqual(session.saisie.illisibles, {});
  });

  test('FIC-23 emptying the field empties it', () => {
    const session = tape(tape(ouverte(), AGE, 'soixante'), AGE, '');
    assert.deepEqual(session.saisie, { contenu: {}, illisibles: {} });
  });

  const frappes: readonly (readonly [string, string, readonly string[], string])[] = [
    ['a number with a comma', AGE, ['1', '12', '12,', '12,5'], '12,5'],
    ['a number with spaces', AGE, ['1', '1 ', '1 0', '1 00', '1 000'], '1000'],
    ['a telephone number', TEL, ['0', '01', '01.', '01.2', '01.23456789'], '01 23 45 67 89'],
    ['a name with spaces', 'nomOffre', ['Unité', 'Unité ', 'Unité  ', 'Unité  IME '], 'Unité  IME '],
  ];
  for (const [titre, path, texts, after] of frappes) {
    test(`FIC-24 ${titre} is shown as typed at each key, in its usual writing once left`, () => {
      let session = ouverte();
      for (const text of texts) {
        session = tape(session, path, text);
        assert.equal(texte(session, path), text);
      }
      assert.equal(texte(quitte(session, path), path), after);
    });
  }

  test('a path without field changes nothing', () => {
    const session = ouverte();
    assert.equal(typeText(session, UO, 'inconnu', 'x'), session);
    assert.equal(setValue(session, UO, 'inconnu', 'x'), session);
  });

  test('choosing a value takes the place of what was typed', () => {
    const session = setValue(tape(ouverte(), AGE, 'soixante'), UO, AGE, 60);
    assert.equal(valeur(session, AGE), 60);
    assert.deepEqual(session.saisie.illisibles, {});
    assert.equal(texte(session, AGE), '60');
  });

  test('FIC-11 choosing nothing removes the value and what it carried', () => {
    const session = setValue(setValue(ouverte(), UO, MAIL, 'a@b.fr'), UO, MAIL, undefined);
    assert.deepEqual(session.saisie.contenu, {});
  });
});

describe('modified', () => {
  const table: readonly (readonly [string, (session: Session) => Session, boolean])[] = [
    ['nothing done', (session) => session, false],
    ['a field left untouched', (session) => leaveField(session, 'nomOffre'), false],
    ['an attempt to finalise', attempt, false],
    ['a name typed', (session) => tape(session, 'nomOffre', 'X'), true],
    ['a name typed and taken back', (session) => tape(tape(session, 'nomOffre', 'X'), 'nomOffre', uniteComplete['nomOffre'] as string), false],
    ['an unreadable text', (session) => tape(session, AGE, 'soixante'), true],
    ['a value removed', (session) => setValue(session, UO, 'typeOffre', undefined), true],
    ['the same value chosen again', (session) => setValue(session, UO, 'typeOffre', '21'), false],
  ];
  for (const [titre, act, modified] of table) test(`${titre}: ${modified ? 'yes' : 'no'}`, () => assert.equal(isModified(act(ouverte(uniteComplete))), modified));

  test('FIC-54 not after a save', () => {
    const session = tape(ouverte(uniteComplete), 'nomOffre', 'X');
    assert.equal(isModified(adoptSaved(session, session.saisie)), false);
  });

  test('FIC-54 what was typed during the save stays to be saved', () => {
    const sent = tape(ouverte(uniteComplete), 'nomOffre', 'X');
    const after = adoptSaved(tape(sent, AGE, 'soixante'), sent.saisie);
    assert.equal(isModified(after), true);
    assert.deepEqual(after.saisie.illisibles, { [AGE]: 'soixante' });
    assert.equal(valeur(after, 'nomOffre'), 'X');
  });
});

describe('FIC-42 the issues shown', () => {
  test('none beside an empty field of a new fiche', () => assert.deepEqual(constats(ouverte(), 'nomOffre'), []));
  test('none when the person only went through', () => assert.deepEqual(constats(quitte(ouverte(), 'nomOffre'), 'nomOffre'), []));

  test('none while the person types, then once they left', () => {
    const typing = tape(ouverte(), MAIL, 'claire@');
    assert.deepEqual(constats(typing, MAIL), []);
    assert.deepEqual(constats(quitte(typing, MAIL), MAIL), [`forme ${MAIL}`]);
  });

  test('an unreadable text once left', () => {
    const typing = tape(ouverte(), AGE, 'douze');
    assert.deepEqual(constats(typing, AGE), []);
    assert.deepEqual(constats(quitte(typing, AGE), AGE), [`illisible ${AGE}`]);
  });

  test('the issue goes as soon as it is mended', () => {
    assert.deepEqual(constats(tape(quitte(tape(ouverte(), AGE, 'douze'), AGE), AGE, '12'), AGE), []);
  });

  test('at once beside a field that was filled from the start', () => {
    assert.deepEqual(constats(ouverte({ nomOffre: 'COPIE DE Unité IME' }), 'nomOffre'), ['copie-de nomOffre']);
    assert.deepEqual(constats(ouverte({}, { [AGE]: 'douze' }), AGE), [`illisible ${AGE}`]);
    assert.deepEqual(constats(tape(ouverte(uniteComplete), 'nomOffre', ''), 'nomOffre'), ['manquant nomOffre']);
  });

  test('everywhere once the person asked to finalise', () => {
    const asked = gele(attempt(ouverte()));
    assert.deepEqual(constats(asked, 'nomOffre'), ['manquant nomOffre']);
    assert.equal(attempt(asked), asked);
  });

  test('leaving twice is leaving once', () => {
    const session = quitte(ouverte(), 'nomOffre');
    assert.equal(leaveField(session, 'nomOffre'), session);
  });
});

describe('proposals in a session', () => {
  const choisit = (session: Session, type: string) => gele(applyProposals(setValue(session, UO, 'typeOffre', type), UO, EHPAD));

  test('FIC-52 choosing the type fills what follows from it', () => {
    const session = choisit(ouverte(), '21');
    assert.deepEqual(session.saisie.contenu, { typeOffre: '21', grandGroupeDisciplines: 'MSS', champActivite: '04' });
  });

  test('FIC-53 what was proposed follows another choice of type', () => {
    assert.deepEqual(choisit(choisit(ouverte(), '21'), '157').saisie.contenu, { typeOffre: '157', grandGroupeDisciplines: 'MCO', champActivite: '01' });
  });

  test('FIC-53 what the person chose stays', () => {
    const session = choisit(setValue(choisit(ouverte(), '21'), UO, 'champActivite', '05'), '157');
    assert.equal(valeur(session, 'champActivite'), '05');
    assert.equal(valeur(session, 'grandGroupeDisciplines'), 'MCO');
  });

  test('FIC-53 choosing the proposed value makes it the person’s own', () => {
    assert.equal(valeur(choisit(setValue(choisit(ouverte(), '21'), UO, 'champActivite', '04'), '157'), 'champActivite'), '04');
  });

  test('FIC-53 nothing is cleared when nothing is proposed any more', () => {
    const ssiad = choisit(ouverte(), '28');
    assert.equal(valeur(ssiad, 'modePriseEnCharge'), '49');
    assert.equal(valeur(choisit(ssiad, '21'), 'modePriseEnCharge'), '49');
    assert.equal(valeur(choisit(ssiad, ''), 'modePriseEnCharge'), '49');
  });

  test('FIC-52 a fiche that was already filled is left as it is', () => {
    const session = ouverte(uniteComplete);
    assert.equal(applyProposals(session, UO, EHPAD), session);
  });
});

describe('properties', () => {
  const petit = schema([[unChamp('nom'), unChamp('age', { kind: 'nombre' }), unChamp('jour', { kind: 'date' }), unChamp('mode', { kind: 'codes', options: { valueSet: 'J19' } }), unChamp('oui', { kind: 'booleen' })]]);
  const paths = ['nom', 'age', 'jour', 'mode', 'oui'];
  const act = fc.oneof(
    fc.record({ do: fc.constant('type' as const), path: fc.constantFrom(...paths), text: fc.string() }),
    fc.record({ do: fc.constant('leave' as const), path: fc.constantFrom(...paths), text: fc.constant('') }),
    fc.record({ do: fc.constant('save' as const), path: fc.constant(''), text: fc.constant('') }),
  );
  const carry = (session: Session, { do: what, path, text }: { do: 'type' | 'leave' | 'save'; path: string; text: string }): Session =>
    gele(what === 'type' ? typeText(session, petit, path, text) : what === 'leave' ? leaveField(session, path) : adoptSaved(session, session.saisie));

  test('FIC-24 the last text typed in a field is the one shown until it is left', () => fc.assert(fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(...paths), fc.string(), (acts, path, text) => {
    const session = carry(acts.reduce(carry, ouverte()), { do: 'type', path, text });
    const view = fieldView(petit, champ(path, petit), session.saisie, EHPAD);
    assert.equal(shownText(session, view), text);
  })));

  test('FIC-23 a text is a value or is kept aside: it is never nowhere', () => fc.assert(fc.property(fc.constantFrom(...paths), fc.string(), (path, text) => {
    const { contenu, illisibles } = typeText(ouverte(), petit, path, text).saisie;
    // A text without anything to read (spaces, separators) says nothing in a number, a day or a list.
    assert.ok(readPath(contenu, path) !== undefined || illisibles[path] === text || (path === 'nom' ? text === '' : !/[^\s;]/.test(text)));
  })));

  test('FIC-23 a saved session opens again as it was', () => fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
    const session = acts.reduce(carry, ouverte());
    const again = openSession(JSON.parse(JSON.stringify(session.saisie)) as Session['saisie']);
    for (const path of paths) {
      const view = (one: Session) => fieldView(petit, champ(path, petit), one.saisie, EHPAD);
      assert.equal(view(again).text, view(session).text);
    }
  })));
});
