import { css } from 'lit';

/**
 * What ranges look like, and opening hours; `types.styles.ts` brings the other types on demand. `--_fond` is the ground,
 * light enough for text; `--_trait` the border and the lines, dark enough to be seen on it.
 */
export const textureStyles = css`
  .motif, .trait { --_fond: var(--_surface-strong); --_trait: var(--_text-soft); }
  .motif {
    --_encre: color-mix(in srgb, var(--_trait) 40%, transparent);
    border: 1px solid var(--_trait);
    border-inline-start-width: 4px;
    background: var(--_motif, none) var(--_fond);
    color: var(--_text);
  }
  [data-type='gomme'] { --_fond: var(--_surface); --_motif: linear-gradient(to top right, transparent 45%, var(--_danger) 45% 55%, transparent 55%); border-style: dashed; }
  [data-type='01'] { --_fond: var(--_accent-soft); --_trait: var(--_accent); --_motif: none; }
  @media (forced-colors: active) {
    .motif { --_fond: Canvas; --_trait: CanvasText; border-color: CanvasText; forced-color-adjust: none; color: CanvasText; }
    [data-type='01'] { --_fond: Canvas; --_trait: CanvasText; --_motif: linear-gradient(Highlight, Highlight) 0 0 / 4px 100% no-repeat; }
  }
`;
