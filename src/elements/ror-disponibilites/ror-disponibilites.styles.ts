import { css } from 'lit';

export const styles = css`
  :host { display: block; container-type: inline-size; }

  .heading { margin: 0; font-size: 1.1rem; line-height: 1.3; overflow-wrap: anywhere; }
  .heading:focus { outline: none; }
  .titre { font-size: 1.35rem; }
  .soft { margin: 0; color: var(--_text-soft); }
  .aide { margin-block: 0.35rem 1.25rem; }
  .loading, .vide { padding: 2rem; color: var(--_text-soft); text-align: center; }
  .vide { border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); }
  .vide p { margin: 0.35rem 0; }
  .vide strong { color: var(--_text); }
  .banner { margin-block-end: 1rem; }
  .error { margin: 0; color: var(--_danger); font-weight: 600; }

  .etablissement { margin-block-end: 1.5rem; }
  .unites { display: grid; gap: 0.625rem; margin: 0.75rem 0 0; padding: 0; list-style: none; }
  .unite { border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); container-type: inline-size; }
  .tete { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0.25rem 1.25rem; align-items: center; padding: 0.5rem 1rem; }
  .tete .heading { font-size: 1rem; }
  .ouvrir { display: flex; gap: 0.5rem; align-items: center; inline-size: 100%; min-block-size: 2.75rem; padding: 0; border: 0; background: none; color: var(--_accent); font: inherit; font-weight: 600; text-align: start; overflow-wrap: anywhere; cursor: pointer; }
  .ouvrir:hover span { text-decoration: underline; text-underline-offset: 0.2em; }
  .ouvrir .icon { flex: none; margin: 0; transition: rotate 0.15s; rotate: -90deg; }
  .ouvrir[aria-expanded='true'] .icon { rotate: 0deg; }
  .fraicheur { display: inline-flex; gap: 0.25rem; align-items: center; margin: 0; padding: 0 0.6rem; border-radius: 1rem; background: var(--_success-soft); color: var(--_success); font-size: 0.875rem; }
  .fraicheur.ancien { background: var(--_warning-soft); color: var(--_warning); }
  .fraicheur .icon { margin: 0; inline-size: 1rem; block-size: 1rem; }
  .saisie { display: grid; gap: 1rem; padding: 1rem; border-block-start: 1px solid var(--_line); }
  .saisie > * { min-inline-size: 0; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }

  .fermetures { min-inline-size: 0; margin: 0; padding: 1rem; border: 0; border-radius: var(--_radius); background: var(--_surface-soft); }
  .fermetures legend { float: inline-start; inline-size: 100%; padding: 0; margin-block-end: 0.5rem; font-weight: 600; }
  .fermetures > * { clear: both; }
  .fermeture { position: relative; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 0.75rem 1rem; align-items: start; padding-block: 0.75rem; padding-inline-end: 3rem; border-block-end: 1px solid var(--_line); }
  .fermeture label { display: block; margin-block-end: 0.25rem; font-size: 0.875rem; font-weight: 600; }
  .fermeture .control { inline-size: 100%; max-inline-size: none; }
  .retirer { position: absolute; inset-block-start: 0.5rem; inset-inline-end: 0; padding-inline: 0.5rem; }
  .retirer .icon { margin: 0; }
  .fermetures > .button { margin-block-start: 0.75rem; }
  @container (max-width: 40rem) { .tete { grid-template-columns: minmax(0, 1fr); padding-block-end: 0.75rem; } .fraicheur { justify-self: start; } }
  /* Six columns and more need more room than the table knows: until there is, one block a row, as on a telephone. */
  @container (40rem <= width < 56rem) {
    .pivot, .pivot tbody, .pivot th, .pivot td { display: block; }
    .pivot thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .pivot th:first-child { inline-size: auto; }
    .pivot tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: 0.25rem 0.75rem; padding-block: 0.5rem 0.75rem; }
    .pivot tr > th, .pivot-under { grid-column: 1 / -1; }
    .pivot td { display: grid; align-content: end; padding: 0; }
    .pivot-label { display: block; color: var(--_text-soft); font-size: 0.875rem; }
    .pivot .control { text-align: start; }
  }
  @media (forced-colors: active) { .fraicheur { border: 1px solid CanvasText; } }
`;
