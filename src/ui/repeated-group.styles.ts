import { css } from 'lit';

/** Elements that open on their fields; one inside another is a line at the side, not a box in a box. */
export const repeatedGroupStyles = css`
  .elements > ul { display: grid; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
  .element {
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .element:not(.open) { content-visibility: auto; contain-intrinsic-block-size: auto 3rem; }
  .element-head { display: flex; gap: 0.25rem; align-items: center; padding-inline-end: 0.25rem; }
  .element.open > .element-head { border-block-end: 1px solid var(--_line); background: var(--_surface-soft); border-radius: var(--_radius) var(--_radius) 0 0; }
  .element-toggle {
    display: flex;
    flex: 1 1 auto;
    gap: 0.625rem;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 3rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .element-toggle:hover { background: var(--_surface-strong); }
  .element-toggle:focus-visible { outline-offset: -2px; }
  .element-toggle > .icon { margin: 0; color: var(--_text-soft); rotate: -90deg; transition: rotate 0.12s; }
  .element.open > .element-head > .element-toggle > .icon { rotate: 0deg; }
  .element-line { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; min-inline-size: 0; overflow-wrap: anywhere; }
  .element-title { font-weight: 600; }
  .element-summary { color: var(--_text-soft); font-size: 0.875rem; }
  .element-body:not([hidden]) { padding: 1rem; }
  .element .line-remove { gap: 0.375rem; padding-inline: 0.5rem; font-size: 0.875rem; }
  .elements > .none {
    margin: 0;
    padding: 0.75rem 1rem;
    border: 1px dashed var(--_line-control);
    border-radius: var(--_radius);
    color: var(--_text-soft);
  }
  .elements-actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.625rem; }
  .elements-actions .icon { margin: 0; }

  dl.readonly .elements-read { display: grid; gap: 0.75rem; padding: 0; list-style: none; white-space: normal; }
  .elements-read > li { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_line); }
  .elements-read p, .elements-read dl { margin: 0; }
  .elements-read dl > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  .elements-read dt { color: var(--_text-soft); }
  .elements-read dd { min-inline-size: 0; margin: 0; overflow-wrap: anywhere; }
  .elements-read dd:has(.elements-read) { flex: 1 1 100%; }

  .element .element { border-inline-start: 3px solid var(--_accent-soft); }
  .element .element-toggle { min-block-size: 2.75rem; }
  @container (max-width: 29.99rem) {
    .element-body:not([hidden]) { padding: 0.75rem; }
    .element .element .element-body:not([hidden]) { padding: 0.625rem; }
    .element-toggle { padding-inline: 0.5rem; gap: 0.5rem; }
    .remove-word { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  }
  @media (forced-colors: active) { .element.open { border-color: CanvasText; } }
`;
