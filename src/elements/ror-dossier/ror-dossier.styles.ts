import { css } from 'lit';

export const styles = css`
  :host { display: block; container-type: inline-size; }

  .heading { margin: 0; font-size: 1.35rem; line-height: 1.25; overflow-wrap: anywhere; }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1rem; margin-block: 0.25rem 1rem; }
  .back { margin-inline-start: -0.75rem; }
  .loading { padding: 2rem; color: var(--_text-soft); text-align: center; }
  .banner { margin-block-end: 1rem; }
  q { font-style: italic; }

  .badge { padding: 0.1rem 0.65rem; border: 1px solid currentColor; border-radius: 1rem; background: var(--_surface-soft); color: var(--_text-soft); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
  .badge[data-etat='EN_COURS'] { background: var(--_accent-soft); color: var(--_accent); }
  .badge[data-etat^='EN_VALIDATION'] { background: var(--_warning-soft); color: var(--_warning); }
  .badge[data-etat='VALIDE'], .badge[data-etat='PUBLIE'] { background: var(--_success-soft); color: var(--_success); }
  .badge[data-etat='REFUSE'], .badge[data-etat='ERREUR_PUBLICATION'] { background: var(--_danger-soft); color: var(--_danger); }

  .progress { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.75rem; font-size: 0.875rem; }
  progress { appearance: none; inline-size: 8rem; block-size: 0.5rem; border: 1px solid var(--_line-control); border-radius: 1rem; background: var(--_surface); overflow: hidden; }
  progress::-webkit-progress-bar { background: var(--_surface); }
  progress::-webkit-progress-value { background: var(--_success); }
  progress::-moz-progress-bar { background: var(--_success); }

  .dossiers { display: grid; gap: 0.75rem; margin: 1rem 0 0; padding: 0; list-style: none; }
  .dossier {
    display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0.35rem 1.5rem;
    padding: 1rem 1.25rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface);
    transition: border-color 0.12s, box-shadow 0.12s; position: relative;
  }
  /* A name keeps the width: what was said of progress goes below. */
  @container (max-width: 32rem) { .dossier { grid-template-columns: minmax(0, 1fr); } }
  .dossier:hover { border-color: var(--_accent); box-shadow: var(--_shadow); }
  .dossier-title { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1rem; }
  .dossier-dates { display: flex; flex-wrap: wrap; gap: 0 1.5rem; grid-column: 1 / -1; margin: 0; color: var(--_text-soft); font-size: 0.875rem; }
  .link { padding: 0; border: 0; background: none; color: var(--_accent); font: inherit; font-size: 1.0625rem; font-weight: 600; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; overflow-wrap: anywhere; cursor: pointer; }
  .link::after { content: ''; position: absolute; inset: 0; border-radius: var(--_radius-large); }
  .link:focus-visible { outline: none; }
  .link:focus-visible::after { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .empty { padding: 2.5rem 1.5rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); color: var(--_text-soft); text-align: center; }
  .empty p { margin: 0.25rem 0; }

  .steps { display: flex; flex-wrap: wrap; gap: 0.5rem 0; margin: 0; margin-inline-start: auto; padding: 0; list-style: none; }
  @container (max-width: 60rem) { .steps { flex-basis: 100%; margin-inline-start: 0; } }
  .step { display: flex; align-items: center; gap: 0.5rem; color: var(--_text-soft); font-size: 0.9375rem; }
  .step + .step::before { content: ''; inline-size: clamp(0.75rem, 4cqi, 3rem); margin-inline: 0.75rem 0.25rem; border-block-start: 2px solid var(--_line-control); }
  .step-mark { display: grid; place-items: center; inline-size: 1.75rem; block-size: 1.75rem; border: 2px solid var(--_line-control); border-radius: 50%; font-size: 0.875rem; font-weight: 700; }
  .step.done .step-mark { border-color: var(--_success); background: var(--_success-soft); color: var(--_success); }
  .step.current { color: var(--_text); font-weight: 700; }
  .step.current .step-mark { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }

  .columns { display: grid; grid-template-columns: minmax(16rem, 22rem) minmax(0, 1fr); align-items: start; gap: 1.25rem; }
  .tree, .panel { border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); }
  .tree { position: sticky; inset-block-start: 0.75rem; max-block-size: calc(100dvh - 1.5rem); overflow: auto; padding: 0.75rem; }
  .main { min-inline-size: 0; }
  @container (max-width: 52rem) {
    .columns { grid-template-columns: minmax(0, 1fr); }
    .tree { position: static; max-block-size: 22rem; }
  }

  .conflicts summary { cursor: pointer; }
  .conflicts p, .conflicts dl, .conflicts dd { margin: 0; }
  .conflicts > * { flex: 1 0 100%; }
  .conflicts ul { display: grid; gap: 0.75rem; margin: 0.75rem 0 0; padding-inline-start: 1.25rem; }
  .conflicts bdi, .conflicts dt { font-weight: 600; }
  .conflicts dl { display: grid; gap: 0.5rem; }
  .conflicts dd { overflow-wrap: anywhere; }
  .conflicts ins { text-decoration: none; }

  .panel { display: grid; gap: 1.25rem; padding: 1.25rem; }
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 1rem; }
  .field { display: grid; align-content: start; gap: 0.3rem; margin: 0; }
  .field.wide { grid-column: 1 / -1; }
  label { font-weight: 600; }
  .required { color: var(--_danger); }
  .help, .reason { color: var(--_text-soft); font-size: 0.875rem; }
  input, textarea, select { min-block-size: 2.5rem; padding: 0.4rem 0.7rem; border: 1px solid var(--_line-control); border-radius: var(--_radius); background: var(--_surface); color: inherit; font: inherit; }
  input[readonly] { border-color: var(--_line); background: var(--_surface-soft); }
  .acts { display: flex; flex-wrap: wrap; align-items: start; gap: 0.75rem; }
  .act { display: grid; gap: 0.3rem; max-inline-size: 20rem; }
  .error { margin: 0.75rem 0 0; color: var(--_danger); font-weight: 600; }
  .error:empty { display: none; }

  dialog { inline-size: min(32rem, calc(100vw - 2rem)); padding: 1.5rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow); }
  dialog::backdrop { background: rgb(10 20 30 / 0.55); }
  dialog h2 { margin: 0 0 1rem; font-size: 1.2rem; line-height: 1.3; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.25rem 0 0; }

  @media (forced-colors: active) {
    .step.current .step-mark { outline: 2px solid; }
    progress { border-color: CanvasText; }
    progress::-webkit-progress-value { background: Highlight; }
  }

  /* On paper, the fiche alone. */
  @media print {
    :is(.back, header, [part='next-step'], .next):has(~ .columns ror-fiche-form), .columns:has(ror-fiche-form) > .tree { display: none; }
    .columns:has(ror-fiche-form) { display: block; }
  }
`;
