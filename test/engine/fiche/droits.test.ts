import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { Role } from '../../../src/domain/acteur.ts';
import { TypeFiche } from '../../../src/domain/noeud.ts';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import { writeField } from '../../../src/engine/fiche/paths.ts';
import { placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { Field, Requirement } from '../../../src/engine/fiche/types.ts';
import { isReadonly, isRequired } from '../../../src/engine/fiche/visibility.ts';
import { contexte, dans, EHPAD, gele, IME, resume, saisie, schema, unChamp } from './vocabulaire.ts';

describe('who may change a field', () => {
  const table: readonly (readonly [string, Partial<Field>, Role, boolean])[] = [
    ['FIC-50 anybody who edits the fiche', {}, 'referent', false],
    ['FIC-50 even the support', {}, 'support', false],
    ['FIC-50 the roles named', { editableBy: ['direction', 'support'] }, 'direction', false],
    ['FIC-50 and no other role', { editableBy: ['direction', 'support'] }, 'referent', true],
    ['FIC-50 nobody', { editableBy: [] }, 'support', true],
    ['FIC-50 saying where it is changed does not forbid it', { editedElsewhere: 'dossier' }, 'referent', false],
  ];
  for (const [titre, field, role, readonly] of table) test(titre, () => assert.equal(isReadonly(unChamp('x', field), dans({ role })), readonly));

  for (const role of ['referent', 'direction'] as const) {
    test(`FIC-50 a ${role}, who fill a dossier, read what comes from the répertoire`, () => {
      const lus = [...placedFields(formSchema('EG'))].map(({ field }) => field).filter((field) => isReadonly(field, { role })).map(({ path }) => path.split('.')[0]);
      assert.deepEqual([...new Set(lus)], [
        'denominationEG', 'complementDenominationEG', 'numFINESS', 'numSIRET', 'numEG_RPPS_ADELI_Rang', 'categorieEG', 'lieuEG', 'dateOuverture', 'typeFermeture', 'dateFermeture',
      ]);
    });
  }

  for (const role of Role.options) {
    for (const level of TypeFiche.options) {
      test(`FIC-51 ${role} can mend all that blocks a fiche ${level}`, () => {
        const context = dans({ role, categorieEG: '500' });
        const mauvaise: Contenu = [...placedFields(formSchema(level))].reduce<Contenu>((made, { field }) =>
          writeField(made, field, field.kind === 'codes' ? ['ZZ'] : field.kind === 'nombre' ? -1 : '?', formSchema(level).slices), { typeOffre: '21' });
        for (const contenu of [{}, { typeOffre: '21' }, { ...mauvaise, typeOffre: '21' }]) {
          const blocked = new Set(manques(level, saisie(contenu), context).map(({ path }) => path));
          const views = interpret(formSchema(level), saisie(contenu), context).sections.flatMap(({ fields }) => fields);
          assert.deepEqual(views.filter(({ field, readonly }) => readonly && blocked.has(field.path)), []);
          assert.deepEqual([...blocked].filter((path) => !views.some(({ field }) => field.path === path)), []);
        }
      });
    }
  }
});

describe('what is starred', () => {
  const table: readonly (readonly [string, Requirement | undefined, Contenu, 'pending' | 'final', boolean])[] = [
    ['nothing is asked', undefined, {}, 'final', false],
    ['at the end', { final: true }, {}, 'final', true],
    ['at the end, not before', { final: true }, {}, 'pending', false],
    ['from the first save', { pending: true }, {}, 'pending', true],
    ['when an answer asks it', { final: { path: 'a', in: ['1'] } }, { a: '1' }, 'final', true],
    ['not for another answer', { final: { path: 'a', in: ['1'] } }, { a: '2' }, 'final', false],
    ['said not to be', { final: false, pending: false }, {}, 'final', false],
  ];
  for (const [titre, required, contenu, level, expected] of table) {
    test(`FIC-40 ${titre}: ${expected ? 'starred' : 'not starred'}`, () => {
      const field = unChamp('x', required ? { required } : {});
      assert.equal(isRequired(schema([[field, unChamp('a')]]), field, gele(contenu), contexte, level), expected);
    });
  }

  test('FIC-20 a requirement may follow the establishment', () => {
    const specialisation = unChamp('specialisationPriseEnCharge', { kind: 'codes', options: { valueSet: 'J35' }, required: { final: { handicap: true } } });
    const agrement = schema([[specialisation]]);
    assert.deepEqual(resume(manques('UO', saisie(), IME, agrement)), ['manquant specialisationPriseEnCharge']);
    assert.deepEqual(manques('UO', saisie(), EHPAD, agrement), []);
  });
});
