import { css } from 'lit';

/** The legend of the form. */
export const legendeStyles = css`
  .legende {
    position: fixed;
    inset: auto 1rem 5rem auto;
    box-sizing: border-box;
    inline-size: min(27rem, 100vw - 2rem);
    max-block-size: min(40rem, 100vh - 7rem);
    margin: 0;
    padding: 1rem 1.25rem 1.25rem;
    overflow-y: auto;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.9375rem;
    box-shadow: var(--_shadow);
  }
  .legende-head { display: flex; align-items: center; justify-content: space-between; font-size: 1.125rem; }
  .legende-title { margin: 0.75rem 0 0.25rem; color: var(--_accent); font-weight: 700; }
  .legende dl { display: grid; gap: 0.375rem; margin: 0; }
  .legende dl > div { display: grid; grid-template-columns: 8.25rem minmax(0, 1fr); gap: 0.75rem; align-items: baseline; }
  @media (max-width: 26rem) { .legende dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; } }
  .legende dt .icon { margin: 0; vertical-align: -0.125em; }
  .legende dt > .icon { display: block; }
  .legende dd { margin: 0; }
  .legende .state { display: inline-block; }
  @media print { .legende { display: none; } }
`;
