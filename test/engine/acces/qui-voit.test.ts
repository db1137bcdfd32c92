import assert from 'node:assert/strict';
import { test } from 'node:test';
import { existsFor, visibleTo } from '../../../src/engine/acces/profils.ts';
import { whoSees, type Audience } from '../../../src/engine/acces/who-sees.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { placedFields } from '../../../src/engine/fiche/schema-index.ts';
import type { Field } from '../../../src/engine/fiche/types.ts';

const champ = (path: string, autres: Partial<Field> = {}) => ({ path, kind: 'texte' as const, ...autres });
const medicoSocial = { champActivite: '04' };
const contacts = { contact: [{ niveauConfidentialite: '1', nom: 'A' }, { niveauConfidentialite: '2', nom: 'B' }, { niveauConfidentialite: '3', nom: 'C' }, { nom: 'D' }] };

const table: readonly (readonly [string, Pick<Field, 'path' | 'kind' | 'confidentiality'>, object, Audience | undefined])[] = [
  ['ACC-1 the name', champ('nomOffre'), {}, 'public'],
  ['ACC-1 an address', champ('lieuEG.adresse.localite'), {}, 'public'],
  ['ACC-2 the flag of a sensitive unit', champ('uniteSensible'), {}, 'restreint'],
  ['ACC-3 the flag does not restrict each field', champ('nomOffre'), { uniteSensible: true }, 'public'],
  ['ACC-4 acts', champ('acteSpecifique', { kind: 'codes' }), {}, 'professionnels'],
  ['ACC-4 acts of the médico-social', champ('acteSpecifique', { kind: 'codes' }), medicoSocial, 'professionnels'],
  ['ACC-5 a contact of level 1', champ('contact.0.nom'), contacts, 'public'],
  ['ACC-5 a contact of level 2', champ('contact.1.nom'), contacts, 'professionnels'],
  ['ACC-5 a contact of level 3', champ('contact.2.nom'), contacts, 'restreint'],
  ['ACC-5 a contact without a level', champ('contact.3.nom'), contacts, 'restreint'],
  ['ACC-5 a list of contacts says nothing of all', champ('contact', { kind: 'liste' }), contacts, undefined],
  ['ACC-8 a table of capacities says nothing of all', champ('lieuRealisationOffre.0.capacitePriseCharge', { kind: 'capacites' }), {}, undefined],
  ['ACC-5 what a schema says of its field', champ('x', { confidentiality: '2' }), {}, 'professionnels'],
  ['ACC-5 the level that a field chose', champ('x', { confidentiality: { path: 'niveau' } }), { niveau: '1' }, 'public'],
  ['ACC-5 a level not chosen yet is the most restricted', champ('x', { confidentiality: { path: 'niveau' } }), {}, 'restreint'],
];
for (const [titre, field, contenu, wanted] of table) test(titre, () => assert.equal(whoSees('UO', field, contenu as Record<string, unknown>), wanted));

for (const level of ['UO', 'EG', 'S'] as const) {
  test(`ACC-1 in every field of ${level}, the public reads what is said to be public and nothing else`, () => {
    const schema = formSchema(level);
    for (const { field } of placedFields(schema)) {
      const audience = whoSees(level, field, medicoSocial, schema.slices);
      if (audience === undefined || field.confidentiality !== undefined) continue;
      assert.ok(existsFor(0, level, medicoSocial));
      assert.equal(visibleTo(0, level, field.path, medicoSocial, schema.slices), audience === 'public', field.path);
      assert.ok(visibleTo(1, level, field.path, medicoSocial, schema.slices));
    }
  });
}
