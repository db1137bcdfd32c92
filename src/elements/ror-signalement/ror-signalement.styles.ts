import { css } from 'lit';

export const styles = css`
  :host { display: contents; }

  dialog {
    inline-size: min(44rem, calc(100vw - 1.5rem)); max-block-size: calc(100dvh - 1.5rem); padding: 0;
    border: 1px solid var(--_line); border-radius: var(--_radius-large); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow);
    overflow: auto; overscroll-behavior: contain; scroll-padding-block: 1rem 9rem;
  }
  dialog::backdrop { background: rgb(10 20 30 / 0.55); }
  form, .done { display: grid; gap: 1.25rem; padding: clamp(1rem, 4vw, 1.75rem); }
  form > *, .done > * { min-inline-size: 0; margin: 0; }

  h2 { margin: 0; font-size: 1.35rem; line-height: 1.25; }
  h2:focus { outline: none; }
  .subject { display: flex; align-items: baseline; gap: 0.5rem; margin: 0.35rem 0 0; color: var(--_text-soft); font-weight: 600; overflow-wrap: anywhere; }
  .code { flex: none; padding: 0 0.45rem; border-radius: var(--_radius); background: var(--_accent-soft); color: var(--_accent); font-size: 0.8125rem; text-decoration: none; }
  .optional { color: var(--_text-soft); font-weight: 400; }
  form > .help { margin: -0.75rem 0 0; }

  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.5rem; }
  .card { display: flex; align-items: flex-start; gap: 0.75rem; padding: 0.6rem 0.8rem; border: 1px solid var(--_line-control); border-radius: var(--_radius); cursor: pointer; transition: border-color 0.12s, background-color 0.12s; }
  .card:hover { background: var(--_surface-soft); }
  .card:has(:checked) { border-color: var(--_accent); background: var(--_accent-soft); box-shadow: inset 0 0 0 1px var(--_accent); }
  .card:has(:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .card input { flex: none; inline-size: 1.15rem; block-size: 1.15rem; margin: 0.2rem 0 0; accent-color: var(--_accent); }
  .card input:focus-visible { outline: none; }
  .card strong { display: block; }
  .card-help { display: block; color: var(--_text-soft); font-size: 0.875rem; }
  [aria-invalid='true'] .card { border-color: var(--_danger); }
  .check input[type='radio'] { inline-size: 1.15rem; block-size: 1.15rem; }
  #valeur { min-block-size: 2.75rem; }
  .current { margin: 0.5rem 0 0; padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--_line-control); background: var(--_surface-soft); overflow-wrap: anywhere; }

  .banner > p { margin: 0; }
  [role='alert']:empty { display: none; }
  .buttons {
    position: sticky; inset-block-end: 0; display: flex; flex-wrap: wrap; gap: 0.75rem;
    margin-inline: calc(-1 * clamp(1rem, 4vw, 1.75rem)); margin-block-end: calc(-1 * clamp(1rem, 4vw, 1.75rem)); padding: 0.9rem clamp(1rem, 4vw, 1.75rem);
    border-block-start: 1px solid var(--_line); background: var(--_surface);
  }

  .done { justify-items: center; text-align: center; }
  .done-mark { display: grid; place-items: center; inline-size: 3.5rem; block-size: 3.5rem; border-radius: 50%; background: var(--_success-soft); color: var(--_success); font-size: 1.5rem; }
  .done-mark .icon { margin: 0; }
  .done p { max-inline-size: 34rem; }
  .done .buttons { position: static; justify-content: center; justify-self: stretch; max-inline-size: none; }

  @media (forced-colors: active) {
    .card:has(:checked) { border: 2px solid Highlight; }
    .done-mark { border: 2px solid; }
  }
`;
