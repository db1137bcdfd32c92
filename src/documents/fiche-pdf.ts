import PDFDocument from 'pdfkit';
import type { DocumentRow, DocumentSection, FicheDocument } from '../engine/fiche/document.ts';
import { ABSENT, legible } from './legible.ts';

/** What the writer says by itself. */
export interface PdfWords {
  /** BCP 47 tag of the language of the words, `fr-FR`. */
  readonly langue: string;
  readonly nonRenseigne: string;
  readonly page: (numero: number, total: number) => string;
  /** Said at the end when the font lacked characters. */
  readonly absents: string;
}

const MARGIN = 50;
const FOOT = 64;
const COLUMN = 170;
const GAP = 14;
const INDENT = 10;
const INK = '#000000';
const SOFT = '#444444';
const LINE = '#999999';

/**
 * A fiche as a PDF 1.7 file, A4: tagged (title, headings, tables of labels and values, lists), in one language, with a
 * document title and embedded fonts. Page numbers and rules are artifacts, which assistive technologies leave out.
 * @param date of the file: no clock is read here.
 * @throws when the fonts cannot be loaded.
 */
export async function fichePdf(document: FicheDocument, words: PdfWords, date: Date): Promise<Uint8Array> {
  const { default: font } = await import('./noto-sans.json');
  return new Writer(document, words, date, font).write();
}

/** Known to the library, not yet to its types. */
const ROW_HEADER: PDFKit.Mixins.StructureElementOptions & { readonly scope: string } = { scope: 'Row' };

type Font = typeof import('./noto-sans.json');
type Element = PDFKit.PDFStructureElement;

class Writer {
  readonly #document: FicheDocument;
  readonly #words: PdfWords;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #ranges: Font['ranges'];
  #lacking = false;

  constructor(document: FicheDocument, words: PdfWords, date: Date, font: Font) {
    this.#document = document;
    this.#words = words;
    this.#ranges = font.ranges;
    this.#pdf = new PDFDocument({
      size: 'A4', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT }, bufferPages: true, autoFirstPage: false, font: '',
      pdfVersion: '1.7', tagged: true, lang: words.langue, displayTitle: true,
      info: { Title: new XmlSafe(document.title) as unknown as string, Creator: 'ror-elements', Producer: 'pdfkit', CreationDate: date },
    });
    this.#pdf.registerFont('text', bytesOf(font.regular));
    this.#pdf.registerFont('strong', bytesOf(font.bold));
  }

  write(): Promise<Uint8Array> {
    const pdf = this.#pdf;
    const bytes = collect(pdf);
    pdf.addPage();
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    const { title, facts, sections, notes } = this.#document;
    this.#block(root, 'H1', title, { font: 'strong', size: 18, after: 6 });
    for (const fact of facts) this.#block(root, 'P', fact, { size: 9.5, color: SOFT, after: 1 });
    for (const section of sections) this.#section(root, section);
    const closing = this.#lacking ? [...notes, this.#words.absents] : notes;
    pdf.y += 14;
    for (const note of closing) this.#block(root, 'P', note, { size: 8.5, color: SOFT, after: 2 });
    root.end();
    this.#number();
    pdf.end();
    return bytes;
  }

  get #width(): number {
    return this.#pdf.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#pdf.page.height - FOOT;
  }

  #legible(text: string): string {
    const clean = legible(text, this.#ranges);
    if (clean.includes(ABSENT) && !text.includes(ABSENT)) this.#lacking = true;
    return clean;
  }

  #set(font: 'text' | 'strong', size: number, color: string): PDFKit.PDFDocument {
    return this.#pdf.font(font).fontSize(size).fillColor(color);
  }

  /** A paragraph or a heading over the whole width. */
  #block(parent: Element, type: string, text: string, { font = 'text', size, color = INK, after }: { font?: 'text' | 'strong'; size: number; color?: string; after: number }): void {
    const pdf = this.#set(font, size, color);
    const clean = this.#legible(text);
    this.#room(pdf.heightOfString(clean, { width: this.#width }));
    parent.add(pdf.struct(type, {}, () => { pdf.text(clean, MARGIN, pdf.y, { width: this.#width }); }));
    pdf.y += after;
  }

  /** Another page when this height is not left, unless it would not hold it either. */
  #room(height: number): void {
    const pdf = this.#pdf;
    if (pdf.y + height > this.#bottom && pdf.y > MARGIN && height <= this.#bottom - MARGIN) pdf.addPage();
  }

  #section(root: Element, { title, rows }: DocumentSection): void {
    const pdf = this.#pdf;
    const part = pdf.struct('Sect');
    root.add(part);
    const [first] = rows;
    pdf.y += 16;
    // A heading is never alone at the bottom of a page.
    this.#set('strong', 12.5, INK);
    this.#room(pdf.heightOfString(this.#legible(title), { width: this.#width }) + 8 + (first ? Math.min(this.#height(first), this.#bottom / 2) : 0));
    this.#block(part, 'H2', title, { font: 'strong', size: 12.5, after: 2 });
    this.#rule(INK, 0.8);
    const table = pdf.struct('Table');
    part.add(table);
    for (const row of rows) this.#row(table, row);
    table.end();
    part.end();
  }

  #linesOf({ values }: DocumentRow): readonly string[] {
    return values.length > 0 ? values.map((value) => this.#legible(value)) : [this.#words.nonRenseigne];
  }

  #height(row: DocumentRow): number {
    const label = this.#set('text', 10, SOFT).heightOfString(this.#legible(row.label), { width: COLUMN });
    const lines = this.#linesOf(row);
    const width = this.#width - COLUMN - GAP - (lines.length > 1 ? INDENT : 0);
    this.#set('text', 10, INK);
    return Math.max(label, lines.reduce((sum, line) => sum + this.#pdf.heightOfString(line, { width }), 0)) + 8;
  }

  #row(table: Element, row: DocumentRow): void {
    const pdf = this.#pdf;
    this.#room(this.#height(row));
    const top = pdf.y + 4;
    const page = pdf.page;
    const tr = pdf.struct('TR');
    table.add(tr);
    tr.add(pdf.struct('TH', ROW_HEADER, () => { this.#set('text', 10, SOFT).text(this.#legible(row.label), MARGIN, top, { width: COLUMN }); }));
    const under = pdf.y;
    const lines = this.#linesOf(row);
    const x = MARGIN + COLUMN + GAP;
    pdf.y = top;
    if (lines.length === 1) tr.add(pdf.struct('TD', {}, () => { this.#set('text', 10, row.values.length > 0 ? INK : SOFT).text(lines[0] ?? '', x, top, { width: this.#width - COLUMN - GAP }); }));
    else this.#list(tr, lines, x);
    tr.end();
    if (pdf.page === page) pdf.y = Math.max(pdf.y, under);
    pdf.y += 4;
    this.#rule(LINE, 0.4);
  }

  #list(tr: Element, lines: readonly string[], x: number): void {
    const pdf = this.#pdf;
    const cell = pdf.struct('TD');
    tr.add(cell);
    const list = pdf.struct('L');
    cell.add(list);
    this.#set('text', 10, INK);
    const width = this.#width - COLUMN - GAP - INDENT;
    for (const line of lines) {
      const item = pdf.struct('LI');
      list.add(item);
      this.#room(pdf.heightOfString(line, { width }));
      const { y } = pdf;
      item.add(pdf.struct('Lbl', {}, () => { pdf.text('•', x, y, { lineBreak: false }); }));
      item.add(pdf.struct('LBody', {}, () => { pdf.text(line, x + INDENT, y, { width }); }));
      item.end();
    }
    list.end();
    cell.end();
  }

  #rule(color: string, width: number): void {
    const pdf = this.#pdf;
    if (pdf.y > this.#bottom) return;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf.moveTo(MARGIN, pdf.y).lineTo(MARGIN + this.#width, pdf.y).lineWidth(width).strokeColor(color).stroke();
    pdf.endMarkedContent();
  }

  /** The title and the number at the foot of every page. */
  #number(): void {
    const pdf = this.#pdf;
    const { start, count } = pdf.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      pdf.switchToPage(start + at);
      // Under the bottom margin, where a text would otherwise open another page.
      pdf.page.margins.bottom = 0;
      const y = pdf.page.height - 40;
      const half = this.#width / 2;
      pdf.markContent('Artifact', { type: 'Pagination' });
      this.#set('text', 8, SOFT).text(this.#legible(this.#document.title), MARGIN, y, { width: half + 80, height: 11, ellipsis: true, lineBreak: true });
      pdf.text(this.#words.page(at + 1, count), MARGIN + half + 80, y, { width: half - 80, align: 'right' });
      pdf.endMarkedContent();
    }
  }
}

/** The title goes as it is into the dictionary of the file, and between tags into its XML, where the library does not escape it. */
class XmlSafe extends String {
  override toString(): string {
    return this.valueOf().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
}

/** The bytes of a document, once it has ended. */
function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => { chunks.push(chunk); });
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      chunks.reduce((at, chunk) => { bytes.set(chunk, at); return at + chunk.length; }, 0);
      resolve(bytes);
    });
  });
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
