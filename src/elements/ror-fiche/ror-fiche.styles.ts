import { css } from 'lit';

export const styles = css`
  :host { display: block; container-type: inline-size; }

  header { display: flex; align-items: flex-start; gap: 0.75rem; margin-block-end: 1rem; }
  .code { flex: none; margin-block-start: 0.15rem; padding: 0.1rem 0.5rem; border: 1px solid var(--_accent); border-radius: var(--_radius); background: var(--_accent-soft); color: var(--_accent); font-size: 0.8125rem; font-weight: 700; }
  .heading { margin: 0; line-height: 1.25; overflow-wrap: anywhere; }
  header .heading { font-size: 1.35rem; }
  section .heading { padding-block-end: 0.35rem; border-block-end: 1px solid var(--_line); color: var(--_accent); font-size: 1.0625rem; }
  section { margin-block: 1.5rem; }

  .path { display: flex; flex-wrap: wrap; gap: 0.15rem 0; margin: 0 0 0.75rem; padding: 0; color: var(--_text-soft); font-size: 0.875rem; list-style: none; }
  .path li + li::before { content: '›'; margin-inline: 0.5rem; }
  .path abbr { font-weight: 700; text-decoration: none; }

  dl { display: grid; gap: 0; margin: 0; }
  .pair { display: grid; grid-template-columns: minmax(9rem, 1fr) minmax(0, 2fr); gap: 0.25rem 1.25rem; padding-block: 0.55rem; border-block-end: 1px solid var(--_line); }
  .pair:last-child { border-block-end: 0; }
  dt { color: var(--_text-soft); }
  dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
  dd ul { margin: 0; padding-inline-start: 1.1rem; white-space: normal; }
  @container (max-width: 28rem) { .pair { grid-template-columns: minmax(0, 1fr); } dt { font-size: 0.875rem; } }

  .banner { margin-block: 1rem; }
  .empty { padding: 2rem 1rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); color: var(--_text-soft); text-align: center; }
  .date { margin: 1.5rem 0 0; color: var(--_text-soft); font-size: 0.875rem; }
`;
