import { css } from 'lit';

/** Native buttons: `.button` plain, `.primary` the one next step, `.quiet` without a frame, `.danger` destroys. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.5rem;
    padding: 0.4rem 1rem;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    transition: background-color 0.12s, border-color 0.12s;
  }
  .button:hover { background: var(--_surface-strong); }
  .button.primary { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
  .button.primary:hover { border-color: var(--_accent-strong); background: var(--_accent-strong); }
  .button.danger { border-color: var(--_danger); color: var(--_danger); }
  .button.danger:hover { background: var(--_danger-soft); }
  .button.quiet { border-color: transparent; background: none; color: var(--_accent); }
  .button.quiet:hover { background: var(--_accent-soft); }
  .button:disabled, .button[aria-disabled='true'], .button[aria-disabled='true']:hover {
    border-color: var(--_line);
    background: var(--_surface-soft);
    color: var(--_text-soft);
    cursor: not-allowed;
  }
  .button.small { min-block-size: 2rem; padding: 0.15rem 0.6rem; font-size: 0.875rem; }
  @media (forced-colors: active) {
    .button.primary { border-width: 2px; }
    .button:disabled, .button[aria-disabled='true'] { border-color: GrayText; color: GrayText; }
  }
`;
