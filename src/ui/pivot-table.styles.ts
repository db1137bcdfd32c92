import { css } from 'lit';

/** A table where there is room; one block a row where there is not: never two ways to scroll. */
export const pivotTableStyles = css`
  .pivot { inline-size: 100%; border-collapse: collapse; }
  .pivot th, .pivot td { padding: 0.375rem 0.25rem; text-align: start; vertical-align: middle; overflow-wrap: anywhere; }
  .pivot thead th { color: var(--_text-soft); font-size: 0.875rem; font-weight: 600; vertical-align: bottom; overflow-wrap: break-word; }
  .pivot thead th:not(:first-child) { text-align: end; padding-inline-end: 0.5rem; }
  .pivot th:first-child { min-inline-size: 6rem; font-weight: 600; }
  .pivot tbody tr, .pivot tfoot tr { border-block-start: 1px solid var(--_line); }
  .pivot tbody tr:has(.pivot-under) { border: 0; }
  .pivot .control { padding-inline: 0.5rem; text-align: end; font-variant-numeric: tabular-nums; }
  .pivot-number { display: block; padding: 0.5rem; text-align: end; font-variant-numeric: tabular-nums; }
  .pivot tfoot .pivot-number { font-weight: 600; }
  .pivot-label { display: none; }
  .pivot-tools { display: flex; flex-wrap: wrap; gap: 0.25rem; }
  .pivot-tools .button { min-block-size: 1.75rem; margin-inline-start: -0.375rem; padding-inline: 0.375rem; }
  .pivot-under .fields { padding: 0.75rem; border-radius: var(--_radius); background: var(--_surface-soft); gap: 0.75rem 1.5rem; }

  @container (max-width: 39.99rem) {
    .pivot, .pivot tbody, .pivot tfoot, .pivot tr, .pivot th, .pivot td { display: block; }
    .pivot thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .pivot tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: 0.25rem 0.75rem; padding-block: 0.5rem 0.75rem; }
    .pivot tr > th, .pivot-under { grid-column: 1 / -1; }
    .pivot td { display: grid; align-content: end; padding: 0; }
    .pivot th { padding-inline: 0; }
    .pivot td:has(> .pivot-number:empty), .pivot td:has(> .pivot-number.empty) { display: none; }
    .pivot-label { display: block; color: var(--_text-soft); font-size: 0.875rem; }
    .pivot-number { padding-inline: 0; text-align: start; }
    .pivot .control { text-align: start; }
  }
`;
