import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fichePdf } from '../../src/documents/fiche-pdf.ts';
import type { DocumentRow, FicheDocument } from '../../src/engine/fiche/document.ts';

const words = { langue: 'fr-FR', nonRenseigne: 'Non renseigné', page: (numero: number, total: number) => `Page ${numero} sur ${total}`, absents: 'Des signes manquent.' };
const day = new Date('2026-11-21T08:00:00Z');
const row = (label: string, ...values: string[]): DocumentRow => ({ path: label, label, values });

const court: FicheDocument = {
  title: 'Unité « L’Œuvre » <A & B>', facts: ['Unité opérationnelle finalisée', 'Établissement ÉTRÉCHY'], notes: ['Nomenclatures : J238 (2025-12-19)'],
  sections: [
    { id: 'a', title: 'Identification', rows: [row('Nom', 'Unité Łódź'), row('Âge minimum', '60 ans'), row('Nom du responsable')] },
    { id: 'b', title: 'Activités opérationnelles', rows: [row('Activités', 'Suivi ou coordination', 'Orientation vers un médecin')] },
  ],
};
const long: FicheDocument = { ...court, sections: [{ id: 'a', title: 'Actes', rows: [
  ...Array.from({ length: 60 }, (_, at) => row(`Libellé ${at}`, `Valeur ${at} ${'mot '.repeat(at % 30)}`)),
  row('Commentaire', 'Une phrase ordinaire. '.repeat(500)), row('Actes', ...Array.from({ length: 130 }, (_, at) => `Acte ${at}`)),
] }] };

interface Tag { readonly role?: string; readonly id?: string; readonly children?: readonly Tag[] }
const roles = (tag: Tag | null): string[] => (tag ? [tag.role ?? '', ...(tag.children ?? []).flatMap(roles)].filter((role) => role !== '') : []);

async function read(document: FicheDocument) {
  const data = await fichePdf(document, words, day);
  const pdf: PDFDocumentProxy = await getDocument({ data: data.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => {
    const page = await pdf.getPage(at + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree() as Tag;
    let artifact = 0;
    const text = { tagged: '', artifact: '' };
    const depth: boolean[] = [];
    for (const item of items) {
      if ('str' in item) text[artifact > 0 ? 'artifact' : 'tagged'] += item.str + (item.hasEOL ? ' ' : '');
      else if (item.type.startsWith('begin')) { const isArtifact = 'tag' in item && item.tag === 'Artifact'; depth.push(isArtifact); artifact += isArtifact ? 1 : 0; }
      else if (depth.pop()) artifact -= 1;
    }
    return { tree, text };
  }));
  return { data, pdf, pages, text: pages.map((page) => page.text.tagged).join(' ').replaceAll(/\s+/g, ' ') };
}
type Read = Awaited<ReturnType<typeof read>>;

describe('a fiche as a PDF', () => {
  let short: Read, many: Read;
  before(async () => { [short, many] = await Promise.all([read(court), read(long)]); });

  test('says everything in the order of the fiche, as text that can be searched', () => {
    const wanted = [court.title, ...court.facts, 'Identification', 'Nom', 'Unité Łódź', 'Âge minimum', '60 ans', 'Nom du responsable', 'Non renseigné', 'Activités', 'Suivi ou coordination', 'Orientation vers un médecin', 'J238 (2025-12-19)'];
    let at = 0;
    for (const piece of wanted) {
      const found = short.text.indexOf(piece, at);
      assert.ok(found >= 0, `« ${piece} » after ${at} in ${short.text}`);
      at = found + piece.length;
    }
  });

  test('tells its title and its language', async () => {
    const info = (await short.pdf.getMetadata()).info as Record<string, unknown>;
    assert.deepEqual([info['Title'], info['Language'], info['PDFFormatVersion']], [court.title, 'fr-FR', '1.7']);
    assert.deepEqual(await short.pdf.getMarkInfo().then((mark) => mark?.['Marked' as keyof typeof mark]), true);
    assert.match(new TextDecoder('latin1').decode(short.data), /DisplayDocTitle true/);
  });

  test('its XML metadata stays well formed whatever the name', () => {
    const [xml = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(new TextDecoder().decode(short.data)) ?? [];
    assert.match(xml, /&lt;A &amp; B&gt;/);
    assert.doesNotMatch(xml, /& |<A/);
  });

  test('has a structure: headings, tables of labels and values, lists', () => {
    const found = roles(short.pages[0]!.tree);
    assert.equal(found.filter((role) => role === 'H1').length, 1);
    assert.equal(found.filter((role) => role === 'H2').length, 2);
    assert.deepEqual([found.filter((role) => role === 'Table').length, found.filter((role) => role === 'TR').length, found.filter((role) => role === 'TH').length, found.filter((role) => role === 'TD').length], [2, 4, 4, 4]);
    assert.deepEqual([found.filter((role) => role === 'L').length, found.filter((role) => role === 'LI').length, found.filter((role) => role === 'LBody').length], [1, 2, 2]);
    assert.match(new TextDecoder('latin1').decode(short.data), /\/Scope \/Row/);
  });

  test('embeds its fonts', () => {
    const raw = new TextDecoder('latin1').decode(short.data);
    assert.match(raw, /\/FontFile2/);
    assert.doesNotMatch(raw, /\/BaseFont \/Helvetica/);
  });

  test('numbers its pages outside of what is read', () => {
    assert.ok(many.pages.length > 4);
    for (const [at, { text }] of many.pages.entries()) {
      assert.ok(text.artifact.includes(`Page ${at + 1} sur ${many.pages.length}`), text.artifact);
      assert.ok(!text.tagged.includes(`Page ${at + 1} sur`));
    }
  });

  test('loses nothing over several pages, and cuts no short row', () => {
    for (let at = 0; at < 130; at += 1) assert.ok(many.text.includes(`Acte ${at} `) || many.text.endsWith(`Acte ${at}`), `Acte ${at}`);
    assert.equal(many.text.match(/Une phrase ordinaire\./g)?.length, 500);
    for (let at = 0; at < 60; at += 1) {
      const page = many.pages.find(({ text }) => text.tagged.replaceAll(/\s+/g, ' ').includes(`Libellé ${at} `));
      assert.ok(page?.text.tagged.replaceAll(/\s+/g, ' ').includes(`Valeur ${at} `), `row ${at} is on one page`);
    }
  });

  test('Greek, Cyrillic, Polish and Vietnamese can be read back; what the font lacks is said', async () => {
    const { text } = await read({ ...court, sections: [{ id: 'a', title: 'A', rows: [row('B', 'Ελλάδα Кириллица Łódź Nguyễn'), row('C', 'âge ≥ 18')] }] });
    assert.ok(text.includes('Ελλάδα Кириллица Łódź Nguyễn') && text.includes('âge >= 18') && !text.includes(words.absents), text);
    const lacking = await read({ ...court, sections: [{ id: 'a', title: 'A', rows: [row('B', '漢字\u0000\u200B fin')] }] });
    assert.ok(lacking.text.includes('fin') && lacking.text.includes(words.absents), lacking.text);
  });

  test('the same fiche gives the same bytes', async () => {
    assert.deepEqual(await fichePdf(court, words, day), short.data);
  });
});
