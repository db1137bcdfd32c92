import { css } from 'lit';

/** Two versions of a fiche, to be chosen from field by field. */
export const versionsStyles = css`
  .conflict > p { margin: 0.5rem 0 1rem; }
  .conflict fieldset + fieldset { margin-block-start: 1.25rem; }
  .versions { display: grid; gap: 0.75rem; }
  .version {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75rem;
    align-items: center;
    align-content: start;
    padding: 0.75rem;
    border: 1px solid var(--_line-control);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .version:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  .version input { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--_accent); }
  .version .choice { font-weight: 600; }
  .version .caption, .version .value { grid-column: 2; }
  .version .caption { color: var(--_text-soft); font-size: 0.875rem; }
  .version .caption::after { content: ' :'; }
  .version .value { overflow-wrap: anywhere; white-space: pre-line; max-block-size: 12rem; overflow: auto; }
  .version ul { margin: 0; padding-inline-start: 1.25rem; }
  .conflict-actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 1.25rem; }
  .conflict-actions .primary { margin-inline-start: auto; }
  @container (min-width: 44rem) { .versions { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
`;
