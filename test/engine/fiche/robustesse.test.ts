import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import { proposals } from '../../../src/engine/fiche/autofill.ts';
import { parseFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import { Issue } from '../../../src/engine/fiche/issue.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { proposeName } from '../../../src/engine/fiche/naming.ts';
import { options, withStored } from '../../../src/engine/fiche/options.ts';
import { writePath } from '../../../src/engine/fiche/paths.ts';
import { findField, placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { applyProposals, openSession, shownIssues, typeText } from '../../../src/engine/fiche/session.ts';
import { z } from '../../../src/domain/zod.ts';
import { EHPAD, gele, UO, uniteComplete } from './vocabulaire.ts';

/** Fiches that another program, an old edition or an attack could have written. */
const anyContent: fc.Arbitrary<Contenu> = fc.oneof(
  fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('nomOffre', 'typeOffre', 'contact', 'patientele', 'activiteOperationnelle', 'metadonnee', '__proto__', 'constructor')), fc.jsonValue()),
  fc.record({
    nomOffre: fc.oneof(fc.string(), fc.jsonValue()), typeOffre: fc.oneof(fc.constantFrom('21', '48', '157', 'ZZ'), fc.jsonValue()),
    contact: fc.oneof(fc.array(fc.jsonValue()), fc.constant([{ fonctionContact: '22', telecommunication: [null, { canal: '3' }] }])),
    patientele: fc.oneof(fc.jsonValue(), fc.record({ ageMin: fc.jsonValue(), ageMax: fc.record({ valeur: fc.double() }) })),
    modePriseEnCharge: fc.jsonValue(), activiteOperationnelle: fc.array(fc.oneof(fc.string(), fc.jsonValue())),
  }, { requiredKeys: [] }),
).map((contenu) => JSON.parse(JSON.stringify(contenu)) as Contenu);
const anySaisie: fc.Arbitrary<Saisie> = fc.record({
  contenu: anyContent,
  illisibles: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('patientele.ageMin.valeur', 'nomOffre', 'toString')), fc.string()),
});

describe('any fiche', () => {
  test('is shown and judged without failing, and without being changed', () => fc.assert(fc.property(anySaisie, (given) => {
    const copy = JSON.stringify(given);
    gele(given);
    const view = interpret(UO, given, EHPAD);
    const found = issues(UO, given, EHPAD);
    assert.deepEqual(view.sections.flatMap(({ fields }) => fields.flatMap((field) => field.issues)), found.filter(({ path }) => !findField(UO, path)?.owner));
    for (const issue of found) assert.deepEqual(z.parse(Issue, issue), issue);
    for (const { fields } of view.sections) for (const { text } of fields) assert.equal(typeof text, 'string');
    proposeName(given.contenu, EHPAD);
    proposals(UO, given, EHPAD);
    assert.equal(JSON.stringify(given), copy);
  }), { numRuns: 1_000 }));

  test('can be edited in every field', () => fc.assert(fc.property(anySaisie, fc.constantFrom(...[...placedFields(UO)].map(({ field }) => field)), fc.string(), (given, field, text) => {
    const session = gele(applyProposals(typeText(gele(openSession(given)), UO, field.path, text), UO, EHPAD));
    for (const { fields } of interpret(UO, session.saisie, EHPAD).sections) for (const view of fields) shownIssues(session, UO, view);
    withStored(options(field, session.saisie.contenu, EHPAD), field, given.contenu['typeOffre'], session.saisie.contenu, EHPAD);
  }), { numRuns: 500 }));

  for (const level of ['EG', 'P', 'S', 'UF'] as const) {
    test(`is judged at the level ${level} too`, () => fc.assert(fc.property(anySaisie, (given) => {
      assert.ok(Array.isArray(issues(formSchema(level), gele(given), EHPAD)));
    }), { numRuns: 200 }));
  }
});

describe('any schema', () => {
  test('is read or refused, never fails', () => fc.assert(fc.property(fc.jsonValue(), (json) => {
    assert.ok((parseFormSchema(json).errors ?? []).length > 0);
  }), { numRuns: 1_000 }));

  test('a schema with one part replaced is either refused or still works', () => {
    const paths = ['id', 'version', 'level', 'title', 'names', 'slices', 'sections', 'slices.mail', 'slices.mail.where', 'slices.mail.inherit', 'appliesTo'];
    const parts = fc.oneof(
      fc.tuple(fc.constantFrom(...paths), fc.jsonValue()),
      fc.tuple(fc.constantFrom('path', 'kind', 'label', 'help', 'required', 'visible', 'options', 'constraints', 'constants', 'initial', 'proposal', 'editableBy'), fc.jsonValue()),
    );
    fc.assert(fc.property(parts, fc.nat(6), ([path, part], at) => {
      const json = JSON.parse(JSON.stringify(UO)) as { sections: { fields: Record<string, unknown>[] }[] };
      const field = json.sections[at]?.fields[0];
      const changed = paths.includes(path) ? writePath(json as unknown as Contenu, path, part) : json;
      if (!paths.includes(path) && field) field[path] = part;
      const { schema, errors } = parseFormSchema(changed);
      if (errors) return assert.ok(errors.length > 0);
      assert.ok(interpret(schema, { contenu: uniteComplete, illisibles: {} }, EHPAD).sections.length > 0);
    }), { numRuns: 500 });
  });
});
