import { css } from 'lit';

/** The queue: chips of status, filters, rows. */
export const listStyles = css`
  :host { display: block; container-type: inline-size; }

  .heading { margin: 0; font-size: 1.35rem; line-height: 1.25; overflow-wrap: anywhere; }
  .heading:focus { outline: none; }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin-block: 0.25rem 1rem; }
  .loading { padding: 2rem; color: var(--_text-soft); text-align: center; }
  .banner { margin-block-end: 1rem; }
  .code { flex: none; padding: 0 0.45rem; border-radius: var(--_radius); background: var(--_accent-soft); color: var(--_accent); font-size: 0.8125rem; font-weight: 700; text-decoration: none; }
  .soft { color: var(--_text-soft); }

  .badge { --ton: var(--_text-soft); --ton-soft: var(--_surface-soft); padding: 0.1rem 0.65rem; border: 1px solid currentColor; border-radius: 1rem; background: var(--ton-soft); color: var(--ton); font-size: 0.8125rem; font-weight: 600; }
  [data-ton='attend'] { --ton: var(--_accent); --ton-soft: var(--_accent-soft); }
  [data-ton='bloque'] { --ton: var(--_warning); --ton-soft: var(--_warning-soft); }
  [data-ton='fait'] { --ton: var(--_success); --ton-soft: var(--_success-soft); }
  [data-ton='refuse'] { --ton: var(--_danger); --ton-soft: var(--_danger-soft); }
  [data-ton='passe'] { --ton: var(--_text-soft); --ton-soft: var(--_surface-soft); }

  .chips { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
  .chips:not(.scope) { margin-block-end: 1rem; }
  .scope { margin-inline-start: auto; }
  .chip { display: inline-flex; align-items: center; gap: 0.5rem; min-block-size: 2.25rem; padding: 0.2rem 0.8rem; border: 1px solid var(--_line-control); border-radius: 1.25rem; background: var(--_surface); color: var(--_text); font: inherit; font-size: 0.9375rem; cursor: pointer; transition: background-color 0.12s, border-color 0.12s; }
  .chip:hover { background: var(--_surface-strong); }
  .chip[aria-pressed='true'] { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
  .chip[data-ton]::before { content: ''; inline-size: 0.6rem; block-size: 0.6rem; border-radius: 50%; background: var(--ton); }
  .chip[aria-pressed='true']::before { background: currentColor; }
  .count { min-inline-size: 1.5rem; padding-inline: 0.35rem; border-radius: 1rem; background: var(--_surface-strong); color: var(--_text); font-size: 0.8125rem; font-weight: 700; text-align: center; }
  .chips-line { inline-size: 1px; block-size: 1.75rem; background: var(--_line); }

  .unfold { margin-block-end: 1rem; }
  .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); align-items: end; gap: 0.75rem 1rem; margin-block-end: 1.25rem; }
  .filters .control { min-block-size: 2.5rem; padding-block: 0.35rem; }
  .filters .field > label { margin-block-end: 0.2rem; font-size: 0.875rem; }
  .erase { justify-self: start; }
  @container (min-width: 44rem) { .unfold { display: none; } }
  @container (max-width: 43.99rem) { .filters:not([data-open]) { display: none; } .chips-line { display: none; } .scope { margin-inline-start: 0; } }

  .rows { display: grid; gap: 0.625rem; margin: 0; padding: 0; list-style: none; }
  .row {
    position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: 0.3rem 1rem;
    padding: 0.9rem 1.1rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); transition: border-color 0.12s, box-shadow 0.12s;
  }
  .row:hover { border-color: var(--_accent); box-shadow: var(--_shadow); }
  .row-title { display: flex; align-items: baseline; gap: 0.6rem; min-inline-size: 0; }
  .link { min-inline-size: 0; padding: 0; border: 0; background: none; color: var(--_accent); font: inherit; font-size: 1.0625rem; font-weight: 600; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; overflow-wrap: anywhere; cursor: pointer; }
  .link::after { content: ''; position: absolute; inset: 0; border-radius: var(--_radius-large); }
  .link:focus-visible { outline: none; }
  .link:focus-visible::after { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .row-message { display: -webkit-box; grid-column: 1 / -1; margin: 0; overflow: hidden; overflow-wrap: anywhere; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  .row-meta { display: flex; flex-wrap: wrap; gap: 0 1.25rem; grid-column: 1 / -1; margin: 0; color: var(--_text-soft); font-size: 0.875rem; }
  .answered { color: var(--_success); font-weight: 600; }
  @container (max-width: 30rem) { .row { grid-template-columns: minmax(0, 1fr); } .row .badge { justify-self: start; } }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.25rem; margin: 1rem 0 0; color: var(--_text-soft); font-size: 0.9375rem; }
  .empty { padding: 2.5rem 1.5rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); color: var(--_text-soft); text-align: center; }
  .empty p { max-inline-size: 40rem; margin: 0.25rem auto; }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] { border: 2px solid Highlight; outline: 1px solid Highlight; }
    .chip[data-ton]::before { background: CanvasText; }
  }
`;
