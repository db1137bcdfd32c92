import { css } from 'lit';

/** One report: what it says, what to do with it, what became of it. */
export const detailStyles = css`
  .back { margin-inline-start: -0.75rem; }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(17rem, 24rem); align-items: start; gap: 1.25rem; }
  @container (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
  .main { display: grid; gap: 1.25rem; min-inline-size: 0; }
  .card { display: grid; gap: 1rem; padding: clamp(1rem, 3cqi, 1.4rem); border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); }
  .card > * { min-inline-size: 0; margin: 0; }
  .card .heading { font-size: 1.1rem; }
  .card-title { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; }
  .kind { color: var(--_text-soft); font-weight: 600; }
  blockquote { padding: 0.75rem 1rem; border-inline-start: 4px solid var(--_accent); background: var(--_surface-soft); font-size: 1.0625rem; white-space: pre-line; overflow-wrap: anywhere; }
  dl, dd { margin: 0; }
  dt, .small-title { margin: 0; color: var(--_text-soft); font-size: 0.875rem; font-weight: 600; }
  dd { overflow-wrap: anywhere; }
  .where { overflow-wrap: anywhere; }
  .where > span:first-child { display: block; color: var(--_text-soft); font-size: 0.875rem; font-weight: 600; }
  .compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0.75rem; }
  .compare > div { padding: 0.6rem 0.9rem; border: 1px solid var(--_line); border-block-start-width: 3px; border-radius: var(--_radius); }
  .compare dd { font-weight: 600; white-space: pre-line; }
  .compare > .before { border-block-start-color: var(--_danger); }
  .compare > .after { border-block-start-color: var(--_success); }
  .answer { padding: 0.75rem 1rem; border-radius: var(--_radius); background: var(--_success-soft); }
  .answer p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
  .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 0.75rem 1.25rem; padding-block-start: 1rem; border-block-start: 1px solid var(--_line); }

  .group { display: grid; gap: 0.9rem; }
  .group + .group { padding-block-start: 1.1rem; border-block-start: 1px solid var(--_line); }
  .group > * { margin: 0; }
  .acts { display: flex; flex-wrap: wrap; align-items: start; gap: 0.75rem; }
  .acts:empty { display: none; }
  .act { display: grid; justify-items: start; gap: 0.3rem; max-inline-size: 22rem; }
  .reason { color: var(--_text-soft); font-size: 0.875rem; }
  .inline { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; }
  .inline .field { flex: 1 1 14rem; }
  .control { min-block-size: 2.5rem; }
  textarea.control { min-block-size: 5rem; }
  .error { color: var(--_danger); font-weight: 600; }
  .error:empty { display: none; }

  .timeline { display: grid; gap: 1rem; padding: 0; list-style: none; }
  .timeline > li:not([data-ton]) { --ton: var(--_line-control); }
  .timeline > li { position: relative; padding-inline-start: 1.5rem; }
  .timeline > li::before { content: ''; position: absolute; inset-block-start: 0.4rem; inset-inline-start: 0; inline-size: 0.75rem; block-size: 0.75rem; border: 2px solid var(--ton); border-radius: 50%; background: var(--_surface); }
  .timeline > li:first-child::before { background: var(--ton); }
  .timeline > li:not(:last-child)::after { content: ''; position: absolute; inset-block: 1.35rem -0.8rem; inset-inline-start: calc(0.375rem - 1px); inline-size: 2px; background: var(--_line); }
  .timeline p { margin: 0; overflow-wrap: anywhere; }
  .timeline .soft { font-size: 0.875rem; }
  .said { padding-block: 0.15rem; white-space: pre-line; }

  dialog { inline-size: min(30rem, calc(100vw - 2rem)); padding: 1.5rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow); }
  dialog::backdrop { background: rgb(10 20 30 / 0.55); }
  dialog p { margin: 0; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block-start: 1.25rem; }

  @media (forced-colors: active) { .timeline > li:first-child::before { background: CanvasText; } .answer { border: 1px solid; } }
`;
