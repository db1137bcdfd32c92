/** What a text means to the search: where, and what. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { officialSource } from '../../src/nomenclature/load.ts';
import { comprendre } from '../../demo/backend/operations/comprendre.ts';
import { loadContexteRecherche, type ContexteRecherche } from '../../demo/backend/repositories/recherche-contexte.ts';

let contexte: ContexteRecherche;
before(async () => { contexte = await loadContexteRecherche(officialSource); });

for (const [texte, lieux, premier] of [
  ['EHPAD Meaux', 'meaux', 'type-offre:21'], ['ehpad autour de Meaux', 'meaux', 'type-offre:21'], ['maison de retraite 77100', '77100', 'type-offre:21'],
  ['SSIAD à Fontenay-sous-Bois', 'fontenay sous bois', 'type-offre:28'], ['ime créteil', 'creteil', 'type-offre:48'], ['EHPAD', '', 'type-offre:21'],
  ['Meaux', '', undefined], ['ehpad 99999', '', 'type-offre:21'],
] as const) {
  test(`REC-16 « ${texte} » says ${lieux === '' ? 'no place' : lieux}, and ${premier ?? 'a name'}`, () => {
    const lu = comprendre(texte, contexte, false);
    assert.equal(lu?.texte.lieux, lieux);
    if (premier !== undefined) assert.equal(lu?.texte.codes[0], premier);
  });
}

test('REC-16 a text without words means nothing', () => {
  for (const texte of ['', '   ', '🙂', '((((', 'de la']) assert.equal(comprendre(texte, contexte, false)?.texte.codes.length ?? 0, 0, texte);
});

test('ACC-4 the words of what the public does not read lead it to nothing', () => {
  for (const { genre } of comprendre('kinésithérapeute', contexte, true)?.compris ?? []) assert.notEqual(genre, 'profession');
});
