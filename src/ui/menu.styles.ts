import { css } from 'lit';

/** The menu of `menu.ts`. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 12rem;
    max-inline-size: min(24rem, calc(100vw - 1rem));
    max-block-size: calc(100dvh - 1rem);
    margin: 0;
    padding: 0.3rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu-item {
    display: block;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.35rem 0.75rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .menu-item:hover { background: var(--_surface-strong); }
  .menu-item:focus-visible { outline-offset: -2px; background: var(--_accent-soft); }
  @media (pointer: coarse) { .menu-item { min-block-size: 2.75rem; } }
  @media (forced-colors: active) { .menu-item:hover, .menu-item:focus-visible { outline: 2px solid Highlight; } }
`;
