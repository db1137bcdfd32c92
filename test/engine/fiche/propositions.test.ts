import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { proposals } from '../../../src/engine/fiche/autofill.ts';
import type { FicheContext } from '../../../src/engine/fiche/types.ts';
import { avecRetires, contexte, dans, EHPAD, saisie, sansNomenclature, schema, unChamp, UO, uniteComplete } from './vocabulaire.ts';

const pour = (contenu: Contenu, context: FicheContext = contexte) => Object.fromEntries(proposals(UO, saisie(contenu), context).map(({ path, value }) => [path, value]));

describe('FIC-52 what follows from the type', () => {
  const table: readonly (readonly [string, Contenu, Contenu])[] = [
    ['nothing without type', {}, {}],
    ['an EHPAD knows several modes: none is taken', { typeOffre: '21' }, { grandGroupeDisciplines: 'MSS', champActivite: '04' }],
    ['a SSIAD knows one mode', { typeOffre: '28' }, { grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '49' }],
    ['an ESAT knows one mode and one temporalité', { typeOffre: '43' }, { grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '47', temporaliteAccueil: '02' }],
    ['several disciplines: the main one', { typeOffre: '03' }, { grandGroupeDisciplines: 'PSY', champActivite: '03', modePriseEnCharge: undefined }],
    ['a ward of hospital', { typeOffre: '157' }, { grandGroupeDisciplines: 'MCO', champActivite: '01' }],
    ['a type of which nothing is known', { typeOffre: 'ZZ' }, {}],
    ['only where nothing is', { typeOffre: '28', champActivite: '01', modePriseEnCharge: '' }, { grandGroupeDisciplines: 'MSS', modePriseEnCharge: '49' }],
    ['nothing in a complete unit', uniteComplete, {}],
  ];
  for (const [titre, contenu, expected] of table) {
    test(titre, () => assert.deepEqual(pour(contenu), Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined))));
  }

  test('not over a text that can’t be read', () => {
    const [first] = proposals(schema([[unChamp('t', { kind: 'code', options: { valueSet: 'J238' } }), unChamp('mode', { kind: 'code', options: { valueSet: 'J19', usualOf: 't' }, proposal: 'usual' })]]), saisie({ t: '28' }, { mode: '?' }), contexte);
    assert.equal(first, undefined);
  });

  test('not a code that is no longer in use', () => {
    assert.equal(pour({ typeOffre: '28' }, avecRetires)['modePriseEnCharge'], undefined);
  });

  test('not from a value set that is not loaded', () => assert.deepEqual(pour({ typeOffre: '28' }, sansNomenclature), { grandGroupeDisciplines: 'MSS' }));

  test('not in a field that the person can’t change', () => {
    const ferme = schema([[unChamp('t', { kind: 'code', options: { valueSet: 'J238' } }), unChamp('mode', { kind: 'code', options: { valueSet: 'J19', usualOf: 't' }, proposal: 'usual', editableBy: ['support'] })]]);
    assert.deepEqual(proposals(ferme, saisie({ t: '28' }), contexte), []);
    assert.deepEqual(proposals(ferme, saisie({ t: '28' }), dans({ role: 'support' })), [{ path: 'mode', value: '49' }]);
  });

  test('not in a hidden field', () => {
    const cache = schema([[unChamp('t', { kind: 'code', options: { valueSet: 'J238' } }), unChamp('mode', { kind: 'code', visible: { path: 'nom', filled: true }, options: { valueSet: 'J19', usualOf: 't' }, proposal: 'usual' })]]);
    assert.deepEqual(proposals(cache, saisie({ t: '28' }), contexte), []);
    assert.deepEqual(proposals(cache, saisie({ t: '28', nom: 'x' }), contexte), [{ path: 'mode', value: '49' }]);
  });
});

describe('FIC-53 what was proposed before', () => {
  const contenu = { typeOffre: '157', grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '49' };

  test('is proposed anew', () => {
    assert.deepEqual(proposals(UO, saisie(contenu), EHPAD, new Set(['champActivite', 'modePriseEnCharge'])), [{ path: 'champActivite', value: '01' }]);
  });

  test('is not proposed again when it is right', () => {
    assert.deepEqual(proposals(UO, saisie({ ...contenu, champActivite: '01' }), EHPAD, new Set(['champActivite'])), []);
  });

  test('is left when it was not proposed', () => assert.deepEqual(proposals(UO, saisie(contenu), EHPAD), []));
});
