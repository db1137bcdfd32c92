import { css } from 'lit';

export const styles = css`
  :host { display: block; container-type: inline-size; overflow-wrap: anywhere; }

  .heading { margin: 0; line-height: 1.25; text-wrap: balance; }
  .heading:focus { outline: none; }
  .heading:focus-visible { outline: 2px solid var(--_focus); outline-offset: 4px; border-radius: var(--_radius); }
  .soft { color: var(--_text-soft); font-size: 0.875rem; }
  a, .lien { color: var(--_accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
  a:hover, .lien:hover { color: var(--_accent-strong); text-decoration-thickness: 2px; }
  .lien { display: inline; padding: 0; border: 0; background: none; font: inherit; text-align: start; cursor: pointer; }

  .path { display: flex; flex-wrap: wrap; gap: 0.15rem 0; margin: 0 0 0.75rem; padding: 0; color: var(--_text-soft); font-size: 0.875rem; list-style: none; }
  .path li + li::before { content: '›'; margin-inline: 0.5rem; }
  abbr { font-weight: 700; text-decoration: none; }

  header { display: grid; gap: 0.5rem; margin-block-end: 1rem; }
  header > .heading { font-size: clamp(1.35rem, 1.1rem + 1.4cqi, 1.85rem); letter-spacing: -0.01em; }
  .nature { display: flex; align-items: baseline; gap: 0.6rem; margin: 0; color: var(--_text-soft); }
  .code { flex: none; padding: 0.05rem 0.45rem; border: 1px solid var(--_accent); border-radius: var(--_radius); background: var(--_accent-soft); color: var(--_accent); font-size: 0.8125rem; font-weight: 700; }
  .etats { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1rem; }
  .etats p { margin: 0; }
  .statut { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.35rem; padding: 0.15rem 0.75rem; border: 1px solid var(--_line-control); border-radius: 999px; background: var(--_surface-soft); }
  .statut .point { align-self: center; inline-size: 0.65rem; block-size: 0.65rem; margin-inline-end: 0.15rem; border: 2px solid var(--_text-soft); border-radius: 50%; }
  .statut[data-etat='ouvert'] { border-color: var(--_success); background: var(--_success-soft); }
  .statut[data-etat='ouvert'] strong { color: var(--_success); }
  .statut[data-etat='ouvert'] .point { border-color: var(--_success); background: var(--_success); }
  .etat { padding: 0.1rem 0.6rem; border-radius: 999px; background: var(--_surface-strong); font-size: 0.8125rem; font-weight: 600; }
  .etat[data-etat='decrite'] { background: var(--_success-soft); color: var(--_success); }
  .etat[data-etat='a-decrire'] { background: var(--_warning-soft); color: var(--_warning); }
  .fraicheur { color: var(--_text-soft); font-size: 0.875rem; }
  .fraicheur[data-etat='ancienne'] { color: var(--_warning); font-weight: 600; }
  .outils { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-block-start: 0.35rem; }
  .outils .export { min-block-size: 2rem; padding: 0.15rem 0.6rem; border-color: var(--_line-control); background: var(--_surface); color: var(--_text); font-size: 0.875rem; }
  .outils .export:hover { background: var(--_surface-strong); }
  .favori[aria-pressed='true'] { border-color: var(--_accent); background: var(--_accent-soft); color: var(--_accent); }

  .bandeaux:empty { display: none; }
  .banner { margin-block: 0.75rem; }
  .banner .soft { display: block; color: inherit; }

  .colonnes { display: grid; gap: 1.25rem 1.5rem; align-items: start; }
  .groupe { display: grid; gap: 0.75rem; min-inline-size: 0; }
  .groupe > .heading, .vides > .heading { font-size: 0.875rem; font-weight: 700; letter-spacing: 0.04em; text-transform: uppercase; color: var(--_text-soft); }
  .card { min-inline-size: 0; padding: 0.85rem 1.1rem 1rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); }
  .tete { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.25rem 1rem; min-block-size: 2rem; }
  .tete .heading { color: var(--_accent); font-size: 1.0625rem; }
  .card > p { margin-block: 0.5rem 0; }
  @container (min-width: 58rem) {
    .colonnes { grid-template-columns: minmax(19rem, 2fr) minmax(0, 3fr); }
    .colonnes > .groupe:only-child, .colonnes:has(.correction) { grid-template-columns: minmax(0, 1fr); }
    .colonnes > .groupe:only-child { grid-column: 1 / -1; }
  }

  dl { display: grid; margin: 0.25rem 0 0; }
  .pair { display: grid; grid-template-columns: minmax(8rem, 1fr) minmax(0, 2fr); gap: 0.15rem 1.25rem; padding-block: 0.5rem; border-block-end: 1px solid var(--_line); }
  .pair:last-child { padding-block-end: 0; border-block-end: 0; }
  .pair:has(.table, .contacts) { grid-template-columns: minmax(0, 1fr); }
  dt { color: var(--_text-soft); font-size: 0.875rem; line-height: 1.7; }
  dd { margin: 0; white-space: pre-line; }
  dd > *, dd ul { white-space: normal; }
  dd > span:not(.audience) { white-space: pre-line; }
  ul { margin: 0; padding-inline-start: 1.1rem; }
  .pratique .pair { grid-template-columns: minmax(0, 1fr); }
  @container (max-width: 34rem) { .pair { grid-template-columns: minmax(0, 1fr); } }

  .audience { display: inline-flex; align-items: center; gap: 0.3rem; margin-inline-start: 0.5rem; padding: 0 0.5rem; border: 1px solid var(--_line); border-radius: 999px; color: var(--_text-soft); font-size: 0.75rem; line-height: 1.5; vertical-align: middle; white-space: nowrap; }
  .audience .icon { inline-size: 0.8rem; block-size: 0.8rem; }
  .audience[data-audience='restreint'] { border-color: var(--_warning); color: var(--_warning); }
  .telecoms, .contacts, .liens { display: grid; gap: 0.35rem; padding: 0; list-style: none; }
  .contacts { gap: 0.75rem; }
  .contact { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_line); }
  .contact p { margin: 0; }
  .canal { color: var(--_text-soft); font-size: 0.875rem; }
  .canal::after { content: ' :'; }

  .table { overflow-x: auto; }
  table { inline-size: 100%; border-collapse: collapse; }
  th, td { padding: 0.4rem 0.6rem; border-block-end: 1px solid var(--_line); text-align: start; vertical-align: baseline; }
  thead th { color: var(--_text-soft); font-size: 0.8125rem; }
  tbody th { font-weight: 500; }
  .nombre { text-align: end; font-variant-numeric: tabular-nums; }

  .semaine { margin-block: 0.25rem 0.5rem; }
  .apercu { margin-block-end: 0.5rem; }
  .detail summary { color: var(--_accent); cursor: pointer; }
  .detail[open] summary { margin-block-end: 0.5rem; }
  address { display: grid; font-style: normal; }
  .carte-place { block-size: 14rem; margin-block: 0.5rem; }
  .carte-place[hidden] { display: none; }
  .liens { margin-block-start: 0.5rem; }

  .enfants { margin-block-start: 1.25rem; }
  .enfants ul { columns: 2 20rem; column-gap: 1.5rem; padding: 0; list-style: none; }
  .enfants li { break-inside: avoid; padding-block: 0.25rem; }
  .vides { margin-block-start: 1.25rem; }
  .vides ul { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-block-start: 0.5rem; padding: 0; list-style: none; }
  .ajouter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; margin-block-start: 0.75rem; }
  .ajouter p { margin: 0; }

  .correction > .soft { margin: 0 0 0.5rem; }
  .correction ror-fiche-form::part(header) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .repercussion { margin-block: 1rem; border-color: var(--_warning); border-inline-start-width: 0.3rem; }
  .repercussion .heading { font-size: 1.15rem; }
  .choix { display: flex; align-items: baseline; gap: 0.5rem; cursor: pointer; }
  .boutons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.75rem; }
  @container (max-width: 40rem) {
    .repercussion thead { position: absolute; clip-path: inset(50%); }
    .repercussion tr, .repercussion th, .repercussion td { display: block; border: 0; padding: 0.1rem 0; }
    .repercussion tr { padding-block: 0.5rem; border-block-end: 1px solid var(--_line); }
    .repercussion td::before { content: attr(data-label) ' : '; color: var(--_text-soft); font-size: 0.875rem; }
  }

  .empty { padding: 2rem 1rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); color: var(--_text-soft); text-align: center; text-wrap: balance; }
  .attente { display: grid; gap: 0.75rem; }
  .attente p { margin: 0; color: var(--_text-soft); }
  .attente span { block-size: 5rem; border-radius: var(--_radius-large); background: var(--_surface-soft); animation: attente 1.2s ease-in-out infinite alternate; }
  .attente span:first-of-type { inline-size: 60%; block-size: 2rem; }
  @keyframes attente { to { opacity: 0.5; } }
  @media (forced-colors: active) { .statut .point { border-color: CanvasText; } .statut[data-etat='ouvert'] .point { background: CanvasText; } .favori[aria-pressed='true'] { border-width: 2px; } }

  /* On paper, the document in the place of the screen. */
  @media print {
    article:has(~ .printed) { display: none; }
  }
`;
