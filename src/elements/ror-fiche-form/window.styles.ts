import { css } from 'lit';

/** The frame of a window over the form, nearly the whole of a small screen; `--_widest` on a large one. */
export const windowStyles = css`
  dialog.window {
    box-sizing: border-box;
    inline-size: min(var(--_widest), 100vw - 1rem);
    max-inline-size: none;
    max-block-size: calc(100dvb - 1rem);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog.window::backdrop { background: rgb(10 20 30 / 0.55); }
`;
