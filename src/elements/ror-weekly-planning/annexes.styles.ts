import { css } from 'lit';

/** The list of hours and the copy, which come on demand. */
export const annexesStyles = css`
  .copie, .liste { padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-soft); }
  .copie, .jours-cochables, .ligne { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: center; }
  .erreur { color: var(--_danger); }
  .constats { margin: 0; padding: 0.5rem 1rem 0.5rem 2rem; border: 1px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-soft); }
  .coche { display: flex; gap: 0.375rem; align-items: center; min-block-size: 2rem; }
  .liste { display: grid; gap: 0.375rem; }
  .ligne > label { inline-size: 5.5rem; }
  .ligne > input { flex: 0 1 20rem; }
  .ligne > p { flex-basis: 100%; }
  select, input[type='text'] { min-inline-size: 0; min-block-size: 2.25rem; padding: 0.25rem 0.5rem; border: 1px solid var(--_line-control); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); font: inherit; }
  ::placeholder { color: var(--_text-soft); opacity: 1; }
  [aria-invalid] { border-color: var(--_danger); box-shadow: inset 0 0 0 1px var(--_danger); }
  @media (pointer: coarse) {
    .coche, select, input[type='text'] { min-block-size: 2.75rem; }
  }
`;
