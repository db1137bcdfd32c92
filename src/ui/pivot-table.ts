import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { messagesTemplate, type FieldMessage } from './field.ts';

export interface PivotHeading {
  readonly key: string;
  readonly label: string;
}

export interface PivotRow extends PivotHeading {
  /** What can be done to the row, beside its heading. */
  readonly tools?: unknown;
  /** A line under the row, over all the columns. */
  readonly under?: unknown;
}

export interface PivotCell {
  /** Id of its field, for links that lead to it. */
  readonly id?: string;
  readonly text: string;
  readonly messages: readonly FieldMessage[];
}

export interface PivotTableProps {
  readonly id: string;
  readonly caption: string;
  /** Heading of the rows. */
  readonly corner: string;
  readonly columns: readonly PivotHeading[];
  readonly rows: readonly PivotRow[];
  /** Nothing for a combination that has no meaning. */
  readonly cell: (row: string, column: string) => PivotCell | undefined;
  /** Last row, in text. */
  readonly totals?: { readonly label: string; readonly of: (column: string) => string } | undefined;
  readonly onText?: (row: string, column: string, text: string) => void;
  readonly onLeave?: (row: string, column: string) => void;
}

/** Up and down go from row to row; left and right belong to the text. */
function onKey(event: KeyboardEvent): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const input = event.target as HTMLElement;
  const column = input.dataset['column'];
  if (!step || column === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLInputElement>('input')].filter((each) => each.dataset['column'] === column);
  const next = cells[cells.indexOf(input as HTMLInputElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/**
 * Numbers by rows and columns: a table whose headings name every cell, each cell a text field (or a text, when nothing
 * is to be typed). The roles are said again, because a narrow page lays the rows out as blocks.
 */
export function pivotTable(props: PivotTableProps): TemplateResult {
  const { id, caption, corner, columns, rows, totals } = props;
  return html`<table class="pivot" role="table" aria-label=${caption} @keydown=${onKey}>
    <thead><tr role="row"><th role="columnheader" scope="col">${corner}</th>
      ${columns.map(({ key, label }) => html`<th role="columnheader" scope="col" id="${id}-column-${key}">${label}</th>`)}</tr></thead>
    <tbody>${repeat(rows, ({ key }) => key, (row, at) => html`<tr role="row">
      <th role="rowheader" scope="row"><span id="${id}-row-${at}">${row.label}</span>${row.tools ?? nothing}</th>
      ${columns.map((column) => html`<td role="cell"><span class="pivot-label" aria-hidden="true">${column.label}</span>${cellTemplate(props, row, at, column)}</td>`)}
    </tr>${wrongTemplate(props, row, at)}${row.under ? html`<tr role="row"><td role="cell" class="pivot-under" colspan=${columns.length + 1}>${row.under}</td></tr>` : nothing}`)}</tbody>
    ${totals ? html`<tfoot><tr role="row"><th role="rowheader" scope="row">${totals.label}</th>
      ${columns.map(({ key, label }) => html`<td role="cell"><span class="pivot-label" aria-hidden="true">${label}</span><span class="pivot-number">${totals.of(key)}</span></td>`)}</tr></tfoot>` : nothing}
  </table>`;
}

const cellId = ({ id }: PivotTableProps, cell: PivotCell, at: number, column: string): string => cell.id ?? `${id}-${at}-${column}`;

/** What is wrong in the cells of a row, under it: a column is too narrow for a sentence. */
function wrongTemplate(props: PivotTableProps, { key }: PivotRow, at: number): unknown {
  const wrong = props.columns.flatMap((column) => {
    const cell = props.cell(key, column.key);
    return cell && cell.messages.length > 0 ? [{ id: `${cellId(props, cell, at, column.key)}-messages`, messages: cell.messages.map((one) => ({ ...one, text: `${column.label} : ${one.text}` })) }] : [];
  });
  return wrong.length === 0 ? nothing
    : html`<tr role="row"><td role="cell" class="pivot-under" colspan=${props.columns.length + 1}>${wrong.map(({ id, messages }) => messagesTemplate(id, messages))}</td></tr>`;
}

function cellTemplate(props: PivotTableProps, { key: row }: PivotRow, at: number, { key: column }: PivotHeading): unknown {
  const { id, cell, onText, onLeave } = props;
  const found = cell(row, column);
  if (!found) return html`<span class="pivot-number empty" aria-hidden="true">–</span>`;
  if (!onText) return html`<span class="pivot-number">${found.text}</span>`;
  const own = cellId(props, found, at, column);
  const wrong = found.messages.some(({ severity }) => severity === 'erreur');
  return html`<input class="control" type="text" inputmode="numeric" autocomplete="off" id=${own} data-column=${column}
    aria-labelledby="${id}-column-${column} ${id}-row-${at}" aria-invalid=${wrong ? 'true' : nothing}
    aria-describedby=${found.messages.length > 0 ? `${own}-messages` : nothing} aria-errormessage=${wrong ? `${own}-messages` : nothing}
    .value=${live(found.text)} @input=${(event: Event) => onText(row, column, (event.target as HTMLInputElement).value)} @blur=${() => onLeave?.(row, column)}>`;
}
