import { css } from 'lit';

/** The layout follows the width of the form, not of the window: it is at home in any column of a page. */
export const styles = css`
  :host { display: block; }
  .form { container-type: inline-size; }
  .heading { margin: 0; font-weight: 700; line-height: 1.25; overflow-wrap: anywhere; }
  .heading:focus { outline: none; }
  .heading:focus-visible { outline: 2px solid var(--_focus); outline-offset: 4px; }

  .header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; margin-block-end: 1.25rem; }
  .header > .heading { flex: 1 1 100%; font-size: 1.5rem; }
  .state {
    margin: 0;
    padding: 0.125rem 0.75rem;
    border: 1px solid var(--_line-control);
    border-radius: 1rem;
    background: var(--_surface-soft);
    color: var(--_text-soft);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .state[data-etat='finalisee'] { border-color: var(--_success); background: var(--_success-soft); color: var(--_success); }
  .legend { margin: 0; color: var(--_text-soft); font-size: 0.875rem; }

  .sections { display: grid; gap: 1.25rem; }
  .card {
    min-inline-size: 0;
    padding: 1.25rem 1rem 1.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  /* Out of view, a section is laid out later (idle-layout.ts); searches of the page, links and assistive tools find what it holds at once. */
  :host(:state(en-pose)) .card { content-visibility: auto; contain-intrinsic-block-size: auto 30rem; }
  .card > .heading { margin-block-end: 1rem; font-size: 1.125rem; color: var(--_accent); }
  .card > .help { margin-block: -0.625rem 1rem; max-inline-size: 48rem; }
  .fields, .steps { display: grid; gap: 1.25rem 2rem; }
  .fields > .field { align-self: start; }
  .steps > .field { align-self: end; }
  .steps { padding: 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-soft); }
  .control, .check input, button, a, fieldset, [tabindex] { scroll-margin-block: 6rem 9rem; }
  .waiting { margin: 0; color: var(--_text-soft); background: var(--_surface-soft); }
  .corrections { display: grid; gap: 0.25rem; justify-items: start; margin-block-start: 0.5rem; }
  .proposal { display: block; max-inline-size: 100%; padding-inline: 0.5rem; margin-inline-start: -0.5rem; text-align: start; }
  .proposal strong { overflow-wrap: anywhere; text-decoration: underline; text-underline-offset: 0.2em; }

  @container (min-width: 44rem) {
    .card { padding: 1.5rem 1.75rem 1.75rem; }
    .fields, .steps, .choices.columns { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .wide { grid-column: 1 / -1; }
    .choices.columns { display: grid; column-gap: 2rem; }
  }

  .actions {
    position: sticky;
    inset-block-end: 0;
    z-index: 5;
    display: grid;
    gap: 0.5rem;
    margin-block-start: 1.25rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    border-start-start-radius: var(--_radius-large);
    border-start-end-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .bar, .side, .saves { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .side { flex: 1 1 26rem; }
  .saves { flex: 1 1 auto; align-items: stretch; justify-content: flex-end; }
  .saves > .button { flex: 1 1 8rem; }
  .side > .button { padding-inline: 0.5rem; }
  .helps[aria-pressed='true'] { background: var(--_accent-soft); }
  .save-state { display: flex; gap: 0.5rem; align-items: center; margin: 0; color: var(--_text-soft); font-size: 0.875rem; }
  .save-state .icon { margin: 0; }
  .save-state.done { color: var(--_success); font-weight: 600; }
  @container (max-width: 29.99rem) {
    .actions { padding: 0.5rem; }
    .saves > .button { padding-inline: 0.5rem; font-size: 0.875rem; line-height: 1.2; }
    .side > .button { font-size: 0.875rem; min-block-size: 2rem; }
    .side > .button ~ .button { order: 2; }
    .side > .save-state { order: 1; }
  }
  @container (min-width: 44rem) and (max-width: 74rem) { .side { flex-basis: 100%; } }
  @container (min-width: 44rem) {
    .saves { flex: 0 0 auto; margin-inline-start: auto; }
    .saves > .button { flex: 0 0 auto; }
  }
  /* Zoomed in, a bar that never leaves would hide what it is for. */
  @media (max-height: 26rem) { .actions { position: static; } }

  .spinner {
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn { to { rotate: 1turn; } }

  .skeleton { display: grid; gap: 1.25rem; }
  .skeleton .card { block-size: 11rem; background: var(--_surface-soft); animation: breathe 1.6s ease-in-out infinite alternate; }
  @keyframes breathe { to { opacity: 0.5; } }

  @media print { .actions, .proposal { display: none; } }
  .audience { display: flex; gap: 0.375rem; align-items: flex-start; }
  .audience .icon { margin-block-start: 0.2em; }
  .side { justify-content: flex-start; gap: 0 0.5rem; }
  .side > .save-state { margin-inline-start: auto; }
`;
