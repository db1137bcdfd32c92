import { css } from 'lit';

/** The map, and the same as a list. */
export const carteStyles = css`
  .legende { margin: 0; padding: 0; list-style: none; }
  .carte-vue { display: grid; gap: 0.75rem; }
  .fond { block-size: min(60vh, 28rem); min-block-size: 16rem; }
  .legende > li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.75rem; align-items: start; padding: 0.5rem; border-block-end: 1px solid var(--_line); }
  .legende > li.choisi { background: var(--_accent-soft); }
  .legende > li:focus { outline: none; }
  .numero { display: grid; place-items: center; min-inline-size: 1.75rem; block-size: 1.75rem; padding-inline: 0.25rem; border-radius: 1rem; background: var(--_accent); color: var(--_on-accent); font-size: 0.8125rem; font-weight: 700; }
  @container (min-width: 52rem) {
    .carte-vue { grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); align-items: start; }
    .carte-vue > .fond { position: sticky; inset-block-start: 0.5rem; block-size: min(75vh, 36rem); }
    .legende { max-block-size: min(75vh, 36rem); overflow-y: auto; }
  }

  @media (forced-colors: active) {
    .legende > li.choisi { outline: 2px solid Highlight; outline-offset: -2px; }
    .numero { border: 1px solid CanvasText; }
  }
`;
