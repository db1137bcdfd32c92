import { css } from 'lit';

/** The list of sections, beside the form where there is room for both; elsewhere the form alone. */
export const sommaireStyles = css`
  .sommaire { display: none; }
  @container (min-width: 58rem) {
    .corps:has(> .sommaire:not([hidden])) { display: grid; grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 1.25rem; align-items: start; }
    .corps > .sections { grid-area: 1 / 1; }
    .sommaire:not([hidden]) {
      position: sticky;
      grid-area: 1 / 2;
      inset-block-start: 1rem;
      display: block;
      max-block-size: calc(100vh - 9rem);
      overflow-y: auto;
    }
  }
  .sommaire ul { margin: 0; padding: 0; list-style: none; border-inline-start: 1px solid var(--_line-control); }
  .sommaire a {
    display: block;
    margin-inline-start: -1px;
    padding: 0.3125rem 0.5rem 0.3125rem 0.75rem;
    border-inline-start: 3px solid transparent;
    color: var(--_text);
    font-size: 0.875rem;
    line-height: 1.3;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .sommaire a:hover { text-decoration: underline; }
  .sommaire a:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
  .sommaire a[aria-current] { border-inline-start-color: var(--_accent); font-weight: 700; }
  .sommaire .etat { display: flex; gap: 0.25rem; align-items: center; color: var(--_text-soft); font-size: 0.8125rem; font-weight: 400; }
  .sommaire .etat .icon { margin: 0; }
  .sommaire .complet { display: inline-flex; color: var(--_success); vertical-align: -0.125em; }
  .card > .heading { scroll-margin-block-start: 1rem; }
  .card > .heading:focus:not(:focus-visible) { outline: none; }
  @media print { .sommaire { display: none !important; } }
`;
