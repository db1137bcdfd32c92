import { css } from 'lit';

/** The filters and the search above the rows. */
export const toolsStyles = css`
  .tools { display: grid; gap: 0.875rem; margin-block-end: 0.75rem; padding-block-end: 0.75rem; border-block-end: 1px solid var(--_line); }
  .label { display: block; margin: 0 0 0.25rem; padding: 0; font-weight: 600; }
  .hint { margin: 0.25rem 0 0; color: var(--_text-soft); font-size: 0.8125rem; line-height: 1.4; }

  .box { position: relative; display: flex; align-items: center; }
  .box > .icon { position: absolute; inset-inline-start: 0.75rem; color: var(--_text-soft); pointer-events: none; }
  .box input, .choice select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .box input { padding-block: 0.375rem; padding-inline: 2.25rem 2.75rem; }
  .box input:focus-visible, .choice select:focus-visible { outline-offset: 1px; border-color: var(--_focus); }
  .clear, .step {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-soft);
    cursor: pointer;
  }
  .clear { position: absolute; inset-inline-end: 0.25rem; }
  .clear:hover, .step:hover { background: var(--_surface-strong); color: var(--_text); }
  .step { border: 1px solid var(--_line-control); color: var(--_text); }
  .up { display: grid; rotate: 180deg; }

  .results { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block-start: 0.5rem; }
  .count { flex: 1 0 8rem; margin: 0; font-size: 0.875rem; }
  .find > .count { margin-block-start: 0.5rem; }
  .failed { color: var(--_danger); }
  .steps, .modes { display: inline-flex; gap: 0.25rem; }
  .modes { gap: 0; }
  .mode {
    min-block-size: 2.25rem;
    padding: 0.15rem 0.625rem;
    border: 1px solid var(--_line-control);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.875rem;
    cursor: pointer;
  }
  .mode:first-child { border-start-start-radius: var(--_radius); border-end-start-radius: var(--_radius); }
  .mode:last-child { border-inline-start: 0; border-start-end-radius: var(--_radius); border-end-end-radius: var(--_radius); }
  .mode:hover { background: var(--_surface-strong); }
  .mode[aria-pressed='true'] { background: var(--_accent-soft); color: var(--_accent-strong); font-weight: 600; }
  .outside { flex: 1 0 100%; margin: 0; padding: 0.375rem 0.625rem; border-inline-start: 3px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-soft); font-size: 0.875rem; }
  button.link { min-block-size: 1.5rem; padding: 0 0.125rem; border: 0; background: none; font: inherit; font-weight: 600; cursor: pointer; }

  .filters { display: grid; gap: 0.75rem; }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .domains { display: flex; flex-wrap: wrap; gap: 0.375rem; }
  .domain { position: relative; display: inline-flex; cursor: pointer; }
  .domain input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .domain span {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.25rem;
    padding-inline: 0.625rem;
    border: 1px solid var(--_line-control);
    border-radius: 2rem;
    background: var(--_surface);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .domain span::before { content: ''; inline-size: 0.875rem; block-size: 0.875rem; border: 1.5px solid var(--_line-control); border-radius: 0.2rem; }
  .domain:hover span { background: var(--_surface-strong); }
  .domain input:checked + span { border-color: var(--_accent); background: var(--_accent-soft); color: var(--_accent-strong); }
  .domain input:checked + span::before {
    border-color: var(--_accent);
    background: var(--_accent);
    clip-path: polygon(0 45%, 15% 30%, 38% 55%, 85% 5%, 100% 20%, 38% 85%);
  }
  .domain input:focus-visible + span { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .mss { padding: 0.375rem 0.625rem; border-inline-start: 3px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-soft); color: var(--_text); }
  .by { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.5rem; align-items: center; margin: 0; }
  .by .label { grid-column: 1 / -1; }
  .by .button { min-block-size: 2.75rem; }
  .choice { position: relative; display: flex; min-inline-size: 0; }
  .choice select { appearance: none; padding: 0.375rem 2.25rem 0.375rem 0.75rem; text-overflow: ellipsis; cursor: pointer; }
  .choice > .icon { position: absolute; inset: 0 0.75rem 0 auto; margin-block: auto; color: var(--_text-soft); pointer-events: none; }
  .legend summary { inline-size: fit-content; padding-block: 0.25rem; color: var(--_accent); font-weight: 600; cursor: pointer; }
  .legend dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.25rem 1rem; margin: 0.375rem 0 0; font-size: 0.875rem; }
  .legend dl > div { display: flex; gap: 0.5rem; }
  .legend dt { flex: none; min-inline-size: 2.5rem; font-weight: 600; }
  .legend dd { margin: 0; }

  @media (pointer: coarse) { .clear, .step { inline-size: 2.75rem; block-size: 2.75rem; } .mode, .domain span { min-block-size: 2.75rem; } }
  @media (forced-colors: active) {
    .domain input:checked + span { outline: 2px solid Highlight; outline-offset: -2px; }
    .domain input:checked + span::before { background: Highlight; forced-color-adjust: none; }
    .mode[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
