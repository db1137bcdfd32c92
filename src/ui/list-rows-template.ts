import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { commonIcons as icons } from './common-icons.ts';
import type { ListGroup, ListRow, ListRows } from './list-rows.ts';

interface Options {
  /** Prefix of the ids of rows: `<id>-row-<index>`. */
  readonly id: string;
  readonly view: number;
  readonly chosen: ReadonlySet<string>;
  readonly multiple: boolean;
}

interface Run {
  readonly group: ListGroup;
  readonly indexes: number[];
}

/** The rows in view, under their groups. */
export function rowsTemplate(list: ListRows, options: Options): unknown {
  const { first, last } = list.range(options.view);
  const shown = Array.from({ length: last - first }, (_, at) => first + at);
  // The row that the keyboard is on is always there for assistive technologies to read.
  if (list.active >= 0 && list.active < first) shown.unshift(list.active);
  if (list.active >= last) shown.push(list.active);
  return repeat(runs(list, shown), ({ group }) => group.id, ({ group, indexes }) => {
    const lines = repeat(indexes, (index) => list.rows[index]?.key, (index) =>
      rowTemplate(list, list.rows[index] as ListRow, index, index < first || index >= last, options));
    return group.label ? html`<div role="group" aria-label=${group.label}>${lines}</div>` : lines;
  });
}

function runs(list: ListRows, indexes: readonly number[]): readonly Run[] {
  const found: Run[] = [];
  for (const index of indexes) {
    const group = list.rows[index]?.group;
    if (!group) continue;
    const run = found.at(-1);
    if (run?.group === group) run.indexes.push(index);
    else found.push({ group, indexes: [index] });
  }
  return found;
}

function rowTemplate(list: ListRows, row: ListRow, index: number, away: boolean, { id, chosen, multiple }: Options): TemplateResult {
  const { option, group, position } = row;
  const look = `${group.strong ? 'strong' : ''} ${away ? 'visually-hidden away' : ''}`;
  if (!option) return html`<div class="heading ${look}" aria-hidden="true" data-row=${index}>${group.label}</div>`;
  const isChosen = chosen.has(option.value);
  const active = index === list.active;
  return html`<div id="${id}-row-${index}" class="option ${look} ${active ? 'active' : ''}" role="option" data-row=${index}
    aria-selected=${multiple ? isChosen : active} aria-posinset=${position} aria-setsize=${list.count}>
    <span>${option.label}${option.hint === undefined ? nothing : html` <small class="hint">${option.hint}</small>`}</span>${isChosen ? icons.check : nothing}</div>`;
}
