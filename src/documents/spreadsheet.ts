import type { Cellule, Feuille } from '../engine/recherche/tableau.ts';

const DATE = 'dd/mm/yyyy hh:mm';

/**
 * An .xlsx workbook. Texts are written as texts, so that none is ever a formula, whatever it begins with; numbers and
 * dates keep their type. Dates are those of the clock of the person.
 * @returns the file; rejects when its writer cannot be loaded.
 */
export async function workbook(feuilles: readonly Feuille[]): Promise<Blob> {
  // The entry without workers: the others make one from a blob, which a strict policy refuses.
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  return writeXlsxFile(feuilles.map(({ nom, entetes, largeurs, lignes }) => ({
    sheet: nom.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: largeurs.map((width) => ({ width })),
    ...(entetes && { stickyRowsCount: 1 }),
    data: [
      ...(entetes ? [entetes.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#E3E8F4', wrap: true }))] : []),
      ...lignes.map((ligne) => ligne.map(cell)),
    ],
  }))).toBlob();
}

function cell(value: Cellule) {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  // A spreadsheet has no time zones: the clock of the person is written as it is.
  if (value instanceof Date) return { value: new Date(value.getTime() - value.getTimezoneOffset() * 60_000), type: Date, format: DATE };
  return { value: writable(value), type: String };
}

/** Without what XML can't hold or readers take out, and no longer than a cell. */
function writable(text: string): string {
  const kept = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '').trim().slice(0, 32_767);
  // The writer counts texts in a plain object, where the names of its own methods are taken.
  return kept in {} ? `${kept} ` : kept;
}

/**
 * One sheet as CSV for a French spreadsheet: byte order mark, semicolons, decimal comma, CRLF. A text that a spreadsheet
 * would run as a formula is preceded by an apostrophe.
 */
export function csv({ entetes, lignes }: Feuille): Blob {
  const rows = [...(entetes ? [entetes] : []), ...lignes].map((ligne) => ligne.map(csvCell).join(';'));
  return new Blob([`\uFEFF${rows.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

function csvCell(value: Cellule): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : '';
  if (value instanceof Date) return value.toLocaleString('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  // A telephone number in the international writing is no formula.
  const safe = /^[=+\-@\t\r]/.test(value) && !/^\+[\d ().-]+$/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
