import { css } from 'lit';

/** The window of the search: comparison, kept searches, export. */
export const fenetreStyles = css`
  dialog {
    inline-size: min(60rem, calc(100vw - 1.5rem));
    max-block-size: calc(100dvh - 2rem);
    padding: 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop { background: rgb(10 20 30 / 0.5); }
  dialog .fin { display: flex; justify-content: flex-end; margin-block-start: 1rem; }
  .export { display: grid; justify-items: start; gap: 0.75rem; margin-block-start: 0.75rem; }
  .export fieldset { display: grid; gap: 0.25rem; margin: 0; padding: 0; border: 0; }
  .export legend { padding: 0; margin-block-end: 0.25rem; font-weight: 600; }
  .export p { margin: 0; }
  .export progress { vertical-align: middle; accent-color: var(--_accent); }
  .enregistrees { margin: 0.75rem 0; padding: 0; list-style: none; }
  .enregistrees > li { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; padding-block: 0.5rem; border-block-end: 1px solid var(--_line); }
  .enregistrees .titre { flex: 1 1 12rem; }
  .nouveau { padding: 0.1rem 0.6rem; border-radius: 1rem; background: var(--_success-soft); color: var(--_success); font-size: 0.8125rem; font-weight: 600; }
  .enregistrer { display: grid; justify-items: start; gap: 0.5rem; margin-block-start: 1rem; padding: 1rem; border-radius: var(--_radius); background: var(--_surface-soft); }
  .enregistrer .field { inline-size: 100%; }
  .enregistrer .field > label { display: block; margin-block-end: 0.375rem; font-weight: 600; }
  .comparaison { table-layout: fixed; }
  .large .comparaison { min-inline-size: 40rem; }
  .comparaison th:first-child { position: sticky; z-index: 1; inset-inline-start: 0; inline-size: 9rem; background: var(--_surface); }
  .comparaison thead th > div { display: flex; gap: 0.25rem; align-items: flex-start; justify-content: space-between; }
  @media (max-width: 36rem) { .comparaison th:first-child { inline-size: 6.5rem; padding-inline: 0.5rem; } }
  .comparaison thead th { background: var(--_surface); color: var(--_text); white-space: normal; overflow-wrap: anywhere; }
  dialog .large { margin-block-start: 0.75rem; }
`;
