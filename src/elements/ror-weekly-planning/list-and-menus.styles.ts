import { css } from 'lit';

/** The list of hours, the copy and the exceptions, which come on demand. */
export const listAndMenusStyles = css`
  .copie, .liste, .exceptions { padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-soft); }
  .copie, .jours-cochables, .ligne { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: center; }
  .erreur { color: var(--_danger); }
  .constats { margin: 0; padding: 0.5rem 1rem 0.5rem 2rem; border: 1px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-soft); }
  .coche { display: flex; gap: 0.375rem; align-items: center; min-block-size: 2rem; }
  .liste { display: grid; gap: 0.375rem; }
  .ligne > label { inline-size: 5.5rem; }
  .ligne > input { flex: 0 1 20rem; }
  @media (max-width: 30rem) {
    .ligne > label { flex-basis: 100%; }
    .ligne > input { flex: 1 1 8rem; }
  }
  .ligne > p { flex-basis: 100%; }
  .exceptions-lues, .exceptions ul { margin: 0; padding-inline-start: 1.25rem; }
  .exceptions { display: grid; gap: 0.5rem; justify-items: start; }
  .exceptions ul { display: grid; gap: 0.375rem; }
  .exceptions li { padding-block: 0.125rem; }
  .exceptions li > span { margin-inline-end: 0.5rem; }
  .regles, .dates, .suite { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: center; min-inline-size: 0; }
  .brouillon { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.5rem 0.75rem; align-items: center; inline-size: 100%; padding-block-start: 0.5rem; border-block-start: 1px solid var(--_line); }
  .brouillon > .erreur, .brouillon > .suite { grid-column: 1 / -1; }
  .brouillon > input { max-inline-size: 20rem; }
  @media (max-width: 30rem) { .brouillon { grid-template-columns: minmax(0, 1fr); } .dates { display: grid; justify-items: start; } }
  select, input[type='text'], input[type='date'] { max-inline-size: 100%; min-inline-size: 0; min-block-size: 2.25rem; padding: 0.25rem 0.5rem; border: 1px solid var(--_line-control); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); font: inherit; }
  ::placeholder { color: var(--_text-soft); opacity: 1; }
  [aria-invalid] { border-color: var(--_danger); box-shadow: inset 0 0 0 1px var(--_danger); }
  @media (pointer: coarse) {
    .coche, select, input[type='text'], input[type='date'] { min-block-size: 2.75rem; }
  }
`;
