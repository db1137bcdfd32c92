import { css } from 'lit';

/** The window that says what a newer edition would change. */
export const editionStyles = css`
  dialog.edition { --_widest: 44rem; }
  .edition-titre { margin: 0; padding: 1rem 1.25rem 0; font-weight: 700; font-size: 1.2rem; line-height: 1.3; }
  .edition-titre:focus { outline: none; }
  .edition-contenu { display: grid; gap: 0.75rem; padding: 0.75rem 1.25rem 1.25rem; }
  .edition-contenu p, .edition-contenu ul { margin: 0; }
  .edition-contenu ul { display: grid; gap: 0.75rem; padding: 0; list-style: none; }
  .edition-contenu li { display: grid; gap: 0.125rem; padding: 0.75rem; border: 1px solid var(--_line); border-inline-start: 4px solid var(--_warning); border-radius: var(--_radius); overflow-wrap: anywhere; }
  .edition-contenu li[data-change='relabelled'] { border-inline-start-color: var(--_line-control); }
  .edition-contenu .champ { color: var(--_text-soft); font-size: 0.875rem; }
  .edition-contenu .button { justify-self: start; margin-block-start: 0.25rem; }
  .edition-pied { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; justify-content: space-between; padding: 0.75rem 1.25rem; border-block-start: 1px solid var(--_line); background: var(--_surface); }
  .edition-pied p { margin: 0; color: var(--_text-soft); font-size: 0.875rem; }
  @media (min-height: 30rem) { .edition-pied { position: sticky; inset-block-end: 0; } }
  @media (max-width: 30rem) { .edition-titre, .edition-contenu, .edition-pied { padding-inline: 0.75rem; } }
  @media print { dialog.edition { display: none; } }
`;
