import { css } from 'lit';

/** The frame of the search: fields, criteria, filters beside the results. */
export const styles = css`
  :host { display: block; container-type: inline-size; font-size: 0.9375rem; }

  .champs {
    display: grid;
    gap: 0.75rem 1rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface-soft);
  }
  .champs .help { margin-block-start: 0.25rem; font-size: 0.8125rem; }
  .champs .erreur { margin: 0.25rem 0 0; font-size: 0.875rem; }
  .gestes { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .gestes .button { flex: 1 1 auto; min-block-size: 2.75rem; }
  @container (min-width: 46rem) {
    .champs { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); padding: 1.25rem; }
    .gestes { grid-column: 1 / -1; }
    .gestes .button { flex: none; }
  }
  @container (min-width: 64rem) {
    .champs { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto; }
    .gestes { grid-column: auto; align-self: start; margin-block-start: 1.875rem; }
  }

  .barre { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 0.5rem; margin-block: 0.75rem; }
  .barre:empty { display: none; }
  .jetons { display: flex; flex: 1 1 16rem; flex-wrap: wrap; align-items: center; gap: 0.5rem; min-inline-size: 0; }
  .jetons ul { display: flex; flex-wrap: wrap; gap: 0.5rem; min-inline-size: 0; margin: 0; padding: 0; list-style: none; }
  .jetons li { min-inline-size: 0; max-inline-size: 100%; }
  .jeton {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    max-inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.2rem 0.75rem;
    border: 1px solid var(--_accent);
    border-radius: 1.25rem;
    background: var(--_accent-soft);
    color: var(--_text);
    font: inherit;
    font-size: 0.875rem;
    text-align: start;
    cursor: pointer;
  }
  .jeton > span { min-inline-size: 0; overflow-wrap: anywhere; }
  .jeton:hover { background: var(--_surface-strong); }
  .jeton .icon { inline-size: 0.75rem; margin: 0; }

  .note { display: flex; gap: 0.5rem; align-items: flex-start; margin: 0.5rem 0; color: var(--_warning); font-size: 0.875rem; }
  .note .icon { color: inherit; }
  .banner { margin-block: 0.75rem; }
  .invitation { margin: 0; padding: 2.5rem 1rem; color: var(--_text-soft); text-align: center; }
  .second { color: var(--_text-soft); font-size: 0.875rem; font-weight: 400; }
  .heading { margin: 0; line-height: 1.3; overflow-wrap: anywhere; }
  .heading:focus { outline: none; }

  .corps { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-block-start: 0.75rem; }
  .filtres > div { display: none; }
  .filtres.montres > div { display: block; margin-block-start: 0.75rem; }
  .bascule { inline-size: 100%; }
  @container (min-width: 56rem) {
    .corps { grid-template-columns: 16rem minmax(0, 1fr); gap: 1.5rem; align-items: start; }
    .filtres > div, .filtres.montres > div { display: block; margin: 0; }
    .bascule { display: none; }
  }

  .facettes { display: grid; gap: 0; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); }
  .facette { min-inline-size: 0; padding: 0.25rem 1rem 0.5rem; border-block-end: 1px solid var(--_line); }
  .facette:last-child { border-block-end: 0; }
  fieldset.facette > legend { float: inline-start; inline-size: 100%; margin: 0; padding-block: 0.5rem 0.25rem; font-weight: 600; }
  fieldset.facette > legend + * { clear: both; }
  .facette > summary { display: flex; align-items: center; gap: 0.35rem; min-block-size: 2.5rem; font-weight: 600; list-style: none; cursor: pointer; }
  .facette > summary::-webkit-details-marker { display: none; }
  .facette > summary::before {
    content: '';
    flex: none;
    inline-size: 0.45rem;
    block-size: 0.45rem;
    margin: 0 0.3rem 0 0.15rem;
    border: solid var(--_text-soft);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    transition: rotate 0.12s;
  }
  .facette[open] > summary::before { rotate: 45deg; }
  .facette > summary:hover { color: var(--_accent); }
  .facette .check { align-items: flex-start; gap: 0.5rem; min-block-size: 1.875rem; padding-block: 0.2rem; font-size: 0.875rem; }
  .facette .check input { inline-size: 1.125rem; block-size: 1.125rem; margin-block-start: 0.1rem; }
  .nombre { color: var(--_text-soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
  .petit { margin-block: 0.5rem; }
  .petit label { display: block; margin-block-end: 0.25rem; font-size: 0.875rem; }
  .petit .control { min-block-size: 2.25rem; padding-block: 0.25rem; font-size: 0.875rem; }
  .petit .control.short { max-inline-size: 5rem; }
  @media (pointer: coarse) { .facette .check { min-block-size: 2.75rem; align-items: center; } }

  @media (forced-colors: active) {
    .jeton { border-color: ButtonText; }
    .champs, .facettes { border-color: CanvasText; }
  }
`;
