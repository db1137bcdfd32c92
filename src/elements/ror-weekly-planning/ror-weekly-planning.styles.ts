import { css } from 'lit';
import { agendaStyles } from './agenda.styles.ts';
import { textureStyles } from './textures.styles.ts';

const around = css`
  :host { display: block; font-size: 0.875rem; }
  .planning { display: flex; flex-direction: column; gap: 0.75rem; }
  p { margin: 0; }
  .resume { white-space: pre-line; }
  .aide { color: var(--_text-soft); }
  .message {
    position: sticky;
    z-index: 3;
    inset-block-end: 0;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_accent);
    border-inline-start-width: 0.3rem;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .message:empty { display: none; }

  .button { font-weight: 500; }
  .outils, .pinceaux { display: flex; flex-wrap: wrap; gap: 0.375rem; }
  .pinceaux { gap: 0 1rem; margin: 0; padding: 0; border: 0; list-style: none; }
  legend { padding: 0; color: var(--_text-soft); }
  .pinceau { display: flex; gap: 0.375rem; align-items: center; min-block-size: 2rem; }
  .pastille { inline-size: 1.5rem; block-size: 1rem; border-radius: 0.1875rem; }

  .bandeau { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 0.25rem; max-inline-size: 32rem; color: var(--_text-soft); text-align: center; }
  svg { display: block; inline-size: 100%; block-size: 0.875rem; border: 1px solid var(--_line-control); border-radius: 0.1875rem; background: var(--_surface-soft); }
  svg:dir(rtl) { scale: -1 1; }
  .trait { fill: var(--_trait, var(--_text-soft)); }
  @media (pointer: coarse) {
    .pinceau, .button.small { min-block-size: 2.75rem; }
  }
`;

export const styles = [around, agendaStyles, textureStyles];
