import { css } from 'lit';

/** Width of one level, of the arrows and of the guides; the levels past the twelfth stay at its place. */
export const styles = css`
  :host {
    --_step: 1.25rem;
    --_arrow: 1.5rem;
    --_guide-side: right;
    display: block;
    container-type: inline-size;
    font-size: 0.9375rem;
  }
  :host(:dir(rtl)) { --_guide-side: left; }

  .toolbar {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    padding-block: 0.125rem 0.375rem;
    background: var(--_surface);
  }
  .toolbar .button { min-inline-size: 0; max-inline-size: 100%; justify-content: flex-start; font-weight: 500; }
  .ellipsis { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

  .row {
    --_level: 11;
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: 0.25rem;
    min-block-size: 2.25rem;
    padding-block: 0.25rem;
    padding-inline: calc(0.25rem + var(--_level) * var(--_step)) 0.5rem;
    border-radius: var(--_radius);
    line-height: 1.375;
    scroll-margin-block: 3.5rem 0.5rem;
    /* Rows out of view cost no layout: three hundred of them open twice as fast. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.25rem;
    cursor: pointer;
  }
  .row[aria-level='1'] { --_level: 0; }
  .row[aria-level='2'] { --_level: 1; }
  .row[aria-level='3'] { --_level: 2; }
  .row[aria-level='4'] { --_level: 3; }
  .row[aria-level='5'] { --_level: 4; }
  .row[aria-level='6'] { --_level: 5; }
  .row[aria-level='7'] { --_level: 6; }
  .row[aria-level='8'] { --_level: 7; }
  .row[aria-level='9'] { --_level: 8; }
  .row[aria-level='10'] { --_level: 9; }
  .row[aria-level='11'] { --_level: 10; }

  /* One guide under the arrow of each node above. */
  .row::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.25rem;
    inline-size: calc(var(--_level) * var(--_step));
    background: repeating-linear-gradient(to var(--_guide-side),
      transparent 0 calc(var(--_arrow) / 2 - 0.5px), var(--_line) calc(var(--_arrow) / 2 - 0.5px) calc(var(--_arrow) / 2 + 0.5px), transparent calc(var(--_arrow) / 2 + 0.5px) var(--_step));
    pointer-events: none;
  }
  .row:hover { background: var(--_surface-soft); }
  .row:focus-visible { outline-offset: -2px; }
  .row[aria-selected='true'] { background: var(--_accent-soft); font-weight: 600; }
  .row[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset-block: 0.25rem;
    inset-inline-start: 0;
    inline-size: 0.1875rem;
    border-radius: 1rem;
    background: var(--_accent);
  }
  .row.group { font-weight: 600; }

  .toggle {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_arrow);
    block-size: 1.75rem;
    border-radius: var(--_radius);
    color: var(--_text-soft);
  }
  .toggle[data-do]:hover { background: var(--_surface-strong); color: var(--_text); }
  .toggle .icon { transition: rotate 0.12s; rotate: -90deg; }
  .toggle:dir(rtl) .icon { rotate: 90deg; }
  [aria-expanded='true'] > .toggle .icon, .more .toggle .icon { rotate: 0deg; }

  .body { display: flex; flex: 1; align-items: flex-start; gap: 0.25rem; min-inline-size: 0; }
  .code {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.2rem;
    min-block-size: 1.5rem;
    margin-block: 0.125rem;
    padding-inline: 0.375rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text-soft);
    font-size: 0.75rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  .code .icon { inline-size: 0.8125rem; block-size: 0.8125rem; }
  .grise .code { border-color: var(--_line-control); background: var(--_surface); }
  .verte .code { border-color: var(--_success); background: var(--_success-soft); color: var(--_success); }
  .arrow { display: grid; flex: none; place-items: center; inline-size: 1.75rem; block-size: 1.75rem; border-radius: var(--_radius); color: var(--_text-soft); font-weight: 700; }
  .arrow::before { content: '⋮'; }
  .arrow:hover { background: var(--_surface-strong); color: var(--_text); }
  .star { color: var(--_warning); }
  .star .icon { inline-size: 0.875rem; block-size: 0.875rem; fill: currentColor; vertical-align: -0.1em; }
  mark { border-radius: 0.15rem; background: var(--_warning-soft); color: inherit; font-weight: 700; box-shadow: 0 0 0 1px var(--_warning); }

  .text { flex: 1; min-inline-size: 0; padding-block: 0.25rem; padding-inline-start: 0.25rem; overflow-wrap: anywhere; }
  .mention { display: inline-block; margin-inline-start: 0.375rem; color: var(--_text-soft); font-size: 0.8125rem; font-weight: 400; }

  /* Too many rows to be all in the page: each on one line, all as high, in a box that scrolls. */
  .windowed { max-block-size: var(--ror-tree-height, 80dvh); overflow: auto; overflow-anchor: none; contain: content; }
  /* contain: a row that only moves is not painted again. */
  .windowed .row { block-size: 2.25rem; contain: strict; content-visibility: visible; }
  .windowed .text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

  .late { margin-inline-start: 0.5rem; animation: late 3s; }
  @keyframes late { from, 99% { visibility: hidden; } }
  .more { color: var(--_text-soft); }
  .more.echec, .more.echec .toggle { color: var(--_danger); }
  .link { color: var(--_accent); font-weight: 600; text-decoration: underline; text-underline-offset: 0.15em; }

  .spinner {
    display: inline-block;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border: 2px solid var(--_line-control);
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn { to { rotate: 360deg; } }

  .empty { display: flex; align-items: center; gap: 0.5rem; margin: 0; padding: 0.75rem 0.25rem; color: var(--_text-soft); }
  .banner { margin-block-end: 0.5rem; }
  .notice { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem; }
  .notice p { flex: 1 1 12rem; margin: 0; }

  @container (max-width: 24rem) {
    .row { --_step: 0.8125rem; }
    /* The name goes on below its code: a column beside it would hold one word a line. */
    .tree:not(.windowed) .body { display: block; overflow-wrap: anywhere; }
    .tree:not(.windowed) .body > .text { display: inline; padding: 0; }
    .code { margin-inline-end: 0.25rem; vertical-align: middle; }
  }
  @media (pointer: coarse) {
    .row { min-block-size: 2.75rem; padding-block: 0.5rem; }
    .windowed .row { block-size: 2.75rem; }
    .toggle, .arrow { inline-size: 2.75rem; block-size: 2.75rem; margin-block: -0.5rem; }
    .row { --_arrow: 2.75rem; }
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
    .row[aria-selected='true']::after { background: Highlight; forced-color-adjust: none; }
    .row:focus-visible { outline: 3px solid CanvasText; }
    .row::before { background: none; }
    .code { border-color: CanvasText; }
    mark { background: Mark; color: MarkText; }
  }
`;
