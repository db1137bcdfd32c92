import { css } from 'lit';

/** The fiche on paper: black on white, labels and words, no control, no row cut in two. */
export const printStyles = css`
  .export-echec { margin: 0; color: var(--_danger); font-size: 0.875rem; }
  @media screen { .printed { display: none; } }
  @media print {
    :host { background: #fff; color: #000; color-scheme: light; }
    button, .banner, .export-echec, .actions { display: none; }
    :host:has(.printed), .form:has(> .printed) { display: block; }
    :has(> .printed) > :not(.printed) { display: none; }
    .printed { font-size: 10pt; line-height: 1.4; overflow-wrap: anywhere; }
    .printed .heading { margin: 0; color: #000; break-after: avoid; }
    .printed > .heading { margin-block-end: 4pt; font-size: 17pt; line-height: 1.2; }
    .printed > p, .printed footer p { margin: 0; color: #333; font-size: 9pt; }
    .printed section { margin-block: 16pt 0; }
    .printed section .heading { padding-block-end: 2pt; border-block-end: 1pt solid #000; font-size: 12pt; }
    .printed dl { display: block; margin: 0; }
    .printed .row { display: grid; grid-template-columns: 1fr 2fr; gap: 12pt; padding-block: 3pt; border-block-end: 0.5pt solid #999; break-inside: avoid; }
    .printed .row:has(li:nth-child(30)) { break-inside: auto; }
    .printed dt { color: #333; font-size: inherit; font-weight: 400; }
    .printed dd { margin: 0; white-space: pre-line; }
    .printed ul { margin: 0; padding-inline-start: 12pt; white-space: normal; }
    .printed footer { margin-block-start: 16pt; break-inside: avoid; }
  }
`;
