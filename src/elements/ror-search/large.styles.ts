import { css } from 'lit';

/** A table wider than the page. */
export const largeStyles = css`
  .large { overflow-x: auto; border: 1px solid var(--_line); border-radius: var(--_radius-large); }
  .large table { min-inline-size: 60rem; }
`;
