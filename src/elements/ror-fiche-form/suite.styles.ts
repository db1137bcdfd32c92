import { css } from 'lit';

/** What a save lacks, and the frame of two versions beside each other. */
export const suiteStyles = css`
  .summary, .conflict { display: block; margin-block-end: 1.25rem; padding: 1.25rem; }
  .summary > .heading, .conflict > .heading { font-size: 1.125rem; }
  .summary .heading + .summary-sections { margin-block-start: 0.75rem; }
  .summary-sections { display: grid; gap: 0.75rem; }
  .summary-sections .heading { font-size: 1rem; }
  .summary ul { margin: 0.25rem 0 0; padding-inline-start: 1.25rem; }
  .summary li { padding-block: 0.25rem; }
  .summary a { color: var(--_danger); font-weight: 600; text-underline-offset: 0.2em; }
  @container (min-width: 44rem) { .summary-sections { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  .summary .help { margin-block-start: 1rem; color: inherit; }
  .summary .which { font-weight: 400; }
  .banner.success { margin-block-end: 1.25rem; }
`;
