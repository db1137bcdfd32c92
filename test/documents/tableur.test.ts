import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { workbook, csv } from '../../src/documents/spreadsheet.ts';
import type { Cellule, Feuille } from '../../src/engine/recherche/tableau.ts';

const feuille = (lignes: readonly (readonly Cellule[])[], autres: Partial<Feuille> = {}): Feuille => ({ nom: 'Offres', largeurs: [20, 20, 20, 20], lignes, ...autres });
/** With its byte order mark, which `Blob.text` takes out. */
const texteDe = async (fichier: Blob): Promise<string> => (await octets(fichier)).toString('utf8');
const octets = async (fichier: Blob): Promise<Buffer> => Buffer.from(await fichier.arrayBuffer());

test('a workbook read by another library has the same sheets, headings, types and values', async () => {
  const instant = new Date(2026, 10, 21, 14, 30);
  const lu = await readXlsxFile(await octets(await workbook([
    feuille([['EHPAD « Les Tilleuls » & cie', 12.5, instant, null], ['Œuvre <b>été</b>', 0, null, '00123']], { entetes: ['Nom', 'Distance (km)', 'Le', 'Code'] }),
    feuille([['Critères', 'EHPAD']], { nom: 'Recherche', largeurs: [20, 60] }),
  ])));
  assert.deepEqual(lu.map(({ sheet }) => sheet), ['Offres', 'Recherche']);
  const [entetes, premiere, seconde] = lu[0]!.data;
  assert.deepEqual(entetes, ['Nom', 'Distance (km)', 'Le', 'Code']);
  assert.deepEqual(premiere!.slice(0, 2), ['EHPAD « Les Tilleuls » & cie', 12.5]);
  // A spreadsheet holds the clock of the wall; the reader gives it as UTC.
  assert.equal((premiere![2] as unknown as Date).toISOString(), '2026-11-21T14:30:00.000Z');
  assert.deepEqual(seconde, ['Œuvre <b>été</b>', 0, null, '00123']);
  assert.deepEqual(lu[1]!.data, [['Critères', 'EHPAD']]);
});

for (const dangereux of ['=1+1', '=HYPERLINK("http://mal.example";"ici")', '+33 1 60', '-2+3', '@SUM(A1)', '\t=1', "=cmd|'/c calc'!A1"]) {
  test(`« ${dangereux} » is a text in a workbook, and runs nothing in a CSV`, async () => {
    assert.deepEqual(await readSheet(await octets(await workbook([feuille([[dangereux]])]))), [[dangereux.trim()]]);
    const ligne = (await texteDe(csv(feuille([[dangereux]])))).slice(1).replace(/^"/, '');
    assert.ok(!/^[=@\t]/.test(ligne) && !/^-\d\+/.test(ligne), ligne);
  });
}

test('a telephone number stays as it is written in a CSV', async () => {
  assert.equal(await texteDe(csv(feuille([['+33 1 60 00 00 00', '01 60 00 00 00']]))), '\uFEFF+33 1 60 00 00 00;01 60 00 00 00\r\n');
});

test('a CSV opens in a French spreadsheet: byte order mark, semicolons, commas in numbers, quotes doubled', async () => {
  assert.equal(await texteDe(csv(feuille([['a;b', 'dit « "oui" »', 12.5, null], ['deux\nlignes', -3, new Date(2026, 10, 21, 9, 5), 'é']], { entetes: ['Un', 'Deux', 'Trois', 'Quatre'] }))),
    '\uFEFFUn;Deux;Trois;Quatre\r\n"a;b";"dit « ""oui"" »";12,5;\r\n"deux\nlignes";-3;21/11/2026 09:05;é\r\n');
});

test('a name of sheet that a spreadsheet refuses is made one that it takes', async () => {
  const [{ sheet } = { sheet: '' }] = await readXlsxFile(await octets(await workbook([feuille([['x']], { nom: 'Offres [77/94] : tout ce qui est ouvert' })])));
  assert.ok(sheet !== '' && sheet.length <= 31 && !/[\\/?*[\]:]/.test(sheet), sheet);
});

test('any text makes a workbook that can be read again', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('valueOf', 'constructor', '__proto__')), { minLength: 1, maxLength: 5 }), async (textes) => {
    const [ligne = []] = await readSheet(await octets(await workbook([feuille([[...textes, 'fin']])])));
    assert.equal(ligne.at(-1), 'fin');
  }), { numRuns: 30 });
});
