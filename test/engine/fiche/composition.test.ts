import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose } from '../../../src/engine/fiche/compose.ts';
import { gele } from './vocabulaire.ts';

const parties = gele({
  mail: { path: 'mail', kind: 'texte', label: 'Mail' },
  joindre: [{ use: 'mail' }, { path: 'tel', kind: 'texte', label: 'Tél', visible: { path: './mail', filled: true }, constants: { canal: '2' } }],
  lieu: [
    { path: 'x.lat', kind: 'nombre', label: 'Lat', required: { final: { any: [{ path: './x.lon', filled: true }, { path: 'nom', filled: true }] } }, constants: { 'x.sys': 'WGS84' } },
    { path: 'liste', kind: 'liste', label: 'L', fields: { use: 'joindre' }, element: { singular: 'l', initial: { a: './b' } } },
  ],
  slices: { a: { where: { x: '1' } } },
});

describe('a schema made of parts', () => {
  const table: readonly (readonly [titre: string, source: unknown, expected: unknown])[] = [
    ['without parts is itself', { id: 'x', fields: [{ path: 'a' }, 3, null] }, { id: 'x', fields: [{ path: 'a' }, 3, null] }],
    ['an object takes keys over those of the part', { use: 'mail', label: 'Autre', help: 'Aide' }, { path: 'mail', kind: 'texte', label: 'Autre', help: 'Aide' }],
    ['slices are joined', { use: 'slices', b: { where: {} } }, { a: { where: { x: '1' } }, b: { where: {} } }],
    ['a list of parts takes its place among its neighbours', [{ path: 'a' }, { use: 'joindre' }, { path: 'z' }],
      [{ path: 'a' }, parties.mail, parties.joindre[1], { path: 'z' }]],
    ['parts hold parts', { fields: { use: 'joindre' } }, { fields: [parties.mail, parties.joindre[1]] }],
  ];
  for (const [titre, source, expected] of table) test(titre, () => assert.deepEqual(compose(gele(source), parties), expected));

  for (const prefix of ['', 'lieuEG.', 'lieux:principal.']) {
    test(`fields placed at « ${prefix} » name their neighbours there, and leave the inside of lists relative`, () => {
      assert.deepEqual(compose([{ use: 'lieu', prefix }], parties), [
        { path: `${prefix}x.lat`, kind: 'nombre', label: 'Lat', required: { final: { any: [{ path: `${prefix}x.lon`, filled: true }, { path: 'nom', filled: true }] } }, constants: { [`${prefix}x.sys`]: 'WGS84' } },
        { path: `${prefix}liste`, kind: 'liste', label: 'L', fields: [parties.mail, parties.joindre[1]], element: { singular: 'l', initial: { a: './b' } } },
      ]);
    });
  }

  test('a part that does not exist is a mistake of the file', () => assert.throws(() => compose({ use: 'toString' }, parties), /toString/));
});
