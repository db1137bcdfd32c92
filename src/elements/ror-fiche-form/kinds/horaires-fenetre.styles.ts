import { css } from 'lit';

/** The window of the typical week: nearly the whole screen, its buttons always in sight; at great zoom all of it scrolls. */
export const fenetreStyles = css`
  dialog.semaine-type { --_widest: 64rem; scroll-padding-block: 3rem 9rem; }
  /* No heading: its level would be foreign to those of the form around. */
  .fenetre .titre { margin: 0; font-weight: 700; padding: 1rem 1.25rem 0; font-size: 1.2rem; line-height: 1.3; }
  .fenetre .contenu { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; padding: 0.75rem 1.25rem 1.25rem; }
  .fenetre .contenu p, .fenetre .contenu ul { margin-block: 0; }
  .fenetre .autres-types { display: flex; gap: 0.5rem; align-items: baseline; font-size: 0.875rem; font-weight: 400; }
  .fenetre .pied, .fenetre .question { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
  .fenetre .pied { padding: 0.75rem 1.25rem; border-block-start: 1px solid var(--_line); background: var(--_surface); }
  .fenetre .pied p { margin: 0; }
  .fenetre .erreur { flex: 1 1 100%; color: var(--_danger); font-weight: 600; }
  .fenetre .erreur:empty { display: none; }
  .fenetre .question p { flex: 1 1 100%; font-weight: 600; }
  @media (min-height: 30rem) { .fenetre .pied { position: sticky; z-index: 4; inset-block-end: 0; } }
  @media (max-width: 30rem) {
    .fenetre .titre, .fenetre .contenu, .fenetre .pied { padding-inline: 0.75rem; }
  }
`;
