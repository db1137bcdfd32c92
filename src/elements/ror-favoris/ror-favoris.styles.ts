import { css } from 'lit';

export const styles = css`
  :host { display: block; container-type: inline-size; }

  .heading { margin: 0; font-size: 1.1rem; line-height: 1.3; overflow-wrap: anywhere; }
  .heading:focus { outline: none; }
  .top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 1rem; margin-block-end: 1rem; }
  .top .heading { font-size: 1.35rem; }
  .button > .icon { margin: 0; }
  .soft { color: var(--_text-soft); }
  .loading { padding: 2rem; color: var(--_text-soft); text-align: center; }
  .banner { margin-block-end: 1rem; }
  .error { margin: 0 0 1rem; color: var(--_danger); font-weight: 600; }
  .error:empty { display: none; }
  .empty { padding: 2.5rem 1.5rem; border: 1px dashed var(--_line-control); border-radius: var(--_radius-large); color: var(--_text-soft); text-align: center; }
  .empty p { max-inline-size: 40rem; margin: 0.35rem auto; }
  .empty strong { color: var(--_text); }

  .listes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); align-items: start; gap: 1.25rem; }
  .liste { padding: 1rem 1.25rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); }
  .liste > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding-block-end: 0.6rem; border-block-end: 1px solid var(--_line); }
  .liste > header .soft { font-size: 0.875rem; }
  .liste > p { margin: 0.75rem 0 0; }
  .acts { display: flex; flex-wrap: wrap; margin-inline: auto -0.6rem; }
  .liste ul { margin: 0; padding: 0; list-style: none; }
  .favori { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 0 0.75rem; padding-block: 0.45rem; }
  .favori + .favori { border-block-start: 1px solid var(--_line); }
  .favori-acts { display: flex; margin-inline-end: -0.6rem; }
  @container (max-width: 30rem) {
    .favori { grid-template-columns: auto minmax(0, 1fr); }
    .favori-acts { grid-column: 2; margin-inline-start: -0.6rem; }
    .acts { flex-basis: 100%; margin-inline-start: -0.6rem; }
  }
  .code { padding: 0 0.45rem; border-radius: var(--_radius); background: var(--_accent-soft); color: var(--_accent); font-size: 0.8125rem; font-weight: 700; text-decoration: none; }
  .link { padding: 0.25rem 0; border: 0; background: none; color: var(--_accent); font: inherit; font-weight: 600; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; overflow-wrap: anywhere; cursor: pointer; }

  dialog { inline-size: min(32rem, calc(100vw - 2rem)); padding: 1.5rem; border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow); }
  dialog::backdrop { background: rgb(10 20 30 / 0.55); }
  form { display: grid; gap: 1rem; }
  form > * { min-inline-size: 0; margin: 0; }
  dialog h2 { font-size: 1.2rem; line-height: 1.3; overflow-wrap: anywhere; }
  .lists { max-block-size: 40dvh; overflow: auto; padding: 0.25rem; }
  .inline { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: 0.75rem; }
  .inline > .button { margin-block-start: 1.9rem; min-block-size: 2.75rem; }
  @media (max-width: 26rem) { .inline { grid-template-columns: minmax(0, 1fr); } .inline > .button { margin: 0; } }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
`;
