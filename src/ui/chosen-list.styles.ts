import { css } from 'lit';

/** The list of what has been chosen. Lines out of view cost no layout. */
export const chosenListStyles = css`
  .chosen, .field + .all-of { margin-block-start: 1rem; }
  .chosen-title { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .count {
    padding-inline: 0.5rem;
    border-radius: 1rem;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.8125rem;
  }
  .chosen-scroll {
    max-block-size: 24rem;
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .chosen ul { margin: 0; padding: 0; list-style: none; }
  .chosen li {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    padding-inline: 0.75rem 0.25rem;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.75rem;
  }
  .chosen li + li { border-block-start: 1px solid var(--_line); }
  .chosen li:hover { background: var(--_surface-soft); }
  .chosen .check { flex: 1 1 auto; min-inline-size: 0; }
  .chosen :focus-visible { outline-offset: -2px; }
  .chosen > .none {
    margin: 0;
    padding: 0.75rem 1rem;
    border: 1px dashed var(--_line-control);
    border-radius: var(--_radius);
    color: var(--_text-soft);
  }
  .line-remove { flex: none; min-block-size: 2.75rem; min-inline-size: 2.75rem; padding: 0; color: var(--_text-soft); }
  .line-remove .icon { margin: 0; }
  .line-remove:hover { color: var(--_danger); background: var(--_danger-soft); }
  .chosen-actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.625rem; }
`;
