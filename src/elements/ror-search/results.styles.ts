import { css } from 'lit';

/** The results as a list, and what is above every view. */
export const resultsStyles = css`
  .resultats { min-inline-size: 0; container-type: inline-size; transition: opacity 0.15s; }
  .resultats[aria-busy='true'] > * { opacity: 0.65; }
  .entete { display: grid; gap: 0.5rem; margin-block-end: 0.75rem; }
  .entete .heading { font-size: 1.125rem; }
  .entete p { margin: 0; }
  .outils { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
  .vues { display: inline-flex; border: 1px solid var(--_line-control); border-radius: var(--_radius); overflow: hidden; }
  .vue { min-block-size: 2.25rem; padding: 0.25rem 0.875rem; border: 0; border-inline-start: 1px solid var(--_line-control); background: var(--_surface); color: var(--_text); font: inherit; font-size: 0.875rem; font-weight: 600; cursor: pointer; }
  .vue:first-child { border-inline-start: 0; }
  .vue:hover { background: var(--_surface-strong); }
  .vue[aria-pressed='true'] { background: var(--_accent); color: var(--_on-accent); }
  .vue:focus-visible { outline-offset: -3px; }
  .tri { display: inline-flex; gap: 0.5rem; align-items: center; font-size: 0.875rem; }
  .tri .control { min-block-size: 2.25rem; padding-block: 0.2rem; font-size: inherit; }
  .comparer { position: sticky; z-index: 2; inset-block-start: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.5rem; border-radius: var(--_radius); background: var(--_accent-soft); }

  .etablissements, .rien ul { margin: 0; padding: 0; list-style: none; }
  .etablissement {
    margin-block-end: 0.625rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    /* Results out of view cost no layout. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(5rem + var(--_rows, 0) * 4rem);
  }
  .tete { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: start; padding: 0.75rem; }
  .plus { display: grid; place-items: center; inline-size: 2.25rem; block-size: 2.25rem; padding: 0; border: 1px solid var(--_line-control); border-radius: 50%; background: var(--_surface); color: var(--_accent); cursor: pointer; }
  .plus:hover { background: var(--_accent-soft); }
  .plus[aria-expanded='true'] { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
  .plus::before { content: '+' / ''; font-size: 1.375rem; line-height: 1; }
  .plus[aria-expanded='true']::before { content: '−' / ''; }
  .tete > .points { grid-area: 1 / 3; }
  .titre { min-inline-size: 0; }
  .titre .heading { font-size: 1rem; }
  .titre .second { margin: 0.125rem 0 0; overflow-wrap: anywhere; }
  .lien { padding: 0; border: 0; background: none; color: var(--_accent); font: inherit; font-weight: 600; text-align: start; text-decoration: underline; text-underline-offset: 0.15em; overflow-wrap: anywhere; cursor: pointer; }
  .lien:hover { color: var(--_accent-strong); text-decoration-thickness: 2px; }
  .mesures { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin: 0; font-size: 0.875rem; }
  .mesures > span { padding: 0 0.6rem; border-radius: 1rem; background: var(--_surface-soft); font-variant-numeric: tabular-nums; }
  .points { padding-inline: 0.5rem; }
  /* Marks of what there are hundreds of are drawn by the sheet: no element each. The words beside say the same. */
  .points .icon { margin: 0; }
  .points:empty::before { content: '•••' / ''; letter-spacing: 0.1em; }

  .unites { overflow-x: auto; border-block-start: 1px solid var(--_line); }
  .unites .reste { margin: 0; padding: 0.5rem 0.75rem; }
  table { inline-size: 100%; border-collapse: collapse; font-size: 0.875rem; }
  th, td { padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--_line); text-align: start; vertical-align: top; }
  thead th { background: var(--_surface-soft); color: var(--_text-soft); font-weight: 600; white-space: nowrap; }
  tbody tr:last-child > * { border-block-end: 0; }
  tbody th { min-inline-size: 10rem; font-weight: 600; }
  table .lien { overflow-wrap: break-word; }
  td.chiffre, .etablissement td { font-variant-numeric: tabular-nums; }
  td.fin { white-space: nowrap; text-align: end; }
  .choix { display: inline-flex; gap: 0.4rem; align-items: center; min-block-size: 2rem; color: var(--_text-soft); font-size: 0.8125rem; cursor: pointer; }
  .case { inline-size: 1.125rem; block-size: 1.125rem; margin: 0; accent-color: var(--_accent); }
  .patient { display: inline-block; white-space: nowrap; }
  .patient { margin-inline-end: 0.25rem; }
  .patient::before { content: attr(data-lettre) / ''; margin-inline-end: 0.3rem; font-weight: 700; display: inline-grid; place-items: center; inline-size: 1.25rem; block-size: 1.25rem; border: 1px solid var(--_line-control); border-radius: 50%; font-size: 0.75rem; line-height: 1; }
  .statut { display: inline-flex; gap: 0.25rem; align-items: center; padding: 0 0.5rem; border: 1px solid; border-radius: 1rem; font-weight: 600; white-space: nowrap; }
  .statut::before { font-size: 0.8125rem; line-height: 1; }
  .statut.ouvert::before { content: '✓' / ''; }
  .statut.ferme::before { content: '✕' / ''; }
  .statut.inconnu::before { content: '?' / ''; }
  .statut.ouvert { background: var(--_success-soft); color: var(--_success); }
  .statut.ferme { background: var(--_danger-soft); color: var(--_danger); }
  .statut.inconnu { background: var(--_surface-soft); color: var(--_text-soft); }
  .suite { color: var(--_text-soft); }
  span.suite { display: block; margin-block-start: 0.15rem; font-size: 0.8125rem; }
  .suite.ancien { color: var(--_warning); }
  .button.suite { inline-size: 100%; margin-block-start: 0.25rem; color: var(--_text); }

  /* Without the room for a table, each unit is a card: its name, then a line a question, in as many columns as there is room for. */
  @container (max-width: 54rem) {
    .unites table, .unites tbody, .unites th, .unites td { display: block; }
    .unites thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .unites tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: 0 1rem; padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--_line); }
    .unites tr:last-child { border-block-end: 0; }
    .unites tbody th { grid-column: 1 / -1; min-inline-size: 0; }
    .unites tbody th, .unites td { padding: 0.15rem 0; border: 0; }
    .unites td[data-titre] { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 0.5rem; align-content: start; }
    .unites td[data-titre]::before { content: attr(data-titre) / ''; grid-row: 1 / span 2; color: var(--_text-soft); }
    .unites td[data-titre] > * { grid-column: 2; justify-self: start; }
    .unites td.fin { grid-column: 1 / -1; display: flex; justify-content: space-between; text-align: start; }
    table .lien { overflow-wrap: anywhere; }
    .statut { white-space: normal; }
  }
  @container (max-width: 42rem) {
    .vues { flex: 1 1 100%; }
    .vue { flex: 1; }
  }

  .rien { padding: 1.25rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); }
  .rien p { margin: 0 0 0.75rem; }
  .rien ul { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .rien .button { font-weight: 500; text-align: start; }

  @media (forced-colors: active) {
    .vue[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .statut { border-color: CanvasText; }
    .plus { border-color: ButtonText; }
  }
`;
