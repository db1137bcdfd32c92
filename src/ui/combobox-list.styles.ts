import { css } from 'lit';

/** The list of a combobox. */
export const comboboxListStyles = css`
  .popup {
    position: absolute;
    inset: 100% 0 auto;
    z-index: 10;
    margin: 0;
    padding: 0;
    max-block-size: 20rem;
    overflow: hidden;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .popup:popover-open, .popup:not([popover], [hidden]) { display: flex; flex-direction: column; }
  .list { min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; overflow-anchor: none; }
  @supports (position-area: block-end) {
    .popup {
      position: fixed;
      position-anchor: --ror-combobox;
      position-area: block-end span-inline-end;
      position-try-fallbacks: flip-block;
      /* The field opens while its section is only being laid out (content-visibility): the list must not stay hidden for that. */
      position-visibility: always;
      inset: auto;
      margin-block: 0.25rem;
      inline-size: anchor-size(inline);
      min-inline-size: min(18rem, 100%);
      max-inline-size: 100%;
    }
  }
  .popup .heading, .popup .option { padding: 0.5rem 0.75rem; min-block-size: 44px; overflow-wrap: anywhere; }
  .popup .heading {
    display: flex;
    align-items: flex-end;
    padding-block: 0.75rem 0.25rem;
    color: var(--_text-soft);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .popup .option { display: flex; align-items: center; justify-content: space-between; gap: 0.75rem; cursor: pointer; }
  .popup .option > span { min-inline-size: 0; }
  .popup .heading.strong { color: var(--_accent); font-weight: 700; }
  .popup .hint { color: var(--_text-soft); font-size: 0.875em; font-weight: 400; }
  .popup .option.strong { font-weight: 700; }
  .popup .option:hover { background: var(--_surface-strong); }
  .popup .option.active { background: var(--_accent-soft); box-shadow: inset 0.25rem 0 0 var(--_accent); }
  .popup .option:dir(rtl).active { box-shadow: inset -0.25rem 0 0 var(--_accent); }
  .popup .option .icon { color: var(--_accent); margin: 0; }
  .popup .away { min-block-size: 0; padding: 0; }
  .popup .none { margin: 0; padding: 0.75rem; color: var(--_text-soft); }
  @media (forced-colors: active) {
    .popup .option.active { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
