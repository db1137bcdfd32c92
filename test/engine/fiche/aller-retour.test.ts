import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu, Saisie } from '../../../src/domain/fiche.ts';
import { NiveauFiche } from '../../../src/domain/noeud.ts';
import { acceptSaisie } from '../../../src/engine/fiche/accept.ts';
import { publishedObject } from '../../../src/engine/fiche/published-object.ts';
import { readPath, writeField } from '../../../src/engine/fiche/paths.ts';
import { placedFields } from '../../../src/engine/fiche/schema-index.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { imeTKitoi, institutLeValMande, lieuRealisationOffre, serviceGeriatrie, uniteAccueilDeJour, type JsonObject } from '../../domain/exemples.ts';

const qui = { id: 'n1', codeRegion: '11', instant: '2026-03-10T08:00:00Z' };
const vide: Saisie = { contenu: {}, illisibles: {} };

/** One object of each level with every attribute of the model filled. The manager of the EG has attributes of its own below. */
const pleins: Readonly<Record<NiveauFiche, JsonObject>> = {
  EJ: institutLeValMande,
  EG: { ...imeTKitoi, contact: (imeTKitoi['contact'] as readonly JsonObject[]).map((contact) => ({ ...contact, fonctionContact: '02' })) },
  P: { ...serviceGeriatrie, typeOI: '1' }, S: serviceGeriatrie, UF: { ...serviceGeriatrie, typeOI: '3' }, UO: uniteAccueilDeJour, LIEU: lieuRealisationOffre,
};

/** What the répertoire gives, whoever types: identifiers, metadata, dates of counts, what a search computes. */
const DU_REPERTOIRE = /(^|\.)(metadonnee\.(?!commentaire)\w+|metadonnee|identifiant|dateMAJCapacite|eloignementCalcule)$/;

/** Places of two values that differ. */
function ecarts(a: unknown, b: unknown, path = ''): readonly string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b) ? [] : [path];
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => ecarts(one[key], other[key], path === '' ? key : `${path}.${key}`));
}

for (const niveau of NiveauFiche.options) {
  const schema = formSchema(niveau);
  const objet = pleins[niveau] as Contenu;

  describe(`an object of level ${niveau} with every attribute filled`, () => {
    test('FIC-102 is published equal to itself when its fiche is saved unchanged', () => {
      const saisie = { contenu: objet, illisibles: {} };
      assert.deepEqual(publishedObject(niveau, acceptSaisie(schema, saisie, saisie, 'support').contenu, qui, objet), objet);
    });

    test('FIC-102 is published equal to itself when each field is emptied, then typed again', () => {
      for (const { field } of placedFields(schema)) {
        const value = readPath(objet, field.path, schema.slices);
        if (value === undefined) continue;
        const without = writeField(objet, field, undefined, schema.slices);
        assert.equal(readPath(without, field.path, schema.slices), undefined, field.path);
        assert.deepEqual(ecarts(writeField(without, field, value, schema.slices), objet).filter((path) => !path.includes('telecommunication') && !path.startsWith('contact')), [], field.path);
      }
    });

    test('FIC-102 is kept whole by the first save of an empty fiche, but for what the répertoire gives', () => {
      const { contenu } = acceptSaisie(schema, vide, { contenu: objet, illisibles: {} }, 'support');
      const perdus = ecarts(publishedObject(niveau, contenu, qui, objet), objet).filter((path) => !DU_REPERTOIRE.test(path));
      // A place of an offer and a fiche of a place have their comment elsewhere.
      assert.deepEqual(perdus.filter((path) => !path.endsWith('metadonnee.commentaire')), []);
    });
  });
}

test('FIC-102 a new secure mailbox keeps its channel, which no field shows', () => {
  const saved = acceptSaisie(formSchema('S'), vide, { contenu: { boiteLettresMSS: [{ canal: '3', adresseTelecom: 'a@b.mssante.fr', niveauConfidentialite: '2' }] }, illisibles: {} }, 'referent');
  assert.deepEqual(saved.contenu['boiteLettresMSS'], [{ canal: '3', adresseTelecom: 'a@b.mssante.fr', niveauConfidentialite: '2' }]);
});
