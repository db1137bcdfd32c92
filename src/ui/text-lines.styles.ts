import { css } from 'lit';

/** Texts one under another, each with its way out. */
export const textLinesStyles = css`
  .text-lines { display: grid; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
  .text-lines .line-remove { margin-inline-start: -0.375rem; }
  .text-lines .line:not(:has(.line-remove)) { padding-inline-end: 3rem; }
  .text-lines .line:only-child { padding: 0; }
`;
