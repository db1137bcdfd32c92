import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormSchema, readFormSchema } from '../../../src/engine/fiche/form-schema.ts';
import { isPlainSchema } from '../../../src/engine/fiche/plain-schema.ts';
import { readPlainSchema } from '../../../src/engine/fiche/read-plain-schema.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { z } from '../../../src/domain/zod.ts';

const plain = {
  id: 'hote', version: '1', level: 'UO', title: 'Hôte', names: ['nom'],
  sections: [
    { id: 'une', title: 'Une', help: 'Aide', fields: [
      { path: 'nom', kind: 'texte', label: 'Nom', required: { pending: true, final: { path: 'age', filled: true } }, constraints: { maxLength: 10 } },
      { path: 'age', kind: 'nombre', label: 'Âge', unit: 'ans', constraints: { min: 0, max: 120 } },
      { path: 'mode', kind: 'code', label: 'Mode', help: 'Lequel', options: { valueSet: 'J19', codes: ['46'] } },
    ] },
    { id: 'deux', title: 'Deux', visible: { path: 'mode', in: ['46'] }, fields: [{ path: 'contact.nom', kind: 'textes', label: 'Noms', visible: { path: 'nom', filled: false }, constraints: { maxItems: 3 } }] },
  ],
};

/** The schema with the value at one of its places replaced, taken away, or joined by another. */
function mutated(place: number, how: 'remplace' | 'retire' | 'ajoute', value: unknown): unknown {
  const copy = structuredClone(plain) as object;
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk(inner);
    }
  };
  walk(copy);
  const [node, key] = places[place % places.length]!;
  if (Array.isArray(node)) node.splice(Number(key), how === 'ajoute' ? 0 : 1, ...(how === 'retire' ? [] : [value]));
  else if (how === 'retire') delete node[key];
  else node[how === 'ajoute' ? 'autre' : key] = value;
  return copy;
}

const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>('', 'x'.repeat(600), 'a b', '../x', 'liste', 'GGD', -1, 1.5, 0, null, [], {}, [''], { path: 'nom' }, { path: 'nom', in: [''] }));

test('FIC-132 a simple schema of a page is recognised without its schema of schemas, in a copy of its own', () => {
  const read = readPlainSchema(plain);
  assert.deepEqual(read, plain);
  assert.notEqual(read, plain);
  assert.deepEqual(readFormSchema(plain).schema, plain);
});

test('FIC-132 what is recognised at once is never what the schema of schemas refuses', () => {
  fc.assert(fc.property(fc.nat(), fc.constantFrom('remplace', 'retire', 'ajoute'), values, (place, how, value) => {
    const given = mutated(place, how, value);
    if (isPlainSchema(given)) assert.ok(z.safeParse(FormSchema, given).success, JSON.stringify(given));
    if (readPlainSchema(given)) assert.deepEqual(readFormSchema(given).schema, given);
  }), { numRuns: 5_000 });
});

test('FIC-132 what is not simple is left to the schema of schemas, and so is anything at all', () => {
  assert.equal(readPlainSchema(formSchema('UO')), undefined);
  fc.assert(fc.property(fc.jsonValue(), (value) => !isPlainSchema(value)), { numRuns: 500 });
  assert.equal(readPlainSchema({ ...plain, sections: [...plain.sections, plain.sections[0]] }), undefined, 'a field twice');
});
