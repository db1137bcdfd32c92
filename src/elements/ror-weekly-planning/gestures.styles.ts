import { css } from 'lit';

/** What is chosen, and what a gesture would do: fetched with the gestures. */
export const gesturesStyles = css`
  .creneau > [aria-selected] { background: color-mix(in srgb, var(--_accent) 22%, transparent); box-shadow: inset 0 0 0 1px var(--_accent); }
  [data-survol='deplacer'] { cursor: grab; }
  [data-survol='debut'], [data-survol='fin'] { cursor: ns-resize; }
  .apercu { pointer-events: none; }
  .apercu > div { position: absolute; padding: 0.0625rem 0.25rem; overflow: hidden; border: 2px dashed var(--_accent-strong); border-radius: 0.25rem; background: color-mix(in srgb, var(--_accent-soft) 85%, transparent); line-height: 1.25; }
  .efface > div { border-color: var(--_danger); background: color-mix(in srgb, var(--_danger-soft) 85%, transparent); }
  @media (forced-colors: active) {
    .creneau > [aria-selected] { outline: 2px dashed Highlight; outline-offset: -2px; }
  }
`;
