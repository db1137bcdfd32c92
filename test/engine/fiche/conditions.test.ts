import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionPaths, holds } from '../../../src/engine/fiche/conditions.ts';
import type { Condition, FicheContext } from '../../../src/engine/fiche/types.ts';
import { contexte, dans, EHPAD, gele, IME, sansNomenclature } from './vocabulaire.ts';

const contenu = gele({
  typeOffre: '21', codes: ['a', 'b'], vide: '', blanc: ' ', liste: [], faux: false, zero: 0, objet: { dedans: 'x' },
  contact: [{ fonctionContact: '22', nom: 'D' }],
});
const slices = gele({ responsable: { where: { fonctionContact: '22' } } });

const table: readonly (readonly [string, Condition, boolean, FicheContext?])[] = [
  ['in: the value', { path: 'typeOffre', in: ['20', '21'] }, true],
  ['in: another value', { path: 'typeOffre', in: ['22'] }, false],
  ['in: one of several values', { path: 'codes', in: ['b', 'z'] }, true],
  ['in: none of several values', { path: 'codes', in: ['z'] }, false],
  ['in: nothing filled', { path: 'absent', in: [''] }, false],
  ['in: no value is wanted', { path: 'typeOffre', in: [] }, false],
  ['filled: a text', { path: 'typeOffre', filled: true }, true],
  ['filled: absent', { path: 'absent', filled: true }, false],
  ['filled: an empty text', { path: 'vide', filled: true }, false],
  ['filled: a blank text', { path: 'blanc', filled: true }, false],
  ['filled: an empty list', { path: 'liste', filled: true }, false],
  ['filled: false and zero are answers', { all: [{ path: 'faux', filled: true }, { path: 'zero', filled: true }] }, true],
  ['filled: inside an object', { path: 'objet.dedans', filled: true }, true],
  ['filled: inside a slice', { path: 'contact:responsable.nom', filled: true }, true],
  ['not filled: absent', { path: 'absent', filled: false }, true],
  ['not filled: a text', { path: 'typeOffre', filled: false }, false],
  ['usualOf: the type knows temporalités', { usualOf: 'typeOffre', valueSet: 'J30' }, true],
  ['usualOf: no type', { usualOf: 'absent', valueSet: 'J30' }, false],
  ['usualOf: not a type', { usualOf: 'codes', valueSet: 'J30' }, false],
  ['usualOf: the value set is not linked to types', { usualOf: 'typeOffre', valueSet: 'J55' }, false],
  ['usualOf: the value set is not loaded', { usualOf: 'typeOffre', valueSet: 'J17' }, false, sansNomenclature],
  ['categorieEG: this one', { categorieEG: ['500', '207'] }, true, EHPAD],
  ['categorieEG: another', { categorieEG: ['183'] }, false, EHPAD],
  ['categorieEG: not known', { categorieEG: ['183'] }, false],
  ['handicap: an IME', { handicap: true }, true, IME],
  ['handicap: an EHPAD', { handicap: true }, false, EHPAD],
  ['handicap: not, for an EHPAD', { handicap: false }, true, EHPAD],
  ['handicap: not known is not', { handicap: true }, false],
  ['handicap: a category of which nothing is known', { handicap: true }, false, dans({ categorieEG: 'ZZZ' })],
  ['all: every one', { all: [{ path: 'typeOffre', filled: true }, { path: 'absent', filled: false }] }, true],
  ['all: all but one', { all: [{ path: 'typeOffre', filled: true }, { path: 'absent', filled: true }] }, false],
  ['all: none asked', { all: [] }, true],
  ['any: one of them', { any: [{ path: 'absent', filled: true }, { path: 'typeOffre', filled: true }] }, true],
  ['any: none of them', { any: [{ path: 'absent', filled: true }] }, false],
  ['any: none asked', { any: [] }, false],
  ['not', { not: { path: 'typeOffre', in: ['21'] } }, false],
  ['not, twice', { not: { not: { path: 'typeOffre', in: ['21'] } } }, true],
];

describe('FIC-20 a condition holds', () => {
  for (const [titre, condition, expected, context = contexte] of table) {
    test(`${titre}: ${expected ? 'yes' : 'no'}`, () => assert.equal(holds(gele(condition), contenu, context, slices), expected));
  }
});

test('FIC-21 the paths that a condition reads are known without evaluating it', () => {
  assert.deepEqual(conditionPaths({ all: [{ path: 'a', in: ['1'] }, { any: [{ path: 'b', filled: true }, { not: { path: 'c', filled: false } }] }, { usualOf: 'd', valueSet: 'J30' }, { handicap: true }, { categorieEG: [] }] }),
    ['a', 'b', 'c', 'd']);
});
